use chrono::{Datelike, NaiveDate};

use super::{Availability, dates_that_reach};
use crate::team::Member;
use crate::time::{Instant, Minutes, Offset, Span, Spans, TimeRange, Zone};
use crate::world::Region;

/// Between a local time and the same time in UTC, and for the turn of a clock, in minutes: more than any zone needs.
const MARGIN: i64 = 1_000;
/// A range reaches so far beyond the midnight of its date at most, in minutes.
const REACH: i64 = 2 * 1_440;

/// The dates that reach into a span of time, when each begins in a zone, and which are holidays of a region: found once for all
/// the members who share the zone or the region, who are then quick to place.
#[derive(Debug)]
pub struct Almanac {
    over: Span,
    dates: Vec<NaiveDate>,
    zones: Vec<(Zone, Vec<Option<Instant>>)>,
    regions: Vec<(Region, Vec<NaiveDate>)>,
}

impl Almanac {
    /// For questions about `over`.
    pub fn new(over: Span) -> Self {
        Self { over, dates: dates_that_reach(over), zones: Vec::new(), regions: Vec::new() }
    }

    /// When `member` is `Preferred` (with `flexible` also `Flexible`), on full availability, or with leave, holidays and busy time
    /// left out on `pattern` availability. The same as [`Availability`] says of these levels, which it finds for all of them.
    ///
    /// Far from a change of clocks a local time is one subtraction from its instant; only dates near one are looked up.
    pub fn present(&mut self, member: &Member, pattern: bool, flexible: bool) -> Spans {
        if !member.stays.is_empty() {
            let of = if pattern { Availability::pattern } else { Availability::full };
            let known = of(member, self.over);
            return if flexible { known.reachable() } else { known.preferred().clone() };
        }
        let zone = self.zone(member.home.zone);
        let region = member.holiday_region().filter(|_| !pattern).map(|region| self.region(region));
        let holidays = region.map_or(&[] as &[NaiveDate], |place| &self.regions[place].1);
        let leave = if pattern { &[] as &[_] } else { &member.leave };
        let mut holidays = holidays.iter().peekable();
        let week = week_of(member, flexible);
        let mut weekday = self.dates.first().map_or(0, |date| date.weekday().num_days_from_monday() as usize);
        let mut found = Vec::with_capacity(self.dates.len() * week.iter().map(Vec::len).max().unwrap_or(0));
        for (&date, &midnight) in self.dates.iter().zip(&self.zones[zone].1) {
            let of_day = &week[weekday];
            weekday = (weekday + 1) % 7;
            while holidays.next_if(|&&holiday| holiday < date).is_some() {}
            if holidays.peek() == Some(&&date) || leave.iter().any(|dates| dates.contains(date)) {
                continue;
            }
            match midnight {
                Some(midnight) => found.extend(of_day.iter().map(|range| Span {
                    start: midnight + Minutes(range.start().into()),
                    end: midnight + Minutes(range.end().into()),
                })),
                None => found.extend(of_day.iter().filter_map(|range| range.span_on(date, member.home.zone))),
            }
        }
        let present = found.into_iter().collect::<Spans>().into_clipped(self.over);
        if pattern || member.busy.is_empty() { present } else { present.difference(&member.busy_spans(self.over)) }
    }

    /// The place of a zone among those whose midnights are known.
    fn zone(&mut self, zone: Zone) -> usize {
        let known = self.zones.iter().position(|(known, _)| *known == zone);
        known.unwrap_or_else(|| {
            let mut clock = Clock::new(zone, self.over);
            self.zones.push((zone, self.dates.iter().map(|&date| clock.midnight(date)).collect()));
            self.zones.len() - 1
        })
    }

    /// The place of a region among those whose holidays are known.
    fn region(&mut self, region: Region) -> usize {
        let known = self.regions.iter().position(|(known, _)| *known == region);
        known.unwrap_or_else(|| {
            let dates = match (self.dates.first(), self.dates.last()) {
                (Some(&first), Some(&last)) => region.dates(first, last),
                _ => Vec::new(),
            };
            self.regions.push((region, dates));
            self.regions.len() - 1
        })
    }
}

/// The ranges that count as being there, by the weekday on which they start.
fn week_of(member: &Member, flexible: bool) -> [Vec<TimeRange>; 7] {
    std::array::from_fn(|day| {
        let Ok(day) = chrono::Weekday::try_from(day as u8) else { return Vec::new() };
        let mut ranges = member.hours.starting_on(day).to_vec();
        if flexible {
            ranges.extend(member.flexible.starting_on(day));
            ranges.sort_unstable_by_key(|range| range.start());
        }
        ranges
    })
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
