//! What a strip shows.

use super::row::Row;
use crate::availability::Level;
use crate::plan::overlap::overlap;
use crate::team::{Calendars, Member};
use crate::time::{Minutes, Span, Spans};
use crate::words::clock::Clock;

/// What a strip shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Strip {
    /// The day, from midnight to midnight on the clock of the first row.
    pub day: Span,
    /// The rows from the top; the first is that of the reader.
    pub rows: Vec<Row>,
    /// When all are there.
    pub all: Spans,
    /// When at least `at_least` are there.
    pub some: Spans,
    /// How many are enough.
    pub at_least: usize,
    /// How many were asked about.
    pub asked: usize,
    /// How times are written.
    pub clock: Clock,
}

impl Strip {
    /// The strip of `members` with these rows on a `day`; all of them must be there, or `at_least` so many.
    pub fn of(
        rows: Vec<Row>,
        members: &[&Member],
        calendars: &Calendars,
        day: Span,
        at_least: usize,
        flexible: bool,
    ) -> Self {
        // Windows over the day's edges are whole before they are cut.
        let around = Span { start: day.start - Minutes::DAY, end: day.end + Minutes::DAY };
        let windows = |at_least| overlap(members, calendars, around, at_least, flexible).windows.clip(day);
        Self {
            day,
            rows,
            all: windows(None),
            some: windows(Some(at_least)),
            at_least,
            asked: members.len(),
            clock: Clock::Hours24,
        }
    }

    /// The same with numbers for names.
    #[must_use]
    pub fn without_names(mut self) -> Self {
        let counted = self.rows.iter_mut().filter(|row| row.counted);
        counted.enumerate().for_each(|(number, row)| row.name = format!("Member {}", number + 1));
        self
    }

    /// A stretch of the day on the clock of the first row: `15:00-16:30`.
    pub fn clocked(&self, span: Span) -> String {
        let Some(home) = self.rows.first() else { return String::new() };
        // Beyond the day's end the row knows no clock: what is shown there is that of its last minute.
        let last = home.offset_at(span.end - Minutes(1));
        let end = if span.end >= self.day.end { (span.end + last.minutes()).utc() } else { home.local(span.end) };
        self.clock.between(home.local(span.start), end)
    }

    /// How many of the rows of members are in preferred (with `flexible` also flexible) time at an instant.
    pub fn present(&self, at: crate::time::Instant, flexible: bool) -> usize {
        let counts = |level| level == Level::Preferred || flexible && level == Level::Flexible;
        self.rows.iter().filter(|row| row.counted && row.level_at(at).is_some_and(counts)).count()
    }
}

/// What people call a level.
pub fn level_name(level: Level) -> &'static str {
    match level {
        Level::Preferred => "at work",
        Level::Flexible => "flexible",
        Level::Asleep => "asleep",
        Level::Off => "off",
        Level::Away => "away",
    }
}
