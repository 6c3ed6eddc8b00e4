use super::Ask;
use super::dates::{MeetingDate, dates, weekdays};
use crate::team::Slot;
use crate::time::{Instant, Minutes, Span, TimeOfDay, Zone};

/// A slot with the starts of its occurrences.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub slot: Slot,
    /// How many attendees are at home in the anchor's zone.
    pub at_home: usize,
    /// The start of each occurrence and its turn, in time order.
    pub starts: Vec<(Instant, usize)>,
}

/// Minutes between the starts that a slot can have.
pub(super) const GRID: u16 = 15;

/// A zone that may anchor the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Anchor {
    zone: Zone,
    at_home: usize,
}

/// Every weekday x start x anchor. Of anchors with the same offsets throughout the horizon only one is kept: that of the most
/// attendees, then the first by name.
pub(super) fn candidates(ask: &Ask) -> Vec<Candidate> {
    let anchors = anchors(ask);
    let mut found = Vec::new();
    for weekday in weekdays(ask.every) {
        let dates = dates(ask, weekday);
        if dates.is_empty() {
            continue;
        }
        for anchor in &anchors {
            let days: Vec<Day> = dates.iter().map(|&date| Day::new(date, anchor.zone)).collect();
            for start in (0..1440).step_by(GRID.into()) {
                let Some(time) = TimeOfDay::from_minutes(start) else { continue };
                let slot = Slot { weekday, start: time, anchor: anchor.zone };
                let starts = days.iter().map(|day| (day.instant(start), day.date.turn)).collect();
                found.push(Candidate { slot, at_home: anchor.at_home, starts });
            }
        }
    }
    found
}

fn anchors(ask: &Ask) -> Vec<Anchor> {
    let at_home = |zone: Zone| ask.attendees().filter(|(member, _)| member.home.zone == zone).count();
    let mut zones: Vec<Zone> = ask.attendees().flat_map(|(member, _)| member.zones()).chain([Zone::UTC]).collect();
    zones.sort_unstable();
    zones.dedup();
    let mut anchors: Vec<Anchor> = zones.into_iter().map(|zone| Anchor { zone, at_home: at_home(zone) }).collect();
    anchors.sort_by_key(|anchor| std::cmp::Reverse(anchor.at_home));
    let reach = ask.reach();
    let mut kept: Vec<Anchor> = Vec::new();
    for anchor in anchors {
        if !kept.iter().any(|other| same_rules(other.zone, anchor.zone, reach)) {
            kept.push(anchor);
        }
    }
    kept.sort_by_key(|anchor| anchor.zone);
    kept
}

fn same_rules(a: Zone, b: Zone, over: Span) -> bool {
    a.offset_at(over.start) == b.offset_at(over.start) && a.transitions(over).eq(b.transitions(over))
}

/// A date in a zone, so that its many starts become instants cheaply: days without a change of clocks are straight.
struct Day {
    date: MeetingDate,
    zone: Zone,
    midnight: Instant,
    straight: bool,
}

impl Day {
    fn new(date: MeetingDate, zone: Zone) -> Self {
        let midnight = zone.midnight(date.date);
        let around = Span { start: midnight - Minutes::DAY, end: midnight + Minutes(2 * 1440) };
        Self { date, zone, midnight, straight: zone.transitions(around).next().is_none() }
    }

    fn instant(&self, minutes: u16) -> Instant {
        if self.straight {
            self.midnight + Minutes(minutes.into())
        } else {
            self.zone.instant_at(self.date.date, minutes)
        }
    }
}
