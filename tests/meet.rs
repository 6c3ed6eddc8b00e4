//! `sunwise meet`.

use serde_json::json;

use crate::support::{TWO, Test, has_keys};

#[test]
fn suggestions_for_machines() {
    let found = Test::team(TWO).verb("meet").args("--from 2027-01-04 --json").json();
    assert_eq!(found["meeting"], "Sync");
    let suggestions = found["suggestions"].as_array().expect("a list");
    assert_eq!(suggestions.len(), 5);
    let best = &suggestions[0];
    let wanted = ["slots", "worst_burden", "total_burden", "burden", "moved_occurrences", "occurrences", "sentence"];
    assert!(has_keys(best, &wanted), "{best}");
    assert!(has_keys(&best["slots"][0], &["weekday", "start", "anchor"]), "{best}");
    assert_eq!(best["burden"], json!({"Ana": 0.0, "Bo": 0.0}));
    assert_eq!((&best["worst_burden"], &best["total_burden"]), (&json!(0.0), &json!(0.0)));
    // Whichever place the meeting keeps to, the clocks of the other differ in three weeks.
    assert_eq!(best["moved_occurrences"], 3);
    let occurrences = best["occurrences"].as_array().expect("a list");
    assert_eq!(occurrences.len(), 52);
    assert!(has_keys(&occurrences[0], &["start", "end", "slot"]));
    let starts: Vec<&str> = occurrences.iter().filter_map(|occurrence| occurrence["start"].as_str()).collect();
    assert!(starts.is_sorted() && starts.len() == 52);
}

#[test]
fn a_meeting_of_the_arguments() {
    let meet = || Test::team(TWO).verb("meet").args("--minutes 45 --every weekday --from 2027-01-04 --weeks 4");
    let found = meet().args("--with Ana --optional Bo --slots 2 --top 1 --json").json();
    assert_eq!(found["suggestions"].as_array().map(Vec::len), Some(1));
    let best = &found["suggestions"][0];
    assert_eq!(best["slots"].as_array().map(Vec::len), Some(2));
    assert_eq!(best["slots"][0]["weekday"], json!(null), "every weekday");
    assert_eq!(best["occurrences"].as_array().map(Vec::len), Some(20));
    let said = meet().run().stdout;
    assert!(said.contains("\nWho  Local start (times)"), "{said}");
}

#[test]
fn what_cannot_be_asked() {
    let meet = |arguments: &str| Test::team(TWO).verb("meet").args(arguments).code(2);
    meet("Snyc").stderr("error: unknown meeting `Snyc`; did you mean `Sync`?\n").run();
    meet("--with Cai").stderr("error: unknown member `Cai`; there is `Ana`, `Bo`\n").run();
    meet("--with Ana --optional Ana").stderr_has("`Ana` is named twice").run();
    meet("--minutes 0").stderr_has("--minutes").run();
    meet("--slots 5").stderr_has("--slots").run();
    meet("--every blue-moon").stderr_has("write weekday, week, 2-weeks").run();
    meet("--from 2099-12-01").stderr_has("2000 to 2099").run();
    let without =
        "Team(version: 1, name: \"W\", members: [(name: \"Ana\", city: \"Lisbon\", hours: \"Mo-Fr 09:00-17:00\")])";
    Test::team(without)
        .verb("meet")
        .code(2)
        .stderr("error: the team file has no meeting; say what is wanted, such as --minutes 30 --every week\n")
        .run();
}

#[test]
fn a_settled_meeting_is_written_for_others() {
    let ics = Test::team(TWO).verb("meet").args("Sync --from 2027-01-04 --write ics -o sync.ics --skip 2027-01-12");
    let text = ics.stdout("").run().read("sync.ics");
    assert!(text.contains("DTSTART;TZID=Europe/Lisbon:20270105T150000\r\n"), "the slot of the file: {text}");
    assert!(
        text.contains("RRULE:FREQ=WEEKLY;BYDAY=TU;WKST=MO\r\n")
            && text.contains("EXDATE;TZID=Europe/Lisbon:20270112T150000")
    );
    let said = Test::team(TWO).verb("meet").args("Sync --from 2027-03-08 --weeks 4 --write text").run().stdout;
    let expected = "\
Sync: every week, 30 min
Tu 15:00 Lisbon time

Ana: Tu 15:00 in Lisbon
Bo: Tu 10:00 in New York City, from 16 March 11:00, from 30 March 10:00
";
    assert_eq!(said, expected);
    let refuse = |args: &str| Test::team(TWO).verb("meet").args(args).code(2);
    refuse("Sync --from 2027-01-04 --write ics --skip 2027-01-13").stderr_has("not held on 2027-01-13").run();
    refuse("Sync --write ics --move 2027-01-05").stderr_has("2027-03-30=2027-03-31T15:00").run();
    refuse("Sync --skip 2027-01-05").stderr_has("`--skip` is for `--format ics`, `text`").run();
}
