//! A deterministic search that makes a rota better, value by value in the order that the rota chooses.
//!
//! A [`Solver`] works in rounds. Where duties stay unfilled, a round begins with a negotiation; then stage by stage one value is
//! lowered by annealing while the values before it may not get worse; and proofs go on beside it. The search counts moves, never
//! seconds, so that a seed gives the same rota on every machine.

mod aim;
mod anneal;
mod energy;
mod moves;
mod negotiate;
mod random;

use std::sync::Arc;

use crate::team::Order;

use super::ask::Progress;
use super::bound::{Bound, Prover};
use super::construct::{construct, fill};
use super::objective::Objective;
use super::problem::Problem;
use super::roster::Roster;
use super::state::State;
use super::walks::Walks;
use aim::Aim;
use anneal::Search;
use energy::Bars;
use negotiate::Negotiation;
use random::Random;

/// Moves tried in a round: so many a duty, and at most so many. The first rounds are shorter.
const MOVES_PER_DUTY: u64 = 8000;
const MOST_MOVES: u64 = 1_500_000;
const SHORT_ROUNDS: u64 = 3;
/// Nodes of walks visited in the proofs of a round, and in a negotiation.
const PROOF_NODES: usize = 24_000_000;
const NEGOTIATION_NODES: u64 = 100_000_000;
/// Graphs of so many nodes for all people together are walked as they are; for proofs larger ones without the caps.
const MOST_NODES: usize = 20_000_000;
/// Where duties stay unfilled a negotiation may use a graph of so many nodes.
const MOST_WALKS: usize = 3_000_000;
/// When the proof is complete, so many rounds without a better rota are enough: what is left is to spread the hours.
const PATIENCE: u64 = 3;

/// A search under way: the best rota so far, and what is proven about it.
pub struct Solver<'a> {
    problem: &'a Problem,
    seed: u64,
    rounds: u64,
    /// Rounds since a better rota was found.
    idle: u64,
    best: State<'a>,
    value: Objective,
    prover: Option<Prover<'a>>,
    proves: bool,
    /// All that one person can hold; none when that was not looked at yet or is too much.
    walks: Option<Arc<Walks>>,
}

impl<'a> Solver<'a> {
    /// A first rota, which keeps every hard rule.
    pub fn new(problem: &'a Problem, seed: u64) -> Self {
        let best = construct(problem);
        let value = value(&best);
        Self { problem, seed, rounds: 0, idle: 0, best, value, prover: None, proves: true, walks: None }
    }

    /// The values of the best rota so far.
    pub fn value(&self) -> Objective {
        self.value
    }

    /// The best rota so far.
    pub fn roster(&self) -> Roster {
        self.best.roster()
    }

    /// What is proven so far. The first call takes a while.
    pub fn bound(&mut self) -> Bound {
        if self.prover.is_none() {
            let people = self.problem.people().len().max(1);
            self.walks = Walks::of(self.problem, MOST_NODES / people).map(Arc::new);
            let loose = || Arc::new(Walks::loose(self.problem, MOST_NODES / people));
            let walks = self.walks.clone().unwrap_or_else(loose);
            self.prover = Some(Prover::new(self.problem, &self.best.roster(), walks));
        }
        self.prover.as_ref().map_or(Bound::NONE, Prover::bound)
    }

    /// How far the search has come.
    pub fn progress(&mut self) -> Progress {
        Progress { objective: self.value, bound: self.bound(), rounds: self.rounds }
    }

    /// Rounds that were finished.
    pub fn rounds(&self) -> u64 {
        self.rounds
    }

    /// Whether the first three values are proven to be the best there are.
    pub fn is_proven(&mut self) -> bool {
        let value = self.value;
        self.bound().closes(self.problem, &value)
    }

    /// Whether another round is hardly worth it: the proof is complete, and the last rounds found nothing better.
    pub fn is_done(&mut self) -> bool {
        self.idle >= PATIENCE && self.is_proven()
    }

    /// One round of the search and of the proofs. `should_stop` is asked now and then; after it said yes the round ends with the
    /// best rota so far.
    pub fn round(&mut self, should_stop: &mut dyn FnMut() -> bool) {
        let seed = self.seed.wrapping_mul(0x0001_0000_0001).wrapping_add(self.rounds);
        self.idle += 1;
        self.prove(should_stop);
        let again = self.value.gap > 0 && self.rounds.is_multiple_of(2);
        let start = if again { self.negotiate(Random::new(!seed), should_stop) } else { None };
        self.anneal(start, Random::new(seed), should_stop);
        self.rounds += 1;
    }

    /// Raises the bounds, as long as that pays.
    pub fn prove(&mut self, should_stop: &mut dyn FnMut() -> bool) {
        self.bound();
        if let Some(prover) = &mut self.prover
            && self.proves
        {
            self.proves = prover.work(&self.value, PROOF_NODES, should_stop);
        }
    }

    /// Keeps `found` if it is better.
    fn offer(&mut self, found: State<'a>) {
        let its = value(&found);
        if its.compare(&self.value, self.problem.priority()).is_lt() {
            self.best = found;
            self.value = its;
            self.proves = true;
            self.idle = 0;
        }
    }

    /// A rota found by negotiation, if it is as full as the best so far.
    fn negotiate(&mut self, random: Random, should_stop: &mut dyn FnMut() -> bool) -> Option<State<'a>> {
        let problem = self.problem;
        let enough = self.bound().gap;
        if self.walks.is_none() && self.rounds > 0 && self.value.gap > enough {
            self.walks = Walks::of(problem, MOST_WALKS).map(Arc::new);
        }
        let walks = self.walks.clone()?;
        let nodes = (walks.size() * problem.people().len()).max(1) as u64;
        let rounds = (NEGOTIATION_NODES / nodes).clamp(10, 400);
        let found = Negotiation::new(problem, &walks, random).run(enough, rounds, should_stop);
        (found.gap() <= self.value.gap).then_some(found)
    }

    /// All stages once, from a fresh start or from the best rota so far.
    fn anneal(&mut self, start: Option<State<'a>>, random: Random, should_stop: &mut dyn FnMut() -> bool) {
        let problem = self.problem;
        let duties = problem.duty_count() as u64;
        let moves = (duties * MOVES_PER_DUTY).min(MOST_MOVES) >> SHORT_ROUNDS.saturating_sub(self.rounds);
        let bound = self.bound();
        // Fresh starts come in every second round: between them the emphasis goes on from one to the next.
        let emphasis = if start.is_some() {
            0
        } else if self.value.gap > 0 {
            self.rounds / 2
        } else {
            self.rounds
        };
        let stages = stages(problem, emphasis);
        let whole: u64 = stages.iter().map(|&(_, parts)| parts).sum();
        let mut search = Search::new(start.unwrap_or_else(|| self.best.clone()), bound.worst, random, should_stop);
        let mut bars = Bars::default();
        for (aim, parts) in stages {
            // Where it is proven that a gap must stay, no move is lost on it.
            let proven = aim == Aim::Gap && search.state().gap() <= bound.gap;
            if !proven || problem.priority().change_second {
                search.lower(aim, &bars, moves * parts / whole);
            }
            if aim == Aim::Gap {
                fill(search.state());
            }
            search.raise(&mut bars, aim);
        }
        let mut found = search.finish();
        fill(&mut found);
        self.offer(found);
    }
}

fn value(state: &State<'_>) -> Objective {
    Objective::of(state.problem(), &state.roster())
}

/// What is lowered, in turn, and with which part of the moves; now and then most of them go to one of worst and total.
fn stages(problem: &Problem, emphasis: u64) -> Vec<(Aim, u64)> {
    let compares = problem.compares();
    let priority = problem.priority();
    let mut stages = vec![(Aim::Gap, 3)];
    if compares && priority.change_second {
        stages.push((Aim::Change, 4));
    }
    let (first, second) = match emphasis % 3 {
        0 => (8, 6),
        1 => (12, 3),
        _ => (0, 12),
    };
    stages.extend(match priority.order {
        Order::Fairness => [(Aim::Worst, first), (Aim::Total, second)],
        Order::Comfort => [(Aim::Total, first), (Aim::Worst, second)],
    });
    stages.push((Aim::Spread, 2));
    if compares && !priority.change_second {
        stages.push((Aim::Change, 2));
    }
    stages
}

#[cfg(test)]
mod tests;
