//! `sunwise cities`, `sunwise about`, and what holds for every verb.

use std::io::Read;
use std::process::Stdio;

use crate::support::{TWO, Test, command, has_keys};

#[test]
fn cities_for_machines() {
    let found = Test::new().args("cities bombay --json").json();
    let first = &found[0];
    let wanted = ["name", "admin", "country", "zone", "latitude", "longitude", "population"];
    assert!(has_keys(first, &wanted), "{first}");
    assert_eq!(
        (&first["name"], &first["country"], &first["zone"]),
        (&"Mumbai".into(), &"IN".into(), &"Asia/Kolkata".into())
    );
    assert!(first["population"].as_u64().is_some_and(|people| people > 10_000_000), "{first}");
    Test::new().args("cities qqqqqqqqxyzzy --json").stdout("[]\n").stderr("nothing is called `qqqqqqqqxyzzy`\n").run();
    let several = Test::new().args("cities san josé --json --limit 3").json();
    assert_eq!(several.as_array().map(Vec::len), Some(3));
    Test::new().args("cities UTC --json").run();
}

#[test]
fn about_says_what_is_inside() {
    let said = Test::new().arg("about").run().stdout;
    for part in [env!("CARGO_PKG_VERSION"), "tz database 2026", "GeoNames", "CC BY 4.0", "MIT"] {
        assert!(said.contains(part), "{part} in {said}");
    }
    let found = Test::new().args("about --json").json();
    assert!(has_keys(&found, &["version", "tz", "system_tz", "system_tz_is_newer", "sources"]), "{found}");
}

#[test]
fn a_reader_that_has_read_enough_is_no_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut child = command(folder.path())
        .args(["cities", "a", "--limit", "1000", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("text");
    assert_eq!(said, "");
    assert_eq!(child.wait().expect("the program ends").code(), Some(0));
}

#[test]
fn no_colour_where_no_terminal_is() {
    let said = Test::team(TWO).verb("check").run().stdout;
    assert!(!said.contains('\u{1b}'), "{said}");
}

#[test]
fn a_mistyped_verb_is_no_team() {
    Test::new().arg("overlpa").code(2).stderr("error: there is no verb `overlpa`; did you mean `overlap`?\n").run();
    Test::new().arg("team.ron").code(2).stderr("error: cannot read `team.ron`: there is no such file\n").run();
    Test::new().arg("--nonsense").code(2).stderr_has("--nonsense").run();
    let help = Test::new().arg("help").run().stdout;
    assert!(help.contains("Exit codes"), "{help}");
}

#[cfg(not(feature = "window"))]
#[test]
fn without_its_window_it_says_so() {
    Test::new().code(2).stderr_has("built without its window").run();
}

#[cfg(all(feature = "window", target_os = "linux"))]
#[test]
fn without_a_display_it_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut program = command(folder.path());
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        program.env_remove(name);
    }
    let output = program.output().expect("the program runs");
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.starts_with("error: there is no display"), "{said}");
}
