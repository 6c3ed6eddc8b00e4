//! One meeting, once (SPEC section 5): an interview panel or a one-off, with some people who must come and so many of others, on
//! full availability: leave, public holidays and busy calendars count.
//!
//! [`suggest`] weighs every quarter-hour of the time asked for. Who is `Away` in any minute of it cannot come. Of the others of
//! the pool those come whom it costs least, so that no other choice of people costs less: the answer is exact.

mod ask;
mod search;
mod sitting;

pub use ask::{PanelAsk, PanelError};
pub use search::suggest;
pub use sitting::{Attendee, PanelCost, Sitting};

#[cfg(test)]
mod tests;
