//! The real window under Xvfb, where one is there: it opens, nothing that was typed is lost, and no disk makes it deaf.

#![expect(clippy::disallowed_methods, reason = "a test reads what the screen shows, and prepares files")]

mod screen;
mod session;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use session::{Session, needed};
use sunwise::disk::{Recovery, Unsaved};

const TEXT: &str =
    "Team(version: 1, name: \"T\", members: [(name: \"Ana\", city: \"Lisbon\", hours: \"Mo-Fr 09:00-17:00\")])\n";

#[test]
fn the_real_window_opens_and_is_not_blank() {
    let Some(session) = Session::new() else { return };
    let file = session.path("t.ron");
    fs::write(&file, TEXT).expect("written");
    let mut window = session.start(&file, &[]);
    window.wait_for_picture();
    window.wait_for_title("T - Sunwise");
}

#[test]
fn what_was_typed_is_found_again_after_the_program_was_killed() {
    let Some(session) = Session::new() else { return };
    let file = session.path("t.ron");
    fs::write(&file, TEXT).expect("written");
    let mut window = session.start(&file, &[]);
    window.wait_for_title("T - Sunwise");
    window.wait_for_picture();
    // Behind the buttons of the rail comes the first field, the name of the team.
    window.wait("a field takes the letter", |session| {
        session.keys(&["key", "Tab"]);
        session.keys(&["type", "e"]);
        std::thread::sleep(Duration::from_millis(200));
        session.title().starts_with('•')
    });
    window.keys(&["type", "--delay", "50", "am"]);
    window.wait_for_title("• Team - Sunwise");
    let copies = session.path("state/sunwise/recovery");
    window.wait("a recovery copy", |_| holds(&copies, "\\\"Team\\\""));
    window.kill();
    assert_eq!(fs::read_to_string(&file).expect("a file"), TEXT);

    let mut window = session.start(&file, &[]);
    window.wait_for_title("T - Sunwise");
    window.press_primary();
    window.wait_for_title("• Team - Sunwise");
    window.keys(&["key", "ctrl+s"]);
    window.wait_for_title("Team - Sunwise");
    assert_eq!(fs::read_to_string(&file).expect("a file"), TEXT.replace("\"T\"", "\"Team\""));
    window.keys(&["key", "ctrl+q"]);
    assert!(window.ended().success());
    let left = copies.read_dir().expect("the folder").count();
    assert_eq!(left, 0, "saved is saved");
}

#[test]
fn work_of_a_file_that_is_gone_is_found_again() {
    let Some(session) = Session::new() else { return };
    let file = session.path("t.ron");
    let copies = session.path("state/sunwise/recovery");
    let unsaved = Unsaved { path: Some(file.clone()), text: TEXT.into(), held: Some(TEXT.into()) };
    Recovery::in_folder(copies.clone()).turn().keep(&unsaved).expect("kept");
    let mut window = session.start(&file, &[]);
    window.wait_for_title("Unnamed team - Sunwise");
    // First it is said that there is no such file.
    window.press_primary();
    window.wait("the offer is taken", |session| {
        if let Some((x, y)) = session.screen().and_then(|screen| screen.primary_button()) {
            session.press(x, y);
        }
        session.title() == "• T - Sunwise"
    });
    window.keys(&["key", "ctrl+s"]);
    window.wait_for_title("T - Sunwise");
    assert_eq!(fs::read_to_string(&file).expect("put back"), TEXT);
}

#[test]
fn a_change_of_the_file_is_seen_when_it_happens() {
    let Some(session) = Session::new() else { return };
    let file = session.path("t.ron");
    fs::write(&file, TEXT).expect("written");
    let mut window = session.start(&file, &[]);
    window.wait_for_title("T - Sunwise");
    fs::write(&file, TEXT.replace("\"T\"", "\"In place\"")).expect("written");
    window.wait_for_title("In place - Sunwise");
    let new = session.path("new.ron");
    fs::write(&new, TEXT.replace("\"T\"", "\"By rename\"")).expect("written");
    fs::rename(&new, &file).expect("renamed");
    window.wait_for_title("By rename - Sunwise");
    fs::remove_file(&file).expect("removed");
    window.wait_for_title("• By rename - Sunwise");
}

#[test]
fn a_pipe_into_which_nobody_writes_keeps_nobody_from_leaving() {
    let Some(session) = Session::new() else { return };
    let pipe = session.path("pipe.ron");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo is there").success());
    let mut window = session.start(&pipe, &[]);
    window.wait_for_title("Unnamed team - Sunwise");
    window.wait_for_picture();
    window.keys(&["key", "ctrl+q"]);
    assert!(window.ended().success());
}

#[test]
fn a_folder_that_never_answers_makes_nothing_deaf() {
    let (Some(session), Some(compiler)) = (Session::new(), needed("cc")) else { return };
    let (shim, source) =
        (session.path("dead_disk.so"), concat!(env!("CARGO_MANIFEST_DIR"), "/tests/real_window/dead_disk.c"));
    let made = Command::new(compiler).args(["-shared", "-fPIC", "-o"]).arg(&shim).arg(source).arg("-ldl").status();
    assert!(made.expect("a compiler").success());
    // The team, the settings and the recovery copies.
    let dead = ["dead", "config/sunwise", "state/sunwise"].map(|name| session.path(name));
    let team = dead[0].join("t.ron");
    let dead = std::env::join_paths(dead).expect("no colon in a temporary folder");
    let environment: [(&str, &Path); 2] = [("LD_PRELOAD", &shim), ("DEAD_DISK", Path::new(&dead))];
    let mut window = session.start(&team, &environment);
    window.wait_for_title("Unnamed team - Sunwise");
    window.wait_for_picture();
    // What is waited for is shown a moment later, and given up then.
    let mut is_typed = false;
    window.wait("the first letter", |session| {
        is_typed = is_typed || session.title().starts_with('•');
        if !is_typed {
            session.keys(&["key", "Escape", "Tab"]);
            session.keys(&["type", "T"]);
        }
        is_typed
    });
    window.keys(&["type", "eam"]);
    window.wait("the rest", |session| session.title().ends_with("eam - Sunwise"));
    window.kill();

    let mut window = session.start(&team, &environment);
    window.wait_for_title("Unnamed team - Sunwise");
    window.keys(&["key", "ctrl+q"]);
    assert!(window.ended().success());
}

/// Whether a file of the folder holds these words.
fn holds(folder: &Path, words: &str) -> bool {
    let Ok(entries) = folder.read_dir() else { return false };
    entries.flatten().any(|entry| fs::read_to_string(entry.path()).is_ok_and(|text| text.contains(words)))
}
