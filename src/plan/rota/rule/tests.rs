//! A test a rule, each by hand.

use super::*;
use crate::plan::rota::facts::{Facts, Limits};
use crate::plan::rota::shift::Shift;
use crate::plan::rota::testing::{ANN, BO, at, daily, daily_facts, free, hours};
use crate::time::Minutes;

/// Which rule the duties (shift, tier) of the first of two people break.
fn broken(problem: &Problem, duties: &[(usize, usize)]) -> Vec<(&'static str, usize)> {
    let duties: Vec<Duty> = duties.iter().map(|&(shift, tier)| Duty { shift, tier }).collect();
    breaches(problem, ANN, &duties).iter().map(|breach| (breach.rule.name, breach.duty.shift)).collect()
}

fn two_people(shifts: usize, limits: Limits) -> Problem {
    daily(shifts, vec![free("Ann", shifts), free("Bo", shifts)], 2, limits)
}

fn two_facts(shifts: usize) -> Facts {
    daily_facts(shifts, vec![free("Ann", shifts), free("Bo", shifts)], 2, Limits::default())
}

#[test]
fn eligible_by_tier() {
    let mut ann = free("Ann", 1);
    ann.tiers = vec![false, true];
    let problem = daily(1, vec![ann], 2, Limits::default());
    assert_eq!(broken(&problem, &[(0, 0)]), [(ELIGIBLE.name, 0)]);
    assert_eq!(broken(&problem, &[(0, 1)]), []);
}

#[test]
fn available_for_the_whole_shift() {
    let mut ann = free("Ann", 2);
    ann.costs[1] = None;
    let problem = daily(2, vec![ann], 1, Limits::default());
    assert_eq!(broken(&problem, &[(0, 0), (1, 0)]), [(AVAILABLE.name, 1)]);
}

#[test]
fn one_tier_of_a_shift() {
    let problem = two_people(2, Limits::default());
    assert_eq!(broken(&problem, &[(0, 0), (0, 1)]), [(ONE_TIER.name, 0)]);
    assert_eq!(broken(&problem, &[(0, 0), (1, 1)]), []);
}

#[test]
fn pins_are_neither_taken_nor_left() {
    let mut facts = two_facts(2);
    facts.pin(Duty { shift: 0, tier: 0 }, ANN);
    facts.pin(Duty { shift: 1, tier: 1 }, BO);
    let problem = Problem::new(facts);
    assert_eq!(broken(&problem, &[(0, 0)]), []);
    assert_eq!(broken(&problem, &[]), [(PINNED.name, 0)]);
    assert_eq!(broken(&problem, &[(0, 0), (1, 1)]), [(PINNED.name, 1)]);
}

#[test]
fn rest_between_the_end_of_one_and_the_start_of_the_next() {
    let problem = two_people(4, Limits { rest: Minutes::hours(24), ..Limits::default() });
    assert_eq!(broken(&problem, &[(0, 0), (1, 1)]), [(REST.name, 1)]);
    assert_eq!(broken(&problem, &[(0, 0), (2, 1)]), [], "exactly 24 h");
    let longer = two_people(4, Limits { rest: Minutes::hours(24) + Minutes(1), ..Limits::default() });
    assert_eq!(broken(&longer, &[(0, 0), (2, 1)]), [(REST.name, 2)]);
    assert_eq!((REST.sentence)(&longer), "would rest less than 24 h 1 min between two shifts");
}

#[test]
fn rest_holds_between_the_pieces_of_blocks() {
    let block = |from: i64, to: i64| Shift {
        pieces: (0..7).map(|day| hours(day * 24 + from, day * 24 + to)).collect(),
        week: 0,
    };
    let problem = |shifts: Vec<Shift>| {
        let people = vec![free("Ann", shifts.len())];
        Problem::new(Facts::new(shifts, people, 1, Limits { rest: Minutes::hours(11), ..Limits::default() }))
    };
    assert_eq!(broken(&problem(vec![block(6, 14)]), &[(0, 0)]), [], "16 h each night");
    assert_eq!(broken(&problem(vec![block(6, 20)]), &[(0, 0)]).len(), 6, "only 10 h");
    assert_eq!(broken(&problem(vec![block(6, 30)]), &[(0, 0)]), [], "a week without a break is one stretch");
    let both = problem(vec![block(6, 14), block(14, 22)]);
    assert_eq!(broken(&both, &[(0, 0), (1, 0)]).len(), 13);
}

#[test]
fn shifts_in_any_168_hours() {
    let problem = two_people(9, Limits { max_shifts_per_7_days: Some(2), ..Limits::default() });
    assert_eq!(broken(&problem, &[(0, 0), (3, 0), (7, 0)]), [], "the third starts 168 hours after the first");
    assert_eq!(broken(&problem, &[(0, 0), (3, 0), (6, 0)]), [(SHIFTS_PER_SEVEN_DAYS.name, 6)]);
    let none = two_people(1, Limits { max_shifts_per_7_days: Some(0), ..Limits::default() });
    assert_eq!(broken(&none, &[(0, 0)]), [(SHIFTS_PER_SEVEN_DAYS.name, 0)]);
}

#[test]
fn calendar_weeks_in_a_row() {
    let problem = two_people(28, Limits { max_weeks_in_a_row: Some(2), ..Limits::default() });
    assert_eq!(broken(&problem, &[(0, 0), (6, 0), (13, 0), (21, 0)]), [], "a free week between");
    assert_eq!(broken(&problem, &[(6, 0), (7, 0), (9, 0), (14, 0)]), [(WEEKS_IN_A_ROW.name, 14)]);
    let none = two_people(1, Limits { max_weeks_in_a_row: Some(0), ..Limits::default() });
    assert_eq!(broken(&none, &[(0, 0)]), [(WEEKS_IN_A_ROW.name, 0)]);
}

#[test]
fn check_names_the_person() {
    let problem = two_people(1, Limits::default());
    let mut roster = Roster::empty(&problem);
    assert_eq!(check(&problem, &roster), []);
    let (first, second) = (Duty { shift: 0, tier: 0 }, Duty { shift: 0, tier: 1 });
    roster.set(first, Some(BO));
    roster.set(second, Some(BO));
    assert_eq!(check(&problem, &roster), [Breach { rule: &ONE_TIER, person: BO, duty: second, with: Some(first) }]);
    assert_eq!(problem.shifts()[0].start(), at(0));
}
