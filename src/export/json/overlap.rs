//! When members are together.

use serde_json::json;

use super::nudge::nudge;
use super::text::text;
use super::what_if::what_if;
use crate::plan::overlap::{Nudge, Outcome, Overlap};
use crate::team::Member;

/// What may be asked with an overlap.
#[derive(Clone, Copy, Debug, Default)]
pub struct Besides<'a> {
    /// Whether flexible hours were counted.
    pub flexible: bool,
    /// Shifts that reach a target, and the members that they are about.
    pub nudge: Option<(&'a Nudge, &'a [&'a Member])>,
    /// What was supposed, in words, and the outcomes without it and with it.
    pub what_if: Option<(&'a [String], &'a Outcome, &'a Outcome)>,
}

/// When members of the team called `team` are together.
pub fn overlap(team: &str, overlap: &Overlap, besides: Besides<'_>) -> String {
    let windows = overlap.windows.iter();
    let mut answer = json!({
        "team": team,
        "from": overlap.over.start.to_string(),
        "to": overlap.over.end.to_string(),
        "members": overlap.members,
        "at_least": overlap.at_least,
        "flexible": besides.flexible,
        "windows": windows.map(|w| json!({"start": w.start.to_string(), "end": w.end.to_string()})).collect::<Vec<_>>(),
        "minutes": overlap.windows.minutes().0,
    });
    if let Some((found, members)) = besides.nudge {
        answer["nudge"] = nudge(found, members);
    }
    if let Some((supposed, before, after)) = besides.what_if {
        answer["what_if"] = what_if(supposed, before, after);
    }
    text(&answer)
}
