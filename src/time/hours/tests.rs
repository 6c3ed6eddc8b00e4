//! Hours that are read, refused, typed and moved.

use chrono::{NaiveDate, Weekday};
use proptest::prelude::*;

use super::time_of_day::DAY;
use super::*;
use crate::time::Zone;

#[test]
fn standard_hours_are_read_and_printed_in_standard_form() {
    for (text, printed) in [
        ("Mo-Fr 09:00-17:30", "Mo-Fr 09:00-17:30"),
        ("Mo-Th 08:00-12:00,13:00-17:00; Fr 08:00-14:00", "Mo-Th 08:00-12:00,13:00-17:00; Fr 08:00-14:00"),
        ("Su-Th 22:00-06:00", "Su-Th 22:00-06:00"),
        ("Mo-Fr 22:00-30:00", "Mo-Fr 22:00-06:00"),
        ("Mo 20:00-46:00", "Mo 20:00-46:00"),
        ("off", "off"),
        ("23:00-07:00", "23:00-07:00"),
        ("Mo-Fr 09:00-17:00; We off", "Mo,Tu,Th,Fr 09:00-17:00"),
        ("Mo-Fr 09:00-17:00; Fr 09:00-13:00", "Mo-Th 09:00-17:00; Fr 09:00-13:00"),
        ("Mo-Fr 09:00-12:00, We 14:00-16:00", "Mo,Tu,Th,Fr 09:00-12:00; We 09:00-12:00,14:00-16:00"),
        ("Sa-Mo 10:00-11:00", "Sa-Mo 10:00-11:00"),
        ("24/7", "00:00-24:00"),
        ("mo-fr 9:00-17:00", "Mo-Fr 09:00-17:00"),
        ("Mo 08:00-12:00,11:00-14:00", "Mo 08:00-14:00"),
        ("Mo 09:00-09:00", "Mo 09:00-09:00"),
    ] {
        let hours = Hours::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(hours.to_string(), printed, "{text}");
        assert_eq!(Hours::parse(printed).as_ref(), Ok(&hours), "{text} is read back");
    }
}

#[test]
fn times_that_no_clock_shows_are_not_guessed_at() {
    for typed in ["Mo-Fr 16-25", "Mo-Fr 9:60-17", "Mo-Fr 2500-2600", "Mo-Fr 9-171"] {
        assert!(Hours::typed(typed).is_err(), "{typed}");
    }
}

#[test]
fn what_people_type_is_offered_in_standard_form() {
    for (typed, standard) in [
        ("Mon-Fri 9-17", "Mo-Fr 09:00-17:00"),
        ("9am-5pm", "09:00-17:00"),
        ("9-5", "09:00-17:00"),
        ("Mon–Fri 9am – 5:30 pm", "Mo-Fr 09:00-17:30"),
        ("weekdays 9.30 to 17.00", "Mo-Fr 09:30-17:00"),
        ("monday to thursday from 8h30 until 16h", "Mo-Th 08:30-16:00"),
        ("Mo-Fr 0900-1700", "Mo-Fr 09:00-17:00"),
        ("Mon, Wed & Fri 10am-2pm", "Mo,We,Fr 10:00-14:00"),
        ("Sun-Thu 22-6", "Su-Th 22:00-06:00"),
        ("11pm-7am", "23:00-07:00"),
        ("1-5pm", "13:00-17:00"),
        ("9-5pm", "09:00-17:00"),
        ("every day noon to midnight", "12:00-24:00"),
        ("Mon-Fri 8-12, 13-17; Sat 10-12", "Mo-Fr 08:00-12:00,13:00-17:00; Sa 10:00-12:00"),
        ("mon-fri 9-17, sat off", "Mo-Fr 09:00-17:00"),
        ("12am-8am", "00:00-08:00"),
        ("Mo-Fr 9-17", "Mo-Fr 09:00-17:00"),
        ("Mo-Fr 16-24", "Mo-Fr 16:00-24:00"),
        ("Mon, Tue, Wed 9-17", "Mo-We 09:00-17:00"),
        ("tuesday to sat 9-17", "Tu-Sa 09:00-17:00"),
        ("Thu, Sat & Sun 9-17", "Th,Sa,Su 09:00-17:00"),
        ("1pm-1", "13:00-01:00"),
        ("12-1pm", "12:00-13:00"),
        ("11am-11", "11:00-23:00"),
        ("12pm-8pm", "12:00-20:00"),
        ("12:59am-8am", "00:59-08:00"),
        ("1-1pm", "01:00-13:00"),
    ] {
        let meant = Hours::typed(typed).unwrap_or_else(|error| panic!("{typed}: {error}"));
        assert_eq!(meant.to_string(), standard, "{typed}");
        let refused = Hours::parse(typed).expect_err("only the standard form stands in a file");
        assert!(refused.to_string().ends_with(&format!("did you mean `{standard}`?")), "{refused}");
    }
}

#[test]
fn refusals_say_what_and_where() {
    for (text, at, words) in [
        ("", 0, "no hours are written"),
        ("25:00-26:00", 0, "`25:00` is no time of a day"),
        ("Mo-Fr 09:00-17:75", 12, "`17:75` is no time of a day"),
        ("Mo-Fr 09:00-49:00", 12, "`49:00` is no time of a day"),
        ("Mo-Fr 09:00-17:00; PH off", 19, "holidays (`PH`, `SH`) cannot stand in them"),
        ("Jan-Mar Mo 09:00-17:00", 0, "months and dates cannot stand in them"),
        ("week 1-10 Mo 09:00-17:00", 0, "week numbers cannot stand in them"),
        ("2027 Mo 09:00-17:00", 0, "years cannot stand in them"),
        ("Mo sunrise-17:00", 3, "sunrise and sunset cannot stand in them"),
        ("Mo 09:00+", 8, "an open end (`+`) cannot stand in them"),
        ("Mo[1] 09:00-17:00", 2, "an n-th weekday of a month cannot stand in them"),
        ("Mo 09:00-12:00 || Mo 13:00-14:00", 15, "an alternative (`||`) cannot stand in them"),
        ("Mo 09:00-12:00 \"call\"", 15, "a comment cannot stand in them"),
        ("whenever", 0, "`whenever` is not understood here"),
    ] {
        let error = Hours::parse(text).expect_err(text);
        assert!(error.to_string().contains(words), "{text}: {error}");
        assert_eq!(error.at, at, "{text}: {error}");
    }
    assert!(matches!(Hours::parse(&"Mo,".repeat(5000)).expect_err("long").refused, Refused::TooLong(_)));
}

#[test]
fn ranges_become_spans_of_their_date() {
    let zone = Zone::named("Europe/Lisbon").expect("a zone");
    let hours = Hours::parse("Sa 22:00-06:00").expect("hours");
    let date = NaiveDate::from_ymd_opt(2027, 3, 27).expect("a date");
    let span = hours.starting_on(Weekday::Sat)[0].span_on(date, zone).expect("a span");
    assert_eq!(span.to_string(), "2027-03-27T22:00:00Z/2027-03-28T05:00:00Z", "seven hours: the clocks went forward");
}

#[test]
fn shifting_moves_days_across_midnight() {
    let hours = Hours::parse("Mo-Fr 00:30-08:00").expect("hours");
    assert_eq!(hours.shifted(-60).to_string(), "Su-Th 23:30-07:00");
    assert_eq!(hours.shifted(90).shifted(-90), hours);
}

fn some_hours() -> impl Strategy<Value = Hours> {
    let range = (0..DAY, 1..=DAY).prop_filter_map("a range", |(start, len)| TimeRange::new(start, start + len));
    prop::collection::vec(prop::collection::vec(range, 0..3), 7).prop_map(|days| {
        let mut hours = Hours::off();
        for (day, ranges) in days.into_iter().enumerate() {
            hours.replace(Weekday::try_from(day as u8).expect("a weekday"), ranges);
        }
        hours
    })
}

proptest! {
    #[test]
    fn printing_then_reading_gives_the_same_hours(hours in some_hours()) {
        let printed = hours.to_string();
        prop_assert_eq!(Hours::parse(&printed).map_err(|e| e.to_string()), Ok(hours), "{}", printed);
    }

    #[test]
    fn no_text_makes_the_readers_fail_otherwise_than_by_an_error(text in "[MoTuWedhFrSapm0-9:;,/+|\\[\\] \"-]{0,24}|\\PC{0,16}") {
        if let Ok(hours) = Hours::typed(&text) {
            prop_assert_eq!(Hours::parse(&hours.to_string()), Ok(hours));
        }
    }

    #[test]
    fn times_of_day_are_read_back(minutes in 0..DAY) {
        let time = TimeOfDay::from_minutes(minutes).expect("on the day");
        prop_assert_eq!(time.to_string().parse(), Ok(time));
    }
}
