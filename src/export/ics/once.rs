//! A meeting that is held once as one event.

use super::line::{Lines, basic};
use super::meeting::attendee;
use super::uid::fingerprint;
use crate::plan::panel::Sitting;
use crate::team::Team;
use crate::time::Instant;

/// A meeting that is held once.
#[derive(Debug)]
pub struct Once<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Whose members come.
    pub team: &'a Team,
    /// When, and who comes.
    pub sitting: &'a Sitting,
    /// For people: what everybody's clock shows.
    pub description: &'a str,
}

/// A meeting that is held once, as one event in UTC: no reader needs time-zone rules. `stamp` is the time of export.
///
/// Whoever comes and has an address is an attendee; the meeting was found for all of them, so each is required. Who could come as
/// well is not invited. There is no METHOD, as in [`super::meeting()`].
pub fn once(once: &Once, stamp: Instant) -> String {
    let Once { name, team, sitting, description } = *once;
    let mut lines = Lines::default();
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", "-//Sunwise//Meeting//EN");
    lines.raw("CALSCALE", "GREGORIAN");
    lines.text("X-WR-CALNAME", name);
    lines.raw("BEGIN", "VEVENT");
    // Other people at the same time are the same meeting; another time is another one.
    let start = basic(sitting.span.start);
    lines.raw("UID", &format!("once-{:016x}@sunwise", fingerprint(&[&team.name, name, &start])));
    lines.instant("DTSTAMP", stamp);
    lines.instant("DTSTART", sitting.span.start);
    lines.instant("DTEND", sitting.span.end);
    lines.text("SUMMARY", name);
    if !description.is_empty() {
        lines.text("DESCRIPTION", description);
    }
    for member in sitting.attendees.iter().filter_map(|one| team.member(sitting.name(one.member))) {
        if let Some(email) = &member.email {
            attendee(&mut lines, member, email, true);
        }
    }
    lines.raw("END", "VEVENT");
    lines.raw("END", "VCALENDAR");
    lines.finish()
}
