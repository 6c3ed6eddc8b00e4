//! Every different week, once: equal weeks have one number, whoever has them.

use std::collections::HashMap;

use super::week::{WEEK, steady_week};
use crate::time::{Hours, Instant, Minutes, Offset, Span, Spans};

/// The number of a week in a [`Book`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WeekId(u32);

impl WeekId {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// The number of some hours in a [`Book`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HoursId(usize);

/// Every different week, each once: minutes from Monday 00:00 UTC, as instants of [`WEEK`].
#[derive(Clone, Debug, Default)]
pub struct Book {
    weeks: Vec<Spans>,
    minutes: Vec<Minutes>,
    numbers: HashMap<Spans, WeekId>,
    hours: Vec<Hours>,
    /// By the number of hours: the steady week of each offset that was asked for.
    steady: Vec<Vec<(Offset, WeekId)>>,
}

impl Book {
    /// The number of a week.
    pub fn number(&mut self, week: Spans) -> WeekId {
        if let Some(&number) = self.numbers.get(&week) {
            return number;
        }
        let number = WeekId(self.weeks.len() as u32);
        self.minutes.push(week.minutes());
        self.weeks.push(week.clone());
        self.numbers.insert(week, number);
        number
    }

    /// A week by its number.
    pub fn week(&self, number: WeekId) -> &Spans {
        &self.weeks[number.index()]
    }

    /// Its length.
    pub fn minutes(&self, number: WeekId) -> Minutes {
        self.minutes[number.index()]
    }

    /// The number of some hours.
    pub fn hours(&mut self, hours: &Hours) -> HoursId {
        let known = self.hours.iter().position(|known| known == hours);
        HoursId(known.unwrap_or_else(|| {
            self.hours.push(hours.clone());
            self.steady.push(Vec::new());
            self.hours.len() - 1
        }))
    }

    /// Hours by their number.
    pub(super) fn hours_of(&self, number: HoursId) -> &Hours {
        &self.hours[number.0]
    }

    /// The steady week of hours under an offset.
    pub fn steady(&mut self, hours: HoursId, offset: Offset) -> WeekId {
        if let Some(&(_, number)) = self.steady[hours.0].iter().find(|(known, _)| *known == offset) {
            return number;
        }
        let number = self.number(steady_week(&self.hours[hours.0], offset));
        self.steady[hours.0].push((offset, number));
        number
    }
}

/// A span as minutes of the week that starts at `monday`.
pub(super) fn relative(span: Span, monday: Instant) -> Span {
    Span { start: WEEK.start + (span.start - monday), end: WEEK.start + (span.end - monday) }
}

/// Minutes that two weeks have in common: each pair is counted once. The first week of a pair should be one of few.
#[derive(Debug, Default)]
pub struct SharedWeeks(Vec<Vec<i32>>);

impl SharedWeeks {
    const UNKNOWN: i32 = -1;

    /// Minutes in both.
    pub fn minutes(&mut self, book: &Book, a: WeekId, b: WeekId) -> Minutes {
        let cell = cell(&mut self.0, a, b, Self::UNKNOWN);
        if *cell == Self::UNKNOWN {
            *cell = book.week(a).shared_minutes(book.week(b)).0 as i32;
        }
        Minutes((*cell).into())
    }
}

/// What is known of a pair of weeks.
pub(super) fn cell<T: Copy>(rows: &mut Vec<Vec<T>>, row: WeekId, column: WeekId, unknown: T) -> &mut T {
    let (row, column) = (row.index(), column.index());
    if rows.len() <= row {
        rows.resize_with(row + 1, Vec::new);
    }
    let row = &mut rows[row];
    if row.len() <= column {
        row.resize(column + 1, unknown);
    }
    &mut row[column]
}
