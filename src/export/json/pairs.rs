use serde_json::{Value, json};

use crate::plan::overlap::Pairs;
use crate::time::{Minutes, Span};

/// What each pair of the team called `team` shares over `horizon`, against the `target` of a workday.
pub fn pairs(team: &str, horizon: Span, target: Minutes, pairs: &Pairs) -> String {
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
    super::text(&json!({
        "team": team,
        "from": horizon.start.to_string(),
        "to": horizon.end.to_string(),
        "target_minutes_per_day": target.0,
        "pairs": pairs.pairs.iter().enumerate().map(pair).collect::<Vec<_>>(),
        "response": pairs.responses.iter().map(response).collect::<Vec<_>>(),
        "bridges": pairs.bridges.iter().map(|&member| name(member)).collect::<Vec<_>>(),
    }))
}
