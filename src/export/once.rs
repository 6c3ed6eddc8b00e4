//! What a meeting that is held once can be saved as.

use super::format::{Format, Formats};
use super::ics::{self, Once};
use crate::time::Instant;

/// Writes the text of the one file; the instant is the time of export.
pub type Write = fn(&Once, Instant) -> String;

/// An event.
pub const CALENDAR: Format<Write> =
    Format { id: "ics", name: "Calendar", about: "An event for calendars", ending: "ics", write: ics::once };

/// The formats of meetings that are held once.
#[derive(Clone, Copy, Debug)]
pub struct OnceFormats;

impl Formats for OnceFormats {
    type Write = Write;
    const ALL: &'static [Format<Write>] = &[CALENDAR];
}
