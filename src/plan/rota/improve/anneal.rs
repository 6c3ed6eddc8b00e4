//! One stage of the search: one value goes down, those before it stay.

use super::aim::Aim;
use super::energy::{Bars, Energy};
use super::moves::Mover;
use super::random::Random;
use crate::availability::RateMinutes;
use crate::plan::rota::objective::Load;
use crate::plan::rota::roster::Roster;
use crate::plan::rota::shift::Duty;
use crate::plan::rota::state::State;
use crate::team::{Capacity, MemberId};

/// The way from the worst load to the floor has so many parts.
const WHOLE: i64 = 256;

/// A search that runs one stage after the other.
pub struct Search<'a, 's> {
    mover: Mover<'a>,
    random: Random,
    capacities: Vec<Capacity>,
    floor: Load,
    should_stop: &'s mut dyn FnMut() -> bool,
    stopped: bool,
    /// Which part of the way to the floor is aimed at, in parts of [`WHOLE`].
    part: i64,
}

impl<'a, 's> Search<'a, 's> {
    /// A search from `state` on. No worst load is below `floor`.
    pub fn new(state: State<'a>, floor: Load, random: Random, should_stop: &'s mut dyn FnMut() -> bool) -> Self {
        let capacities = state.problem().people().iter().map(|person| person.capacity).collect();
        Self { mover: Mover::new(state), random, capacities, floor, should_stop, stopped: false, part: WHOLE }
    }

    /// The rota as it stands.
    pub fn state(&mut self) -> &mut State<'a> {
        &mut self.mover.state
    }

    /// The rota at the end.
    pub fn finish(self) -> State<'a> {
        self.mover.state
    }

    /// From now on `aim` stays as it is, or better.
    pub fn raise(&self, bars: &mut Bars, aim: Aim) {
        bars.raise(aim, &self.mover.state, &self.capacities);
    }

    /// Lowers `aim` within `bars` for so many moves.
    pub fn lower(&mut self, aim: Aim, bars: &Bars, moves: u64) {
        if aim == Aim::Worst {
            self.lower_worst(bars, moves);
        } else {
            if let Some(worst) = bars.worst() {
                self.mover.state.aim_at(worst);
            }
            self.anneal(aim, bars, moves);
        }
    }

    /// Aims at a lower worst load; when that is reached at a still lower one, when not at one nearer to what was reached.
    fn lower_worst(&mut self, bars: &Bars, moves: u64) {
        const ATTEMPTS: u64 = 6;
        self.part = WHOLE / 4;
        for _ in 0..ATTEMPTS {
            if !self.aim_lower() {
                break;
            }
            self.anneal(Aim::Worst, bars, moves / ATTEMPTS);
        }
    }

    /// Aims below the worst load by a part of the way to the floor. Whether there is anything below.
    fn aim_lower(&mut self) -> bool {
        let worst = self.mover.state.worst();
        let room = worst.burden.0 - self.floor.ceiling(worst.capacity).0;
        if worst <= self.floor {
            return false;
        }
        let aimed = RateMinutes(worst.burden.0 - (room * self.part / WHOLE).max(1));
        self.mover.state.aim_at(Load { burden: aimed, ..worst });
        true
    }

    /// Annealing; ends with the best rota that it saw.
    fn anneal(&mut self, aim: Aim, bars: &Bars, moves: u64) {
        let mut measure = Energy::new(aim, bars.clone(), &self.mover.state);
        let mut energy = measure.of(&self.mover.state);
        let mut lowest = Lowest::of(&measure, &self.mover.state);
        let heat = i128::from(measure.heat(&self.mover.state));
        for made in 0..moves {
            if self.stops(made) {
                break;
            }
            if made % 64 == 0 && measure.adapt(&self.mover.state) {
                energy = measure.of(&self.mover.state);
            }
            if !self.try_move(aim) {
                continue;
            }
            let found = measure.of(&self.mover.state);
            let left = i128::from(moves - made);
            let now = (heat * left * left / (i128::from(moves) * i128::from(moves))) as i64;
            if found > energy && !self.random.accepts(found - energy, now) {
                self.mover.undo();
                continue;
            }
            energy = found;
            if !lowest.keep(&measure, &self.mover.state) || lowest.value > 0 {
                continue;
            }
            // All that was asked for: of the worst load one can ask for more.
            if aim != Aim::Worst || !self.aim_lower() {
                break;
            }
            lowest.value = measure.value(&self.mover.state);
            lowest.reached = true;
            energy = measure.of(&self.mover.state);
        }
        self.mover.state.replace(&lowest.roster);
        if aim == Aim::Worst && !lowest.reached {
            self.part = (self.part / 2).max(1);
        }
    }

    fn stops(&mut self, made: u64) -> bool {
        if made.is_multiple_of(1024) && !self.stopped {
            self.stopped = (self.should_stop)();
        }
        self.stopped
    }

    /// Whether a move was possible.
    fn try_move(&mut self, aim: Aim) -> bool {
        let Some(duty) = self.pick(aim) else { return false };
        match self.random.below(16) {
            0 => self.mover.reshuffle(duty, &mut self.random),
            1..=3 if aim != Aim::Gap => {
                let other = self.any_duty();
                self.mover.exchange(duty, other)
            }
            4..=6 if aim != Aim::Gap => {
                let other = self.near(duty);
                self.mover.exchange(duty, other)
            }
            8 => self.mover.rebuild(duty, &mut self.random),
            7 => self.mover.cross(duty, &mut self.random),
            _ => self.mover.reassign(duty, &mut self.random),
        }
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
        problem.duty(self.random.below(problem.duty_count()))
    }

    /// A duty not far from `duty`.
    fn near(&mut self, duty: Duty) -> Duty {
        let problem = self.mover.state.problem();
        let duties = problem.duty_count();
        let place = (problem.place(duty) + duties + self.random.below(17)).saturating_sub(8) % duties;
        problem.duty(place)
    }

    /// Some unfilled duty.
    fn unfilled(&mut self) -> Option<Duty> {
        let state = &self.mover.state;
        let open = state.unfilled();
        (!open.is_empty()).then(|| state.problem().duty(open[self.random.below(open.len())]))
    }

    /// Some duty of somebody above their target.
    fn overloaded(&mut self) -> Option<Duty> {
        let state = &self.mover.state;
        let people = self.capacities.len();
        let from = self.random.below(people);
        let over = |&person: &MemberId| state.burdens()[person] > state.target(person);
        let person = (from..people).chain(0..from).map(MemberId::new).find(over)?;
        let held = state.held(person);
        (!held.is_empty()).then(|| held[self.random.below(held.len())]).and_then(|shift| state.duty_in(person, shift))
    }
}

/// The best rota that an annealing saw.
struct Lowest {
    value: i64,
    worst: Load,
    roster: Roster,
    /// Whether a target was reached on the way.
    reached: bool,
}

impl Lowest {
    fn of(measure: &Energy, state: &State<'_>) -> Self {
        Self { value: measure.value(state), worst: state.worst(), roster: state.roster(), reached: false }
    }

    /// Keeps `state` if it is better and within all bars. A worst load is better when it is smaller, whatever of the target is left.
    fn keep(&mut self, measure: &Energy, state: &State<'_>) -> bool {
        let value = measure.value(state);
        if value >= self.value || !measure.allows(state) {
            return false;
        }
        self.value = value;
        let worst = state.worst();
        let better = measure.aim() != Aim::Worst || worst < self.worst;
        if better {
            self.worst = worst;
            self.roster = state.roster();
        }
        better
    }
}
