//! Who is available when: a member's level at every instant, and what an instant costs them (SPEC section 2).

mod burden;
mod present;
mod season;

pub use burden::{Points, RateMinutes};
pub use present::Almanac;
pub use season::{Change, Season, WEEK, seasons, steady_week, whereabouts};

use chrono::{Days, NaiveDate};

use crate::team::{Member, Rates};
use crate::time::{HORIZON_END, HORIZON_START, Hours, Instant, Span, Spans, TimeRange, Zone};

/// How available a member is; where two apply, the first of this list wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// On leave, or busy: not available.
    Away,
    /// In `hours`.
    Preferred,
    /// In `flexible`.
    Flexible,
    /// In `sleep`.
    Asleep,
    /// Any other time.
    Off,
}

impl Level {
    /// Points that an hour costs at this level; `Away` is not available at any price and has none.
    pub fn rate(self, rates: &Rates) -> u32 {
        match self {
            Self::Away | Self::Preferred => 0,
            Self::Flexible => rates.flexible,
            Self::Asleep => rates.asleep,
            Self::Off => rates.off,
        }
    }
}

/// A member's levels over a span of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Availability {
    over: Span,
    away: Spans,
    preferred: Spans,
    flexible: Spans,
    /// Where each level begins, in time order; the last holds until the end of `over`.
    steps: Vec<(Instant, Level)>,
}

impl Availability {
    /// The full availability of `member`: with leave, public holidays and what their calendars say.
    pub fn full(member: &Member, over: Span) -> Self {
        let dates = dates_that_reach(over);
        let holidays = match (member.holiday_region(), dates.first(), dates.last()) {
            (Some(region), Some(&first), Some(&last)) => region.dates(first, last),
            _ => Vec::new(),
        };
        Self::of_dates(member, over, &dates, &member.busy_spans(over), |date| {
            if member.is_on_leave(date) {
                DateKind::Leave
            } else if holidays.binary_search(&date).is_ok() {
                DateKind::Holiday
            } else {
                DateKind::Usual
            }
        })
    }

    /// The pattern availability of `member`: without leave, holidays and busy time, but with stays.
    pub fn pattern(member: &Member, over: Span) -> Self {
        Self::of_dates(member, over, &dates_that_reach(over), &Spans::EMPTY, |_| DateKind::Usual)
    }

    /// The levels of somebody with these hours in one zone, without leave, holidays or stays.
    pub fn of_hours(hours: &Hours, zone: Zone, over: Span) -> Self {
        let place = crate::team::Place::zone(zone);
        Self::pattern(&Member::new("", place, hours.clone()), over)
    }

    fn of_dates(
        member: &Member,
        over: Span,
        dates: &[NaiveDate],
        busy: &Spans,
        kind: impl Fn(NaiveDate) -> DateKind,
    ) -> Self {
        let mut found = Ranges::default();
        for &date in dates {
            found.add_date(member, date, kind(date));
        }
        let reach = |spans: Vec<Span>| spans.into_iter().collect::<Spans>().clip(over);
        let away = reach(found.away).union(busy);
        let preferred = reach(found.preferred).difference(&away);
        let flexible = reach(found.flexible).difference(&away).difference(&preferred);
        let asleep = reach(found.asleep).difference(&away).difference(&preferred).difference(&flexible);
        let steps = steps(over, [&away, &preferred, &flexible, &asleep]);
        Self { over, away, preferred, flexible, steps }
    }

    /// The time that these levels are about.
    pub fn over(&self) -> Span {
        self.over
    }

    /// When `Away`.
    pub fn away(&self) -> &Spans {
        &self.away
    }

    /// When `Preferred`.
    pub fn preferred(&self) -> &Spans {
        &self.preferred
    }

    /// When `Flexible`.
    pub fn flexible(&self) -> &Spans {
        &self.flexible
    }

    /// When `Preferred` or `Flexible`.
    pub fn reachable(&self) -> Spans {
        self.preferred.union(&self.flexible)
    }

    /// When at `level`.
    pub fn at_level(&self, level: Level) -> Spans {
        self.segments().filter(|&(_, held)| held == level).map(|(span, _)| span).collect()
    }

    /// The level at `instant`, or nothing outside the time that these levels are about.
    pub fn level_at(&self, instant: Instant) -> Option<Level> {
        self.over.contains(instant).then(|| self.steps[self.step_at(instant)].1)
    }

    /// Every stretch of one level, in time order and without a hole.
    pub fn segments(&self) -> impl Iterator<Item = (Span, Level)> {
        self.segments_within(self.over)
    }

    /// The stretches of one level within `within`, in time order.
    pub fn segments_within(&self, within: Span) -> impl Iterator<Item = (Span, Level)> {
        let first = self.step_at(within.start);
        (first..self.steps.len()).map_while(move |i| {
            let (start, level) = self.steps[i];
            let end = self.steps.get(i + 1).map_or(self.over.end, |next| next.0);
            (start < within.end).then(|| Span { start, end }.intersection(within).map(|span| (span, level)))?
        })
    }

    /// What `within` costs: the sum over its minutes of the level's rate. Minutes of `Away` cost nothing: look at
    /// [`Availability::away`] before asking anybody to be there.
    pub fn burden(&self, within: Span, rates: &Rates) -> RateMinutes {
        self.segments_within(within)
            .map(|(span, level)| RateMinutes(span.minutes().0 * i64::from(level.rate(rates))))
            .sum()
    }

    fn step_at(&self, instant: Instant) -> usize {
        self.steps.partition_point(|&(start, _)| start <= instant).saturating_sub(1)
    }
}

/// What a local date is to a member.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DateKind {
    Usual,
    Holiday,
    Leave,
}

/// A range may reach into the second day after its date, and local dates are up to 14 hours from UTC's.
fn dates_that_reach(over: Span) -> Vec<NaiveDate> {
    let first = over.start.utc().date().checked_sub_days(Days::new(3)).unwrap_or(HORIZON_START);
    let last = over.end.utc().date().checked_add_days(Days::new(1)).unwrap_or(HORIZON_END);
    first.iter_days().take_while(|&date| date <= last).collect()
}

#[derive(Default)]
struct Ranges {
    away: Vec<Span>,
    preferred: Vec<Span>,
    flexible: Vec<Span>,
    asleep: Vec<Span>,
}

impl Ranges {
    /// The date decides for all of a range that starts on it: its zone, leave and holiday.
    fn add_date(&mut self, member: &Member, date: NaiveDate, kind: DateKind) {
        let zone = member.zone_on(date);
        let spans = |hours: &Hours| -> Vec<Span> {
            let day = chrono::Datelike::weekday(&date);
            hours.starting_on(day).iter().filter_map(|range: &TimeRange| range.span_on(date, zone)).collect()
        };
        match kind {
            DateKind::Usual => {
                self.preferred.extend(spans(&member.hours));
                self.flexible.extend(spans(&member.flexible));
            }
            DateKind::Holiday => {}
            DateKind::Leave => self.add_leave(zone, date),
        }
        self.asleep.extend(spans(&member.sleep));
    }

    /// The whole local date, but for the tails of ranges that started before it.
    fn add_leave(&mut self, zone: Zone, date: NaiveDate) {
        let Some(next) = date.succ_opt() else { return };
        let Some(day) = Span::new(zone.midnight(date), zone.midnight(next)) else { return };
        let reaches = |span: &&Span| span.end > day.start && span.start < day.end;
        let recent =
            |spans: &[Span]| -> Vec<Span> { spans.iter().rev().take(RECENT).filter(reaches).copied().collect() };
        let tails: Spans = recent(&self.preferred).into_iter().chain(recent(&self.flexible)).collect();
        self.away.extend(Spans::from(day).difference(&tails).iter());
    }
}

/// Ranges that can still run when a date begins are among the last so many.
const RECENT: usize = 4 * 24;

fn steps(over: Span, levels: [&Spans; 4]) -> Vec<(Instant, Level)> {
    const LEVELS: [Level; 4] = [Level::Away, Level::Preferred, Level::Flexible, Level::Asleep];
    let mut stretches: Vec<(Span, Level)> =
        levels.iter().zip(LEVELS).flat_map(|(spans, level)| spans.iter().map(move |&span| (span, level))).collect();
    stretches.sort_unstable_by_key(|(span, _)| span.start);
    let mut steps = Vec::with_capacity(stretches.len() * 2 + 1);
    let mut at = over.start;
    for (span, level) in stretches {
        if at < span.start {
            steps.push((at, Level::Off));
        }
        steps.push((span.start, level));
        at = span.end;
    }
    if at < over.end || steps.is_empty() {
        steps.push((at, Level::Off));
    }
    steps
}

#[cfg(test)]
mod tests;
