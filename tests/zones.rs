//! Zones: our offsets against jiff's, and the rules that are newer than chrono-tz's own.

use std::sync::LazyLock;

use chrono::{Datelike, Duration, NaiveDate, Offset as _, TimeZone as _, Timelike};
use chrono_tz::Tz;
use proptest::prelude::*;
use sunwise::time::{HORIZON_END, HORIZON_START, Instant, Span, Transition, Zone, bundle_version};

/// jiff's zone of the same name, from its own bundle: an independent reader of the same release.
pub fn jiff_zone(zone: Zone) -> jiff::tz::TimeZone {
    jiff::tz::TimeZoneDatabase::bundled().get(zone.name()).expect("jiff knows every zone")
}

/// The instant of a local date and minute by jiff's rules, which are RFC 5545's.
pub fn jiff_instant(zone: &jiff::tz::TimeZone, date: NaiveDate, minutes: u16) -> Instant {
    let date = date + Duration::days(i64::from(minutes / 1440));
    let (hour, minute) = ((minutes % 1440 / 60) as i8, (minutes % 60) as i8);
    let civil = jiff::civil::date(date.year() as i16, date.month() as i8, date.day() as i8).at(hour, minute, 0, 0);
    let second = zone.to_timestamp(civil).expect("a time of the calendar").as_second();
    Instant::from_epoch(second.div_euclid(60) as i32)
}

fn instant(text: &str) -> Instant {
    let utc = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%MZ").expect("an instant");
    Instant::from_utc(utc)
}

fn whole_horizon() -> Span {
    Span { start: Instant::midnight(HORIZON_START), end: Instant::midnight(HORIZON_END) }
}

#[test]
fn every_transition_of_every_zone_is_jiffs() {
    for &zone in Zone::all() {
        let theirs = jiff_zone(zone);
        let start =
            jiff::Timestamp::from_second(i64::from(whole_horizon().start.epoch_minutes()) * 60 - 1).expect("in range");
        let mut offset = theirs.to_offset(start);
        let mut expected = Vec::new();
        for transition in theirs.following(start) {
            let minute = transition.timestamp().as_second().div_euclid(60) as i32;
            if Instant::from_epoch(minute) >= whole_horizon().end {
                break;
            }
            if transition.offset() != offset {
                offset = transition.offset();
                expected.push((Instant::from_epoch(minute), offset.seconds() / 60));
            }
        }
        let ours: Vec<_> = zone.transitions(whole_horizon()).map(|t| (t.at, i32::from(t.after.0))).collect();
        assert_eq!(ours, expected, "{zone}");
    }
}

#[test]
fn rules_are_those_of_2026f_or_newer() {
    assert!(bundle_version().0 >= "2026f", "{}", bundle_version().0);
    for (zone, at, offset) in [
        ("America/Vancouver", "2027-01-15T12:00Z", -7 * 60),
        ("America/Edmonton", "2027-01-15T12:00Z", -6 * 60),
        ("America/Winnipeg", "2027-01-15T12:00Z", -5 * 60),
        ("America/Havana", "2027-01-15T12:00Z", -4 * 60),
        ("Africa/Casablanca", "2027-01-15T12:00Z", 0),
        ("Africa/Casablanca", "2027-06-15T12:00Z", 0),
        ("America/Asuncion", "2027-06-15T12:00Z", -3 * 60),
        ("Asia/Almaty", "2027-06-15T12:00Z", 5 * 60),
    ] {
        let zone = Zone::named(zone).expect("a zone");
        assert_eq!(zone.offset_at(instant(at)).0, offset, "{zone} at {at}");
    }
}

/// chrono-tz carries 2025b. Where the two differ from 2025 to 2030, the newer release changed the rules; everywhere else they
/// must agree, so that a mistake in reading the bundle cannot hide.
#[test]
fn only_zones_that_changed_since_2025b_differ_from_chrono_tz() {
    let mut differing = Vec::new();
    for &zone in Zone::all() {
        let theirs: Tz = zone.name().parse().expect("chrono-tz names the zones");
        let mut at = instant("2025-01-01T00:00Z");
        while at < instant("2031-01-01T00:00Z") {
            let offset = theirs.offset_from_utc_datetime(&at.utc()).fix().local_minus_utc() / 60;
            if i32::from(zone.offset_at(at).0) != offset {
                differing.push(zone.name());
                break;
            }
            at = at + sunwise::time::Minutes::hours(6);
        }
    }
    let changed = [
        "Africa/Casablanca",
        "Africa/El_Aaiun",
        "America/Edmonton",
        "America/Havana",
        "America/Inuvik",
        "America/Rainy_River",
        "America/Vancouver",
        "America/Winnipeg",
        "America/Yellowknife",
        "Canada/Central",
        "Canada/Mountain",
        "Canada/Pacific",
        "Cuba",
        "Europe/Chisinau",
        "Europe/Tiraspol",
    ];
    for zone in changed {
        assert!(differing.contains(&zone), "{zone} should follow the newer rules");
    }
    if bundle_version().0 == "2026f" {
        assert_eq!(differing, changed);
    }
}

/// Every change of offset of every zone.
static CHANGES: LazyLock<Vec<(Zone, Transition)>> = LazyLock::new(|| {
    Zone::all().iter().flat_map(|&zone| zone.transitions(whole_horizon()).map(move |change| (zone, change))).collect()
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn local_times_and_instants_are_jiffs(index in any::<prop::sample::Index>(), day in 0..3_650i64, minutes in 0..1_440u16) {
        let zone = *index.get(Zone::all());
        let theirs = jiff_zone(zone);
        let date = NaiveDate::from_ymd_opt(2024, 6, 1).expect("a date") + Duration::days(day);
        let ours = zone.instant_at(date, minutes);
        prop_assert_eq!(ours, jiff_instant(&theirs, date, minutes));
        let back = theirs.to_datetime(jiff::Timestamp::from_second(i64::from(ours.epoch_minutes()) * 60).expect("in range"));
        let local = zone.local(ours);
        prop_assert_eq!(
            (local.year(), local.month(), local.day(), local.hour(), local.minute()),
            (i32::from(back.year()), back.month() as u32, back.day() as u32, back.hour() as u32, back.minute() as u32)
        );
    }

    #[test]
    fn minutes_around_every_change_are_jiffs(change in any::<prop::sample::Index>(), away in -400..400i64) {
        let &(zone, change) = change.get(&CHANGES);
        let local = change.at.utc() + Duration::minutes(i64::from(change.before.0) + away);
        let minutes = (local.hour() * 60 + local.minute()) as u16;
        prop_assert_eq!(zone.instant(local), jiff_instant(&jiff_zone(zone), local.date(), minutes));
    }
}
