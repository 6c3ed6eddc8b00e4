//! Small problems for the tests of this room.

use proptest::prelude::*;

use crate::availability::RateMinutes;
use crate::team::{Capacity, MemberId};
use crate::time::{Instant, Minutes, Span};

use super::facts::{Facts, Limits, Person};
use super::objective::Objective;
use super::problem::Problem;
use super::shift::{Duty, Shift};
use super::state::State;

/// The first people of a problem.
pub const ANN: MemberId = MemberId::new(0);
pub const BO: MemberId = MemberId::new(1);
pub const CY: MemberId = MemberId::new(2);

/// `hour` hours after a Monday's midnight.
pub fn at(hour: i64) -> Instant {
    Instant::from_epoch(4 * 1440) + Minutes::hours(hour)
}

/// From one hour to another.
pub fn hours(from: i64, to: i64) -> Span {
    Span::new(at(from), at(to)).expect("hours in order")
}

/// Somebody with a cost (or leave) for each shift, who may hold up to three tiers.
pub fn person(name: &str, share: f64, carried: i64, costs: &[Option<i64>]) -> Person {
    Person {
        name: name.into(),
        capacity: Capacity::new(share).expect("a capacity"),
        carried: RateMinutes(carried),
        tiers: vec![true; 3],
        costs: costs.iter().map(|cost| cost.map(RateMinutes)).collect(),
    }
}

/// Somebody who can hold every one of `shifts` for one rate-minute.
pub fn free(name: &str, shifts: usize) -> Person {
    person(name, 1.0, 0, &vec![Some(1); shifts])
}

/// Shifts of 24 hours from a Monday on.
pub fn daily(shifts: usize, people: Vec<Person>, tiers: usize, limits: Limits) -> Problem {
    Problem::new(daily_facts(shifts, people, tiers, limits))
}

/// The facts of [`daily`], for pins and what was published.
pub fn daily_facts(shifts: usize, people: Vec<Person>, tiers: usize, limits: Limits) -> Facts {
    let day = |day: usize| Shift { pieces: vec![hours(day as i64 * 24, (day as i64 + 1) * 24)], week: day as i64 / 7 };
    Facts::new((0..shifts).map(day).collect(), people, tiers, limits)
}

/// Shifts of eight hours from a Monday on.
pub fn eight_hours(shifts: usize, people: Vec<Person>, tiers: usize, limits: Limits) -> Problem {
    let shift = |shift: i64| Shift { pieces: vec![hours(shift * 8, (shift + 1) * 8)], week: shift / 21 };
    Problem::new(Facts::new((0..shifts as i64).map(shift).collect(), people, tiers, limits))
}

/// Problems with up to `shifts` shifts and `people` people, with leave, tiers that not all may hold, and every kind of cap.
pub fn some_problem(shifts: usize, people: usize) -> impl Strategy<Value = Problem> {
    let limits = (0..40i64, prop::option::of(1..4u16), prop::option::of(1..3u16)).prop_map(|(rest, seven, weeks)| {
        Limits { rest: Minutes::hours(rest), max_shifts_per_7_days: seven, max_weeks_in_a_row: weeks }
    });
    (1..=shifts, 1..=people, 1..=2usize, limits, any::<bool>()).prop_flat_map(
        |(shifts, people, tiers, limits, long)| {
            prop::collection::vec(some_person(shifts), people).prop_map(move |mut people| {
                for (i, person) in people.iter_mut().enumerate() {
                    person.name = format!("P{i}");
                }
                if long { daily(shifts, people, tiers, limits) } else { eight_hours(shifts, people, tiers, limits) }
            })
        },
    )
}

fn some_person(shifts: usize) -> impl Strategy<Value = Person> {
    let costs = prop::collection::vec(prop::option::weighted(0.8, 1..30i64), shifts);
    let tiers = prop_oneof![4 => Just(vec![true, true]), 1 => Just(vec![true, false]), 1 => Just(vec![false, true])];
    let share = prop_oneof![Just(1.0), Just(0.8), Just(0.5)];
    (costs, tiers, share, 0..30i64)
        .prop_map(|(costs, tiers, share, carried)| Person { tiers, ..person("", share, carried, &costs) })
}

/// The values of every rota that keeps the hard rules.
pub fn every_rota(problem: &Problem) -> Vec<Objective> {
    fn extend(state: &mut State<'_>, duties: &[Duty], found: &mut Vec<Objective>) {
        let Some((&duty, rest)) = duties.split_first() else {
            found.push(Objective::of(state.problem(), &state.roster()));
            return;
        };
        extend(state, rest, found);
        for person in state.problem().members() {
            if state.can_hold(person, duty) {
                state.give(duty, person);
                extend(state, rest, found);
                state.take(duty);
            }
        }
    }
    let mut found = Vec::new();
    extend(&mut State::new(problem), &problem.duties().collect::<Vec<_>>(), &mut found);
    found
}

/// A rota with one tier that everybody may hold, and no caps.
pub fn rota(zone: &str, start: &str, weeks: u16, shifts: crate::team::Shifts) -> crate::team::Rota {
    crate::team::Rota {
        name: "Escalation".into(),
        anchor: crate::time::Zone::named(zone).expect("a zone"),
        start: start.parse().expect("a date"),
        weeks,
        shifts,
        tiers: 1,
        eligible: crate::team::Tiers::Anyone,
        order: crate::team::Order::Fairness,
        rest: None,
        max_shifts_per_7_days: None,
        max_weeks_in_a_row: None,
        pins: Vec::new(),
        carried: std::collections::BTreeMap::new(),
    }
}
