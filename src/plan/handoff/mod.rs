//! Work that follows the sun: handoff chains (SPEC section 6).
//!
//! A chain is a cyclic sequence of distinct members, each with one leg: a UTC window, the same on every chosen day of a
//! season's steady week. A chosen day is a circle of 24 hours UTC: of a leg over midnight its evening and its early morning count on
//! each chosen day. [`handoff`] finds the best chain of every season, exactly: the module `search` says why.

mod ask;
mod boundaries;
mod centre;
mod chain;
mod plan;
mod pool;
mod search;
mod through;
mod week;
mod weeks;

pub use ask::Question;
pub use boundaries::boundaries;
pub use chain::{Handoff, HandoffChain, Leg, SeasonChain, YearChain};
pub use plan::{best_chain, handoff, year};
pub use through::{Absence, Waits, Why, absences, waits, worst_date};
pub use weeks::Worth;

#[cfg(test)]
mod tests;
