//! `sunwise overlap`.

use serde_json::json;

use crate::support::{TWO, Test};

fn overlap() -> Test {
    Test::team(TWO).verb("overlap").args("--from 2027-03-22 --to 2027-03-29")
}

/// Between the changes of clocks in America and Europe; the Friday is Good Friday, a holiday in Portugal.
#[test]
fn windows_for_machines() {
    let window = |day: &str| json!({"start": format!("{day}T13:00:00Z"), "end": format!("{day}T17:00:00Z")});
    let expected = json!({
        "team": "Two",
        "from": "2027-03-22T00:00:00Z",
        "to": "2027-03-29T00:00:00Z",
        "members": ["Ana", "Bo"],
        "at_least": 2,
        "flexible": false,
        "windows": [window("2027-03-22"), window("2027-03-23"), window("2027-03-24"), window("2027-03-25")],
        "minutes": 960,
    });
    assert_eq!(overlap().arg("--json").json(), expected);
}

#[test]
fn windows_for_people() {
    overlap()
        .stdout(
            "\
All of 2 are together for 16h a week (4 windows, 2027-03-22 to 2027-03-29 UTC, leave and holidays counted)

4 h a workday, except 28 March, when 3 h.

From        To          A week  A workday  Clocks and moves
2027-03-22  2027-03-28     20h         4h
2027-03-28  2027-03-29     15h         3h  Ana +00:00 to +01:00

UTC                         Length  Ana              Bo
Mon 2027-03-22 13:00-17:00      4h  Mon 13:00-17:00  Mon 09:00-13:00
Tue 2027-03-23 13:00-17:00      4h  Tue 13:00-17:00  Tue 09:00-13:00
Wed 2027-03-24 13:00-17:00      4h  Wed 13:00-17:00  Wed 09:00-13:00
Thu 2027-03-25 13:00-17:00      4h  Thu 13:00-17:00  Thu 09:00-13:00
",
        )
        .run();
}

#[test]
fn one_of_two_is_enough() {
    let found = overlap().args("--at-least 1 --json").json();
    assert_eq!(found["at_least"], 1);
    assert_eq!(found["minutes"], 4 * 720 + 480, "Bo alone on Friday");
    let alone = overlap().args("--members Ana --json").json();
    assert_eq!((&alone["members"], &alone["minutes"]), (&json!(["Ana"]), &json!(4 * 480)));
}

#[test]
fn a_time_is_written_to_be_pasted() {
    let at = || Test::team(TWO).verb("overlap").args("--at 2027-03-29T03:00Z");
    at().stdout("Mon 29 Mar 2027: 03:00 UTC, 23:00 New York (Sun, −1 day), 04:00 Lisbon\n").run();
    at().args("--for 90m --as markdown --names")
        .stdout(
            "**Mon 29 Mar 2027, 03:00-04:30 UTC**\n\n- 23:00-00:30 New York (Sun, −1 day): Bo\n- 04:00-05:30 Lisbon: Ana\n",
        )
        .run();
    at().args("--as slack --members Ana").stdout("*Mon 29 Mar 2027, 03:00 UTC*\n• 04:00 Lisbon\n").run();
    at().args("--why --members Bo")
        .stdout(
            "Bo: asleep, Sun 23:00 in New York City\n  outside their hours (Monday to Friday 9:00 to 17:00); in their sleep (every \
             day 22:00 to 7:00 the next day)\n  America/New_York is at UTC−4 since 14 March 2027, at UTC−5 from 7 November \
             2027, 02:00 on\n",
        )
        .run();
    at().args("--as telegram").code(2).stderr_has("text, markdown, slack").run();
    at().args("--for 0m").code(2).stderr("error: --for 0m is no time; give a minute or more\n").run();
    at().args("--json").code(2).stderr_has("cannot be used with").run();
    Test::team(TWO).verb("overlap").args("--names").code(2).stderr_has("--at").run();
    Test::team(TWO).verb("overlap").args("--at 15:00").code(2).stderr_has("such as 2027-03-29T15:00Z").run();
}

#[test]
fn what_cannot_be_asked() {
    let overlap = || Test::team(TWO).verb("overlap").code(2);
    overlap().args("--at-least 3").stderr("error: --at-least 3 of 2 cannot be; give 1 to 2\n").run();
    overlap().args("--at-least 0").stderr("error: --at-least 0 of 2 cannot be; give 1 to 2\n").run();
    overlap().args("--members Anna").stderr("error: unknown member `Anna`; did you mean `Ana`?\n").run();
    overlap()
        .args("--from 2027-03-29 --to 2027-03-22")
        .stderr("error: the dates are reversed: --to 2027-03-22 does not come after --from 2027-03-29\n")
        .run();
    overlap().args("--from 1999-12-31").stderr_has("outside the years 2000 to 2099").run();
    overlap().args("--from 2027-03-29 --to 2100-01-01").stderr_has("outside the years 2000 to 2099").run();
    overlap().args("--from 29.3.2027").stderr_has("such as 2027-01-04").run();
}

#[test]
fn the_year_and_a_day_are_drawn() {
    let done =
        Test::team(TWO).verb("overlap").args("--from 2027-01-04 --draw year.svg --zone Europe/Lisbon").stdout("").run();
    let year = done.read("year.svg");
    assert!(year.starts_with("<svg ") && year.contains(">14 Mar: New York City</text>"), "{year}");
    assert!(year.contains("Clocks go forward for Bo"), "tips are titles");
    let args = "--draw year.svg --from 2027-01-04 --no-names";
    let hidden = Test::team(TWO).verb("overlap").args(args).run().read("year.svg");
    assert!(!hidden.contains("for Bo") && !hidden.contains("Ana"), "{hidden}");
    let args = "--draw day.svg --day 2027-03-29 --no-names --dark";
    let day = Test::team(TWO).verb("overlap").args(args).run().read("day.svg");
    assert!(day.contains(">Member 1</text>") && !day.contains("Ana"), "{day}");
    Test::team(TWO).verb("overlap").args("--draw day.gif").code(2).stderr_has("ends neither in .svg nor in .png").run();
    Test::team(TWO).verb("overlap").args("--day 2027-03-29").code(2).stderr_has("--draw").run();
}

#[test]
fn the_year_is_a_sentence() {
    let said = Test::team(TWO).verb("overlap").args("--from 2027-01-01 --to 2028-01-01").run().stdout;
    assert!(
        said.contains("\n3 h a workday, except 14 to 27 March and 31 October to 6 November, when 4 h.\n"),
        "{said}"
    );
}

#[test]
fn the_smallest_shift_that_reaches_a_target() {
    let team = TWO.replace("09:00-17:00\", email", "09:00-17:00\", flexible: \"Mo-Fr 08:00-19:00\", email");
    let nudged = |target: &str| Test::team(&team).verb("overlap").args("--from 2027-01-04 --nudge").arg(target);
    let found = nudged("5h").arg("--json").json();
    assert_eq!(
        found["nudge"],
        json!({
            "target_minutes_per_day": 300,
            "at_least": 2,
            "reached": true,
            "proven": true,
            "minutes_per_week_worst_before": 900,
            "minutes_per_week_worst": 1500,
            "total_minutes": 120,
            "shifts": [{
                "member": "Ana", "minutes": 120, "hours_before": "Mo-Fr 09:00-17:00", "hours": "Mo-Fr 11:00-19:00",
            }],
            "in_the_way": [],
        })
    );
    let said = nudged("5h").run().stdout;
    assert!(said.contains("\n  Ana starts 2 h later: Monday to Friday 11:00 to 19:00\n"), "{said}");
    let missed = nudged("6h").arg("--json").code(1).stderr("no shift of hours reaches 6h a workday\n").json();
    assert_eq!((&missed["nudge"]["reached"], &missed["nudge"]["in_the_way"]), (&json!(false), &json!(["Ana", "Bo"])));
    let usual = Test::team(&team).verb("overlap").args("--json --from 2027-01-04 --nudge").json();
    assert_eq!(usual["nudge"]["target_minutes_per_day"], 240, "the team's target");
}

#[test]
fn what_if_clocks_changed_no_more_and_members_came_and_went() {
    let supposed = |what: &[&str]| {
        let test = Test::team(TWO).verb("overlap").args("--from 2027-01-04 --to 2028-01-03");
        what.iter().fold(test, |test, what| test.arg("--what-if").arg(what))
    };
    let found = supposed(&["eu-permanent-summer"]).arg("--json").json();
    assert_eq!(found["what_if"]["supposed"], json!(["Permanent summer time in the EU from 4 January 2027"]));
    assert_eq!(found["what_if"]["before"]["together_per_week"]["worst"], 900);
    assert_eq!(found["what_if"]["after"]["together_per_week"]["worst"], 600, "in November New York goes back alone");
    let window = json!({"start": "2027-11-10T14:00:00Z", "end": "2027-11-10T16:00:00Z"});
    let windows = found["windows"].as_array().expect("windows");
    assert!(windows.contains(&window), "the windows are those of what is supposed");
    let said = supposed(&["Bo moves to London", "Tokyo joins"]).run().stdout;
    assert!(
        said.starts_with(
            "What if: Bo moves to London; Somebody joins in Tokyo, Monday to Friday 9:00 to 17:00.\n\
             All three share no hours, instead of 15 h a week in the worst season and 15 h 17 min in the mean.\n"
        ),
        "{said}"
    );
    supposed(&["Ana leaves", "Bo leaves"]).code(2).stderr_has("nobody is left").run();
    supposed(&["mars-permanent-summer"]).code(2).stderr_has("write `eu-permanent-standard`").run();
}
