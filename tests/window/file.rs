//! Opening, saving, closing: nothing is lost without a question.

#![expect(clippy::disallowed_methods, reason = "a test prepares and reads files")]

use std::fs;
use std::path::Path;

use sunwise::disk::{Recovery, Unsaved};
use sunwise::team::Team;
use sunwise::window::Document;
use sunwise::window::Message;
use sunwise::window::command::Command;
use sunwise::window::file::{Files, Message as File, Request};
use sunwise::window::screen::team::field;

use super::Driver;

const TEXT: &str = "// Ours.\nTeam(version: 1, name: \"T\", members: [\n    // the lead\n    \
                    (name: \"Ana\", city: \"Lisbon\", hours: \"Mo-Fr 09:00-17:00\"),\n])\n";

fn open(window: &mut Driver, path: &Path) {
    window.send(Message::File(File::Asked(Request::OpenFile(path.to_owned()))));
}

/// A window on a file in a folder of its own.
fn on_file() -> (Driver, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("t.ron");
    fs::write(&path, TEXT).expect("written");
    let mut window = Driver::on(Team::default());
    open(&mut window, &path);
    assert_eq!(window.app.title(), "T - Sunwise");
    (window, folder)
}

fn read(folder: &tempfile::TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).expect("a file")
}

#[test]
fn a_broken_file_shows_its_places_and_the_team_before_stays() {
    let (mut window, folder) = on_file();
    let broken = folder.path().join("broken.ron");
    fs::write(&broken, TEXT.replace("Lisbon", "Lisboaaa, BR")).expect("written");
    open(&mut window, &broken);
    assert!(window.sees("broken.ron cannot be opened"));
    assert!(window.reads("--> broken.ron:4:25"), "the place");
    assert!(window.reads("^^^^^"), "the caret line");
    window.ask(Command::Save);
    assert!(window.sees("broken.ron cannot be opened"), "nothing else can be done before it is read");
    fs::write(&broken, TEXT.replace("\"T\"", "\"Mended\"")).expect("written");
    window.press("Try again");
    assert_eq!(window.app.title(), "Mended - Sunwise");
}

#[test]
fn a_file_that_is_not_there_is_said() {
    let (mut window, folder) = on_file();
    open(&mut window, &folder.path().join("none.ron"));
    assert!(window.reads("there is no such file"));
    window.press("Close");
    assert_eq!(window.app.title(), "T - Sunwise");
}

#[test]
fn saving_keeps_the_comments() {
    let (mut window, folder) = on_file();
    window.type_in(field::TITLE, "eam");
    assert_eq!(window.app.title(), "• Team - Sunwise");
    window.ask(Command::Save);
    assert_eq!(window.app.title(), "Team - Sunwise");
    assert_eq!(read(&folder, "t.ron"), TEXT.replace("\"T\"", "\"Team\""));
    assert!(window.sees("Saved to t.ron"));
}

#[test]
fn comments_are_not_lost_without_a_word() {
    let (mut window, folder) = on_file();
    window.press("Ana");
    window.press("Remove");
    window.ask(Command::Save);
    assert!(window.sees("These comments would be lost") && window.sees("// the lead"));
    window.press("Cancel");
    assert_eq!(read(&folder, "t.ron"), TEXT);
    window.ask(Command::Save);
    window.press("Save without them");
    assert!(!read(&folder, "t.ron").contains("the lead"));
    assert_eq!(window.app.title(), "T - Sunwise");
}

#[test]
fn what_somebody_else_saved_is_not_overwritten_without_a_question() {
    let (mut window, folder) = on_file();
    window.type_in(field::TITLE, "eam");
    fs::write(folder.path().join("t.ron"), "theirs").expect("written");
    window.ask(Command::Save);
    assert!(window.sees("The file has changed"));
    assert_eq!(read(&folder, "t.ron"), "theirs");
    window.press("Overwrite");
    assert!(read(&folder, "t.ron").contains("\"Team\""));
}

#[test]
fn closing_asks_first_and_can_be_cancelled() {
    let (mut window, _folder) = on_file();
    window.type_in(field::TITLE, "eam");
    window.ask(Command::Quit);
    assert!(window.sees("Save before closing?") && !window.closed);
    window.ask(Command::Dismiss);
    assert!(!window.sees("Save before closing?") && !window.closed);
    window.ask(Command::Quit);
    window.press("Discard");
    assert!(window.closed);
}

#[test]
fn closing_with_save_saves() {
    let (mut window, folder) = on_file();
    window.type_in(field::TITLE, "eam");
    window.ask(Command::Quit);
    window.press("Save");
    assert!(window.closed);
    assert!(read(&folder, "t.ron").contains("\"Team\""));
}

#[test]
fn without_a_dialog_the_path_is_typed_and_a_file_that_is_there_is_not_replaced_unasked() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Driver::on(Team::default());
    window.type_in(field::TITLE, "My team");
    window.ask(Command::Save);
    assert!(window.sees("Save the team as") && window.sees("my-team.ron"), "a name is proposed");
    let path = folder.path().join("mine.ron");
    window.fill("path", &path.display().to_string(), "my-team.ron");
    window.press("Save");
    assert!(read(&folder, "mine.ron").contains("name: \"My team\""));
    window.send(Message::File(File::Asked(Request::Export {
        name: "mine.ron".into(),
        files: vec![(String::new(), b"x".to_vec())],
    })));
    window.press("Export");
    assert!(window.sees("Replace the file?"));
    window.press("Cancel");
    assert!(read(&folder, "mine.ron").contains("My team"));
    assert!(!window.closed);
}

#[test]
fn a_new_team_asks_about_the_old_one() {
    let (mut window, _folder) = on_file();
    window.type_in(field::TITLE, "eam");
    window.ask(Command::New);
    assert!(window.sees("Save the team first?"));
    window.press("Discard");
    assert_eq!(window.app.title(), "Unnamed team - Sunwise");
}

#[test]
fn unsaved_work_is_kept_and_offered_at_the_next_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let recovery = Recovery::in_folder(folder.path().to_owned());
    let start = || Driver::with(Document::new(Team::default(), None), Files::with_recovery(Some(recovery.clone())));
    let mut window = start();
    window.type_in(field::TITLE, "Lost");
    drop(window);
    let mut window = start();
    assert!(window.sees("Unsaved changes were found"));
    window.press("Recover");
    assert_eq!(window.app.title(), "• Lost - Sunwise");
    window.ask(Command::Quit);
    window.press("Discard");
    assert!(window.closed && recovery.left().is_empty(), "given up is given up");
    recovery.keep(&Unsaved { path: None, text: "no team".into() }).expect("kept");
    let mut window = start();
    window.press("Discard");
    assert!(!window.sees("Unsaved changes were found") && recovery.left().is_empty());
}
