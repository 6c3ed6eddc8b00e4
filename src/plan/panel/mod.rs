//! One meeting, once (SPEC section 5): an interview panel or a one-off, with some people who must come and so many of others, on
//! full availability: leave, public holidays and busy calendars count.
//!
//! [`suggest`] weighs every quarter-hour of the time asked for. Who is `Away` in any minute of it cannot come. Of the others of
//! the pool those come whom it costs least, so that no other choice of people costs less: the answer is exact.

mod ask;
mod search;

pub use ask::{PanelAsk, PanelError};
pub use search::suggest;

use crate::availability::{Level, RateMinutes};
use crate::time::Span;

/// A time for the meeting, and who comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// From start to end.
    pub span: Span,
    /// What sittings are compared by; then the earlier one comes first.
    pub cost: PanelCost,
    /// Who comes: the required, then those of the pool whom it costs least, each in the order of the ask.
    pub attendees: Vec<Seat>,
    /// Who of the pool could come as well, whom it costs least first.
    pub substitutes: Vec<Seat>,
    /// Who of the pool cannot come, by name.
    pub away: Vec<String>,
}

/// What a sitting costs those who come; the parts are compared in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PanelCost {
    /// The largest burden of anybody.
    pub worst: RateMinutes,
    /// The burden of all.
    pub total: RateMinutes,
}

/// Somebody who comes, or could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Their name.
    pub member: String,
    /// Whether the meeting needs them.
    pub required: bool,
    /// What it costs them.
    pub burden: RateMinutes,
    /// The level of its costliest minute.
    pub level: Level,
}

#[cfg(test)]
mod tests;
