//! Steady weeks: what weekly hours are in every week under one offset.

use chrono::Weekday;

use crate::team::{Member, Rates};
use crate::time::{Hours, Instant, Minutes, Offset, Span, Spans, TimeRange};

/// A steady week's minutes, from Monday 00:00 UTC on.
pub const WEEK: Span = Span { start: Instant::from_epoch(0), end: Instant::from_epoch(7 * 24 * 60) };

/// What weekly `hours` are in every week under one `offset`: minutes of the UTC week, counted as instants within [`WEEK`].
///
/// # Example
///
/// ```
/// use sunwise::availability::{WEEK, steady_week};
/// use sunwise::time::{Hours, Minutes, Offset};
///
/// let auckland = steady_week(&Hours::parse("Mo 09:00-17:00").unwrap(), Offset(13 * 60));
/// assert!(auckland.contains(WEEK.start), "Monday morning, Sunday 20:00 to Monday 04:00 UTC");
/// assert_eq!((auckland.as_slice().len(), auckland.minutes()), (2, Minutes::hours(8)));
/// ```
pub fn steady_week(hours: &Hours, offset: Offset) -> Spans {
    let mut spans = Vec::new();
    for day in 0..7u8 {
        let Ok(weekday) = Weekday::try_from(day) else { continue };
        for range in hours.starting_on(weekday) {
            spans.extend(wrapped(i64::from(day), *range, offset));
        }
    }
    spans.into_iter().collect()
}

/// A range of the week, moved to UTC and cut where the week ends.
fn wrapped(day: i64, range: TimeRange, offset: Offset) -> Vec<Span> {
    let week = Minutes::WEEK.0;
    let start = (day * 1440 + i64::from(range.start()) - i64::from(offset.0)).rem_euclid(week);
    let end = start + i64::from(range.end() - range.start());
    let span = |a: i64, b: i64| Span::new(WEEK.start + Minutes(a), WEEK.start + Minutes(b));
    [span(start, end.min(week)), span(0, end - week)].into_iter().flatten().collect()
}

/// A member's levels in every week of a season: minutes of the UTC week from Monday 00:00, as instants of [`WEEK`].
///
/// # Example
///
/// ```
/// use sunwise::availability::SteadyWeek;
/// use sunwise::team::{Member, Place};
/// use sunwise::time::{Hours, Minutes, Offset, Zone};
///
/// let hours = |text| Hours::parse(text).unwrap();
/// let ana = Member::new("Ana", Place::zone(Zone::UTC), hours("Mo-Fr 09:00-17:00"));
/// let ana = Member { flexible: hours("Mo-Fr 08:00-20:00"), ..ana };
/// let week = SteadyWeek::of(&ana, Offset(0));
/// assert_eq!((week.preferred.minutes(), week.flexible.minutes()), (Minutes::hours(40), Minutes::hours(20)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SteadyWeek {
    /// When `Preferred`.
    pub preferred: Spans,
    /// When `Flexible`.
    pub flexible: Spans,
    /// When `Asleep`.
    pub asleep: Spans,
}

impl SteadyWeek {
    /// The week of `member` under one `offset`.
    pub fn of(member: &Member, offset: Offset) -> Self {
        let preferred = steady_week(&member.hours, offset);
        let flexible = steady_week(&member.flexible, offset).difference(&preferred);
        let asleep = steady_week(&member.sleep, offset).difference(&preferred).difference(&flexible);
        Self { preferred, flexible, asleep }
    }

    /// When `Preferred`, with `flexible` also `Flexible`.
    pub fn present(&self, flexible: bool) -> Spans {
        if flexible { self.preferred.union(&self.flexible) } else { self.preferred.clone() }
    }

    /// Rate-minutes that `within` costs.
    pub fn burden(&self, within: Span, rates: &Rates) -> i64 {
        let at = |spans: &Spans, rate: u32| (spans.minutes_within(within).0, i64::from(rate));
        let (preferred, _) = at(&self.preferred, 0);
        let (flexible, asleep) = (at(&self.flexible, rates.flexible), at(&self.asleep, rates.asleep));
        let off = within.minutes().0 - preferred - flexible.0 - asleep.0;
        flexible.0 * flexible.1 + asleep.0 * asleep.1 + off * i64::from(rates.off)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steady_weeks_wrap_around_monday() {
        let hours = Hours::parse("Mo 09:00-17:00").expect("hours");
        let auckland = steady_week(&hours, Offset(13 * 60));
        assert_eq!(auckland.as_slice().len(), 2, "Sunday 20:00 UTC to Monday 04:00 UTC");
        assert_eq!(auckland.minutes(), Minutes::hours(8));
        assert!(auckland.contains(Instant::from_epoch(0)) && auckland.contains(Instant::from_epoch(7 * 1440 - 240)));
    }
}
