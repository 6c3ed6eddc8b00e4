//! What every verb says of its answer: `--json`, `--format`, `--write` and `-o`.

use crate::support::{TWO, Test};

/// The verbs, each with a question that it answers at once.
const QUESTIONS: [&str; 12] = [
    "check team.ron --from 2027-01-04",
    "overlap team.ron --from 2027-01-04 --to 2027-01-11",
    "pairs team.ron --from 2027-01-04 --to 2027-01-11",
    "meet team.ron --from 2027-01-04 --weeks 2 --top 1",
    "cadence team.ron --from 2027-01-04 --weeks 2",
    "missed team.ron --from 2027-01-04 --weeks 2",
    "panel team.ron --from 2027-01-04 --top 1",
    "handoff team.ron --from 2027-01-04 --to 2027-01-11",
    "rota team.ron",
    "hire team.ron --from 2027-01-04 --weeks 2 --top 1",
    "scenarios team.ron --without Bo --from 2027-01-04 --to 2027-01-11",
    "cities Lisbon",
];

fn asked(question: &str, output: &str) -> Test {
    Test::team(TWO).args(question).args(output)
}

#[test]
fn every_verb_answers_machines_and_into_files() {
    for question in QUESTIONS {
        let said = asked(question, "--json").run().stdout;
        assert!(said.starts_with(['{', '[']), "{question}: {said}");
        let done = asked(question, "--format json -o answer.json").stdout("").run();
        assert_eq!(done.read("answer.json"), said, "{question}");
        asked(question, "--json --format json").code(2).stderr_has("cannot be used with").run();
        asked(question, "--format pdf").code(2).stderr_has("pdf").run();
    }
}

#[test]
fn write_is_another_word_for_format() {
    let meet = |output: &str| asked("meet team.ron Sync --from 2027-03-08 --weeks 4", output).run().stdout;
    assert_eq!(meet("--write text"), meet("--format text"));
    assert!(meet("--write text").starts_with("Sync: every week, 30 min\n"));
}

/// Only the time of export differs.
#[test]
fn a_one_off_has_two_spellings() {
    let panel = |output: &str| {
        let text =
            asked("panel team.ron --from 2027-03-22 --name Talk --pick 2", output).stdout("").run().read("a.ics");
        let same = |line: &&str| !line.starts_with("DTSTAMP");
        text.lines().filter(same).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(panel("--ics a.ics"), panel("--format ics -o a.ics"));
    let refused = asked("panel team.ron --from 2027-03-22 --name Talk", "--json").code(2);
    refused.stderr("error: `--name` is for `--format ics`; this format has no such choice\n").run();
}

/// Of two tiers a tool gets two files. Not all duties are held, which is a "no" and yet written.
#[test]
fn several_files_stand_beside_each_other() {
    let team = TWO.replace("tiers: 1", "tiers: 2").replace("rest: \"11h\",", "");
    let team = team.replace("name: \"Ana\",", "name: \"Ana\", handle: \"PA\",");
    let team = team.replace("name: \"Bo\",", "name: \"Bo\", handle: \"PB\",");
    let rota = |output: &str| Test::team(&team).verb("rota").args(output);
    let done = rota("--format pagerduty -o out.json").stdout("").code(1).stderr_has("have nobody").run();
    assert_ne!(done.read("out-primary.json"), done.read("out-secondary.json"));
    let one = rota("--format pagerduty --tier 2").code(1).stderr_has("have nobody").run().stdout;
    assert_eq!(one, done.read("out-secondary.json"));
    rota("--format pagerduty").code(2).stderr_has("add `--tier 1` for one of them, or `-o FILE` for all").run();
    let said = rota("--format csv --tier 2").code(2);
    said.stderr_has("error: `--tier` is for `--format ics`, `cancelled-ics`, `grafana`, `pagerduty`").run();
}
