//! What the user can ask for from anywhere: one table for keys, menus and buttons.

use iced::keyboard::{Key, Modifiers, key::Named};
use lucide_icons::Icon;

use super::screen::Place;

/// Something that the user can ask for wherever they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Go to a place of the rail.
    Go(Place),
    /// Begin a new team.
    New,
    /// Open a team's file.
    Open,
    /// Save the team to its file.
    Save,
    /// Save the team to another file.
    SaveAs,
    /// Take back the last change.
    Undo,
    /// Make the change again that was taken back.
    Redo,
    /// Turn light into dark, and back.
    Appearance,
    /// Leave the dialog, the choice, the field.
    Dismiss,
    /// Go to the next field.
    NextField,
    /// Go to the field before.
    PreviousField,
    /// Mark the next of several choices below a field.
    NextChoice,
    /// Mark the choice before.
    PreviousChoice,
    /// Close the window.
    Quit,
}

/// A key with the modifiers that it needs, no more and no fewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortcut {
    key: Stroke,
    control: bool,
    shift: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stroke {
    Letter(char),
    Named(Named),
}

/// A command with its name, its icon and its key.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// What menus and tips call it.
    pub name: &'static str,
    /// Its icon, where it has one.
    pub icon: Option<Icon>,
    /// Its key.
    pub shortcut: Shortcut,
}

const fn control(letter: char) -> Shortcut {
    Shortcut { key: Stroke::Letter(letter), control: true, shift: false }
}

const fn control_shift(letter: char) -> Shortcut {
    Shortcut { key: Stroke::Letter(letter), control: true, shift: true }
}

const fn plain(key: Named) -> Shortcut {
    Shortcut { key: Stroke::Named(key), control: false, shift: false }
}

const fn entry(command: Command, name: &'static str, icon: Option<Icon>, shortcut: Shortcut) -> Entry {
    Entry { command, name, icon, shortcut }
}

/// All commands. Two entries may share a command; no two share a key.
pub const ALL: &[Entry] = &[
    entry(Command::Go(Place::Team), "Team", Some(Place::Team.icon()), control('1')),
    entry(Command::Go(Place::Overlap), "Overlap", Some(Place::Overlap.icon()), control('2')),
    entry(Command::Go(Place::Meetings), "Meetings", Some(Place::Meetings.icon()), control('3')),
    entry(Command::Go(Place::Handoffs), "Handoffs", Some(Place::Handoffs.icon()), control('4')),
    entry(Command::Go(Place::Rota), "Rota", Some(Place::Rota.icon()), control('5')),
    entry(Command::Go(Place::Hire), "Hire", Some(Place::Hire.icon()), control('6')),
    entry(Command::New, "New team", Some(Icon::FilePlus), control('n')),
    entry(Command::Open, "Open…", Some(Icon::FolderOpen), control('o')),
    entry(Command::Save, "Save", Some(Icon::Save), control('s')),
    entry(Command::SaveAs, "Save as…", Some(Icon::SaveAll), control_shift('s')),
    entry(Command::Undo, "Undo", Some(Icon::Undo2), control('z')),
    entry(Command::Redo, "Redo", Some(Icon::Redo2), control_shift('z')),
    entry(Command::Redo, "Redo", Some(Icon::Redo2), control('y')),
    entry(Command::Appearance, "Light or dark", Some(Icon::SunMoon), control_shift('l')),
    entry(Command::Quit, "Quit", None, control('q')),
    entry(Command::Dismiss, "Dismiss", None, plain(Named::Escape)),
    entry(Command::NextChoice, "Next choice", None, plain(Named::ArrowDown)),
    entry(Command::PreviousChoice, "Previous choice", None, plain(Named::ArrowUp)),
    entry(Command::NextField, "Next field", None, plain(Named::Tab)),
    entry(
        Command::PreviousField,
        "Previous field",
        None,
        Shortcut { key: Stroke::Named(Named::Tab), control: false, shift: true },
    ),
];

impl Command {
    /// The first entry of a command.
    pub fn entry(self) -> &'static Entry {
        ALL.iter().find(|entry| entry.command == self).unwrap_or(&ALL[0])
    }

    /// What a pressed key asks for, if anything.
    pub fn by_key(key: &Key, modifiers: Modifiers) -> Option<Self> {
        ALL.iter().find(|entry| entry.shortcut.is(key, modifiers)).map(|entry| entry.command)
    }
}

impl Shortcut {
    /// Whether a pressed key is this one.
    fn is(self, key: &Key, modifiers: Modifiers) -> bool {
        let same = match (self.key, key.as_ref()) {
            (Stroke::Letter(letter), Key::Character(pressed)) => {
                pressed.chars().flat_map(char::to_lowercase).eq([letter])
            }
            (Stroke::Named(named), Key::Named(pressed)) => named == pressed,
            _ => false,
        };
        same && modifiers.command() == self.control && modifiers.shift() == self.shift && !modifiers.alt()
    }
}

impl std::fmt::Display for Shortcut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.control {
            f.write_str(if cfg!(target_os = "macos") { "Cmd+" } else { "Ctrl+" })?;
        }
        if self.shift {
            f.write_str("Shift+")?;
        }
        match self.key {
            Stroke::Letter(letter) => write!(f, "{}", letter.to_ascii_uppercase()),
            Stroke::Named(named) => write!(f, "{named:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(key: &str, modifiers: Modifiers) -> Option<Command> {
        Command::by_key(&Key::Character(key.into()), modifiers)
    }

    #[test]
    fn keys_mean_their_commands() {
        let both = Modifiers::COMMAND | Modifiers::SHIFT;
        for (key, modifiers, command) in [
            ("s", Modifiers::COMMAND, Some(Command::Save)),
            ("S", both, Some(Command::SaveAs)),
            ("s", both, Some(Command::SaveAs)),
            ("z", Modifiers::COMMAND, Some(Command::Undo)),
            ("Z", both, Some(Command::Redo)),
            ("3", Modifiers::COMMAND, Some(Command::Go(Place::Meetings))),
            ("s", Modifiers::empty(), None),
            ("s", Modifiers::COMMAND | Modifiers::ALT, None),
            ("x", Modifiers::COMMAND, None),
        ] {
            assert_eq!(pressed(key, modifiers), command, "{key} with {modifiers:?}");
        }
        let tab = Key::Named(Named::Tab);
        assert_eq!(Command::by_key(&tab, Modifiers::empty()), Some(Command::NextField));
        assert_eq!(Command::by_key(&tab, Modifiers::SHIFT), Some(Command::PreviousField));
    }

    #[test]
    fn no_two_entries_share_a_key() {
        for (index, entry) in ALL.iter().enumerate() {
            let again = ALL[index + 1..].iter().find(|other| other.shortcut == entry.shortcut);
            assert!(again.is_none(), "{} is there twice", entry.shortcut);
        }
    }

    #[test]
    fn a_key_is_written_as_on_the_keyboard() {
        assert!(Command::SaveAs.entry().shortcut.to_string().ends_with("+Shift+S"));
    }
}
