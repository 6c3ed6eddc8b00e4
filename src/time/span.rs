//! A stretch of time.

use std::fmt;

use super::{Instant, Minutes};

/// A half-open stretch of time `[start, end)`, never empty.
///
/// # Example: the end is not inside
/// ```
/// use sunwise::time::{Instant, Minutes, Span};
/// let start = Instant::midnight("2027-01-04".parse().unwrap());
/// let day = Span::new(start, start + Minutes::DAY).unwrap();
/// assert!(day.contains(start) && !day.contains(day.end));
/// assert_eq!(day.to_string(), "2027-01-04T00:00:00Z/2027-01-05T00:00:00Z");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first minute inside.
    pub start: Instant,
    /// The first minute no longer inside.
    pub end: Instant,
}

impl Span {
    /// The span `[start, end)`, or nothing when `end` does not come after `start`.
    ///
    /// # Example: a span is never empty
    /// ```
    /// use sunwise::time::{Instant, Minutes, Span};
    /// let now = Instant::from_epoch(0);
    /// assert_eq!(Span::new(now, now), None);
    /// assert_eq!(Span::new(now, now - Minutes(1)), None);
    /// ```
    pub fn new(start: Instant, end: Instant) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// Its length.
    pub fn minutes(self) -> Minutes {
        self.end - self.start
    }

    /// Whether `instant` lies inside.
    pub fn contains(self, instant: Instant) -> bool {
        self.start <= instant && instant < self.end
    }

    /// What both have in common.
    ///
    /// # Example: what only touches has nothing in common
    /// ```
    /// use sunwise::time::{Instant, Minutes, Span};
    /// let hour = |n| Instant::from_epoch(60 * n);
    /// let span = |from, to| Span::new(hour(from), hour(to)).unwrap();
    /// assert_eq!(span(0, 3).intersection(span(2, 5)), Some(span(2, 3)));
    /// assert_eq!(span(0, 3).intersection(span(3, 5)), None);
    /// ```
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(self.start.max(other.start), self.end.min(other.end))
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.start, self.end)
    }
}
