//! `sunwise panel`.

use icalendar::parser::{read_calendar, unfold};
use serde_json::json;

use crate::support::{TWO, Test, crowd};

#[test]
fn the_best_times_for_machines() {
    let panel = || Test::team(TWO).verb("panel").args("--minutes 60 --from 2027-03-22");
    let found = panel().args("--required Ana --with Bo --top 3 --json").json();
    let best = &found["suggestions"][0];
    // London's and Lisbon's clocks have not changed yet: 15:00 UTC is 11:00 in New York.
    assert_eq!((&best["start"], &best["end"]), (&json!("2027-03-22T13:00:00Z"), &json!("2027-03-22T14:00:00Z")));
    assert_eq!((&best["worst_burden"], &best["total_burden"]), (&json!(0.0), &json!(0.0)));
    let (ana, bo) = (&best["attendees"][0], &best["attendees"][1]);
    assert_eq!((&ana["member"], &ana["required"]), (&json!("Ana"), &json!(true)));
    assert_eq!((&bo["member"], &bo["local_start"]), (&json!("Bo"), &json!("2027-03-22T09:00")));
    assert_eq!(found["suggestions"].as_array().map(Vec::len), Some(3));
    assert_eq!(found["to"], "2027-04-05T00:00:00Z", "two weeks");
    let one = panel().args("--at-least 1 --top 2 --a-day 1 --json").json();
    let starts: Vec<&str> =
        one["suggestions"].as_array().into_iter().flatten().filter_map(|s| s["start"].as_str()).collect();
    assert_eq!(starts, ["2027-03-22T09:00:00Z", "2027-03-23T09:00:00Z"]);
}

#[test]
fn the_best_times_for_people() {
    let said = Test::team(TWO).verb("panel").args("--minutes 60 --from 2027-03-22 --top 2").run().stdout;
    assert!(said.starts_with("Mon 22 Mar 2027, 13:00-14:00 UTC: Ana and Bo, within everybody's hours.\n"), "{said}");
    assert!(said.contains("Bo   Mon 09:00-10:00 in New York City       0"), "{said}");
    let lines = Test::team(TWO).verb("panel").args("--from 2027-03-22 --top 1 --paste").run().stdout;
    assert_eq!(lines, "Mon 22 Mar 2027: 13:00-14:00 UTC, 09:00-10:00 New York (Bo), 13:00-14:00 Lisbon (Ana)\n");
}

#[test]
fn what_cannot_be_found() {
    let panel = |arguments: &str| Test::team(TWO).verb("panel").args(arguments);
    panel("--with Ana --at-least 2").code(2).stderr_has("ask for at most 1").run();
    panel("--with Ana --required Ana").code(2).stderr_has("`Ana` is named twice").run();
    panel("--from 2027-03-22 --to 2027-03-22").code(2).stderr_has("reversed").run();
    let away = TWO.replace("email:", "leave: [(from: \"2027-03-20\", to: \"2027-04-30\")], email:");
    let asked = Test::team(&away).verb("panel").args("--required Ana --from 2027-03-22").code(1);
    asked.stdout("").stderr_has("too many are away").run();
}

#[test]
fn a_time_is_written_for_calendars() {
    let panel = || Test::team(TWO).verb("panel").args("--minutes 60 --from 2027-03-22 --required Ana --with Bo");
    let written = |arguments: &str| {
        let done = panel().args(arguments).args("--ics once.ics").stdout("").run();
        let text = unfold(&done.read("once.ics"));
        let calendar = read_calendar(&text).expect("a calendar");
        assert_eq!(calendar.components.len(), 1, "one event and nothing else");
        text
    };
    let best = written("--name Panel");
    for line in ["SUMMARY:Panel", "DTSTART:20270322T130000Z", "DTEND:20270322T140000Z"] {
        assert!(best.contains(&format!("\r\n{line}\r\n")), "{line} in {best}");
    }
    assert!(best.contains("\r\nATTENDEE;CN=\"Ana\";ROLE=REQ-PARTICIPANT;"), "{best}");
    assert!(best.contains("09:00-10:00 New York (Bo)\\, 13:00-14:00 Lisbon (Ana)\r\n"), "{best}");
    assert!(!best.contains("point"), "what it costs whom is not for everybody's calendar");
    assert!(!best.contains("METHOD") && !best.contains("TZID"));
    let next = written("--top 1 --pick 2");
    assert!(next.contains("\r\nSUMMARY:Meeting\r\n") && next.contains("\r\nDTSTART:20270322T131500Z\r\n"), "{next}");
    let uid = |text: &str| text.lines().find(|line| line.starts_with("UID:")).map(str::to_owned);
    assert_ne!(uid(&best), uid(&next));
    panel().args("--to 2027-03-23 --pick 1000 --ics once.ics").code(2).stderr_has("no time 1000").run();
}

/// Of 90 members those who see and pay the same are said together, the worst first.
#[test]
fn times_for_many_are_a_summary() {
    let panel = Test::team(&crowd(90)).verb("panel").args("--top 1 --from 2027-02-08 --to 2027-02-09");
    panel
        .stdout(
            "\
Mon 8 Feb 2027, 12:00-13:00 UTC: M0 and 89 others, M1 and 59 others outside their hours (3 points each).

#  UTC                    Who               Most for one  For all  Others
1  Mon 8 Feb 12:00-13:00  M0 and 89 others             3      180

The best, by everybody's clock:
Who         Local time                        Points
30 like M1  Mon 21:00-22:00 in Tokyo               3
30 like M2  Mon 07:00-08:00 in New York City       3
30 like M0  Mon 12:00-13:00 in Lisbon              0
",
        )
        .run();
    let pool: Vec<String> = (2..90).map(|number| format!("M{number}")).collect();
    let some = || Test::team(&crowd(90)).verb("panel").args("--top 1 --from 2027-02-01 --to 2027-02-02 --required M1");
    let said = some().args("--at-least 2 --with").arg(&pool.join(",")).run().stdout;
    let others = "M13 and 23 others could too; M2 and 29 others could (3 points); M3 and 26 others could (10 points); M10 is away";
    assert!(said.starts_with("Mon 1 Feb 2027, 00:00-01:00 UTC: M1, M4 and M7, within everybody's hours.\n"), "{said}");
    assert!(said.contains(others), "{said}");
}
