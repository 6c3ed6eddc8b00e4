//! An update that is written instead of meeting: when it is posted so that everybody reads it soon.

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::availability::{Alike, Almanac, Basis};
use crate::team::{Member, MemberId, Slot};
use crate::time::{Hours, Instant, Minutes, Span, Spans, TimeOfDay, Zone};

/// When an update is posted, and when everybody reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Who posts it, by their place in the team.
    pub author: MemberId,
    /// When, by the author's clock at home.
    pub slot: Slot,
    /// Every time that it is posted.
    pub posted: Vec<Instant>,
    /// When each other member reads it, in the team's order.
    pub readings: Vec<Reading>,
    /// The longest that anybody ever waits for it to be theirs.
    pub longest: Minutes,
}

/// When a member reads what is posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Who, by their place in the team.
    pub member: MemberId,
    /// The first preferred minute from each posting on; nothing for who has no hours.
    pub at: Arc<[Option<Instant>]>,
}

/// Beyond the horizon, preferred time is looked for in so many minutes: hours recur within a week.
const REACH: Minutes = Minutes(15 * 24 * 60);

/// The weekly posting (author, weekday and quarter-hour in the author's hours) after which the last reader has it soonest: the
/// longest wait of anybody, then the sum of all waits, then the earlier time of the week, then the earlier author. On pattern
/// availability; who has no hours at all is not waited for. Nothing when nobody has hours.
pub(super) fn written(team: &[Member], readers: &[MemberId], from: NaiveDate, weeks: u16) -> Option<Written> {
    let start = Instant::midnight(from) - Minutes::DAY;
    let length = Minutes(Minutes::WEEK.0 * i64::from(weeks));
    let over = Span { start, end: start + Minutes::DAY + length + REACH };
    let mut almanac = Almanac::new(over);
    let alike = Alike::by_pattern(&readers.iter().map(|&reader| &team[reader]).collect::<Vec<_>>());
    let first: Vec<MemberId> = alike.sorts().map(|sort| readers[alike.first(sort).index()]).collect();
    let counts: Vec<usize> = alike.sorts().map(|sort| alike.members(sort).len()).collect();
    let preferred: Vec<Spans> =
        first.iter().map(|&reader| almanac.present(&team[reader], Basis::Pattern, false)).collect();
    let reading = |pattern: usize| Readers { preferred: &preferred[pattern], count: counts[pattern] };
    let mut seen: Vec<(Zone, &Hours)> = Vec::new();
    let mut best: Option<(Wait, usize, Slot, Vec<Instant>)> = None;
    for (author, &reader) in first.iter().enumerate() {
        let member = &team[reader];
        let own = (member.home.zone, &member.hours);
        if seen.contains(&own) {
            continue;
        }
        seen.push(own);
        // Those who are alike read what one of them posts.
        let others: Vec<Readers> = (0..first.len())
            .map(|pattern| Readers {
                count: reading(pattern).count - usize::from(pattern == author),
                ..reading(pattern)
            })
            .filter(|readers| readers.count > 0 && !readers.preferred.is_empty())
            .collect();
        for slot in slots(member) {
            let posted = postings(slot, from, weeks);
            let most = best.as_ref().map(|(wait, ..)| wait.longest);
            let Some(wait) = waits(&others, &posted, most) else { continue };
            let wait = Wait { week: week_minute(slot), ..wait };
            if best.as_ref().is_none_or(|(other, ..)| wait < *other) {
                best = Some((wait, author, slot, posted));
            }
        }
    }
    let (wait, author, slot, posted) = best?;
    let author = first[author];
    let read: Vec<Arc<[Option<Instant>]>> =
        preferred.iter().map(|spans| posted.iter().map(|&at| spans.next_at_or_after(at)).collect()).collect();
    let reading =
        |place: MemberId| Reading { member: readers[place.index()], at: read[alike.sort_of(place).index()].clone() };
    let readings = MemberId::all(readers.len()).map(reading).filter(|reading| reading.member != author).collect();
    Some(Written { author, slot, posted, readings, longest: wait.longest })
}

/// Readers who are alike.
struct Readers<'p> {
    preferred: &'p Spans,
    count: usize,
}

/// What postings are compared by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Wait {
    longest: Minutes,
    total: Minutes,
    week: i64,
}

fn week_minute(slot: Slot) -> i64 {
    let day = slot.weekday.map_or(0, |day| day.num_days_from_monday());
    i64::from(day) * Minutes::DAY.0 + i64::from(slot.start.minutes())
}

/// Every quarter-hour in which a member works all through.
fn slots(author: &Member) -> Vec<Slot> {
    let mut found = Vec::new();
    for day in 0..7u8 {
        let Ok(weekday) = Weekday::try_from(day) else { continue };
        for range in author.hours.starting_on(weekday) {
            let first = range.start().next_multiple_of(15);
            let starts = (first..range.end().min(1440)).step_by(15).filter(|start| start + 15 <= range.end());
            let times = starts.filter_map(TimeOfDay::from_minutes);
            found.extend(times.map(|start| Slot { weekday: Some(weekday), start, anchor: author.home.zone }));
        }
    }
    found
}

fn postings(slot: Slot, from: NaiveDate, weeks: u16) -> Vec<Instant> {
    let dates = (0..7 * u64::from(weeks)).filter_map(|days| from.checked_add_days(Days::new(days)));
    let held = dates.filter(|date| Some(date.weekday()) == slot.weekday);
    held.map(|date| slot.anchor.instant_at(date, slot.start.minutes())).collect()
}

/// How long the others wait; nothing if somebody waits longer than `most`.
fn waits(others: &[Readers], posted: &[Instant], most: Option<Minutes>) -> Option<Wait> {
    let mut wait = Wait::default();
    for Readers { preferred, count } in others {
        for &at in posted {
            let own = preferred.next_at_or_after(at).map_or(REACH, |read| read - at);
            if most.is_some_and(|most| own > most) {
                return None;
            }
            wait.longest = wait.longest.max(own);
            wait.total += Minutes(own.0 * *count as i64);
        }
    }
    Some(wait)
}
