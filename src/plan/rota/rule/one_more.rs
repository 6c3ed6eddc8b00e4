//! A rule that stands only here, handed in as one more row: whoever asks the list respects it.

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use super::{Cap, Ease, Findings, Rule, Shape, Within};
use crate::plan::rota::check::check;
use crate::plan::rota::explain::{Verdict, why};
use crate::plan::rota::facts::{Facts, Limits};
use crate::plan::rota::improve::Solver;
use crate::plan::rota::objective::Objective;
use crate::plan::rota::problem::Problem;
use crate::plan::rota::relax::relaxation;
use crate::plan::rota::roster::Roster;
use crate::plan::rota::shift::Duty;
use crate::plan::rota::swap::swaps;
use crate::plan::rota::testing::{ANN, BO, daily, free, some_problem};
use crate::team::MemberId;
use crate::time::Minutes;

/// Bo holds no second tier.
static BO_LEADS: Rule = Rule {
    name: "Bo leads",
    breaches: |_, person, duties| {
        duties.iter().filter(|duty| is_below_bo(**duty, person)).map(|&duty| (duty, None)).collect()
    },
    sentence: |_| "leads".into(),
    shapes: &[Shape::Unary(|_, duty, person| is_below_bo(duty, person))],
    gravity: 9,
    ease: |_, _| Ease::Whole("a step back"),
};

fn is_below_bo(duty: Duty, person: MemberId) -> bool {
    person == BO && duty.tier == 1
}

/// Nobody is the primary of a shift and of the next but one, which starts at most a day after the end of the first.
static NOT_FIRST_AGAIN: Rule = Rule {
    name: "not first again",
    breaches: first_again,
    sentence: |_| "would be the primary again too soon".into(),
    shapes: &[Shape::Pairwise {
        reach: |_| Minutes::hours(24) + Minutes(1),
        excludes: |_, one, other| one.tier == 0 && other.tier == 0 && other.shift == one.shift + 2,
    }],
    gravity: 9,
    ease: |_, _| Ease::Whole("another primary duty too soon"),
};

fn first_again(_: &Facts, _: MemberId, duties: &[Duty]) -> Findings {
    let first: Vec<Duty> = duties.iter().copied().filter(|duty| duty.tier == 0).collect();
    let earlier = |duty: Duty| first.iter().copied().find(|other| other.shift + 2 == duty.shift);
    first.iter().filter_map(|&duty| Some((duty, Some(earlier(duty)?)))).collect()
}

const FORTNIGHT: Minutes = Minutes(2 * Minutes::WEEK.0);

/// Nobody starts two shifts within 14 days.
static ONE_A_FORTNIGHT: Rule = Rule {
    name: "one a fortnight",
    breaches: |facts, _, duties| {
        let start = |duty: Duty| facts.shifts()[duty.shift].start();
        let pairs = duties.windows(2).filter(|pair| start(pair[1]) - start(pair[0]) < FORTNIGHT);
        pairs.map(|pair| (pair[1], Some(pair[0]))).collect()
    },
    sentence: |_| "would start another shift within 14 days".into(),
    shapes: &[Shape::Counted(|_| Some(Cap { most: 1, within: Within::Window(FORTNIGHT) }))],
    gravity: 9,
    ease: |_, duties| Ease::Count { most: duties.len() as u16, instead_of: 1, noun: "shift", within: "in 14 days" },
};

/// The values of every roster that the checker finds nothing in.
fn every_rota_by_the_checker(problem: &Problem) -> Vec<Objective> {
    let holders: Vec<Option<MemberId>> = problem.members().map(Some).chain([None]).collect();
    let mut all = vec![Roster::empty(problem)];
    for duty in problem.duties() {
        let with = |roster: &Roster, holder: Option<MemberId>| {
            let mut roster = roster.clone();
            roster.set(duty, holder);
            roster
        };
        all = all.iter().flat_map(|roster| holders.iter().map(|&holder| with(roster, holder))).collect();
    }
    all.iter().filter(|roster| check(problem, roster).is_empty()).map(|roster| Objective::of(problem, roster)).collect()
}

/// Sixty small problems, always the same ones. How often the rule made a difference.
fn search_and_bounds_respect(rule: &'static Rule) -> usize {
    let config = ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let bites = std::cell::Cell::new(0);
    let result = runner.run(&some_problem(3, 2), |usual| {
        let best =
            |all: &[Objective]| *all.iter().min_by(|a, b| a.compare(b, usual.priority())).expect("the empty rota");
        let without = best(&every_rota_by_the_checker(&usual));
        let problem = usual.clone().with_rule(rule);
        let all = every_rota_by_the_checker(&problem);
        let mut solver = Solver::new(&problem, 1);
        while solver.rounds() < 3 {
            solver.round(&mut || false);
        }
        prop_assert_eq!(check(&problem, &solver.roster()), vec![]);
        prop_assert_eq!(solver.value(), best(&all));
        let bound = solver.bound();
        let as_full = || all.iter().filter(|value| value.gap <= solver.value().gap);
        prop_assert!(bound.gap <= best(&all).gap);
        prop_assert!(as_full().all(|value| bound.worst <= value.worst && bound.total <= value.total), "{:?}", bound);
        bites.set(bites.get() + usize::from(best(&all) != without));
        Ok(())
    });
    assert_eq!(result, Ok(()));
    bites.get()
}

#[test]
fn the_search_and_the_bounds_respect_a_rule_of_each_shape() {
    for rule in [&BO_LEADS, &NOT_FIRST_AGAIN, &ONE_A_FORTNIGHT] {
        let bites = search_and_bounds_respect(rule);
        assert!(bites > 2, "{rule:?} makes a difference to {bites} problems");
    }
}

/// Ann and Bo with days of two tiers; who holds (day, tier).
fn held(rule: &'static Rule, days: usize, held: &[(usize, usize, MemberId)]) -> (Problem, Roster) {
    let problem = daily(days, vec![free("Ann", days), free("Bo", days)], 2, Limits::default()).with_rule(rule);
    let mut roster = Roster::empty(&problem);
    for &(shift, tier, person) in held {
        roster.set(Duty { shift, tier }, Some(person));
    }
    (problem, roster)
}

/// What stands against `person`, by the rules' sentences; nothing when they could.
fn said(problem: &Problem, roster: &Roster, duty: Duty, person: MemberId) -> Vec<String> {
    let why = why(problem, roster, duty);
    let other = why.others.iter().find(|other| other.person == person).expect("not the holder");
    match &other.verdict {
        Verdict::Could(_) => Vec::new(),
        Verdict::Cannot(breaches) => breaches.iter().map(|breach| (breach.rule.sentence)(problem)).collect(),
    }
}

#[test]
fn why_not_and_the_relaxation_respect_a_rule_about_one_duty() {
    let (problem, roster) = held(&BO_LEADS, 1, &[(0, 0, ANN)]);
    let duty = Duty { shift: 0, tier: 1 };
    assert_eq!(said(&problem, &roster, duty, BO), ["leads"]);
    let way = relaxation(&problem, &roster, duty).expect("a way");
    assert_eq!((way.person, way.rules[0].ease, way.rules.len()), (ANN, Ease::Whole("two tiers at once"), 1), "lighter");
}

#[test]
fn why_not_the_relaxation_and_swaps_respect_a_rule_about_two_duties() {
    let (problem, mut roster) = held(&NOT_FIRST_AGAIN, 3, &[(0, 0, ANN), (2, 1, BO)]);
    let duty = Duty { shift: 2, tier: 0 };
    assert_eq!(said(&problem, &roster, duty, ANN), ["would be the primary again too soon"]);
    let way = relaxation(&problem, &roster, duty).expect("a way");
    assert_eq!((way.person, way.rules[0].rule), (BO, &super::ONE_TIER), "graver rules give last");
    roster.set(duty, Some(BO));
    roster.set(Duty { shift: 2, tier: 1 }, Some(ANN));
    let others =
        |problem: &Problem| -> Vec<Duty> { swaps(problem, &roster, duty).iter().map(|swap| swap.other).collect() };
    let usual = daily(3, problem.people().to_vec(), 2, Limits::default());
    assert_eq!(others(&usual), [Duty { shift: 2, tier: 1 }], "Ann's secondary against Bo's primary");
    assert_eq!(others(&problem), [], "Ann was the primary of the first day");
}

#[test]
fn why_not_and_the_relaxation_respect_a_rule_that_counts() {
    let (problem, roster) = held(&ONE_A_FORTNIGHT, 3, &[(0, 0, ANN), (0, 1, BO), (2, 1, BO)]);
    let duty = Duty { shift: 2, tier: 0 };
    assert_eq!(said(&problem, &roster, duty, ANN), ["would start another shift within 14 days"]);
    let way = relaxation(&problem, &roster, duty).expect("a way");
    let ease = Ease::Count { most: 2, instead_of: 1, noun: "shift", within: "in 14 days" };
    assert_eq!((way.person, way.rules[0].ease), (ANN, ease));
}
