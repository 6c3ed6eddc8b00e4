//! What is asked of hires.

use crate::team::{Member, Opening, Policy};
use crate::time::Span;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The team as it is.
    pub members: &'a [&'a Member],
    /// The hire that is wanted.
    pub opening: &'a Opening,
    /// The team's targets.
    pub policy: &'a Policy,
    /// The time to look at; a year, usually.
    pub horizon: Span,
}
