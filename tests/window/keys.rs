//! A key has one owner: the one that is seen and has the focus. Every key of the table is pressed in every place, in a field and out
//! of one, and below every dialog.

#![expect(clippy::disallowed_methods, reason = "a test prepares files")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use sunwise::disk::{Recovery, Unsaved};
use sunwise::team::{self, Team};
use sunwise::window::command::{ALL, Command, Owner, Step};
use sunwise::window::file::{Files, Message as File, Request};
use sunwise::window::screen::team::field;
use sunwise::window::screen::{self, Screen};
use sunwise::window::{Document, Message};

use super::{Driver, Hand};

const TEXT: &str = "Team(version: 1, name: \"T\", members: [\n    // the lead\n    \
    (name: \"Ana\", city: \"Lisbon\", hours: \"Mo-Fr 09:00-17:00\"),\n    \
    (name: \"Bo\", city: \"Stockholm\", hours: \"Mo-Fr 09:00-17:00\"),\n], \
    rotas: [(name: \"Support\", anchor: \"Europe/Lisbon\", start: \"2027-04-12\", weeks: 4, shifts: Weekly(at: \"Mo 10:00\"), \
    tiers: 1)])\n";

/// What of a window can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Aspect {
    Place,
    Team,
    Dialog,
    Look,
    /// Which field or button has the focus.
    Focus,
    /// What stands in fields.
    Typing,
    /// Anything else that is read in the place.
    Page,
}

/// What there is to see of a window.
struct Seen {
    place: Screen,
    team: Arc<Team>,
    dialog: Option<&'static str>,
    look: Vec<bool>,
    focus: Option<String>,
    typing: Vec<String>,
    page: Vec<String>,
}

const KEYS: &str = "Anywhere";
/// What has keys of its own, and so is tried in a test of its own.
const FIND: &str = "Find anything";
const DIALOGS: [&str; 11] = [
    KEYS,
    "Open a team",
    "Save the team as",
    "Save before closing?",
    "Save the team first?",
    "The file has changed",
    "These comments would be lost",
    "broken.ron cannot be opened",
    "That did not work",
    "Unsaved changes were found",
    // Last, because the sheet of keys has these words, too.
    FIND,
];

impl Seen {
    fn of(hand: &mut Hand) -> Self {
        let (texts, fields) = hand.seen();
        let has = |words: &str| texts.iter().any(|text| text == words);
        let field = fields.iter().position(|field| field.has_focus).map(|at| format!("{at}: {:?}", fields[at].id));
        let focus = field.or_else(|| hand.focused_button().map(|button| format!("button {button}")));
        let dialog = DIALOGS.into_iter().find(|heading| has(heading));
        Self {
            place: hand.window.app.screen(),
            team: Arc::clone(hand.window.app.document().team()),
            dialog,
            look: ["Light", "24 hours", "Mon first"].map(has).to_vec(),
            focus,
            typing: fields.into_iter().map(|field| field.text).collect(),
            page: if dialog.is_none() { texts } else { Vec::new() },
        }
    }

    /// What is another afterwards; where the place, the team, a dialog or the look is, nothing beside them is told.
    fn changed(&self, after: &Self) -> BTreeSet<Aspect> {
        let whole = [
            (Aspect::Place, self.place != after.place),
            (Aspect::Team, self.team != after.team),
            (Aspect::Dialog, self.dialog != after.dialog),
            (Aspect::Look, self.look != after.look),
        ];
        let parts = [
            (Aspect::Focus, self.focus != after.focus),
            (Aspect::Typing, self.typing != after.typing),
            (Aspect::Page, self.page != after.page && self.typing == after.typing),
        ];
        let of = |aspects: &[(Aspect, bool)]| -> BTreeSet<Aspect> {
            aspects.iter().filter(|(_, differs)| *differs).map(|(aspect, _)| *aspect).collect()
        };
        let changed = of(&whole);
        if changed.is_empty() { of(&parts) } else { changed }
    }
}

/// A place with something to undo and something to do again.
pub fn in_place(place: Screen) -> Hand {
    let team = team::read("t.ron", TEXT.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0;
    let mut window = Driver::on(team);
    if place != Screen::Overlap {
        // There the answers are what keys move through.
        window.hasten();
    }
    window.press("Bo");
    window.press("Remove");
    window.type_in(field::TITLE, "x");
    window.ask(Command::Undo);
    window.ask(Command::Go(place));
    window.hasten();
    Hand::on(window)
}

/// A field of the place that belongs to no dialog, and what opens it.
fn field_of(place: Screen) -> Option<(Option<&'static str>, &'static str)> {
    match place {
        Screen::Team => Some((Some("Ana"), field::ROLE)),
        Screen::Overlap => Some((Some("What if"), "what-if-from")),
        Screen::Meetings => Some((Some("30 min"), "meet-name")),
        Screen::Handoffs => None,
        Screen::Rota => Some((Some("Settings"), "rota-name")),
        Screen::Hire => Some((Some("anywhere"), "hire-name")),
    }
}

/// Each key of the table once, by how it is written.
fn keys() -> Vec<(String, Key, Modifiers)> {
    let mut keys: Vec<(String, Key, Modifiers)> = Vec::new();
    for entry in ALL {
        let (key, modifiers) = entry.shortcut.pressed();
        if !keys.iter().any(|(name, ..)| *name == entry.shortcut.to_string()) {
            keys.push((entry.shortcut.to_string(), key, modifiers));
        }
    }
    keys
}

fn owned(owner: Owner, key: &str) -> Option<Command> {
    ALL.iter().find(|entry| entry.owner == owner && entry.shortcut.to_string() == key).map(|entry| entry.command)
}

/// What a command of the window or of a place changes.
fn of_command(command: Command, place: Screen) -> &'static [Aspect] {
    match command {
        Command::Go(to) if to == place => &[],
        Command::Go(_) => &[Aspect::Place],
        // The document has changes: what would lose them is asked about.
        Command::New
        | Command::Open
        | Command::Quit
        | Command::Save
        | Command::SaveAs
        | Command::Keys
        | Command::Find => &[Aspect::Dialog],
        Command::Undo | Command::Redo => &[Aspect::Team],
        Command::Appearance | Command::Clock | Command::FirstWeekday => &[Aspect::Look],
        Command::NextField | Command::PreviousField => &[Aspect::Focus],
        Command::Step(Step::Now) => &[],
        Command::Step(Step::Date) => &[Aspect::Focus, Aspect::Typing],
        Command::Step(_) => &[Aspect::Page],
        _ => &[],
    }
}

/// What a key changes while a field has the focus in which something was typed, and some of it taken back.
fn in_field(name: &str, key: &Key, modifiers: Modifiers, place: Screen) -> &'static [Aspect] {
    match owned(Owner::Field, name) {
        Some(Command::Undo | Command::Redo) => &[Aspect::Typing],
        Some(Command::Dismiss) => &[Aspect::Focus],
        Some(_) => &[],
        None if matches!(key, Key::Character(_)) && !modifiers.command() => &[Aspect::Typing],
        None => owned(Owner::Window, name).map_or(&[], |command| of_command(command, place)),
    }
}

/// Presses every key, each in a window made by `make`, and compares what changes with what must.
fn press_all(case: &str, mut make: impl FnMut() -> Hand, expected: impl Fn(&str, &Key, Modifiers) -> BTreeSet<Aspect>) {
    let mut hand = make();
    let mut before = Seen::of(&mut hand);
    for (name, key, modifiers) in keys() {
        let must = expected(&name, &key, modifiers);
        hand.key(key, modifiers);
        let after = Seen::of(&mut hand);
        assert_eq!(before.changed(&after), must, "{case}: {name}");
        if !must.is_empty() {
            hand = make();
            before = Seen::of(&mut hand);
        }
    }
}

#[test]
fn in_a_place_a_key_is_the_places_or_the_windows() {
    for place in Screen::ALL {
        press_all(
            &format!("{place:?}"),
            || in_place(place),
            |name, _, _| {
                let command = owned(Owner::Screen(place), name).or_else(|| owned(Owner::Window, name));
                command.map_or(&[][..], |command| of_command(command, place)).iter().copied().collect()
            },
        );
    }
}

#[test]
fn in_a_field_a_key_is_the_fields_or_the_windows() {
    for place in Screen::ALL {
        let Some((opening, field)) = field_of(place) else { continue };
        let make = || {
            let mut hand = in_place(place);
            if let Some(words) = opening {
                hand.press(words);
            }
            hand.focus(field);
            hand.write("ab c");
            hand.key(Key::Character("z".into()), Modifiers::COMMAND);
            hand
        };
        press_all(&format!("a field of {place:?}"), make, |name, key, modifiers| {
            in_field(name, key, modifiers, place).iter().copied().collect()
        });
    }
}

/// A place below the sheet of keys.
fn below_the_keys(place: Screen) -> Hand {
    let mut hand = in_place(place);
    hand.key(Key::Named(Named::F1), Modifiers::empty());
    hand
}

#[test]
fn the_sheet_of_keys_is_put_away_by_all_that_ask_for_something() {
    for place in [Screen::Overlap, Screen::Rota] {
        press_all(
            &format!("the keys over {place:?}"),
            || below_the_keys(place),
            |name, _, _| {
                let command = owned(Owner::Screen(place), name).or_else(|| owned(Owner::Window, name));
                let Some(command) = command else { return BTreeSet::new() };
                let below = match command {
                    Command::Step(_) | Command::NextField | Command::PreviousField => &[],
                    command => of_command(command, place),
                };
                below.iter().copied().chain([Aspect::Dialog]).collect()
            },
        );
    }
}

/// A window of a place with this dialog over it.
fn below(dialog: &str, place: Screen, folder: &Path) -> Hand {
    let path = folder.join("t.ron");
    fs::write(&path, TEXT).expect("written");
    let files = match dialog {
        "Unsaved changes were found" => {
            let unsaved = Unsaved { path: None, text: TEXT.to_owned(), held: None };
            Recovery::in_folder(folder.join("copies")).turn().keep(&unsaved).expect("kept");
            Files::with_recovery(Some(Recovery::in_folder(folder.join("copies"))))
        }
        _ => Files::default(),
    };
    let team = team::read("t.ron", TEXT.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0;
    let mut window = Driver::with(Document::read(team, Some(path.clone()), TEXT.as_bytes()), files);
    let open = |window: &mut Driver, name: &str| {
        window.send(Message::File(File::Asked(Request::OpenFile(folder.join(name)))));
    };
    let tell = |window: &mut Driver, message| window.send(Message::Screen(screen::Message::Team(message)));
    window.hasten();
    window.ask(Command::Go(place));
    match dialog {
        "Save before closing?" | "Save the team first?" | "The file has changed" => {
            tell(&mut window, screen::team::Message::Title("Team".to_owned()));
        }
        "These comments would be lost" => {
            tell(&mut window, screen::team::Message::Chosen(0));
            tell(&mut window, screen::team::Message::Removed);
        }
        _ => {}
    }
    window.wait();
    match dialog {
        "Open a team" => window.ask(Command::Open),
        "Save the team as" => window.ask(Command::SaveAs),
        "Save before closing?" => window.ask(Command::Quit),
        "Save the team first?" => window.ask(Command::New),
        "The file has changed" => {
            fs::write(&path, "theirs").expect("written");
            window.ask(Command::Save);
        }
        "These comments would be lost" => window.ask(Command::Save),
        "broken.ron cannot be opened" => {
            fs::write(folder.join("broken.ron"), "Team(").expect("written");
            open(&mut window, "broken.ron");
        }
        "That did not work" => open(&mut window, "none.ron"),
        _ => {}
    }
    window.hasten();
    Hand::on(window)
}

#[test]
fn below_a_dialog_nobody_has_a_key() {
    let folder = tempfile::tempdir().expect("a folder");
    for (place, dialog) in
        Screen::ALL.into_iter().flat_map(|place| DIALOGS[1..10].iter().map(move |dialog| (place, dialog)))
    {
        let mut hand = below(dialog, place, folder.path());
        let before = Seen::of(&mut hand);
        assert_eq!(before.dialog, Some(*dialog), "over {place:?}");
        let has_field = !hand.fields().is_empty();
        assert_eq!(has_field, ["Open a team", "Save the team as"].contains(dialog), "{dialog}: only its own field");
        let leaves = (Key::Character("q".into()), Modifiers::COMMAND);
        for (_, key, modifiers) in keys() {
            if key != Key::Named(Named::Escape) && (key.clone(), modifiers) != leaves {
                hand.key(key, modifiers);
            }
        }
        let after = Seen::of(&mut hand);
        let typed = if has_field { BTreeSet::from([Aspect::Typing]) } else { BTreeSet::new() };
        assert_eq!(before.changed(&after), typed, "{dialog} over {place:?}");
        hand.key(Key::Named(Named::Escape), Modifiers::empty());
        assert_eq!(Seen::of(&mut hand).dialog, None, "Escape leaves {dialog}");
    }
}

#[test]
fn a_dialog_that_loses_nothing_keeps_nobody_from_leaving() {
    for dialog in &DIALOGS[..10] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut hand = below(dialog, Screen::Team, folder.path());
        hand.window.wait();
        hand.key(Key::Character("q".into()), Modifiers::COMMAND);
        let loses_nothing =
            ["broken.ron cannot be opened", "That did not work", "Unsaved changes were found", KEYS].contains(dialog);
        assert_eq!(hand.window.closed, loses_nothing, "{dialog}");
    }
}

#[test]
fn a_path_that_is_typed_stays_in_its_field() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut hand = below("Open a team", Screen::Team, folder.path());
    hand.focus("path");
    let before = Seen::of(&mut hand);
    hand.write("hjklnptcg?1");
    let after = Seen::of(&mut hand);
    assert_eq!(before.changed(&after), BTreeSet::from([Aspect::Typing]));
    assert_eq!(after.typing, ["hjklnptcg?1"]);
}
