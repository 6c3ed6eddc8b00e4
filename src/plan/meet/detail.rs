use chrono::{Datelike, NaiveDateTime, Timelike, Weekday};

use super::candidates::Candidate;
use super::clock::Clock;
use super::rotation::held;
use super::table::Table;
use super::{Absence, Ask, Attendance, Cost, LocalTime, Move, Occurrence, Reason, Suggestion};
use crate::availability::{Level, RateMinutes};
use crate::team::Member;
use crate::time::{Minutes, Span, Spans, TimeOfDay};

/// What these slots, taking turns, mean for everybody.
pub(super) fn detail(ask: &Ask, table: &Table, cost: Cost, chosen: &[&Candidate]) -> Suggestion {
    let mut occurrences: Vec<Occurrence> = Vec::new();
    for (slot, candidate) in chosen.iter().enumerate() {
        let starts = held(candidate, slot, chosen.len()).into_iter();
        occurrences.extend(starts.map(|start| Occurrence { span: Span { start, end: start + ask.length }, slot }));
    }
    occurrences.sort_by_key(|occurrence| (occurrence.span, occurrence.slot));
    let burden = |attendee: usize| -> RateMinutes {
        chosen.iter().enumerate().map(|(slot, c)| table.burden_of(attendee, c, slot, chosen.len())).sum()
    };
    let attendees = ask.attendees().enumerate().map(|(i, (member, required))| {
        let (clock, pattern) = (&table.clocks[i], &table.patterns[i]);
        let levels = |occurrence: &Occurrence| pattern.segments_within(occurrence.span).map(|(_, level)| level);
        let count = |test: &dyn Fn(&Occurrence) -> bool| occurrences.iter().filter(|o| test(o)).count();
        Attendance {
            member: member.name.clone(),
            required,
            burden: burden(i),
            times: times(clock, &occurrences),
            outside: count(&|o| levels(o).any(|level| level != Level::Preferred)),
            asleep: count(&|o| levels(o).any(|level| level == Level::Asleep)),
            moves: moves(clock, &occurrences, chosen.len()),
            absences: absences(member, clock, &occurrences),
        }
    });
    let attendees = attendees.collect();
    Suggestion { slots: chosen.iter().map(|c| c.slot).collect(), cost, attendees, occurrences }
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
