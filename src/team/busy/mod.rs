//! Busy time from calendars in the iCalendar format (RFC 5545), such as programs export them.
//!
//! - `read` takes the bytes of a calendar's files apart, `event` says what one event or free-busy answer means;
//! - `clock` finds out by which clock a time is meant, and `repeat` when an event recurs, both in local time;
//! - `resolve` lets exceptions and newer versions take their places, and leaves spans.
//!
//! Nothing here touches a file: whoever opens a team hands the bytes over, see [`Team::read_calendars`](super::Team::read_calendars).

mod clock;
mod event;
mod load;
mod read;
mod repeat;
mod resolve;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::Member;
use crate::time::{Instant, Minutes, Span, Spans, Zone};
pub use load::{calendar_diagnostics, content};
pub use read::MAX_CALENDAR_BYTES;

/// A file of a calendar: its name for people, and its bytes.
pub type CalendarFile = (String, Vec<u8>);

/// A calendar whose events make a member busy.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// The file or folder, as the team file writes it: from the team file's own folder on, unless it begins at the root.
    pub path: String,
    /// What is known of it.
    pub content: Content,
}

/// What is known of a calendar.
#[derive(Clone, Debug, Default)]
pub enum Content {
    /// It was not looked at yet.
    #[default]
    Unread,
    /// What it says.
    Read(Arc<Busy>),
    /// Why it cannot be used.
    Failed(String),
}

impl Calendar {
    /// A calendar that was not looked at yet.
    pub fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), content: Content::Unread }
    }

    /// What it says, when it could be read.
    pub fn busy(&self) -> Option<&Busy> {
        match &self.content {
            Content::Read(busy) => Some(busy),
            Content::Unread | Content::Failed(_) => None,
        }
    }

    /// The last part of its path, as people call it.
    pub fn short_name(&self) -> &str {
        self.path.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or(&self.path)
    }
}

/// A team is the same whether its calendars were read or not: what stands in them is not part of it.
impl PartialEq for Calendar {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
    }
}

/// When a calendar keeps whoever it belongs to busy, in the years 2000 to 2099.
///
/// Times without a zone, and whole days, are kept as local times: whose they are, and where that person is on the date, decides what
/// instants they mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Busy {
    parts: Vec<Part>,
    warnings: Vec<String>,
}

/// Events that the same people declined.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Part {
    /// Addresses in lower case.
    declined_by: BTreeSet<String>,
    /// Times of a zone.
    instants: Spans,
    /// Times of whatever zone the member is in: clock times, written as if they were UTC.
    local: Spans,
}

impl Busy {
    /// What the files of one calendar say together.
    ///
    /// # Errors
    /// When one of them is no calendar, or breaks off.
    pub fn read(files: &[CalendarFile]) -> Result<Self, String> {
        read::read(files)
    }

    /// When `member`, whose calendar this is, is busy within `over`. Events that they declined leave them free.
    pub fn spans(&self, member: &Member, over: Span) -> Spans {
        let address = member.email.as_ref().map(|email| email.to_lowercase());
        let counts = |part: &&Part| address.as_ref().is_none_or(|address| !part.declined_by.contains(address));
        let mut spans = Vec::new();
        for part in self.parts.iter().filter(counts) {
            spans.extend(part.instants.clip(over).iter().copied());
            spans.extend(part.local_spans(member, over));
        }
        spans.into_iter().collect()
    }

    /// When the last busy time is over, if there is any; local times are taken for UTC.
    pub fn end(&self) -> Option<Instant> {
        self.parts
            .iter()
            .flat_map(|part| [part.instants.as_slice().last(), part.local.as_slice().last()])
            .flatten()
            .map(|s| s.end)
            .max()
    }

    /// What was left out or read otherwise than it may be meant, with file and line; at most a few.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }
}

impl Part {
    /// The local times, each date's by the clocks of where the member is on it.
    fn local_spans(&self, member: &Member, over: Span) -> Vec<Span> {
        // Local times are up to 14 hours from UTC's.
        let near = Span { start: over.start - Minutes::DAY, end: over.end + Minutes::DAY };
        let mut spans = Vec::new();
        for span in &self.local.clip(near) {
            let mut start = span.start;
            while start < span.end {
                let date = start.utc().date();
                let Some(next) = date.checked_add_days(Days::new(1)) else { break };
                let end = Instant::midnight(next).min(span.end);
                spans.extend(on_date(start, end, date, member.zone_on(date)).and_then(|span| span.intersection(over)));
                start = end;
            }
        }
        spans
    }
}

/// Local times of one date, the end perhaps the midnight after it.
fn on_date(start: Instant, end: Instant, date: NaiveDate, zone: Zone) -> Option<Span> {
    debug_assert_eq!(start.utc().date(), date, "the part lies on its date");
    Span::new(zone.instant(start.utc()), zone.instant(end.utc()))
}

/// A calendar with one event between two times as calendars write them, for tests.
#[cfg(test)]
pub(crate) fn sample(path: &str, start: &str, end: &str) -> Calendar {
    let event = format!("BEGIN:VEVENT\nDTSTART:{start}\nDTEND:{end}\nEND:VEVENT");
    let file = (path.to_owned(), format!("BEGIN:VCALENDAR\n{event}\nEND:VCALENDAR\n").into_bytes());
    Calendar { path: path.to_owned(), content: content(path, Ok(vec![file])) }
}

#[cfg(test)]
mod tests;
