//! What something supposed would change.

use serde_json::{Value, json};

use crate::plan::overlap::{AWeek, Outcome};
use crate::words::what_if;

/// What would be different from `before`.
pub(super) fn what_if(supposed: &[String], before: &Outcome, after: &Outcome) -> Value {
    json!({
        "supposed": supposed,
        "before": outcome(before),
        "after": outcome(after),
        "sentences": what_if::difference(before, after),
    })
}

fn outcome(outcome: &Outcome) -> Value {
    let week = |week: AWeek| json!({"mean": week.mean.0, "worst": week.worst.0});
    json!({
        "members": outcome.members,
        "together_per_week": week(outcome.together),
        "any_two_per_week": week(outcome.of_two),
        "coverage_per_week": week(outcome.coverage),
        "pairs": outcome.pairs,
        "under_target": outcome.under_target.iter().map(|(a, b)| json!({"a": a, "b": b})).collect::<Vec<_>>(),
        "seasons": outcome.seasons.iter().map(|season| json!({
            "from": season.season.span.start.to_string(),
            "to": season.season.span.end.to_string(),
            "minutes_per_week": season.a_week().0,
        })).collect::<Vec<_>>(),
    })
}
