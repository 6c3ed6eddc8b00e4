//! Random teams in the hard zones, around their changes of clocks.

use chrono::{Duration, NaiveDate};
use proptest::prelude::*;
use sunwise::team::{HolidayChoice, Member, Place, Stay};
use sunwise::time::{Dates, Hours, Instant, Minutes, Span, Zone};
use sunwise::world::Region;

/// A few members and a few days.
#[derive(Clone, Debug)]
pub struct Scene {
    pub members: Vec<Member>,
    pub over: Span,
}

const ZONES: [&str; 20] = [
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Australia/Eucla",
    "Asia/Kathmandu",
    "Antarctica/Troll",
    "Africa/Casablanca",
    "Europe/Dublin",
    "America/Nuuk",
    "Asia/Gaza",
    "Africa/Cairo",
    "Pacific/Apia",
    "America/Havana",
    "America/Asuncion",
    "America/Santiago",
    "America/New_York",
    "Asia/Beirut",
    "America/Scoresbysund",
    "Pacific/Kiritimati",
    "America/Vancouver",
    "Etc/GMT+12",
];

fn zone() -> impl Strategy<Value = Zone> {
    prop::sample::select(&ZONES[..]).prop_map(|name| Zone::named(name).expect("a zone"))
}

fn hours() -> impl Strategy<Value = Hours> {
    let written = prop::sample::select(
        &[
            "Mo-Fr 09:00-17:30",
            "Mo-Th 08:00-12:00,13:00-17:00; Fr 08:00-14:00",
            "Su-Th 22:00-06:00",
            "Mo-Fr 22:00-30:00",
            "Mo-Su 00:00-24:00",
            "Mo,We 20:00-47:00",
            "Sa,Su 01:15-03:45",
            "02:30-02:45",
            "off",
            "00:00-01:00,23:00-24:00",
        ][..],
    );
    let odd = (0..1440u16, 1..1440u16, 0..7u8).prop_map(|(start, len, day)| {
        let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
        let end = start + len;
        let days = format!("{},{}", names[usize::from(day)], names[usize::from((day + 3) % 7)]);
        format!("{days} {:02}:{:02}-{:02}:{:02}", start / 60, start % 60, end / 60, end % 60)
    });
    prop_oneof![3 => written.prop_map(str::to_owned), 2 => odd]
        .prop_map(|text| Hours::parse(&text).unwrap_or_else(|error| panic!("{text}: {error}")))
}

/// Dates near the middle of the scene: `(days from it, length)`.
fn near() -> impl Strategy<Value = (i64, i64)> {
    (-5..5i64, 0..4i64)
}

fn member(middle: NaiveDate) -> impl Strategy<Value = Member> {
    let dates = move |(from, len): (i64, i64)| {
        let first = middle + Duration::days(from);
        Dates::new(first, first + Duration::days(len)).expect("dates in order")
    };
    let holidays =
        prop::sample::select(&[None, Some("US"), Some("NP"), Some("AU"), Some("CL"), Some("EG"), Some("IE")][..]);
    (
        zone(),
        hours(),
        hours(),
        prop_oneof![Just(Member::usual_sleep()), hours()],
        prop::option::of((zone(), near())),
        prop::collection::vec(near(), 0..3),
        holidays,
    )
        .prop_map(move |(zone, hours, flexible, sleep, stay, leave, holidays)| {
            let mut member = Member::new(format!("in {zone}"), Place::zone(zone), hours);
            member.flexible = flexible;
            member.sleep = sleep;
            member.stays =
                stay.into_iter().map(|(zone, when)| Stay { place: Place::zone(zone), dates: dates(when) }).collect();
            member.leave = leave.into_iter().map(dates).collect();
            member.holidays = holidays.map_or(HolidayChoice::None, |code| {
                HolidayChoice::Of(Region::parse(code).expect("a country with holidays"))
            });
            member
        })
}

/// A team of one to three over four days near a change of clocks of one of the zones, 2025 to 2030, or near a holiday.
pub fn scene() -> impl Strategy<Value = Scene> {
    let anchor =
        (zone(), any::<prop::sample::Index>(), -3_000..3_000i64, 0..2_190i64).prop_map(|(zone, which, away, day)| {
            let start = Instant::midnight(NaiveDate::from_ymd_opt(2025, 1, 1).expect("a date"));
            let years = Span { start, end: start + Minutes(2_190 * 1_440) };
            let changes: Vec<_> = zone.transitions(years).collect();
            if changes.is_empty() { start + Minutes(day * 1_440) } else { which.get(&changes).at + Minutes(away) }
        });
    anchor.prop_flat_map(|middle| {
        let over = Span { start: middle - Minutes(2 * 1_440 + 17), end: middle + Minutes(2 * 1_440) };
        prop::collection::vec(member(middle.utc().date()), 1..4).prop_map(move |members| Scene { members, over })
    })
}
