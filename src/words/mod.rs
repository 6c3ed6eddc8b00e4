//! Sentences, numbers and times for people.

pub mod amount;
pub mod clock;
pub mod overlap;
