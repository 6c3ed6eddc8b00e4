//! The duty that is chosen in the calendar, and what is said of it.

use super::planned::Planned;
use crate::plan::rota::Duty;
use crate::plan::rota::explain::Why;
use crate::plan::rota::swap::{Swap, swaps};
use crate::time::Instant;

/// How many exchanges are offered.
const SWAPS: usize = 3;

/// A chosen duty. It is known by when it starts and its tier, not by its place in a plan, which is another one in the next plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selected {
    start: Instant,
    tier: usize,
}

impl Selected {
    /// A duty of a plan; nothing if the plan has no such duty.
    pub fn of(planned: &Planned, duty: Duty) -> Option<Self> {
        let shift = planned.plan.problem.shifts().get(duty.shift)?;
        (duty.tier < planned.plan.problem.tiers()).then(|| Self { start: shift.start(), tier: duty.tier })
    }

    /// The duty in a plan, if it has one that starts then.
    fn duty(self, planned: &Planned) -> Option<Duty> {
        let problem = &planned.plan.problem;
        let shift = problem.shifts().iter().position(|shift| shift.start() == self.start)?;
        (self.tier < problem.tiers()).then_some(Duty { shift, tier: self.tier })
    }
}

/// Why a duty of a plan is held by whom it is, and what it could be exchanged for.
#[derive(Debug)]
pub struct Explained {
    /// The duty.
    pub duty: Duty,
    /// Who holds it, and what stands against each of the others.
    pub why: Why,
    /// The best exchanges against another duty.
    pub swaps: Vec<Swap>,
}

impl Explained {
    /// What is said of the chosen duty in a plan; nothing if it is not in it.
    pub fn of(planned: &Planned, selected: Selected) -> Option<Self> {
        let duty = selected.duty(planned)?;
        let mut swaps = swaps(&planned.plan.problem, &planned.plan.roster, duty);
        swaps.truncate(SWAPS);
        Some(Self { duty, why: planned.plan.why(duty), swaps })
    }
}
