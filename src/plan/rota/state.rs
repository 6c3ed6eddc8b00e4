//! A roster in the making: keeps every hard rule at every step, and its values up to date.

use std::sync::Arc;

use crate::availability::RateMinutes;
use crate::team::{Capacity, MemberId};
use crate::time::Minutes;

use super::facts::Facts;
use super::objective::{Load, spread};
use super::problem::{Conflict, Problem};
use super::roster::Roster;
use super::rule::Within;
use super::shift::Duty;
use super::tables::Tables;

/// Without a target no burden is too much.
const NO_TARGET: RateMinutes = RateMinutes(i64::MAX / 4);

/// A roster that is being changed duty by duty.
#[derive(Clone)]
pub struct State<'a> {
    problem: &'a Problem,
    tables: Arc<Tables>,
    holders: Vec<Option<MemberId>>,
    /// The places of the duties that nobody holds, in no order.
    unfilled: Vec<usize>,
    /// By place: where it stands among the unfilled, if it does.
    unfilled_at: Vec<usize>,
    /// By person: the shifts that they hold, in time order.
    held: Vec<Vec<usize>>,
    /// By person and shift: the tier that they hold and one, or 0.
    tier_held: Vec<u8>,
    /// By person and calendar week: how many of their shifts start in it.
    in_week: Vec<u16>,
    burdens: Vec<RateMinutes>,
    minutes: Vec<Minutes>,
    /// By person: what they should carry and hold at most.
    targets: Vec<RateMinutes>,
    /// How far people are above their targets, summed.
    over: i64,
    total: RateMinutes,
    change: usize,
}

impl<'a> State<'a> {
    /// Nobody holds anything but what is pinned to them.
    pub fn new(problem: &'a Problem) -> Self {
        let (people, shifts) = (problem.people().len(), problem.shifts().len());
        let tables = Tables::of(problem);
        let mut state = Self {
            problem,
            holders: vec![None; problem.duty_count()],
            unfilled: (0..problem.duty_count()).collect(),
            unfilled_at: (0..problem.duty_count()).collect(),
            held: vec![Vec::new(); people],
            tier_held: vec![0; people * shifts],
            in_week: vec![0; people * tables.weeks],
            burdens: problem.people().iter().map(|person| person.carried).collect(),
            minutes: vec![Minutes::ZERO; people],
            targets: vec![NO_TARGET; people],
            over: 0,
            total: RateMinutes::ZERO,
            change: problem.duties().filter(|&duty| problem.changes(duty, None)).count(),
            tables: Arc::new(tables),
        };
        for duty in problem.duties() {
            if let Some(person) = problem.pinned(duty) {
                state.give(duty, person);
            }
        }
        state
    }

    /// What is planned.
    pub fn problem(&self) -> &'a Problem {
        self.problem
    }

    /// Who holds `duty`.
    pub fn holder(&self, duty: Duty) -> Option<MemberId> {
        self.holders[self.problem.place(duty)]
    }

    /// How many duties nobody holds.
    pub fn gap(&self) -> usize {
        self.unfilled.len()
    }

    /// The places of the duties that nobody holds, in no order.
    pub fn unfilled(&self) -> &[usize] {
        &self.unfilled
    }

    /// The burden of all, without what is carried.
    pub fn total(&self) -> RateMinutes {
        self.total
    }

    /// How many duties differ from what was published.
    pub fn change(&self) -> usize {
        self.change
    }

    /// By person: what they carry and hold.
    pub fn burdens(&self) -> &[RateMinutes] {
        &self.burdens
    }

    /// How far people are above their targets, summed.
    pub fn over(&self) -> i64 {
        self.over
    }

    /// What `person` should carry and hold at most; without a target no burden is too much.
    pub fn target(&self, person: MemberId) -> RateMinutes {
        self.targets[person]
    }

    /// From now on nobody should have a larger load than `load`.
    pub fn aim_at(&mut self, load: Load) {
        self.targets = self.problem.people().iter().map(|person| load.ceiling(person.capacity)).collect();
        self.over = self.burdens.iter().zip(&self.targets).map(|(own, most)| (own.0 - most.0).max(0)).sum();
    }

    /// What `person` carries and holds, by their share.
    pub fn load(&self, person: MemberId) -> Load {
        Load { burden: self.burdens[person], capacity: self.problem.people()[person].capacity }
    }

    /// The largest load.
    pub fn worst(&self) -> Load {
        self.problem.members().map(|person| self.load(person)).max().unwrap_or(Load::ZERO)
    }

    /// How far the minutes held are from everybody's share, summed.
    pub fn spread(&self, capacities: &[Capacity]) -> Minutes {
        spread(&self.minutes, capacities)
    }

    /// The shifts that `person` holds, in time order.
    pub fn held(&self, person: MemberId) -> &[usize] {
        &self.held[person]
    }

    /// The duty of `person` in `shift`, if they hold one.
    pub fn duty_in(&self, person: MemberId, shift: usize) -> Option<Duty> {
        let tier = self.tier_held[person.index() * self.tables.shifts + shift];
        (tier > 0).then(|| Duty { shift, tier: usize::from(tier) - 1 })
    }

    /// The roster as it stands.
    pub fn roster(&self) -> Roster {
        let mut roster = Roster::empty(self.problem);
        for duty in self.problem.duties() {
            roster.set(duty, self.holder(duty));
        }
        roster
    }

    /// Whether no hard rule forbids `person` to hold `duty`, which nobody holds, beside what they hold.
    pub fn can_hold(&self, person: MemberId, duty: Duty) -> bool {
        self.problem.is_open(duty, person)
            && self.blockers(person, duty).next().is_none()
            && self.problem.caps().iter().all(|cap| self.has_room(person, duty.shift, cap.within, cap.most.into()))
    }

    /// The shifts that `person` holds in a tier that excludes `duty`; another tier of the same shift comes first.
    pub fn blockers(&self, person: MemberId, duty: Duty) -> impl Iterator<Item = usize> {
        let own = &self.tier_held[person.index() * self.tables.shifts..];
        let forbids = move |conflict: &&Conflict| conflict.forbids(duty.tier, own[conflict.shift]);
        self.problem.conflicts(duty.shift).iter().filter(forbids).map(|conflict| conflict.shift)
    }

    /// Whether `shift` would not be one more than the `most` (at least 1) that `person` may hold.
    fn has_room(&self, person: MemberId, shift: usize, within: Within, most: usize) -> bool {
        match within {
            Within::Window(length) => self.window_has_room(person, shift, length, most),
            Within::WeeksInARow => self.weeks_have_room(person, shift, most),
        }
    }

    /// Whether no window of `length` would see more than `most` starts of `person`.
    fn window_has_room(&self, person: MemberId, shift: usize, length: Minutes, most: usize) -> bool {
        let held = &self.held[person];
        if held.len() < most {
            return true;
        }
        let start = |shift: usize| self.tables.starts[shift];
        let at = held.partition_point(|&other| other < shift);
        let (new, from) = (start(shift), at.saturating_sub(most));
        // Every run of `most` held shifts around the new one, which makes it one too many.
        (from..=at).filter(|first| first + most <= held.len()).all(|first| {
            let (begin, end) = (start(held[first]).min(new), start(held[first + most - 1]).max(new));
            end - begin >= length.0
        })
    }

    /// Whether `person` would not start shifts in more than `most` calendar weeks in a row.
    fn weeks_have_room(&self, person: MemberId, shift: usize, most: usize) -> bool {
        let weeks = self.tables.weeks;
        let own = &self.in_week[person.index() * weeks..(person.index() + 1) * weeks];
        let week = self.tables.week[shift];
        let before = own[..week].iter().rev().take_while(|&&count| count > 0).count();
        let after = own[week + 1..].iter().take_while(|&&count| count > 0).count();
        before + 1 + after <= most
    }

    /// Gives `duty`, which nobody holds, to `person`, who can hold it.
    pub fn give(&mut self, duty: Duty, person: MemberId) {
        self.settle(duty, person, 1);
        let (at, list) = (self.problem.place(duty), &mut self.held[person]);
        if self.tables.compares {
            self.change -= usize::from(self.problem.changes(duty, None));
            self.change += usize::from(self.problem.changes(duty, Some(person)));
        }
        self.holders[at] = Some(person);
        list.insert(list.partition_point(|&other| other < duty.shift), duty.shift);
        self.tier_held[person.index() * self.tables.shifts + duty.shift] = duty.tier as u8 + 1;
        let from = self.unfilled_at[at];
        self.unfilled.swap_remove(from);
        if let Some(&moved) = self.unfilled.get(from) {
            self.unfilled_at[moved] = from;
        }
    }

    /// Takes `duty` from whoever holds it.
    pub fn take(&mut self, duty: Duty) -> Option<MemberId> {
        let at = self.problem.place(duty);
        let person = self.holders[at].take()?;
        self.settle(duty, person, -1);
        if self.tables.compares {
            self.change -= usize::from(self.problem.changes(duty, Some(person)));
            self.change += usize::from(self.problem.changes(duty, None));
        }
        let list = &mut self.held[person];
        list.remove(list.partition_point(|&other| other < duty.shift));
        self.tier_held[person.index() * self.tables.shifts + duty.shift] = 0;
        self.unfilled_at[at] = self.unfilled.len();
        self.unfilled.push(at);
        Some(person)
    }

    /// Makes the rota `roster`, which keeps every hard rule.
    pub fn replace(&mut self, roster: &Roster) {
        let differ = |state: &Self, duty: &Duty| state.holder(*duty) != roster.holder(*duty);
        let changed: Vec<Duty> = self.problem.duties().filter(|duty| differ(self, duty)).collect();
        for &duty in &changed {
            self.take(duty);
        }
        for &duty in &changed {
            if let Some(person) = roster.holder(duty) {
                self.give(duty, person);
            }
        }
    }

    /// Books what `duty` costs `person`, or books it back.
    fn settle(&mut self, duty: Duty, person: MemberId, sign: i64) {
        let burden = RateMinutes(self.tables.cost(person, duty.shift) * Facts::weight(duty.tier) * sign);
        let (before, most) = (self.burdens[person].0, self.targets[person].0);
        self.burdens[person] += burden;
        self.over += (self.burdens[person].0 - most).max(0) - (before - most).max(0);
        self.total += burden;
        self.minutes[person] += Minutes(self.problem.length(duty.shift).0 * sign);
        let week = person.index() * self.tables.weeks + self.tables.week[duty.shift];
        self.in_week[week] = self.in_week[week].wrapping_add_signed(sign as i16);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::rota::check::check;
    use crate::plan::rota::objective::Objective;
    use crate::plan::rota::testing::some_problem;

    proptest! {
        #[test]
        fn what_can_be_held_is_what_the_rules_allow(problem in some_problem(16, 3), tries in prop::collection::vec((0..32usize, 0..3usize), 60)) {
            let mut state = State::new(&problem);
            let duties: Vec<Duty> = problem.duties().collect();
            for (duty, person) in tries {
                let (duty, person) = (duties[duty % duties.len()], MemberId::new(person % problem.people().len()));
                if state.holder(duty).is_some() {
                    state.take(duty);
                    continue;
                }
                let mut roster = state.roster();
                roster.set(duty, Some(person));
                let allowed = check(&problem, &roster).is_empty();
                prop_assert_eq!(state.can_hold(person, duty), allowed, "{:?} by {:?}", duty, person);
                if allowed {
                    state.give(duty, person);
                }
            }
            let plain = Objective::of(&problem, &state.roster());
            prop_assert_eq!((state.gap(), state.worst(), state.total()), (plain.gap, plain.worst, plain.total));
            let capacities: Vec<_> = problem.people().iter().map(|person| person.capacity).collect();
            prop_assert_eq!((state.spread(&capacities), state.change()), (plain.spread, plain.change));
        }
    }
}
