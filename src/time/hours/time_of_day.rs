//! A time of the clock.

use std::fmt;
use std::str::FromStr;

/// Minutes in a day of the clock.
pub(super) const DAY: u16 = 24 * 60;

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
