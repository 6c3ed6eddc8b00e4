//! Sentences, numbers and times for people.

pub mod amount;
