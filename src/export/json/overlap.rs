use serde_json::json;

use crate::plan::overlap::Overlap;

/// When members of the team called `team` are together; `flexible` says whether flexible hours were counted.
pub fn overlap(team: &str, overlap: &Overlap, flexible: bool) -> String {
    let windows = overlap.windows.iter();
    super::text(&json!({
        "team": team,
        "from": overlap.over.start.to_string(),
        "to": overlap.over.end.to_string(),
        "members": overlap.members,
        "at_least": overlap.at_least,
        "flexible": flexible,
        "windows": windows.map(|w| json!({"start": w.start.to_string(), "end": w.end.to_string()})).collect::<Vec<_>>(),
        "minutes": overlap.windows.minutes().0,
    }))
}
