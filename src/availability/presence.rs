//! When somebody is there over a horizon, and when all or any of some are.

use std::collections::HashMap;

use super::book::{Book, WeekId};
use super::calendar::Calendar;
use super::season::offsets;
use super::year::{Year, YearOf};
use crate::team::{Member, MemberId};
use crate::time::{Offset, Spans};

/// When somebody is `Preferred`: a place among those of [`Years`](super::Years). Members who are there at the same times have one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PresenceId(pub(super) usize);

impl PresenceId {
    /// The place, counted from 0.
    pub const fn index(self) -> usize {
        self.0
    }
}

/// When somebody is `Preferred`, on pattern availability.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Presence {
    /// Over the horizon.
    pub year: Year,
    /// The steady week under each set of offsets.
    pub steady: Vec<WeekId>,
}

/// When a member is there.
pub(super) fn presence(
    who: &Member,
    id: MemberId,
    sets: &[Vec<Offset>],
    calendar: &Calendar,
    book: &mut Book,
) -> Presence {
    let hours = book.hours(&who.hours);
    let offsets = offsets(who, calendar.with_margin());
    let year = Year::new(book, calendar, &YearOf { hours, zone_on: &|date| who.zone_on(date), offsets: &offsets });
    Presence { year, steady: sets.iter().map(|offsets| book.steady(hours, offsets[id])).collect() }
}

/// When all of some weeks hold, and when any does: each combination once.
#[derive(Default)]
pub(super) struct Joins(HashMap<Vec<WeekId>, (WeekId, WeekId)>);

impl Joins {
    pub fn join(&mut self, book: &mut Book, weeks: impl Iterator<Item = WeekId>) -> (WeekId, WeekId) {
        *self.0.entry(weeks.collect()).or_insert_with_key(|weeks| {
            let sets: Vec<&Spans> = weeks.iter().map(|&week| book.week(week)).collect();
            let (all, any) = (Spans::at_least(sets.len(), &sets), Spans::at_least(1, &sets));
            (book.number(all), book.number(any))
        })
    }
}
