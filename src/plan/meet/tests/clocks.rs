//! Dates, clocks, anchors and the ledger, by table.

use super::details::{meeting, slot};
use super::*;
use crate::team::{Meeting, Team};

#[test]
fn a_clock_shows_the_new_offset_from_the_change_on() {
    let lisbon = member("Europe/Lisbon", "Mo-Fr 09:00-17:00");
    let change = Zone::UTC.instant_at(date(2027, 3, 28), 60);
    let over = Span { start: change - Minutes::WEEK, end: change + Minutes::WEEK };
    let clock = clock::Clock::of(&lisbon, over);
    assert_eq!(clock.local(change).to_string(), "2027-03-28 02:00:00");
    assert_eq!(clock.local(change - Minutes(1)).to_string(), "2027-03-28 00:59:00");
    // 01:00, 02:00 and 02:00: the clocks have changed by the second.
    let starts = [change - Minutes::DAY, change, change + Minutes::DAY];
    assert_eq!(clock.most_frequent(&starts), 2);
}

#[test]
fn slots_by_number_are_held_when_the_definition_says() {
    let zones = [
        "Pacific/Auckland",
        "America/Nuuk",
        "America/Scoresbysund",
        "Asia/Beirut",
        "America/Santiago",
        "Australia/Lord_Howe",
        "Pacific/Kiritimati",
        "America/Los_Angeles",
    ];
    let members = office(&zones);
    let ask = Ask { slots: 2, ..ask(&members, Every::Week, 52) };
    let grid = grid::Grid::new(&ask, &zones.map(|zone| Zone::named(zone).expect("a zone")));
    for number in 0..grid.len() {
        let slot = grid.slot(number);
        let all = slow_starts(&ask, slot);
        for place in 0..2 {
            let own: Vec<Instant> = all.iter().filter(|(turn, _)| turn % 2 == place).map(|&(_, start)| start).collect();
            assert_eq!(grid.starts(number, place), own, "{slot:?}");
        }
    }
}

#[test]
fn anchors_are_told_from_the_cheapest_on_by_each_clock_of_its_own_day() {
    let members = office(&["America/Los_Angeles", "Asia/Tokyo", "Europe/London"]);
    let ask = ask(&members, Every::Week, 52);
    // 16:00 in Los Angeles is 09:00 of the next day in Tokyo.
    let start = slot(Some(Weekday::Tue), "16:00", "America/Los_Angeles");
    let found = anchors(&ask, &Rates::default(), &[start]).expect("anchors");
    let costs = |choices: &[AnchorChoice]| choices.iter().map(|choice| choice.suggestion.cost).collect::<Vec<_>>();
    assert!(costs(&found.same).is_sorted() && costs(&found.best).is_sorted());
    let mut by_name: Vec<(&str, String)> = found
        .same
        .iter()
        .map(|choice| {
            (
                choice.anchor.name(),
                format!(
                    "{:?} {}",
                    choice.suggestion.slots[0].weekday.expect("a day"),
                    choice.suggestion.slots[0].start
                ),
            )
        })
        .collect();
    let order: Vec<&str> = by_name.iter().map(|(name, _)| *name).collect();
    assert_ne!(order, ["America/Los_Angeles", "Asia/Tokyo", "Europe/London", "UTC"], "not by name");
    by_name.sort_unstable();
    let expected = [
        ("America/Los_Angeles", "Tue 16:00"),
        ("Asia/Tokyo", "Wed 09:00"),
        ("Europe/London", "Wed 00:00"),
        ("UTC", "Wed 00:00"),
    ];
    assert_eq!(by_name, expected.map(|(name, time)| (name, time.to_owned())));
    let order: Vec<&str> = found.best.iter().map(|choice| choice.anchor.name()).collect();
    assert_ne!(order, ["America/Los_Angeles", "Asia/Tokyo", "Europe/London", "UTC"], "not by name");
}

#[test]
fn clocks_that_are_alike_all_the_time_are_one_anchor() {
    let members = office(&[
        "Europe/London",
        "Europe/Lisbon",
        "Europe/Berlin",
        "Africa/Lagos",
        "Asia/Tokyo",
        "Australia/Brisbane",
    ]);
    let mut double = members[0].clone();
    double.name = "double".into();
    let members = [members, vec![double]].concat();
    let ask = ask(&members, Every::Week, 52);
    let names: Vec<&str> = grid::anchor_zones(&ask).iter().map(|zone| zone.name()).collect();
    let expected = ["Africa/Lagos", "Asia/Tokyo", "Australia/Brisbane", "Europe/Berlin", "Europe/London", "UTC"];
    assert_eq!(names, expected, "London, where two are at home, stands for Lisbon; Lagos and Berlin differ in summer");
}

#[test]
fn what_is_held_on_a_date_counts_from_the_first() {
    let first = Some(date(2027, 1, 4));
    let cases = [
        (Every::Week, first, date(2027, 1, 4), true),
        (Every::Week, first, date(2027, 1, 3), false),
        (Every::TwoWeeks, first, date(2027, 1, 11), false),
        (Every::TwoWeeks, first, date(2027, 1, 12), false),
        (Every::TwoWeeks, first, date(2027, 1, 17), false),
        (Every::TwoWeeks, first, date(2027, 1, 18), true),
        (Every::TwoWeeks, first, date(2027, 1, 24), true),
        (Every::TwoWeeks, None, date(2027, 1, 11), true),
        (Every::FourWeeks, first, date(2027, 1, 18), false),
        (Every::FourWeeks, first, date(2027, 1, 12), false),
        (Every::FourWeeks, first, date(2027, 2, 1), true),
        (Every::Weekday, first, date(2027, 1, 9), false),
        (Every::Weekday, first, date(2027, 1, 8), true),
        (Every::Month(Nth::FromStart(2)), first, date(2027, 1, 14), true),
        (Every::Month(Nth::FromStart(2)), first, date(2027, 1, 15), false),
        (Every::Month(Nth::FromStart(2)), first, date(2027, 1, 7), false),
        (Every::Month(Nth::Last), first, date(2027, 1, 24), false),
        (Every::Month(Nth::Last), first, date(2027, 1, 25), true),
        (Every::Month(Nth::Last), first, date(2027, 1, 31), true),
    ];
    for (every, from, on, is_held) in cases {
        assert_eq!(is_held_on(every, from, on), is_held, "{every:?} on {on}");
    }
}

#[test]
fn a_ledger_books_up_to_the_date_and_turns_go_on_over_the_new_year() {
    let members = office(&["America/Los_Angeles", "Asia/Tokyo"]);
    let settled = |every: Every, weekday: Option<Weekday>, from: NaiveDate, until: NaiveDate| {
        let slots = vec![slot(weekday, "18:00", "Asia/Tokyo"), slot(weekday, "03:00", "Asia/Tokyo")];
        let meeting = Meeting { every, slots: 2, chosen: slots, from: Some(from), ..meeting(&members) };
        let team = Team { members: members.clone(), ..Team::default() };
        settle(&team, &meeting, until).map(|done| {
            let hours = done.meeting.chosen.iter().map(|slot| slot.start.minutes() / 60).collect::<Vec<_>>();
            (done.occurrences, done.meeting.from.expect("a date").to_string(), hours)
        })
    };
    let monday = Some(Weekday::Mon);
    let from = date(2026, 12, 7);
    let month = Every::Month(Nth::FromStart(1));
    let cases = [
        (Every::Week, monday, date(2026, 12, 14), 1, "2026-12-14", [3, 18]),
        (Every::Week, monday, date(2026, 12, 20), 1, "2026-12-14", [3, 18]),
        (Every::TwoWeeks, monday, date(2027, 1, 10), 2, "2027-01-04", [18, 3]),
        (Every::FourWeeks, monday, date(2027, 1, 10), 1, "2027-01-04", [3, 18]),
        (Every::Weekday, None, date(2026, 12, 12), 5, "2026-12-12", [3, 18]),
        (Every::Weekday, None, date(2026, 12, 13), 5, "2026-12-13", [3, 18]),
        (month, monday, date(2027, 2, 20), 2, "2027-02-01", [18, 3]),
    ];
    for (every, weekday, until, occurrences, next, hours) in cases {
        let expected = (occurrences, next.to_owned(), hours.to_vec());
        assert_eq!(settled(every, weekday, from, until), Ok(expected), "{every:?} until {until}");
    }
    let until = date(2026, 12, 31);
    assert_eq!(settled(month, monday, from, until), Err(SettleError::NothingPast { from, until }));
    let until = date(2027, 1, 1);
    assert_eq!(settled(month, monday, until, until), Err(SettleError::NothingPast { from: until, until }));
}
