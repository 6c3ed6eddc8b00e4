//! The clocks that a calendar names or describes.

use std::collections::BTreeMap;
use std::rc::Rc;

use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue};

use super::moment::{Clock, Moment, minutes_east};
use super::repeat::{self, Budget};
use crate::time::{Instant, Offset, Rules, Zone};

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
