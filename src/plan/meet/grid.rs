//! Every slot that a meeting can have, by number, and where its occurrences lie.

use chrono::{NaiveDate, Weekday};

use super::ask::Ask;
use super::dates::{MeetingDate, dates, weekdays};
use super::table::QUARTER;
use crate::team::Slot;
use crate::time::{Instant, Minutes, Span, TimeOfDay, Zone};

/// The starts that a slot can have on a day.
pub(super) const STARTS: usize = 96;
/// Quarter-hours that a local day can begin before the same day of UTC (offset +14:00) ...
const EARLY: usize = 56;
/// ... and all in which a local day that is 12 hours behind can still begin a meeting.
pub(super) const WIDTH: usize = EARLY + STARTS + 48;

/// Every slot that a meeting can have: weekday x anchor x start, counted in this order.
pub(super) struct Grid {
    reach: Span,
    columns: Vec<Column>,
    pub anchors: Vec<Anchor>,
    /// How many slots take turns.
    pub places: usize,
}

/// The dates of one weekday (or of all workdays), the same for every anchor.
struct Column {
    weekday: Option<Weekday>,
    dates: Vec<MeetingDate>,
    /// By place of the rotation: its dates, as days since the first.
    days: Vec<Vec<usize>>,
    /// The first of them all.
    first: usize,
}

/// A zone that may anchor the meeting, with its clocks on every day of the horizon.
pub(super) struct Anchor {
    pub zone: Zone,
    /// How many attendees are at home in it.
    pub at_home: usize,
    days: Vec<Day>,
    /// The starts of the days on which the clocks change, in quarter-hours since the table's begin.
    odd: Vec<Vec<u32>>,
}

/// How a local day lies in UTC.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Day {
    /// Its midnight comes so many quarter-hours after the earliest that can be.
    Straight(usize),
    /// The clocks change near it: its place among the odd days.
    Odd(usize),
}

/// A piece of the occurrences that a slot has in one place of the rotation.
pub(super) enum Piece<'g> {
    /// Those from one number to before another, at a constant distance from their days.
    Run { from: usize, to: usize, shift: usize },
    /// One on a day when the clocks change: by start, quarter-hours since the table's begin.
    Odd(&'g [u32]),
}

impl Grid {
    /// The slots that keep to the clocks of these `zones`.
    pub fn new(ask: &Ask, zones: &[Zone]) -> Self {
        let places = usize::from(ask.slots);
        let columns = weekdays(ask.every).into_iter().filter_map(|weekday| {
            let dates = dates(ask, weekday);
            let day = |date: &MeetingDate| (date.date - ask.from).num_days() as usize;
            let taken = |place| dates.iter().filter(|date| date.turn % places == place).map(day).collect();
            let days = (0..places).map(taken).collect();
            let first = day(dates.first()?);
            Some(Column { weekday, dates, days, first })
        });
        let anchors = zones.iter().map(|&zone| Anchor::new(ask, zone)).collect();
        Self { reach: ask.reach(), columns: columns.collect(), anchors, places }
    }

    /// How many slots there are.
    pub fn len(&self) -> usize {
        self.columns.len() * self.anchors.len() * STARTS
    }

    pub fn slot(&self, number: usize) -> Slot {
        let (column, anchor, start) = self.parts(number);
        let start = TimeOfDay::from_minutes(start as u16 * QUARTER as u16).expect("a day has 96 quarter-hours");
        Slot { weekday: column.weekday, start, anchor: anchor.zone }
    }

    pub fn at_home(&self, number: usize) -> usize {
        self.parts(number).1.at_home
    }

    /// The earlier slot, when costs are equal: by weekday from Monday, start, name of the anchor.
    pub fn earlier(&self, number: usize) -> (u32, u16, &'static str) {
        let slot = self.slot(number);
        (slot.weekday.map_or(0, |day| day.num_days_from_monday()), slot.start.minutes(), slot.anchor.name())
    }

    /// The start of the first occurrence of a slot, taken every time.
    pub fn begin(&self, number: usize) -> Instant {
        let (column, anchor, start) = self.parts(number);
        self.instant(anchor.quarter(column.first, start))
    }

    /// The starts of the occurrences that a slot has in a place of the rotation, in time order.
    pub fn starts(&self, number: usize, place: usize) -> Vec<Instant> {
        let (column, anchor, start) = self.parts(number);
        column.days[place].iter().map(|&day| self.instant(anchor.quarter(day, start))).collect()
    }

    /// The turns that a slot takes in a place of the rotation, with the starts of their occurrences.
    pub fn held(&self, number: usize, place: usize) -> Vec<(usize, Instant)> {
        let turns = self.parts(number).0.dates.iter().map(|date| date.turn).filter(|turn| turn % self.places == place);
        turns.zip(self.starts(number, place)).collect()
    }

    /// How many turns there are.
    pub fn all_turns(&self) -> usize {
        self.columns.iter().filter_map(|column| column.dates.last()).map(|date| date.turn + 1).max().unwrap_or(0)
    }

    /// The quarter-hours in which any occurrence begins.
    pub fn quarters(&self) -> usize {
        self.reach.minutes().0 as usize / QUARTER
    }

    /// Whether two slots, taken every time, are the same instants.
    pub fn same_instants(&self, a: usize, b: usize) -> bool {
        let all = |number: usize, place: usize| {
            let (column, anchor, start) = self.parts(number);
            column.days[place].iter().map(move |&day| anchor.quarter(day, start))
        };
        a == b || self.begin(a) == self.begin(b) && (0..self.places).all(|place| all(a, place).eq(all(b, place)))
    }

    /// By column, the days of each place, counted from the first of the horizon.
    pub fn columns(&self) -> impl Iterator<Item = &[Vec<usize>]> {
        self.columns.iter().map(|column| column.days.as_slice())
    }

    fn instant(&self, quarter: usize) -> Instant {
        self.reach.start + Minutes((quarter * QUARTER) as i64)
    }

    fn parts(&self, number: usize) -> (&Column, &Anchor, usize) {
        let (rest, start) = (number / STARTS, number % STARTS);
        (&self.columns[rest / self.anchors.len()], &self.anchors[rest % self.anchors.len()], start)
    }
}

impl Anchor {
    fn new(ask: &Ask, zone: Zone) -> Self {
        let changes: Vec<(Instant, Minutes)> =
            zone.transitions(ask.reach()).map(|change| (change.at, change.after.minutes())).collect();
        let (mut offset, mut next) = (zone.offset_at(ask.reach().start).minutes(), 0);
        let mut anchor = Self {
            zone,
            at_home: ask.attendees().filter(|(m, _)| m.home.zone == zone).count(),
            days: Vec::new(),
            odd: Vec::new(),
        };
        for day in 0..7 * usize::from(ask.weeks) {
            let utc = day_start(ask.from, day);
            // With some room on both sides: no local time of the day lies beyond, even one in a gap.
            let near = Span { start: utc - Minutes::hours(18), end: utc + Minutes::hours(40) };
            while let Some(&(_, after)) = changes.get(next).filter(|(at, _)| *at <= near.start) {
                (offset, next) = (after, next + 1);
            }
            let kind = if changes.get(next).is_some_and(|(at, _)| *at < near.end) {
                anchor.odd.push(odd_starts(ask, zone, day));
                Day::Odd(anchor.odd.len() - 1)
            } else {
                Day::Straight((EARLY as i64 - offset.0 / QUARTER as i64) as usize)
            };
            anchor.days.push(kind);
        }
        anchor
    }

    /// The quarter-hour of the reach at which a meeting on a day begins.
    fn quarter(&self, day: usize, start: usize) -> usize {
        match self.days[day] {
            Day::Straight(shift) => first_quarter(day) + shift + start,
            Day::Odd(odd) => self.odd[odd][start] as usize,
        }
    }

    /// The occurrences on `days`, in order, in pieces that can be summed up.
    pub fn pieces(&self, days: &[usize]) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        let mut from = 0;
        for same in days.chunk_by(|&a, &b| self.days[a] == self.days[b]) {
            let to = from + same.len();
            pieces.push(match self.days[same[0]] {
                Day::Straight(shift) => Piece::Run { from, to, shift },
                Day::Odd(odd) => Piece::Odd(&self.odd[odd]),
            });
            from = to;
        }
        pieces
    }
}

/// The quarter-hour of the table with which the reach of a day begins.
pub(super) fn first_quarter(day: usize) -> usize {
    (day + 1) * STARTS - EARLY
}

fn day_start(from: NaiveDate, day: usize) -> Instant {
    Zone::UTC.midnight(from) + Minutes(1440 * day as i64)
}

fn odd_starts(ask: &Ask, zone: Zone, day: usize) -> Vec<u32> {
    let date = ask.from + chrono::Days::new(day as u64);
    let begin = ask.reach().start;
    // Offsets since 2000 are whole quarter-hours, and so is every start.
    let quarters = |start: usize| (zone.instant_at(date, (start * QUARTER) as u16) - begin).0 / QUARTER as i64;
    (0..STARTS).map(|start| quarters(start) as u32).collect()
}

/// The zones that may anchor a meeting: every attendee's (on stays too) and UTC. Of zones with the same offsets throughout the
/// horizon only one is kept: that of the most attendees, then the first by name.
pub(super) fn anchor_zones(ask: &Ask) -> Vec<Zone> {
    let mut zones: Vec<Zone> = ask.attendees().flat_map(|(member, _)| member.zones()).chain([Zone::UTC]).collect();
    zones.sort_unstable();
    zones.dedup();
    let at_home = |zone: &Zone| ask.attendees().filter(|(member, _)| member.home.zone == *zone).count();
    zones.sort_by_key(|zone| std::cmp::Reverse(at_home(zone)));
    let mut kept: Vec<Zone> = Vec::new();
    for zone in zones {
        if !kept.iter().any(|&other| same_rules(other, zone, ask.reach())) {
            kept.push(zone);
        }
    }
    kept.sort_unstable();
    kept
}

/// Whether two zones have the same offsets all the time.
pub(super) fn same_rules(a: Zone, b: Zone, over: Span) -> bool {
    a.offset_at(over.start) == b.offset_at(over.start) && a.transitions(over).eq(b.transitions(over))
}
