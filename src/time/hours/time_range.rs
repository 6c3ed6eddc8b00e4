//! From one time of the clock to another.

use std::fmt;

use chrono::NaiveDate;

use super::time_of_day::DAY;
use crate::time::{Instant, Span, Zone};

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
    pub(super) start: u16,
    pub(super) end: u16,
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
    pub(super) fn moved(self, minutes: i32) -> (Self, i32) {
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
