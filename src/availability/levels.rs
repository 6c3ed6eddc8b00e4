//! A member's levels over a span of time.

use super::burden::RateMinutes;
use super::level::Level;
use crate::team::Rates;
use crate::time::{Instant, Span, Spans};

/// A member's levels over a span of time.
///
/// # Example
///
/// ```
/// use sunwise::availability::{Availability, Level};
/// use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
///
/// let lisbon = Zone::named("Europe/Lisbon").unwrap();
/// let start = Instant::midnight("2027-01-04".parse().unwrap());
/// let monday = Span { start, end: start + Minutes::DAY };
/// let levels = Availability::of_hours(&Hours::parse("Mo-Fr 09:00-17:30").unwrap(), lisbon, monday);
/// assert_eq!(levels.level_at(start + Minutes::hours(9)), Some(Level::Preferred));
/// assert_eq!(levels.level_at(start + Minutes::hours(3)), Some(Level::Asleep), "22:00-07:00 unless said");
/// ```
///
/// They are known only where they were asked for:
///
/// ```
/// # use sunwise::availability::Availability;
/// # use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
/// # let start = Instant::midnight("2027-01-04".parse().unwrap());
/// # let monday = Span { start, end: start + Minutes::DAY };
/// let levels = Availability::of_hours(&Hours::off(), Zone::UTC, monday);
/// assert_eq!(levels.level_at(monday.end), None);
/// ```
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
    /// Of what may overlap, the first of the levels wins.
    pub(super) fn of_levels(over: Span, [away, preferred, flexible, asleep]: [Spans; 4]) -> Self {
        let preferred = preferred.difference(&away);
        let flexible = flexible.difference(&away).difference(&preferred);
        let asleep = asleep.difference(&away).difference(&preferred).difference(&flexible);
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
    ///
    /// # Example
    ///
    /// ```
    /// use sunwise::availability::{Availability, RateMinutes};
    /// use sunwise::team::Rates;
    /// use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
    ///
    /// let start = Instant::midnight("2027-01-04".parse().unwrap());
    /// let monday = Span { start, end: start + Minutes::DAY };
    /// let levels = Availability::of_hours(&Hours::parse("Mo 09:00-17:00").unwrap(), Zone::UTC, monday);
    /// let evening = Span { start: start + Minutes::hours(16), end: start + Minutes::hours(19) };
    /// assert_eq!(levels.burden(evening, &Rates::default()), RateMinutes::from_points(6.0), "two hours off at 3 points");
    /// ```
    pub fn burden(&self, within: Span, rates: &Rates) -> RateMinutes {
        self.segments_within(within)
            .map(|(span, level)| RateMinutes(span.minutes().0 * i64::from(level.rate(rates))))
            .sum()
    }

    fn step_at(&self, instant: Instant) -> usize {
        self.steps.partition_point(|&(start, _)| start <= instant).saturating_sub(1)
    }
}

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
