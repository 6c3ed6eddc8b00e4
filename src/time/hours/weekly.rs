//! The hours of a week.

use std::fmt;

use chrono::Weekday;

use super::days::write_days;
use super::time_range::TimeRange;

/// Hours of a week: for each weekday the ranges that start on it, sorted, disjoint and never touching.
///
/// Shown in standard form: `Mo-Fr 09:00-17:30; Sa 10:00-12:00`, without days when all are alike, `off` when there are none.
///
/// # Example: the standard form
/// ```
/// use sunwise::time::Hours;
/// let hours = Hours::parse("Mo,Tu,We-Fr 09:00-12:00,12:00-17:30").unwrap();
/// assert_eq!(hours.to_string(), "Mo-Fr 09:00-17:30");
/// assert_eq!(Hours::off().to_string(), "off");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hours {
    days: [Vec<TimeRange>; 7],
}

impl Hours {
    /// No hours at all.
    pub fn off() -> Self {
        Self::default()
    }

    /// The same `ranges` on each of `days`.
    pub fn on(days: &[Weekday], ranges: &[TimeRange]) -> Self {
        let mut hours = Self::off();
        for day in days {
            hours.replace(*day, ranges.to_vec());
        }
        hours
    }

    /// The same with these ranges on `day`, instead of those that start on it.
    #[must_use]
    pub fn with(mut self, day: Weekday, ranges: Vec<TimeRange>) -> Self {
        self.replace(day, ranges);
        self
    }

    /// The ranges that start on `day`.
    pub fn starting_on(&self, day: Weekday) -> &[TimeRange] {
        &self.days[day.num_days_from_monday() as usize]
    }

    /// Whether there are no hours on any day.
    pub fn is_off(&self) -> bool {
        self.days.iter().all(Vec::is_empty)
    }

    /// All hours moved by `minutes` of the clock; a range that crosses midnight changes its day.
    ///
    /// # Example: over midnight
    /// ```
    /// use sunwise::time::Hours;
    /// let evening = Hours::parse("Mo 22:00-23:00").unwrap();
    /// assert_eq!(evening.shifted(180).to_string(), "Tu 01:00-02:00");
    /// ```
    #[must_use]
    pub fn shifted(&self, minutes: i32) -> Self {
        let mut shifted = Self::off();
        for (day, ranges) in self.days.iter().enumerate() {
            for range in ranges {
                let (range, days) = range.moved(minutes);
                shifted.days[(day as i32 + days).rem_euclid(7) as usize].push(range);
            }
        }
        for ranges in &mut shifted.days {
            *ranges = merged(std::mem::take(ranges));
        }
        shifted
    }

    pub(super) fn replace(&mut self, day: Weekday, ranges: Vec<TimeRange>) {
        self.days[day.num_days_from_monday() as usize] = merged(ranges);
    }

    pub(super) fn add(&mut self, day: Weekday, ranges: &[TimeRange]) {
        let day = &mut self.days[day.num_days_from_monday() as usize];
        *day = merged([day.as_slice(), ranges].concat());
    }
}

fn merged(mut ranges: Vec<TimeRange>) -> Vec<TimeRange> {
    ranges.sort_unstable();
    let mut joined: Vec<TimeRange> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_off() {
            return f.write_str("off");
        }
        let mut written = [false; 7];
        let mut first = true;
        for day in 0..7 {
            if written[day] || self.days[day].is_empty() {
                continue;
            }
            let alike: Vec<usize> = (day..7).filter(|&other| self.days[other] == self.days[day]).collect();
            for &other in &alike {
                written[other] = true;
            }
            if !first {
                f.write_str("; ")?;
            }
            first = false;
            if alike.len() < 7 {
                write_days(f, &alike)?;
                f.write_str(" ")?;
            }
            for (i, range) in self.days[day].iter().enumerate() {
                write!(f, "{}{range}", if i > 0 { "," } else { "" })?;
            }
        }
        Ok(())
    }
}
