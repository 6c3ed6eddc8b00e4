//! Opening, saving, closing: nothing is lost without a question.

#![expect(clippy::disallowed_methods, reason = "a test prepares and reads files")]

use std::fs;
use std::path::Path;

use sunwise::disk::{Recovery, Unsaved, left};
use sunwise::team::Team;
use sunwise::window::Document;
use sunwise::window::Message;
use sunwise::window::command::Command;
use sunwise::window::file::{Files, Message as File, Request, offers};
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

/// A window of its own on an empty team, with copies in a folder.
fn with_copies(folder: &Path) -> Driver {
    let recovery = Recovery::in_folder(folder.to_owned());
    Driver::with(Document::new(Team::default(), None), Files::with_recovery(Some(recovery)))
}

/// Work that another window left, which was of the file `path` when that held `held`.
fn leave(folder: &Path, path: Option<&Path>, text: &str, held: Option<&str>) {
    let unsaved = Unsaved { path: path.map(Path::to_owned), text: text.into(), held: held.map(str::to_owned) };
    Recovery::in_folder(folder.to_owned()).turn().keep(&unsaved).expect("kept");
}

#[test]
fn unsaved_work_is_kept_and_offered_at_the_next_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = with_copies(folder.path());
    window.type_in(field::TITLE, "Lost");
    let other = with_copies(folder.path());
    assert!(!other.sees("Unsaved changes were found"), "of a window that is still open nothing is lost");
    drop((window, other));
    let mut window = with_copies(folder.path());
    assert!(window.sees("Unsaved changes were found"));
    window.press("Recover");
    assert_eq!(window.app.title(), "• Lost - Sunwise");
    window.ask(Command::Quit);
    window.press("Discard");
    assert!(window.closed);
    assert_eq!(left(folder.path()), [], "given up is given up");
    leave(folder.path(), None, "no team", None);
    let mut window = with_copies(folder.path());
    window.press("Discard");
    assert!(!window.sees("Unsaved changes were found"));
    assert_eq!(left(folder.path()), []);
}

#[test]
fn two_windows_keep_copies_of_their_own_and_each_is_offered_in_turn() {
    let folder = tempfile::tempdir().expect("a folder");
    let windows = ["One", "Two"].map(|name| {
        let mut window = with_copies(folder.path());
        window.type_in(field::TITLE, name);
        window
    });
    drop(windows);
    let mut window = with_copies(folder.path());
    let copies = left(folder.path());
    assert_eq!(copies.len(), 2);
    assert!(window.sees("One") && window.sees("Two"), "they are told apart");
    window.press("Recover");
    let first = window.app.title();
    assert!(!window.sees("Unsaved changes were found"), "not while something is unsaved");
    let file = folder.path().join("saved.ron");
    window.ask(Command::Save);
    let proposed = if first.contains("One") { "one.ron" } else { "two.ron" };
    window.fill("path", &file.display().to_string(), proposed);
    window.press("Save");
    assert!(window.sees("Unsaved changes were found"), "the other is offered then");
    window.press("Recover");
    let second = window.app.title();
    let mut titles = [first, second];
    titles.sort();
    assert_eq!(titles, ["• One - Sunwise", "• Two - Sunwise"]);
}

#[test]
fn what_the_file_at_the_start_says_hides_no_recovery() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    fs::write(path("warns.ron"), TEXT.replace("])\n", "], chains: [(name: \"Sun\", role: \"onkall\")])\n"))
        .expect("written");
    fs::write(path("broken.ron"), "Team(").expect("written");
    for (file, said) in [
        ("warns.ron", "warns.ron was opened, with warnings"),
        ("broken.ron", "broken.ron cannot be opened"),
        ("missing.ron", "That did not work"),
    ] {
        leave(&path("copies"), None, "Team(version: 1, name: \"Lost\", members: [])", None);
        let mut window = with_copies(&path("copies"));
        // As it comes when the file was read first.
        window.press("Later");
        window.send(Message::File(File::Start(path(file))));
        window.send(Message::File(File::Found(offers(&path("copies")))));
        assert!(window.sees(said), "{file}");
        assert!(!window.sees("Unsaved changes were found"), "{file}: one after the other");
        window.press("Close");
        assert!(window.sees("Unsaved changes were found"), "{file}");
        window.press("Recover");
        assert_eq!(window.app.title(), "• Lost - Sunwise", "{file}");
        window.ask(Command::Quit);
        window.press("Discard");
    }
}

#[test]
fn the_first_save_after_a_recovery_accuses_nobody() {
    let (_, folder) = on_file();
    let path = folder.path().join("t.ron");
    let copies = folder.path().join("copies");
    let typed = TEXT.replace("\"T\"", "\"Typed\"");
    leave(&copies, Some(&path), &typed, Some(TEXT));
    let mut window = with_copies(&copies);
    window.press("Recover");
    assert_eq!(window.app.title(), "• Typed - Sunwise");
    window.ask(Command::Save);
    assert_eq!(window.app.title(), "Typed - Sunwise");
    assert_eq!(read(&folder, "t.ron"), typed);
    assert_eq!(left(&copies), []);
}

#[test]
fn a_recovered_team_whose_file_has_changed_since_is_asked_about() {
    let (_, folder) = on_file();
    let path = folder.path().join("t.ron");
    let copies = folder.path().join("copies");
    leave(&copies, Some(&path), &TEXT.replace("\"T\"", "\"Typed\""), Some(TEXT));
    fs::write(&path, TEXT.replace("Ana", "Anna")).expect("written");
    let mut window = with_copies(&copies);
    window.press("Recover");
    assert!(window.sees("The file has changed") && window.sees("the team's name changed"));
    assert!(window.sees("member Ana removed") && window.sees("member Anna added"));
}

#[test]
fn a_copy_that_is_no_team_stays_where_it_is_and_hides_no_other() {
    let folder = tempfile::tempdir().expect("a folder");
    leave(folder.path(), None, "no team", None);
    let mut window = with_copies(folder.path());
    leave(folder.path(), None, "Team(version: 1, name: \"Lost\", members: [])", None);
    window.press("Recover");
    assert!(window.reads("It stays where it is, as text in "));
    window.press("Close");
    drop(window);
    assert_eq!(left(folder.path()).len(), 2);
}
