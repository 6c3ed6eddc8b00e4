//! `sunwise cadence` and `sunwise missed`.

use serde_json::json;

use crate::support::{TWO, Test};

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
