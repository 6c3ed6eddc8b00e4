//! Files that are no team files: a clear message and exit code 2, whatever the verb; never a panic.

use std::fmt::Write;

use crate::support::Test;

const MEMBER: &str = "name: \"Ana\", hours: \"Mo-Fr 09:00-17:00\"";

fn team_with(members: &str) -> String {
    format!("Team(version: 1, name: \"T\", members: [{members}])")
}

#[test]
fn what_is_no_team_file() {
    for verb in ["check", "overlap", "pairs", "meet", "handoff", "rota", "hire"] {
        let refused = |team: &[u8], why: &str| {
            Test::new()
                .file("team.ron", team)
                .verb(verb)
                .code(2)
                .stdout("")
                .stderr_has("error: ")
                .stderr_has(why)
                .run();
        };
        refused(b"", "the file is empty");
        refused(b"\xff\xfe\x00T", "no UTF-8 text");
        refused(b"hello", "team.ron:1:1");
        refused("(".repeat(100_000).as_bytes(), "team.ron:1");
        refused(team_with(&format!("({MEMBER}, zone: \"Europe/Lisbom\")")).as_bytes(), "did you mean `Europe/Lisbon`?");
        refused(
            team_with(&format!("({}, city: \"Lisbon\")", MEMBER.replace("09:00-17:00", "25:00-26:00"))).as_bytes(),
            "25:00",
        );
        refused(b"Team(version: 99, name: \"T\", members: [])", "newer");
        Test::new()
            .verb(verb)
            .code(2)
            .stdout("")
            .stderr("error: cannot read `team.ron`: there is no such file\n")
            .run();
        let folder = "error: cannot read `.`: it is a folder; name a file in it\n";
        Test::new().arg(verb).arg(".").code(2).stdout("").stderr(folder).run();
    }
}

#[test]
fn a_file_of_50_megabytes() {
    let large = vec![b' '; 50 * 1024 * 1024];
    let test = Test::new().file("team.ron", &large).verb("check").code(2);
    test.stderr("error: cannot read `team.ron`: it is larger than 8 MB\n").run();
}

#[test]
fn a_team_of_none() {
    let none = || Test::team(&team_with(""));
    none().verb("check").stdout("T: 0 members, 0 meetings, 0 chains, 0 rotas, 0 openings\n").run();
    none().verb("check").args("--min-overlap 3h").run();
    for verb in ["overlap", "pairs", "handoff"] {
        none().verb(verb).code(2).stderr("error: the team `T` has no members yet\n").run();
    }
}

#[test]
fn a_team_of_a_thousand() {
    let mut members = String::new();
    for number in 0..1000 {
        let zone = ["Europe/Lisbon", "America/New_York", "Asia/Tokyo", "Asia/Kathmandu"][number % 4];
        let _ = write!(members, "(name: \"N{number}\", zone: \"{zone}\", hours: \"Mo-Fr 09:00-17:00\"),");
    }
    let team = || Test::team(&team_with(&members));
    team().verb("check").run();
    let found = team().verb("overlap").args("--from 2027-01-04 --to 2027-01-11 --at-least 500 --json").json();
    assert_eq!(found["windows"].as_array().map(Vec::len), Some(15), "each with its neighbour");
}

#[test]
fn every_worked_example_is_right() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("teams");
    let mut seen = 0;
    for entry in folder.read_dir().expect("the worked examples") {
        let path = entry.expect("an entry").path();
        Test::new().arg("check").arg(path.to_str().expect("a path of text")).run();
        seen += 1;
    }
    assert!(seen >= 4);
}
