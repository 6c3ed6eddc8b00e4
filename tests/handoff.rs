//! `sunwise handoff` and `sunwise briefing`.

use serde_json::json;

use crate::support::{TWO, Test};

/// Ana 09-17 UTC and Bo 13-21; from Lisbon's change of clocks on Ana 08-16. The handoff lies in the middle of the time together.
#[test]
fn chains_for_machines() {
    let found = Test::team(TWO).verb("handoff").args("--role oncall --from 2027-03-22 --to 2027-03-29 --json").json();
    let seasons = found["seasons"].as_array().expect("a list");
    assert_eq!(seasons.len(), 2);
    let spring = &seasons[1];
    assert_eq!((&spring["from"], &spring["to"]), (&json!("2027-03-28T01:00:00Z"), &json!("2027-03-29T00:00:00Z")));
    assert_eq!(
        spring["legs"],
        json!([
            {"member": "Ana", "start": "08:00", "end": "14:30", "minutes": 390},
            {"member": "Bo", "start": "14:30", "end": "21:00", "minutes": 390},
        ])
    );
    assert_eq!((&spring["covered_minutes_per_day"], &spring["longest_gap_minutes"]), (&json!(780), &json!(660)));
    assert_eq!(
        spring["handoffs"][0],
        json!({
            "from": "Ana", "to": "Bo", "at": "14:30", "live_minutes": 180, "live": true,
            "wait": {"mean_minutes": 94, "max_minutes": 300},
        })
    );
    assert_eq!(seasons[0]["handoffs"][0]["worst"], json!({"date": "2027-03-22", "live_minutes": 240}));
    assert_eq!(seasons[0]["wait"]["max_minutes"], json!(3600), "from Friday 21:00 to Monday 09:00 UTC");
    assert_eq!(seasons[0]["away"], json!([{"member": "Ana", "date": "2027-03-26", "holiday": "Good Friday"}]));
    // One chain that fits both weeks gives up nothing: the legs are those of the longer day.
    assert_eq!(found["year"]["legs"], spring["legs"]);
    assert_eq!(found["year"]["seasons"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        (&seasons[0]["covered_minutes_per_day"], &seasons[0]["longest_gap_minutes"]),
        (&json!(720), &json!(720))
    );
}

#[test]
fn chains_for_people() {
    let said = Test::team(TWO).verb("handoff").args("--chain Sun --from 2027-03-29 --to 2027-04-05").run().stdout;
    assert_eq!(
        said,
        "\
2027-03-29 to 2027-04-05
Ana 08:00-14:30 UTC, Bo 14:30-21:00 UTC: 13 h a day covered, the longest gap is 11 h. 1 of 2 handoffs are live.
A question waits 3 h 43 min on average, 59 h at most.
Handoff       UTC    Gives at                Takes at                Together            Least on         Mean wait  Longest
Ana      Bo   14:30  15:30 in Lisbon         10:30 in New York City        3h  live      2027-03-29 (3h)      1h34m       5h
Bo       Ana  08:00  04:00 in New York City  09:00 in Lisbon               0m  not live  2027-03-29 (0m)     14h27m      64h

One chain for all of it
Ana 08:00-14:30 UTC, Bo 14:30-21:00 UTC: 13 h a day covered, the longest gap is 11 h. 1 of 2 handoffs are live.
Kept all year it covers 13 h a day, as much as changing it with every season.
Its handoffs, season by season: --one
"
    );
    let role = Test::team(TWO).verb("handoff").args("--role onacll").code(2);
    role.stderr("error: unknown role `onacll`; did you mean `oncall`?\n").run();
}

#[test]
fn handoffs_for_calendars_and_notes_to_fill_in() {
    let text =
        Test::team(TWO).verb("handoff").args("--chain Sun --from 2027-03-22 --to 2027-04-05 --format ics").run().stdout;
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 4, "two handoffs in two seasons");
    assert!(text.contains("SUMMARY:Handoff: Ana to Bo (Sun)\r\n"), "{text}");
    let one =
        Test::team(TWO).verb("handoff").args("--one --from 2027-03-22 --to 2027-04-05 --format notes -o n.md").run();
    let notes = one.read("n.md");
    assert_eq!(notes.matches("\n## ").count(), 2, "{notes}");
    assert_eq!(notes.matches(": 14:30 UTC, ").count(), 2, "a line a season: {notes}");
}

/// New York changed its clocks on Sunday, Lisbon will in two weeks.
#[test]
fn a_briefing_says_what_moves_for_whom() {
    let found = Test::team(TWO).verb("briefing").args("--week 2027-03-17 --json").json();
    assert_eq!((&found["from"], &found["to"]), (&json!("2027-03-15T00:00:00Z"), &json!("2027-03-22T00:00:00Z")));
    assert_eq!(
        found["clock_changes"],
        json!([{"member": "Bo", "at": "2027-03-14T07:00:00Z", "before": "-05:00", "after": "-04:00"}])
    );
    assert_eq!(
        found["meetings"],
        json!([{
            "meeting": "Sync", "slot": "Tu 15:00 Lisbon time", "member": "Bo", "before": "Tu 10:00", "after": "Tu 11:00",
        }])
    );
    assert_eq!(found["handoffs"][0]["chain"], "Sun");

    let pasted = Test::team(TWO).verb("briefing").args("--week 2027-03-17 --paste").run().stdout;
    assert!(
        pasted.starts_with("Two, week of Mon 15 Mar 2027:\nClocks go forward 1 h for Bo on Sun 14 Mar, 02:00.\n"),
        "{pasted}"
    );
    assert!(pasted.contains("\nSync (Tu 15:00 Lisbon time) is at Tu 11:00 for Bo, not Tu 10:00.\n"), "{pasted}");

    let quiet = Test::team(TWO).verb("briefing").args("--week 2027-05-17 --json").json();
    assert_eq!((&quiet["clock_changes"], &quiet["meetings"], &quiet["handoffs"]), (&json!([]), &json!([]), &json!([])));
}

/// A monthly meeting moves when it is held, compared with the last time.
#[test]
fn a_briefing_knows_when_a_meeting_is_held() {
    let monthly = TWO.replace("every: Week", "every: Month(Last)");
    let meetings =
        |week: &str| Test::team(&monthly).verb("briefing").args(week).arg("--json").json()["meetings"].clone();
    assert_eq!(meetings("--week 2027-03-16"), json!([]), "not the last Tuesday of the month");
    assert_eq!(meetings("--week 2027-03-30"), json!([]), "both have changed since the last Tuesday of February");
    let early = TWO.replace("every: Week", "every: Month(4)");
    let found = Test::team(&early).verb("briefing").args("--week 2027-03-23 --json").json();
    assert_eq!(
        (&found["meetings"][0]["before"], &found["meetings"][0]["after"]),
        (&json!("Tu 10:00"), &json!("Tu 11:00"))
    );
}
