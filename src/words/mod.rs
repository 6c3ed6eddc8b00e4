//! Sentences, numbers and times for people.

pub mod amount;
pub mod briefing;
pub mod busy;
pub mod cadence;
pub mod clock;
pub mod crowd;
pub mod handoff;
pub mod hire;
mod hours;
pub mod invitation;
pub mod lost;
pub mod meet;
pub mod nudge;
pub mod opening;
pub mod overlap;
pub mod panel;
pub mod presence;
pub mod quality;
pub mod rota;
pub mod scenario;
pub mod share;
mod standing;
pub mod together;
pub mod typed;
pub mod what_if;
pub mod why;

pub use hours::{hours, hours_a_week};
pub use standing::standing;
