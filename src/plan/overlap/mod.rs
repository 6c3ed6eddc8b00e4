//! When people are together (SPEC section 4): windows, pairs, response times, and the year as a ribbon.

mod lost;
mod measure;
mod nudge;
mod outcome;
mod pairs;
mod response;
mod ribbon;
mod round_trip;
mod season;
mod steady;

pub use lost::{Losses, Without, losses};
pub use measure::AWeek;
pub use nudge::{Nudge, Shift, nudge};
pub use outcome::{Outcome, outcome};
pub use pairs::{Pair, Pairs, pairs};
pub use response::{Response, response};
pub use ribbon::{Ribbon, RibbonDay, ribbon};
pub use round_trip::{Reply, RoundTrip, reply, round_trips};
pub use season::{SeasonOverlap, by_season};
pub use steady::{Steady, steady};

use std::collections::HashMap;

use crate::availability::{Almanac, Availability};
use crate::team::Member;
use crate::time::{Span, Spans};

/// When at least so many of some members are together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The time that was looked at.
    pub over: Span,
    /// The chosen members, by name.
    pub members: Vec<String>,
    /// How many must be there.
    pub at_least: usize,
    /// The maximal spans in which they are.
    pub windows: Spans,
}

/// The windows of `members` on their full availability. All of them must be there unless `at_least` says how many;
/// `flexible` counts flexible hours too.
///
/// Members who are there at the same times are looked up once, however many they are.
pub fn overlap(members: &[&Member], over: Span, at_least: Option<usize>, flexible: bool) -> Overlap {
    let mut almanac = Almanac::new(over);
    let mut alike: HashMap<_, usize> = HashMap::new();
    let mut sets: Vec<(Spans, usize)> = Vec::new();
    for member in members {
        let flexible_hours = flexible.then_some(&member.flexible);
        let sort = (&member.hours, flexible_hours, member.home.zone, member.holiday_region(), &member.leave);
        let has_own_days = !member.stays.is_empty() || !member.busy.is_empty();
        let place = if has_own_days { sets.len() } else { *alike.entry(sort).or_insert(sets.len()) };
        match sets.get_mut(place) {
            Some((_, times)) => *times += 1,
            None => sets.push((almanac.present(member, false, flexible), 1)),
        }
    }
    let at_least = at_least.unwrap_or(members.len());
    let counted: Vec<(&Spans, usize)> = sets.iter().map(|(set, times)| (set, *times)).collect();
    let names = members.iter().map(|member| member.name.clone()).collect();
    Overlap { over, members: names, at_least, windows: Spans::at_least_counted(at_least, &counted) }
}

/// The time that counts as being there: `Preferred`, with `flexible` also `Flexible`.
pub fn counted(availability: &Availability, flexible: bool) -> Spans {
    if flexible { availability.reachable() } else { availability.preferred().clone() }
}

/// The maximal spans in which at least `at_least` of `sets` hold.
pub fn windows(sets: &[Spans], at_least: usize) -> Spans {
    Spans::at_least(at_least, &sets.iter().collect::<Vec<_>>())
}

#[cfg(test)]
mod tests;
