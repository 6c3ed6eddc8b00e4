//! How the search changes a rota: give a duty to somebody else, make room for it, find homes for what fell out.

use super::random::Random;
use crate::plan::rota::problem::Problem;
use crate::plan::rota::shift::Duty;
use crate::plan::rota::state::State;
use crate::team::MemberId;

/// At most so many duties fall out when somebody takes another.
const MOST_ORPHANS: usize = 3;

/// At most so many duties in a row are filled anew at once.
const MOST_RESHUFFLED: usize = 8;

/// Of a larger team, at most so many people are asked whom a duty suits best.
const MOST_ASKED: usize = 256;

/// One change of a duty, as it can be taken back.
#[derive(Clone, Copy, Debug)]
enum Step {
    Took(Duty, MemberId),
    Gave(Duty),
}

/// A state with a memory of the last move.
pub struct Mover<'a> {
    /// The rota as it stands.
    pub state: State<'a>,
    /// By duty: who could hold it alone, the cheapest first.
    open: Vec<Vec<MemberId>>,
    steps: Vec<Step>,
    orphans: Vec<Duty>,
}

impl<'a> Mover<'a> {
    /// A mover that starts from `state`.
    pub fn new(state: State<'a>) -> Self {
        let problem = state.problem();
        let open = problem.duties().map(|duty| open_people(problem, duty)).collect();
        Self { state, open, steps: Vec::new(), orphans: Vec::new() }
    }

    /// Gives `duty` to another person who could hold it alone, preferring cheap ones. What stands in their way falls out and
    /// finds another home or none. Whether anything was done; if so, [`Mover::undo`] takes all of it back.
    pub fn reassign(&mut self, duty: Duty, random: &mut Random) -> bool {
        self.steps.clear();
        self.orphans.clear();
        let open = &self.open[self.state.problem().place(duty)];
        if open.is_empty() {
            return false;
        }
        let person = open[random.low_below(open.len())];
        let former = self.state.holder(duty);
        if former == Some(person) || self.is_pinned(duty) {
            return false;
        }
        self.take(duty);
        if !self.make_room(person, duty, random) {
            self.undo();
            return false;
        }
        self.give(duty, person);
        while let Some(orphan) = self.orphans.pop() {
            self.find_home(orphan, former, random);
        }
        true
    }

    /// Two people exchange two duties. Whether that was possible.
    pub fn exchange(&mut self, one: Duty, other: Duty) -> bool {
        self.steps.clear();
        let (Some(first), Some(second)) = (self.state.holder(one), self.state.holder(other)) else { return false };
        if first == second || self.is_pinned(one) || self.is_pinned(other) {
            return false;
        }
        self.take(one);
        self.take(other);
        for (duty, person) in [(one, second), (other, first)] {
            if !self.state.can_hold(person, duty) {
                self.undo();
                return false;
            }
            self.give(duty, person);
        }
        true
    }

    /// Empties a few duties from `first` on, with those that are unfilled, and fills them anew in any order.
    pub fn reshuffle(&mut self, first: Duty, random: &mut Random) -> bool {
        self.steps.clear();
        self.orphans.clear();
        let problem = self.state.problem();
        let from = problem.place(first);
        let end = (from + 2 + random.below(MOST_RESHUFFLED - 1)).min(self.open.len());
        for duty in (from..end).map(|place| problem.duty(place)) {
            if !self.is_pinned(duty) {
                self.take(duty);
                self.orphans.push(duty);
            }
        }
        while !self.orphans.is_empty() {
            let orphan = self.orphans.swap_remove(random.below(self.orphans.len()));
            self.find_home(orphan, None, random);
        }
        !self.steps.is_empty()
    }

    /// The holder of `duty` and somebody else exchange all that they hold from there on for a while.
    pub fn cross(&mut self, duty: Duty, random: &mut Random) -> bool {
        self.steps.clear();
        let problem = self.state.problem();
        let Some(first) = self.state.holder(duty) else { return false };
        let second = MemberId::new(random.below(problem.people().len()));
        if first == second {
            return false;
        }
        let length = 2 + random.low_below(problem.shifts().len().min(60));
        let end = (duty.shift + length).min(problem.shifts().len());
        let within = |state: &State<'_>, person: MemberId| -> Vec<Duty> {
            let held = state.held(person);
            let from = held.partition_point(|&shift| shift < duty.shift);
            let upto = held.partition_point(|&shift| shift < end);
            held[from..upto].iter().filter_map(|&shift| state.duty_in(person, shift)).collect()
        };
        let (ones, others) = (within(&self.state, first), within(&self.state, second));
        if ones.iter().chain(&others).any(|&duty| self.is_pinned(duty)) {
            return false;
        }
        for &duty in ones.iter().chain(&others) {
            self.take(duty);
        }
        let to = |duties: Vec<Duty>, person: MemberId| duties.into_iter().map(move |duty| (duty, person));
        for (duty, person) in to(ones, second).chain(to(others, first)) {
            if !self.state.can_hold(person, duty) {
                self.undo();
                return false;
            }
            self.give(duty, person);
        }
        true
    }

    /// Takes from a few people all that they hold for a while and gives it, with what was unfilled then, to whom it suits best
    /// as things stand.
    pub fn rebuild(&mut self, duty: Duty, random: &mut Random) -> bool {
        self.steps.clear();
        self.orphans.clear();
        let problem = self.state.problem();
        let count = problem.people().len();
        let end = (duty.shift + 2 + random.low_below(problem.shifts().len().min(40))).min(problem.shifts().len());
        let some = |random: &mut Random| MemberId::new(random.below(count));
        let mut chosen = [None; 4];
        chosen[0] = Some(self.state.holder(duty).unwrap_or_else(|| some(random)));
        let several = 2 + random.below(3);
        for other in &mut chosen[1..several] {
            *other = Some(some(random));
        }
        for shift in duty.shift..end {
            for duty in problem.duties_of(shift) {
                let holder = self.state.holder(duty);
                let free = holder.is_none() || chosen.contains(&holder);
                if free && !self.is_pinned(duty) {
                    self.take(duty);
                    self.orphans.push(duty);
                }
            }
        }
        if self.steps.is_empty() {
            return false;
        }
        while !self.orphans.is_empty() {
            let orphan = self.orphans.swap_remove(random.below(self.orphans.len()));
            self.find_best_home(orphan, random);
        }
        true
    }

    /// Gives `orphan` to the one whom it suits best, now and then to the next best.
    fn find_best_home(&mut self, orphan: Duty, random: &mut Random) {
        let state = &self.state;
        let open = &self.open[state.problem().place(orphan)];
        let from = open.len().checked_sub(MOST_ASKED).map_or(0, |rest| random.low_below(rest + 1));
        let mut best: Option<(i64, MemberId)> = None;
        for &person in open[from..].iter().take(MOST_ASKED) {
            if random.below(16) == 0 || !state.can_hold(person, orphan) {
                continue;
            }
            let more = state.problem().burden(orphan, person).unwrap_or_default().0;
            let room = (state.target(person).0 - state.burdens()[person].0).max(0);
            let price = more + 4 * (more - room).max(0);
            if best.is_none_or(|(least, _)| price < least) {
                best = Some((price, person));
            }
        }
        if let Some((_, person)) = best {
            self.give(orphan, person);
        }
    }

    /// Takes the last move back.
    pub fn undo(&mut self) {
        while let Some(step) = self.steps.pop() {
            match step {
                Step::Took(duty, person) => self.state.give(duty, person),
                Step::Gave(duty) => {
                    self.state.take(duty);
                }
            }
        }
    }

    fn is_pinned(&self, duty: Duty) -> bool {
        self.state.problem().pinned(duty).is_some()
    }

    fn take(&mut self, duty: Duty) {
        if let Some(person) = self.state.take(duty) {
            self.steps.push(Step::Took(duty, person));
        }
    }

    fn give(&mut self, duty: Duty, person: MemberId) {
        self.state.give(duty, person);
        self.steps.push(Step::Gave(duty));
    }

    /// Takes from `person` what keeps them from holding `duty`; false when that is too much or pinned.
    fn make_room(&mut self, person: MemberId, duty: Duty, random: &mut Random) -> bool {
        while !self.state.can_hold(person, duty) {
            let Some(obstacle) = self.obstacle(person, duty, random) else { return false };
            if self.orphans.len() == MOST_ORPHANS || self.is_pinned(obstacle) {
                return false;
            }
            self.take(obstacle);
            self.orphans.push(obstacle);
        }
        true
    }

    /// A duty of `person` that keeps them from holding `duty`: one that excludes it, or any around it when a cap is full.
    fn obstacle(&self, person: MemberId, duty: Duty, random: &mut Random) -> Option<Duty> {
        if let Some(shift) = self.state.blockers(person, duty).next() {
            return self.state.duty_in(person, shift);
        }
        let held = self.state.held(person);
        let at = held.partition_point(|&other| other < duty.shift);
        let reach = 4.min(held.len());
        let from = at.saturating_sub(reach);
        let near = &held[from..(at + reach).min(held.len())];
        (!near.is_empty()).then(|| near[random.below(near.len())]).and_then(|shift| self.state.duty_in(person, shift))
    }

    /// Gives `orphan` to `first` if they can hold it, or to anybody who can.
    fn find_home(&mut self, orphan: Duty, first: Option<MemberId>, random: &mut Random) {
        let open = &self.open[self.state.problem().place(orphan)];
        let offset = random.low_below(open.len().max(1));
        let others = open[offset..].iter().chain(&open[..offset]).copied();
        let former = first.filter(|_| random.sixteenths(12));
        let home = former.into_iter().chain(others).find(|&person| self.state.can_hold(person, orphan));
        if let Some(person) = home {
            self.give(orphan, person);
        }
    }
}

/// Who could hold `duty` alone, the cheapest by share first.
fn open_people(problem: &Problem, duty: Duty) -> Vec<MemberId> {
    let mut open: Vec<MemberId> = problem.open(duty).collect();
    open.sort_by_key(|&person| problem.people()[person].costs[duty.shift]);
    open
}
