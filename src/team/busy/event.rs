//! What one event or free-busy answer of a calendar means.

use std::collections::BTreeSet;

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarComponent, ICalendarDuration, ICalendarEntry, ICalendarFreeBusyType, ICalendarParameterName,
    ICalendarParameterValue, ICalendarParticipationStatus, ICalendarPeriod, ICalendarProperty, ICalendarRecurrenceRule,
    ICalendarStatus, ICalendarTransparency, ICalendarValue,
};

use super::clock::Clocks;
use super::moment::{Clock, Moment, minutes_east};
use crate::time::{Minutes, Zone};

/// How long an event is (RFC 5545 §3.8.5.3): whole days of the calendar, and exact minutes after them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) days: i64,
    pub(super) minutes: Minutes,
}

/// An event as it is written.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) uid: String,
    /// A later version of the same event has a higher one.
    pub(super) sequence: i64,
    pub(super) start: Moment,
    pub(super) length: Length,
    pub(super) rules: Vec<ICalendarRecurrenceRule>,
    /// More times, some with a length of their own.
    pub(super) dates: Vec<(Moment, Option<Length>)>,
    /// Times that are left out.
    pub(super) except: Vec<Moment>,
    /// Of an exception: which time it replaces.
    pub(super) replaces: Option<Moment>,
    /// Whether it replaces all later times, too.
    pub(super) and_later: bool,
    /// Whether it takes time at all: it was not called off and is not marked as free.
    pub(super) is_busy: bool,
    pub(super) declined_by: BTreeSet<String>,
    /// Where it is written, for warnings.
    pub(super) place: String,
}

/// Reads the times of one component.
pub(super) struct Reader<'c> {
    pub(super) clocks: &'c mut Clocks,
    /// What was not understood.
    pub(super) troubles: Vec<String>,
}

/// A property's entries.
pub(super) fn all<'c>(
    component: &'c ICalendarComponent,
    name: &'c ICalendarProperty,
) -> impl Iterator<Item = &'c ICalendarEntry> {
    component.entries.iter().filter(move |entry| entry.name == *name)
}

impl Reader<'_> {
    /// An event; nothing when it has no time that can be read.
    pub(super) fn event(&mut self, component: &ICalendarComponent, place: String) -> Option<Event> {
        let start = self.moments(component, &ICalendarProperty::Dtstart).into_iter().next();
        let Some(start) = start else {
            if component.property(&ICalendarProperty::Dtstart).is_none() {
                self.troubles.push("the event has no DTSTART".to_owned());
            }
            return None;
        };
        let length = self.length(component, &start);
        let replaced = component.property(&ICalendarProperty::RecurrenceId);
        let replaces = replaced.and_then(|entry| self.moments_of(entry).into_iter().next());
        let is_range = |entry: &ICalendarEntry| entry.has_parameter(&ICalendarParameterName::Range);
        Some(Event {
            uid: component.uid().unwrap_or_default().to_owned(),
            sequence: number(component, &ICalendarProperty::Sequence),
            rules: self.rules(component),
            dates: self.dates(component, &start),
            except: self.moments(component, &ICalendarProperty::Exdate),
            and_later: replaces.is_some() && replaced.is_some_and(is_range),
            replaces,
            is_busy: is_busy(component),
            declined_by: declined_by(component),
            start,
            length,
            place,
        })
    }

    /// The times of a free-busy answer, of kinds that are busy.
    pub(super) fn answered(&mut self, component: &ICalendarComponent, place: &str) -> Vec<Event> {
        let mut events = Vec::new();
        for entry in all(component, &ICalendarProperty::Freebusy) {
            let is_free = |value: &ICalendarParameterValue| {
                matches!(value, ICalendarParameterValue::Fbtype(ICalendarFreeBusyType::Free))
            };
            if entry.parameters(&ICalendarParameterName::Fbtype).any(is_free) {
                continue;
            }
            for value in &entry.values {
                let ICalendarValue::Period(period) = value else {
                    self.not_understood("FREEBUSY", value);
                    continue;
                };
                if let Some((start, length)) = self.period(period, entry) {
                    events.push(Event::once(start, length, place.to_owned()));
                }
            }
        }
        events
    }

    fn rules(&mut self, component: &ICalendarComponent) -> Vec<ICalendarRecurrenceRule> {
        let mut rules = Vec::new();
        for value in all(component, &ICalendarProperty::Rrule).flat_map(|entry| &entry.values) {
            match value {
                ICalendarValue::RecurrenceRule(rule) => rules.push((**rule).clone()),
                other => self.not_understood("RRULE", other),
            }
        }
        rules
    }

    fn dates(&mut self, component: &ICalendarComponent, start: &Moment) -> Vec<(Moment, Option<Length>)> {
        let mut dates = Vec::new();
        for entry in all(component, &ICalendarProperty::Rdate) {
            for value in &entry.values {
                match value {
                    ICalendarValue::Period(period) => {
                        dates.extend(self.period(period, entry).map(|(start, length)| (start, Some(length))));
                    }
                    other => dates.extend(self.moment(other, entry).map(|moment| (moment, None))),
                }
            }
        }
        // A date for an event with a time means that time.
        for (moment, _) in dates.iter_mut().filter(|(moment, _)| moment.is_date && !start.is_date) {
            *moment = start.at(moment.local.date().and_time(start.local.time()));
        }
        dates
    }

    fn length(&mut self, component: &ICalendarComponent, start: &Moment) -> Length {
        const NONE: Length = Length { days: 0, minutes: Minutes::ZERO };
        const A_DAY: Length = Length { days: 1, ..NONE };
        let value = component.property(&ICalendarProperty::Duration).and_then(|entry| entry.values.first());
        let length = match (self.moments(component, &ICalendarProperty::Dtend).into_iter().next(), value) {
            (Some(end), _) => span(start, &end),
            (None, Some(ICalendarValue::Duration(duration))) => of_duration(duration),
            (None, Some(other)) => {
                self.not_understood("DURATION", other);
                NONE
            }
            (None, None) => NONE,
        };
        // A whole day without an end, or with one that is written as its start, is one day.
        if start.is_date && length == NONE { A_DAY } else { length }
    }

    fn period(&mut self, period: &ICalendarPeriod, entry: &ICalendarEntry) -> Option<(Moment, Length)> {
        match period {
            ICalendarPeriod::Range { start, end } => {
                let (start, end) = (self.written(start, entry)?, self.written(end, entry)?);
                let length = span(&start, &end);
                Some((start, length))
            }
            ICalendarPeriod::Duration { start, duration } => Some((self.written(start, entry)?, of_duration(duration))),
        }
    }

    fn moments(&mut self, component: &ICalendarComponent, name: &ICalendarProperty) -> Vec<Moment> {
        all(component, name).flat_map(|entry| self.moments_of(entry)).collect()
    }

    fn moments_of(&mut self, entry: &ICalendarEntry) -> Vec<Moment> {
        entry.values.iter().filter_map(|value| self.moment(value, entry)).collect()
    }

    fn moment(&mut self, value: &ICalendarValue, entry: &ICalendarEntry) -> Option<Moment> {
        match value {
            ICalendarValue::PartialDateTime(written) => self.written(written, entry),
            other => {
                self.not_understood(entry.name.as_str(), other);
                None
            }
        }
    }

    fn written(&mut self, written: &PartialDateTime, entry: &ICalendarEntry) -> Option<Moment> {
        let Some(read) = written.to_date_time() else {
            self.troubles.push(format!("the {} is no date of the calendar", entry.name.as_str()));
            return None;
        };
        let local = read.date_time;
        if !written.has_time() {
            return Some(Moment { local, clock: Clock::Own, is_date: true });
        }
        if let Some(east) = minutes_east(written) {
            let local = local.checked_sub_signed(chrono::Duration::minutes(east))?;
            return Some(Moment { local, clock: Clock::Zone(Zone::UTC), is_date: false });
        }
        let clock = entry.tz_id().map_or(Clock::Own, |name| self.clock(name));
        Some(Moment { local, clock, is_date: false })
    }

    fn clock(&mut self, name: &str) -> Clock {
        self.clocks.named(name).unwrap_or_else(|| {
            let name: String = name.chars().take(60).collect();
            let trouble = format!("the time zone `{name}` is not known; its times are read by the member's own clock");
            if !self.troubles.contains(&trouble) {
                self.troubles.push(trouble);
            }
            Clock::Own
        })
    }

    fn not_understood(&mut self, what: &str, value: &ICalendarValue) {
        let written: String = value.as_text().unwrap_or_default().chars().take(60).collect();
        self.troubles.push(format!("the {what} `{written}` is not understood"));
    }
}

impl Event {
    /// Something that happens once and is busy.
    fn once(start: Moment, length: Length, place: String) -> Self {
        Self {
            uid: String::new(),
            sequence: 0,
            start,
            length,
            rules: Vec::new(),
            dates: Vec::new(),
            except: Vec::new(),
            replaces: None,
            and_later: false,
            is_busy: true,
            declined_by: BTreeSet::new(),
            place,
        }
    }
}

/// From the start to the end: days between dates, else exact time.
fn span(start: &Moment, end: &Moment) -> Length {
    if start.is_date {
        Length { days: (end.local.date() - start.local.date()).num_days(), minutes: Minutes::ZERO }
    } else {
        Length { days: 0, minutes: start.until(end) }
    }
}

/// Weeks and days go by the calendar, the rest is exact. None goes back in time.
fn of_duration(duration: &ICalendarDuration) -> Length {
    if duration.neg {
        return Length { days: 0, minutes: Minutes::ZERO };
    }
    let days = i64::from(duration.weeks) * 7 + i64::from(duration.days);
    let seconds = i64::from(duration.hours) * 3600 + i64::from(duration.minutes) * 60 + i64::from(duration.seconds);
    Length { days, minutes: Minutes(seconds / 60) }
}

fn number(component: &ICalendarComponent, name: &ICalendarProperty) -> i64 {
    let value = component.property(name).and_then(|entry| entry.values.first());
    value.and_then(ICalendarValue::as_integer).unwrap_or_default()
}

/// Called off, or marked as free: by the standard's property or by the one in which Microsoft says more.
fn is_busy(component: &ICalendarComponent) -> bool {
    let is_microsofts =
        |entry: &&ICalendarEntry| entry.name.as_str().eq_ignore_ascii_case("X-MICROSOFT-CDO-BUSYSTATUS");
    let microsofts = component.entries.iter().find(is_microsofts).and_then(|entry| entry.values.first()?.as_text());
    let is_free = microsofts
        .is_some_and(|status| ["FREE", "WORKINGELSEWHERE"].iter().any(|free| status.eq_ignore_ascii_case(free)));
    let is_called_off = component.status() == Some(&ICalendarStatus::Cancelled);
    !is_called_off && !is_free && component.transparency() != Some(&ICalendarTransparency::Transparent)
}

fn declined_by(component: &ICalendarComponent) -> BTreeSet<String> {
    let has_declined = |entry: &&ICalendarEntry| {
        entry
            .parameters(&ICalendarParameterName::Partstat)
            .any(|value| matches!(value, ICalendarParameterValue::Partstat(ICalendarParticipationStatus::Declined)))
    };
    let who = all(component, &ICalendarProperty::Attendee).filter(has_declined);
    who.filter_map(|entry| entry.calendar_address().map(str::to_lowercase)).collect()
}
