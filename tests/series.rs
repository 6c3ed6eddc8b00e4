//! Meetings as series of events, expanded by an independent library: `rrule` for the rules, `jiff` for the time zones.

use std::collections::BTreeSet;

use icalendar::parser::{Component, read_calendar, unfold};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use rrule::{RRuleSet, Tz};
use sunwise::export::ics::{Exception, Series, meeting};
use sunwise::plan::meet::{Ask, Rules, slot_dates};
use sunwise::team::{Calendars, Every, Member, Nth, Place, Slot};
use sunwise::time::{Hours, Instant, Minutes, TimeOfDay, Zone};

const STAMP: Instant = Instant::from_epoch(29_927_520);

/// Minutes since 1970.
trait SinceEpoch {
    fn minutes(self) -> i64;
}

impl SinceEpoch for Instant {
    fn minutes(self) -> i64 {
        self.epoch_minutes().into()
    }
}

fn zone(name: &str) -> Zone {
    Zone::named(name).expect("a zone")
}

fn slot(weekday: Option<chrono::Weekday>, minutes: u16, anchor: &str) -> Slot {
    Slot { weekday, start: TimeOfDay::from_minutes(minutes).expect("a time"), anchor: zone(anchor) }
}

fn member() -> Member {
    let hours = Hours::parse("Mo-Fr 09:00-17:00").expect("hours");
    let mut member = Member::new("Ana \"the\" first", Place::zone(zone("Europe/Lisbon")), hours);
    member.email = Some("ana@example.com".to_owned());
    member
}

fn ask(member: &Member, every: Every, weeks: u16) -> Ask<'_> {
    let from = "2027-01-06".parse().expect("a date");
    Ask {
        required: vec![member],
        optional: vec![],
        calendars: Calendars::unread(),
        length: Minutes(45),
        every,
        slots: 1,
        from,
        weeks,
        rules: Rules::default(),
    }
}

fn written(ask: &Ask, slots: &[Slot], exceptions: &[Exception]) -> String {
    meeting(&Series { name: "Sync; all", ask, slots, description: "", exceptions, ends: false }, STAMP)
}

/// A property with its time-zone parameter.
fn property<'a>(component: &'a Component<'a>, name: &str) -> Option<(&'a str, Option<&'a str>)> {
    let found = component.properties.iter().find(|property| property.name == name)?;
    let zone = found.params.iter().find(|param| param.key == "TZID").and_then(|param| param.val.as_ref());
    Some((found.val.as_ref(), zone.map(AsRef::as_ref)))
}

/// A date-time of iCalendar as the clock shows it.
fn civil(text: &str) -> DateTime {
    DateTime::strptime("%Y%m%dT%H%M%S", text.trim_end_matches('Z')).expect("a date-time")
}

/// A local time as minutes since 1970, by `jiff`.
fn instant(text: &str, zone: Option<&str>) -> i64 {
    let zone = zone.map_or(TimeZone::UTC, |name| TimeZone::get(name).expect("a zone"));
    zone.to_zoned(civil(text)).expect("a time").timestamp().as_second() / 60
}

/// The local times of a rule, as if they were UTC.
fn expanded(start: &str, rule: &str, most: u16) -> Vec<String> {
    let set: RRuleSet = format!("DTSTART:{}Z\nRRULE:{rule}", start.trim_end_matches('Z')).parse().expect("a rule");
    let all = set.all(most).dates;
    all.iter().map(|at| at.with_timezone(&Tz::UTC).format("%Y%m%dT%H%M%S").to_string()).collect()
}

/// All instants of a calendar before some, in minutes since 1970.
fn instants(text: &str, before: i64) -> BTreeSet<i64> {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).expect("a calendar");
    let events: Vec<_> = calendar.components.iter().filter(|component| component.name == "VEVENT").collect();
    let mut found = BTreeSet::new();
    for event in events.iter().filter(|event| property(event, "RRULE").is_some()) {
        let (start, zone) = property(event, "DTSTART").expect("a start");
        let (rule, _) = property(event, "RRULE").expect("a rule");
        let uid = property(event, "UID").expect("a UID").0;
        let left_out: Vec<&str> =
            event.properties.iter().filter(|p| p.name == "EXDATE").map(|p| p.val.as_ref()).collect();
        let moved = events.iter().filter(|other| property(other, "UID").is_some_and(|own| own.0 == uid));
        let moved: Vec<(&str, i64)> = moved
            .filter_map(|other| {
                let from = property(other, "RECURRENCE-ID")?.0;
                let (to, zone) = property(other, "DTSTART")?;
                Some((from, instant(to, zone)))
            })
            .collect();
        for local in expanded(start, rule, 1200) {
            if left_out.iter().any(|date| date.trim_end_matches('Z') == local) {
                continue;
            }
            let other = moved.iter().find(|(from, _)| from.trim_end_matches('Z') == local);
            found.insert(other.map_or_else(|| instant(&local, zone), |&(_, to)| to));
        }
    }
    found.into_iter().filter(|&at| at < before).collect()
}

/// The planner's own.
fn planned(ask: &Ask, slots: &[Slot]) -> BTreeSet<i64> {
    let of = |place: usize| {
        let dates = slot_dates(ask, slots, place);
        dates.into_iter().map(move |date| slots[place].anchor.instant_at(date, slots[place].start.minutes()).minutes())
    };
    (0..slots.len()).flat_map(of).collect()
}

const HARD: [&str; 14] = [
    "Europe/Lisbon",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Australia/Eucla",
    "Asia/Kathmandu",
    "Antarctica/Troll",
    "Africa/Casablanca",
    "Europe/Dublin",
    "America/Nuuk",
    "Africa/Cairo",
    "America/Vancouver",
    "America/Santiago",
    "UTC",
];

fn some_slots() -> impl Strategy<Value = (Every, Vec<Slot>)> {
    let every = prop::sample::select(vec![
        Every::Weekday,
        Every::Week,
        Every::TwoWeeks,
        Every::FourWeeks,
        Every::Month(Nth::FromStart(2)),
        Every::Month(Nth::FromStart(4)),
        Every::Month(Nth::Last),
    ]);
    let one = (0..7u8, 0..96u16, prop::sample::select(HARD.to_vec()));
    (every, prop::collection::vec(one, 1..5)).prop_map(|(every, slots)| {
        let day = |day: u8| (every != Every::Weekday).then(|| chrono::Weekday::try_from(day).expect("a day"));
        (every, slots.into_iter().map(|(at, quarter, anchor)| slot(day(at), quarter * 15, anchor)).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Three years ahead, over every kind of recurrence and rotation.
    #[test]
    fn calendars_have_the_planners_instants((every, slots) in some_slots()) {
        let member = member();
        let ask = ask(&member, every, 156);
        let end = Instant::midnight(ask.from).minutes() + 156 * 7 * 1440;
        let inner = |all: BTreeSet<i64>| -> BTreeSet<i64> { all.into_iter().filter(|&at| at < end - 2 * 1440).collect() };
        let text = written(&ask, &slots, &[]);
        prop_assert_eq!(inner(instants(&text, end)), inner(planned(&ask, &slots)), "{}", text);
    }
}

#[test]
fn what_is_left_out_or_moved_is_so_in_calendars() {
    let member = member();
    let ask = ask(&member, Every::Week, 52);
    let slots = [slot(Some(chrono::Weekday::Tue), 15 * 60, "Europe/Lisbon")];
    let date = |text: &str| text.parse().expect("a date");
    let moved_to = "2027-03-31T10:00:00".parse().expect("a time");
    let exceptions = [
        Exception { date: date("2027-02-02"), moved_to: None },
        Exception { date: date("2027-03-30"), moved_to: Some(moved_to) },
    ];
    let text = written(&ask, &slots, &exceptions);
    let end = Instant::midnight(date("2027-12-01")).minutes();
    let plain = instants(&written(&ask, &slots, &[]), end);
    let found = instants(&text, end);
    let minute = |zone: Zone, text: &str| zone.instant(text.parse().expect("a time")).minutes();
    let lisbon = zone("Europe/Lisbon");
    let gone: Vec<i64> = plain.difference(&found).copied().collect();
    assert_eq!(gone, [minute(lisbon, "2027-02-02T15:00:00"), minute(lisbon, "2027-03-30T15:00:00")]);
    let new: Vec<i64> = found.difference(&plain).copied().collect();
    assert_eq!(new, [minute(lisbon, "2027-03-31T10:00:00")]);
    assert!(text.contains("ATTENDEE;CN=\"Ana 'the' first\";ROLE=REQ-PARTICIPANT"), "{text}");
    assert!(text.contains("SUMMARY:Sync\\; all\r\n") && !text.contains("METHOD"), "{text}");
}

/// The rules in the file, without any knowledge of the zone's name, give the offsets that `jiff` knows.
#[test]
fn time_zone_rules_are_right_in_every_zone() {
    let member = member();
    let ask = ask(&member, Every::Week, 52);
    for &zone in Zone::all() {
        if zone.name() == "UTC" {
            continue;
        }
        let slots = [Slot {
            weekday: Some(chrono::Weekday::Tue),
            start: TimeOfDay::from_minutes(600).expect("a time"),
            anchor: zone,
        }];
        let text = written(&ask, &slots, &[]);
        let Some(rules) = text.contains("BEGIN:VTIMEZONE").then(|| unfold(&text)) else {
            assert_eq!(zone.offset_at(STAMP).0, 0, "{} is no alias of UTC", zone.name());
            continue;
        };
        let calendar = read_calendar(&rules).expect("a calendar");
        let rules = calendar.components.iter().find(|component| component.name == "VTIMEZONE").expect("rules");
        let offset = |text: &str| -> i64 {
            let (sign, digits) = text.split_at(1);
            let minutes =
                digits[..2].parse::<i64>().expect("hours") * 60 + digits[2..4].parse::<i64>().expect("minutes");
            if sign == "-" { -minutes } else { minutes }
        };
        let mut onsets: Vec<(i64, i64)> = Vec::new();
        for observance in &rules.components {
            let get = |name: &str| property(observance, name).expect("a property").0;
            let (start, before, after) = (get("DTSTART"), offset(get("TZOFFSETFROM")), offset(get("TZOFFSETTO")));
            let all = match property(observance, "RRULE") {
                Some((rule, _)) => expanded(start, rule, 12),
                None => vec![start.to_owned()],
            };
            onsets.extend(all.iter().map(|local| (instant(local, None) - before, after)));
        }
        onsets.sort_unstable();
        let known = TimeZone::get(zone.name()).expect("a zone of jiff");
        let first = Instant::midnight(ask.from).minutes();
        for step in 0..(8 * 365 * 2) {
            let at = first + step * 720;
            let timestamp = jiff::Timestamp::from_second(at * 60).expect("a time");
            let expected = i64::from(known.to_offset(timestamp).seconds()) / 60;
            let found = onsets.iter().rev().find(|&&(onset, _)| onset <= at).map(|&(_, offset)| offset);
            assert_eq!(found, Some(expected), "{} at {timestamp}\n{text}", zone.name());
        }
    }
}
