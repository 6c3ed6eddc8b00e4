//! A year of weekly hours as a list of weeks, of which few are different: an hour that all zones share is looked at once.
//!
//! Away from changes of clocks every week of somebody's year is the steady week of their offset. A week near a change is made from its
//! dates, as RFC 5545 reads them, so that sums over the weeks are exact. Equal weeks have one number, whoever has them.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use crate::availability::{WEEK, steady_week};
use crate::time::{Hours, Instant, Minutes, Offset, Span, Spans, Zone};

/// The number of a week in a [`Book`].
pub(super) type WeekId = u32;

/// How far beyond the horizon answers are looked for.
const REACH: Minutes = Minutes(15 * 24 * 60);
/// A range lasts two days at most, and local dates are less than a day from those of UTC.
const MARGIN: Minutes = Minutes(3 * 24 * 60);

/// The weeks of a horizon, Monday to Monday in UTC, and those after it in which answers are looked for.
pub(super) struct Calendar {
    pub horizon: Span,
    starts: Vec<Instant>,
    /// How many of them the horizon touches.
    pub inside: usize,
}

impl Calendar {
    pub fn new(horizon: Span) -> Self {
        let date = horizon.start.utc().date();
        let first =
            Instant::midnight(date) - Minutes(i64::from(date.weekday().num_days_from_monday()) * Minutes::DAY.0);
        let week = |number: usize| first + Minutes(number as i64 * Minutes::WEEK.0);
        let until = |end: Instant| ((end - first).0 as usize).div_ceil(Minutes::WEEK.0 as usize);
        let inside = until(horizon.end);
        Self { horizon, starts: (0..until(horizon.end + REACH)).map(week).collect(), inside }
    }

    fn week(&self, number: usize) -> Span {
        Span { start: self.starts[number], end: self.starts[number] + Minutes::WEEK }
    }

    /// Everything that decides what the weeks are.
    pub fn with_margin(&self) -> Span {
        let last = self.week(self.starts.len() - 1).end;
        Span { start: self.starts[0] - MARGIN, end: last + MARGIN }
    }
}

/// Somebody's year.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Year {
    /// The weeks of the horizon, clipped to it.
    pub inside: Vec<WeekId>,
    /// The same weeks whole, and those after the horizon.
    whole: Vec<WeekId>,
    /// From the end of each week of the horizon until the first preferred minute after it.
    next: Vec<Option<Minutes>>,
}

/// Whose year it is: weekly hours, where each date is spent, and the offsets that follow from it.
pub(super) struct Hand<'a> {
    /// The number of the hours in the [`Book`].
    pub hours: usize,
    /// The zone that decides for a date.
    pub zone_on: &'a dyn Fn(NaiveDate) -> Zone,
    /// When each offset begins; the first at or before [`Calendar::with_margin`].
    pub steps: &'a [(Instant, Offset)],
}

/// Every different week, each once.
#[derive(Clone, Default)]
pub(super) struct Book {
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
        let number = self.weeks.len() as WeekId;
        self.minutes.push(week.minutes());
        self.weeks.push(week.clone());
        self.numbers.insert(week, number);
        number
    }

    /// A week by its number.
    pub fn week(&self, number: WeekId) -> &Spans {
        &self.weeks[number as usize]
    }

    /// Its length.
    pub fn minutes(&self, number: WeekId) -> Minutes {
        self.minutes[number as usize]
    }

    /// The number of some hours.
    pub fn hours(&mut self, hours: &Hours) -> usize {
        self.hours.iter().position(|known| known == hours).unwrap_or_else(|| {
            self.hours.push(hours.clone());
            self.steady.push(Vec::new());
            self.hours.len() - 1
        })
    }

    /// The steady week of hours under an offset.
    pub fn steady(&mut self, hours: usize, offset: Offset) -> WeekId {
        if let Some(&(_, number)) = self.steady[hours].iter().find(|(known, _)| *known == offset) {
            return number;
        }
        let number = self.number(steady_week(&self.hours[hours], offset));
        self.steady[hours].push((offset, number));
        number
    }

    /// Somebody's year.
    pub fn year(&mut self, calendar: &Calendar, hand: &Hand) -> Year {
        let mut step = 0;
        let whole: Vec<WeekId> = (0..calendar.starts.len())
            .map(|number| {
                let week = calendar.week(number);
                let near = Span { start: week.start - MARGIN, end: week.end + MARGIN };
                step += hand.steps[step + 1..].iter().take_while(|&&(at, _)| at <= near.start).count();
                match hand.steps.get(step + 1) {
                    Some(&(at, _)) if at < near.end => {
                        let made = self.made_of_dates(hand, week);
                        self.number(made)
                    }
                    _ => self.steady(hand.hours, hand.steps[step].1),
                }
            })
            .collect();
        let mut inside = whole[..calendar.inside].to_vec();
        for number in [0, calendar.inside - 1] {
            let week = calendar.week(number);
            let Some(part) = week.intersection(calendar.horizon).filter(|part| *part != week) else { continue };
            let clipped = self.week(inside[number]).clip(relative(part, week.start));
            inside[number] = self.number(clipped);
        }
        let next = (0..calendar.inside).map(|number| self.next(&whole[number + 1..])).collect();
        Year { inside, whole, next }
    }

    /// A week near a change of clocks or a move.
    fn made_of_dates(&self, hand: &Hand, week: Span) -> Spans {
        let first = (week.start - MARGIN).utc().date();
        let last = (week.end + Minutes::DAY).utc().date();
        let dates = first.iter_days().take_while(|date| *date <= last);
        let spans = dates.flat_map(|date| {
            let zone = (hand.zone_on)(date);
            self.hours[hand.hours].starting_on(date.weekday()).iter().filter_map(move |range| range.span_on(date, zone))
        });
        spans.collect::<Spans>().clip(week).iter().map(|&span| relative(span, week.start)).collect()
    }

    /// From the start of these weeks to their first minute.
    fn next(&self, weeks: &[WeekId]) -> Option<Minutes> {
        let starts = (0..).zip(weeks).filter_map(|(number, &week)| {
            let first = self.week(week).as_slice().first()?;
            Some(Minutes(number * Minutes::WEEK.0) + (first.start - WEEK.start))
        });
        starts.take(1).next()
    }
}

/// A span as minutes of the week that starts at `monday`.
fn relative(span: Span, monday: Instant) -> Span {
    Span { start: WEEK.start + (span.start - monday), end: WEEK.start + (span.end - monday) }
}

/// Minutes of `a` and `b` together, for pairs of weeks of which the first is one of few: each pair is counted once.
#[derive(Default)]
pub(super) struct SharedWeeks(Vec<Vec<i32>>);

impl SharedWeeks {
    const UNKNOWN: i32 = -1;

    pub fn minutes(&mut self, book: &Book, a: WeekId, b: WeekId) -> Minutes {
        let cell = cell(&mut self.0, a, b, Self::UNKNOWN);
        if *cell == Self::UNKNOWN {
            *cell = book.week(a).shared_minutes(book.week(b)).0 as i32;
        }
        Minutes((*cell).into())
    }
}

/// The waits that begin in a week, but for what lies beyond its end.
#[derive(Clone, Copy)]
pub(super) struct WeekOfWaits {
    /// Minutes that are waited by all askers' minutes, those that are answered later counted to the end of the week.
    waited: i64,
    longest: Minutes,
    /// Minutes of asking after the last answer of the week.
    late: i64,
    /// From the first of these to the end of the week.
    latest: Minutes,
}

impl WeekOfWaits {
    fn of(asker: &Spans, answerer: &Spans) -> Self {
        let mut found = Self { waited: 0, longest: Minutes::ZERO, late: 0, latest: Minutes::ZERO };
        let answers = answerer.as_slice();
        let mut next = 0;
        for span in asker {
            let mut at = span.start;
            while at < span.end {
                next += answers[next..].iter().take_while(|answer| answer.end <= at).count();
                let answer = answers.get(next).map_or(WEEK.end, |answer| answer.start);
                if at >= answer {
                    at = answers[next].end;
                    continue;
                }
                let until = answer.min(span.end);
                let (first, last) = (answer - at, answer - until + Minutes(1));
                found.waited += (first + last).0 * (until - at).0 / 2;
                if next < answers.len() {
                    found.longest = found.longest.max(first);
                } else {
                    found.late += (until - at).0;
                    found.latest = found.latest.max(first);
                }
                at = until;
            }
        }
        found
    }
}

/// The waits of pairs of weeks, each counted once; the row is the team's week, whoever asks.
#[derive(Default)]
pub(super) struct Waits(Vec<Vec<Option<WeekOfWaits>>>);

impl Waits {
    /// Waited in all and the longest wait over a horizon, if every question is answered.
    pub fn over(
        &mut self,
        book: &Book,
        (asker, answerer): (&Year, &Year),
        is_asker_row: bool,
        runs: &[(usize, i64)],
    ) -> Option<(i64, Minutes)> {
        let (mut waited, mut longest) = (0, Minutes::ZERO);
        for &(week, times) in runs {
            let (asks, answers) = (asker.inside[week], answerer.whole[week]);
            let (row, column) = if is_asker_row { (asks, answers) } else { (answers, asks) };
            let cell = cell(&mut self.0, row, column, None);
            let of_week = *cell.get_or_insert_with(|| WeekOfWaits::of(book.week(asks), book.week(answers)));
            waited += of_week.waited * times;
            longest = longest.max(of_week.longest);
            if of_week.late > 0 {
                let beyond = answerer.next[week]?;
                waited += of_week.late * beyond.0 * times;
                longest = longest.max(of_week.latest + beyond);
            }
        }
        Some((waited, longest))
    }
}

fn cell<T: Copy>(rows: &mut Vec<Vec<T>>, row: WeekId, column: WeekId, unknown: T) -> &mut T {
    let (row, column) = (row as usize, column as usize);
    if rows.len() <= row {
        rows.resize_with(row + 1, Vec::new);
    }
    let row = &mut rows[row];
    if row.len() <= column {
        row.resize(column + 1, unknown);
    }
    &mut row[column]
}

/// Stretches of weeks in which none of some years changes: the first week of each, and how many there are.
pub(super) fn runs(starts: &[bool], year: &Year) -> Vec<(usize, i64)> {
    let mut found: Vec<(usize, i64)> = Vec::new();
    for (week, &starts) in starts.iter().enumerate() {
        match found.last_mut() {
            Some((_, times)) if !starts && !year.changes_at(week) => *times += 1,
            _ => found.push((week, 1)),
        }
    }
    found
}

impl Year {
    /// Whether a week, or how long after it answers come, is another than the week before.
    pub fn changes_at(&self, week: usize) -> bool {
        let Some(before) = week.checked_sub(1) else { return true };
        self.inside[week] != self.inside[before]
            || self.whole[week] != self.whole[before]
            || self.next[week] != self.next[before]
    }
}
