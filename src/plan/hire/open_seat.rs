//! Seats that may be one of a set, and the best set of them.

use crate::time::{Hours, Minutes, Zone};
use crate::world::City;

use super::place::ChainGrowth;
use super::seat::SeatYear;

/// The best places for several hires at once.
#[derive(Clone, Debug)]
pub struct SetPlan {
    /// Where: as many as the opening wants people.
    pub seats: Vec<Seat>,
    /// Shared by the whole team and all hires at once: minutes a week in the mean.
    pub together: Minutes,
    /// Shared by a mean member with a mean hire: minutes a week in the mean.
    pub with_mean: Minutes,
    /// Covered by the hires and by nobody of the team: minutes a week in the mean.
    pub gain: Minutes,
    /// What all of them do for the handoff chain, where the goal asks for it.
    pub chain: Option<ChainGrowth>,
    /// How well the set serves the goal, in percent of the hires' own hours.
    pub score: f64,
    /// Whether it is proven that no set is better.
    pub exact: bool,
    /// How many seats were not tried, being less promising alone than all that were.
    pub untried: usize,
}

/// A place of a set.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat {
    /// The zones whose clocks show the same, the one with the most people first.
    pub zones: Vec<Zone>,
    /// Their cities that the opening allows, largest first.
    pub cities: Vec<&'static City>,
    /// The hours, in the hire's local time.
    pub hours: Hours,
    /// Minutes by which these are moved from the opening's.
    pub shift: i32,
}

/// A seat that fails nothing, and what somebody there adds alone.
pub(super) struct OpenSeat {
    pub seat: Seat,
    pub year: SeatYear,
    /// How well it serves the goal alone, at most.
    pub promise: f64,
    pub own: Minutes,
    /// Shared with a mean member (faded by distance if the opening says so), in minutes a week.
    pub with_mean: f64,
}
