//! The steady weeks for which a chain is to be the best, and what a chain is worth in them.

use super::chain::{Handoff, HandoffChain, Leg};
use super::week::{DAY, Week};
use crate::team::MemberId;
use crate::time::{Minutes, Spans, TimeOfDay};

/// What chains are compared by, the first difference deciding; greater is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Worth {
    /// Covered minutes over the chosen days, more is better.
    pub covered: i64,
    /// Minus the handoffs that are not live.
    pub not_live: i64,
    /// Minus the legs.
    pub legs: i64,
    /// Minus the rate-minutes held outside preferred time.
    pub burden: i64,
}

/// The steady weeks that one chain is to be the best for, each with how much it counts, and what counts as live: a season's week alone,
/// or those of a year by their lengths.
pub(super) struct Weeks<'a> {
    /// Each with its weight; at least one, all of the same members.
    weeks: Vec<(Week<'a>, i64)>,
    min_live: Minutes,
}

impl<'a> Weeks<'a> {
    pub fn new(weeks: Vec<(Week<'a>, i64)>, min_live: Minutes) -> Self {
        Self { weeks, min_live }
    }

    /// How many members there are.
    pub fn members(&self) -> usize {
        self.weeks.first().map_or(0, |(week, _)| week.members.len())
    }

    /// Minutes of the day at which any member's level changes in any of the weeks, sorted.
    pub fn breakpoints(&self) -> Vec<i64> {
        let mut points: Vec<i64> = self.weeks.iter().flat_map(|(week, _)| week.breakpoints()).collect();
        points.sort_unstable();
        points.dedup();
        points
    }

    /// Covered minutes and burden of `member` from `start` to `end` minutes after midnight, over all chosen days by their weight.
    pub fn held(&self, member: MemberId, start: i64, end: i64) -> (i64, i64) {
        let held = self.weeks.iter().map(|(week, weight)| (week.held(member, start, end), weight));
        held.fold((0, 0), |sum, ((covered, burden), weight)| (sum.0 + covered * weight, sum.1 + burden * weight))
    }

    /// When both are `Preferred`, week by week; nothing when in one of them never.
    pub fn together(&self, a: MemberId, b: MemberId) -> Option<Vec<Spans>> {
        let together = self.weeks.iter().map(|(week, _)| week.together(a, b));
        together.map(|spans| (!spans.is_empty()).then_some(spans)).collect()
    }

    /// The fewest live minutes over all chosen days of a handoff at a minute of the day.
    pub fn live(&self, together: &[Spans], at: i64) -> Minutes {
        self.weeks.iter().zip(together).map(|((week, _), spans)| week.live(spans, at)).min().unwrap_or_default()
    }

    /// How far a handoff can move back and forth without leaving the common stretch of any chosen day.
    pub fn play(&self, together: &[Spans], at: i64) -> (Minutes, Minutes) {
        let sides = self.weeks.iter().zip(together).map(|((week, _), spans)| week.play(spans, at));
        sides.reduce(|a, b| (a.0.min(b.0), a.1.min(b.1))).unwrap_or_default()
    }

    pub fn is_live(&self, live: Minutes) -> bool {
        live >= self.min_live && live > Minutes::ZERO
    }

    /// Whether a handoff at a minute of the day is live: as [`Weeks::live`] and [`Weeks::is_live`] say, but done at the first day when it is not.
    pub fn is_live_at(&self, together: &[Spans], at: i64) -> bool {
        self.weeks
            .iter()
            .zip(together)
            .all(|((week, _), spans)| week.is_live_at(spans, at, self.min_live.max(Minutes(1))))
    }

    /// The handoffs of some legs.
    pub fn handoffs(&self, legs: &[Leg]) -> Vec<Handoff> {
        if legs.len() < 2 {
            return Vec::new();
        }
        let next = legs.iter().cycle().skip(1);
        let handoff = |(leg, next): (&Leg, &Leg)| {
            let together = self.together(leg.member, next.member).filter(|_| leg.end() == next.start);
            let live = together.map_or(Minutes::ZERO, |spans| self.live(&spans, next.start.minutes().into()));
            Handoff { from: leg.member, to: next.member, at: next.start, live, is_live: self.is_live(live) }
        };
        legs.iter().zip(next).map(handoff).collect()
    }

    /// What some legs are worth.
    pub fn worth(&self, legs: &[Leg]) -> Worth {
        let held = |leg: &Leg| {
            let start = i64::from(leg.start.minutes());
            self.held(leg.member, start, start + leg.length.0)
        };
        let (covered, burden) = legs.iter().map(held).fold((0, 0), |sum, held| (sum.0 + held.0, sum.1 + held.1));
        let not_live = self.handoffs(legs).iter().filter(|handoff| !handoff.is_live).count() as i64;
        Worth { covered, not_live: -not_live, legs: -(legs.len() as i64), burden: -burden }
    }

    /// The chain of some legs with its figures.
    pub fn chain(&self, mut legs: Vec<Leg>, exact: bool) -> HandoffChain {
        legs.sort_by_key(|leg| leg.start);
        HandoffChain {
            handoffs: self.handoffs(&legs),
            covered: Minutes(self.worth(&legs).covered),
            days: self.weeks.iter().map(|(week, weight)| week.days() * *weight as usize).sum(),
            longest_gap: longest_gap(&legs),
            exact,
            legs,
        }
    }
}

/// The longest stretch of the day's circle that is in no leg.
fn longest_gap(legs: &[Leg]) -> Minutes {
    if legs.is_empty() {
        return Minutes::DAY;
    }
    if let [only] = legs {
        return Minutes::DAY - only.length;
    }
    let next = legs.iter().cycle().skip(1);
    let hole = |(leg, next): (&Leg, &Leg)| {
        let from = |time: TimeOfDay| i64::from(time.minutes());
        Minutes((from(next.start) - from(leg.end())).rem_euclid(DAY))
    };
    legs.iter().zip(next).map(hole).max().unwrap_or_default()
}
