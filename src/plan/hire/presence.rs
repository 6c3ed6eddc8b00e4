//! On how many workdays somebody is there, and what that means for any chain.

use crate::availability::{SteadyWeek, WEEK};
use crate::team::Chain;
use crate::time::{Minutes, Span};

/// Minutes of the day.
const DAY: usize = 1440;

/// On how many workdays somebody of some people is `Preferred`, at each minute of the UTC day: of the one who is there on most of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Presence(Vec<u8>);

impl Presence {
    /// Nobody.
    pub fn nobody() -> Self {
        Self(vec![0; DAY])
    }

    /// One member in a steady week.
    pub fn of(member: &SteadyWeek) -> Self {
        let mut count = Self::nobody();
        for day in Chain::WORKDAYS {
            let start = WEEK.start + Minutes(i64::from(day.num_days_from_monday()) * Minutes::DAY.0);
            for span in &member.preferred.clip(Span { start, end: start + Minutes::DAY }) {
                let minutes = (span.start - start).0 as usize..(span.end - start).0 as usize;
                count.0[minutes].iter_mut().for_each(|count| *count += 1);
            }
        }
        count
    }

    /// With somebody more.
    pub fn join(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(most, other)| *most = (*most).max(*other));
    }

    /// Minutes over all workdays: no chain of these people covers more.
    pub fn minutes(&self) -> i64 {
        self.0.iter().map(|&days| i64::from(days)).sum()
    }

    /// The stretches of the day's circle in which nobody is there on any workday.
    pub fn holes(&self) -> Vec<Hole> {
        let Some(first) = self.0.iter().position(|&days| days > 0) else { return vec![Hole { start: 0, length: DAY }] };
        let mut holes: Vec<Hole> = Vec::new();
        for minute in (first..first + DAY).filter(|minute| self.0[minute % DAY] == 0) {
            match holes.last_mut() {
                Some(hole) if hole.start + hole.length == minute => hole.length += 1,
                _ => holes.push(Hole { start: minute, length: 1 }),
            }
        }
        holes.iter().map(|hole| Hole { start: hole.start % DAY, ..*hole }).collect()
    }

    /// Minutes over all workdays up to each minute of two days: twice the day's circle.
    fn sums(&self) -> Vec<i64> {
        let twice = self.0.iter().chain(&self.0);
        let sums = twice.scan(0, |sum, &days| {
            *sum += i64::from(days);
            Some(*sum)
        });
        std::iter::once(0).chain(sums).collect()
    }
}

/// A stretch of the day's circle, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hole {
    start: usize,
    length: usize,
}

impl Hole {
    fn holds(self, minute: usize) -> bool {
        (minute + DAY - self.start) % DAY < self.length
    }
}

/// The longest gap that the best chain of some people has at least, where all that is not `Preferred` costs something.
///
/// Such a chain never begins or ends a leg within a hole of everybody (to be shorter costs less and loses nothing), so that a hole is a gap unless
/// one leg reaches over it. That leg covers nothing in the whole stretch in which its holder is not there: the chain covers
/// at most what others cover outside of it. If this is less than `covered`, which a chain is known to cover, the hole stays open.
pub(super) fn gap_at_least(together: &Presence, each: &[&[Hole]], covered: i64) -> Minutes {
    let mut holes = together.holes();
    holes.sort_by_key(|hole| std::cmp::Reverse(hole.length));
    let sums = together.sums();
    let outside = |hole: &Hole| sums[DAY] - (sums[hole.start + hole.length] - sums[hole.start]);
    let stays_open = |hole: &&Hole| {
        let mut own = each.iter().filter_map(|holes| holes.iter().find(|own| own.holds(hole.start)));
        own.all(|own| outside(own) < covered)
    };
    holes.iter().find(stays_open).map_or(Minutes::ZERO, |hole| Minutes(hole.length as i64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::handoff::best_chain;
    use crate::plan::hire::seat::supposed;
    use crate::team::Policy;
    use crate::time::{Hours, Offset, Zone};
    use proptest::prelude::*;

    #[test]
    fn holes_go_over_midnight() {
        let mut presence = Presence::nobody();
        assert_eq!(presence.holes(), [Hole { start: 0, length: DAY }]);
        presence.0[60..120].fill(5);
        presence.0[600] = 1;
        assert_eq!(presence.holes(), [Hole { start: 120, length: 480 }, Hole { start: 601, length: DAY - 541 }]);
        assert!(presence.holes()[1].holds(0) && !presence.holes()[1].holds(60));
        assert_eq!((presence.minutes(), presence.sums()[DAY], presence.sums()[DAY + 61]), (301, 301, 306));
        presence.0.fill(2);
        assert_eq!(presence.holes(), []);
    }

    /// Hours and an offset of somebody, maybe with a second stretch.
    fn somebody() -> impl Strategy<Value = SteadyWeek> {
        let days = prop::sample::select(vec!["Mo-Fr", "Su-Th", "Mo-Th", "Fr", "Mo-Su"]);
        let second = prop::option::of((1..5u32, 1..4u32));
        (days, 0..24u32, 2..9u32, second, -22..26i16).prop_map(|(days, start, length, second, half_hours)| {
            let time = |hour: u32| format!("{:02}:00", hour % 24);
            let end = start + length;
            let again = second.map(|(pause, more)| format!(",{}-{}", time(end + pause), time(end + pause + more)));
            let hours = format!("{days} {}-{}{}", time(start), time(end), again.unwrap_or_default());
            SteadyWeek::of(&supposed(Zone::UTC, Hours::parse(&hours).expect("hours")), Offset(half_hours * 30))
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn no_best_chain_is_better_than_its_bounds(people in prop::collection::vec(somebody(), 1..5)) {
            let chain = |of: &[SteadyWeek]| best_chain(of, &Policy::default(), &Chain::WORKDAYS, Minutes(30));
            let (best, fewer) = (chain(&people), chain(&people[1..]));
            let mut together = Presence::nobody();
            for member in &people {
                together.join(&Presence::of(member));
            }
            let holes: Vec<Vec<Hole>> = people.iter().map(|member| Presence::of(member).holes()).collect();
            let each: Vec<&[Hole]> = holes.iter().map(Vec::as_slice).collect();
            let gap = gap_at_least(&together, &each, fewer.covered.0);
            prop_assert!(gap <= best.longest_gap, "{gap:?} and {best:?}");
            prop_assert!(best.covered.0 <= together.minutes());
        }
    }

    #[test]
    fn a_hole_is_a_gap_unless_a_leg_may_reach_over_it() {
        let gap = |hours: &[&str], covered: i64| {
            let members = hours.iter().map(|hours| supposed(Zone::UTC, Hours::parse(hours).expect("hours")));
            let people: Vec<Presence> = members.map(|m| Presence::of(&SteadyWeek::of(&m, Offset(0)))).collect();
            let holes: Vec<Vec<Hole>> = people.iter().map(Presence::holes).collect();
            let mut together = Presence::nobody();
            for one in &people {
                together.join(one);
            }
            let each: Vec<&[Hole]> = holes.iter().map(Vec::as_slice).collect();
            gap_at_least(&together, &each, covered).0
        };
        assert_eq!(gap(&[], 0), 1440);
        assert_eq!(gap(&["Mo-Fr 09:00-17:00"], 0), 0, "one leg around the whole day may cover as much");
        assert_eq!(gap(&["Mo-Fr 09:00-17:00", "Mo-Fr 20:00-22:00"], 2401), 660);
        assert_eq!(gap(&["Mo-Fr 09:00-12:00,13:00-17:00"], 2000), 0, "the leg may go over the night, or over noon");
        assert_eq!(gap(&["Mo-Fr 09:00-12:00,13:00-17:00", "Mo-Fr 17:00-23:00"], 3600), 600);
    }
}
