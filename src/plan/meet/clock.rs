//! What a member's clock shows.

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

    /// How many of these instants, in time order, have the local time of day that most of them have.
    pub fn most_frequent(&self, starts: &[Instant]) -> usize {
        // There are few different times of day: a slot is moved by clock changes alone.
        let mut times: Vec<(u16, usize)> = Vec::with_capacity(4);
        let mut step = 0;
        for &start in starts {
            while self.steps.get(step + 1).is_some_and(|(at, _)| *at <= start) {
                step += 1;
            }
            let offset = self.steps.get(step).map_or(Minutes::ZERO, |(_, offset)| offset.minutes());
            let time = (start + offset).minute_of_utc_day();
            match times.iter_mut().find(|(known, _)| *known == time) {
                Some((_, count)) => *count += 1,
                None => times.push((time, 1)),
            }
        }
        times.into_iter().map(|(_, count)| count).max().unwrap_or(0)
    }
}
