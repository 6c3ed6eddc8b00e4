//! What is asked of handoff chains.

use chrono::Weekday;

use crate::plan::stop::Stop;
use crate::team::{Chain, Member, Policy};
use crate::time::{Minutes, Span};

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// Who may take a leg.
    pub members: &'a [&'a Member],
    /// Rates and `min_live`.
    pub policy: &'a Policy,
    /// The UTC days on which the chain runs; [`Chain::WORKDAYS`] unless said.
    pub days: &'a [Weekday],
    /// How long both must be `Preferred` together for a live handoff.
    pub min_live: Minutes,
    /// The time whose seasons are planned.
    pub horizon: Span,
    /// Once it is set, the best that is known then is the answer, and not said to be exact.
    pub stop: Option<&'a Stop>,
}

impl<'a> Question<'a> {
    /// A chain of `members` over the workdays of `horizon`, by the team's `policy`.
    pub fn usual(members: &'a [&'a Member], policy: &'a Policy, horizon: Span) -> Self {
        Self { members, policy, days: &Chain::WORKDAYS, min_live: policy.min_live, horizon, stop: None }
    }
}
