//! Rates, rest and targets of a team.

use crate::time::Minutes;

/// A team's rates, rest and targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// What an hour costs by level.
    pub rates: Rates,
    /// Points that an hour on duty costs on top of its level's rate.
    pub duty: u32,
    /// How much of a day two members should share.
    pub target_overlap: Minutes,
    /// Rest between the end of one of a person's shifts and the start of their next, for rotas that do not say.
    pub rest: Minutes,
    /// How long both must be `Preferred` together for a live handoff.
    pub min_live: Minutes,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            rates: Rates::default(),
            duty: 1,
            target_overlap: Minutes::hours(4),
            rest: Minutes::hours(11),
            min_live: Minutes(30),
        }
    }
}

/// Points that an hour costs a member, by level. An hour in `Preferred` is the measure: it costs nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// In `Flexible`.
    pub flexible: u32,
    /// While `Asleep`.
    pub asleep: u32,
    /// At any other time (`Off`).
    pub off: u32,
}

impl Default for Rates {
    fn default() -> Self {
        Self { flexible: 1, asleep: 10, off: 3 }
    }
}
