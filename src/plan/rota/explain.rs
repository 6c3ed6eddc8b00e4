//! Why a duty is held by whom it is, or by nobody: everybody else, with what it would cost or what forbids it.

use super::check::breaches;
use super::loads::Loads;
use super::objective::Load;
use super::problem::Problem;
use super::roster::Roster;
use super::rule::Breach;
use super::shift::Duty;
use crate::availability::RateMinutes;
use crate::team::MemberId;

/// Everybody but the holder of a duty, in the team's order.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// The duty.
    pub duty: Duty,
    /// Who holds it.
    pub holder: Option<MemberId>,
    /// Everybody else who is eligible for the rota.
    pub others: Vec<Other>,
}

/// Somebody who does not hold a duty, everything else being as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// Who.
    pub person: MemberId,
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
///
/// # Example
///
/// ```
/// use sunwise::plan::rota::explain::{Verdict, why};
/// use sunwise::plan::rota::problem::Problem;
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
/// let Verdict::Could(price) = &why(&problem, &roster, first).others[0].verdict else { panic!("Bo could") };
/// assert_eq!((price.burden, price.more), (RateMinutes(180), RateMinutes(60)));
///
/// let Verdict::Cannot(breaches) = &why(&problem, &roster, second).others[0].verdict else { panic!("Ana is tired") };
/// assert_eq!((breaches[0].rule.sentence)(&problem), "would rest less than 11 h between two shifts");
/// ```
pub fn why(problem: &Problem, roster: &Roster, duty: Duty) -> Why {
    let holder = roster.holder(duty);
    let held = roster.by_person(problem);
    let loads = Loads::of(problem, &held);
    let people = problem.members().filter(|&person| Some(person) != holder);
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

fn price(problem: &Problem, loads: &Loads, duty: Duty, holder: Option<MemberId>, person: MemberId) -> Price {
    let burden = |person: MemberId| problem.burden(duty, person).unwrap_or_default();
    let with = |person: MemberId, more: RateMinutes| {
        let load = loads.get(person);
        Load { burden: load.burden + more, ..load }
    };
    let own = burden(person);
    let saved = holder.map_or(RateMinutes::ZERO, burden);
    let load = with(person, own);
    let relieved = holder.map(|holder| (holder, with(holder, RateMinutes::ZERO - saved)));
    let changed: Vec<(MemberId, Load)> = relieved.into_iter().chain([(person, load)]).collect();
    Price { burden: own, load, more: own - saved, worst: loads.worst_with(&changed) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::rota::facts::Limits;
    use crate::plan::rota::rule::{AVAILABLE, REST};
    use crate::plan::rota::testing::{ANN, BO, CY, daily, person};
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
        roster.set(first, Some(ANN));
        let found = why(&problem, &roster, first);
        assert_eq!(found.holder, Some(ANN));
        let price = Price { burden: RateMinutes(60), load: load(60), more: RateMinutes(40), worst: load(60) };
        assert_eq!(found.others[0], Other { person: BO, verdict: Verdict::Could(price) });
        let away = Breach { rule: &AVAILABLE, person: CY, duty: first, with: None };
        assert_eq!(found.others[1], Other { person: CY, verdict: Verdict::Cannot(vec![away]) });

        let open = why(&problem, &roster, second);
        assert_eq!(open.holder, None);
        let tired = Breach { rule: &REST, person: ANN, duty: second, with: Some(first) };
        assert_eq!(open.others[0], Other { person: ANN, verdict: Verdict::Cannot(vec![tired]) });
        let price = Price { burden: RateMinutes(14), load: load(14), more: RateMinutes(14), worst: load(25) };
        assert_eq!(open.others[2], Other { person: CY, verdict: Verdict::Could(price) });
    }

    #[test]
    fn whoever_gives_a_duty_away_is_relieved_of_it() {
        let people = vec![person("Ann", 1.0, 0, &[Some(50)]), person("Bo", 1.0, 0, &[Some(30)])];
        let problem = daily(1, people, 1, Limits::default());
        let duty = Duty { shift: 0, tier: 0 };
        let mut roster = Roster::empty(&problem);
        roster.set(duty, Some(ANN));
        let found = why(&problem, &roster, duty);
        let price = Price { burden: RateMinutes(60), load: load(60), more: RateMinutes(-40), worst: load(60) };
        assert_eq!(found.others, [Other { person: BO, verdict: Verdict::Could(price) }]);
    }
}
