//! Sentences, numbers and times for people.

pub mod amount;
pub mod handoff;
pub mod hire;
mod hours;
pub mod meet;
pub mod rota;

pub use hours::{hours, hours_a_week};
