//! Boundaries that follow the sun: where the legs of the best handoff chain of each season begin.

use super::shifts::SunTimes;
use crate::plan::handoff::{HandoffChain, Leg, Question, SeasonChain, handoff};
use crate::team::{Member, Policy, Rota};
use crate::time::{Minutes, Span, TimeOfDay, Zone};

/// The boundaries of a `SunWise` rota with `legs` shifts a day: those of the best chain of the eligible `members`, season by season.
pub fn sun_times(members: &[&Member], policy: &Policy, rota: &Rota, legs: u8) -> Vec<SunTimes> {
    let start = Zone::midnight(rota.anchor, rota.start);
    let length = Minutes(Minutes::WEEK.0 * i64::from(rota.weeks));
    let horizon = Span { start: start - Minutes::DAY, end: start + length + Minutes::DAY + Minutes::DAY };
    let chains = handoff(&Question::usual(members, policy, horizon));
    let of_season =
        |found: &SeasonChain| SunTimes { from: found.season.span.start, times: boundaries(&found.chain, legs.into()) };
    chains.iter().map(of_season).collect()
}

/// The starts of the chain's legs. Of too many the shortest legs are joined to the one before; with too few the longest holes of
/// the chain are shifts of their own.
fn boundaries(chain: &HandoffChain, wanted: usize) -> Vec<TimeOfDay> {
    let mut legs: Vec<Leg> = chain.legs.clone();
    legs.sort_by_key(|leg| std::cmp::Reverse(leg.length));
    legs.truncate(wanted);
    let mut times: Vec<TimeOfDay> = legs.iter().map(|leg| leg.start).collect();
    let mut holes: Vec<(Minutes, TimeOfDay)> = holes(&chain.legs);
    holes.sort_unstable_by_key(|&(length, at)| (std::cmp::Reverse(length), at));
    let room = wanted.saturating_sub(times.len());
    times.extend(holes.into_iter().take(room).map(|(_, at)| at));
    times.sort_unstable();
    times
}

/// The stretches of the day without a leg: their length and where they begin.
fn holes(legs: &[Leg]) -> Vec<(Minutes, TimeOfDay)> {
    let next = |i: usize| legs[(i + 1) % legs.len()].start;
    let hole = |(i, leg): (usize, &Leg)| {
        let length = i64::from(next(i).minutes()) - i64::from(leg.end().minutes());
        let alone = legs.len() == 1 && leg.length < Minutes::DAY;
        (Minutes(if alone { 1440 - leg.length.0 } else { length.rem_euclid(1440) }), leg.end())
    };
    legs.iter().enumerate().map(hole).filter(|&(length, _)| length > Minutes::ZERO).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(legs: &[(&str, i64)]) -> HandoffChain {
        let leg = |(member, &(start, hours)): (usize, &(&str, i64))| Leg {
            member,
            start: start.parse().expect("a time"),
            length: Minutes::hours(hours),
        };
        let legs = legs.iter().enumerate().map(leg).collect();
        HandoffChain {
            legs,
            handoffs: Vec::new(),
            covered: Minutes::ZERO,
            days: 5,
            longest_gap: Minutes::ZERO,
            exact: true,
        }
    }

    #[test]
    fn as_many_boundaries_as_wanted_where_the_chain_has_them() {
        for (case, legs, wanted, expected) in [
            ("a closed chain", &[("06:00", 8), ("14:00", 8), ("22:00", 8)][..], 3, &["06:00", "14:00", "22:00"][..]),
            ("one leg too many", &[("01:00", 9), ("10:00", 3), ("13:00", 8)], 2, &["01:00", "13:00"]),
            ("a hole as the third", &[("06:00", 8), ("14:00", 8)], 3, &["06:00", "14:00", "22:00"]),
            ("one leg and its hole", &[("22:00", 8)], 2, &["06:00", "22:00"]),
            ("the longer hole", &[("06:00", 4), ("12:00", 4)], 3, &["06:00", "12:00", "16:00"]),
            ("no more than there are", &[("06:00", 12), ("18:00", 12)], 3, &["06:00", "18:00"]),
            ("no chain", &[], 3, &[]),
        ] {
            let shown: Vec<String> = boundaries(&chain(legs), wanted).iter().map(TimeOfDay::to_string).collect();
            assert_eq!(shown, expected, "{case}");
        }
    }
}
