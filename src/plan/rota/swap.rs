//! Who could take a duty from its holder, giving one of theirs for it.

use super::check::breaches;
use super::loads::Loads;
use super::objective::Load;
use super::problem::Problem;
use super::roster::Roster;
use super::shift::Duty;
use crate::availability::RateMinutes;
use crate::team::MemberId;

/// Two duties that can be exchanged without breaking a hard rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swap {
    /// Who would take the duty.
    pub person: MemberId,
    /// Their own, which its holder would take.
    pub other: Duty,
    /// The largest load of all afterwards.
    pub worst: Load,
    /// By how much the total would grow; below zero when it would shrink.
    pub more: RateMinutes,
}

/// Every exchange of `duty` against another one, the one that leaves the smallest worst load first, then the smallest total, then
/// the one nearest in time. Nothing when nobody holds the duty.
///
/// # Example
///
/// ```
/// use sunwise::plan::rota::problem::Problem;
/// use sunwise::plan::rota::swap::swaps;
/// use sunwise::plan::rota::Roster;
/// # use sunwise::availability::RateMinutes;
/// # use sunwise::plan::rota::facts::{Facts, Limits, Person};
/// # use sunwise::plan::rota::{Duty, Shift};
/// # use sunwise::team::{Capacity, MemberId};
/// # use sunwise::time::{Instant, Minutes, Span};
/// # let person = |name: &str, cost: i64| Person {
/// #     name: name.into(), capacity: Capacity::FULL, carried: RateMinutes::ZERO, tiers: vec![true], costs: vec![Some(RateMinutes(cost)); 2],
/// # };
/// # let day = |day: i64| {
/// #     let start = Instant::midnight("2027-01-04".parse().unwrap()) + Minutes::hours(24 * day);
/// #     Shift { pieces: vec![Span { start, end: start + Minutes::hours(24) }], week: 0 }
/// # };
/// # let limits = Limits { rest: Minutes::hours(11), ..Limits::default() };
/// # let facts = Facts::new(vec![day(0), day(1)], vec![person("Ana", 60), person("Bo", 90)], 1, limits);
/// # let (ana, bo) = (MemberId::new(0), MemberId::new(1));
/// # let [first, second] = [0, 1].map(|shift| Duty { shift, tier: 0 });
/// let problem = Problem::new(facts);
/// let mut roster = Roster::empty(&problem);
/// roster.set(first, Some(ana));
/// assert_eq!(swaps(&problem, &roster, first), [], "nobody has anything to give for it");
///
/// roster.set(second, Some(bo));
/// let found = swaps(&problem, &roster, first);
/// assert_eq!((found[0].person, found[0].other, found[0].more), (bo, second, RateMinutes::ZERO));
/// ```
pub fn swaps(problem: &Problem, roster: &Roster, duty: Duty) -> Vec<Swap> {
    let Some(holder) = roster.holder(duty) else { return Vec::new() };
    let held = roster.by_person(problem);
    let loads = Loads::of(problem, &held);
    let mut found = Vec::new();
    for person in problem.members().filter(|&person| person != holder) {
        let theirs = &held[person];
        if !problem.is_open(duty, person) {
            continue;
        }
        for &other in theirs {
            if !problem.is_open(other, holder) {
                continue;
            }
            let (own, their) = (exchanged(&held[holder], duty, other), exchanged(theirs, other, duty));
            let is_kept = breaches(problem, holder, &own).is_empty() && breaches(problem, person, &their).is_empty();
            if !is_kept {
                continue;
            }
            let load = |who: MemberId, duties: &[Duty]| (who, Load::of(problem, who, duties));
            let worst = loads.worst_with(&[load(holder, &own), load(person, &their)]);
            let burden = |duty: Duty, person: MemberId| problem.burden(duty, person).unwrap_or_default().0;
            let more = burden(duty, person) + burden(other, holder) - burden(duty, holder) - burden(other, person);
            found.push(Swap { person, other, worst, more: RateMinutes(more) });
        }
    }
    found.sort_by_key(|swap| (swap.worst, swap.more, swap.other.shift.abs_diff(duty.shift), swap.other, swap.person));
    found
}

/// Somebody's duties with one given away and another taken, in time order.
fn exchanged(held: &[Duty], gives: Duty, takes: Duty) -> Vec<Duty> {
    let mut duties: Vec<Duty> = held.iter().copied().filter(|&duty| duty != gives).chain([takes]).collect();
    duties.sort_unstable();
    duties
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::rota::check::check;
    use crate::plan::rota::construct::construct;
    use crate::plan::rota::facts::Limits;
    use crate::plan::rota::objective::Objective;
    use crate::plan::rota::testing::{ANN, BO, daily_facts, free, some_problem};

    #[test]
    fn what_is_pinned_is_not_exchanged() {
        let swappable = |pinned: Option<usize>| {
            let mut facts = daily_facts(3, vec![free("Ann", 3), free("Bo", 3)], 1, Limits::default());
            let holders = [ANN, BO, BO].into_iter().enumerate().map(|(shift, who)| (Duty { shift, tier: 0 }, who));
            for (duty, who) in holders.clone().filter(|(duty, _)| Some(duty.shift) == pinned) {
                facts.pin(duty, who);
            }
            let problem = Problem::new(facts);
            let mut roster = Roster::empty(&problem);
            holders.for_each(|(duty, who)| roster.set(duty, Some(who)));
            let found = swaps(&problem, &roster, Duty { shift: 0, tier: 0 });
            found.iter().map(|swap| swap.other.shift).collect::<Vec<_>>()
        };
        assert_eq!([swappable(None), swappable(Some(1)), swappable(Some(0))], [vec![1, 2], vec![2], vec![]]);
    }

    proptest! {
        #[test]
        fn swaps_are_all_that_keep_the_rules(problem in some_problem(8, 4)) {
            let roster = construct(&problem).roster();
            for duty in problem.duties() {
                let found = swaps(&problem, &roster, duty);
                for other in problem.duties().filter(|&other| other != duty) {
                    let (Some(one), Some(two)) = (roster.holder(duty), roster.holder(other)) else { continue };
                    let mut changed = roster.clone();
                    changed.set(duty, Some(two));
                    changed.set(other, Some(one));
                    let value = Objective::of(&problem, &changed);
                    let expected = one != two && check(&problem, &changed).is_empty();
                    let swap = found.iter().find(|swap| swap.other == other);
                    prop_assert_eq!(swap.is_some(), expected, "{:?} for {:?}", duty, other);
                    if let Some(swap) = swap {
                        let before = Objective::of(&problem, &roster);
                        prop_assert_eq!((swap.worst, swap.more), (value.worst, value.total - before.total));
                    }
                }
            }
        }
    }
}
