//! Somebody's year as a list of weeks, of which few are different.
//!
//! Away from changes of clocks every week of a year is the steady week of an offset. A week near a change is made from its dates, as
//! RFC 5545 reads them, so that sums over the weeks are exact.

use chrono::{Datelike, NaiveDate};

use super::book::{Book, HoursId, WeekId, relative};
use super::calendar::{Calendar, MARGIN};
use super::week::WEEK;
use crate::time::{Hours, Instant, Minutes, Offset, Span, Spans, Zone};

/// When somebody is `Preferred` over a horizon, week by week, on pattern availability.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Year {
    /// The weeks of the horizon, clipped to it.
    pub inside: Vec<WeekId>,
    /// The same weeks whole, and those after the horizon.
    pub(super) whole: Vec<WeekId>,
    /// From the end of each week of the horizon until the first preferred minute after it.
    pub(super) next: Vec<Option<Minutes>>,
}

/// Whose year it is: weekly hours, where each date is spent, and the offsets that follow from it.
pub struct YearOf<'a> {
    /// The number of the hours in the [`Book`].
    pub hours: HoursId,
    /// The zone that decides for a date.
    pub zone_on: &'a dyn Fn(NaiveDate) -> Zone,
    /// When each offset begins; the first at or before [`Calendar::with_margin`].
    pub offsets: &'a [(Instant, Offset)],
}

impl Year {
    /// Somebody's year; its weeks are in the `book`.
    pub fn new(book: &mut Book, calendar: &Calendar, of: &YearOf) -> Self {
        let mut step = 0;
        let whole: Vec<WeekId> = (0..calendar.all())
            .map(|number| {
                let week = calendar.week(number);
                let near = Span { start: week.start - MARGIN, end: week.end + MARGIN };
                step += of.offsets[step + 1..].iter().take_while(|&&(at, _)| at <= near.start).count();
                match of.offsets.get(step + 1) {
                    Some(&(at, _)) if at < near.end => {
                        let made = made_of_dates(book.hours_of(of.hours), of.zone_on, week);
                        book.number(made)
                    }
                    _ => book.steady(of.hours, of.offsets[step].1),
                }
            })
            .collect();
        let mut inside = whole[..calendar.inside()].to_vec();
        for number in [0, calendar.inside() - 1] {
            let week = calendar.week(number);
            let Some(part) = week.intersection(calendar.horizon()).filter(|part| *part != week) else { continue };
            let clipped = book.week(inside[number]).clip(relative(part, week.start));
            inside[number] = book.number(clipped);
        }
        let next = (0..calendar.inside()).map(|number| first_minute(book, &whole[number + 1..])).collect();
        Self { inside, whole, next }
    }

    /// Whether a week, or how long after it answers come, is another than the week before.
    pub fn changes_at(&self, week: usize) -> bool {
        let Some(before) = week.checked_sub(1) else { return true };
        self.inside[week] != self.inside[before]
            || self.whole[week] != self.whole[before]
            || self.next[week] != self.next[before]
    }

    /// How long they are there within the horizon.
    pub fn minutes(&self, book: &Book) -> Minutes {
        self.inside.iter().map(|&week| book.minutes(week)).sum()
    }
}

/// A week near a change of clocks or a move.
fn made_of_dates(hours: &Hours, zone_on: &dyn Fn(NaiveDate) -> Zone, week: Span) -> Spans {
    let first = (week.start - MARGIN).utc().date();
    let last = (week.end + Minutes::DAY).utc().date();
    let dates = first.iter_days().take_while(|date| *date <= last);
    let spans = dates.flat_map(|date| {
        let zone = zone_on(date);
        hours.starting_on(date.weekday()).iter().filter_map(move |range| range.span_on(date, zone))
    });
    spans.collect::<Spans>().clip(week).iter().map(|&span| relative(span, week.start)).collect()
}

/// From the start of these weeks to their first minute.
fn first_minute(book: &Book, weeks: &[WeekId]) -> Option<Minutes> {
    (0..).zip(weeks).find_map(|(number, &week)| {
        let first = book.week(week).as_slice().first()?;
        Some(Minutes(number * Minutes::WEEK.0) + (first.start - WEEK.start))
    })
}

/// Stretches of weeks in which none of some years changes: the first week of each, and how many there are. `starts` says of each week
/// whether any of them but `year` changes.
pub fn runs(starts: &[bool], year: &Year) -> Vec<(usize, i64)> {
    runs_of(starts.iter().enumerate().map(|(week, &starts)| starts || year.changes_at(week)))
}

/// The same, where it is known of each week whether anything changes.
pub(super) fn runs_of(changes: impl Iterator<Item = bool>) -> Vec<(usize, i64)> {
    let mut found: Vec<(usize, i64)> = Vec::new();
    for (week, changes) in changes.enumerate() {
        match found.last_mut() {
            Some((_, times)) if !changes => *times += 1,
            _ => found.push((week, 1)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_minute_may_be_weeks_ahead() {
        let mut book = Book::default();
        let nothing = book.number(Spans::EMPTY);
        let from = |minutes: i64| Span { start: WEEK.start + Minutes(minutes), end: WEEK.end };
        let (monday, friday) = (book.number(from(0).into()), book.number(from(4 * 1440).into()));
        for (weeks, expected) in [
            (vec![monday], Some(0)),
            (vec![friday, monday], Some(4 * 1440)),
            (vec![nothing, friday], Some(11 * 1440)),
            (vec![nothing, nothing, monday], Some(14 * 1440)),
            (vec![nothing], None),
            (vec![], None),
        ] {
            assert_eq!(first_minute(&book, &weeks), expected.map(Minutes), "{weeks:?}");
        }
    }

    #[test]
    fn runs_are_stretches_of_equal_weeks() {
        let of = |changes: &[bool]| runs_of(changes.iter().copied());
        assert_eq!(of(&[true, false, false, true, true, false]), [(0, 3), (3, 1), (4, 2)]);
        assert_eq!(of(&[false, false]), [(0, 2)], "the first week begins a run in any case");
        assert_eq!(of(&[]), []);
    }
}
