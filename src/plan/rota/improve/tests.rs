//! The search against every rota that there is, and by hand.

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use super::*;
use crate::plan::rota::check::check;
use crate::plan::rota::construct::construct;
use crate::plan::rota::facts::{Before, Limits, Priority};
use crate::plan::rota::testing::{BO, daily, daily_facts, every_rota, person, some_problem};
use crate::time::Minutes;

/// A search of so many rounds.
fn solved(problem: &Problem, rounds: u64) -> Solver<'_> {
    let mut solver = Solver::new(problem, 1);
    while solver.rounds() < rounds {
        solver.round(&mut || false);
    }
    solver
}

fn best(problem: &Problem) -> Objective {
    solved(problem, 3).value()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn better_or_equal_and_by_the_rules(problem in some_problem(20, 4), comfort in any::<bool>()) {
        let order = if comfort { Order::Comfort } else { Order::Fairness };
        let problem = problem.with_priority(Priority { order, change_second: false });
        let first = value(&construct(&problem));
        let found = solved(&problem, 2);
        prop_assert_eq!(check(&problem, &found.roster()), vec![]);
        prop_assert!(found.value().compare(&first, problem.priority()).is_le());
        prop_assert_eq!(found.roster(), solved(&problem, 2).roster(), "the same seed gives the same rota");
    }
}

/// Two hundred small problems, always the same ones, against every rota that there is.
#[test]
fn small_rotas_are_the_best_there_are() {
    let config = ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let result = runner.run(&(some_problem(4, 3), any::<bool>()), |(problem, comfort)| {
        let order = if comfort { Order::Comfort } else { Order::Fairness };
        let problem = problem.with_priority(Priority { order, change_second: false });
        let all = every_rota(&problem);
        let optimum = all.iter().min_by(|a, b| a.compare(b, problem.priority())).expect("the empty rota is one");
        prop_assert_eq!(&best(&problem), optimum);
        Ok(())
    });
    assert_eq!(result, Ok(()));
}

#[test]
fn the_order_decides_between_fair_and_comfortable() {
    // Ann pays 1 a day, Bo 3: comfort gives Ann all four days, fairness gives Bo one.
    let people = || vec![person("Ann", 1.0, 0, &[Some(1); 4]), person("Bo", 1.0, 0, &[Some(3); 4])];
    let problem = daily(4, people(), 1, Limits::default());
    let fair = best(&problem);
    assert_eq!((fair.worst.burden.0, fair.total.0), (6, 12), "weights double in tier 1");
    let comfort = Priority { order: Order::Comfort, change_second: false };
    let comfortable = best(&problem.with_priority(comfort));
    assert_eq!((comfortable.worst.burden.0, comfortable.total.0), (8, 8));
}

#[test]
fn replanning_keeps_what_was_published() {
    let people = vec![person("Ann", 1.0, 0, &[Some(1); 4]), person("Bo", 1.0, 0, &[Some(1), None, Some(1), Some(1)])];
    let mut facts = daily_facts(4, people, 1, Limits { rest: Minutes(0), ..Limits::default() });
    for duty in facts.duties() {
        facts.published(duty, Before::Person(BO));
    }
    let problem = Problem::new(facts);
    let planned = best(&problem);
    assert_eq!((planned.worst.burden.0, planned.change), (4, 2), "fair before unchanged");
    let kept = best(&problem.with_priority(Priority { order: Order::Fairness, change_second: true }));
    assert_eq!((kept.worst.burden.0, kept.change), (6, 1), "only the day on which Bo is away");
}

#[test]
fn a_stopped_search_comes_back_with_what_it_has() {
    let people = vec![person("Ann", 1.0, 0, &[Some(1); 30]), person("Bo", 1.0, 0, &[Some(2); 30])];
    let problem = daily(30, people, 1, Limits::default());
    let mut asked = 0;
    let mut found = Solver::new(&problem, 0);
    found.round(&mut || {
        asked += 1;
        asked > 5
    });
    assert_eq!(check(&problem, &found.roster()), []);
}
