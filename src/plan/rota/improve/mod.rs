//! A deterministic local search that makes a rota better, value by value in the order that the rota chooses.
//!
//! Each stage lowers one value by annealing while the values before it may not get worse; it ends with the best rota that it saw.
//! The search counts moves, never seconds, so that a seed gives the same rota on every machine.

mod moves;
mod random;
mod stage;

use crate::team::Order;

use super::bound::gap::gap;
use super::construct::fill;
use super::objective::Objective;
use super::problem::Problem;
use super::state::State;
use random::Random;
use stage::{Bars, Stage};

/// How much to search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Which of many equally good paths to take.
    pub seed: u64,
    /// Moves tried in a round.
    pub moves: u64,
    /// Rounds: each starts from the best rota of the one before.
    pub rounds: u32,
}

impl Effort {
    /// One round of a length that suits the problem: about a second for sixty people and a year of daily shifts.
    pub fn usual(problem: &Problem) -> Self {
        let duties = (problem.shifts().len() * problem.tiers()) as u64;
        Self { seed: 0, moves: (duties * MOVES_PER_DUTY).min(MOST_MOVES), rounds: 1 }
    }

    /// Rounds without end, for a search that is stopped from outside.
    #[must_use]
    pub fn until_stopped(self) -> Self {
        Self { rounds: u32::MAX, ..self }
    }
}

const MOVES_PER_DUTY: u64 = 8000;
const MOST_MOVES: u64 = 2_500_000;

/// What a stage lowers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aim {
    Gap,
    Worst,
    Total,
    Spread,
    Change,
}

/// A better rota than `state`, or the same. `should_stop` is asked now and then; after it said yes the best so far comes back.
pub fn improve<'a>(state: State<'a>, effort: Effort, should_stop: &mut dyn FnMut() -> bool) -> State<'a> {
    let problem = state.problem();
    let mut best = state;
    for round in 0..effort.rounds {
        let random = Random::new(effort.seed.wrapping_mul(0x0001_0000_0001).wrapping_add(u64::from(round)));
        let found = one_round(best.clone(), effort.moves, random, should_stop);
        if value(&found).compare(&value(&best), problem.priority()).is_lt() {
            best = found;
        }
        if should_stop() {
            break;
        }
    }
    best
}

fn value(state: &State<'_>) -> Objective {
    Objective::of(state.problem(), &state.roster())
}

/// All stages once.
fn one_round<'a>(state: State<'a>, moves: u64, random: Random, should_stop: &mut dyn FnMut() -> bool) -> State<'a> {
    let problem = state.problem();
    let stages = stages(problem);
    let whole: u64 = stages.iter().map(|&(_, parts)| parts).sum();
    let mut search = Stage::new(state, random, should_stop);
    let mut bars = Bars::default();
    for (aim, parts) in stages {
        // Where it is proven that a gap must stay, no move is lost on it.
        let proven = aim == Aim::Gap && search.state().gap() == gap(problem, &search.state().roster());
        if !proven || problem.priority().change_second {
            search.lower(aim, &bars, moves * parts / whole);
        }
        if aim == Aim::Gap {
            fill(search.state());
        }
        bars.raise(aim, search.state());
    }
    let mut found = search.finish();
    fill(&mut found);
    found
}

/// What is lowered, in turn, and with which part of the moves.
fn stages(problem: &Problem) -> Vec<(Aim, u64)> {
    let compares = problem.duties().any(|duty| problem.before(duty) != super::problem::Before::Unknown);
    let priority = problem.priority();
    let mut stages = vec![(Aim::Gap, 4)];
    if compares && priority.change_second {
        stages.push((Aim::Change, 4));
    }
    stages.extend(match priority.order {
        Order::Fairness => [(Aim::Worst, 8), (Aim::Total, 6)],
        Order::Comfort => [(Aim::Total, 8), (Aim::Worst, 6)],
    });
    stages.push((Aim::Spread, 2));
    if compares && !priority.change_second {
        stages.push((Aim::Change, 2));
    }
    stages
}

#[cfg(test)]
mod tests;
