//! `sunwise pairs` and `sunwise check --min-overlap`.

use serde_json::json;

use crate::support::{TWO, Test};

const DATES: &str = "--from 2027-03-22 --to 2027-03-29";

/// Four hours a day until Sunday's change of clocks in Lisbon, and three from then on: the worst steady week.
#[test]
fn pairs_for_machines() {
    let found = Test::team(TWO).verb("pairs").args(DATES).arg("--json").json();
    assert_eq!(
        found["pairs"],
        json!([{
            "a": "Ana", "b": "Bo", "minutes_per_week_mean": 1200, "minutes_per_week_worst": 900, "under_target": true,
        }])
    );
    // Bo asks on Friday at 17:00 UTC and is answered on Monday at 08:00.
    assert_eq!(
        found["response"],
        json!([
            {"from": "Ana", "to": "Bo", "mean_minutes": 60, "max_minutes": 240},
            {"from": "Bo", "to": "Ana", "mean_minutes": 702, "max_minutes": 3780},
        ])
    );
}

#[test]
fn pairs_for_people() {
    Test::team(TWO)
        .verb("pairs")
        .args(DATES)
        .stdout(
            "\
Pair      Mean a week  Worst week
Ana   Bo          20h         15h  under 4h a workday

Asks  Answers  Mean wait  Longest  Mean round trip  Longest
Ana   Bo              1h       4h             3h5m   63h30m
Bo    Ana         11h42m      63h            14h3m      68h

Without
Ana      20 h a week lose their last cover
Bo       20 h a week lose their last cover
",
        )
        .run();
}

#[test]
fn round_trips_and_losses_for_machines() {
    let found = Test::team(TWO).verb("pairs").args(DATES).args("--json --work 1h").json();
    assert_eq!(found["work_minutes"], 60);
    // Ana asks on Friday at 16:00 UTC, when Bo needs until her evening; the clocks in Lisbon go forward on Sunday.
    assert_eq!(
        found["round_trip"][0],
        json!({"from": "Ana", "to": "Bo", "mean_minutes": 307, "max_minutes": 3840, "max_asked_at": "2027-03-26T16:00:00Z"})
    );
    assert_eq!(
        found["lost"][0],
        json!({
            "member": "Ana",
            "together_gained_per_week": null,
            "coverage_lost_per_week": {"mean": 1200, "worst": 1200},
            "pairs_at_target_lost": 0,
            "parted": [],
        })
    );
    Test::team(TWO).verb("pairs").args("--work 700h").code(2).stderr_has("at most 672h").run();
}

#[test]
fn a_check_passes_or_fails() {
    let check = |least: &str| Test::team(TWO).verb("check").args(DATES).arg("--min-overlap").arg(least);
    check("3h").run();
    let failed = check("3h1m").code(1).stderr("1 of 1 pairs share less than 3h1m a workday\n").run();
    assert!(failed.stdout.contains("\nAna                Bo    3h\n"), "{}", failed.stdout);
    let found = check("3h1m").arg("--json").code(1).stderr_has("1 of 1 pairs").json();
    assert_eq!(found["ok"], false);
    assert_eq!(found["under"], json!([{"a": "Ana", "b": "Bo", "minutes_per_week_worst": 900}]));
    check("3").code(2).stderr_has("`3` is no duration").run();
}

#[test]
fn a_file_without_faults_is_summed_up() {
    Test::team(TWO)
        .verb("check")
        .stdout(
            "\
Two: 2 members, 1 meeting, 1 chain, 1 rota, 1 opening

Member  Place          Zone              Hours
Ana     Lisbon         Europe/Lisbon     Mo-Fr 09:00-17:00
Bo      New York City  America/New_York  Mo-Fr 09:00-17:00
",
        )
        .run();
}
