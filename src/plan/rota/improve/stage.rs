//! One stage of the search: one value goes down, those before it stay.

use super::Aim;
use super::moves::Mover;
use super::random::Random;
use crate::availability::RateMinutes;
use crate::plan::rota::objective::Load;
use crate::plan::rota::problem::{Duty, Roster};
use crate::plan::rota::state::State;
use crate::team::Capacity;
use crate::time::Minutes;

/// Values that may not get worse any more.
#[derive(Clone, Debug, Default)]
pub struct Bars {
    gap: Option<usize>,
    change: Option<usize>,
    /// By person, what they may carry and hold at most.
    burdens: Option<Vec<RateMinutes>>,
    total: Option<RateMinutes>,
    spread: Option<Minutes>,
}

impl Bars {
    /// From now on `aim` stays as it is in `state`, or better.
    pub fn raise(&mut self, aim: Aim, state: &State<'_>) {
        match aim {
            Aim::Gap => self.gap = Some(state.gap()),
            Aim::Change => self.change = Some(state.change()),
            Aim::Worst => self.burdens = Some(ceilings(state, state.worst())),
            Aim::Total => self.total = Some(state.total()),
            Aim::Spread => self.spread = Some(state.spread(&capacities(state))),
        }
    }

    fn allow(&self, state: &State<'_>, capacities: &[Capacity]) -> bool {
        self.gap.is_none_or(|most| state.gap() <= most)
            && self.total.is_none_or(|most| state.total() <= most)
            && self.change.is_none_or(|most| state.change() <= most)
            && self.burdens.as_ref().is_none_or(|most| state.burdens().iter().zip(most).all(|(own, most)| own <= most))
            && self.spread.is_none_or(|most| state.spread(capacities) <= most)
    }
}

fn capacities(state: &State<'_>) -> Vec<Capacity> {
    state.problem().people().iter().map(|person| person.capacity).collect()
}

/// What everybody may carry and hold without a larger load than `load`.
fn ceilings(state: &State<'_>, load: Load) -> Vec<RateMinutes> {
    state.problem().people().iter().map(|person| load.ceiling(person.capacity)).collect()
}

/// A search that runs one stage after the other.
pub struct Stage<'a, 's> {
    mover: Mover<'a>,
    random: Random,
    capacities: Vec<Capacity>,
    /// By person: what the worst load aimed at lets them carry and hold.
    targets: Vec<RateMinutes>,
    should_stop: &'s mut dyn FnMut() -> bool,
    stopped: bool,
}

impl<'a, 's> Stage<'a, 's> {
    /// A search from `state` on.
    pub fn new(state: State<'a>, random: Random, should_stop: &'s mut dyn FnMut() -> bool) -> Self {
        let capacities = capacities(&state);
        Self { mover: Mover::new(state), random, capacities, targets: Vec::new(), should_stop, stopped: false }
    }

    /// The rota as it stands.
    pub fn state(&mut self) -> &mut State<'a> {
        &mut self.mover.state
    }

    /// The rota at the end.
    pub fn finish(self) -> State<'a> {
        self.mover.state
    }

    /// Lowers `aim` within `bars` for so many moves.
    pub fn lower(&mut self, aim: Aim, bars: &Bars, moves: u64) {
        match aim {
            Aim::Worst => self.lower_worst(bars, moves),
            _ => {
                self.anneal(aim, bars, moves);
            }
        }
    }

    /// Aims at a lower worst load; when that is reached at a still lower one, when not at one nearer to what was reached.
    fn lower_worst(&mut self, bars: &Bars, moves: u64) {
        const ATTEMPTS: i64 = 12;
        let mut step = 8;
        for _ in 0..ATTEMPTS {
            let worst = self.mover.state.worst();
            let carried = self.carried();
            let room = worst.burden.0 - carried.ceiling(worst.capacity).0;
            if room <= 0 {
                break;
            }
            let aimed = RateMinutes(worst.burden.0 - (room / step).max(1));
            self.targets = ceilings(&self.mover.state, Load { burden: aimed, ..worst });
            if !self.anneal(Aim::Worst, bars, moves / ATTEMPTS as u64) {
                step *= 2;
            }
        }
    }

    /// The largest load that people bring along: no rota has a smaller worst one.
    fn carried(&self) -> Load {
        let people = self.mover.state.problem().people().iter();
        people.map(|person| Load { burden: person.carried, capacity: person.capacity }).max().unwrap_or(Load::ZERO)
    }

    /// Annealing; ends with the best rota that it saw. Whether that is better than the first. A worst load is only better
    /// when all of the target is reached.
    fn anneal(&mut self, aim: Aim, bars: &Bars, moves: u64) -> bool {
        let mut energy = self.energy(aim);
        let first = if aim == Aim::Worst { 1 } else { energy };
        let (mut lowest, mut best): (i64, Roster) = (first, self.mover.state.roster());
        let heat = self.heat(aim);
        for turn in 0..moves {
            if lowest == 0 || self.stops(turn) {
                break;
            }
            let Some(found) = self.try_move(aim) else { continue };
            let left = (moves - turn) as i128;
            let now = (i128::from(heat) * left * left / (i128::from(moves) * i128::from(moves))) as i64;
            let accepted = found <= energy || self.random.accepts(found - energy, now);
            if !accepted || !bars.allow(&self.mover.state, &self.capacities) {
                self.mover.undo();
                continue;
            }
            energy = found;
            if energy < lowest {
                lowest = energy;
                best = self.mover.state.roster();
            }
        }
        if energy != lowest {
            self.mover.state.replace(&best);
        }
        lowest < first
    }

    fn stops(&mut self, turn: u64) -> bool {
        if turn.is_multiple_of(1024) && !self.stopped {
            self.stopped = (self.should_stop)();
        }
        self.stopped
    }

    /// What a move comes to, or nothing when it was not possible.
    fn try_move(&mut self, aim: Aim) -> Option<i64> {
        let duty = self.pick(aim)?;
        let done = match self.random.below(16) {
            0 => self.mover.reshuffle(duty, &mut self.random),
            1..=6 if aim != Aim::Gap => {
                let other = self.any_duty();
                self.mover.exchange(duty, other)
            }
            _ => self.mover.reassign(duty, &mut self.random),
        };
        done.then(|| self.energy(aim))
    }

    /// A duty that is worth moving.
    fn pick(&mut self, aim: Aim) -> Option<Duty> {
        match aim {
            Aim::Gap => self.unfilled(),
            _ if self.mover.state.gap() > 0 && self.random.sixteenths(3) => self.unfilled(),
            Aim::Worst if self.random.sixteenths(10) => self.overloaded().or_else(|| Some(self.any_duty())),
            _ => Some(self.any_duty()),
        }
    }

    fn any_duty(&mut self) -> Duty {
        let problem = self.mover.state.problem();
        problem.duty(self.random.below(problem.shifts().len() * problem.tiers()))
    }

    /// Some unfilled duty.
    fn unfilled(&mut self) -> Option<Duty> {
        let problem = self.mover.state.problem();
        let duties = problem.shifts().len() * problem.tiers();
        let from = self.random.below(duties);
        (from..duties).chain(0..from).map(|at| problem.duty(at)).find(|&duty| self.mover.state.holder(duty).is_none())
    }

    /// Some duty of somebody above their target.
    fn overloaded(&mut self) -> Option<Duty> {
        let state = &self.mover.state;
        let people = self.targets.len();
        let from = self.random.below(people);
        let over = |&person: &usize| state.burdens()[person] > self.targets[person];
        let person = (from..people).chain(0..from).find(over)?;
        let held = state.held(person);
        (!held.is_empty()).then(|| held[self.random.below(held.len())]).and_then(|shift| state.duty_in(person, shift))
    }

    /// What is lowered, as one number.
    fn energy(&self, aim: Aim) -> i64 {
        let state = &self.mover.state;
        match aim {
            Aim::Gap => {
                let changes = if state.problem().priority().change_second { state.change() } else { 0 };
                (state.gap() * (state.problem().shifts().len() * state.problem().tiers() + 1) + changes) as i64
            }
            Aim::Worst => state.burdens().iter().zip(&self.targets).map(|(own, most)| (own.0 - most.0).max(0)).sum(),
            Aim::Total => state.total().0,
            Aim::Spread => state.spread(&self.capacities).0,
            Aim::Change => state.change() as i64,
        }
    }

    /// How much worse a step may well be at first.
    fn heat(&self, aim: Aim) -> i64 {
        let state = &self.mover.state;
        let filled = (state.problem().shifts().len() * state.problem().tiers() - state.gap()).max(1) as i64;
        match aim {
            Aim::Gap => (state.problem().shifts().len() * state.problem().tiers()) as i64 / 5,
            Aim::Worst | Aim::Total => (state.total().0 / filled / 4).max(1),
            Aim::Spread => state.spread(&self.capacities).0 / filled,
            Aim::Change => 0,
        }
    }
}
