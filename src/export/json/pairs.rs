//! What each pair shares.

use serde_json::{Value, json};

use super::text::text;
use crate::plan::overlap::{AWeek, Losses, Pairs, RoundTrip};
use crate::time::{Minutes, Span};

/// Round trips, and what an answer takes in them.
#[derive(Clone, Copy, Debug)]
pub struct Trips<'a> {
    /// What an answer takes.
    pub work: Minutes,
    /// Of every ordered pair.
    pub trips: &'a [RoundTrip],
}

/// What each pair of the team called `team` shares over `horizon`, against the `target` of a workday.
pub fn pairs(team: &str, horizon: Span, target: Minutes, pairs: &Pairs, asked: Trips<'_>, losses: &Losses) -> String {
    let name = |member: usize| pairs.members[member].as_str();
    let minutes = |minutes: Option<Minutes>| minutes.map_or(Value::Null, |minutes| minutes.0.into());
    let pair = |(i, pair): (usize, &crate::plan::overlap::Pair)| {
        json!({
            "a": name(pair.a),
            "b": name(pair.b),
            "minutes_per_week_mean": pair.mean_week().0,
            "minutes_per_week_worst": pair.worst_week.0,
            "under_target": pairs.under_target.binary_search(&i).is_ok(),
        })
    };
    let response = |response: &crate::plan::overlap::Response| {
        json!({
            "from": name(response.from),
            "to": name(response.to),
            "mean_minutes": minutes(response.mean),
            "max_minutes": minutes(response.longest),
        })
    };
    let round_trip = |trip: &RoundTrip| {
        json!({
            "from": name(trip.from),
            "to": name(trip.to),
            "mean_minutes": minutes(trip.mean),
            "max_minutes": minutes(trip.longest.map(|(longest, _)| longest)),
            "max_asked_at": trip.longest.map(|(_, at)| at.to_string()),
        })
    };
    text(&json!({
        "team": team,
        "from": horizon.start.to_string(),
        "to": horizon.end.to_string(),
        "target_minutes_per_day": target.0,
        "pairs": pairs.pairs.iter().enumerate().map(pair).collect::<Vec<_>>(),
        "response": pairs.responses.iter().map(response).collect::<Vec<_>>(),
        "bridges": pairs.bridges.iter().map(|&member| name(member)).collect::<Vec<_>>(),
        "work_minutes": asked.work.0,
        "round_trip": asked.trips.iter().map(round_trip).collect::<Vec<_>>(),
        "lost": (0..pairs.members.len()).map(|member| lost(member, pairs, losses)).collect::<Vec<_>>(),
    }))
}

/// What is lost with a member, and what the others win.
fn lost(member: usize, pairs: &Pairs, losses: &Losses) -> Value {
    let week = |week: AWeek| json!({"mean": week.mean.0, "worst": week.worst.0});
    let without = &losses.without[member];
    let names = |group: &Vec<usize>| group.iter().map(|&other| pairs.members[other].clone()).collect::<Vec<_>>();
    json!({
        "member": pairs.members[member],
        "together_gained_per_week": losses.gain(member).map(week),
        "coverage_lost_per_week": week(losses.uncovered(member)),
        "pairs_at_target_lost": without.ties,
        "parted": without.parted.iter().map(names).collect::<Vec<_>>(),
    })
}
