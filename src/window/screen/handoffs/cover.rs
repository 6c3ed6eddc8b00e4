//! What a chain leaves open, and who could cover it.

use chrono::Weekday;

use super::chains::{midnight, offset};
use crate::availability::SteadyWeek;
use crate::plan::handoff::{Question, SeasonChain};
use crate::team::MemberId;
use crate::time::{Minutes, Span, Spans, TimeOfDay};
use crate::words::handoff::StandIn;

/// The holes between the legs: when each begins, and how long it is.
pub fn holes(found: &SeasonChain) -> Vec<(TimeOfDay, Minutes)> {
    let legs = &found.chain.legs;
    let hole = |at: usize| {
        let (end, start) = (legs[at].end(), legs[(at + 1) % legs.len()].start);
        let length = (i64::from(start.minutes()) - i64::from(end.minutes())).rem_euclid(1440);
        let length = if legs.len() == 1 { 1440 - legs[at].length.0 } else { length };
        (length > 0).then_some((end, Minutes(length)))
    };
    (0..legs.len()).filter_map(hole).collect()
}

/// Who of those who are asked about is at work or flexible, or at least awake, in the holes, as the mean of the chosen days.
pub fn stand_ins<'a>(question: &Question<'a>, found: &SeasonChain) -> Vec<StandIn<'a>> {
    let holes = holes(found);
    let stand_in = |(at, member): (usize, &&'a crate::team::Member)| {
        let week = SteadyWeek::of(member, offset(found, MemberId::new(at)));
        let within = |spans: &Spans| {
            let all = question.days.iter().flat_map(|day| holes.iter().map(|hole| minutes(spans, *day, *hole)));
            Minutes::ratio(all.sum::<i64>(), question.days.len().max(1) as i64)
        };
        let could = within(&week.preferred.union(&week.flexible));
        let asleep = within(&week.asleep);
        let all: i64 = holes.iter().map(|(_, length)| length.0).sum();
        StandIn { name: &member.name, could, awake: Minutes(all) - asleep }
    };
    question.members.iter().enumerate().map(stand_in).collect()
}

/// The minutes of a hole on a day of the steady week that lie in some spans.
fn minutes(spans: &Spans, day: Weekday, (start, length): (TimeOfDay, Minutes)) -> i64 {
    let start = midnight(day) + Minutes(start.minutes().into());
    let hole = Span { start, end: start + length };
    // Of a hole that runs out of the week, the rest lies at its beginning.
    let again = Span { start: hole.start - Minutes::WEEK, end: hole.end - Minutes::WEEK };
    spans.minutes_within(hole).0 + spans.minutes_within(again).0
}
