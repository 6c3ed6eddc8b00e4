//! Why a duty is held by whom it is, or by nobody: everybody else, with what it would cost or what forbids it.

use super::objective::Load;
use super::problem::{Duty, Problem, Roster};
use super::rule::{Breach, breaches};
use crate::availability::RateMinutes;

/// Everybody but the holder of a duty, in the team's order.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// The duty.
    pub duty: Duty,
    /// Who holds it.
    pub holder: Option<usize>,
    /// Everybody else who is eligible for the rota.
    pub others: Vec<Other>,
}

/// Somebody who does not hold a duty, everything else being as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// Who.
    pub person: usize,
    /// Why not.
    pub verdict: Verdict,
}

/// What stands against somebody.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// They could hold it: at this price.
    Could(Price),
    /// These hard rules forbid it; never empty.
    Cannot(Vec<Breach>),
}

/// What a rota would come to if somebody else held a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    /// What the duty would cost them, weighted by tier.
    pub burden: RateMinutes,
    /// Their load with it.
    pub load: Load,
    /// By how much the total would grow; below zero when it would shrink.
    pub more: RateMinutes,
    /// The worst load of all.
    pub worst: Load,
}

/// Why `duty` is held by whom it is in `roster`.
pub fn why(problem: &Problem, roster: &Roster, duty: Duty) -> Why {
    let holder = roster.holder(duty);
    let held = roster.by_person(problem);
    let loads = loads(problem, &held);
    let people = (0..problem.people().len()).filter(|&person| Some(person) != holder);
    let others = people.map(|person| {
        let mut with = held[person].clone();
        with.insert(with.partition_point(|&other| other < duty), duty);
        let broken = breaches(problem, person, &with);
        let verdict = if broken.is_empty() {
            Verdict::Could(price(problem, &loads, duty, holder, person))
        } else {
            Verdict::Cannot(broken)
        };
        Other { person, verdict }
    });
    Why { duty, holder, others: others.collect() }
}

fn loads(problem: &Problem, held: &[Vec<Duty>]) -> Vec<Load> {
    let load = |(person, duties): (usize, &Vec<Duty>)| {
        let who = &problem.people()[person];
        let burdens = duties.iter().filter_map(|&duty| problem.burden(duty, person));
        Load { burden: who.carried + burdens.sum(), capacity: who.capacity }
    };
    held.iter().enumerate().map(load).collect()
}

fn price(problem: &Problem, loads: &[Load], duty: Duty, holder: Option<usize>, person: usize) -> Price {
    let burden = |person: usize| problem.burden(duty, person).unwrap_or_default();
    let saved = holder.map_or(RateMinutes::ZERO, burden);
    let after = |(other, load): (usize, &Load)| {
        let own = if other == person { burden(person) } else { RateMinutes::ZERO };
        let less = if Some(other) == holder { saved } else { RateMinutes::ZERO };
        Load { burden: load.burden + own - less, ..*load }
    };
    let all = loads.iter().enumerate().map(after);
    let load = Load { burden: loads[person].burden + burden(person), ..loads[person] };
    let worst = all.max().unwrap_or(Load::ZERO);
    Price { burden: burden(person), load, more: burden(person) - saved, worst }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::rota::problem::Limits;
    use crate::plan::rota::rule::RuleName;
    use crate::plan::rota::testing::{daily, person};
    use crate::team::Capacity;
    use crate::time::Minutes;

    fn load(burden: i64) -> Load {
        Load { burden: RateMinutes(burden), capacity: Capacity::FULL }
    }

    #[test]
    fn others_are_priced_or_excluded_by_name() {
        let people = vec![
            person("Ann", 1.0, 5, &[Some(10), Some(10)]),
            person("Bo", 1.0, 0, &[Some(30), Some(30)]),
            person("Cy", 1.0, 0, &[None, Some(7)]),
        ];
        let problem = daily(2, people, 1, Limits { rest: Minutes::hours(11), ..Limits::default() });
        let (first, second) = (Duty { shift: 0, tier: 0 }, Duty { shift: 1, tier: 0 });
        let mut roster = Roster::empty(&problem);
        roster.set(first, Some(0));
        let found = why(&problem, &roster, first);
        assert_eq!(found.holder, Some(0));
        let price = Price { burden: RateMinutes(60), load: load(60), more: RateMinutes(40), worst: load(60) };
        assert_eq!(found.others[0], Other { person: 1, verdict: Verdict::Could(price) });
        let away = Breach { rule: RuleName::Available, person: 2, duty: first, with: None };
        assert_eq!(found.others[1], Other { person: 2, verdict: Verdict::Cannot(vec![away]) });

        let open = why(&problem, &roster, second);
        assert_eq!(open.holder, None);
        let tired = Breach { rule: RuleName::Rest, person: 0, duty: second, with: Some(first) };
        assert_eq!(open.others[0], Other { person: 0, verdict: Verdict::Cannot(vec![tired]) });
        let price = Price { burden: RateMinutes(14), load: load(14), more: RateMinutes(14), worst: load(25) };
        assert_eq!(open.others[2], Other { person: 2, verdict: Verdict::Could(price) });
    }
}
