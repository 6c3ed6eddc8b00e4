//! What a hire adds.

use crate::plan::overlap::Response;
use crate::time::{Hours, Minutes};

/// What a hire with certain hours in a certain zone adds to the team, by seasons over the horizon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Minutes by which the opening's hours are moved.
    pub shift: i32,
    /// The hours, in the hire's local time.
    pub hours: Hours,
    /// What they share with each member.
    pub members: Vec<Shared>,
    /// What they share with all members at once.
    pub together: Shared,
    /// What the members share with each other without the hire, a week.
    pub team: Minutes,
    /// When at least one member is `Preferred`.
    pub coverage: Coverage,
    /// How long each member waits for the hire's answer.
    pub responses_to: Vec<Response>,
    /// How long the hire waits for each member's answer.
    pub responses_from: Vec<Response>,
    /// What the hire does for the handoff chain, if that was looked for: see [`super::rank()`].
    pub chain: Option<ChainGrowth>,
    /// The hire's own hours, a week.
    pub own: Minutes,
    /// What they share with a mean member, less by the distance of the clocks, where the opening asks for that.
    pub contact: Option<Minutes>,
}

impl Figures {
    /// What a mean member shares with the hire, over the year and in each one's worst season; nothing without members.
    pub fn with_mean(&self) -> Shared {
        let count = self.members.len().max(1) as i64;
        let mean = |pick: fn(&Shared) -> Minutes| {
            Minutes::ratio(self.members.iter().map(|shared| pick(shared).0).sum(), count)
        };
        Shared { mean: mean(|shared| shared.mean), worst: mean(|shared| shared.worst) }
    }
}

/// The best chain without and with the hire, as means over the seasons by their length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChainGrowth {
    /// Covered a day without the hire.
    pub covered_before: Minutes,
    /// Covered a day with the hire.
    pub covered_after: Minutes,
    /// The longest gap without the hire.
    pub gap_before: Minutes,
    /// The longest gap with the hire.
    pub gap_after: Minutes,
}

impl ChainGrowth {
    /// By how much the chain's coverage of a day grows.
    pub fn covered_growth(self) -> Minutes {
        self.covered_after - self.covered_before
    }

    /// By how much its longest gap shrinks; negative when it grows.
    pub fn gap_shrink(self) -> Minutes {
        self.gap_before - self.gap_after
    }
}

/// Shared `Preferred` time a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The total over the horizon divided by its weeks.
    pub mean: Minutes,
    /// The smallest steady week of any season.
    pub worst: Minutes,
}

/// Minutes of the week in which at least one member is `Preferred`, as means over the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Without the hire.
    pub before: Minutes,
    /// With the hire.
    pub after: Minutes,
    /// What the hire adds; rounded by itself.
    pub gain: Minutes,
}
