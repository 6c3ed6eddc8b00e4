//! How long an asker waits for an answerer (SPEC section 4).

use crate::availability::Wait;
use crate::team::MemberId;
use crate::time::Minutes;

/// How far beyond a horizon an answer is looked for: weekly hours recur within a week, and a stay in another zone moves
/// them by a day at most.
pub(super) const REACH: Minutes = Minutes(15 * 24 * 60);

/// How long an asker waits for an answerer: from a minute that is uniform over the asker's preferred time until the answerer's
/// next preferred minute; 0 when they are already there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Response {
    /// Who asks.
    pub from: MemberId,
    /// Who answers.
    pub to: MemberId,
    /// The mean, rounded to a minute; nothing when one of them has no hours.
    pub mean: Option<Minutes>,
    /// The longest; nothing when one of them has no hours.
    pub longest: Option<Minutes>,
}

impl Response {
    /// From what is waited by all of so many minutes of asking; nothing where a question is never answered.
    pub(in crate::plan) fn new(from: MemberId, to: MemberId, asked: Minutes, wait: Option<Wait>) -> Self {
        let wait = wait.filter(|_| asked > Minutes::ZERO);
        let mean = wait.map(|wait| Minutes::ratio(wait.waited, asked.0));
        Self { from, to, mean, longest: wait.map(|wait| wait.longest) }
    }
}
