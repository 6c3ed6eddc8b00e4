//! Stretches of local dates, and which dates are planned.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate};
use thiserror::Error;

use super::{Instant, Minutes, Span};

/// The first date on which anything is planned. Before 2000 some zones have offsets with seconds.
pub const HORIZON_START: NaiveDate = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a date of the calendar");
/// The first date on which nothing is planned any more: chrono-tz's tables end with 2099.
pub const HORIZON_END: NaiveDate = NaiveDate::from_ymd_opt(2100, 1, 1).expect("a date of the calendar");

/// How many weeks are planned unless said: a year, near enough.
pub const USUAL_WEEKS: u16 = 52;

/// The Monday with which plans begin unless said, by the UTC calendar: the date of `now` if it is one, else the next.
///
/// # Example: on a Monday, and after one
/// ```
/// use sunwise::time::{Instant, coming_monday};
/// let monday = |date: &str| coming_monday(Instant::midnight(date.parse().unwrap())).to_string();
/// assert_eq!([monday("2027-01-04"), monday("2027-01-05")], ["2027-01-04", "2027-01-11"]);
/// ```
pub fn coming_monday(now: Instant) -> NaiveDate {
    let today = now.utc().date();
    let days = (7 - today.weekday().num_days_from_monday()) % 7;
    today.checked_add_days(Days::new(days.into())).unwrap_or(today)
}

/// The horizon of plans unless said: [`USUAL_WEEKS`] from the [`coming_monday`], 00:00 UTC.
pub fn usual_horizon(now: Instant) -> Span {
    let start = Instant::midnight(coming_monday(now));
    Span { start, end: start + Minutes(Minutes::WEEK.0 * i64::from(USUAL_WEEKS)) }
}

/// Local dates from the first to the last, both inside. What instants they mean depends on a zone.
///
/// # Example: both ends are inside
/// ```
/// use sunwise::time::Dates;
/// let leave = Dates::new("2027-08-02".parse().unwrap(), "2027-08-13".parse().unwrap()).unwrap();
/// assert_eq!((leave.days(), leave.contains(leave.last())), (12, true));
/// assert_eq!(leave.to_string(), "2027-08-02 to 2027-08-13");
/// ```
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
    ///
    /// # Example: reversed dates, and years without rules
    /// ```
    /// use sunwise::time::{Dates, DatesError};
    /// let new = |first: &str, last: &str| Dates::new(first.parse().unwrap(), last.parse().unwrap());
    /// let error = new("2027-08-13", "2027-08-02").unwrap_err();
    /// assert!(error.to_string().ends_with("write from: \"2027-08-02\", to: \"2027-08-13\""));
    /// assert_eq!(new("2099-12-31", "2100-01-01"), Err(DatesError::BeyondRules("2100-01-01".parse().unwrap())));
    /// ```
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_are_inside() {
        let date = |day| NaiveDate::from_ymd_opt(2027, 3, day).expect("a date");
        let dates = |first, last| Dates::new(date(first), date(last)).expect("dates");
        for (first, last, days) in [(1, 1, 1), (1, 2, 2), (27, 31, 5)] {
            assert_eq!(dates(first, last).days(), days);
            assert_eq!(dates(first, last).iter().count() as i64, days);
        }
        let week = dates(8, 14);
        assert_eq!([7, 8, 14, 15].map(|day| week.contains(date(day))), [false, true, true, false]);
        for (first, last, overlaps) in [(1, 7, false), (1, 8, true), (14, 20, true), (15, 20, false), (9, 9, true)] {
            assert_eq!(week.overlaps(dates(first, last)), overlaps, "{first} to {last}");
        }
    }

    #[test]
    fn plans_begin_with_the_coming_monday() {
        for (now, monday) in [
            ("2026-11-22", "2026-11-23"),
            ("2026-11-23", "2026-11-23"),
            ("2026-11-24", "2026-11-30"),
            ("2026-12-31", "2027-01-04"),
        ] {
            let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
            let late = Instant::midnight(date(now)) + Minutes(1439);
            assert_eq!(coming_monday(late), date(monday), "{now}");
            assert_eq!(usual_horizon(late).minutes(), Minutes(364 * 1440));
        }
    }
}
