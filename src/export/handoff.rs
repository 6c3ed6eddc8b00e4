//! What a chain of handoffs can be saved as.

use super::format::{Format, Formats};
use super::{ics, markdown};
use crate::plan::handoff::{Question, SeasonChain};
use crate::time::Instant;

/// Chains that are to be written.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What they are called.
    pub name: &'a str,
    /// What was asked.
    pub question: &'a Question<'a>,
    /// The chain of each season.
    pub seasons: &'a [SeasonChain],
    /// The time of export.
    pub stamp: Instant,
}

/// Writes the text of the one file.
pub type Write = fn(&Asked) -> String;

/// The formats of handoffs.
#[derive(Clone, Copy, Debug)]
pub struct HandoffFormats;

impl Formats for HandoffFormats {
    type Write = Write;
    const ALL: &'static [Format<Write>] = &[
        Format {
            id: "ics",
            name: "Calendar",
            about: "The handoffs as a calendar (ICS)",
            ending: "ics",
            write: |asked| ics::handoffs(asked.name, asked.question, asked.seasons, asked.stamp),
        },
        Format {
            id: "notes",
            name: "Notes",
            about: "A handoff note to fill in for every handoff (Markdown)",
            ending: "md",
            write: |asked| markdown::handoff_notes(asked.name, asked.question, asked.seasons),
        },
    ];
}
