//! Everybody's load in a roster, and what the largest one becomes when a few change.

use std::cmp::Reverse;

use super::facts::Facts;
use super::objective::Load;
use super::shift::Duty;
use crate::team::MemberId;

/// The loads of a roster.
pub struct Loads {
    all: Vec<Load>,
    /// Everybody, the largest load first.
    order: Vec<MemberId>,
}

impl Loads {
    /// The loads of people who hold `held`.
    pub fn of(facts: &Facts, held: &[Vec<Duty>]) -> Self {
        let all: Vec<Load> = facts.members().map(|person| Load::of(facts, person, &held[person])).collect();
        let mut order: Vec<MemberId> = facts.members().collect();
        order.sort_by_key(|&person| Reverse(all[person]));
        Self { all, order }
    }

    /// The load of `person`.
    pub fn get(&self, person: MemberId) -> Load {
        self.all[person]
    }

    /// The largest load of all if these people had these loads.
    pub fn worst_with(&self, changed: &[(MemberId, Load)]) -> Load {
        let is_changed = |person: MemberId| changed.iter().any(|&(other, _)| other == person);
        let unchanged = self.order.iter().find(|&&person| !is_changed(person)).map(|&person| self.all[person]);
        changed.iter().map(|&(_, load)| load).chain(unchanged).max().unwrap_or(Load::ZERO)
    }
}
