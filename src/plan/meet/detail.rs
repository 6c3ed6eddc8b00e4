//! What slots mean for everybody who comes.

use std::sync::Arc;

use chrono::{Datelike, NaiveDateTime, Timelike, Weekday};

use super::ask::Ask;
use super::clock::Clock;
use super::dates::held;
use super::suggestion::{Absence, Attendance, Cost, LocalTime, Move, Occurrence, Reason, Suggestion};
use super::table::{Pattern, Table};
use crate::availability::{Level, RateMinutes};
use crate::team::{Calendars, Member, MemberId, Slot};
use crate::time::{Instant, Minutes, Span, Spans, TimeOfDay};

/// What these slots, taking turns, mean for everybody.
pub(super) fn detail(ask: &Ask, table: &Table, slots: Vec<Slot>) -> Suggestion {
    let starts: Vec<Vec<Instant>> = slots
        .iter()
        .enumerate()
        .map(|(place, &slot)| held(ask, slot, place).into_iter().map(|(_, start)| start).collect())
        .collect();
    let mut occurrences: Vec<Occurrence> = Vec::new();
    for (slot, starts) in starts.iter().enumerate() {
        let spans = starts.iter().map(|&start| Span { start, end: start + ask.length });
        occurrences.extend(spans.map(|span| Occurrence { span, slot }));
    }
    occurrences.sort_by_key(|occurrence| (occurrence.span, occurrence.slot));
    let seen: Vec<Seen> = table.patterns.iter().map(|pattern| Seen::of(pattern, &occurrences, slots.len())).collect();
    let burdens: Vec<RateMinutes> = (0..table.patterns.len())
        .map(|pattern| starts.iter().map(|starts| table.burden(pattern, starts)).sum())
        .collect();
    let everybody: Vec<(&Member, bool)> = ask.attendees().collect();
    let absences: Vec<Arc<[Absence]>> = table
        .days
        .sorts()
        .map(|sort| {
            let first = table.days.first(sort);
            let clock = &table.patterns[table.pattern_of(first)].clock;
            absences(everybody[first].0, ask.calendars, clock, &occurrences).into()
        })
        .collect();
    let attendees = MemberId::all(everybody.len()).map(|member| {
        let pattern = table.pattern_of(member);
        let seen = &seen[pattern];
        Attendance {
            member,
            required: everybody[member].1,
            burden: burdens[pattern],
            carried: table.carried(member),
            times: seen.times.clone(),
            outside: seen.outside,
            outside_times: seen.outside_times.clone(),
            asleep: seen.asleep,
            moves: seen.moves.clone(),
            absences: absences[table.days.sort_of(member).index()].clone(),
        }
    });
    let attendees: Vec<Attendance> = attendees.collect();
    let names = table.names.clone();
    Suggestion { cost: cost(table, &starts, &attendees), slots, attendees, occurrences, names }
}

/// What all who are alike see of a suggestion.
struct Seen {
    times: Arc<[LocalTime]>,
    outside: usize,
    outside_times: Arc<[(TimeOfDay, usize)]>,
    asleep: usize,
    moves: Arc<[Move]>,
}

impl Seen {
    fn of(pattern: &Pattern, occurrences: &[Occurrence], slots: usize) -> Self {
        let levels = |one: &Occurrence| pattern.levels.segments_within(one.span).map(|(_, level)| level);
        let is_outside = |one: &&Occurrence| levels(one).any(|level| level != Level::Preferred);
        let outside: Vec<Instant> = occurrences.iter().filter(is_outside).map(|one| one.span.start).collect();
        Self {
            times: times(&pattern.clock, occurrences).into(),
            outside: outside.len(),
            outside_times: often(&pattern.clock, &outside).into(),
            asleep: occurrences.iter().filter(|one| levels(one).any(|level| level == Level::Asleep)).count(),
            moves: moves(&pattern.clock, occurrences, slots).into(),
        }
    }
}

fn cost(table: &Table, starts: &[Vec<Instant>], attendees: &[Attendance]) -> Cost {
    let twice = |who: &Attendance| if who.required { who.burden * 2 } else { who.burden };
    let required = attendees.iter().filter(|who| who.required);
    Cost {
        worst: required.map(|who| who.carried + who.burden).max().unwrap_or_default(),
        total_twice: attendees.iter().map(twice).sum(),
        moved: starts.iter().map(|starts| table.moved(starts)).sum(),
        off_middle_twice: starts.iter().map(|starts| table.off_middle(starts)).sum(),
    }
}

fn time_of_day(local: NaiveDateTime) -> TimeOfDay {
    TimeOfDay::from_minutes((local.hour() * 60 + local.minute()) as u16).expect("a clock shows less than 24 hours")
}

fn times(clock: &Clock, occurrences: &[Occurrence]) -> Vec<LocalTime> {
    let seen = |o: &Occurrence| (o.slot, time_of_day(clock.local(o.span.start)));
    let mut all: Vec<(usize, TimeOfDay)> = occurrences.iter().map(seen).collect();
    all.sort_unstable();
    let mut times: Vec<LocalTime> = all
        .chunk_by(|a, b| a == b)
        .map(|same| LocalTime { slot: same[0].0, start: same[0].1, count: same.len() })
        .collect();
    times.sort_by_key(|time| (time.slot, std::cmp::Reverse(time.count), time.start));
    times
}

/// The local times of these instants and how many have each, the most frequent first.
fn often(clock: &Clock, starts: &[Instant]) -> Vec<(TimeOfDay, usize)> {
    let mut all: Vec<TimeOfDay> = starts.iter().map(|&start| time_of_day(clock.local(start))).collect();
    all.sort_unstable();
    let mut times: Vec<(TimeOfDay, usize)> = all.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect();
    times.sort_by_key(|&(start, count)| (std::cmp::Reverse(count), start));
    times
}

fn moves(clock: &Clock, occurrences: &[Occurrence], slots: usize) -> Vec<Move> {
    let mut last: Vec<Option<(Weekday, TimeOfDay)>> = vec![None; slots];
    let mut found = Vec::new();
    for occurrence in occurrences {
        let local = clock.local(occurrence.span.start);
        let after = (local.weekday(), time_of_day(local));
        if let Some(before) = last[occurrence.slot].replace(after)
            && before.1 != after.1
        {
            found.push(Move { slot: occurrence.slot, date: local.date(), before, after });
        }
    }
    found
}

fn absences(member: &Member, calendars: &Calendars, clock: &Clock, occurrences: &[Occurrence]) -> Vec<Absence> {
    let region = member.holiday_region();
    let reach = occurrences.first().zip(occurrences.last());
    let reach = reach.map(|(first, last)| Span { start: first.span.start, end: last.span.end + Minutes::DAY });
    let busy = reach.map_or(Spans::EMPTY, |reach| calendars.busy_spans(member, reach));
    let mut found = Vec::new();
    for (i, occurrence) in occurrences.iter().enumerate() {
        let dates = [occurrence.span.start, occurrence.span.end - Minutes(1)].map(|at| clock.date(at));
        let on_leave = dates.into_iter().find(|&date| member.is_on_leave(date));
        let on_holiday = dates.into_iter().find(|&date| region.is_some_and(|region| region.is_holiday(date)));
        let absence = on_leave.map(|d| (d, Reason::Leave)).or(on_holiday.map(|d| (d, Reason::Holiday)));
        let is_busy = || busy.intersects(occurrence.span).then(|| (dates[0], Reason::Busy));
        let absence = absence.or_else(is_busy);
        found.extend(absence.map(|(date, reason)| Absence { occurrence: i, date, reason }));
    }
    found
}
