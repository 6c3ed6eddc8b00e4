//! The shapes of rules: what the search and the bounds know of a rule, so that they know none by name.

use crate::plan::rota::facts::Facts;
use crate::plan::rota::shift::{Duty, Shift};
use crate::team::MemberId;
use crate::time::Minutes;

/// One side of a rule, as the search asks it. It says the same as the rule's plain [`breaches`](super::Rule::breaches), or less.
#[derive(Clone, Copy)]
pub enum Shape {
    /// Whether somebody cannot hold a duty at all.
    Unary(Forbids),
    /// Two duties that one person cannot hold both.
    Pairwise {
        /// Duties exclude each other only if the later shift starts less than so long after the end of the earlier one.
        reach: fn(&Facts) -> Minutes,
        /// Whether one person cannot hold both duties; the first one is the earlier one.
        excludes: fn(&Facts, Duty, Duty) -> bool,
    },
    /// At most so many shifts within what; nothing where the rota asks for no limit.
    Counted(fn(&Facts) -> Option<Cap>),
}

/// Whether a person cannot hold a duty whatever else they hold.
pub type Forbids = fn(&Facts, Duty, MemberId) -> bool;

/// One person holds at most so many shifts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap {
    /// How many; with 0 nobody can hold anything.
    pub most: u16,
    /// What is counted, and within what.
    pub within: Within,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// Shifts that start in a time of so many minutes, from any instant.
    Window(Minutes),
    /// Calendar weeks in a row in which a shift starts.
    WeeksInARow,
}

impl Within {
    /// Whether of two shifts (the first one starts earlier) both count, the second as one more than the first.
    pub fn counts_both(self, first: &Shift, second: &Shift) -> bool {
        match self {
            Self::Window(length) => second.start() - first.start() < length,
            Self::WeeksInARow => second.week - first.week == 1,
        }
    }
}

impl Shape {
    /// Who cannot hold what, if the shape says that.
    pub fn forbids(&self) -> Option<Forbids> {
        match self {
            Self::Unary(forbids) => Some(*forbids),
            _ => None,
        }
    }

    /// How many shifts one may hold, if the shape says that.
    pub fn cap(&self, facts: &Facts) -> Option<Cap> {
        match self {
            Self::Counted(cap) => cap(facts),
            _ => None,
        }
    }
}
