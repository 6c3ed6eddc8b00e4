//! Busy time from calendars, on the command line.

use serde_json::json;

use crate::support::Test;

const TEAM: &str = r#"Team(version: 1, name: "T", members: [
    (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00", busy: ["ana.ics"]),
    (name: "Bo", zone: "Europe/London", hours: "Mo-Fr 09:00-17:00"),
], rotas: [(
    name: "Pager", anchor: "Europe/Lisbon", start: "2027-01-04", weeks: 1, shifts: Daily(at: ["09:00"]), rest: "0h",
)])
"#;

/// The mornings of a week; Friday's is called off, Thursday's is in the afternoon.
const CALENDAR: &str = "BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VEVENT\r
UID:mornings\r
DTSTART;TZID=Europe/Lisbon:20270104T090000\r
DTEND;TZID=Europe/Lisbon:20270104T120000\r
RRULE:FREQ=DAILY;COUNT=5\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:mornings\r
RECURRENCE-ID;TZID=Europe/Lisbon:20270107T090000\r
DTSTART;TZID=Europe/Lisbon:20270107T140000\r
DTEND;TZID=Europe/Lisbon:20270107T150000\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:mornings\r
RECURRENCE-ID;TZID=Europe/Lisbon:20270108T090000\r
DTSTART;TZID=Europe/Lisbon:20270108T090000\r
STATUS:CANCELLED\r
END:VEVENT\r
END:VCALENDAR\r
";

const WEEK: &str = "--from 2027-01-04 --to 2027-01-11";

fn test() -> Test {
    Test::team(TEAM).file("ana.ics", CALENDAR.as_bytes())
}

#[test]
fn whoever_is_busy_is_not_there() {
    let found = test().verb("overlap").args(WEEK).arg("--json").json();
    let window =
        |start: &str, end: &str| json!({"start": format!("2027-01-{start}:00Z"), "end": format!("2027-01-{end}:00Z")});
    assert_eq!(
        found["windows"],
        json!([
            window("04T12:00", "04T17:00"),
            window("05T12:00", "05T17:00"),
            window("06T12:00", "06T17:00"),
            window("07T09:00", "07T14:00"),
            window("07T15:00", "07T17:00"),
            window("08T09:00", "08T17:00"),
        ])
    );
}

#[test]
fn whoever_is_busy_is_drawn_as_away() {
    let drawn = |args: &str| test().verb("overlap").args(args).run().read("drawn.svg");
    let day = drawn("--draw drawn.svg --day 2027-01-04");
    assert!(day.contains("<title>Both: 12:00-17:00, 5 h</title>"), "{day}");
    // Hours at work are written bold: 9 to 12 only in one of the rows, then in both.
    let bold = |hour: u8| day.matches(&format!("font-weight=\"600\">{hour}</text>")).count();
    assert_eq!([9, 10, 11, 12, 16].map(bold), [1, 1, 1, 2, 2]);
    // In the year an hour is 9 high, a date 3 wide, from 09:00 at 119 and Monday at 44: three dates of five hours, then Thursday in two parts.
    let year = drawn("--draw drawn.svg --from 2027-01-04");
    for (left, top, wide, high) in [("44", 146, "9.17", 45), ("53.17", 119, "3.06", 45), ("53.17", 173, "3.06", 18)] {
        let rect = format!("<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{high}\" fill=\"#1a7046\"");
        assert!(year.contains(&rect), "{rect} in {year}");
    }
}

#[test]
fn whoever_is_busy_holds_no_shift_but_counts_in_patterns() {
    let rota = test().verb("rota").args("--format json --seconds 1").json();
    let holders: Vec<&str> =
        rota["shifts"].as_array().expect("shifts").iter().filter_map(|shift| shift["tiers"][0].as_str()).collect();
    assert_eq!(holders.len(), 7);
    assert_eq!(holders[..4], ["Bo"; 4]);
    let pairs = test().verb("pairs").args(WEEK).arg("--json").json();
    assert_eq!(pairs["pairs"][0]["minutes_per_week_worst"], 2400);
}

#[test]
fn whoever_is_busy_all_day_is_away_from_a_chain() {
    let all_day = CALENDAR.replacen("20270104T120000", "20270104T170000", 1);
    let test = || Test::team(TEAM).file("ana.ics", all_day.as_bytes()).verb("handoff").args(WEEK);
    let busy = |date: &str| json!({"member": "Ana", "date": date, "holiday": null, "busy": true});
    let found = test().arg("--json").json();
    let away = &found["seasons"][0]["away"];
    assert_eq!(away, &json!([busy("2027-01-04"), busy("2027-01-05"), busy("2027-01-06")]), "{found}");
    let said = test().run().stdout;
    assert!(said.contains("\nAway: Ana: 4 to 6 January (busy)\n"), "{said}");
}

#[test]
fn why_somebody_is_away_names_the_calendar() {
    let said = test().verb("overlap").args("--at 2027-01-04T10:00:00Z --why").run().stdout;
    let ana = "Ana: busy in the calendar ana.ics, Mon 10:00 in Lisbon\n  an event of their calendar\n";
    assert!(said.starts_with(ana), "{said}");
}

#[test]
fn check_says_what_it_read() {
    test()
        .verb("check")
        .args(WEEK)
        .stdout(
            "\
T: 2 members, 0 meetings, 0 chains, 1 rota, 0 openings

Member  Place   Zone           Hours
Ana     Lisbon  Europe/Lisbon  Mo-Fr 09:00-17:00
Bo      London  Europe/London  Mo-Fr 09:00-17:00

Busy by their calendars, 2027-01-04 to 2027-01-11 UTC

Member  Calendar  Busy times  From        To
Ana     ana.ics            4  2027-01-04  2027-01-07
",
        )
        .run();
    let found = test().verb("check").args(WEEK).arg("--json").json();
    let expected = json!({
        "member": "Ana", "path": "ana.ics", "busy_times": 4, "busy_minutes": 600, "from": "2027-01-04", "to": "2027-01-07",
    });
    assert_eq!(found["calendars"], json!([expected]));
}

#[test]
fn what_cannot_be_read_is_said_with_its_place() {
    let refused = |team: &str| Test::team(team).file("ana.ics", b"<html>").verb("overlap").code(2);
    refused(TEAM)
        .stderr(
            "\
error: `ana.ics` is no calendar: it begins with `<html>`, and an iCalendar file begins with `BEGIN:VCALENDAR`
 --> team.ron:2:70
  |
2 |     (name: \"Ana\", city: \"Lisbon\", hours: \"Mo-Fr 09:00-17:00\", busy: [\"ana.ics\"]),
  |                                                                      ^^^^^^^^^
",
        )
        .run();
    for (written, said) in [
        ("[\"anna.ics\"]", "cannot read `anna.ics`: there is no such file; did you mean `ana.ics`?"),
        ("\"none/ana.ics\"", "cannot read `none/ana.ics`: there is no such file"),
        ("\".\"", "ana.ics` is no calendar"),
        ("[\"\"]", "this is no path"),
        ("[\"ana.ics\", \"ana.ics\"]", "the calendar `ana.ics` is written twice"),
        ("7", "expected the path of a calendar in quotes, or a list of them"),
    ] {
        refused(&TEAM.replace("[\"ana.ics\"]", written)).stderr_has(said).stderr_has("--> team.ron:2:").run();
    }
}

#[test]
fn what_is_not_understood_is_a_warning() {
    let strange = CALENDAR.replacen("RRULE:FREQ=DAILY", "RRULE:FREQ=SOMETIMES", 1);
    Test::team(TEAM)
        .file("ana.ics", strange.as_bytes())
        .verb("overlap")
        .args(WEEK)
        .stderr_has("warning: ana.ics, line 3: the RRULE `FREQ=SOMETIMES;COUNT=5` is not understood")
        .run();
}
