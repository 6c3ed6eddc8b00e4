//! What is said of a file that is wrong, and of which place.

use super::FULL;
use super::limits::{told, wrong};
use crate::team::{MAX_FILE_BYTES, read};

/// The part of the file that the only error marks, once `at` is replaced, and what is said of it.
fn marked(at: &str, instead: &str) -> (String, String) {
    let text = FULL.replace(at, instead);
    let errors = read("a.ron", text.as_bytes()).expect_err(instead);
    let [error] = errors.all() else { panic!("{errors}") };
    (text[error.range.clone()].to_owned(), error.message.clone())
}

#[test]
fn errors_in_hours_mark_the_part_that_is_wrong() {
    for (hours, place) in [
        ("Mo-Fr 25:00-26:00", "25:00"),
        ("Mo-Fr 09:00-17:30 and more", "and more"),
        ("PH off", "P"),
        ("Mo-Fr 09:00-", "\""),
        ("", "\""),
    ] {
        let (part, message) = marked("\"Mo-Fr 09:00-17:30\"", &format!("\"{hours}\""));
        assert_eq!(part, place, "{hours}: {message}");
    }
}

/// Whoever writes very long texts is told of their beginning.
#[test]
fn long_texts_are_told_in_part() {
    let x = |len: usize| "x".repeat(len);
    let expected = |at: &str, field: &str, len: usize, told: usize| {
        let (_, message) = marked(at, &field.replace("{}", &x(len)));
        assert!(message.contains(&format!("`{}`", x(told))), "{message}");
    };
    for (at, field, most) in [
        ("Comfort", "{}", 40),
        ("SunWise(legs: 3)", "{}(legs: 3)", 40),
        ("from: \"2027-08-02\"", "from: \"{}\"", 40),
        ("shift: \"2027-01-04T10:00:00Z\"", "shift: \"{}\"", 40),
        ("with: [\"Bo\"]", "with: [\"{}\"]", 60),
    ] {
        expected(at, field, most, most);
        expected(at, field, most + 1, most);
    }
}

#[test]
fn advice_to_quote_or_unquote_is_given_where_it_helps() {
    let x = |len: usize| "x".repeat(len);
    for (at, instead, message) in [
        (
            "capacity: 0.8",
            "capacity: \"0.8\"",
            "expected a number such as 0.8, found a string; write `0.8` without quotes".to_owned(),
        ),
        ("capacity: 0.8", "capacity: \"much\"", "expected a number such as 0.8, found a string".to_owned()),
        (
            "roles: [\"lead\", \"oncall\"]",
            "roles: \"lead\"",
            "expected a list, found a string; write `[\"lead\"]`".to_owned(),
        ),
        (
            "roles: [\"lead\", \"oncall\"]",
            &format!("roles: \"{}\"", x(39)),
            "expected a list, found a string".to_owned(),
        ),
        (
            "handle: \"ana\"",
            &format!("handle: {}", x(40)),
            format!("expected a string, found a name without quotes; write `\"{}\"`", x(40)),
        ),
        ("handle: \"ana\"", &format!("handle: {}", x(41)), "expected a string, found a name without quotes".to_owned()),
    ] {
        let told = wrong(at, instead);
        assert_eq!(told.first(), Some(&message), "{instead} {told:?}");
    }
}

#[test]
fn names_without_quotes_are_written_as_they_are() {
    assert_eq!(
        wrong("every: TwoWeeks", "every: twoWeeks"),
        [
            "expected one of Weekday, Week, TwoWeeks, FourWeeks, Month(2), Month(Last), found `twoWeeks`; did you mean `TwoWeeks`?"
        ]
    );
    assert_eq!(wrong("Month(2)", "Month(2, 3)").len(), 1);
    assert_eq!(wrong("holidays: \"DE-BY\"", "holidays: \"None\""), ["unknown country `None`"]);
}

#[test]
fn dates_are_of_digits_and_of_years_with_rules() {
    let meeting = "from: \"2027-01-04\",\n            weeks";
    for (date, message) in [
        ("2027-01-+4", "`2027-01-+4` is no date; did you mean `2027-01-04`?"),
        ("2100-01-01", "2100-01-01 is outside the years 2000 to 2099 for which time-zone rules are known"),
    ] {
        assert_eq!(wrong(meeting, &format!("from: \"{date}\",\n            weeks")), [message]);
    }
}

#[test]
fn a_name_is_taken_by_the_first_of_its_list_alone() {
    let taken = |text: &str| {
        let text = format!("(version: 1, name: \"\", members: [], {text})");
        read("a.ron", text.as_bytes()).map_or_else(
            |errors| errors.all().iter().map(|error| error.message.clone()).collect(),
            |(_, warnings)| warnings.into_iter().map(|warning| warning.message).collect::<Vec<_>>(),
        )
    };
    let told = "the name `A` is taken: line 2 has it too";
    assert_eq!(taken("chains: [\n(name: \"A\"),\n(name: \"A\"),\n(name: \"A\"),\n]"), [told, told]);
    let candidate = "(name: \"O\", candidates: [(name: \"A\", zone: \"UTC\"), (name: \"O\", zone: \"UTC\")])";
    assert_eq!(
        taken(&format!("openings: [{candidate}, (name: \"A\")], chains: [(name: \"O\")]")),
        Vec::<String>::new()
    );
}

#[test]
fn calendars_are_paths_each_once() {
    let calendars = |text: &str| wrong("busy: [\"calendars/ana.ics\"]", &format!("busy: {text}"));
    assert_eq!(calendars("\"a.ics\""), Vec::<String>::new());
    assert_eq!(calendars("[\"a.ics\", \"b.ics\", \"a.ics\"]"), ["the calendar `a.ics` is written twice"]);
    for path in [" ", "a\\u{7}b"] {
        assert_eq!(calendars(&format!("[\"{path}\"]")), ["this is no path; write for example \"calendars/ana.ics\""]);
    }
}

/// A rota of a week may begin up to a week later, so that its last shift begins within two weeks.
#[test]
fn pins_outside_of_the_rota_are_told_of() {
    let shift = "shift: \"2027-01-04T10:00:00Z\"";
    for (at, is_told) in [
        ("2027-01-04 00:00", false),
        ("2027-01-04  10:00", false),
        ("2027-01-03 23:59", true),
        ("2027-04-11 23:59", false),
        ("2027-04-12 00:00", true),
    ] {
        let told = told(shift, &format!("shift: \"{at}\""));
        let expected = "no shift of this rota starts then: all start from 2027-01-04 to 2027-04-11";
        let messages: Vec<&str> = told.iter().map(|one| one.message.as_str()).collect();
        assert_eq!(messages, if is_told { vec![expected] } else { vec![] }, "{at}");
    }
}

#[test]
fn nobody_is_carried_along_twice() {
    assert_eq!(wrong("{\"Bo\": 1.5}", "{\"Bo\": 1.5, \"Bo\": 2}"), ["`Bo` is named twice"]);
}

/// Only the broken field is told of: what it would have meant for others is not known.
#[test]
fn what_rests_on_a_broken_field_is_not_told_of() {
    let slot = "(start: \"09:00\", anchor: \"UTC\")";
    let rota = "start: \"2027-01-04\",\n            weeks: 13";
    for (at, instead) in [
        (format!("every: Weekday, chosen: [{slot}]"), format!("every: Weekdays, chosen: [{slot}]")),
        (format!("every: Weekday, chosen: [{slot}]"), format!("every: Week, chosen: [{slot}]")),
        (rota.to_owned(), "start: \"2027-01-32\", weeks: 13".to_owned()),
        (rota.to_owned(), "start: \"2027-01-04\", weeks: 0".to_owned()),
        (rota.to_owned(), "start: \"2026-01-04\", weeks: 0".to_owned()),
        (rota.to_owned(), "start: \"2099-12-31\", weeks: 0".to_owned()),
        ("\"12:00\", \"18:00\"".to_owned(), "\"25:00\"".to_owned()),
    ] {
        assert_eq!(told(&at, &instead).len(), 1, "{instead}");
    }
    let text = FULL
        .replacen("anchor: \"Europe/Lisbon\",\n            start", "anchor: \"Lisbon\", start", 1)
        .replace("2027-01-04T10:00:00Z", "2028-01-04T10:00:00Z");
    assert_eq!(read("a.ron", text.as_bytes()).expect_err("no zone").all().len(), 1);
}

#[test]
fn only_this_version_is_read() {
    let of = |version: &str| {
        let text = format!("(version: {version}, name: \"\", members: [])");
        let read = read("a.ron", text.as_bytes()).map(|_| ()).map_err(|errors| errors.all()[0].message.clone());
        read.err()
    };
    let newer = |version| {
        Some(format!(
            "the file has version {version}, and this Sunwise knows files up to version 1; open it with a newer Sunwise"
        ))
    };
    assert_eq!([of("1"), of("1.0"), of("Some(1)")], [None, None, None]);
    assert_eq!([of("1.5"), of("2")], [newer("1.5"), newer("2")]);
    for version in ["0", "0.5", "-1"] {
        assert_eq!(of(version), Some(format!("the version of a team file is 1, not {version}")));
    }
}

#[test]
fn a_file_of_the_greatest_size_is_read() {
    let message = |len: usize| {
        let errors = read("a.ron", &vec![b' '; len]).expect_err("no team");
        errors.all()[0].message.clone()
    };
    assert_eq!(message(MAX_FILE_BYTES), "the file is empty");
    assert_eq!(message(MAX_FILE_BYTES + 1), "the file is larger than 8 MB, so it is no team file");
}

#[test]
fn what_is_written_with_some_or_more_spaces_is_the_same() {
    for (at, instead) in [
        ("name: \"Bo\", zone", "name: Some(\"Bo\"), zone"),
        ("roles: [\"oncall\"], holidays: \"none\"", "roles: Some([\"oncall\"]), holidays: Some(\"none\")"),
        ("Mo 10:00", "Mo  10:00"),
    ] {
        assert_eq!(told(at, instead), [], "{instead}");
    }
}
