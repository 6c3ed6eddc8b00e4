//! A row of a strip.

use chrono::{NaiveDate, NaiveDateTime};

use crate::availability::{Availability, Level, whereabouts};
use crate::team::{Calendars, Member};
use crate::time::{Instant, Minutes, Offset, Span, TimeOfDay, Zone};
use crate::words::amount;

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
    /// Where the clock is turned in the day, or where they go elsewhere, and what is said of it.
    pub turns: Vec<(Instant, String)>,
    /// Their levels over the day; none for a row that only shows a clock.
    pub levels: Vec<(Span, Level)>,
    /// Whether they are among those who were asked about.
    pub counted: bool,
}

impl Row {
    /// The row of a member for a day.
    pub fn of(member: &Member, calendars: &Calendars, day: Span) -> Self {
        let places = whereabouts(member, day);
        let zone = places.first().map_or(member.home.zone, |&(_, zone)| zone);
        let (mut clock, mut turns) = (Vec::new(), Vec::new());
        for (at, &(span, zone)) in places.iter().enumerate() {
            steps(&mut clock, &mut turns, zone, span);
            if at > 0 {
                let place = member.place_on(zone.local(span.start).date()).short_name();
                turns.push((span.start, format!("{} is in {place} from here on", member.name)));
            }
        }
        Self {
            name: member.name.clone(),
            place: member.place_on(zone.local(day.start).date()).short_name(),
            zone,
            clock,
            turns,
            levels: Availability::full(member, calendars, day).segments().collect(),
            counted: true,
        }
    }

    /// A row that only shows the clock of a zone.
    pub fn of_zone(name: &str, zone: Zone, day: Span) -> Self {
        let (mut clock, mut turns) = (Vec::new(), Vec::new());
        steps(&mut clock, &mut turns, zone, day);
        let place = crate::team::Place::zone(zone).short_name();
        Self { name: name.to_owned(), place, zone, clock, turns, levels: Vec::new(), counted: false }
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

    /// The date that the clock shows a minute before an instant of the day, be it in the day before.
    pub fn date_before(&self, at: Instant) -> NaiveDate {
        let before = at - Minutes(1);
        let is_earlier = self.clock.first().is_none_or(|&(start, _)| before < start);
        if is_earlier { self.zone.local(before).date() } else { self.local(before).date() }
    }

    /// The instant of the day at which the clock shows a time; where it does so twice, the first. A time that the clock leaves out
    /// is read with the offset from before it was turned (RFC 5545 §3.3.5).
    pub fn instant(&self, time: TimeOfDay, day: Span) -> Option<Instant> {
        let parts = self.clock.iter().enumerate().map(|(at, &(start, offset))| {
            let end = self.clock.get(at + 1).map_or(day.end, |&(next, _)| next);
            (start.max(day.start), end, offset)
        });
        // From the start of each part on, the first time that its clock would show this.
        let shown = parts.map(|(start, end, offset)| {
            let past = (start + offset.minutes()).minute_of_utc_day();
            let wait = (i64::from(time.minutes()) - i64::from(past)).rem_euclid(1440);
            (start + Minutes(wait), end)
        });
        let shown: Vec<(Instant, Instant)> = shown.collect();
        let real = shown.iter().find(|(at, end)| at < end).map(|&(at, _)| at);
        real.or_else(|| shown.iter().map(|&(at, _)| at).find(|&at| day.contains(at)))
    }

    /// The level at an instant, if the row has levels.
    pub fn level_at(&self, at: Instant) -> Option<Level> {
        self.levels.iter().find(|(span, _)| span.contains(at)).map(|&(_, level)| level)
    }
}

/// The offsets of a zone in a stretch, by where they begin, and what is said of the changes.
fn steps(clock: &mut Vec<(Instant, Offset)>, turns: &mut Vec<(Instant, String)>, zone: Zone, span: Span) {
    clock.push((span.start, zone.offset_at(span.start)));
    for change in zone.transitions(span).filter(|change| change.at > span.start) {
        clock.push((change.at, change.after));
        let by = change.after.0 - change.before.0;
        let way = if by > 0 { "forward" } else { "back" };
        let amount = amount::duration(Minutes(by.abs().into()));
        turns.push((change.at, format!("Clocks go {way} {amount} in {}", zone.name())));
    }
}
