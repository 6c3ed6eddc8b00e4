//! What is asked of a cadence, and why it may not be answered.

use chrono::NaiveDate;
use thiserror::Error;

use crate::availability::RateMinutes;
use crate::plan::meet::AskError;
use crate::team::Team;
use crate::time::Minutes;

/// For whom a cadence is planned, and within which limit.
#[derive(Clone, Copy, Debug)]
pub struct CadenceAsk<'a> {
    /// The team, all of it.
    pub team: &'a Team,
    /// The first date.
    pub from: NaiveDate,
    /// Weeks of the horizon.
    pub weeks: u16,
    /// What a meeting may cost anybody in a week, in the mean.
    pub limit: RateMinutes,
    /// The length of a daily sync.
    pub daily: Minutes,
    /// The length of the weekly meeting of all.
    pub weekly: Minutes,
}

impl CadenceAsk<'_> {
    /// Two points a week: an hour outside all hours every second week and a little, but not every week, and a night only once in
    /// five weeks.
    pub const USUAL_LIMIT: RateMinutes = RateMinutes(2 * 60);
    /// A quarter of an hour.
    pub const USUAL_DAILY: Minutes = Minutes(15);
    /// An hour.
    pub const USUAL_WEEKLY: Minutes = Minutes::HOUR;
}

/// Why no cadence can be planned.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CadenceError {
    /// There is nobody to meet.
    #[error("a cadence needs at least two members; the team has {0}")]
    TooFew(usize),
    /// A meeting of it cannot be planned.
    #[error(transparent)]
    Meeting(#[from] AskError),
}
