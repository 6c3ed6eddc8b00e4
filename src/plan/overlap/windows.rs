//! When at least so many of some members are together.

use crate::availability::{Alike, Almanac, Availability, Basis};
use crate::team::{Calendars, Member};
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

/// The windows of `members` on their full availability, by what `calendars` say. All of them must be there unless `at_least` says how many;
/// `flexible` counts flexible hours too.
///
/// Members who are alike are looked up once, however many they are.
///
/// # Example
///
/// ```
/// use sunwise::plan::overlap::overlap;
/// use sunwise::team::{Calendars, Member, Place};
/// use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
///
/// let member = |zone| {
///     let place = Place::zone(Zone::named(zone).unwrap());
///     Member::new(zone, place, Hours::parse("Mo-Fr 09:00-17:00").unwrap())
/// };
/// let (york, london) = (member("America/New_York"), member("Europe/London"));
/// let start = Instant::midnight("2027-03-15".parse().unwrap());
/// let week = Span { start, end: start + Minutes::WEEK };
/// let found = overlap(&[&york, &london], Calendars::unread(), week, None, false);
/// assert_eq!(found.windows.minutes(), Minutes::hours(20), "New York has changed its clocks, London has not");
/// ```
///
/// More than there are can't be together:
///
/// ```
/// # use sunwise::plan::overlap::overlap;
/// # use sunwise::team::{Calendars, Member, Place};
/// # use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
/// # let start = Instant::midnight("2027-03-15".parse().unwrap());
/// # let week = Span { start, end: start + Minutes::WEEK };
/// let ana = Member::new("Ana", Place::zone(Zone::UTC), Hours::parse("Mo-Fr 09:00-17:00").unwrap());
/// assert!(overlap(&[&ana], Calendars::unread(), week, Some(2), false).windows.is_empty());
/// ```
pub fn overlap(
    members: &[&Member],
    calendars: &Calendars,
    over: Span,
    at_least: Option<usize>,
    flexible: bool,
) -> Overlap {
    let alike = Alike::by_presence(members, flexible);
    let mut almanac = Almanac::new(over);
    let sets: Vec<(Spans, usize)> = alike
        .sorts()
        .map(|sort| {
            let first = members[alike.first(sort).index()];
            (almanac.present(first, Basis::Full(calendars), flexible), alike.members(sort).len())
        })
        .collect();
    let counted: Vec<(&Spans, usize)> = sets.iter().map(|(set, count)| (set, *count)).collect();
    let at_least = at_least.unwrap_or(members.len());
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
