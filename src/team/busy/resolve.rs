//! From events to spans: newer versions replace older ones, exceptions take the place of what they are exceptions from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDateTime;

use super::event::{Event, Length};
use super::moment::{Clock, Key, Moment};
use super::repeat::{self, Budget};
use super::times::{Busy, Part};
use crate::time::{HORIZON_END, HORIZON_START, Instant, Minutes, Span, Spans};

/// No event is longer: all the years that are planned, and more.
const LONGEST: Minutes = Minutes(110 * 366 * 1440);

/// Spans by who declined them: those of instants, those of local times.
#[derive(Default)]
struct Collected(BTreeMap<BTreeSet<String>, (Vec<Span>, Vec<Span>)>);

/// What all `events` of a calendar mean together; what cannot be counted is added to `warnings`.
pub(super) fn resolve(events: Vec<Event>, mut warnings: Vec<String>) -> Busy {
    let mut collected = Collected::default();
    let mut budget = Budget::default();
    for family in families(events) {
        let (masters, exceptions): (Vec<&Event>, Vec<&Event>) =
            family.iter().partition(|event| event.replaces.is_none());
        for master in masters {
            collected.add_series(master, &exceptions, &mut budget, &mut warnings);
        }
        for exception in exceptions {
            collected.add(&exception.start, exception.length, exception);
        }
    }
    let part = |(declined_by, (instants, local)): (BTreeSet<String>, (Vec<Span>, Vec<Span>))| Part {
        declined_by,
        instants: instants.into_iter().collect(),
        local: local.into_iter().collect::<Spans>(),
    };
    Busy { parts: collected.0.into_iter().map(part).collect(), warnings: summed(warnings) }
}

/// The events of one name, each in its newest version; every event without a name is alone.
fn families(events: Vec<Event>) -> Vec<Vec<Event>> {
    let mut named: BTreeMap<String, Vec<Event>> = BTreeMap::new();
    let mut families = Vec::new();
    for event in events {
        if event.uid.is_empty() {
            families.push(vec![event]);
        } else {
            named.entry(event.uid.clone()).or_default().push(event);
        }
    }
    for mut family in named.into_values() {
        let key = |event: &Event| event.replaces.as_ref().map(Moment::key);
        let mut newest: BTreeMap<Option<Key>, i64> = BTreeMap::new();
        for event in &family {
            let sequence = newest.entry(key(event)).or_insert(event.sequence);
            *sequence = event.sequence.max(*sequence);
        }
        family.retain(|event| newest.get(&key(event)) == Some(&event.sequence));
        families.push(family);
    }
    families
}

impl Collected {
    /// An event at all its times, but for those that exceptions replace.
    fn add_series(&mut self, event: &Event, exceptions: &[&Event], budget: &mut Budget, warnings: &mut Vec<String>) {
        let except = Except::of(event, exceptions);
        for (start, length) in times(event, budget, warnings) {
            if except.leaves_out(&start) {
                continue;
            }
            match except.later(&start) {
                Some((shift, exception)) => {
                    let moved = start.local.checked_add_signed(chrono::Duration::minutes(shift.0));
                    let local = moved.unwrap_or(start.local);
                    self.add(&exception.start.at(local), exception.length, exception);
                }
                None => self.add(&start, length, event),
            }
        }
    }

    /// Notes one time of an event, if it takes time at all within the years that are planned.
    fn add(&mut self, start: &Moment, length: Length, event: &Event) {
        let years = 1950..=2101;
        if !event.is_busy || !years.contains(&chrono::Datelike::year(&start.local)) {
            return;
        }
        let span = span(start, length).and_then(|span| {
            span.intersection(Span {
                start: Instant::midnight(HORIZON_START) - Minutes::DAY,
                end: Instant::midnight(HORIZON_END) + Minutes::DAY,
            })
        });
        let Some(span) = span else { return };
        let of_same = match self.0.get_mut(&event.declined_by) {
            Some(found) => found,
            None => self.0.entry(event.declined_by.clone()).or_default(),
        };
        let kind = if start.clock == Clock::Own { &mut of_same.1 } else { &mut of_same.0 };
        kind.push(span);
    }
}

/// The time of an event: an instant's if its clock is known, else local time as if it were UTC.
fn span(start: &Moment, length: Length) -> Option<Span> {
    let instant = |moment: &Moment| moment.instant().unwrap_or_else(|| Instant::from_utc(moment.local));
    let days = chrono::Duration::days(length.days.clamp(0, LONGEST.0 / 1440));
    let after_days = start.at(start.local.checked_add_signed(days)?);
    let end = instant(&after_days) + Minutes(length.minutes.0.clamp(0, LONGEST.0));
    Span::new(instant(start), end)
}

/// When an event is: its first time, by its rules, and at more dates; each once.
fn times(event: &Event, budget: &mut Budget, warnings: &mut Vec<String>) -> Vec<(Moment, Length)> {
    let mut locals: Vec<NaiveDateTime> = vec![event.start.local];
    for rule in &event.rules {
        match repeat::occurrences(rule, &event.start, budget) {
            Ok(found) => {
                locals.extend(found.starts);
                if let Some(date) = found.cut_at {
                    warnings.push(format!(
                        "{}: the event recurs too often; its times from {date} on are left out",
                        event.place
                    ));
                }
            }
            Err(why) => {
                warnings
                    .push(format!("{}: only the event's first time counts, because of its RRULE: {why}", event.place));
            }
        }
    }
    locals.sort_unstable();
    locals.dedup();
    let own = locals.into_iter().map(|local| (event.start.at(local), event.length));
    let more = event.dates.iter().map(|(start, length)| (start.clone(), length.unwrap_or(event.length)));
    own.chain(more).collect()
}

/// The times of a series that are left out or replaced.
struct Except<'e> {
    keys: BTreeSet<Key>,
    /// Whole dates on which the series is left out.
    dates: BTreeSet<chrono::NaiveDate>,
    /// Exceptions for a time and all later ones, by time, with how much later they are.
    later: Vec<(Key, Minutes, &'e Event)>,
}

impl<'e> Except<'e> {
    fn of(event: &Event, exceptions: &[&'e Event]) -> Self {
        let replaced = exceptions.iter().filter_map(|exception| exception.replaces.as_ref());
        // A date written for an event with a time means that time of the date, and the other way round.
        let (dates, times): (Vec<&Moment>, Vec<&Moment>) =
            event.except.iter().chain(replaced).partition(|moment| moment.is_date != event.start.is_date);
        let mut later: Vec<_> = exceptions
            .iter()
            .filter(|exception| exception.and_later)
            .filter_map(|exception| {
                let replaced = exception.replaces.as_ref()?;
                Some((replaced.key(), replaced.shift_to(&exception.start), *exception))
            })
            .collect();
        later.sort_by_key(|&(key, ..)| key);
        Self {
            keys: times.into_iter().map(Moment::key).collect(),
            dates: dates.into_iter().map(|moment| moment.local.date()).collect(),
            later,
        }
    }

    fn leaves_out(&self, start: &Moment) -> bool {
        self.keys.contains(&start.key()) || self.dates.contains(&start.local.date())
    }

    /// The exception that holds from an earlier time on, and by how much it moves the series.
    fn later(&self, start: &Moment) -> Option<(Minutes, &'e Event)> {
        let before = self.later.partition_point(|&(key, ..)| key < start.key());
        self.later[..before].last().map(|&(_, shift, exception)| (shift, exception))
    }
}

/// The first warnings, and how many more there are.
fn summed(mut warnings: Vec<String>) -> Vec<String> {
    const MOST: usize = 20;
    if warnings.len() > MOST {
        let more = warnings.len() - MOST;
        warnings.truncate(MOST);
        warnings.push(format!("and {more} more like these"));
    }
    warnings
}
