//! The weeks of a horizon.

use chrono::Datelike;

use crate::time::{Instant, Minutes, Span};

/// How far beyond the horizon answers are looked for: weekly hours recur within a week, and a stay in another zone moves them by a
/// day at most.
const REACH: Minutes = Minutes(15 * 24 * 60);
/// A range lasts two days at most, and local dates are less than a day from those of UTC.
pub(super) const MARGIN: Minutes = Minutes(3 * 24 * 60);

/// The weeks of a horizon, Monday to Monday in UTC, and those after it in which answers are looked for.
///
/// # Example
///
/// ```
/// use sunwise::availability::Calendar;
/// use sunwise::time::{Instant, Span};
///
/// let day = |date: &str| Instant::midnight(date.parse().unwrap());
/// let calendar = Calendar::new(Span { start: day("2027-01-06"), end: day("2027-01-19") });
/// assert_eq!(calendar.inside(), 3, "a Wednesday to a Tuesday");
/// assert_eq!(calendar.week(0).start, day("2027-01-04"));
/// ```
#[derive(Clone, Debug)]
pub struct Calendar {
    horizon: Span,
    starts: Vec<Instant>,
    inside: usize,
}

impl Calendar {
    /// The weeks that `horizon` touches, and those after it.
    pub fn new(horizon: Span) -> Self {
        let date = horizon.start.utc().date();
        let first =
            Instant::midnight(date) - Minutes(i64::from(date.weekday().num_days_from_monday()) * Minutes::DAY.0);
        let week = |number: usize| first + Minutes(number as i64 * Minutes::WEEK.0);
        let until = |end: Instant| ((end - first).0 as usize).div_ceil(Minutes::WEEK.0 as usize);
        let inside = until(horizon.end);
        Self { horizon, starts: (0..until(horizon.end + REACH)).map(week).collect(), inside }
    }

    /// The time that is asked about.
    pub fn horizon(&self) -> Span {
        self.horizon
    }

    /// How many weeks the horizon touches: the first ones.
    pub fn inside(&self) -> usize {
        self.inside
    }

    /// How many weeks there are in all.
    pub fn all(&self) -> usize {
        self.starts.len()
    }

    /// A week by its number.
    pub fn week(&self, number: usize) -> Span {
        Span { start: self.starts[number], end: self.starts[number] + Minutes::WEEK }
    }

    /// The numbers of the weeks of the horizon that have a minute in `span`.
    pub fn touching(&self, span: Span) -> std::ops::Range<usize> {
        let number = |at: Instant| ((at - self.starts[0]).0.max(0) / Minutes::WEEK.0) as usize;
        number(span.start).min(self.inside)..(number(span.end - Minutes(1)) + 1).min(self.inside)
    }

    /// Everything that decides what the weeks are.
    pub fn with_margin(&self) -> Span {
        let last = self.week(self.starts.len() - 1).end;
        Span { start: self.starts[0] - MARGIN, end: last + MARGIN }
    }
}
