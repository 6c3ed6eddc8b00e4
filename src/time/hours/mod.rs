//! Weekly hours, written in the weekday-and-time subset of the OpenStreetMap `opening_hours` syntax.

mod days;
mod error;
mod strict;
mod time_of_day;
mod time_range;
mod typed;
mod weekly;

pub use days::{day_name, day_named, days_name, days_named};
pub use error::{HoursError, Refused};
pub use time_of_day::{NoTimeOfDay, TimeOfDay};
pub use time_range::TimeRange;
pub use weekly::Hours;

#[cfg(test)]
mod tests;
