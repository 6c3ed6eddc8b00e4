//! When a calendar keeps somebody busy.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::team::member::Member;
use crate::time::{Instant, Minutes, Span, Spans, Zone};

/// When a calendar keeps whoever it belongs to busy, in the years 2000 to 2099.
///
/// Times without a zone, and whole days, are kept as local times: whose they are, and where that person is on the date, decides what
/// instants they mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Busy {
    pub(super) parts: Vec<Part>,
    pub(super) warnings: Vec<String>,
}

/// Events that the same people declined.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// Addresses in lower case.
    pub(super) declined_by: BTreeSet<String>,
    /// Times of a zone.
    pub(super) instants: Spans,
    /// Times of whatever zone the member is in: clock times, written as if they were UTC.
    pub(super) local: Spans,
}

impl Busy {
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
