//! Weekly hours, written in the weekday-and-time subset of the OpenStreetMap `opening_hours` syntax.

mod days;
mod error;
mod strict;
mod typed;

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, Weekday};

pub use days::{days_name, days_named};
pub use error::{HoursError, Refused};

use super::{Instant, Span, Zone};

/// Minutes in a day of the clock.
const DAY: u16 = 24 * 60;

/// A time of day in whole minutes, `00:00` to `23:59`.
///
/// # Example: hours and minutes of two digits
/// ```
/// use sunwise::time::TimeOfDay;
/// assert_eq!("09:30".parse(), Ok(TimeOfDay::from_minutes(570).unwrap()));
/// ```
/// # Example: anything else is refused
/// ```
/// use sunwise::time::TimeOfDay;
/// assert!(["9:30", "24:00", "0930"].iter().all(|text| text.parse::<TimeOfDay>().is_err()));
/// assert_eq!(TimeOfDay::from_minutes(24 * 60), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// `00:00`.
    pub const MIDNIGHT: Self = Self(0);

    /// The time `minutes` after midnight, when that is on the same day.
    pub const fn from_minutes(minutes: u16) -> Option<Self> {
        if minutes < DAY { Some(Self(minutes)) } else { None }
    }

    /// Reads a time as people type it: `9`, `9:30`, `21.30`, `0930`, `9h30`, `9pm`, `9:30 a.m.`, `noon`, `midnight`.
    ///
    /// # Errors
    /// When it is none of these.
    ///
    /// # Example: as people type it
    /// ```
    /// use sunwise::time::TimeOfDay;
    /// assert_eq!(TimeOfDay::typed("9pm").unwrap().to_string(), "21:00");
    /// assert!(TimeOfDay::typed("soon").is_err());
    /// ```
    pub fn typed(text: &str) -> Result<Self, NoTimeOfDay> {
        typed::guess_time(text).ok_or_else(|| NoTimeOfDay(text.trim().chars().take(40).collect()))
    }

    /// Minutes after midnight, 0 to 1439.
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// A text that is no time of day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no time of day; write hours and minutes from 00:00 to 23:59, such as `09:30`")]
pub struct NoTimeOfDay(pub String);

impl FromStr for TimeOfDay {
    type Err = NoTimeOfDay;

    /// Reads `HH:MM`.
    fn from_str(text: &str) -> Result<Self, NoTimeOfDay> {
        let refuse = || NoTimeOfDay(text.chars().take(40).collect());
        let (hour, minute) = text.split_once(':').ok_or_else(refuse)?;
        let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(hour) || !digits(minute) {
            return Err(refuse());
        }
        match (hour.parse::<u16>(), minute.parse::<u16>()) {
            (Ok(hour @ 0..=23), Ok(minute @ 0..=59)) => Ok(Self(hour * 60 + minute)),
            _ => Err(refuse()),
        }
    }
}

/// Hours of one local date: from a time of that date to a time of it or of the following day.
///
/// # Example: over midnight
/// ```
/// use sunwise::time::TimeRange;
/// let night = TimeRange::new(22 * 60, 30 * 60).unwrap();
/// assert_eq!(night.to_string(), "22:00-06:00");
/// ```
/// # Example: a range starts on its date, ends after it and within the next day
/// ```
/// use sunwise::time::TimeRange;
/// assert_eq!(TimeRange::new(24 * 60, 25 * 60), None);
/// assert_eq!(TimeRange::new(9 * 60, 9 * 60), None);
/// assert_eq!(TimeRange::new(9 * 60, 49 * 60), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeRange {
    start: u16,
    end: u16,
}

impl TimeRange {
    /// From `start` to `end` minutes after midnight of the date on which the range starts: start below 1440, end after it and
    /// up to 2880 (the end of the next day).
    pub const fn new(start: u16, end: u16) -> Option<Self> {
        if start < DAY && start < end && end <= 2 * DAY { Some(Self { start, end }) } else { None }
    }

    /// Minutes of the clock from midnight of its date to its start.
    pub const fn start(self) -> u16 {
        self.start
    }

    /// Minutes of the clock from midnight of its date to its end.
    pub const fn end(self) -> u16 {
        self.end
    }

    /// The instants of the range that starts on `date` in `zone`; none when the clocks swallow it.
    ///
    /// # Example: a night of seven hours, and one that the clocks swallow
    /// ```
    /// use sunwise::time::{Minutes, TimeRange, Zone};
    /// let (date, zone) = ("2027-03-28".parse().unwrap(), Zone::named("Europe/Berlin").unwrap());
    /// let on = |start, end| TimeRange::new(start, end).unwrap().span_on(date, zone);
    /// assert_eq!(on(0, 8 * 60).map(|span| span.minutes()), Some(Minutes::hours(7)));
    /// assert_eq!(on(2 * 60 + 30, 3 * 60), None);
    /// ```
    pub fn span_on(self, date: NaiveDate, zone: Zone) -> Option<Span> {
        let start: Instant = zone.instant_at(date, self.start);
        Span::new(start, zone.instant_at(date, self.end))
    }

    /// The range moved by `minutes` of the clock, and the days by which its start changed date.
    fn moved(self, minutes: i32) -> (Self, i32) {
        let start = i32::from(self.start) + minutes;
        let (days, start) = (start.div_euclid(i32::from(DAY)), start.rem_euclid(i32::from(DAY)) as u16);
        (Self { start, end: start + (self.end - self.start) }, days)
    }
}

impl fmt::Display for TimeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let clock = |f: &mut fmt::Formatter<'_>, at: u16| write!(f, "{:02}:{:02}", at / 60, at % 60);
        clock(f, self.start)?;
        f.write_str("-")?;
        let ends_next_day = self.end > DAY && self.end - self.start <= DAY;
        clock(f, if ends_next_day { self.end - DAY } else { self.end })
    }
}

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

    /// Reads the standard syntax.
    ///
    /// # Errors
    /// When it is not that syntax or holds what the subset does not; with the place, and with the standard form of what was
    /// probably meant.
    ///
    /// # Example: what hours cannot hold is named, with its place
    /// ```
    /// use sunwise::time::Hours;
    /// let error = Hours::parse("Mo-Fr 25:00-26:00").unwrap_err();
    /// assert!(error.to_string().starts_with("`25:00` is no time of a day"));
    /// assert_eq!(error.at, 6);
    /// ```
    pub fn parse(text: &str) -> Result<Self, HoursError> {
        strict::parse(text)
    }

    /// Reads what people type (`Mon-Fri 9-17`, `9am-5pm`), the standard syntax too. Hours without days are those of every day.
    ///
    /// # Errors
    /// When neither reading is possible: the error of [`Hours::parse`].
    ///
    /// # Example: as people type them
    /// ```
    /// use sunwise::time::Hours;
    /// assert_eq!(Hours::typed("Mon-Fri 9-17"), Hours::parse("Mo-Fr 09:00-17:00"));
    /// assert!(Hours::typed("whenever").is_err());
    /// ```
    pub fn typed(text: &str) -> Result<Self, HoursError> {
        strict::parse(text).or_else(|error| error.meant.as_deref().cloned().ok_or(error))
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

    fn replace(&mut self, day: Weekday, ranges: Vec<TimeRange>) {
        self.days[day.num_days_from_monday() as usize] = merged(ranges);
    }

    fn add(&mut self, day: Weekday, ranges: &[TimeRange]) {
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

const DAY_NAMES: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// The two letters of a weekday in hours and slots, such as `Mo`.
pub fn day_name(day: Weekday) -> &'static str {
    DAY_NAMES[day.num_days_from_monday() as usize]
}

/// The weekday of two letters such as `Mo`.
///
/// # Example: two letters, no more
/// ```
/// use sunwise::time::hours::{day_name, day_named};
/// assert_eq!(day_named("Mo").map(day_name), Some("Mo"));
/// assert_eq!(day_named("Mon"), None);
/// ```
pub fn day_named(name: &str) -> Option<Weekday> {
    let index = DAY_NAMES.iter().position(|&day| day == name)?;
    Weekday::try_from(index as u8).ok()
}

/// Days as ranges and singles: `Mo-We,Fr`. A run over the weekend stays whole: `Su-Th`.
fn write_days(f: &mut fmt::Formatter<'_>, days: &[usize]) -> fmt::Result {
    let mut runs: Vec<Vec<usize>> = days.chunk_by(|a, b| a + 1 == *b).map(<[usize]>::to_vec).collect();
    if runs.len() > 1 && days.first() == Some(&0) && days.last() == Some(&6) {
        let mut over_sunday = runs.pop().unwrap_or_default();
        over_sunday.append(&mut runs[0]);
        runs[0] = over_sunday;
    }
    for (i, run) in runs.iter().enumerate() {
        if i > 0 {
            f.write_str(",")?;
        }
        match run.as_slice() {
            [one] => f.write_str(DAY_NAMES[*one])?,
            [a, b] => write!(f, "{},{}", DAY_NAMES[*a], DAY_NAMES[*b])?,
            [first, .., last] => write!(f, "{}-{}", DAY_NAMES[*first], DAY_NAMES[*last])?,
            [] => {}
        }
    }
    Ok(())
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

#[cfg(test)]
mod tests;
