//! Bounds against every rota that there is, and by hand.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::availability::RateMinutes;
use crate::plan::rota::construct::construct;
use crate::plan::rota::facts::Limits;
use crate::plan::rota::objective::{Load, Objective};
use crate::plan::rota::problem::Problem;
use crate::plan::rota::roster::Roster;
use crate::plan::rota::testing::{daily, eight_hours, every_rota, free, person, some_problem};
use crate::plan::rota::walks::Walks;
use crate::team::MemberId;
use crate::time::Minutes;

/// Bounds for rotas as full as `roster`, after some work.
fn prove(problem: &Problem, roster: &Roster) -> Bound {
    let walks = Arc::new(Walks::of(problem, 100_000).unwrap_or_else(|| Walks::loose(problem, 100_000)));
    let mut prover = Prover::new(problem, roster, walks);
    prover.work(&Objective::of(problem, roster), 20_000, &mut || false);
    prover.bound()
}

/// Prices that ran away are cut: no sum of them overflows, and what they prove still holds.
#[test]
fn prices_that_run_away_prove_nothing_wrong() {
    let problem = daily(14, vec![free("Ann", 14), free("Bo", 14)], 1, Limits::default());
    let walks = Walks::of(&problem, 100_000).expect("few limits");
    let mut ascent = super::ascent::Ascent::new(&problem, false, vec![1e18, 1e18], 1e-9);
    let question = super::ascent::Question::Total { gaps: 0, known: RateMinutes(28), worst: None };
    let (above, below) = ascent.step(&problem, &walks, &question);
    let held: i64 = problem.duties().filter_map(|duty| problem.burden(duty, MemberId::new(0))).map(|cost| cost.0).sum();
    assert!(below > 0 && above <= below * i128::from(held), "{above}/{below} of {held}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn bounds_are_never_above_what_can_be_reached(problem in some_problem(5, 3)) {
        let all = every_rota(&problem);
        let roster = construct(&problem).roster();
        let gaps = roster.unfilled(&problem).len();
        let bound = prove(&problem, &roster);
        let as_full = || all.iter().filter(|value| value.gap <= gaps);
        prop_assert!(bound.gap <= all.iter().map(|value| value.gap).min().unwrap_or(0));
        prop_assert!(as_full().all(|value| bound.worst <= value.worst), "{:?}", bound);
        prop_assert!(as_full().all(|value| bound.total <= value.total), "{:?}", bound);
    }
}

#[test]
fn too_few_people_for_the_rest() {
    // Three eight-hour shifts a day exclude each other with 11 h of rest: two people hold two of three.
    let limits = Limits { rest: Minutes::hours(11), ..Limits::default() };
    let problem = eight_hours(21, vec![free("Ann", 21), free("Bo", 21)], 1, limits);
    assert_eq!(prove(&problem, &Roster::empty(&problem)).gap, 7);
    assert_eq!(gap::gap(&problem, &Roster::empty(&problem)), 7, "by a flow alone");
}

#[test]
fn too_few_people_for_the_cap() {
    let limits = Limits { max_shifts_per_7_days: Some(2), ..Limits::default() };
    let problem = daily(14, vec![free("Ann", 14), free("Bo", 14)], 1, limits);
    assert_eq!(prove(&problem, &Roster::empty(&problem)).gap, 6, "3 of 7 days, twice");
    assert_eq!(gap::gap(&problem, &Roster::empty(&problem)), 6, "by a flow alone");
}

#[test]
fn a_week_after_the_first_shift_counts_anew() {
    let limits = Limits { max_shifts_per_7_days: Some(1), ..Limits::default() };
    let gap = |days: usize| {
        let problem = daily(days, vec![free("Ann", days)], 1, limits);
        prove(&problem, &Roster::empty(&problem)).gap
    };
    assert_eq!([gap(7), gap(8)], [6, 6], "the first day and the eighth");
}

#[test]
fn nobody_can_come() {
    let people = vec![person("Ann", 1.0, 0, &[Some(5), None, Some(7)])];
    let problem = daily(3, people, 2, Limits::default());
    let bound = prove(&problem, &construct(&problem).roster());
    assert_eq!(bound.gap, 4, "both tiers of a day of leave, and one of each other");
    assert_eq!(bound.total, RateMinutes(5 + 7), "the cheaper tier of each");
}

#[test]
fn equal_people_share_equally() {
    let people = vec![free("Ann", 8), free("Bo", 8), person("Cy", 0.5, 0, &[Some(1); 8])];
    let problem = daily(8, people, 1, Limits::default());
    let bound = prove(&problem, &construct(&problem).roster());
    // 16 rate-minutes over 2.5 shares are 6.4; Cy reaches 4 of half a share, which is 8, the others 7.
    assert_eq!(bound.worst, Load { burden: RateMinutes(7), capacity: crate::team::Capacity::FULL });
}

#[test]
fn what_is_brought_along_is_there_in_any_case() {
    let people = vec![free("Ann", 2), person("Bo", 0.5, 400, &[Some(1), Some(1)])];
    let problem = daily(2, people, 1, Limits::default());
    let bound = prove(&problem, &construct(&problem).roster());
    assert_eq!(bound.worst, Load { burden: RateMinutes(800), capacity: crate::team::Capacity::FULL });
}
