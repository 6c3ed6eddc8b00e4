//! What others do to the file while it is open: noticed, taken over or asked about, and never lost on either side.

#![expect(clippy::disallowed_methods, reason = "a test prepares and reads files")]

use std::fs;
use std::path::Path;

use sunwise::disk::{Recovery, left};
use sunwise::team::Team;
use sunwise::window::command::Command;
use sunwise::window::file::{Files, Message as File, Request};
use sunwise::window::screen::team::field;
use sunwise::window::{Document, Message};

use super::Driver;

const TEXT: &str = "// Ours.\nTeam(version: 1, name: \"T\", members: [\n    (name: \"Ana\", city: \"Lisbon\", hours: \"Mo-Fr \
                    09:00-17:00\"),\n])\n";
const READ_AGAIN: &str = "t.ron was changed by somebody else, and was read again";

/// What somebody else makes of it.
fn theirs() -> String {
    TEXT.replace("Ana", "Bo")
}

/// A window on a file in a folder of its own.
fn on_file() -> (Driver, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("t.ron");
    fs::write(&path, TEXT).expect("written");
    let mut window = Driver::on(Team::default());
    window.send(Message::File(File::Asked(Request::OpenFile(path))));
    (window, folder)
}

/// The same with something typed, and the file changed by somebody else, which was noticed.
fn both_changed() -> (Driver, tempfile::TempDir) {
    let (mut window, folder) = on_file();
    window.type_in(field::TITLE, "eam");
    fs::write(folder.path().join("t.ron"), theirs()).expect("written");
    stir(&mut window);
    (window, folder)
}

/// The system tells of a change in the folder, or a minute is over.
fn stir(window: &mut Driver) {
    window.send(Message::File(File::Stirred));
}

fn read(folder: &tempfile::TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).expect("a file")
}

#[test]
fn what_others_write_is_read_again_when_nothing_is_unsaved_and_can_be_taken_back() {
    let in_place = |path: &Path| fs::write(path, theirs()).expect("written");
    let by_rename = |path: &Path| {
        fs::rename(path, path.with_extension("ron~")).expect("renamed");
        fs::write(path.with_extension("new"), theirs()).expect("written");
        fs::rename(path.with_extension("new"), path).expect("renamed");
    };
    for (case, change) in [("in place", &in_place as &dyn Fn(&Path)), ("by rename", &by_rename)] {
        let (mut window, folder) = on_file();
        change(&folder.path().join("t.ron"));
        stir(&mut window);
        assert!(window.sees("Bo") && !window.sees("Ana"), "{case}");
        assert!(window.sees(READ_AGAIN), "{case}");
        assert_eq!(window.app.title(), "T - Sunwise", "{case}");
        window.ask(Command::Undo);
        assert!(window.sees("Ana"), "{case}");
        assert_eq!(window.app.title(), "• T - Sunwise", "{case}");
        window.ask(Command::Redo);
        assert_eq!(window.app.title(), "T - Sunwise", "{case}");
    }
}

#[test]
fn what_the_window_writes_itself_is_no_change() {
    let (mut window, folder) = on_file();
    window.type_in(field::TITLE, "eam");
    window.ask(Command::Save);
    stir(&mut window);
    fs::write(folder.path().join("t.ron"), read(&folder, "t.ron")).expect("written");
    stir(&mut window);
    assert!(!window.sees(READ_AGAIN) && !window.sees("The file has changed"));
    assert_eq!(window.app.title(), "Team - Sunwise");
}

#[test]
fn when_both_have_changed_both_sides_are_named() {
    let (mut window, _folder) = both_changed();
    assert!(window.sees("The file has changed"));
    for (side, difference) in [
        ("Yours, not saved yet", "the team's name changed"),
        ("In t.ron now", "member Ana removed"),
        ("In t.ron now", "member Bo added"),
    ] {
        assert!(window.sees(side) && window.sees(difference), "{difference}");
    }
    window.press("Take theirs");
    assert_eq!(window.app.title(), "T - Sunwise");
    assert!(window.sees("Bo"));
    window.ask(Command::Undo);
    assert_eq!(window.app.title(), "• Team - Sunwise", "what was typed is not gone");
    window.ask(Command::Save);
    assert_eq!(window.app.title(), "Team - Sunwise");
}

#[test]
fn mine_is_kept_and_saved_without_another_question() {
    let (mut window, folder) = both_changed();
    window.press("Keep mine");
    assert_eq!(read(&folder, "t.ron"), theirs(), "nothing is written before it is saved");
    stir(&mut window);
    assert!(!window.sees("The file has changed"));
    window.ask(Command::Save);
    assert_eq!(read(&folder, "t.ron"), TEXT.replace("\"T\"", "\"Team\""));
    assert_eq!(window.app.title(), "Team - Sunwise");
}

#[test]
fn both_are_kept_under_two_names_and_a_cancelled_dialog_leaves_the_question() {
    let (mut window, folder) = both_changed();
    window.press("Keep both…");
    assert!(window.sees("Save yours beside it as"));
    window.press("Cancel");
    assert!(window.sees("The file has changed"));
    window.press("Keep both…");
    window.press("Save");
    assert_eq!(read(&folder, "t.ron"), theirs());
    assert_eq!(read(&folder, "t-mine.ron"), TEXT.replace("\"T\"", "\"Team\""));
    assert_eq!(window.app.title(), "Team - Sunwise");
    assert!(!window.sees("The file has changed"));
}

#[test]
fn a_question_that_was_put_off_is_asked_again_when_the_team_is_saved() {
    let (mut window, folder) = both_changed();
    window.press("Later");
    stir(&mut window);
    assert!(!window.sees("The file has changed"), "not each minute");
    window.ask(Command::Save);
    assert!(window.sees("The file has changed"));
    window.ask(Command::Dismiss);
    assert_eq!(read(&folder, "t.ron"), theirs());
    window.ask(Command::Save);
    window.press("Keep mine");
    assert!(read(&folder, "t.ron").contains("\"Team\""));
}

#[test]
fn a_change_during_the_question_is_seen_in_it() {
    let (mut window, folder) = both_changed();
    fs::write(folder.path().join("t.ron"), TEXT.replace("Ana", "Cy")).expect("written");
    stir(&mut window);
    assert!(window.sees("member Cy added") && !window.sees("member Bo added"));
}

#[test]
fn closing_saves_only_after_the_question() {
    let (_, folder) = on_file();
    let path = folder.path().join("t.ron");
    let recovery = Recovery::in_folder(folder.path().join("copies"));
    let mut window = Driver::with(Document::new(Team::default(), None), Files::with_recovery(Some(recovery)));
    window.send(Message::File(File::Asked(Request::OpenFile(path.clone()))));
    window.type_in(field::TITLE, "eam");
    fs::write(path, theirs()).expect("written");
    window.ask(Command::Quit);
    window.press("Save");
    assert!(window.sees("The file has changed") && !window.closed);
    window.press("Keep mine");
    assert!(window.closed);
    assert!(read(&folder, "t.ron").contains("\"Team\""));
    assert_eq!(left(&folder.path().join("copies")), []);
}

#[test]
fn the_same_change_on_both_sides_is_no_question() {
    let (mut window, folder) = on_file();
    window.type_in(field::TITLE, "eam");
    fs::write(folder.path().join("t.ron"), TEXT.replace("\"T\"", "\"Team\"")).expect("written");
    stir(&mut window);
    assert!(!window.sees("The file has changed"));
    assert_eq!(window.app.title(), "Team - Sunwise");
}

#[test]
fn a_file_that_vanishes_is_told_of_and_put_back_by_saving() {
    let (mut window, folder) = on_file();
    let path = folder.path().join("t.ron");
    fs::remove_file(&path).expect("removed");
    stir(&mut window);
    assert!(window.sees("t.ron is gone from its folder. The team is still open here: save it to put it back"));
    assert_eq!(window.app.title(), "• T - Sunwise", "it stands in no file");
    fs::write(&path, TEXT).expect("written");
    stir(&mut window);
    assert_eq!(window.app.title(), "T - Sunwise", "it is back");
    fs::remove_file(&path).expect("removed");
    stir(&mut window);
    window.ask(Command::Quit);
    assert!(window.sees("Save before closing?"));
    window.press("Save");
    assert!(window.closed);
    assert_eq!(read(&folder, "t.ron"), TEXT);
}

#[test]
fn a_file_that_vanishes_and_comes_back_changed_is_read_again() {
    let (mut window, folder) = on_file();
    let path = folder.path().join("t.ron");
    fs::remove_file(&path).expect("removed");
    stir(&mut window);
    fs::write(&path, theirs()).expect("written");
    stir(&mut window);
    assert!(window.sees("Bo") && window.sees(READ_AGAIN));
    assert_eq!(window.app.title(), "T - Sunwise");
}

#[test]
fn a_file_that_is_broken_meanwhile_changes_nothing_here_and_is_told_once() {
    let (mut window, folder) = on_file();
    let path = folder.path().join("t.ron");
    fs::write(&path, "Team(").expect("written");
    stir(&mut window);
    assert!(window.reads("t.ron was changed by somebody else and cannot be opened now: "));
    assert_eq!(window.app.title(), "T - Sunwise");
    window.ask(Command::Save);
    assert!(window.sees("The file has changed"));
    window.press("Cancel");
    fs::write(&path, theirs()).expect("written");
    stir(&mut window);
    assert!(window.sees("Bo"), "once it is whole again");
}
