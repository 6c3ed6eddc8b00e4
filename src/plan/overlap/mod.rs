//! When people are together (SPEC section 4): windows, pairs, response times, and the year as a ribbon.

mod lost;
mod nudge;
mod outcome;
mod pairs;
mod response;
mod ribbon;
mod round_trip;
mod steady;
mod ties;
mod windows;

pub use lost::{Losses, Without, losses, pairs_and_losses};
pub use nudge::{Nudge, Shift, nudge};
pub use outcome::{Outcome, UnderTarget, outcome};
pub use pairs::{Pair, Pairs, PairsAlike, pairs};
pub use response::Response;
pub use ribbon::{Ribbon, RibbonDay, ribbon};
pub use round_trip::{Reply, RoundTrip, RoundTrips, reply, round_trips};
pub use steady::{Steady, steady};
pub use windows::{Overlap, counted, overlap, windows};

#[cfg(test)]
mod tests;
