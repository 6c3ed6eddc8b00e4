//! Golden figures of overlaps and pairs.

use chrono::{Datelike, NaiveDate};

use super::*;
use crate::availability::Availability;
use crate::team::{Calendars, Member, MemberId, Place, Policy};
use crate::time::{Dates, Hours, Instant, Minutes, Span, Spans, Zone};

fn member(zone: &str, hours: &str) -> Member {
    let zone = Zone::named(zone).expect("a zone");
    Member::new(zone.name(), Place::zone(zone), Hours::parse(hours).expect("hours"))
}

fn year_2027() -> Span {
    let start = |year| Instant::midnight(NaiveDate::from_ymd_opt(year, 1, 1).expect("a date"));
    Span { start: start(2027), end: start(2028) }
}

/// Shared minutes of a weekday and the number of weekdays of 2027 that have them, most first.
fn weekdays_by_minutes(zones: &[&str]) -> Vec<(i64, usize)> {
    let members: Vec<Member> = zones.iter().map(|zone| member(zone, "Mo-Fr 09:00-17:00")).collect();
    let windows = overlap(&members.iter().collect::<Vec<_>>(), Calendars::unread(), year_2027(), None, false).windows;
    let mut counts = std::collections::BTreeMap::new();
    let days = year_2027().start.utc().date().iter_days().take_while(|date| date.year() == 2027);
    for date in days.filter(|date| date.weekday().num_days_from_monday() < 5) {
        let start = Instant::midnight(date);
        *counts.entry(windows.minutes_within(Span { start, end: start + Minutes::DAY }).0).or_insert(0) += 1;
    }
    let mut counts: Vec<(i64, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|&(minutes, days)| (std::cmp::Reverse(days), minutes));
    counts
}

#[test]
fn golden_figures_of_2027() {
    for (zones, expected) in [
        (&["America/New_York", "Europe/London"][..], vec![(180, 246), (240, 15)]),
        (&["Europe/London", "Asia/Kolkata"], vec![(210, 155), (150, 106)]),
        (&["Europe/London", "Asia/Kathmandu"], vec![(195, 155), (135, 106)]),
        (&["Europe/Berlin", "Asia/Singapore"], vec![(120, 155), (60, 106)]),
        (&["America/Los_Angeles", "Europe/London"], vec![(0, 246), (60, 15)]),
        (&["America/New_York", "Europe/London", "Asia/Kolkata"], vec![(0, 261)]),
    ] {
        assert_eq!(weekdays_by_minutes(zones), expected, "{zones:?}");
    }
}

#[test]
fn members_alike_count_one_by_one() {
    let hours = "Mo-Fr 09:00-17:00";
    let mut team = vec![member("Europe/London", hours), member("Asia/Kolkata", hours), member("Europe/London", hours)];
    let monday = NaiveDate::from_ymd_opt(2027, 3, 1).expect("a date");
    let on_leave = Dates::new(monday, monday).expect("dates");
    team.push(Member { leave: vec![on_leave], ..member("Europe/London", hours) });
    let members: Vec<&Member> = team.iter().collect();
    for at_least in 0..=5 {
        let sets: Vec<Spans> = members
            .iter()
            .map(|member| Availability::full(member, Calendars::unread(), year_2027()).preferred().clone())
            .collect();
        let found = overlap(&members, Calendars::unread(), year_2027(), Some(at_least), false);
        assert_eq!(found.windows, windows(&sets, at_least), "at least {at_least}");
    }
}

#[test]
fn pairs_have_the_mean_of_the_horizon_and_the_worst_steady_week() {
    let (york, london) =
        (member("America/New_York", "Mo-Fr 09:00-17:00"), member("Europe/London", "Mo-Fr 09:00-17:00"));
    let found = pairs(&[&york, &london], year_2027(), &Policy::default());
    let all: Vec<Pair> = found.all().collect();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].week.worst, Minutes(5 * 180));
    assert_eq!(all[0].week.mean, Minutes(918), "246 days of 180 and 15 of 240 minutes are 47880 in 365/7 weeks");
    assert!(all[0].is_under_target);
    assert_eq!(found.count_under_target(), 1);
}

#[test]
fn waits_are_those_of_a_minute_by_minute_count() {
    let (asker, answerer) =
        (member("America/Los_Angeles", "Mo-Fr 09:00-17:00"), member("Asia/Kolkata", "Mo-Fr 09:00-17:00"));
    let week =
        Span { start: Instant::midnight(NaiveDate::from_ymd_opt(2027, 1, 4).expect("a date")), end: year_2027().end };
    let week = Span { end: week.start + Minutes::WEEK, ..week };
    let found = pairs(&[&asker, &answerer], week, &Policy::default()).responses().next().expect("a pair");
    let (from, to) = (
        crate::availability::Availability::pattern(&asker, week),
        crate::availability::Availability::pattern(&answerer, Span { end: week.end + Minutes::WEEK, ..week }),
    );
    let waits: Vec<i64> = (0..Minutes::WEEK.0)
        .map(|m| week.start + Minutes(m))
        .filter(|&at| from.preferred().contains(at))
        .map(|at| (0..20_000).find(|&w| to.preferred().contains(at + Minutes(w))).expect("an answer"))
        .collect();
    assert_eq!(found.longest, waits.iter().max().copied().map(Minutes));
    let mean = waits.iter().sum::<i64>() as f64 / waits.len() as f64;
    assert_eq!(found.mean, Some(Minutes(mean.round() as i64)));
    assert_eq!(found.longest, Some(Minutes(58 * 60 + 30)), "asked on Friday 09:00, answered on Monday 09:00");
}

#[test]
fn somebody_without_hours_never_answers() {
    let (asker, nobody) = (member("Europe/London", "Mo-Fr 09:00-17:00"), member("Europe/Paris", "off"));
    let found = pairs(&[&asker, &nobody], year_2027(), &Policy::default());
    assert_eq!(found.responses().map(|response| response.mean).collect::<Vec<_>>(), [None, None]);
}

#[test]
fn members_alike_are_pairs_one_by_one() {
    let hours = "Mo-Fr 09:00-17:00";
    let team = [member("Europe/London", hours), member("Asia/Tokyo", hours), member("Europe/London", hours)];
    let members: Vec<&Member> = team.iter().collect();
    let found = pairs(&members, year_2027(), &Policy::default());
    assert_eq!((found.count(), found.all().count(), found.count_under_target()), (3, 3, 2));
    let shown: Vec<_> = found.all().map(|pair| (pair.a.index(), pair.b.index(), pair.week.worst.0)).collect();
    assert_eq!(shown, [(0, 1, 0), (0, 2, 2400), (1, 2, 0)]);
    let alike: Vec<_> = found.alike().iter().map(|pairs| (pairs.count, pairs.week.worst.0)).collect();
    assert_eq!(alike, [(2, 0), (1, 2400)]);
    assert_eq!(found.least().map(|pair| (pair.a.index(), pair.b.index())), Some((0, 1)));
    assert_eq!(found.responses().count(), 6);
    let ways = found.responses_alike();
    let groups: Vec<_> = ways.iter().map(|(_, asking, answering)| (asking.len(), answering.len())).collect();
    assert_eq!(groups.len(), 3, "London and Tokyo both ways, and London among themselves");
    assert_eq!(groups[2], (2, 2), "who waits least comes last");
    let (slowest, _, _) = ways[0];
    assert_eq!(found.slowest(), Some(slowest));
}

#[test]
fn the_only_tie_between_two_groups_is_a_bridge() {
    let team = [
        member("America/New_York", "Mo-Fr 09:00-17:00"),
        member("Atlantic/Azores", "Mo-Fr 10:00-18:00"),
        member("Europe/Berlin", "Mo-Fr 09:00-17:00"),
    ];
    let found = pairs(&team.iter().collect::<Vec<_>>(), year_2027(), &Policy::default());
    assert_eq!(found.bridges, [MemberId::new(1)]);
}

#[test]
fn a_bridge_is_who_parts_others_by_their_absence() {
    // Seven members around the clock, each tied to the neighbours: a chain, so that all but the ends are bridges.
    let zones = ["Etc/GMT+9", "Etc/GMT+6", "Etc/GMT+3", "Etc/UTC", "Etc/GMT-3", "Etc/GMT-6", "Etc/GMT-9"];
    let mut team: Vec<Member> = zones.iter().map(|zone| member(zone, "Mo-Fr 09:00-17:00")).collect();
    let found = |team: &[Member]| pairs(&team.iter().collect::<Vec<_>>(), year_2027(), &Policy::default()).bridges;
    let found = |team: &[Member]| found(team).iter().map(|bridge| bridge.index()).collect::<Vec<_>>();
    assert_eq!(found(&team), [1, 2, 3, 4, 5]);
    // A twin in the middle takes the place of the one there.
    team.push(member("Etc/UTC", "Mo-Fr 09:00-17:00"));
    assert_eq!(found(&team), [1, 2, 4, 5]);
}

#[test]
fn seasons_of_new_york_and_london_have_three_hours_or_four() {
    let (york, london) =
        (member("America/New_York", "Mo-Fr 09:00-17:00"), member("Europe/London", "Mo-Fr 09:00-17:00"));
    let found = steady(&[&york, &london], year_2027(), 2, false);
    let hours: Vec<i64> = found.iter().map(|season| season.a_week().0 / 300).collect();
    assert_eq!(hours, [3, 4, 3, 4, 3]);
}
