//! How much work availability takes, and what calendars have to do with it.

use super::*;
use crate::team::{Calendars, Member, Place, busy};
use crate::time::{Hours, Instant, Minutes, Span, Zone};

#[test]
fn a_pattern_knows_nothing_of_calendars() {
    let hours = Hours::parse("Mo-Fr 09:00-17:00").expect("hours");
    let mut ana = Member::new("Ana", Place::zone(Zone::UTC), hours);
    ana.busy = vec!["a.ics".into(), "unread.ics".into()];
    let calendars = busy::sample("a.ics", "20270104T080000Z", "20270104T100000Z");
    let midnight = |date: &str| Instant::midnight(date.parse().expect("a date"));
    let monday = Span { start: midnight("2027-01-04"), end: midnight("2027-01-05") };
    let full = Availability::full(&ana, &calendars, monday);
    assert_eq!((full.away().minutes(), full.preferred().minutes()), (Minutes::hours(2), Minutes::hours(7)));
    assert_eq!(full.level_at(monday.start + Minutes::hours(9)), Some(Level::Away), "busy wins over preferred");
    let pattern = Availability::pattern(&ana, monday);
    assert!(pattern.away().is_empty());
    assert_eq!(pattern.preferred().minutes(), Minutes::hours(8));
}

const ZONES: [&str; 5] =
    ["America/New_York", "Europe/Lisbon", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca"];

/// So many members in turn in five zones, a tenth of them an hour later each.
fn crowd(count: usize) -> Vec<Member> {
    let of = |number: usize| {
        let zone = Zone::named(ZONES[number % 5]).expect("a zone");
        let start = 6 + number / 5 % 10;
        let hours = format!("Mo-Fr {start:02}:00-{:02}:00", start + 8);
        Member::new(number.to_string(), Place::zone(zone), Hours::parse(&hours).expect("hours"))
    };
    (0..count).map(of).collect()
}

fn year() -> Span {
    let midnight = |date: &str| Instant::midnight(date.parse().expect("a date"));
    Span { start: midnight("2027-01-04"), end: midnight("2028-01-03") }
}

/// A year of a zone with two changes of clocks needs some dozens of lookups, be it for one member or for a hundred.
#[test]
fn members_of_one_zone_share_what_is_looked_up() {
    let lookups = |members: &[Member]| {
        crate::time::lookups::of(|| {
            let mut almanac = Almanac::new(year());
            members
                .iter()
                .map(|member| almanac.present(member, Basis::Full(Calendars::unread()), false).minutes())
                .sum::<Minutes>()
        })
    };
    let (one, hundred) = (lookups(&crowd(1)), lookups(&crowd(100)));
    assert!((1..=40).contains(&one), "{one}");
    assert!(hundred <= 100 * one.min(30), "{hundred} for a hundred, {one} for one");
}

/// A season that the horizon cuts is judged by all of its time: Los Angeles changes its clocks at 10:00 UTC, New York at 07:00.
#[test]
fn what_a_horizon_cuts_is_judged_whole() {
    let midnight = |date: &str| Instant::midnight(date.parse().expect("a date"));
    let hours = Hours::parse("Mo-Fr 09:00-17:00").expect("hours");
    let [york, angeles] = ["America/New_York", "America/Los_Angeles"].map(|name| Zone::named(name).expect("a zone"));
    let bo = Member::new("Bo", Place::zone(york), hours.clone());
    let sunday = midnight("2027-03-14");
    for (end, worked) in [(Minutes::hours(9), [true, false]), (Minutes::hours(12), [true, false])] {
        let mut years = Years::of(&[&bo], Span { start: midnight("2027-03-01"), end: sunday + end });
        let offsets = offsets(&Member::new("", Place::zone(angeles), hours.clone()), years.calendar().with_margin());
        let year = years.year_in(angeles, &offsets, &hours);
        let found = years.seasons_with(&hours, angeles, &year, &offsets);
        let worked_so_far: Vec<bool> = found.iter().take(2).map(|season| season.is_worked).collect();
        assert_eq!(worked_so_far, worked, "until {end}");
        // From 10:00 on it is the summer of both, which goes on beyond the horizon.
        let rest: Vec<(i64, bool)> = found.iter().skip(2).map(|season| (season.length.0, season.is_worked)).collect();
        let expected = if end > Minutes::hours(10) { vec![(120, true)] } else { vec![] };
        assert_eq!(rest, expected, "until {end}");
    }
}

/// Five thousand members with fifty different hours are as much work as fifty.
#[test]
fn who_is_alike_is_looked_at_once() {
    let lookups = |members: &[Member]| {
        let all: Vec<&Member> = members.iter().collect();
        crate::time::lookups::of(|| (Years::of(&all, year()).together(), seasons(&all, year()).len()))
    };
    let (few, many) = (lookups(&crowd(50)), lookups(&crowd(5_000)));
    assert!(few > 0);
    assert_eq!(few, many);
}
