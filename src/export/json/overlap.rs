//! When members are together, as JSON.

use serde::Serialize;
use serde_json::Value;

use super::nudge::nudge;
use super::what_if::Supposed;
use crate::plan::overlap::{Nudge, Overlap};
use crate::team::Member;
use crate::time::Span;

/// When members of a team are together, to be written as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct OverlapDocument {
    team: String,
    from: String,
    to: String,
    members: Vec<String>,
    at_least: usize,
    flexible: bool,
    windows: Vec<WindowRow>,
    minutes: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    nudge: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    what_if: Option<Supposed>,
}

#[derive(Clone, Debug, Serialize)]
struct WindowRow {
    start: String,
    end: String,
}

impl OverlapDocument {
    /// When members of the team called `team` are together; whether `flexible` hours were counted.
    pub fn new(team: &str, overlap: &Overlap, flexible: bool) -> Self {
        let row = |window: &Span| WindowRow { start: window.start.to_string(), end: window.end.to_string() };
        Self {
            team: team.to_owned(),
            from: overlap.over.start.to_string(),
            to: overlap.over.end.to_string(),
            members: overlap.members.clone(),
            at_least: overlap.at_least,
            flexible,
            windows: overlap.windows.iter().map(row).collect(),
            minutes: overlap.windows.minutes().0,
            nudge: None,
            what_if: None,
        }
    }

    /// With the shifts that reach a target, of these members.
    #[must_use]
    pub fn with_nudge(self, found: &Nudge, members: &[&Member]) -> Self {
        Self { nudge: Some(nudge(found, members)), ..self }
    }

    /// With what was supposed.
    #[must_use]
    pub fn with_what_if(self, supposed: Supposed) -> Self {
        Self { what_if: Some(supposed), ..self }
    }
}
