//! By which clock a time of a calendar is meant.

use std::collections::BTreeMap;
use std::rc::Rc;

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue};
use chrono::NaiveDateTime;

use super::repeat::{self, Budget};
use crate::time::{Instant, Minutes, Offset, Rules, Zone};

/// The clock by which a time is meant.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Clock {
    /// That of whoever the calendar belongs to, wherever they are.
    Own,
    /// That of a zone of the tz database, or UTC.
    Zone(Zone),
    /// One that the calendar describes itself and that has no known name.
    Described(Rc<Rules>),
}

/// A time as a calendar writes it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Moment {
    pub(super) local: NaiveDateTime,
    pub(super) clock: Clock,
    /// Whether only the date is written.
    pub(super) is_date: bool,
}

/// Tells moments apart, whatever clock they are written by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// A local time of no zone.
    Local(NaiveDateTime),
    /// An instant.
    At(Instant),
}

impl Moment {
    pub(super) fn key(&self) -> Key {
        self.instant().map_or(Key::Local(self.local), Key::At)
    }

    /// The instant, unless it depends on where somebody is.
    pub(super) fn instant(&self) -> Option<Instant> {
        match &self.clock {
            Clock::Own => None,
            Clock::Zone(zone) => Some(zone.instant(self.local)),
            Clock::Described(rules) => Some(rules.instant(self.local)),
        }
    }

    /// The same clock at another local time.
    pub(super) fn at(&self, local: NaiveDateTime) -> Self {
        Self { local, ..self.clone() }
    }

    /// By how much clock time `other` is later, when both are written by one clock; else by how much time.
    pub(super) fn shift_to(&self, other: &Self) -> Minutes {
        if self.clock == other.clock { Minutes((other.local - self.local).num_minutes()) } else { self.until(other) }
    }

    /// How long it is until `other`, exactly when both have instants.
    pub(super) fn until(&self, other: &Self) -> Minutes {
        match (self.instant(), other.instant()) {
            (Some(start), Some(end)) => end - start,
            _ => Minutes((other.local - self.local).num_minutes()),
        }
    }
}

/// The clocks that a calendar names.
#[derive(Debug, Default)]
pub(super) struct Clocks {
    by_name: BTreeMap<String, Option<Clock>>,
}

impl Clocks {
    /// Those that the calendar describes itself.
    pub(super) fn of(calendar: &ICalendar) -> Self {
        let mut by_name = BTreeMap::new();
        for component in calendar.timezones() {
            let name = component.property(&ICalendarProperty::Tzid).and_then(|entry| entry.values.first()?.as_text());
            let Some(name) = name else { continue };
            let hinted = component.timezone().and_then(|(_, tz)| zone_of(tz));
            let zone = named(name).or(hinted).map(Clock::Zone);
            let clock = zone.or_else(|| described(component, calendar).map(|rules| Clock::Described(Rc::new(rules))));
            by_name.insert(name.to_owned(), clock);
        }
        Self { by_name }
    }

    /// The clock of a `TZID`, if it is known by its name or described.
    pub(super) fn named(&mut self, name: &str) -> Option<Clock> {
        self.by_name.entry(name.to_owned()).or_insert_with(|| named(name).map(Clock::Zone)).clone()
    }
}

/// A zone by its IANA name, by one with a registry before it, or by the name that Windows gives it. The rules are ours in any case.
fn named(name: &str) -> Option<Zone> {
    let plain = name.trim().trim_matches('"');
    Zone::named(plain).ok().or_else(|| plain.parse::<Tz>().ok().and_then(zone_of))
}

fn zone_of(tz: Tz) -> Option<Zone> {
    Zone::named(&tz.name()?).ok()
}

/// The rules of a `VTIMEZONE`: its observances with the offsets before and after each of their onsets.
fn described(zone: &ICalendarComponent, calendar: &ICalendar) -> Option<Rules> {
    let is_observance = |part: &&ICalendarComponent| {
        matches!(part.component_type, ICalendarComponentType::Standard | ICalendarComponentType::Daylight)
    };
    let mut onsets: Vec<(Instant, Offset, Offset)> = Vec::new();
    let mut budget = Budget::default();
    for part in zone.component_ids.iter().filter_map(|&id| calendar.component_by_id(id)).filter(is_observance) {
        let from = offset(part, &ICalendarProperty::Tzoffsetfrom)?;
        let to = offset(part, &ICalendarProperty::Tzoffsetto)?;
        let start = part.property(&ICalendarProperty::Dtstart)?.values.first()?.as_partial_date_time()?;
        let start = Moment { local: start.to_date_time()?.date_time, clock: Clock::Own, is_date: false };
        let mut locals = vec![start.local];
        for value in part.entries.iter().filter(|entry| entry.name == ICalendarProperty::Rrule).flat_map(|e| &e.values)
        {
            let ICalendarValue::RecurrenceRule(rule) = value else { return None };
            locals.extend(repeat::occurrences(rule, &start, &mut budget).ok()?.starts);
        }
        let dates = part.entries.iter().filter(|entry| entry.name == ICalendarProperty::Rdate).flat_map(|e| &e.values);
        locals.extend(dates.filter_map(|value| Some(value.as_partial_date_time()?.to_date_time()?.date_time)));
        onsets.extend(locals.into_iter().map(|local| (Instant::from_utc(local) - from.minutes(), from, to)));
    }
    onsets.sort_unstable_by_key(|&(at, ..)| at);
    let before = onsets.first()?.1;
    Rules::of_changes(before, onsets.into_iter().map(|(at, _, to)| (at, to)).collect())
}

fn offset(part: &ICalendarComponent, property: &ICalendarProperty) -> Option<Offset> {
    let value = part.property(property)?.values.first()?.as_partial_date_time()?;
    Some(Offset(minutes_east(value)? as i16))
}

/// The offset written behind a time, in minutes.
pub(super) fn minutes_east(written: &PartialDateTime) -> Option<i64> {
    let minutes = i64::from(written.tz_hour?) * 60 + i64::from(written.tz_minute.unwrap_or(0));
    Some(if written.tz_minus { -minutes } else { minutes })
}
