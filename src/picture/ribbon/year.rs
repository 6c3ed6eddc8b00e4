//! What a ribbon shows.

use chrono::NaiveDate;

use crate::availability::Availability;
use crate::plan::overlap::{Ribbon, Steady, counted, ribbon};
use crate::team::Member;
use crate::time::{Instant, Minutes, Span, Zone};
use crate::words::clock::Clock;
use crate::words::overlap::{Asked, because};

/// So many places are named in a notch.
const NAMED: usize = 3;

/// What a ribbon shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Year {
    /// Who is there when.
    pub ribbon: Ribbon,
    /// How many are enough.
    pub at_least: usize,
    /// The dates on which somebody's clocks change, or somebody moves, in order.
    pub changes: Vec<Change>,
    /// How times are written.
    pub clock: Clock,
}

/// A date on which somebody's clocks change, or somebody moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The date on the reader's clock.
    pub date: NaiveDate,
    /// In a few words: `28 Mar: Lisbon, Prague`.
    pub name: String,
    /// In a sentence.
    pub tip: String,
}

impl Year {
    /// How many days a ribbon has.
    pub const DAYS: u64 = 365;

    /// The time that the availability of the members must reach for a ribbon from `first` on.
    pub fn reach(zone: Zone, first: NaiveDate) -> Span {
        let start = zone.midnight(first);
        Span { start, end: start + Minutes((Self::DAYS as i64 + 2) * Minutes::DAY.0) }
    }

    /// The same without what is said of members by name.
    #[must_use]
    pub fn without_names(mut self) -> Self {
        for change in &mut self.changes {
            change.tip = change.name.clone();
        }
        self
    }

    /// The ribbon of those who are asked about, from `first` on: `availability` in their order, `seasons` of the same time.
    pub fn of(asked: Asked, availability: &[Availability], seasons: &[Steady], first: NaiveDate) -> Self {
        let sets: Vec<_> = availability.iter().map(|one| counted(one, asked.flexible)).collect();
        let ribbon = ribbon(&sets, asked.zone, first, Self::DAYS);
        let over = ribbon.days.first().zip(ribbon.days.last());
        let over = over.map(|(first, last)| Span { start: first.span.start, end: last.span.end });
        let within = |at: Instant| over.is_some_and(|over| over.contains(at) && at > over.start);
        let theirs = seasons.iter().filter(|season| within(season.span.start)).map(|season| of_season(asked, season));
        let mut changes: Vec<Change> = theirs.collect();
        for own in over.into_iter().flat_map(|over| asked.zone.transitions(over)) {
            let date = asked.zone.local(own.at).date();
            if own.before != own.after && changes.iter().all(|change| change.date != date) {
                let tip = format!("{}\nThe clocks of {} change", long(date), crate::words::clock::zone(asked.zone));
                changes.push(Change { date, name: format!("{}: your clocks", short(date)), tip });
            }
        }
        changes.sort_by_key(|change| change.date);
        Self { ribbon, at_least: asked.at_least, changes, clock: asked.clock }
    }
}

/// What begins a season, by the places of those who change.
fn of_season(asked: Asked, season: &Steady) -> Change {
    let at = season.span.start;
    let date = asked.zone.local(at).date();
    let mut places: Vec<String> = Vec::new();
    for change in &season.changes {
        let member: &Member = asked.members[change.member];
        let there = (at + change.after.minutes()).utc().date();
        let place = member.place_on(there).short_name();
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let more = places.len().saturating_sub(NAMED);
    places.truncate(NAMED);
    let mut name = format!("{}: {}", short(date), places.join(", "));
    if more > 0 {
        name = format!("{name} +{more}");
    }
    let lines = because(asked.members, season);
    Change { date, name, tip: format!("{}\n{}", long(date), lines.join("\n")) }
}

fn short(date: NaiveDate) -> String {
    date.format("%-d %b").to_string()
}

fn long(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}
