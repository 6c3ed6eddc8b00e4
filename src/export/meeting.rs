//! What a meeting whose slots are settled can be saved as.

use super::format::{Format, Formats};
use super::ics::{self, Series};
use crate::time::Instant;

/// Writes the text of the one file; the instant is the time of export.
pub type Write = fn(&Series, Instant) -> String;

/// Recurring events.
pub const CALENDAR: Format<Write> = Format {
    id: "ics",
    name: "Calendar",
    about: "Recurring events for calendars, with the anchor's zone",
    ending: "ics",
    write: ics::meeting,
};

/// The formats of settled meetings.
#[derive(Clone, Copy, Debug)]
pub struct MeetingFormats;

impl Formats for MeetingFormats {
    type Write = Write;
    const ALL: &'static [Format<Write>] = &[
        CALENDAR,
        Format {
            id: "text",
            name: "Invitation",
            about: "Text for an invitation, with everybody's local times",
            ending: "txt",
            write: |series, _| format!("{}\n", series.description),
        },
    ];
}
