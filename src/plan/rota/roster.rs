//! Who holds what.

use super::facts::Facts;
use super::shift::Duty;
use crate::team::MemberId;

/// Who holds what: an answer, good or bad, to a [`Problem`](super::problem::Problem).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    /// By the duty's place.
    holders: Vec<Option<MemberId>>,
    tiers: usize,
}

impl Roster {
    /// Nobody holds anything.
    pub fn empty(facts: &Facts) -> Self {
        Self { holders: vec![None; facts.duty_count()], tiers: facts.tiers() }
    }

    /// Who holds `duty`.
    pub fn holder(&self, duty: Duty) -> Option<MemberId> {
        self.holders[duty.shift * self.tiers + duty.tier]
    }

    /// Gives `duty` to `holder`, or to nobody.
    pub fn set(&mut self, duty: Duty, holder: Option<MemberId>) {
        self.holders[duty.shift * self.tiers + duty.tier] = holder;
    }

    /// Everybody's duties in time order, by person.
    pub fn by_person(&self, facts: &Facts) -> Vec<Vec<Duty>> {
        let mut held = vec![Vec::new(); facts.people().len()];
        for duty in facts.duties() {
            if let Some(person) = self.holder(duty) {
                held[person].push(duty);
            }
        }
        held
    }

    /// The duties that nobody holds.
    pub fn unfilled(&self, facts: &Facts) -> Vec<Duty> {
        facts.duties().filter(|&duty| self.holder(duty).is_none()).collect()
    }
}
