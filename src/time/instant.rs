//! Points in time and durations, in whole minutes.

use std::fmt;
use std::ops::{Add, AddAssign, Neg, Sub};

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

/// A duration in whole minutes. May be negative.
///
/// # Example: durations are written and read in hours and minutes
/// ```
/// use sunwise::time::Minutes;
/// assert_eq!("1h30m".parse(), Ok(Minutes(90)));
/// assert_eq!((Minutes::hours(11) + Minutes(5)).to_string(), "11h5m");
/// ```
/// # Example: what lacks a unit is refused
/// ```
/// use sunwise::time::Minutes;
/// let error = "1:30".parse::<Minutes>().unwrap_err();
/// assert_eq!(error.to_string(), "`1:30` is no duration; did you mean `1h30m`?");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minutes(pub i64);

impl Minutes {
    /// No time at all.
    pub const ZERO: Self = Self(0);
    /// One hour.
    pub const HOUR: Self = Self(60);
    /// A day of 24 hours, as every UTC day is.
    pub const DAY: Self = Self(24 * 60);
    /// Seven days of 24 hours.
    pub const WEEK: Self = Self(7 * 24 * 60);

    /// `hours` whole hours.
    pub const fn hours(hours: i64) -> Self {
        Self(hours * 60)
    }

    /// `numerator / denominator` minutes, rounded to whole ones, halves up. The denominator is above 0.
    ///
    /// # Example: halves go up
    /// ```
    /// use sunwise::time::Minutes;
    /// assert_eq!([5, -5, 7].map(|total| Minutes::ratio(total, 2)), [Minutes(3), Minutes(-2), Minutes(4)]);
    /// ```
    pub const fn ratio(numerator: i64, denominator: i64) -> Self {
        Self((2 * numerator + denominator).div_euclid(2 * denominator))
    }

    /// The same in hours, for showing.
    ///
    /// # Example: a number of hours
    /// ```
    /// use sunwise::time::Minutes;
    /// assert_eq!(Minutes(90).as_hours(), 1.5);
    /// ```
    pub fn as_hours(self) -> f64 {
        self.0 as f64 / 60.0
    }
}

impl Add for Minutes {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Minutes {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Minutes {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Minutes {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl std::iter::Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        Self(iter.map(|m| m.0).sum())
    }
}

/// A point in time: whole minutes of UTC since 1970-01-01T00:00Z.
///
/// Shown as RFC 3339 in UTC (`2027-01-04T14:00:00Z`).
///
/// # Example: arithmetic in minutes
/// ```
/// use sunwise::time::{Instant, Minutes};
/// let noon = Instant::midnight("2027-01-04".parse().unwrap()) + Minutes::hours(12);
/// assert_eq!(noon.to_string(), "2027-01-04T12:00:00Z");
/// assert_eq!(noon - (noon - Minutes::DAY), Minutes::DAY);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i32);

impl Instant {
    /// The instant `minutes` after 1970-01-01T00:00Z.
    ///
    /// # Example: the time before 1970 is negative
    /// ```
    /// use sunwise::time::Instant;
    /// assert_eq!(Instant::from_epoch(-1).to_string(), "1969-12-31T23:59:00Z");
    /// assert_eq!(Instant::from_epoch(-1).epoch_minutes(), -1);
    /// ```
    pub const fn from_epoch(minutes: i32) -> Self {
        Self(minutes)
    }

    /// Minutes since 1970-01-01T00:00Z.
    pub const fn epoch_minutes(self) -> i32 {
        self.0
    }

    /// The instant at which the UTC date `date` begins.
    pub fn midnight(date: NaiveDate) -> Self {
        Self::from_utc(date.and_time(NaiveTime::MIN))
    }

    /// The instant of a UTC date and time; seconds are cut off.
    ///
    /// # Example: seconds are lost
    /// ```
    /// use sunwise::time::Instant;
    /// let second = "2027-01-04T14:00:59".parse().unwrap();
    /// assert_eq!(Instant::from_utc(second).to_string(), "2027-01-04T14:00:00Z");
    /// ```
    pub fn from_utc(utc: NaiveDateTime) -> Self {
        Self(utc.and_utc().timestamp().div_euclid(60) as i32)
    }

    /// The instant of a chrono moment; seconds are cut off.
    pub fn from_moment(moment: DateTime<Utc>) -> Self {
        Self::from_utc(moment.naive_utc())
    }

    /// The date and time in UTC.
    pub fn utc(self) -> NaiveDateTime {
        DateTime::from_timestamp(i64::from(self.0) * 60, 0).map_or(NaiveDateTime::MIN, |m| m.naive_utc())
    }

    /// The minute of the UTC day, 0 to 1439.
    ///
    /// # Example: the day is that of UTC
    /// ```
    /// use sunwise::time::{Instant, Minutes};
    /// let midnight = Instant::midnight("2027-01-04".parse().unwrap());
    /// assert_eq!([midnight, midnight - Minutes(1)].map(Instant::minute_of_utc_day), [0, 1439]);
    /// ```
    pub fn minute_of_utc_day(self) -> u16 {
        self.0.rem_euclid(Minutes::DAY.0 as i32) as u16
    }
}

impl Add<Minutes> for Instant {
    type Output = Self;
    fn add(self, minutes: Minutes) -> Self {
        Self(self.0 + minutes.0 as i32)
    }
}

impl Sub<Minutes> for Instant {
    type Output = Self;
    fn sub(self, minutes: Minutes) -> Self {
        Self(self.0 - minutes.0 as i32)
    }
}

impl Sub for Instant {
    type Output = Minutes;
    fn sub(self, other: Self) -> Minutes {
        Minutes(i64::from(self.0) - i64::from(other.0))
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.utc().format("%Y-%m-%dT%H:%M:%SZ"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_rfc_3339_in_utc() {
        let date = NaiveDate::from_ymd_opt(2027, 1, 4).expect("a date");
        let instant = Instant::midnight(date) + Minutes::hours(14);
        assert_eq!(instant.to_string(), "2027-01-04T14:00:00Z");
        assert_eq!(instant.minute_of_utc_day(), 14 * 60);
        assert_eq!(instant - Instant::midnight(date), Minutes(840));
    }

    #[test]
    fn instants_before_1970_cut_seconds_towards_the_past() {
        let date = NaiveDate::from_ymd_opt(1969, 12, 31).expect("a date");
        let instant = Instant::from_utc(date.and_hms_opt(23, 59, 30).expect("a time"));
        assert_eq!(instant.epoch_minutes(), -1);
    }
}
