//! Public holidays of countries and their subdivisions.
//!
//! ```
//! use chrono::NaiveDate;
//! use sunwise::world::Region;
//!
//! let bavaria = Region::parse("DE-BY").unwrap();
//! let epiphany = NaiveDate::from_ymd_opt(2027, 1, 6).unwrap();
//! assert_eq!(bavaria.holiday(epiphany).map(|holiday| holiday.name), Some("Epiphany"));
//! assert!(!Region::parse("DE").unwrap().is_holiday(epiphany));
//! ```

mod calendar;
mod region;

use std::ops::RangeInclusive;

use chrono::NaiveDate;

pub use region::{Region, UnknownRegion};

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
