//! Sentences, numbers and times for people.

mod hours;

pub use hours::hours;
