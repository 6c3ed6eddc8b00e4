//! How far a clock is ahead of UTC.

use std::fmt;

use super::Minutes;

/// How far local time is ahead of UTC, in minutes (`+05:45` is 345).
///
/// # Example: offsets are shown with their sign
/// ```
/// use sunwise::time::Offset;
/// assert_eq!([345, -210, 0].map(|minutes| Offset(minutes).to_string()), ["+05:45", "-03:30", "+00:00"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Offset(pub i16);

impl Offset {
    /// The offset as a duration.
    pub fn minutes(self) -> Minutes {
        Minutes(self.0.into())
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", self.0.abs() / 60, self.0.abs() % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_shown_with_sign_and_minutes() {
        assert_eq!(Offset(345).to_string(), "+05:45");
        assert_eq!(Offset(-210).to_string(), "-03:30");
    }
}
