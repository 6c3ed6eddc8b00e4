//! Disks that are slow or dead, and what is no file: the window goes on.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "a test prepares files")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sunwise::disk::Recovery;
use sunwise::team::{self, MAX_FILE_BYTES, Team};
use sunwise::window::command::Command;
use sunwise::window::file::{Files, Message as File, Request};
use sunwise::window::screen::team::field;
use sunwise::window::{Document, Message};

use super::Driver;

/// A pipe into which nobody writes: whoever opens it waits for ever.
fn pipe(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    let made = std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo is there");
    assert!(made.success());
    path
}

fn named(name: &str) -> Document {
    Document::new(Team { name: name.to_owned(), ..Team::default() }, None)
}

fn open(window: &mut Driver, path: &Path) {
    window.send(Message::File(File::Asked(Request::OpenFile(path.to_owned()))));
}

#[test]
fn what_does_not_answer_is_shown_and_can_be_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = pipe(folder.path(), "pipe.ron");
    let mut window = Driver::with(named("T"), Files::default()).impatient();
    open(&mut window, &pipe);
    assert!(window.sees("Reading …") && window.reads("pipe.ron"));
    window.press("Stop waiting");
    assert!(!window.sees("Reading …") && window.sees("pipe.ron is not waited for any longer"));
    window.type_in(field::TITLE, "eam");
    assert_eq!(window.app.title(), "• Team - Sunwise", "the window is as it was");
}

#[test]
fn nobody_has_to_wait_for_a_disk_in_order_to_leave() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = pipe(folder.path(), "pipe.ron");
    let mut window = Driver::with(named("T"), Files::default()).impatient();
    open(&mut window, &pipe);
    window.ask(Command::Quit);
    assert!(window.closed);
}

#[test]
fn waiting_ends_with_the_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = pipe(folder.path(), "pipe.ron");
    let mut window = Driver::with(named("T"), Files::default().waiting(Duration::from_millis(50)));
    open(&mut window, &pipe);
    assert!(window.reads("pipe.ron`: there was no answer within 0.05 s"));
    window.press("Close");
    assert_eq!(window.app.title(), "T - Sunwise");
}

#[test]
fn a_huge_file_is_refused_without_being_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("huge.ron");
    fs::File::create(&path).expect("made").set_len(1 << 40).expect("a hole");
    let mut window = Driver::with(named("T"), Files::default());
    open(&mut window, &path);
    let limit = MAX_FILE_BYTES / (1024 * 1024);
    assert!(window.reads(&format!("it is larger than {limit} MB")));
}

#[test]
fn a_calendar_that_does_not_answer_holds_up_no_other() {
    let folder = tempfile::tempdir().expect("a folder");
    pipe(folder.path(), "pipe.ics");
    fs::write(folder.path().join("bo.ics"), "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n")
        .expect("written");
    let member = |name: &str, file: &str| {
        format!("(name: \"{name}\", city: \"Lisbon\", hours: \"Mo-Fr 09:00-17:00\", busy: [\"{file}\"]),")
    };
    let (ana, bo) = (member("Ana", "pipe.ics"), member("Bo", "bo.ics"));
    let text = format!("Team(version: 1, name: \"T\", members: [{ana}{bo}])");
    let (team, _) = team::read("t.ron", text.as_bytes()).expect("a team");
    let open = Document::read(team, Some(folder.path().join("t.ron")), text.into_bytes());
    let window = Driver::with(open, Files::default().waiting(Duration::from_secs(2)));
    assert!(window.reads("Busy times of Ana are not counted: cannot read `pipe.ics`: there was no answer within"));
    assert!(!window.reads("One more calendar cannot be read"));
}

#[test]
fn a_pipe_is_not_written_to_unasked_and_not_twice_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = pipe(folder.path(), "pipe.ron");
    let mut window = Driver::with(named("T"), Files::default()).impatient();
    let save = |window: &mut Driver| {
        window.ask(Command::SaveAs);
        window.fill("path", &pipe.display().to_string(), "t.ron");
        window.press("Save");
    };
    save(&mut window);
    assert!(window.sees("Replace the file?"));
    window.press("Overwrite");
    assert!(window.sees("Writing …"));
    window.press("Stop waiting");
    assert!(window.sees("pipe.ron does not answer: whether it was written is not known"));
    save(&mut window);
    assert!(window.reads("still does not answer to what was written last"));
}

#[test]
fn a_recovery_copy_that_cannot_be_written_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("file"), "").expect("written");
    let recovery = Recovery::in_folder(folder.path().join("file/copies"));
    let mut window = Driver::with(named("T"), Files::with_recovery(Some(recovery)));
    window.type_in(field::TITLE, "e");
    assert!(window.reads("Changes are not kept for recovery: cannot write `"));
    assert!(window.reads("/file` is no folder; name another"));
}
