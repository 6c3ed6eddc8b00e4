use chrono::NaiveDateTime;

use crate::availability::{Availability, Level, whereabouts};
use crate::team::Member;
use crate::time::{Instant, Offset, Span, Zone};

/// A row of the strip: somebody's clock and levels through the day.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Who.
    pub name: String,
    /// Where: a city, or the last part of a zone.
    pub place: String,
    /// The zone in which the day begins for them.
    pub zone: Zone,
    /// Where each offset begins, the first at or before the start of the day.
    pub clock: Vec<(Instant, Offset)>,
    /// Their levels over the day; none for a row that only shows a clock.
    pub levels: Vec<(Span, Level)>,
    /// Whether they are among those who were asked about.
    pub counted: bool,
}

impl Row {
    /// The row of a member for a day.
    pub fn of(member: &Member, day: Span) -> Self {
        let places = whereabouts(member, day);
        let zone = places.first().map_or(member.home.zone, |&(_, zone)| zone);
        let mut clock = Vec::new();
        for &(span, zone) in &places {
            steps(&mut clock, zone, span);
        }
        Self {
            name: member.name.clone(),
            place: member.place_on(zone.local(day.start).date()).short_name(),
            zone,
            clock,
            levels: Availability::full(member, day).segments().collect(),
            counted: true,
        }
    }

    /// A row that only shows the clock of a zone.
    pub fn of_zone(name: &str, zone: Zone, day: Span) -> Self {
        let mut clock = Vec::new();
        steps(&mut clock, zone, day);
        let place = crate::team::Place::zone(zone).short_name();
        Self { name: name.to_owned(), place, zone, clock, levels: Vec::new(), counted: false }
    }

    /// The offset at an instant.
    pub fn offset_at(&self, at: Instant) -> Offset {
        let next = self.clock.partition_point(|&(start, _)| start <= at);
        self.clock.get(next.saturating_sub(1)).map_or(Offset(0), |&(_, offset)| offset)
    }

    /// What the clock shows at an instant.
    pub fn local(&self, at: Instant) -> NaiveDateTime {
        (at + self.offset_at(at).minutes()).utc()
    }

    /// The level at an instant, if the row has levels.
    pub fn level_at(&self, at: Instant) -> Option<Level> {
        self.levels.iter().find(|(span, _)| span.contains(at)).map(|&(_, level)| level)
    }
}

/// The offsets of a zone in a stretch, by where they begin.
fn steps(clock: &mut Vec<(Instant, Offset)>, zone: Zone, span: Span) {
    clock.push((span.start, zone.offset_at(span.start)));
    clock.extend(zone.transitions(span).map(|change| (change.at, change.after)));
}
