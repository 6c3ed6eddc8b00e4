//! How much work a search may do. Looks are counted, not seconds, so that the same question has the same answer on every machine.

use std::cell::Cell;
use std::ops::Add;

use crate::plan::stop::Stop;

/// The work that a search for a rotation may do, in looks: one at what a slot costs the members of one pattern.
///
/// A search that runs out of it ends with the best that it has seen, and says what it did not try ([`Untried`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget(pub u64);

impl Budget {
    /// Some seconds of work: more than a small team's two slots in turn need.
    pub const USUAL: Self = Self(3_000_000_000);

    /// So much work, but no more once the flag is set.
    pub fn until(self, stop: &Stop) -> Effort {
        Effort { budget: self, stop: stop.clone() }
    }
}

/// What ends a search: its budget is spent, or nobody waits for it any more. A search that was stopped ends like one whose budget is spent.
#[derive(Clone, Debug)]
pub struct Effort {
    budget: Budget,
    stop: Stop,
}

impl From<Budget> for Effort {
    fn from(budget: Budget) -> Self {
        budget.until(&Stop::default())
    }
}

impl Effort {
    /// The same work for each of so many searches.
    pub(super) fn shared_by(&self, searches: usize) -> Self {
        Budget(self.budget.0 / searches.max(1) as u64).until(&self.stop)
    }
}

/// What a search did not try when its budget was spent. A *beginning* is a slot from which a pair or a whole rotation is searched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Untried {
    /// Beginnings from which nothing was tried.
    pub untried: u64,
    /// All beginnings.
    pub all: u64,
}

impl Untried {
    /// Whether the search was cut short.
    pub fn is_cut_short(self) -> bool {
        self.untried > 0
    }
}

impl Add for Untried {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { untried: self.untried + other.untried, all: self.all + other.all }
    }
}

/// A budget while it is spent.
pub(super) struct Spending {
    left: Cell<u64>,
    stop: Stop,
    beginnings: Cell<Untried>,
}

impl Spending {
    pub fn of(effort: &Effort) -> Self {
        Self { left: Cell::new(effort.budget.0), stop: effort.stop.clone(), beginnings: Cell::new(Untried::default()) }
    }

    /// Whether any work may still be done.
    pub fn has_left(&self) -> bool {
        self.left.get() > 0 && !self.stop.is_set()
    }

    /// Notes work that is done.
    pub fn spend(&self, looks: usize) {
        self.left.set(self.left.get().saturating_sub(looks as u64));
    }

    /// Notes beginnings that were tried, or were known to lead nowhere.
    pub fn tried(&self, beginnings: usize) {
        self.note(Untried { untried: 0, all: beginnings as u64 });
    }

    /// Notes beginnings that were not tried.
    pub fn left_out(&self, beginnings: usize) {
        self.note(Untried { untried: beginnings as u64, all: beginnings as u64 });
    }

    fn note(&self, more: Untried) {
        self.beginnings.set(self.beginnings.get() + more);
    }

    /// What was not tried so far.
    pub fn untried(&self) -> Untried {
        self.beginnings.get()
    }
}
