//! Busy calendars: read when a team is opened, added, removed, and said when they cannot be read.

#![expect(clippy::disallowed_methods, reason = "a test prepares and reads files")]

use std::fs;

use iced::keyboard::key::Named;
use sunwise::disk::{Recovery, Unsaved};
use sunwise::team::Team;
use sunwise::window::Document;
use sunwise::window::Message;
use sunwise::window::command::Command;
use sunwise::window::file::{Files, Message as File, Request};
use sunwise::window::screen::team::field;

use super::Driver;

const TEXT: &str = "// Ours.\nTeam(version: 1, name: \"T\", members: [\n    // the lead\n    \
                    (name: \"Ana\", city: \"Lisbon\", hours: \"Mo-Fr 09:00-17:00\", busy: \"ana.ics\"), // hers\n])\n";

/// Now, which is 10:30 UTC on 6 April 2027, and on the two days after.
const BUSY: &str = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270406T100000Z\nDTEND:20270406T110000Z\nRRULE:FREQ=DAILY;COUNT=3\n\
                    END:VEVENT\nEND:VCALENDAR\n";

/// A window on a team with a calendar, in a folder of its own.
fn on_file(calendar: &str) -> (Driver, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("t.ron");
    fs::write(&path, TEXT).expect("written");
    fs::write(folder.path().join(calendar), BUSY).expect("written");
    let mut window = Driver::on(Team::default());
    window.send(Message::File(File::Asked(Request::OpenFile(path))));
    (window, folder)
}

#[test]
fn the_calendars_of_an_opened_team_are_read() {
    let (mut window, _folder) = on_file("ana.ics");
    assert_eq!(window.app.title(), "T - Sunwise", "nothing is unsaved");
    assert!(window.reads("busy in the calendar ana.ics") && window.sees("1 person in 1 time zone; 0 at work now"));
    window.press("Ana");
    assert!(window.sees("ana.ics") && window.sees("3 busy times until 8 April"));
}

#[test]
fn a_calendar_that_cannot_be_read_is_said_until_it_can() {
    let (mut window, folder) = on_file("other.ics");
    assert!(window.sees("1 person in 1 time zone; 1 at work now"), "the team is open nevertheless");
    assert!(window.sees("Busy times of Ana are not counted: cannot read `ana.ics`: there is no such file."));
    fs::write(folder.path().join("ana.ics"), "<html>").expect("written");
    window.press("Try again");
    assert!(window.reads("`ana.ics` is no calendar: it begins with `<html>`"));
    fs::write(folder.path().join("ana.ics"), BUSY).expect("written");
    window.press("Try again");
    assert!(window.reads("busy in the calendar ana.ics") && !window.sees("Try again"));
}

#[test]
fn a_calendar_is_added_by_its_path_and_stands_in_the_file() {
    let (mut window, folder) = on_file("ana.ics");
    fs::write(folder.path().join("more.ics"), BUSY.replace("COUNT=3", "COUNT=9")).expect("written");
    window.press("Ana");
    window.type_in(field::CALENDAR, "ana.ics");
    window.key(field::CALENDAR, Named::Enter);
    assert!(window.sees("Ana has this calendar already"));
    window.fill(field::CALENDAR, "more.ics", "ana.ics");
    window.key(field::CALENDAR, Named::Enter);
    assert!(window.sees("more.ics") && window.sees("9 busy times until 14 April"));
    window.ask(Command::Save);
    let saved = fs::read_to_string(folder.path().join("t.ron")).expect("a file");
    assert_eq!(saved, TEXT.replace("busy: \"ana.ics\"", "busy: [\"ana.ics\", \"more.ics\"]"));
    window.ask(Command::Undo);
    assert!(!window.sees("more.ics") && window.sees("3 busy times until 8 April"));
    window.ask(Command::Redo);
    assert!(window.sees("9 busy times until 14 April"));
}

#[test]
fn a_calendar_is_chosen_among_files_and_written_from_the_teams_folder_on() {
    let (mut window, folder) = on_file("ana.ics");
    fs::write(folder.path().join("chosen.ics"), BUSY).expect("written");
    window.press("Ana");
    window.press("Choose a file");
    assert!(window.sees("Add a calendar"));
    window.type_in("path", &folder.path().join("chosen.ics").display().to_string());
    window.press("Add");
    assert!(window.sees("chosen.ics") && window.app.title().starts_with('•'));
}

#[test]
fn saving_in_anotherfolder_looks_for_the_calendars_there() {
    let (mut window, folder) = on_file("ana.ics");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let path = elsewhere.path().join("t.ron");
    window.ask(Command::SaveAs);
    let standing = folder.path().join("t.ron").display().to_string();
    window.fill("path", &path.display().to_string(), &standing);
    window.press("Save");
    assert!(window.reads("Busy times of Ana are not counted"));
}

#[test]
fn the_calendars_of_a_recovered_team_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("ana.ics"), BUSY).expect("written");
    let recovery = Recovery::in_folder(folder.path().join("recovery"));
    let unsaved = Unsaved { path: Some(folder.path().join("t.ron")), text: TEXT.into(), held: None };
    Recovery::in_folder(folder.path().join("recovery")).turn().keep(&unsaved).expect("kept");
    let mut window = Driver::with(Document::new(Team::default(), None), Files::with_recovery(Some(recovery)));
    window.press("Recover");
    assert!(window.reads("busy in the calendar ana.ics"));
}
