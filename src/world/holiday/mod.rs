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
mod day;
mod region;

pub use day::{COVERED, Holiday};
pub use region::{Region, UnknownRegion};
