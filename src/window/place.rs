//! Places while they are looked for: what a text may mean, and how that is shown.

use super::widget::picker::Line;
use crate::team::Place;
use crate::time::{Instant, Zone};
use crate::words::clock::Clock;
use crate::world::{Hit, Search};

/// How many lines are shown.
const MOST: usize = 7;

/// What a text may mean.
pub fn find(search: &Search, text: &str) -> Vec<Hit> {
    search.find(text, MOST)
}

/// The place to take when a line is chosen: what it names, a city or a zone.
pub fn of(hit: Hit) -> Place {
    match hit {
        Hit::City(city) | Hit::Country(_, city) => Place::city(city),
        Hit::Zone(zone, _) | Hit::Abbreviation { zone, .. } => Place::zone(zone),
    }
}

/// A place as a line, with its clock.
pub fn line(hit: Hit, now: Instant, style: Clock) -> Line {
    let right = (clock(hit.zone(), now, style), offset(hit.zone(), now));
    Line { title: hit.title(), about: hit.subtitle(), right: Some(right) }
}

/// How a file names a place, and what the field shows.
pub fn label(place: Place) -> String {
    match place.city {
        Some(city) => city.label(),
        None => place.zone.name().to_owned(),
    }
}

/// Weekday and time on the clocks of a zone: `Tue 14:05`.
pub fn clock(zone: Zone, now: Instant, style: Clock) -> String {
    let local = zone.local(now);
    format!("{} {}", local.format("%a"), style.time(local))
}

/// `UTC+01:00`.
pub fn offset(zone: Zone, now: Instant) -> String {
    format!("UTC{}", zone.offset_at(now))
}
