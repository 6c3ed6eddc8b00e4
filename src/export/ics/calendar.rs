//! A calendar of events at fixed instants.

use super::line::Lines;
use crate::time::{Instant, Span};

/// A calendar of discrete events in UTC that is being written.
#[derive(Debug)]
pub struct Calendar {
    lines: Lines,
    stamp: Instant,
}

/// One event, whose time is shown as free.
#[derive(Debug)]
pub struct Event<'a> {
    /// The same whenever the same event is written.
    pub uid: &'a str,
    /// When; of a series, the first time.
    pub span: Span,
    /// The recurrence rule of a series (RFC 5545 §3.3.10), whose days are those of UTC.
    pub recurrence: Option<&'a str>,
    /// Its title.
    pub summary: &'a str,
    /// More, for people.
    pub description: Option<&'a str>,
    /// Words to filter by, parted by commas.
    pub categories: Option<&'a str>,
    /// Whether it is taken back.
    pub is_cancelled: bool,
}

impl Calendar {
    /// An empty calendar of this name; `stamp` is the time of export.
    pub fn new(name: &str, stamp: Instant) -> Self {
        let mut lines = Lines::default();
        lines.raw("BEGIN", "VCALENDAR");
        lines.raw("VERSION", "2.0");
        lines.raw("PRODID", "-//Sunwise//Rota//EN");
        lines.raw("CALSCALE", "GREGORIAN");
        lines.raw("METHOD", "PUBLISH");
        lines.text("X-WR-CALNAME", name);
        lines.raw("X-WR-TIMEZONE", "UTC");
        lines.raw("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        lines.raw("X-PUBLISHED-TTL", "PT1H");
        Self { lines, stamp }
    }

    /// Adds an event.
    pub fn event(&mut self, event: &Event<'_>) {
        let lines = &mut self.lines;
        lines.raw("BEGIN", "VEVENT");
        lines.raw("UID", event.uid);
        lines.raw("SEQUENCE", &sequence(self.stamp).to_string());
        lines.instant("DTSTAMP", self.stamp);
        lines.instant("LAST-MODIFIED", self.stamp);
        lines.instant("DTSTART", event.span.start);
        lines.instant("DTEND", event.span.end);
        if let Some(recurrence) = event.recurrence {
            lines.raw("RRULE", recurrence);
        }
        lines.text("SUMMARY", event.summary);
        if let Some(description) = event.description {
            lines.text("DESCRIPTION", description);
        }
        if let Some(categories) = event.categories {
            lines.raw("CATEGORIES", categories);
        }
        lines.raw("STATUS", if event.is_cancelled { "CANCELLED" } else { "CONFIRMED" });
        lines.raw("TRANSP", "TRANSPARENT");
        lines.raw("X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
        lines.raw("END", "VEVENT");
    }

    /// The text of the file.
    pub fn finish(mut self) -> String {
        self.lines.raw("END", "VCALENDAR");
        self.lines.finish()
    }
}

/// Minutes since 2020: a number that grows from export to export and fits a calendar's 32 bits for millennia.
fn sequence(stamp: Instant) -> i64 {
    const START_OF_2020: Instant = Instant::from_epoch(26_297_280);
    (stamp - START_OF_2020).0.max(0)
}
