//! Seasons, and what pairs share in them, against a scan minute by minute that takes offsets from jiff.

use chrono::{Datelike, Days, Weekday};
use proptest::prelude::*;
use sunwise::availability::{Level, seasons};
use sunwise::plan::overlap::{pairs, steady};
use sunwise::team::{Member, Policy};
use sunwise::time::{Hours, Instant, Minutes, Span};

use super::slow;
use super::strategy::{Scene, scene};
use crate::zones::{jiff_instant, jiff_zone};

/// A season that reaches so far beyond a horizon is surely worked, if anybody works at all.
const REACH: Minutes = Minutes(11 * 1440);

/// A season by the plain reading: when it begins within the horizon, and everybody's offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlowSeason {
    pub start: Instant,
    pub offsets: Vec<i64>,
}

/// The offset at an instant, by jiff.
pub fn offset(zone: &jiff::tz::TimeZone, at: Instant) -> i64 {
    let at = jiff::Timestamp::from_second(i64::from(at.epoch_minutes()) * 60).expect("a time");
    i64::from(zone.to_offset(at).seconds()) / 60
}

/// The offset of a member in every minute of `over`, by jiff.
fn offsets(member: &Member, over: Span) -> Vec<i64> {
    let stays: Vec<(Instant, Instant, jiff::tz::TimeZone)> = member
        .stays
        .iter()
        .map(|stay| {
            let (there, home) = (jiff_zone(stay.place.zone), jiff_zone(member.home.zone));
            let back = stay.dates.last() + Days::new(1);
            (jiff_instant(&there, stay.dates.first(), 0), jiff_instant(&home, back, 0), there)
        })
        .collect();
    let home = jiff_zone(member.home.zone);
    let offset_at = |at: Instant| {
        let zone = stays.iter().find(|(from, to, _)| *from <= at && at < *to).map_or(&home, |stay| &stay.2);
        offset(zone, at)
    };
    (0..over.minutes().0).map(|minute| offset_at(over.start + Minutes(minute))).collect()
}

/// The seasons of `members` over `over`. Nobody has more than one stay.
pub fn slow_seasons(members: &[&Member], over: Span) -> Vec<SlowSeason> {
    let around = Span { start: over.start - REACH, end: over.end + REACH };
    let offsets: Vec<Vec<i64>> = members.iter().map(|member| offsets(member, around)).collect();
    let works: Vec<Vec<bool>> = members
        .iter()
        .map(|member| slow::levels(member, around, false).iter().map(|level| *level == Level::Preferred).collect())
        .collect();
    let all = around.minutes().0 as usize;
    let of = |minute: usize| -> Vec<i64> { offsets.iter().map(|line| line[minute]).collect() };
    // Maximal stretches of the same offsets, with whether anybody works in them.
    let mut stretches: Vec<(usize, Vec<i64>, bool)> = Vec::new();
    for minute in 0..all {
        let now = of(minute);
        if stretches.last().is_none_or(|last| last.1 != now) {
            stretches.push((minute, now, false));
        }
        if works.iter().any(|line| line[minute]) {
            stretches.last_mut().expect("a stretch").2 = true;
        }
    }
    let nobody_works = stretches.iter().all(|stretch| !stretch.2);
    let mut found: Vec<SlowSeason> = Vec::new();
    let mut since = None;
    for (start, offsets, is_worked) in stretches {
        let start = since.unwrap_or(around.start + Minutes(start as i64));
        since = Some(start).filter(|_| !is_worked && !nobody_works);
        let is_another = found.last().is_none_or(|last| last.offsets != offsets) && since.is_none();
        if is_another && (found.is_empty() || !nobody_works) {
            found.push(SlowSeason { start, offsets });
        }
    }
    // Those that are over before the horizon begins, or begin after it.
    let held: Vec<SlowSeason> = (0..found.len())
        .filter(|&at| found[at].start < over.end && found.get(at + 1).is_none_or(|next| next.start > over.start))
        .map(|at| SlowSeason { start: found[at].start.max(over.start), offsets: found[at].offsets.clone() })
        .collect();
    held
}

/// Whether a minute of the UTC week is in `hours` under one offset.
pub fn in_steady_week(hours: &Hours, minute: i64, offset: i64) -> bool {
    let local = (minute + offset).rem_euclid(7 * 1440);
    (0..3).any(|days_ago| {
        let into = local % 1440 + days_ago * 1440;
        let day = (local / 1440 - days_ago).rem_euclid(7) as u8;
        let day = Weekday::try_from(day).expect("a day");
        hours.starting_on(day).iter().any(|range| i64::from(range.start()) <= into && into < i64::from(range.end()))
    })
}

/// Minutes that some of the members have in common in the smallest steady week of any season of all of them.
pub fn slow_worst(members: &[&Member], seasons: &[SlowSeason], of: &[usize]) -> i64 {
    let shared = |season: &SlowSeason| {
        let there = |&minute: &i64| {
            of.iter().all(|&member| in_steady_week(&members[member].hours, minute, season.offsets[member]))
        };
        (0..7 * 1440).filter(there).count() as i64
    };
    seasons.iter().map(shared).min().expect("a season")
}

fn compare(scene: &Scene) -> Result<(), TestCaseError> {
    let mut team = scene.members.clone();
    for member in &mut team {
        member.stays.truncate(1);
    }
    let members: Vec<&Member> = team.iter().collect();
    let slow = slow_seasons(&members, scene.over);
    let fast: Vec<SlowSeason> = seasons(&members, scene.over)
        .into_iter()
        .map(|season| SlowSeason {
            start: season.span.start,
            offsets: season.offsets.iter().map(|offset| offset.0.into()).collect(),
        })
        .collect();
    if members.iter().any(|member| !member.hours.is_off()) {
        prop_assert_eq!(&fast, &slow);
    } else {
        prop_assert_eq!(fast.len(), 1);
    }
    let everybody: Vec<usize> = (0..members.len()).collect();
    let together = steady(&members, scene.over, members.len(), false);
    let worst = together.iter().map(|season| season.a_week().0).min();
    prop_assert_eq!(worst, Some(slow_worst(&members, &slow, &everybody)));
    for pair in pairs(&members, scene.over, &Policy::default()).all() {
        let two = [pair.a.index(), pair.b.index()];
        prop_assert_eq!(pair.week.worst.0, slow_worst(&members, &slow, &two), "{:?}", two);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn seasons_and_worst_weeks_are_those_of_the_definitions(scene in scene()) {
        compare(&scene)?;
    }
}

/// New York and Los Angeles change clocks three hours apart on a Sunday: no season of those hours, and five hours all year.
#[test]
fn three_hours_of_a_sunday_are_no_season() {
    let member = |zone: &str| {
        let place = sunwise::team::Place::zone(sunwise::time::Zone::named(zone).expect("a zone"));
        Member::new(zone, place, Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
    };
    let (york, angeles) = (member("America/New_York"), member("America/Los_Angeles"));
    let day = |date: &str| Instant::midnight(date.parse().expect("a date"));
    let over = Span { start: day("2027-03-08"), end: day("2027-03-22") };
    assert_eq!(over.start.utc().date().weekday(), Weekday::Mon);
    let found = pairs(&[&york, &angeles], over, &Policy::default()).all().next().expect("a pair");
    assert_eq!(found.week.worst, Minutes::hours(25));
    let slow = slow_seasons(&[&york, &angeles], over);
    assert_eq!((slow.len(), slow_worst(&[&york, &angeles], &slow, &[0, 1])), (2, 25 * 60));
}
