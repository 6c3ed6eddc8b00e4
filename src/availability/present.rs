use chrono::{Datelike, NaiveDate};

use super::{Availability, dates_that_reach};
use crate::team::Member;
use crate::time::{Instant, Minutes, Offset, Span, Spans, TimeRange, Zone};

/// Between a local time and the same time in UTC, and for the turn of a clock, in minutes: more than any zone needs.
const MARGIN: i64 = 1_000;
/// A range reaches so far beyond the midnight of its date at most, in minutes.
const REACH: i64 = 2 * 1_440;

/// When `member` is `Preferred` over `over` (with `flexible` also `Flexible`), on full availability, or with leave, holidays and busy
/// time left out on `pattern` availability. The same as [`Availability`] says of these levels, which it finds for all of them.
///
/// Far from a change of clocks a local time is one subtraction from its instant; only dates near one are looked up.
pub fn present(member: &Member, over: Span, pattern: bool, flexible: bool) -> Spans {
    if !member.stays.is_empty() {
        let known = if pattern { Availability::pattern(member, over) } else { Availability::full(member, over) };
        return if flexible { known.reachable() } else { known.preferred().clone() };
    }
    let dates = dates_that_reach(over);
    let (Some(&first), Some(&last)) = (dates.first(), dates.last()) else { return Spans::EMPTY };
    let region = member.holiday_region().filter(|_| !pattern);
    let holidays = region.map(|region| region.dates(first, last)).unwrap_or_default();
    let is_off = |date: NaiveDate| !pattern && (member.is_on_leave(date) || holidays.binary_search(&date).is_ok());
    let ranges: [Vec<TimeRange>; 7] = std::array::from_fn(|day| {
        let Ok(day) = chrono::Weekday::try_from(day as u8) else { return Vec::new() };
        let mut ranges = member.hours.starting_on(day).to_vec();
        if flexible {
            ranges.extend(member.flexible.starting_on(day));
            ranges.sort_unstable_by_key(|range| range.start());
        }
        ranges
    });
    let mut clock = Clock::new(member.home.zone, over);
    let mut found = Vec::with_capacity(dates.len());
    for &date in &dates {
        let of_day = &ranges[date.weekday().num_days_from_monday() as usize];
        if of_day.is_empty() || is_off(date) {
            continue;
        }
        match clock.midnight(date) {
            Some(midnight) => found.extend(of_day.iter().map(|range| Span {
                start: midnight + Minutes(range.start().into()),
                end: midnight + Minutes(range.end().into()),
            })),
            None => found.extend(of_day.iter().filter_map(|range| range.span_on(date, member.home.zone))),
        }
    }
    let present = found.into_iter().collect::<Spans>().clip(over);
    if pattern || member.busy.is_empty() { present } else { present.difference(&member.busy_spans(over)) }
}

/// The offsets of a zone for dates that come in order.
struct Clock {
    /// Where each offset begins, in minutes since 1970.
    steps: Vec<(i64, Offset)>,
    next: usize,
}

impl Clock {
    fn new(zone: Zone, over: Span) -> Self {
        let around = Span { start: over.start - Minutes(5 * REACH), end: over.end + Minutes(5 * REACH) };
        let mut steps = vec![(i64::MIN, zone.offset_at(around.start))];
        steps.extend(zone.transitions(around).map(|change| (change.at.epoch_minutes().into(), change.after)));
        Self { steps, next: 1 }
    }

    /// The midnight of a date, if every local time of its ranges has the same offset; later dates come later.
    fn midnight(&mut self, date: NaiveDate) -> Option<Instant> {
        let local = Instant::midnight(date);
        let minutes = i64::from(local.epoch_minutes());
        while self.steps.get(self.next).is_some_and(|&(at, _)| at < minutes - MARGIN) {
            self.next += 1;
        }
        let is_near = self.steps.get(self.next).is_some_and(|&(at, _)| at <= minutes + REACH + MARGIN);
        (!is_near).then(|| local - self.steps[self.next - 1].1.minutes())
    }
}
