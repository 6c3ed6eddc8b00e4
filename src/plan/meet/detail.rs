use chrono::{Datelike, NaiveDateTime, Timelike, Weekday};

use super::clock::Clock;
use super::dates::held;
use super::table::Table;
use super::{Absence, Ask, Attendance, Cost, LocalTime, Move, Occurrence, Reason, Suggestion};
use crate::availability::{Level, RateMinutes};
use crate::team::{Member, Slot};
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
    let burden = |attendee: usize| starts.iter().map(|starts| table.burden(attendee, starts)).sum::<RateMinutes>();
    let attendees = ask.attendees().enumerate().map(|(i, (member, required))| {
        let (clock, pattern) = (&table.clocks[i], &table.patterns[i]);
        let levels = |occurrence: &Occurrence| pattern.segments_within(occurrence.span).map(|(_, level)| level);
        let is_outside = |o: &&Occurrence| levels(o).any(|level| level != Level::Preferred);
        let outside: Vec<Instant> = occurrences.iter().filter(is_outside).map(|o| o.span.start).collect();
        Attendance {
            member: member.name.clone(),
            required,
            burden: burden(i),
            carried: RateMinutes(table.carried[i]),
            times: times(clock, &occurrences),
            outside: outside.len(),
            outside_times: often(clock, &outside),
            asleep: occurrences.iter().filter(|o| levels(o).any(|level| level == Level::Asleep)).count(),
            moves: moves(clock, &occurrences, slots.len()),
            absences: absences(member, clock, &occurrences),
        }
    });
    let attendees: Vec<Attendance> = attendees.collect();
    Suggestion { cost: cost(table, &starts, &attendees), slots, attendees, occurrences }
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

fn absences(member: &Member, clock: &Clock, occurrences: &[Occurrence]) -> Vec<Absence> {
    let region = member.holiday_region();
    let reach = occurrences.first().zip(occurrences.last());
    let reach = reach.map(|(first, last)| Span { start: first.span.start, end: last.span.end + Minutes::DAY });
    let busy = reach.map_or(Spans::EMPTY, |reach| member.busy_spans(reach));
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
