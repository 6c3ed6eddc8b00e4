//! Scenarios side by side.

use crate::plan::rota::RotaError;
use crate::plan::scenario::{RotaOutcome, Scenario};
use crate::team::{MemberId, WhatIf};

use super::amount::{duration, points};
use super::clock::Clock;
use super::what_if::said;

/// What a scenario is called: `As it is`, or what is supposed.
pub fn name(scenario: &Scenario, clock: Clock) -> String {
    if scenario.what_ifs.is_empty() {
        return "As it is".to_owned();
    }
    supposed(&scenario.what_ifs, clock)
}

/// All that is supposed, in a line.
pub fn supposed(what_ifs: &[WhatIf], clock: Clock) -> String {
    what_ifs.iter().map(|what_if| said(what_if, clock)).collect::<Vec<_>>().join("; ")
}

/// Who waits longest for whom, on average: `Bo for Ana, 14 h`.
pub fn slowest(scenario: &Scenario) -> String {
    let named = scenario.outcome.slowest.and_then(|wait| {
        let name = |member: MemberId| &scenario.outcome.members[member];
        Some(format!("{} for {}, {}", name(wait.from), name(wait.to), duration(wait.mean?)))
    });
    named.unwrap_or_else(|| "nobody asks".to_owned())
}

/// What the worst burden of each rota is: `41.5 points`, with the duties that nobody holds; with its name where there are several.
pub fn rotas(scenario: &Scenario) -> String {
    let alone = scenario.rotas.len() == 1;
    let said = |(name, rota): &(String, Result<RotaOutcome, RotaError>)| {
        let found = match rota {
            Err(error) => error.to_string(),
            Ok(found) if found.gap > 0 => format!("{} points, {} unfilled", points(found.worst), found.gap),
            Ok(found) => format!("{} points", points(found.worst)),
        };
        if alone { found } else { format!("{name}: {found}") }
    };
    let all: Vec<String> = scenario.rotas.iter().map(said).collect();
    if all.is_empty() { "no rota".to_owned() } else { all.join("; ") }
}
