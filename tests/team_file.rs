//! Team files: what is read, how errors look, and that what is written is read again.

mod random;

use proptest::prelude::*;
use sunwise::team::{self, Diagnostic, Severity, Team};
use sunwise::time::Instant;

/// A file's errors, or for a usable file its warnings, as they are shown.
fn shown(name: &str, bytes: &[u8]) -> String {
    match team::read(name, bytes) {
        Ok((_, warnings)) => warnings.iter().map(Diagnostic::to_string).collect::<Vec<_>>().join("\n\n"),
        Err(errors) => errors.to_string(),
    }
}

/// Each file is read whole and all its errors are told at once: see `team_file/*.ron` and `team_file/*.snap`.
#[test]
fn errors_are_told_all_at_once_with_their_places() {
    macro_rules! cases {
        ($($name:literal)*) => {
            [$(($name, include_str!(concat!("team_file/", $name, ".ron")))),*]
        };
    }
    let cases = cases!(
        "syntax" "stopped" "team" "top" "missing" "newer" "older" "member" "dates" "policy" "plans" "rota" "opening" "warnings"
    );
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("team_file");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, text) in cases {
            insta::assert_snapshot!(name, shown(&format!("{name}.ron"), text.as_bytes()));
        }
    });
}

#[test]
fn what_is_no_team_file_is_refused_with_a_clear_message() {
    let large = vec![b' '; team::MAX_FILE_BYTES + 1];
    let latin = b"Team(\n    name: \"S\xE3o Paulo\",\n)";
    let deep = "[".repeat(1_000_000);
    let cases: [(&str, &[u8], &str); 7] = [
        (
            "empty",
            b"",
            "\
error: the file is empty
 --> a.ron:1:1
  = help: a team of none is: Team(version: 1, name: \"My team\", members: [])",
        ),
        (
            "blank",
            b"\xEF\xBB\xBF \n",
            "\
error: the file is empty
 --> a.ron:1:1
  = help: a team of none is: Team(version: 1, name: \"My team\", members: [])",
        ),
        (
            "large",
            &large,
            "\
error: the file is larger than 8 MB, so it is no team file
 --> a.ron:1:1",
        ),
        (
            "not UTF-8",
            latin,
            "\
error: the byte 0xE3 is no UTF-8 text
 --> a.ron:2:13
  |
2 |     name: \"S\u{fffd}o Paulo\",
  |             ^
  = help: save the file with the encoding UTF-8",
        ),
        (
            "deep",
            deep.as_bytes(),
            "\
error: groups are nested more than 64 deep
 --> a.ron:1:66
  |
1 | …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
  |                                                              ^",
        ),
        (
            "JSON",
            br#"{"version": 1, "name": "x", "members": []}"#,
            "\
error: a team stands in `( )`, not in `{ }`
 --> a.ron:1:1
  |
1 | {\"version\": 1, \"name\": \"x\", \"members\": []}
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        ),
        (
            "a comment only",
            b"// nothing",
            "\
error: expected a value, found the end of the file
 --> a.ron:1:11
  |
1 | // nothing
  |           ^",
        ),
    ];
    for (what, bytes, expected) in cases {
        assert_eq!(shown("a.ron", bytes), expected, "{what}");
    }
}

fn read(text: &str) -> Team {
    let (team, warnings) = team::read("a.ron", text.as_bytes()).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(warnings, [], "{text}");
    team
}

#[test]
fn what_may_be_left_out_holds_anyway() {
    let short = read(r#"(version: 1, name: "", members: [(name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00")])"#);
    let long = read(
        r#"#![enable(implicit_some)]
        Team(version: 1, name: "", members: [Member(
            name: "Ana", city: Some("Lisboa"), zone: None, hours: "Mo-Fr 9:00-17:00", flexible: "off", sleep: "22:00-07:00",
            email: None, handle: None, roles: [], stays: [], leave: [], capacity: 1,
        )], policy: (rates: (flexible: 1, asleep: 10, off: 3), duty: 1, target_overlap: "4h", rest: "660m", min_live: "30m"),
        meetings: [], chains: [], rotas: [], openings: [])"#,
    );
    assert_eq!(short, long);
    assert_eq!(read(r#"(version: 1, name: "x", members: [])"#).members, []);
}

#[test]
fn a_pin_is_an_instant_or_a_time_of_the_anchor_zone() {
    let pin = |shift: &str| {
        let team = read(&format!(
            r#"(version: 1, name: "", members: [(name: "Ana", zone: "UTC", hours: "off")], rotas: [(
                name: "R", anchor: "America/New_York", start: "2027-06-07", weeks: 1, shifts: Daily(at: ["10:00"]),
                pins: [(shift: "{shift}", tier: 1, member: "Ana")],
            )])"#
        ));
        team.rotas[0].pins[0].shift
    };
    let expected = pin("2027-06-08T14:00:00Z");
    assert_eq!(expected.to_string(), "2027-06-08T14:00:00Z");
    let same: [Instant; 3] = ["2027-06-08 10:00", "2027-06-08T10:00", "2027-06-08T16:00:00+02:00"].map(pin);
    assert_eq!(same, [expected; 3]);
}

#[test]
fn the_worked_examples_are_read_without_a_word() {
    for (name, text) in [
        ("ml-platform.ron", include_str!("../teams/ml-platform.ron")),
        ("two-sites.ron", include_str!("../teams/two-sites.ron")),
        ("round-the-world.ron", include_str!("../teams/round-the-world.ron")),
        ("nomads.ron", include_str!("../teams/nomads.ron")),
    ] {
        assert_eq!(shown(name, text.as_bytes()), "", "{name}");
        let team = read(text);
        assert_eq!(team::rewrite(text, &team), team::Rewritten { text: text.to_owned(), comments_lost: vec![] });
        assert_eq!(read(&team::write(&team)), team, "{name}");
        assert!(!team.meetings.is_empty() && !team.chains.is_empty() && !team.rotas.is_empty(), "{name}");
    }
}

#[test]
fn a_team_of_a_thousand_is_read_and_one_of_too_many_is_not() {
    let of = |count: usize| {
        let member =
            |n: usize| format!("(name: \"M{n}\", city: \"Lisbon\", hours: \"Mo-Fr 09:00-17:00\", roles: [\"a\"]),\n");
        format!("(version: 1, name: \"Many\", members: [\n{}])", (0..count).map(member).collect::<String>())
    };
    assert_eq!(read(&of(1000)).members.len(), 1000);
    let errors = shown("a.ron", of(team::MOST_MEMBERS + 1).as_bytes());
    assert!(
        errors.starts_with("error: a team has at most 5000 members, and here are 5001\n    --> a.ron:5002:1\n"),
        "{errors}"
    );
}

#[test]
fn a_file_full_of_errors_is_told_in_part() {
    let text = format!("(version: 1, name: \"\", members: [{}])", "1 ".repeat(1_000_000));
    assert_eq!(team::read("a.ron", text.as_bytes()).expect_err("no commas").errors().count(), 100);
    let text = format!("(version: 1, name: \"\", members: [{}])", "(x: 1),".repeat(4000));
    let errors = team::read("a.ron", text.as_bytes()).expect_err("members without a name");
    assert_eq!(errors.errors().count(), 100);
    assert!(
        errors
            .to_string()
            .ends_with("= help: only the first 100 errors are told; there may be more\n\n100 errors in a.ron")
    );
    assert!(errors.all().iter().all(|diagnostic| diagnostic.severity == Severity::Error));
}

#[test]
fn a_hundred_warnings_are_told_and_every_error_beside_them() {
    let file = |roles: usize, more: &str| {
        let chain = |n: usize| format!("(name: \"C{n}\", role: \"nobody\"),\n");
        let chains: String = (0..roles).map(chain).collect();
        format!("(version: 1, name: \"\", members: [], chains: [\n{chains}{more}])")
    };
    for (roles, told) in [(99, 99), (100, 100), (101, 100), (150, 100)] {
        let (_, warnings) = team::read("a.ron", file(roles, "").as_bytes()).expect("only warnings");
        assert_eq!(warnings.len(), told, "{roles}");
        assert!(warnings.iter().all(|warning| warning.severity == Severity::Warning && warning.hint.is_none()));
    }
    let errors = team::read("a.ron", file(150, "(), ()").as_bytes()).expect_err("chains without a name");
    assert_eq!((errors.all().len(), errors.errors().count()), (102, 2));
}

#[test]
fn whether_more_may_be_wrong_is_said_from_a_hundred_errors_on() {
    for (errors, is_cut) in [(99, false), (100, true), (101, true)] {
        let text = format!("(version: 1, name: \"\", members: [], chains: [{}])", "(),".repeat(errors));
        let told = team::read("a.ron", text.as_bytes()).expect_err("chains without a name");
        assert_eq!(told.errors().count(), errors.min(100));
        assert_eq!(told.to_string().contains("there may be more"), is_cut, "{errors}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(team in random::team()) {
        let text = team::write(&team);
        let again = team::read("a.ron", text.as_bytes()).map(|(team, _)| team);
        prop_assert_eq!(again.as_ref().map_err(ToString::to_string), Ok(&team), "{}", text);
        let too_long = text.lines().filter(|line| line.chars().count() > 120 && line.matches(", ").count() > 1);
        prop_assert_eq!(too_long.collect::<Vec<_>>(), Vec::<&str>::new());
    }

    #[test]
    fn what_is_saved_over_another_team_is_read_again(old in random::team(), new in random::team()) {
        let saved = team::rewrite(&team::write(&old), &new);
        let again = team::read("a.ron", saved.text.as_bytes()).map(|(team, _)| team);
        prop_assert_eq!(again.as_ref().map_err(ToString::to_string), Ok(&new), "{}", saved.text);
        prop_assert_eq!(saved.comments_lost, Vec::<String>::new());
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        shown("a.ron", &bytes);
    }

    /// A worked example with a few letters changed is read or told about.
    #[test]
    fn no_damage_panics(at in any::<prop::sample::Index>(), len in 0..20_usize, instead in "[\\PC\n\"(),:\\[\\]{}0-9]{0,4}") {
        let text = include_str!("../teams/ml-platform.ron");
        let chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        let end = (at + len).min(chars.len());
        let damaged: String = chars[..at].iter().copied().chain(instead.chars()).chain(chars[end..].iter().copied()).collect();
        if let Err(errors) = team::read("a.ron", damaged.as_bytes()) {
            for diagnostic in errors.all() {
                prop_assert!(damaged.get(diagnostic.range.clone()).is_some() && diagnostic.line > 0 && diagnostic.column > 0);
            }
        }
    }
}
