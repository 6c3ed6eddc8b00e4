//! Why a text is no hours.

use thiserror::Error;

use super::weekly::Hours;
use crate::spelling::did_you_mean;

/// Why a text is no hours: what is wrong, where, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{refused}{}", did_you_mean(meant.as_deref()))]
pub struct HoursError {
    /// What is wrong.
    pub refused: Refused,
    /// Where: characters before the place, within the text.
    pub at: usize,
    /// The hours that were probably meant.
    pub meant: Option<Box<Hours>>,
}

/// What is wrong with a text that should be hours.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// Nothing is written.
    #[error("no hours are written; write for example `Mo-Fr 09:00-17:30`, or `off` for none")]
    Empty,
    /// Far longer than any week needs.
    #[error("hours are at most {0} characters long")]
    TooLong(usize),
    /// A time that no clock shows, such as `25:00` as a start.
    #[error("`{0}` is no time of a day: a range starts from 00:00 to 23:59 and ends at 48:00 at the latest")]
    NoSuchTime(String),
    /// The syntax knows it, but weekly hours cannot hold it.
    #[error("hours repeat every week, so {0} cannot stand in them")]
    Beyond(&'static str),
    /// Not the syntax.
    #[error("`{0}` is not understood here; hours look like `Mo-Fr 09:00-12:00,13:00-17:30; Sa 10:00-12:00`")]
    NotUnderstood(String),
}
