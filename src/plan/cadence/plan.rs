//! What a cadence is made of.

use super::written::Written;
use crate::availability::RateMinutes;
use crate::plan::meet::{Suggestion, Untried};
use crate::team::{Meeting, MemberId};
use crate::time::Minutes;

/// A whole set of meetings. Members are named by their places in the team.
#[derive(Clone, Debug)]
pub struct Cadence {
    /// Who meets every day.
    pub groups: Vec<Group>,
    /// Whether no better choice of groups exists.
    pub is_exact: bool,
    /// Who is tied to nobody.
    pub alone: Vec<MemberId>,
    /// The weekly meeting of all.
    pub all: Plan,
}

/// Members who overlap well, with their daily sync.
#[derive(Clone, Debug)]
pub struct Group {
    /// Who, in the team's order.
    pub members: Vec<MemberId>,
    /// Their daily sync.
    pub plan: Plan,
}

/// A meeting, or why it is none.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The meeting with the slots found, ready to be added to the team; without slots if it should be written.
    pub meeting: Meeting,
    /// The best slots: those of the meeting, or those that cost too much.
    pub best: Suggestion,
    /// What the best single slot costs the worst-off, over the horizon.
    pub single: RateMinutes,
    /// The update that is written instead of meeting; none if the meeting keeps the limit.
    pub written: Option<Written>,
    /// What the search for slots in turn did not try.
    pub untried: Untried,
}

impl Plan {
    /// What the best slots cost the worst-off in a week, in the mean.
    pub fn worst_a_week(&self) -> RateMinutes {
        a_week(self.best.cost.worst, self.meeting.weeks)
    }

    /// What the best single slot costs the worst-off in a week, in the mean.
    pub fn single_a_week(&self) -> RateMinutes {
        a_week(self.single, self.meeting.weeks)
    }
}

fn a_week(over_all: RateMinutes, weeks: u16) -> RateMinutes {
    RateMinutes(Minutes::ratio(over_all.0, i64::from(weeks.max(1))).0)
}
