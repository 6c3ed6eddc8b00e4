//! `sunwise cadence` and `sunwise missed`.

use serde_json::json;

use crate::support::{TWO, Test, crowd};

const FOUR: &str = r#"Team(version: 1, name: "Four", members: [
    (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00", leave: [(from: "2027-03-01", to: "2027-03-05")]),
    (name: "Bea", city: "Prague", hours: "Mo-Fr 09:00-17:00", holidays: "none"),
    (name: "Cy", city: "New York", hours: "Mo-Fr 09:00-17:00", holidays: "none"),
    (name: "Dai", city: "Tokyo", hours: "Mo-Fr 09:00-17:00", holidays: "none"),
])"#;

#[test]
fn a_cadence_for_machines() {
    let found = Test::team(FOUR).verb("cadence").args("--from 2027-01-04 --weeks 12 --json").json();
    assert_eq!(found["limit_points_per_week"], 2.0);
    assert_eq!(found["groups"].as_array().map(Vec::len), Some(1));
    let group = &found["groups"][0];
    assert_eq!((&group["members"], &group["meeting"]["worst_burden"]), (&json!(["Ana", "Bea"]), &json!(0.0)));
    assert_eq!(group["meeting"]["slots"][0]["weekday"], json!(null), "every weekday");
    assert_eq!(found["alone"], json!(["Cy", "Dai"]));
    let all = &found["all"];
    assert_eq!(all["slots"], json!([]), "no slot keeps the limit");
    assert!(all["worst_burden_per_week"].as_f64() > Some(2.0), "{all}");
    let written = &all["written"];
    assert_eq!(written["posted"].as_array().map(Vec::len), Some(12));
    assert_eq!(written["readings"].as_array().map(Vec::len), Some(3));
    let high = Test::team(FOUR).verb("cadence").args("--from 2027-01-04 --weeks 12 --limit 100 --json").json();
    assert_eq!((&high["all"]["written"], high["all"]["slots"].as_array().map(Vec::len)), (&json!(null), Some(1)));
}

#[test]
fn a_cadence_for_people() {
    let said = Test::team(FOUR).verb("cadence").args("--from 2027-01-04 --weeks 12").run().stdout;
    assert!(
        said.starts_with("Ana and Bea share at least 4 h a workday in every season.\nDaily sync, 15 min: weekdays "),
        "{said}"
    );
    assert!(said.contains("\nTeam weekly: do not meet. "), "{said}");
    assert!(said.contains("\nTeam weekly  all 4 ") && said.contains(" written "), "{said}");
    Test::team(FOUR).verb("cadence").args("--limit much").code(2).stderr_has("such as 2 or 1.5").run();
    let one =
        "Team(version: 1, name: \"W\", members: [(name: \"Ana\", city: \"Lisbon\", hours: \"Mo-Fr 09:00-17:00\")])";
    Test::team(one).verb("cadence").code(2).stderr_has("at least two members").run();
}

#[test]
fn missed_meetings_are_moved() {
    // Tuesday 6 April is free; Portugal's Freedom Day is a Sunday in 2027, Corpus Christi a Thursday.
    let away = TWO.replace("email:", "leave: [(from: \"2027-04-06\", to: \"2027-04-06\")], email:");
    let missed = || Test::team(&away).verb("missed").args("Sync --from 2027-04-05 --weeks 4");
    let found = missed().arg("--json").json();
    let one = &found["meetings"][0]["missed"][0];
    assert_eq!((&one["date"], &one["who"][0]["reason"]), (&json!("2027-04-06"), &json!("leave")));
    assert_eq!(one["proposal"]["move"], "2027-04-06=2027-04-07T15:00");
    let said = missed().run().stdout;
    assert!(said.starts_with("Sync (Tu 15:00 Lisbon time):\n"), "{said}");
    assert!(
        said.contains(
            "Tue 6 Apr 2027  Ana (leave)    Wed 7 Apr 2027, 15:00 Lisbon time  --move 2027-04-06=2027-04-07T15:00"
        ),
        "{said}"
    );
    let ics = Test::team(&away)
        .verb("meet")
        .args("Sync --from 2027-04-05 --weeks 4 --write ics --move 2027-04-06=2027-04-07T15:00");
    assert!(ics.run().stdout.contains("RECURRENCE-ID;TZID=Europe/Lisbon:20270406T150000"));
    let all = Test::team(TWO).verb("missed").args("--from 2027-04-05 --weeks 2").run().stdout;
    assert_eq!(all, "Sync (Tu 15:00 Lisbon time): nobody misses it.\n");
}

const TURNS: &str = r#"Team(
    version: 1,
    name: "T",
    members: [
        (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00", leave: [
            (from: "2027-02-01", to: "2027-02-05"),
            (from: "2027-02-12", to: "2027-02-12"),
        ]),
        (name: "Bo", city: "Lisbon", hours: "Mo-Fr 09:00-17:00", leave: [(from: "2027-02-08", to: "2027-02-09")]),
    ],
    meetings: [(name: "W", minutes: 60, every: Week, from: "2027-01-04", weeks: 8, slots: 2, chosen: [
        (weekday: "Mo", start: "10:00", anchor: "Europe/Lisbon"),
        (weekday: "Tu", start: "10:00", anchor: "Europe/Lisbon"),
    ])],
)
"#;

#[test]
fn what_is_proposed_once_is_not_proposed_again() {
    let found = Test::team(TURNS).verb("missed").arg("--json").json();
    let missed = found["meetings"][0]["missed"].as_array().expect("a list");
    let moves: Vec<&str> = missed.iter().filter_map(|one| one["proposal"]["move"].as_str()).collect();
    assert_eq!(moves, ["2027-02-01=2027-02-10T10:00", "2027-02-09=2027-02-11T10:00"]);
}

/// Of 200 members those who are alike are said together, in the table as well.
#[test]
fn a_cadence_of_many_is_a_summary() {
    let cadence = Test::team(&crowd(200)).verb("cadence").args("--from 2027-01-04 --weeks 1 --limit 0");
    cadence
        .stdout(
            "\
67 like M0 share at least 4 h a workday two by two in every season.
Daily sync 1, 15 min: weekdays 12:45 Lisbon time: 5 meetings within everybody's hours; no clock change moves it for anybody.
67 like M1 share at least 4 h a workday two by two in every season.
Daily sync 2, 15 min: weekdays 12:45 Tokyo time: 5 meetings within everybody's hours; no clock change moves it for anybody.
66 like M2 share at least 4 h a workday two by two in every season.
Daily sync 3, 15 min: weekdays 12:45 New York time: 5 meetings within everybody's hours; no clock change moves it for anybody.
Team weekly: do not meet. The best slot costs M199 3 points a week, more than 0.
Instead M1 posts an update Mo 16:45 Tokyo time; everybody can read it within 6 h 15 min.
66 like M2 read it by Mo 09:00 in New York City (Mo 14:00 UTC).
67 like M0 read it by Mo 09:00 in Lisbon (Mo 09:00 UTC).
66 like M4 read it by Mo 16:45 in Tokyo (Mo 07:45 UTC).
67 like M0 can usually all have read it by Mo 09:00 UTC.
67 like M1 can usually all have read it by Mo 07:45 UTC.
66 like M2 can usually all have read it by Mo 14:00 UTC.

Meeting       Who         When                          Minutes  Most for one, a week  Missed
Daily sync 1  67 like M0  weekdays 12:45 Lisbon time         15                     0  0 of 5
Daily sync 2  67 like M1  weekdays 12:45 Tokyo time          15                     0  0 of 5
Daily sync 3  66 like M2  weekdays 12:45 New York time       15                     0  0 of 5
Team weekly   all 200     written                            60                     3
",
        )
        .run();
}

#[test]
fn many_who_miss_a_meeting_are_said_by_the_reason() {
    let meeting = "meetings: [(name: \"W\", minutes: 60, every: Week, from: \"2027-02-01\", weeks: 1, chosen: [\
                   (weekday: \"Mo\", start: \"10:00\", anchor: \"Europe/Lisbon\"),\
                   ])]";
    let team = |count| crowd(count).replace("),\n])", &format!("),\n], {meeting})"));
    let few = Test::team(&team(30)).verb("missed").run().stdout;
    assert!(few.contains("  M0 (leave), M10 (leave) and M20 (leave)  "), "{few}");
    let many = Test::team(&team(610)).verb("missed").run().stdout;
    assert!(many.contains("  M0 and 60 others (leave)  "), "{many}");
}
