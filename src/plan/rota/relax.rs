//! What would have to give so that somebody could hold a duty that nobody holds.

use super::check::breaches;
use super::problem::Problem;
use super::roster::Roster;
use super::rule::{Ease, Rule};
use super::shift::Duty;
use crate::team::MemberId;

/// A rule that would have to give, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relaxed {
    /// Which.
    pub rule: &'static Rule,
    /// How far.
    pub ease: Ease,
}

impl Relaxed {
    /// Lighter rules before graver ones, then those that give less.
    fn weight(&self) -> (u8, i64) {
        (self.rule.gravity, self.ease.far())
    }
}

/// How a duty could be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// By whom.
    pub person: MemberId,
    /// What would have to give, all of it, the lightest first.
    pub rules: Vec<Relaxed>,
}

/// The smallest relaxation that fills `duty`, everything else being as it is: of the fewest rules, then of the lightest, then of those
/// that give least. Nothing when somebody could hold it as things stand, or nobody is eligible for the rota.
///
/// # Example
///
/// ```
/// use sunwise::plan::rota::problem::Problem;
/// use sunwise::plan::rota::relax::relaxation;
/// use sunwise::plan::rota::{Roster, rule};
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
/// # let facts = Facts::new(vec![day(0), day(1)], vec![person("Ana", 60)], 1, limits);
/// # let (ana, bo) = (MemberId::new(0), MemberId::new(1));
/// # let [first, second] = [0, 1].map(|shift| Duty { shift, tier: 0 });
/// let problem = Problem::new(facts); // Only Ana.
/// let mut roster = Roster::empty(&problem);
/// assert_eq!(relaxation(&problem, &roster, second), None, "she could");
///
/// roster.set(first, Some(ana));
/// let way = relaxation(&problem, &roster, second).expect("a way");
/// assert_eq!((way.person, way.rules[0].rule), (ana, &rule::REST));
/// ```
pub fn relaxation(problem: &Problem, roster: &Roster, duty: Duty) -> Option<Relaxation> {
    let held = roster.by_person(problem);
    let found = problem.members().map(|person| {
        let mut with = held[person].clone();
        with.insert(with.partition_point(|&other| other < duty), duty);
        Relaxation { person, rules: relaxed(problem, person, &with) }
    });
    let weight = |found: &Relaxation| {
        let rules: Vec<(u8, i64)> = found.rules.iter().map(Relaxed::weight).collect();
        (rules.len(), rules, found.person)
    };
    found.min_by_key(weight).filter(|found| !found.rules.is_empty())
}

/// Every rule that `person` would break by holding just these duties, once.
fn relaxed(problem: &Problem, person: MemberId, with: &[Duty]) -> Vec<Relaxed> {
    let mut rules: Vec<Relaxed> = Vec::new();
    for breach in breaches(problem, person, with) {
        if rules.iter().all(|known| known.rule != breach.rule) {
            rules.push(Relaxed { rule: breach.rule, ease: (breach.rule.ease)(problem, with) });
        }
    }
    rules.sort_by_key(Relaxed::weight);
    rules
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::rota::construct::construct;
    use crate::plan::rota::facts::{Facts, Limits};
    use crate::plan::rota::rule::{REST, SHIFTS_PER_SEVEN_DAYS, WEEKS_IN_A_ROW};
    use crate::plan::rota::testing::{ANN, BO, daily, free, some_problem};
    use crate::time::Minutes;

    /// Limits that give as far as is said.
    fn eased(mut limits: Limits, rules: &[Relaxed]) -> Limits {
        for &Relaxed { rule, ease } in rules {
            match ease {
                Ease::Whole(_) => {}
                Ease::Less { left, .. } => limits.rest = left,
                Ease::Count { most, .. } if *rule == WEEKS_IN_A_ROW => limits.max_weeks_in_a_row = Some(most),
                Ease::Count { most, .. } => limits.max_shifts_per_7_days = Some(most),
            }
        }
        limits
    }

    /// Who would take the last of 21 days, held by nobody, when Ann and Bo hold these.
    fn would_take(limits: Limits, ann: &[usize], bo: &[usize]) -> MemberId {
        let problem = daily(21, vec![free("Ann", 21), free("Bo", 21)], 1, limits);
        let mut roster = Roster::empty(&problem);
        for (person, shifts) in [(ANN, ann), (BO, bo)] {
            for &shift in shifts {
                roster.set(Duty { shift, tier: 0 }, Some(person));
            }
        }
        relaxation(&problem, &roster, Duty { shift: 20, tier: 0 }).expect("a way").person
    }

    #[test]
    fn of_two_who_could_the_one_takes_it_for_whom_a_rule_gives_less() {
        let seven = Limits { max_shifts_per_7_days: Some(1), ..Limits::default() };
        assert_eq!([would_take(seven, &[18, 16], &[17]), would_take(seven, &[17], &[18, 16])], [BO, ANN]);
        let rest = Limits { rest: Minutes::hours(80), ..Limits::default() };
        assert_eq!([would_take(rest, &[19], &[18]), would_take(rest, &[18], &[19])], [BO, ANN], "0 h or 24 h are left");
        let both = Limits { rest: Minutes::hours(30), ..seven };
        assert_eq!([would_take(both, &[19], &[14]), would_take(both, &[14], &[19])], [BO, ANN], "two rules or one");
        assert_eq!(would_take(seven, &[18], &[17]), ANN, "of equals the first");
    }

    #[test]
    fn what_somebody_could_hold_needs_no_relaxation_and_a_rule_gives_once() {
        let problem = daily(3, vec![free("Ann", 3)], 1, Limits { rest: Minutes::hours(11), ..Limits::default() });
        let mut roster = Roster::empty(&problem);
        let middle = Duty { shift: 1, tier: 0 };
        assert_eq!(relaxation(&problem, &roster, middle), None);
        roster.set(Duty { shift: 0, tier: 0 }, Some(ANN));
        roster.set(Duty { shift: 2, tier: 0 }, Some(ANN));
        let way = relaxation(&problem, &roster, middle).expect("a way");
        assert_eq!(way.rules.iter().map(|relaxed| relaxed.rule).collect::<Vec<_>>(), [&REST], "before and after");
    }

    proptest! {
        #[test]
        fn what_is_relaxed_is_enough_and_needed(problem in some_problem(10, 3)) {
            let roster = construct(&problem).roster();
            for duty in roster.unfilled(&problem) {
                let found = relaxation(&problem, &roster, duty).expect("somebody, and nobody who could");
                let mut with = roster.by_person(&problem)[found.person].clone();
                with.insert(with.partition_point(|&other| other < duty), duty);
                let broken = |limits: Limits| -> Vec<&'static Rule> {
                    let (shifts, people) = (problem.shifts().to_vec(), problem.people().to_vec());
                    let facts = Facts::new(shifts, people, problem.tiers(), limits);
                    breaches(&Problem::new(facts), found.person, &with).iter().map(|breach| breach.rule).collect()
                };
                let limits = eased(problem.limits(), &found.rules);
                let by_limits = [&REST, &SHIFTS_PER_SEVEN_DAYS, &WEEKS_IN_A_ROW];
                let still = broken(limits);
                prop_assert!(!by_limits.iter().any(|rule| still.contains(rule)), "{:?}", found);
                // A little less would not be enough.
                for relaxed in &found.rules {
                    let ease = match relaxed.ease {
                        Ease::Whole(_) => continue,
                        Ease::Less { left, instead_of, of, none } => Ease::Less { left: left + Minutes(1), instead_of, of, none },
                        Ease::Count { most, instead_of, noun, within } => Ease::Count { most: most - 1, instead_of, noun, within },
                    };
                    let less = eased(limits, &[Relaxed { ease, ..*relaxed }]);
                    prop_assert!(broken(less).contains(&relaxed.rule), "{:?}", found);
                }
            }
        }
    }
}
