use std::fmt;

use chrono::NaiveDate;
use thiserror::Error;

/// The first date on which anything is planned. Before 2000 some zones have offsets with seconds.
pub const HORIZON_START: NaiveDate = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a date of the calendar");
/// The first date on which nothing is planned any more: chrono-tz's tables end with 2099.
pub const HORIZON_END: NaiveDate = NaiveDate::from_ymd_opt(2100, 1, 1).expect("a date of the calendar");

/// Local dates from the first to the last, both inside. What instants they mean depends on a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dates {
    first: NaiveDate,
    last: NaiveDate,
}

/// Why two dates are no stretch of dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DatesError {
    /// The last comes before the first.
    #[error("the dates are reversed: {last} comes before {first}; write from: \"{last}\", to: \"{first}\"")]
    Reversed {
        /// What was given as the first.
        first: NaiveDate,
        /// What was given as the last.
        last: NaiveDate,
    },
    /// A date outside the years that are planned.
    #[error("{0} is outside the years 2000 to 2099 for which time-zone rules are known")]
    BeyondRules(NaiveDate),
}

impl Dates {
    /// The dates from `first` to `last`, both inside.
    ///
    /// # Errors
    /// When they are reversed, or outside the years 2000 to 2099.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Result<Self, DatesError> {
        if let Some(&date) = [first, last].iter().find(|&&date| !(HORIZON_START..HORIZON_END).contains(&date)) {
            return Err(DatesError::BeyondRules(date));
        }
        if last < first {
            return Err(DatesError::Reversed { first, last });
        }
        Ok(Self { first, last })
    }

    /// The first date.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// The last date, which is inside.
    pub fn last(self) -> NaiveDate {
        self.last
    }

    /// Whether `date` is inside.
    pub fn contains(self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last
    }

    /// Whether any date is in both.
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// How many dates.
    pub fn days(self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    /// Every date.
    pub fn iter(self) -> impl Iterator<Item = NaiveDate> {
        self.first.iter_days().take_while(move |&date| date <= self.last)
    }
}

impl fmt::Display for Dates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.first, self.last)
    }
}
