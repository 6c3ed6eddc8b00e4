use chrono::{NaiveDate, NaiveDateTime};

use crate::availability::whereabouts;
use crate::team::Member;
use crate::time::{Instant, Minutes, Offset, Span};

/// What a member's clock shows, at home and on stays.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    /// Where each offset begins; the first holds before, too.
    steps: Vec<(Instant, Offset)>,
}

impl Clock {
    pub fn of(member: &Member, over: Span) -> Self {
        let mut steps = Vec::new();
        for (span, zone) in whereabouts(member, over) {
            steps.push((span.start, zone.offset_at(span.start)));
            steps.extend(zone.transitions(span).map(|transition| (transition.at, transition.after)));
        }
        Self { steps }
    }

    fn offset_at(&self, at: Instant) -> Minutes {
        let next = self.steps.partition_point(|&(start, _)| start <= at);
        self.steps.get(next.saturating_sub(1)).map_or(Minutes::ZERO, |&(_, offset)| offset.minutes())
    }

    /// Date and time that the member's clock and calendar show.
    pub fn local(&self, at: Instant) -> NaiveDateTime {
        (at + self.offset_at(at)).utc()
    }

    pub fn date(&self, at: Instant) -> NaiveDate {
        self.local(at).date()
    }

    /// The local minute of the day.
    pub fn minute_of_day(&self, at: Instant) -> u16 {
        (at + self.offset_at(at)).minute_of_utc_day()
    }
}
