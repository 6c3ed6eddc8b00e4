//! A test a rule, each by hand.

use proptest::prelude::*;

use super::*;
use crate::plan::rota::check::{breaches, check};
use crate::plan::rota::facts::{Facts, Limits};
use crate::plan::rota::problem::Problem;
use crate::plan::rota::roster::Roster;
use crate::plan::rota::shift::{Duty, Shift};
use crate::plan::rota::testing::{ANN, BO, at, daily, daily_facts, free, hours, some_problem};
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
    let is_open = |to: i64| problem(vec![block(6, to)]).is_open(Duty { shift: 0, tier: 0 }, ANN);
    assert_eq!([is_open(19), is_open(20), is_open(30)], [true, false, true], "11 h, 10 h, and no break at all");
}

#[test]
fn blocks_exclude_each_other_without_rest_before_or_after_each_day() {
    let block = |from: i64, to: i64| Shift {
        pieces: (0..7).map(|day| hours(day * 24 + from, day * 24 + to)).collect(),
        week: 0,
    };
    let beside_mornings = |from: i64, to: i64| -> Vec<usize> {
        let limits = Limits { rest: Minutes::hours(2), ..Limits::default() };
        let facts = Facts::new(vec![block(0, 8), block(from, to)], vec![free("Ann", 2)], 1, limits);
        Problem::new(facts).excluded(0).to_vec()
    };
    assert_eq!(beside_mornings(10, 22), [0; 0], "two hours before and after");
    assert_eq!(beside_mornings(9, 22), [1], "one hour before");
    assert_eq!(beside_mornings(10, 23), [1], "one hour after");
}

proptest! {
    /// What the search is told of one duty and of two is what the checker finds in them.
    #[test]
    fn the_shapes_of_a_rule_say_what_its_breaches_say(problem in some_problem(6, 2)) {
        for (rule, shape) in RULES.iter().flat_map(|rule| rule.shapes.iter().map(move |shape| (rule, shape))) {
            for (one, person) in problem.duties().flat_map(|one| problem.members().map(move |person| (one, person))) {
                let breaks = |duties: &[Duty]| !(rule.breaches)(&problem, person, duties).is_empty();
                if let Some(forbids) = shape.forbids() && rule.shapes.len() == 1 {
                    prop_assert_eq!(forbids(&problem, one, person), breaks(&[one]), "{:?}: {:?}", rule, one);
                }
                if let Shape::Pairwise { excludes, .. } = shape {
                    for other in problem.duties().filter(|&other| other > one) {
                        prop_assert_eq!(excludes(&problem, one, other), breaks(&[one, other]), "{:?}: {:?} {:?}", rule, one, other);
                    }
                }
            }
        }
    }
}

#[test]
fn a_cap_names_the_first_of_those_that_are_too_many() {
    let with = |limits: Limits, duties: &[usize]| -> Vec<Option<usize>> {
        let duties: Vec<Duty> = duties.iter().map(|&shift| Duty { shift, tier: 0 }).collect();
        let found = breaches(&two_people(21, limits), ANN, &duties);
        found.iter().map(|breach| breach.with.map(|duty| duty.shift)).collect()
    };
    let seven = |most| Limits { max_shifts_per_7_days: Some(most), ..Limits::default() };
    assert_eq!(with(seven(0), &[1]), [None], "one alone is too many");
    assert_eq!(with(seven(1), &[1, 3]), [Some(1)]);
    assert_eq!(with(seven(2), &[1, 3, 5]), [Some(1)]);
    let weeks = |most| Limits { max_weeks_in_a_row: Some(most), ..Limits::default() };
    assert_eq!(with(weeks(0), &[1]), [None]);
    assert_eq!(with(weeks(1), &[1, 8]), [Some(1)]);
    assert_eq!(with(weeks(2), &[1, 8, 15]), [Some(1)]);
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

#[test]
fn what_is_over_stays_with_nobody() {
    let mut facts = two_facts(2);
    facts.close(Duty { shift: 0, tier: 1 });
    let problem = Problem::new(facts);
    assert_eq!(broken(&problem, &[(0, 1)]), [(PINNED.name, 0)]);
    assert_eq!(broken(&problem, &[(0, 0), (1, 1)]), [], "the other tier and the other shift are not over");
    assert!(!problem.is_open(Duty { shift: 0, tier: 1 }, ANN), "nor does the search take it");
    assert!(problem.is_open(Duty { shift: 0, tier: 0 }, ANN));
}

#[test]
fn a_rule_says_why_not_after_a_name() {
    let limits = Limits { rest: Minutes(90), max_shifts_per_7_days: Some(3), max_weeks_in_a_row: Some(2) };
    let said: Vec<String> = RULES.iter().map(|rule| (rule.sentence)(&two_people(1, limits))).collect();
    assert_eq!(
        said,
        [
            "has none of the roles of this tier",
            "is away in part of the shift",
            "holds another tier of the shift",
            "cannot take what is pinned to another",
            "would rest less than 1 h 30 min between two shifts",
            "would start more than 3 shifts within 168 hours",
            "would be on duty in more than 2 calendar weeks in a row",
        ]
    );
}

/// How each rule would give so that Ann could hold (shift, tier).
fn eases(problem: &Problem, duties: &[(usize, usize)]) -> Vec<Ease> {
    let duties: Vec<Duty> = duties.iter().map(|&(shift, tier)| Duty { shift, tier }).collect();
    RULES.iter().map(|rule| (rule.ease)(problem, &duties)).collect()
}

#[test]
fn a_rule_says_how_it_would_have_to_give() {
    let limits = Limits { rest: Minutes::hours(30), max_shifts_per_7_days: Some(1), max_weeks_in_a_row: Some(1) };
    let count = |most, noun, within| Ease::Count { most, instead_of: 1, noun, within };
    let less = |left: i64| Ease::Less {
        left: Minutes::hours(left),
        instead_of: Minutes::hours(30),
        of: "of rest",
        none: "two shifts without rest between them",
    };
    let problem = two_people(28, limits);
    assert_eq!(
        eases(&problem, &[(0, 0), (2, 1), (6, 0), (7, 0), (20, 0)]),
        [
            Ease::Whole("a role of this tier"),
            Ease::Whole("their time away given up"),
            Ease::Whole("two tiers at once"),
            Ease::Whole("what is fixed let go"),
            less(0),
            count(3, "shift", "in 7 days"),
            count(3, "week", "in a row"),
        ]
    );
    assert_eq!(eases(&problem, &[(0, 0), (2, 0), (2, 1)])[4], less(24), "two tiers of one shift are one stretch");
    assert_eq!(eases(&problem, &[(0, 0), (7, 0), (9, 0), (14, 0)])[6], count(3, "week", "in a row"), "two in one week");
    assert_eq!(eases(&problem, &[(0, 0), (14, 0)])[6], count(1, "week", "in a row"), "a free week between");
    assert_eq!(eases(&problem, &[(0, 0)])[4], less(30), "one shift alone has all the rest that is asked for");
}

#[test]
fn of_two_rules_the_lighter_one_gives() {
    let lightest_first =
        ["shifts per seven days", "weeks in a row", "rest", "eligible", "one tier", "available", "pinned"];
    let mut rules = RULES.to_vec();
    rules.sort_by_key(|rule| rule.gravity);
    assert_eq!(rules.iter().map(|rule| rule.name).collect::<Vec<_>>(), lightest_first);
    assert!(rules.windows(2).all(|pair| pair[0].gravity < pair[1].gravity), "no two weigh alike");
}

/// What the shapes come to where two people have four days of two tiers.
fn shaped(limits: Limits, change: impl FnOnce(&mut Facts)) -> Problem {
    let mut facts = daily_facts(4, vec![free("Ann", 4), free("Bo", 4)], 2, limits);
    change(&mut facts);
    Problem::new(facts)
}

#[test]
fn what_nobody_can_hold_alone_is_not_open() {
    let duty = Duty { shift: 1, tier: 1 };
    let is_open = |problem: &Problem| [problem.is_open(duty, ANN), problem.is_open(duty, BO)];
    assert_eq!(is_open(&shaped(Limits::default(), |_| ())), [true, true]);
    assert_eq!(is_open(&shaped(Limits::default(), |facts| facts.pin(duty, BO))), [false, true]);
    let none = Limits { max_shifts_per_7_days: Some(0), ..Limits::default() };
    assert_eq!(is_open(&shaped(none, |_| ())), [false, false]);
    let none = Limits { max_weeks_in_a_row: Some(0), ..Limits::default() };
    assert_eq!(is_open(&shaped(none, |_| ())), [false, false]);
}

#[test]
fn duties_exclude_each_other_up_to_the_rest() {
    let beside = |rest: Minutes, shift: usize| -> Vec<usize> {
        let problem = shaped(Limits { rest, ..Limits::default() }, |_| ());
        problem.conflicts(shift).iter().map(|conflict| conflict.shift).collect()
    };
    assert_eq!(beside(Minutes::ZERO, 1), [1], "the other tier");
    assert_eq!(beside(Minutes(1), 1), [1, 0, 2]);
    assert_eq!(beside(Minutes::hours(24), 1), [1, 0, 2], "exactly a day between the first and the third");
    assert_eq!(beside(Minutes::hours(24) + Minutes(1), 1), [1, 0, 2, 3]);
    let problem = shaped(Limits { rest: Minutes(1), ..Limits::default() }, |_| ());
    assert_eq!((problem.excluded(1), problem.excluded(3)), (&[0, 2][..], &[2][..]));
    assert!(problem.exclude_each_other(0, 1) && !problem.exclude_each_other(0, 2));
}

#[test]
fn a_cap_of_one_lets_two_shifts_exclude_each_other() {
    let problem = |seven: Option<u16>, weeks: Option<u16>| {
        let limits = Limits { max_shifts_per_7_days: seven, max_weeks_in_a_row: weeks, ..Limits::default() };
        two_people(16, limits)
    };
    let by_days = problem(Some(1), None);
    assert!(by_days.exclude_each_other(0, 6) && !by_days.exclude_each_other(0, 7), "168 hours later");
    assert!(!problem(Some(2), None).exclude_each_other(0, 6));
    let by_weeks = problem(None, Some(1));
    assert!(by_weeks.exclude_each_other(6, 7) && by_weeks.exclude_each_other(7, 6), "two weeks in a row");
    assert!(
        !by_weeks.exclude_each_other(0, 6) && !by_weeks.exclude_each_other(0, 14),
        "one week, and a free one between"
    );
}
