use super::*;
use crate::plan::overlap::steady;
use crate::team::{Place, Stay};
use crate::time::{Dates, Hours, Instant};

fn zone(name: &str) -> Zone {
    Zone::named(name).expect("a zone")
}

fn member(name: &str, home: &str, hours: &str) -> Member {
    Member::new(name, Place::zone(zone(home)), Hours::parse(hours).expect("hours"))
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn year_2027() -> Span {
    Span { start: Instant::midnight(date(2027, 1, 1)), end: Instant::midnight(date(2028, 1, 1)) }
}

fn said(team: &[Member], at_least: usize, seen_from: &str) -> Vec<Sentence> {
    let members: Vec<&Member> = team.iter().collect();
    let seasons = steady(&members, year_2027(), at_least, false);
    sentences(
        Asked { members: &members, at_least, flexible: false, zone: zone(seen_from), clock: Clock::default() },
        &seasons,
    )
}

fn words(found: &[Sentence]) -> Vec<&str> {
    found.iter().map(|sentence| sentence.words.as_str()).collect()
}

fn york_and_london() -> [Member; 2] {
    [
        member("Ana", "America/New_York", "Mo-Fr 09:00-17:00"),
        member("Bo", "Europe/London", "Mo-Th 09:00-17:00; Fr 09:00-15:00"),
    ]
}

#[test]
fn every_stretch_of_the_year_has_a_sentence() {
    let found = said(&york_and_london(), 2, "UTC");
    assert_eq!(
        words(&found),
        [
            "Ana and Bo share 14:00-17:00 UTC Monday to Thursday, 14:00-15:00 on Fridays until 14 March.",
            "From 14 to 28 March: 13:00-17:00 Monday to Thursday, 13:00-15:00 on Fridays.",
            "From 28 March to 31 October: 13:00-16:00 Monday to Thursday, 13:00-14:00 on Fridays.",
            "From 31 October to 7 November: 13:00-17:00 Monday to Thursday, 13:00-15:00 on Fridays.",
            "From 7 November on: 14:00-17:00 Monday to Thursday, 14:00-15:00 on Fridays.",
        ]
    );
    assert_eq!(
        found[1].alone,
        "Ana and Bo share 13:00-17:00 UTC Monday to Thursday, 13:00-15:00 on Fridays from 14 to 28 March."
    );
    assert_eq!(found[0].because, "");
    assert_eq!(found[1].because, "clocks go forward for Ana");
    assert_eq!(found[3].because, "clocks go back for Bo");
    assert_eq!(found[1].a_week, Minutes(4 * 240 + 120));
}

#[test]
fn on_the_clock_of_one_of_them_the_long_seasons_are_alike() {
    let found = said(&york_and_london(), 2, "Europe/London");
    let hours: Vec<&str> = found.iter().map(|sentence| sentence.hours.split(' ').next().unwrap_or_default()).collect();
    assert_eq!(hours, ["14:00-17:00", "13:00-17:00", "14:00-17:00", "13:00-17:00", "14:00-17:00"]);
    assert!(found[0].words.starts_with("Ana and Bo share 14:00-17:00 London time Monday"), "{}", found[0].words);
}

#[test]
fn a_team_on_one_clock_has_one_sentence() {
    let team = ["Ana", "Bo", "Cai", "Dee", "Eli"].map(|name| member(name, "Europe/Paris", "Mo-Fr 09:00-17:30"));
    let found = said(&team, 5, "Europe/Paris");
    assert_eq!(words(&found), ["All five share 09:00-17:30 Paris time on weekdays all year."]);
    assert_eq!(said(&team, 5, "UTC").len(), 3, "their clocks change, the reader's does not");
}

#[test]
fn the_readers_own_change_of_clocks_is_a_border_too() {
    let team = ["Ana", "Bo"].map(|name| member(name, "Asia/Tokyo", "Mo-Fr 09:00-17:00"));
    let found = said(&team, 2, "Europe/Paris");
    assert_eq!(found.len(), 3);
    assert_eq!(found[0].hours, "01:00-09:00 on weekdays");
    assert_eq!(found[1].because, "clocks go forward in your zone");
}

#[test]
fn those_who_are_never_together_are_told_how_many_are() {
    let team = [
        member("Ana", "America/Los_Angeles", "Mo-Fr 09:00-17:00"),
        member("Bo", "Europe/Berlin", "Mo-Fr 09:00-17:00"),
        member("Cai", "Europe/Paris", "Mo-Fr 09:00-17:00"),
    ];
    let all = said(&team, 3, "UTC");
    assert_eq!(words(&all), ["All three share no hours all year: at most two are at work together."]);
    let two = said(&team, 2, "UTC");
    assert_eq!(two[0].words, "At least two of three are at work together 08:00-16:00 UTC on weekdays until 28 March.");
}

#[test]
fn windows_over_midnight_and_the_end_of_the_week_stay_whole() {
    let team = ["Ana", "Bo"].map(|name| member(name, "Asia/Tokyo", "Su-Th 22:00-06:00"));
    assert_eq!(said(&team, 2, "Asia/Tokyo")[0].hours, "22:00-06:00 Sunday to Thursday");
    assert_eq!(said(&team, 2, "America/New_York")[0].hours.split(' ').next(), Some("08:00-16:00"));
    let always = ["Ana", "Bo"].map(|name| member(name, "Asia/Tokyo", "00:00-24:00"));
    assert_eq!(said(&always, 2, "UTC")[0].words, "Ana and Bo share round the clock all year.");
}

#[test]
fn moving_is_told_as_moving() {
    let mut team = york_and_london();
    let dates = Dates::new(date(2027, 5, 3), date(2027, 5, 30)).expect("dates");
    team[1].stays = vec![Stay { place: Place::zone(zone("Asia/Bangkok")), dates }];
    let found = said(&team, 2, "UTC");
    let because: Vec<&str> = found.iter().map(|sentence| sentence.because.as_str()).collect();
    assert!(because.contains(&"Bangkok for Bo"), "{because:?}");
    assert!(because.contains(&"London again for Bo"), "{because:?}");
    let away = found.iter().find(|sentence| sentence.because == "Bangkok for Bo").expect("a stretch");
    // On the clock of UTC midnight in Bangkok is 17:00 of the day before, and London's in summer 23:00.
    assert_eq!(away.words, "Ana and Bo share no hours from 2 to 30 May.");
}

#[test]
fn the_year_is_one_sentence() {
    let zone = |name: &str| Zone::named(name).expect("a zone");
    let member = |name: &str| {
        let hours = crate::time::Hours::parse("Mo-Fr 09:00-17:00").expect("hours");
        Member::new(name, crate::team::Place::zone(zone(name)), hours)
    };
    let (york, london, kolkata) = (member("America/New_York"), member("Europe/London"), member("Asia/Kolkata"));
    let start = |year| crate::time::Instant::midnight(NaiveDate::from_ymd_opt(year, 1, 1).expect("a date"));
    let horizon = Span { start: start(2027), end: start(2028) };
    let said = |members: &[&Member]| {
        year(&crate::plan::overlap::steady(members, horizon, members.len(), false), zone("Europe/London"))
    };
    assert_eq!(said(&[&york, &london]), "3 h a workday, except 14 to 27 March and 31 October to 6 November, when 4 h");
    assert_eq!(
        said(&[&london, &kolkata]),
        "3 h 30 min a workday, except 1 January to 27 March and 31 October to 31 December, when 2 h 30 min"
    );
    assert_eq!(said(&[&york, &london, &kolkata]), "Nothing shared all year");
    assert_eq!(said(&[&kolkata]), "8 h a workday all year");
}
