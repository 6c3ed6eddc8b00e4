//! A public holiday, and the years of which any is known.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

/// The years of which holidays are known; in other years there are none.
pub const COVERED: RangeInclusive<i32> = 2025..=2035;

/// A date that is a public holiday somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The local date.
    pub date: NaiveDate,
    /// English name; several that fall on one date are parted by `; `.
    pub name: &'static str,
    /// Whether the date is an estimate, as where the sighting of the moon decides.
    pub estimated: bool,
}
