//! What many members' availability has in common: dates, midnights and holidays, found once; and the one walk over a member's dates.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::levels::Availability;
use crate::team::{Calendars, Member, Place};
use crate::time::{HORIZON_END, HORIZON_START, Hours, Instant, Minutes, Offset, Span, Spans, TimeRange, Zone};
use crate::world::Region;

/// Between a local time and the same time in UTC, and for the turn of a clock, in minutes: more than any zone needs.
const MARGIN: i64 = 1_000;
/// A range reaches so far beyond the midnight of its date at most, in minutes.
const REACH: i64 = 2 * 1_440;
/// Ranges that can still run when a date begins are among the last so many.
const RECENT: usize = 4 * 24;

/// Availability over one span of time, for any number of members: the dates that reach into it, when each begins in a zone, and which
/// are holidays of a region are found once for all the members who share the zone or the region, who are then quick to place.
///
/// Far from a change of clocks a local time is one subtraction from its instant; only dates near one are looked up.
///
/// # Example
///
/// ```
/// use sunwise::availability::{Almanac, Basis};
/// use sunwise::team::{Calendars, Member, Place};
/// use sunwise::time::{Dates, Hours, Instant, Minutes, Span, Zone};
///
/// let mut ana = Member::new("Ana", Place::zone(Zone::UTC), Hours::parse("Mo-Fr 09:00-17:00").unwrap());
/// ana.leave = vec![Dates::new("2027-01-05".parse().unwrap(), "2027-01-05".parse().unwrap()).unwrap()];
/// let start = Instant::midnight("2027-01-04".parse().unwrap());
/// let mut week = Almanac::new(Span { start, end: start + Minutes::WEEK });
/// assert_eq!(week.full(&ana, Calendars::unread()).preferred().minutes(), Minutes::hours(32), "she is on leave on Tuesday");
/// assert_eq!(week.present(&ana, Basis::Pattern, false).minutes(), Minutes::hours(40), "which is no part of the pattern");
/// ```
#[derive(Debug)]
pub struct Almanac {
    over: Span,
    dates: Vec<NaiveDate>,
    zones: Vec<(Zone, Vec<Option<Instant>>)>,
    regions: Vec<(Region, Vec<NaiveDate>)>,
}

/// What counts of when somebody is there.
#[derive(Clone, Copy, Debug)]
pub enum Basis<'c> {
    /// Hours and stays, without leave, holidays and busy time.
    Pattern,
    /// All of it: also leave, public holidays, and what calendars say.
    Full(&'c Calendars),
}

impl Basis<'_> {
    fn is_pattern(self) -> bool {
        matches!(self, Self::Pattern)
    }

    /// When the calendars of `member` make them busy.
    fn busy_spans(self, member: &Member, over: Span) -> Spans {
        match self {
            Self::Pattern => Spans::EMPTY,
            Self::Full(calendars) => calendars.busy_spans(member, over),
        }
    }
}

/// What a local date is to a member.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DateKind {
    Usual,
    Holiday,
    Leave,
}

/// A local date of a member.
struct Day {
    date: NaiveDate,
    /// Days after Monday.
    weekday: usize,
    zone: Zone,
    /// When it begins, if all local times of its ranges have the same offset.
    midnight: Option<Instant>,
    kind: DateKind,
}

impl Day {
    /// When a range that starts on this date runs.
    fn span_of(&self, range: TimeRange) -> Option<Span> {
        match self.midnight {
            Some(midnight) => Some(Span {
                start: midnight + Minutes(range.start().into()),
                end: midnight + Minutes(range.end().into()),
            }),
            None => range.span_on(self.date, self.zone),
        }
    }

    /// Midnight to midnight.
    fn whole(&self) -> Option<Span> {
        Span::new(self.zone.midnight(self.date), self.zone.midnight(self.date.succ_opt()?))
    }
}

impl Almanac {
    /// For questions about `over`.
    pub fn new(over: Span) -> Self {
        Self { over, dates: dates_that_reach(over), zones: Vec::new(), regions: Vec::new() }
    }

    /// The full availability of `member`: with leave, public holidays and what their calendars say.
    pub fn full(&mut self, member: &Member, calendars: &Calendars) -> Availability {
        self.levels(member, Basis::Full(calendars))
    }

    /// The pattern availability of `member`: without leave, holidays and busy time, but with stays.
    pub fn pattern(&mut self, member: &Member) -> Availability {
        self.levels(member, Basis::Pattern)
    }

    /// When `member` is `Preferred` (with `flexible` also `Flexible`), on full or on pattern availability: what
    /// [`Availability`] says of these levels, without finding the others.
    pub fn present(&mut self, member: &Member, basis: Basis, flexible: bool) -> Spans {
        // Dates of two zones may overlap, so that a date of leave in the one takes hours of the next date in the other.
        if !basis.is_pattern() && !member.stays.is_empty() && !member.leave.is_empty() {
            let levels = self.levels(member, basis);
            return if flexible { levels.reachable() } else { levels.preferred().clone() };
        }
        let sources: &[&Hours] = if flexible { &[&member.hours, &member.flexible] } else { &[&member.hours] };
        let week = week_of(sources);
        let most = week.iter().map(Vec::len).max().unwrap_or(0);
        let mut found = Vec::with_capacity(self.dates.len() * most);
        self.walk(member, basis, |day| {
            if day.kind == DateKind::Usual {
                found.extend(week[day.weekday].iter().filter_map(|&range| day.span_of(range)));
            }
        });
        let present = found.into_iter().collect::<Spans>().into_clipped(self.over);
        if member.busy.is_empty() { present } else { present.difference(&basis.busy_spans(member, self.over)) }
    }

    fn levels(&mut self, member: &Member, basis: Basis) -> Availability {
        let [hours, flexible, sleep] = [&member.hours, &member.flexible, &member.sleep].map(|hours| week_of(&[hours]));
        let mut found = Ranges::default();
        self.walk(member, basis, |day| {
            let spans = |week: &[Vec<TimeRange>; 7]| -> Vec<Span> {
                week[day.weekday].iter().filter_map(|&range| day.span_of(range)).collect()
            };
            match day.kind {
                DateKind::Usual => {
                    found.preferred.extend(spans(&hours));
                    found.flexible.extend(spans(&flexible));
                }
                DateKind::Holiday => {}
                DateKind::Leave => found.add_leave(day),
            }
            found.asleep.extend(spans(&sleep));
        });
        let within = |spans: Vec<Span>| spans.into_iter().collect::<Spans>().clip(self.over);
        let away = within(found.away).union(&basis.busy_spans(member, self.over));
        let levels = [away, within(found.preferred), within(found.flexible), within(found.asleep)];
        Availability::of_levels(self.over, levels)
    }

    /// Shows every local date of `member` that reaches into the time of the question. The date decides for all of a range that starts
    /// on it: its zone, leave and holiday.
    fn walk(&mut self, member: &Member, basis: Basis, mut see: impl FnMut(&Day)) {
        let zones: Vec<(Zone, usize)> = member.zones().into_iter().map(|zone| (zone, self.zone(zone))).collect();
        let region = member.holiday_region().filter(|_| !basis.is_pattern()).map(|region| self.region(region));
        let holidays = region.map_or(&[] as &[NaiveDate], |place| &self.regions[place].1);
        let leave = if basis.is_pattern() { &[] as &[_] } else { &member.leave };
        let mut holidays = holidays.iter().peekable();
        let mut weekday = self.dates.first().map_or(0, |date| date.weekday().num_days_from_monday() as usize);
        let (home, known) = (zones[0].0, &self.zones[zones[0].1].1);
        for (number, &date) in self.dates.iter().enumerate() {
            while holidays.next_if(|&&holiday| holiday < date).is_some() {}
            let kind = if leave.iter().any(|dates| dates.contains(date)) {
                DateKind::Leave
            } else if holidays.peek() == Some(&&date) {
                DateKind::Holiday
            } else {
                DateKind::Usual
            };
            let (zone, midnight) = if zones.len() == 1 {
                (home, known[number])
            } else {
                let zone = member.zone_on(date);
                let place = zones.iter().find(|(other, _)| *other == zone).map_or(zones[0].1, |&(_, place)| place);
                (zone, self.zones[place].1[number])
            };
            see(&Day { date, weekday, zone, midnight, kind });
            weekday = (weekday + 1) % 7;
        }
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

/// One member's levels, without an almanac for others.
impl Availability {
    /// The full availability of `member`: with leave, public holidays and what their calendars say. For many members ask one
    /// [`Almanac`].
    pub fn full(member: &Member, calendars: &Calendars, over: Span) -> Self {
        Almanac::new(over).full(member, calendars)
    }

    /// The pattern availability of `member`: without leave, holidays and busy time, but with stays.
    pub fn pattern(member: &Member, over: Span) -> Self {
        Almanac::new(over).pattern(member)
    }

    /// The levels of somebody with these hours in one zone, without leave, holidays or stays.
    pub fn of_hours(hours: &Hours, zone: Zone, over: Span) -> Self {
        Self::pattern(&Member::new("", Place::zone(zone), hours.clone()), over)
    }
}

/// A range may reach into the second day after its date, and local dates are up to 14 hours from UTC's.
fn dates_that_reach(over: Span) -> Vec<NaiveDate> {
    let first = over.start.utc().date().checked_sub_days(Days::new(3)).unwrap_or(HORIZON_START);
    let last = over.end.utc().date().checked_add_days(Days::new(1)).unwrap_or(HORIZON_END);
    first.iter_days().take_while(|&date| date <= last).collect()
}

/// The ranges of some hours, by the weekday on which they start, in order.
fn week_of(sources: &[&Hours]) -> [Vec<TimeRange>; 7] {
    std::array::from_fn(|day| {
        let Ok(day) = Weekday::try_from(day as u8) else { return Vec::new() };
        let mut ranges: Vec<TimeRange> = sources.iter().flat_map(|hours| hours.starting_on(day)).copied().collect();
        ranges.sort_unstable_by_key(|range| range.start());
        ranges
    })
}

/// The spans of each level as they are found, date by date.
#[derive(Default)]
struct Ranges {
    away: Vec<Span>,
    preferred: Vec<Span>,
    flexible: Vec<Span>,
    asleep: Vec<Span>,
}

impl Ranges {
    /// The whole local date, but for the tails of ranges that started before it.
    fn add_leave(&mut self, day: &Day) {
        let Some(whole) = day.whole() else { return };
        let recent = |spans: &[Span]| spans[spans.len().saturating_sub(RECENT)..].to_vec();
        let tails: Spans = recent(&self.preferred).into_iter().chain(recent(&self.flexible)).collect();
        self.away.extend(Spans::from(whole).difference(&tails).iter());
    }
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
