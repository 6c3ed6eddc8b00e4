//! What a strip shows and where.

use chrono::NaiveDate;

use super::*;
use crate::picture::Form;
use crate::team::{Calendars, Member, Place, Stay};
use crate::time::{Dates, Hours, Instant, Span, Zone};
use crate::words::clock::Clock;

fn zone(name: &str) -> Zone {
    Zone::named(name).expect("a zone")
}

fn member(name: &str, home: &str) -> Member {
    Member::new(name, Place::zone(zone(home)), Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn day_of(home: &str, date: NaiveDate) -> Span {
    let zone = zone(home);
    Span { start: zone.midnight(date), end: zone.midnight(date.succ_opt().expect("a date")) }
}

fn strip(members: &[Member], day: Span) -> Strip {
    let rows: Vec<Row> = members.iter().map(|member| Row::of(member, Calendars::unread(), day)).collect();
    let sets: Vec<Spans> = rows
        .iter()
        .map(|row| row.levels.iter().filter(|(_, level)| *level == Level::Preferred).map(|&(span, _)| span).collect())
        .collect();
    let sets: Vec<&Spans> = sets.iter().collect();
    let (all, some) = (Spans::at_least(members.len(), &sets), Spans::at_least(2, &sets));
    Strip { day, rows, all, some, at_least: 2, asked: members.len(), clock: Clock::Hours24 }
}

/// The texts in the hours of a row, from the left.
fn hours(picture: &Picture, sheet: &Sheet, row: usize) -> Vec<String> {
    let place = sheet.hours(row);
    let mut found: Vec<(f32, String)> = picture
        .shapes
        .iter()
        .filter_map(|shape| match &shape.form {
            Form::Text { at, text } if place.covers(*at) && !text.content.is_empty() => {
                Some((at.x, text.content.clone()))
            }
            _ => None,
        })
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.into_iter().map(|(_, words)| words).collect()
}

#[test]
fn a_column_is_one_instant_in_all_rows() {
    let day = day_of("Europe/Lisbon", date(2026, 11, 24));
    let strip = strip(&[member("Ana", "Europe/Lisbon"), member("Bo", "Asia/Kathmandu")], day);
    let sheet = Sheet::new(&strip, 1224.0);
    let picture = draw(&strip, 1224.0);
    assert!((picture.height - sheet.height()).abs() < f32::EPSILON);
    let noon = day.start + Minutes::hours(12);
    assert!((sheet.x(noon) - f32::midpoint(sheet.left(), sheet.right())).abs() < 0.01);
    let lisbon = hours(&picture, &sheet, 0);
    assert_eq!(lisbon[..3], ["Tue", "24 Nov", "1"]);
    assert_eq!(lisbon.len(), 25, "23 hours, and two words at midnight: {lisbon:?}");
    // 00:00 in Lisbon is 05:45 in Kathmandu: its cells begin a quarter of an hour later.
    let kathmandu = hours(&picture, &sheet, 1);
    assert_eq!(kathmandu[0], "6");
    let six = cells::cells(&strip.rows[1], day)[1];
    assert_eq!((six.start - day.start).0, 15);
    assert!(kathmandu.contains(&"Wed".to_owned()), "{kathmandu:?}");
}

#[test]
fn days_of_23_and_25_hours_have_as_many_cells() {
    for (date, cells, twice) in [(date(2027, 3, 28), 23, false), (date(2027, 10, 31), 25, true)] {
        let day = day_of("Europe/Lisbon", date);
        let strip = strip(&[member("Ana", "Europe/Lisbon"), member("Bo", "Asia/Tokyo")], day);
        let sheet = Sheet::new(&strip, 1224.0);
        for row in &strip.rows {
            assert_eq!(super::cells::cells(row, day).len(), cells, "{} on {date}", row.name);
        }
        let printed = hours(&draw(&strip, 1224.0), &sheet, 0);
        let ones = printed.iter().filter(|hour| *hour == "1").count();
        assert_eq!(ones, if twice { 2 } else { 0 }, "{printed:?}");
        assert!((sheet.x(day.end) - sheet.right()).abs() < 0.01, "the whole width is used");
    }
    let day = day_of("Australia/Lord_Howe", date(2027, 10, 3));
    let strip = strip(&[member("Ana", "Australia/Lord_Howe")], day);
    assert_eq!(cells::cells(&strip.rows[0], day).len(), 24, "23 hours and a half: the half is a cell of its own");
}

/// In Beirut clocks are turned at midnight: the date begins at 01:00, and in autumn the hour before midnight comes twice.
#[test]
fn a_date_that_begins_at_one_says_so() {
    let team = [member("Ana", "Asia/Beirut"), member("Bo", "Asia/Tokyo")];
    for (date, count, first) in
        [(date(2027, 3, 28), 23, ["Sun", "28 Mar", "2"]), (date(2027, 10, 30), 25, ["Sat", "30 Oct", "1"])]
    {
        let strip = strip(&team, day_of("Asia/Beirut", date));
        assert_eq!(cells::cells(&strip.rows[0], strip.day).len(), count, "{date}");
        let printed = hours(&draw(&strip, 1224.0), &Sheet::new(&strip, 1224.0), 0);
        assert_eq!(printed[..3], first);
        let late = printed.iter().filter(|hour| *hour == "23").count();
        assert_eq!(late, if count == 25 { 2 } else { 1 }, "{printed:?}");
    }
}

#[test]
fn twelve_hours_have_their_half_below() {
    let day = day_of("Europe/Lisbon", date(2026, 11, 24));
    let strip = Strip { clock: Clock::Hours12, ..strip(&[member("Ana", "Europe/Lisbon")], day) };
    let printed = hours(&draw(&strip, 1224.0), &Sheet::new(&strip, 1224.0), 0);
    assert_eq!(printed[..4], ["Tue", "24 Nov", "1", "am"]);
    assert_eq!(printed[24..28], ["12", "pm", "1", "pm"]);
    assert_eq!(strip.clocked(strip.day), "12:00am-midnight");
}

#[test]
fn a_time_is_found_in_every_row() {
    let lisbon = |month, day| day_of("Europe/Lisbon", date(2027, month, day));
    let time = |text: &str| crate::time::TimeOfDay::typed(text).expect("a time");
    for (zone, day, typed, hours) in [
        ("Europe/Lisbon", lisbon(4, 6), "9", Some("08:00")),
        ("Asia/Kathmandu", lisbon(4, 6), "4.45", Some("23:00 the day before")),
        ("Asia/Kathmandu", lisbon(4, 6), "4:44", Some("22:59")),
        ("Europe/Lisbon", lisbon(3, 28), "1:30", Some("01:30: it does not occur, and is 02:30")),
        ("Europe/Lisbon", lisbon(10, 31), "1:30", Some("00:30: the first of two")),
        ("America/New_York", lisbon(3, 28), "18:30", Some("22:30")),
        ("America/New_York", lisbon(3, 28), "20:30", Some("00:30")),
        ("America/New_York", lisbon(3, 28), "19:30", None),
    ] {
        let row = Row::of(&member("Ana", zone), Calendars::unread(), day);
        let found = row.instant(time(typed), day).map(|at| at.utc().format("%H:%M").to_string());
        assert_eq!(found.as_deref(), hours.map(|hours| &hours[..5]), "{typed} in {zone}");
    }
}

#[test]
fn a_span_says_who_is_there() {
    let day = day_of("Europe/Lisbon", date(2026, 11, 24));
    let mut cai = member("Cai", "America/New_York");
    cai.flexible = Hours::parse("Mo-Fr 08:00-09:00").expect("hours");
    let strip = strip(&[member("Ana", "Europe/Lisbon"), member("Bo", "Asia/Tokyo"), cai], day);
    let at = |hours: i64| day.start + Minutes::hours(hours);
    let found = strip.presence(Span { start: at(13), end: at(15) }, false);
    assert_eq!(found.whole, ["Ana"]);
    assert_eq!(found.part, [("Cai".to_owned(), Minutes(60))]);
    assert_eq!(found.not, [("Bo".to_owned(), "asleep")]);
    assert_eq!(strip.presence(Span { start: at(13), end: at(15) }, true).whole, ["Ana", "Cai"]);
    let beyond = strip.presence(Span { start: at(23), end: at(26) }, false);
    assert_eq!((beyond.whole.len(), beyond.not.len()), (0, 3), "only the day's hour is looked at");
    let shapes = span(&strip, &Sheet::new(&strip, 1224.0), Span { start: at(13), end: at(15) }, "2 h");
    let says = |words: &str| {
        shapes.iter().any(|shape| matches!(&shape.form, Form::Text { text, .. } if text.content == words))
    };
    assert!(says("13:00-15:00 · 2 h") && says("08:00") && says("22:00"));
}

#[test]
fn ids_hit_what_they_should() {
    let day = day_of("Europe/Lisbon", date(2026, 11, 24));
    let strip = strip(&[member("Ana", "Europe/Lisbon"), member("Bo", "Europe/Berlin")], day);
    let sheet = Sheet::new(&strip, 1224.0);
    let picture = draw(&strip, 1224.0);
    let hit = |x: f32, y: f32| picture.hit((x, y)).and_then(|shape| shape.id);
    let second = sheet.hours(1).center().y;
    assert_eq!(hit(20.0, second), Some(Id::new(MEMBER, 1, 0)));
    let time = sheet.time_place(1).center();
    assert_eq!(hit(time.x, time.y), Some(Id::new(TIME, 1, 0)));
    assert_eq!((sheet.nearest(0.0), sheet.nearest(2000.0)), (day.start, day.end));
    let at = day.start + Minutes(9 * 60 + 30);
    assert_eq!(hit(sheet.x(at), second), Some(Id::new(CELL, 1, 9)));
    let window = picture.hit((sheet.x(day.start + Minutes(600)), sheet.top() - 6.0)).expect("the window's bar");
    assert_eq!(window.id, Some(Id::new(WINDOW, 0, 0)));
    assert_eq!(window.tip.as_deref(), Some("Both: 09:00-16:00, 7 h"));
    assert_eq!(sheet.instant(sheet.x(at) + 0.1), Some(at));
    assert_eq!(sheet.instant(20.0), None);
}

#[test]
fn nothing_lies_outside_of_the_sheet() {
    let team: Vec<Member> = ["Europe/Lisbon", "Asia/Kolkata", "Pacific/Auckland", "America/St_Johns"]
        .into_iter()
        .map(|home| member("Somebody with a rather long name", home))
        .collect();
    for width in [500.0, 900.0, 1600.0] {
        let strip = strip(&team, day_of("Europe/Lisbon", date(2027, 3, 28)));
        let picture = draw(&strip, width);
        for shape in &picture.shapes {
            let (left, right) = match &shape.form {
                Form::Rectangle { rect, .. } | Form::Frame { rect, .. } => (rect.x, rect.right()),
                Form::Text { at, text } => {
                    let long = measure::width(&text.content, text.size, text.weight);
                    match text.align {
                        Align::Start => (at.x, at.x + long),
                        Align::Center => (at.x - long / 2.0, at.x + long / 2.0),
                        Align::End => (at.x - long, at.x),
                    }
                }
                other => panic!("unexpected {other:?}"),
            };
            assert!(left >= -1.5 && right <= width + 1.5, "{left}..{right} at {width}: {shape:?}");
        }
    }
}

#[test]
fn the_scrubbed_time_stands_beside_every_name() {
    let day = day_of("Europe/Lisbon", date(2026, 11, 24));
    let strip = strip(&[member("Ana", "Europe/Lisbon"), member("Bo", "Asia/Tokyo")], day);
    let sheet = Sheet::new(&strip, 1224.0);
    let at: Instant = day.start + Minutes::hours(16);
    let words: Vec<String> = scrub(&strip, &sheet, at, "1 of 2")
        .into_iter()
        .filter_map(|shape| match shape.form {
            Form::Text { text, .. } => Some(text.content),
            _ => None,
        })
        .collect();
    assert_eq!(words, ["16:00 · 1 of 2", "16:00", "at work", "01:00", "Wed · asleep"]);
    assert_eq!(strip.present(at, false), 1);
    assert!(now(&strip, &sheet, at).len() > 1);
    assert!(now(&strip, &sheet, day.end).is_empty(), "no line on another day");
}

#[test]
fn who_moves_that_day_has_both_clocks() {
    let mut ana = member("Ana", "Europe/Lisbon");
    let dates = Dates::new(date(2027, 1, 12), date(2027, 1, 20)).expect("dates");
    ana.stays = vec![Stay { place: Place::zone(zone("Asia/Bangkok")), dates }];
    let day = day_of("Europe/Lisbon", date(2027, 1, 11));
    let row = Row::of(&ana, Calendars::unread(), day);
    assert_eq!(row.clock.len(), 2);
    assert_eq!(row.turns.len(), 1);
    assert_eq!(row.turns[0].1, "Ana is in Bangkok from here on");
    assert_eq!(Clock::Hours24.time(row.local(day.start + Minutes::hours(12))), "12:00");
    assert_eq!(Clock::Hours24.time(row.local(day.start + Minutes::hours(18))), "01:00");
}
