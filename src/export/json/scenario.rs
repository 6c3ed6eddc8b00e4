//! Scenarios side by side.

use serde_json::{Value, json};

use super::text::text;
use crate::plan::rota::RotaError;
use crate::plan::scenario::{RotaOutcome, Scenario};
use crate::team::MemberId;
use crate::time::Span;
use crate::words::{clock::Clock, scenario as words};

/// Scenarios side by side: durations in minutes (a week unless the key says otherwise), burdens in points.
pub fn scenarios(team: &str, horizon: Span, all: &[Scenario]) -> String {
    text(&json!({
        "team": team,
        "from": horizon.start.to_string(),
        "to": horizon.end.to_string(),
        "scenarios": all.iter().map(scenario).collect::<Vec<_>>(),
    }))
}

fn rota((name, found): &(String, Result<RotaOutcome, RotaError>)) -> Value {
    match found {
        Ok(found) => json!({"rota": name, "gap": found.gap, "worst": found.worst.0}),
        Err(error) => json!({"rota": name, "error": error.to_string()}),
    }
}

fn scenario(found: &Scenario) -> Value {
    let outcome = &found.outcome;
    let name = |member: MemberId| &outcome.members[member];
    json!({
        "name": words::name(found, Clock::Hours24),
        "members": outcome.members,
        "overlap_mean": outcome.together.mean.0,
        "overlap_worst": outcome.together.worst.0,
        "coverage_mean": outcome.coverage.mean.0,
        "coverage_worst": outcome.coverage.worst.0,
        "chain_covered_minutes_per_day": found.chain_covered.0,
        "chain_longest_gap_minutes": found.chain_gap.0,
        "worst_response": outcome.slowest.map(|wait| json!({
            "from": name(wait.from),
            "to": name(wait.to),
            "mean_minutes": wait.mean.map(|minutes| minutes.0),
            "max_minutes": wait.longest.map(|minutes| minutes.0),
        })),
        "rota": found.rotas.first().map(rota),
        "rotas": found.rotas.iter().map(rota).collect::<Vec<_>>(),
    })
}
