//! Sentences, numbers and times for people.

pub mod amount;
pub mod handoff;
pub mod hire;
pub mod rota;
