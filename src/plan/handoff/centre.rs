//! Handoffs in the middle of the time that both share.

use crate::time::{Minutes, TimeOfDay};

use super::chain::Leg;
use super::weeks::Weeks;

/// Moves every live handoff to the middle of the time that both share, on the quarter of an hour, where that is worth the same: both then
/// have time together before and after.
pub(super) fn centred(weeks: &Weeks, mut legs: Vec<Leg>) -> Vec<Leg> {
    let worth = weeks.worth(&legs);
    for index in 0..legs.len() {
        let next = (index + 1) % legs.len();
        if next == index || legs[index].end() != legs[next].start {
            continue;
        }
        let at = i64::from(legs[next].start.minutes());
        let Some(together) = weeks.together(legs[index].member, legs[next].member) else { continue };
        let (before, after) = weeks.play(&together, at);
        let middle = at + (after - before).0 / 2;
        let moved = middle.div_euclid(15) * 15 - at;
        let (own, theirs) = (legs[index].length + Minutes(moved), legs[next].length - Minutes(moved));
        let start = TimeOfDay::from_minutes((at + moved).rem_euclid(1440) as u16);
        let (Some(start), true) = (start, own > Minutes::ZERO && theirs > Minutes::ZERO) else { continue };
        let mut candidate = legs.clone();
        candidate[index].length = own;
        candidate[next] = Leg { start, length: theirs, ..candidate[next] };
        if weeks.worth(&candidate) == worth {
            legs = candidate;
        }
    }
    legs
}
