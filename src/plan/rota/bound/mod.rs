//! What no rota can beat: lower bounds for gap, worst and total that hold whatever the search found.
//!
//! The bounds of worst and total hold for every rota that leaves no more duties unfilled than the one at hand, and so for the
//! best one; without such a condition the empty rota would beat them all.

mod burden;
mod flow;
pub(super) mod gap;

use crate::availability::RateMinutes;

use super::objective::Load;
use super::problem::{Problem, Roster};

/// Proven lower bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// No rota leaves fewer duties unfilled.
    pub gap: usize,
    /// No rota that is at least as full has a smaller worst load.
    pub worst: Load,
    /// No rota that is at least as full has a smaller total.
    pub total: RateMinutes,
}

impl Bound {
    /// Bounds for `problem`. `roster` is any rota that keeps the hard rules: the fuller it is, the stronger they are.
    pub fn prove(problem: &Problem, roster: &Roster) -> Self {
        let gaps = roster.unfilled(problem).len();
        Self {
            gap: gap::gap(problem, roster),
            worst: burden::worst(problem, gaps),
            total: burden::total(problem, gaps),
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
