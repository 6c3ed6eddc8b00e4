//! Sentences, numbers and times for people.

pub mod amount;
pub mod rota;
