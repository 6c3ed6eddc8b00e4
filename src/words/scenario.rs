//! Scenarios side by side.

use crate::plan::scenario::Scenario;

use super::amount::{duration, points};
use super::clock::Clock;
use super::what_if::said;

/// What a scenario is called: `As it is`, or what is supposed.
pub fn name(scenario: &Scenario, clock: Clock) -> String {
    if scenario.what_ifs.is_empty() {
        return "As it is".to_owned();
    }
    let supposed: Vec<String> = scenario.what_ifs.iter().map(|what_if| said(what_if, clock)).collect();
    supposed.join("; ")
}

/// Who waits longest for whom, on average: `Bo for Ana, 14 h`.
pub fn slowest(scenario: &Scenario) -> String {
    let named = scenario.slowest.and_then(|wait| {
        let name = |at: usize| scenario.outcome.members.get(at);
        Some(format!("{} for {}, {}", name(wait.from)?, name(wait.to)?, duration(wait.mean?)))
    });
    named.unwrap_or_else(|| "nobody asks".to_owned())
}

/// What the rota's worst burden is: `41.5 points`, with the duties that nobody holds.
pub fn rota(scenario: &Scenario) -> String {
    match &scenario.rota {
        None => "no rota".to_owned(),
        Some(Err(error)) => error.to_string(),
        Some(Ok(found)) if found.gap > 0 => format!("{} points, {} unfilled", points(found.worst), found.gap),
        Some(Ok(found)) => format!("{} points", points(found.worst)),
    }
}
