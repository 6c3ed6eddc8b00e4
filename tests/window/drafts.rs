//! What stands in a form and in no team yet is unsaved work: it is marked, kept, and asked about.

#![expect(clippy::disallowed_methods, reason = "a test prepares and reads files")]

use std::fs;
use std::path::Path;

use sunwise::disk::Recovery;
use sunwise::team;
use sunwise::window::Document;
use sunwise::window::Message;
use sunwise::window::command::Command;
use sunwise::window::file::{Files, Message as File};
use sunwise::window::screen::team::{DateList, field};
use sunwise::window::screen::{self, Screen, hire, meetings, rota};

use super::Driver;

/// A team with something of everything.
pub const TEXT: &str = "Team(version: 1, name: \"T\", members: [\n    \
    (name: \"Ana\", city: \"Lisbon\", hours: \"Mo-Fr 09:00-17:00\", roles: [\"oncall\"]),\n    \
    (name: \"Bo\", city: \"Stockholm\", hours: \"Mo-Fr 09:00-17:00\", leave: [(from: \"2027-07-01\", to: \"2027-07-09\")]),\n], \
    meetings: [(name: \"Sync\", minutes: 30, every: Week), (name: \"Chat\", minutes: 30, every: Week)], \
    rotas: [(name: \"Support\", anchor: \"Europe/Lisbon\", start: \"2027-04-12\", weeks: 4, \
    shifts: Weekly(at: \"Mo 10:00\"), tiers: 1)], openings: [(name: \"One\"), (name: \"Two\")])\n";

/// A form that is filled: where, by what, and the texts that then stand in it.
struct Case {
    name: &'static str,
    place: Screen,
    fill: fn(&mut Driver),
    stands: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case {
        name: "the meeting Sync",
        place: Screen::Meetings,
        fill: |window| {
            window.press("30 min");
            window.fill("meet-length", "soon", "30 min");
            for message in [
                meetings::Message::Turns(3),
                meetings::Message::Bad(Some(1)),
                meetings::Message::Turned("Bo".to_owned()),
            ] {
                window.send(Message::Screen(screen::Message::Meetings(message)));
            }
        },
        stands: &["soon", "optional"],
    },
    Case {
        name: "the terms of the cadence",
        place: Screen::Meetings,
        fill: |window| {
            window.send(Message::Screen(screen::Message::Meetings(meetings::Message::Faced(meetings::Face::Cadence))));
            window.fill("cadence-weeks", "none", "52");
        },
        stands: &["none"],
    },
    Case {
        name: "the meeting that is held once",
        place: Screen::Meetings,
        fill: |window| {
            window.send(Message::Screen(screen::Message::Meetings(meetings::Message::Faced(meetings::Face::OneOff))));
            window.fill("once-name", "Panel", "Meeting");
            window.press("Ana");
        },
        stands: &["Panel", "must"],
    },
    Case {
        name: "the settings of Support",
        place: Screen::Rota,
        fill: |window| {
            window.press("Settings");
            window.fill("rota-weeks", "500", "4");
            window.send(Message::Screen(screen::Message::Rota(rota::Message::Cut(rota::Cut::Daily))));
        },
        stands: &["500", "06:00, 14:00, 22:00"],
    },
    Case {
        name: "the opening One",
        place: Screen::Hire,
        fill: |window| {
            window.press("anywhere");
            window.type_in("hire-shift", "7 min");
            window.press("Add a requirement");
            let toggled = hire::Message::RequirementToggled(0, "Bo".to_owned());
            window.send(Message::Screen(screen::Message::Hire(toggled)));
        },
        stands: &["7 min", "3 h"],
    },
    Case {
        name: "what is typed for Ana",
        place: Screen::Team,
        fill: |window| {
            window.press("Ana");
            window.type_in(field::HOURS, " perhaps");
            window.type_in(field::ROLE, "lead");
            let opened = screen::team::Message::FormOpened(DateList::Stays, None);
            window.send(Message::Screen(screen::Message::Team(opened)));
            window.type_in(field::STAY, "Bangkok");
            window.key(field::STAY, iced::keyboard::key::Named::Enter);
            window.type_in(field::FROM, "2027-08");
        },
        stands: &["Mo-Fr 09:00-17:00 perhaps", "lead", "2027-08", "Bangkok"],
    },
];

/// A window on the file `t.ron` of a folder, which waits for no plan.
fn on_file(folder: &Path, recovery: Option<Recovery>) -> Driver {
    let path = folder.join("t.ron");
    fs::write(&path, TEXT).expect("written");
    let team = team::read("t.ron", TEXT.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0;
    Driver::with(Document::read(team, Some(path), TEXT.as_bytes()), Files::with_recovery(recovery)).patient()
}

fn filled(case: &Case, folder: &Path, recovery: Option<Recovery>) -> Driver {
    let mut window = on_file(folder, recovery);
    window.ask(Command::Go(case.place));
    assert_eq!(window.app.title(), "T - Sunwise");
    (case.fill)(&mut window);
    stands(case, &window, "after it is filled");
    window
}

fn stands(case: &Case, window: &Driver, when: &str) {
    for text in case.stands {
        assert!(window.holds(text), "{}: `{text}` {when}", case.name);
    }
}

#[test]
fn a_form_is_marked_and_kept_through_places_and_things() {
    let folder = tempfile::tempdir().expect("a folder");
    for case in CASES {
        let mut window = filled(case, folder.path(), None);
        assert_eq!(window.app.title(), "• T - Sunwise", "{}", case.name);
        let open = window.app.document();
        assert_eq!((open.drafts().names().as_str(), open.is_team_unsaved()), (case.name, false));
        assert!(open.drafts().are_in(case.place));
        window.ask(Command::Go(Screen::Overlap));
        window.ask(Command::Undo);
        window.ask(Command::Dismiss);
        window.ask(Command::Go(case.place));
        stands(case, &window, "after another place was shown");
    }
}

#[test]
fn what_is_typed_for_one_thing_is_there_after_another_was_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = on_file(folder.path(), None);
    for (place, field, typed, standing, other, back) in [
        (Screen::Meetings, "meet-length", "soon", "30 min", "Chat", "Sync"),
        (Screen::Hire, "hire-hours", "never", "Mo-Fr 09:00-17:00", "Two", "One"),
    ] {
        window.ask(Command::Go(place));
        if !window.has_field(field) {
            window.press(if place == Screen::Hire { "anywhere" } else { "30 min" });
        }
        window.fill(field, typed, standing);
        window.press(other);
        assert!(window.holds(standing) && !window.holds(typed), "of {other}");
        window.press(back);
        assert!(window.holds(typed), "of {back}");
    }
    assert_eq!(window.app.document().drafts().names(), "the meeting Sync and the opening One");
}

#[test]
fn a_form_is_asked_about_and_only_the_team_is_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    for case in CASES {
        let mut window = filled(case, folder.path(), None);
        window.ask(Command::Quit);
        assert!(window.sees("Give up what was typed?") && window.reads(case.name) && !window.sees("Save"));
        window.press("Cancel");
        stands(case, &window, "after the window was not closed");
        window.send(Message::Screen(screen::Message::Team(screen::team::Message::Title("Team".to_owned()))));
        window.ask(Command::Quit);
        assert!(window.sees("Save before closing?") && window.reads(case.name));
        window.press("Save");
        assert!(!window.closed && window.sees("Give up what was typed?"), "{}", case.name);
        let written = fs::read_to_string(folder.path().join("t.ron")).expect("a file");
        assert_eq!(written, TEXT.replacen("\"T\"", "\"Team\"", 1), "{}", case.name);
        window.press("Cancel");
        stands(case, &window, "after the team was saved");
        assert_eq!(window.app.title(), "• Team - Sunwise");
        window.ask(Command::New);
        window.send(Message::File(File::DiscardFirst));
        assert_eq!(window.app.title(), "Unnamed team - Sunwise");
        assert!(window.app.document().drafts().is_empty());
    }
}

#[test]
fn a_form_comes_back_from_a_recovery_copy() {
    for case in CASES {
        let folder = tempfile::tempdir().expect("a folder");
        let recovery = || Recovery::in_folder(folder.path().join("copies"));
        let mut window = on_file(folder.path(), Some(recovery()));
        window.hasten();
        window.ask(Command::Go(case.place));
        (case.fill)(&mut window);
        window.wait();
        window.send(Message::File(File::KeepCopy(window.app.document().edition())));
        let before = window.app.document().drafts().clone();
        drop(window);
        let mut window = on_file(folder.path(), Some(recovery()));
        window.press("Recover");
        assert_eq!(*window.app.document().drafts(), before, "{}", case.name);
        window.ask(Command::Go(case.place));
        match case.name {
            "the terms of the cadence" => window.press("Cadence"),
            "the meeting that is held once" => window.press("One-off"),
            _ => {}
        }
        stands(case, &window, "after it was recovered");
        assert_eq!(window.app.title(), "• T - Sunwise");
    }
}

#[test]
fn what_is_typed_is_no_more_unsaved_when_it_is_taken_or_given_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = on_file(folder.path(), None);
    window.ask(Command::Go(Screen::Rota));
    window.press("Settings");
    window.fill("rota-weeks", "5", "4");
    window.press("Discard");
    assert_eq!(window.app.title(), "T - Sunwise");
    window.press("Settings");
    window.fill("rota-weeks", "5", "4");
    window.press("Settings");
    assert_eq!(window.app.title(), "• T - Sunwise", "closing the settings gives nothing up");
    window.press("Settings");
    assert!(window.holds("5"));
    window.press("Plan with these");
    let open = window.app.document();
    assert!(open.drafts().is_empty() && open.is_team_unsaved());
}

#[test]
fn what_is_typed_stays_when_somebody_else_changes_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = on_file(folder.path(), None);
    window.ask(Command::Go(Screen::Meetings));
    window.press("30 min");
    window.fill("meet-length", "soon", "30 min");
    fs::write(folder.path().join("t.ron"), TEXT.replacen("\"T\"", "\"Theirs\"", 1)).expect("written");
    window.send(Message::File(File::Stirred));
    assert_eq!(window.app.title(), "• Theirs - Sunwise", "the team was read again");
    assert!(window.holds("soon") && !window.app.document().is_team_unsaved());
}

#[test]
fn leave_that_is_typed_does_not_give_way_to_a_stay() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = on_file(folder.path(), None);
    window.press("Bo");
    window.press("Add leave");
    window.type_in(field::FROM, "2027-08");
    window.press("Add a stay");
    assert!(window.holds("2027-08") && window.sees("Add this or cancel it first"));
    let removed = screen::team::Message::PeriodRemoved(DateList::Leave, 0);
    window.send(Message::Screen(screen::Message::Team(removed)));
    assert!(window.holds("2027-08"), "another leave went");
    window.press("Cancel");
    assert!(!window.holds("2027-08"));
}
