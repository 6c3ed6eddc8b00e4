//! One-off meetings by table.

use super::*;
use crate::availability::{Level, RateMinutes};
use crate::team::{Calendars, HolidayChoice, Member, Place, Rates};
use crate::time::Span;
use crate::time::{Dates, Hours, Instant, Minutes, Zone};
use crate::world::Region;
use chrono::NaiveDate;

fn member(zone: &str, hours: &str) -> Member {
    let place = Place::zone(Zone::named(zone).expect("a zone"));
    Member::new(place.short_name(), place, Hours::parse(hours).expect("hours"))
}

fn over(from: &str, to: &str) -> Span {
    let at = |text: &str| Instant::midnight(text.parse::<NaiveDate>().expect("a date"));
    Span { start: at(from), end: at(to) }
}

fn ask<'a>(required: &[&'a Member], pool: &[&'a Member], at_least: usize) -> PanelAsk<'a> {
    let (required, pool) = (required.to_vec(), pool.to_vec());
    let over = over("2027-01-04", "2027-01-18");
    PanelAsk { required, pool, calendars: Calendars::unread(), at_least, length: Minutes(60), over }
}

fn shown(found: &[Sitting]) -> Vec<String> {
    let who = |one: &Sitting| one.attendees.iter().map(|seat| one.name(seat.member)).collect::<Vec<_>>().join(" ");
    found.iter().map(|one| format!("{} {} {}", one.span.start, one.cost.worst.points(), who(one))).collect()
}

#[test]
fn those_come_whom_it_costs_least() {
    let team = [
        member("Europe/Lisbon", "Mo-Fr 09:00-17:00"),
        member("America/New_York", "Mo-Fr 09:00-17:00"),
        member("Asia/Tokyo", "Mo-Fr 09:00-17:00"),
    ];
    let [lisbon, york, tokyo] = &team;
    let best = |ask: &PanelAsk, top| shown(&suggest(ask, &Rates::default(), top, None).expect("an answer"));
    let two = ask(&[], &[lisbon, york, tokyo], 2);
    assert_eq!(
        best(&two, 2),
        ["2027-01-04T14:00:00Z 0 Lisbon New York", "2027-01-04T14:15:00Z 0 Lisbon New York"],
        "together from 14:00 to 17:00 UTC"
    );
    let with_tokyo = ask(&[tokyo], &[lisbon, york], 1);
    // 09:00 in Tokyo is 19:00 of the Sunday in New York, and midnight in Lisbon.
    assert_eq!(best(&with_tokyo, 1), ["2027-01-04T00:00:00Z 3 Tokyo New York"]);
    let first = &suggest(&with_tokyo, &Rates::default(), 1, None).expect("an answer")[0];
    assert_eq!(first.attendees[1].level, Level::Off);
    let [lisbon_could] = &first.substitutes[..] else { panic!("one more") };
    assert_eq!((first.name(lisbon_could.member), lisbon_could.level), ("Lisbon", Level::Asleep));
}

#[test]
fn whoever_is_away_does_not_come_and_holidays_cost() {
    let mut lisbon = member("Europe/Lisbon", "Mo-Fr 09:00-17:00");
    let mut madrid = member("Europe/Madrid", "Mo-Fr 10:00-18:00");
    let dates = |from: &str, to: &str| {
        let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
        Dates::new(date(from), date(to)).expect("dates")
    };
    lisbon.leave = vec![dates("2027-01-04", "2027-01-05")];
    // Epiphany, the Wednesday.
    madrid.holidays = HolidayChoice::Of(Region::parse("ES").expect("Spain"));
    let one_of = |ask: &PanelAsk| suggest(ask, &Rates::default(), 1, None).expect("an answer").remove(0);
    let first = one_of(&ask(&[], &[&lisbon, &madrid], 1));
    assert_eq!(
        (first.span.start.to_string().as_str(), first.away.iter().map(|&who| first.name(who)).collect()),
        ("2027-01-04T09:00:00Z", vec!["Lisbon"])
    );
    let both = one_of(&ask(&[&lisbon, &madrid], &[], 0));
    assert_eq!((both.span.start.to_string().as_str(), both.cost.worst), ("2027-01-07T09:00:00Z", RateMinutes::ZERO));
    lisbon.busy = vec!["a.ics".into()];
    let calendars = crate::team::busy::sample("a.ics", "20270107T090000Z", "20270107T093000Z");
    let later = one_of(&PanelAsk { calendars: &calendars, ..ask(&[&lisbon, &madrid], &[], 0) });
    assert_eq!(later.span.start.to_string(), "2027-01-07T09:30:00Z");
    lisbon.leave = vec![dates("2027-01-01", "2027-01-31")];
    assert_eq!(suggest(&ask(&[&lisbon], &[], 0), &Rates::default(), 5, None), Ok(vec![]), "never there");
}

#[test]
fn dates_are_spread_if_asked() {
    let lisbon = member("Europe/Lisbon", "Mo-Fr 09:00-17:00");
    let ask = ask(&[&lisbon], &[], 0);
    let found = suggest(&ask, &Rates::default(), 3, Some((1, Zone::UTC))).expect("an answer");
    let starts: Vec<String> = found.iter().map(|one| one.span.start.to_string()).collect();
    assert_eq!(starts, ["2027-01-04T09:00:00Z", "2027-01-05T09:00:00Z", "2027-01-06T09:00:00Z"]);
}

#[test]
fn a_meeting_ends_within_its_time() {
    let lisbon = member("Europe/Lisbon", "Mo-Fr 09:00-17:00");
    let at = |minutes| Instant::midnight(NaiveDate::from_ymd_opt(2027, 1, 4).expect("a date")) + Minutes(minutes);
    let starts = |from: i64, to: i64| -> usize {
        let over = Span { start: at(from), end: at(to) };
        suggest(&PanelAsk { over, ..ask(&[&lisbon], &[], 0) }, &Rates::default(), 100, None).expect("an answer").len()
    };
    assert_eq!(starts(600, 660), 1);
    assert_eq!(starts(601, 674), 0, "10:15 ends too late");
    assert_eq!(starts(601, 675), 1);
}

#[test]
fn impossible_asks_are_refused() {
    let (a, b) = (member("Europe/Lisbon", "Mo-Fr 09:00-17:00"), member("Asia/Tokyo", "Mo-Fr 09:00-17:00"));
    let good = || ask(&[&a], &[&b], 1);
    let cases: [(&str, PanelAsk, PanelError); 6] = [
        ("nobody", PanelAsk { required: vec![], at_least: 0, ..good() }, PanelError::Nobody),
        ("twice", PanelAsk { pool: vec![&a], ..good() }, PanelError::NamedTwice("Lisbon".into())),
        ("too many", PanelAsk { at_least: 2, ..good() }, PanelError::TooMany { at_least: 2, pool: 1 }),
        ("no time", PanelAsk { length: Minutes(0), ..good() }, PanelError::Length(Minutes(0))),
        ("years", PanelAsk { over: over("2027-01-01", "2029-01-01"), ..good() }, PanelError::TooLong),
        (
            "no room",
            PanelAsk { over: over("2027-01-04", "2027-01-05"), length: Minutes(1441), ..good() },
            PanelError::Length(Minutes(1441)),
        ),
    ];
    for (case, ask, error) in cases {
        assert_eq!(suggest(&ask, &Rates::default(), 1, None).expect_err(case), error);
    }
}
