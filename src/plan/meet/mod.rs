//! When a recurring meeting takes place (SPEC section 5): the slots that cost least, and whom they cost what.
//!
//! [`suggest`] weighs every slot (weekday, quarter-hour, anchor zone) on pattern availability over the whole horizon: the best
//! single slot and the best rotation of two are exact. Rotations of three and four are improved two slots at a time; their costs
//! are exact, but a slightly better one may exist. [`anchors()`] tells what the choice of the zone means, and [`settle`] books what
//! everybody has borne, so that the next plan evens it out.

mod alike;
mod anchors;
mod ask;
mod budget;
mod clock;
mod dates;
mod deep;
mod detail;
mod grid;
mod ledger;
mod marks;
mod pairs;
mod pool;
mod rotation;
mod rules;
mod search;
mod singles;
mod space;
mod suggestion;
mod sums;
mod table;

pub use anchors::{AnchorChoice, Anchors, anchors, anchors_within};
pub use ask::{Ask, AskError, Relaxed, Rules};
pub use budget::{Budget, Effort, Untried};
pub use dates::{is_held_on, slot_dates};
pub use ledger::{SettleError, Settled, settle};
pub use search::{Suggestions, suggest, suggest_within, weigh};
pub use suggestion::{Absence, Attendance, Cost, LocalTime, Move, Occurrence, Reason, Suggestion};

#[cfg(test)]
mod tests;
