//! Where a hire may sit: hours in a zone, over the horizon.

use crate::availability::{SeasonWith, WeekId, Year};
use crate::team::{Member, Place};
use crate::time::{Hours, Instant, Minutes, Offset, Zone};

/// An offset and when it begins.
pub(super) type Steps = Vec<(Instant, Offset)>;

/// Hours in a zone, over the horizon.
#[derive(Clone)]
pub(super) struct SeatYear {
    /// Minutes by which the hours are moved from the opening's.
    pub shift: i32,
    pub hours: Hours,
    pub year: Year,
    /// Every season of the team together with the zone.
    pub seasons: Vec<SeatSeason>,
}

/// A season of the team and a seat.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct SeatSeason {
    pub season: SeasonWith,
    /// The steady week of whoever sits there.
    pub week: WeekId,
}

impl SeatSeason {
    /// The offset there.
    pub fn offset(&self) -> Offset {
        self.season.offset
    }

    /// How long the season is.
    pub fn length(&self) -> Minutes {
        self.season.length
    }
}

/// A colleague with these hours in one zone, to be planned with as if they were there.
pub(super) fn supposed(zone: Zone, hours: Hours) -> Member {
    Member::new("a hire", Place::zone(zone), hours)
}
