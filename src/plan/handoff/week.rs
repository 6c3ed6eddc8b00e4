//! The steady week of some members as handoff chains see it: chosen days that are circles of 24 hours UTC.

use chrono::Weekday;

use crate::availability::{SteadyWeek, WEEK};
use crate::team::{MemberId, Rates};
use crate::time::{Instant, Minutes, Span, Spans};

/// The steady week of some members, and the chosen days.
pub(super) struct Week<'a> {
    pub members: &'a [SteadyWeek],
    rates: &'a Rates,
    days: Vec<i64>,
}

/// Minutes of a day.
pub(super) const DAY: i64 = 1440;

impl<'a> Week<'a> {
    pub fn new(members: &'a [SteadyWeek], rates: &'a Rates, days: &[Weekday]) -> Self {
        let mut days: Vec<i64> = days.iter().map(|day| i64::from(day.num_days_from_monday())).collect();
        days.sort_unstable();
        days.dedup();
        Self { members, rates, days }
    }

    /// How many days are chosen.
    pub fn days(&self) -> usize {
        self.days.len()
    }

    /// Minutes of the day at which any member's level changes on any day, sorted; midnight is always one of them.
    pub fn breakpoints(&self) -> Vec<i64> {
        let mut points = vec![0];
        for member in self.members {
            for spans in [&member.preferred, &member.flexible, &member.asleep] {
                let edges = spans.iter().flat_map(|span| [span.start, span.end]);
                points.extend(edges.map(|edge| i64::from(edge.epoch_minutes()).rem_euclid(DAY)));
            }
        }
        points.sort_unstable();
        points.dedup();
        points
    }

    /// Covered minutes and burden of `member` from `start` to `end` minutes after midnight, over the chosen days. A chosen UTC day is
    /// a circle: what lies beyond its midnight counts at its beginning.
    pub fn held(&self, member: MemberId, start: i64, end: i64) -> (i64, i64) {
        let member = &self.members[member];
        let pieces = [(start, end.min(DAY)), (0, end - DAY)].into_iter().filter(|(start, end)| start < end);
        let mut sum = (0, 0);
        for (start, end) in pieces {
            for piece in self.days.iter().filter_map(|day| piece_of_week(day * DAY + start, day * DAY + end)) {
                sum.0 += member.preferred.minutes_within(piece).0;
                sum.1 += member.burden(piece, self.rates);
            }
        }
        sum
    }

    /// The fewest live minutes over the chosen days of a handoff at a minute of the day.
    pub fn live(&self, together: &Spans, at: i64) -> Minutes {
        let minutes = |day: &i64| stretch_at(together, (day * DAY + at).rem_euclid(Minutes::WEEK.0));
        self.days.iter().map(minutes).map(|(before, after)| before + after).min().unwrap_or_default()
    }

    /// Whether a handoff at a minute of the day has so many live minutes on every chosen day.
    pub fn is_live_at(&self, together: &Spans, at: i64, least: Minutes) -> bool {
        self.days.iter().all(|day| {
            let (before, after) = stretch_at(together, (day * DAY + at).rem_euclid(Minutes::WEEK.0));
            before + after >= least
        })
    }

    /// How far a handoff can move back and forth without leaving the common stretch of any chosen day.
    pub fn play(&self, together: &Spans, at: i64) -> (Minutes, Minutes) {
        let sides = self.days.iter().map(|day| stretch_at(together, (day * DAY + at).rem_euclid(Minutes::WEEK.0)));
        sides.reduce(|a, b| (a.0.min(b.0), a.1.min(b.1))).unwrap_or_default()
    }

    /// When both are `Preferred`.
    pub fn together(&self, a: MemberId, b: MemberId) -> Spans {
        self.members[a].preferred.intersection(&self.members[b].preferred)
    }
}

/// The minutes from `start` to `end` of the week.
fn piece_of_week(start: i64, end: i64) -> Option<Span> {
    Span::new(WEEK.start + Minutes(start), WEEK.start + Minutes(end))
}

/// Minutes of the stretch that holds or touches a minute of the week, before and after it; the week is a circle.
fn stretch_at(spans: &Spans, at: i64) -> (Minutes, Minutes) {
    let week = Minutes::WEEK;
    let at = WEEK.start + Minutes(at);
    let spans = spans.as_slice();
    let from = |index: usize| spans.get(index);
    let ending = |at: Instant| from(spans.partition_point(|span| span.end < at)).filter(|span| span.start < at);
    let starting = |at: Instant| from(spans.partition_point(|span| span.end <= at)).filter(|span| span.start <= at);
    let mut before = ending(at).map_or(Minutes::ZERO, |span| at - span.start);
    if before == at - WEEK.start {
        before += ending(WEEK.end).map_or(Minutes::ZERO, |span| WEEK.end - span.start);
    }
    let mut after = starting(at).map_or(Minutes::ZERO, |span| span.end - at);
    if at + after == WEEK.end {
        after += starting(WEEK.start).map_or(Minutes::ZERO, |span| span.end - WEEK.start);
    }
    (before.min(week), after.min(week - before.min(week)))
}
