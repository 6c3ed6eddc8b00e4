//! A chain with its figures.

use crate::availability::Season;
use crate::team::MemberId;
use crate::time::{Minutes, TimeOfDay};

/// The best chain of a season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeasonChain {
    /// The season.
    pub season: Season,
    /// The chain.
    pub chain: HandoffChain,
}

/// A chain with its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoffChain {
    /// The legs by start; empty when nobody has hours on the chosen days.
    pub legs: Vec<Leg>,
    /// From each leg to the next, the last to the first; none when there is only one leg.
    pub handoffs: Vec<Handoff>,
    /// Minutes in which a leg's holder is `Preferred`, over all chosen days together.
    pub covered: Minutes,
    /// How many days were chosen.
    pub days: usize,
    /// The longest stretch of the day that is in no leg, midnight passed over.
    pub longest_gap: Minutes,
    /// Whether no chain can be better. Only very large teams with split hours may leave this open.
    pub exact: bool,
}

impl HandoffChain {
    /// Covered minutes a day, as the mean over the chosen days, rounded.
    pub fn covered_a_day(&self) -> Minutes {
        Minutes::ratio(self.covered.0, self.days.max(1) as i64)
    }

    /// How many handoffs are not live.
    pub fn not_live(&self) -> usize {
        self.handoffs.iter().filter(|handoff| !handoff.is_live).count()
    }
}

/// A member's part of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leg {
    /// Who holds it.
    pub member: MemberId,
    /// The UTC time of day at which the leg starts on each chosen day.
    pub start: TimeOfDay,
    /// The leg's length; it may end on the next day.
    pub length: Minutes,
}

impl Leg {
    /// The UTC time of day at which the leg ends.
    pub fn end(self) -> TimeOfDay {
        let minutes = (i64::from(self.start.minutes()) + self.length.0).rem_euclid(1440);
        TimeOfDay::from_minutes(minutes as u16).expect("below a day")
    }
}

/// Where one leg ends and the next starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handoff {
    /// Who hands over.
    pub from: MemberId,
    /// Who takes over.
    pub to: MemberId,
    /// The UTC time of day at which the next leg starts.
    pub at: TimeOfDay,
    /// The fewest minutes, over the chosen days, for which both are `Preferred` together in the stretch that holds or touches
    /// that instant; none when the next leg does not start where the last one ends.
    pub live: Minutes,
    /// Whether these are enough.
    pub is_live: bool,
}

/// The one chain that is best over the whole horizon, its seasons counted by their lengths, and its figures in each of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearChain {
    /// The chain. Live are handoffs that are live on every chosen day of every season; covered is the sum over the
    /// chosen days, each weighed with the minutes of its season.
    pub chain: HandoffChain,
    /// The same legs in each season, in time order.
    pub seasons: Vec<SeasonChain>,
}
