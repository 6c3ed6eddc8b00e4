//! What the user can ask for from anywhere: one table for keys, menus and buttons.

use iced::keyboard::key::{Named, Physical};
use iced::keyboard::{Key, Modifiers};
use lucide_icons::Icon;

use super::screen::Screen;

/// Something that the user can ask for wherever they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Go to a screen of the rail.
    Go(Screen),
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
    /// Write times with 12 hours instead of 24, and back.
    Clock,
    /// Begin weeks with another day.
    FirstWeekday,
    /// Draw everything larger or smaller.
    Zoom(Zoom),
    /// Find anything by typing.
    Find,
    /// Show the keys, or put them away.
    Keys,
    /// Move through time, in the screen Overlap.
    Step(Step),
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

/// Another size of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zoom {
    /// A step larger.
    In,
    /// A step smaller.
    Out,
    /// The usual size.
    Usual,
}

/// A way through time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many hours on; back where negative.
    Hours(i8),
    /// So many days on; back where negative.
    Days(i8),
    /// To the present.
    Now,
    /// To the next date on which somebody's clocks change.
    Change,
    /// To a date that is typed.
    Date,
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
    /// A sign, with or without Shift: where it lies differs from keyboard to keyboard.
    Sign(char),
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
    /// Whose key it is.
    pub owner: Owner,
}

/// Whose a key is. It has one owner: the one that is seen and has the focus. A dialog leaves those below it none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The field that has the focus.
    Field,
    /// A screen, while it is shown and no field has the focus.
    Screen(Screen),
    /// The window, wherever one is. Where a field or a screen owns the same key it is theirs.
    Window,
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
    Entry { command, name, icon, shortcut, owner: Owner::Window }
}

const fn in_field(command: Command, name: &'static str, shortcut: Shortcut) -> Entry {
    Entry { command, name, icon: None, shortcut, owner: Owner::Field }
}

/// A step by a letter, or by an arrow.
const fn step(step: Step, name: &'static str, key: Stroke) -> Entry {
    let shortcut = Shortcut { key, control: false, shift: false };
    Entry { command: Command::Step(step), name, icon: None, shortcut, owner: Owner::Screen(Screen::Overlap) }
}

/// All commands. Two entries may share a command; no two of one owner share a key.
pub const ALL: &[Entry] = &[
    entry(Command::Go(Screen::Team), "Team", Some(Screen::Team.icon()), control('1')),
    entry(Command::Go(Screen::Overlap), "Overlap", Some(Screen::Overlap.icon()), control('2')),
    entry(Command::Go(Screen::Meetings), "Meetings", Some(Screen::Meetings.icon()), control('3')),
    entry(Command::Go(Screen::Handoffs), "Handoffs", Some(Screen::Handoffs.icon()), control('4')),
    entry(Command::Go(Screen::Rota), "Rota", Some(Screen::Rota.icon()), control('5')),
    entry(Command::Go(Screen::Hire), "Hire", Some(Screen::Hire.icon()), control('6')),
    entry(Command::New, "New team", Some(Icon::FilePlus), control('n')),
    entry(Command::Open, "Open…", Some(Icon::FolderOpen), control('o')),
    entry(Command::Save, "Save", Some(Icon::Save), control('s')),
    entry(Command::SaveAs, "Save as…", Some(Icon::SaveAll), control_shift('s')),
    entry(Command::Undo, "Undo", Some(Icon::Undo2), control('z')),
    entry(Command::Redo, "Redo", Some(Icon::Redo2), control_shift('z')),
    entry(Command::Redo, "Redo", Some(Icon::Redo2), control('y')),
    entry(Command::Appearance, "Light or dark", Some(Icon::SunMoon), control_shift('l')),
    entry(Command::Clock, "12 or 24 hours", Some(Icon::Clock), control_shift('h')),
    entry(Command::FirstWeekday, "First day of the week", Some(Icon::Calendar), control_shift('w')),
    entry(Command::Zoom(Zoom::In), "Larger", Some(Icon::ZoomIn), control('+')),
    entry(Command::Zoom(Zoom::In), "Larger", Some(Icon::ZoomIn), control_shift('+')),
    entry(Command::Zoom(Zoom::In), "Larger", Some(Icon::ZoomIn), control('=')),
    entry(Command::Zoom(Zoom::Out), "Smaller", Some(Icon::ZoomOut), control('-')),
    entry(Command::Zoom(Zoom::Usual), "Usual size", Some(Icon::RotateCcw), control('0')),
    entry(Command::Find, "Find anything", Some(Icon::Search), control('k')),
    entry(Command::Keys, "Keys", Some(Icon::Keyboard), plain(Named::F1)),
    entry(
        Command::Keys,
        "Keys",
        Some(Icon::Keyboard),
        Shortcut { key: Stroke::Sign('?'), control: false, shift: false },
    ),
    entry(Command::Quit, "Quit", None, control('q')),
    entry(Command::Dismiss, "Dismiss", None, plain(Named::Escape)),
    entry(Command::NextField, "Next field", None, plain(Named::Tab)),
    entry(
        Command::PreviousField,
        "Previous field",
        None,
        Shortcut { key: Stroke::Named(Named::Tab), control: false, shift: true },
    ),
    in_field(Command::Undo, "Undo what was typed", control('z')),
    in_field(Command::Redo, "Type it again", control_shift('z')),
    in_field(Command::Redo, "Type it again", control('y')),
    in_field(Command::Dismiss, "Leave the field", plain(Named::Escape)),
    in_field(Command::NextChoice, "Next choice", plain(Named::ArrowDown)),
    in_field(Command::PreviousChoice, "Previous choice", plain(Named::ArrowUp)),
    step(Step::Hours(-1), "An hour back", Stroke::Named(Named::ArrowLeft)),
    step(Step::Hours(-1), "An hour back", Stroke::Letter('h')),
    step(Step::Hours(1), "An hour on", Stroke::Named(Named::ArrowRight)),
    step(Step::Hours(1), "An hour on", Stroke::Letter('l')),
    step(Step::Days(1), "The day after", Stroke::Named(Named::ArrowDown)),
    step(Step::Days(1), "The day after", Stroke::Letter('j')),
    step(Step::Days(-1), "The day before", Stroke::Named(Named::ArrowUp)),
    step(Step::Days(-1), "The day before", Stroke::Letter('k')),
    step(Step::Days(7), "A week on", Stroke::Letter('n')),
    step(Step::Days(-7), "A week back", Stroke::Letter('p')),
    step(Step::Now, "Now", Stroke::Letter('t')),
    step(Step::Change, "Next clock change", Stroke::Letter('c')),
    step(Step::Date, "Go to a date", Stroke::Letter('g')),
];

impl Command {
    /// The first entry of a command.
    pub fn entry(self) -> &'static Entry {
        ALL.iter().find(|entry| entry.command == self).unwrap_or(&ALL[0])
    }

    /// What a pressed key asks for in a screen where no field has the focus, if anything.
    pub fn by_key(key: &Key, modifiers: Modifiers, screen: Screen) -> Option<Self> {
        let of = |owner| Self::owned(owner, key, modifiers);
        of(Owner::Screen(screen)).or_else(|| of(Owner::Window))
    }

    /// What a pressed key asks for in the field that has the focus, if anything that is the field's.
    pub fn in_field(key: &Key, physical: Physical, modifiers: Modifiers) -> Option<Self> {
        // On a keyboard with other letters the place of the key tells which is meant.
        let latin = key.to_latin(physical).map(|letter| Key::Character(letter.to_string().into()));
        Self::owned(Owner::Field, latin.as_ref().unwrap_or(key), modifiers)
    }

    fn owned(owner: Owner, key: &Key, modifiers: Modifiers) -> Option<Self> {
        ALL.iter().find(|entry| entry.owner == owner && entry.shortcut.is(key, modifiers)).map(|entry| entry.command)
    }

    /// Whether a key that is held down asks again and again.
    pub fn repeats(self) -> bool {
        matches!(self, Command::Step(Step::Hours(_) | Step::Days(_)))
    }
}

impl Shortcut {
    /// The key and the modifiers with which it is pressed.
    pub fn pressed(self) -> (Key, Modifiers) {
        let key = match self.key {
            Stroke::Letter(sign) | Stroke::Sign(sign) => Key::Character(sign.to_string().into()),
            Stroke::Named(named) => Key::Named(named),
        };
        let mut modifiers = Modifiers::empty();
        modifiers.set(Modifiers::COMMAND, self.control);
        modifiers.set(Modifiers::SHIFT, self.shift);
        (key, modifiers)
    }

    /// Whether a pressed key is this one.
    fn is(self, key: &Key, modifiers: Modifiers) -> bool {
        let same = match (self.key, key.as_ref()) {
            (Stroke::Letter(letter), Key::Character(pressed)) => {
                pressed.chars().flat_map(char::to_lowercase).eq([letter])
            }
            (Stroke::Sign(sign), Key::Character(pressed)) => {
                return pressed.chars().eq([sign]) && !modifiers.command() && !modifiers.alt();
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
            Stroke::Sign(sign) => write!(f, "{sign}"),
            Stroke::Named(Named::ArrowLeft) => f.write_str("←"),
            Stroke::Named(Named::ArrowRight) => f.write_str("→"),
            Stroke::Named(Named::ArrowUp) => f.write_str("↑"),
            Stroke::Named(Named::ArrowDown) => f.write_str("↓"),
            Stroke::Named(named) => write!(f, "{named:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(key: &str, modifiers: Modifiers) -> Option<Command> {
        Command::by_key(&Key::Character(key.into()), modifiers, Screen::Team)
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
            ("3", Modifiers::COMMAND, Some(Command::Go(Screen::Meetings))),
            ("s", Modifiers::empty(), None),
            ("s", Modifiers::COMMAND | Modifiers::ALT, None),
            ("x", Modifiers::COMMAND, None),
            ("?", Modifiers::SHIFT, Some(Command::Keys)),
            ("?", Modifiers::empty(), Some(Command::Keys)),
            ("h", Modifiers::empty(), None),
        ] {
            assert_eq!(pressed(key, modifiers), command, "{key} with {modifiers:?}");
        }
        let tab = Key::Named(Named::Tab);
        assert_eq!(Command::by_key(&tab, Modifiers::empty(), Screen::Team), Some(Command::NextField));
        assert_eq!(Command::by_key(&tab, Modifiers::SHIFT, Screen::Team), Some(Command::PreviousField));
    }

    #[test]
    fn places_and_fields_have_keys_of_their_own() {
        let at = |key: Key, screen| Command::by_key(&key, Modifiers::empty(), screen);
        let down = || Key::Named(Named::ArrowDown);
        assert_eq!(at(down(), Screen::Team), None);
        let physical = Physical::Code(iced::keyboard::key::Code::ArrowDown);
        assert_eq!(Command::in_field(&down(), physical, Modifiers::empty()), Some(Command::NextChoice));
        let (ya, z) = (Key::Character("я".into()), Physical::Code(iced::keyboard::key::Code::KeyZ));
        assert_eq!(Command::in_field(&ya, z, Modifiers::COMMAND), Some(Command::Undo));
        assert_eq!(at(down(), Screen::Overlap), Some(Command::Step(Step::Days(1))));
        assert_eq!(at(Key::Character("H".into()), Screen::Overlap), Some(Command::Step(Step::Hours(-1))));
        assert_eq!(at(Key::Character("h".into()), Screen::Rota), None);
        assert!(Command::Step(Step::Hours(1)).repeats() && !Command::Undo.repeats());
    }

    #[test]
    fn no_two_entries_share_a_key() {
        for (index, entry) in ALL.iter().enumerate() {
            let again =
                ALL[index + 1..].iter().find(|other| (other.shortcut, other.owner) == (entry.shortcut, entry.owner));
            assert!(again.is_none(), "{} is there twice", entry.shortcut);
        }
    }

    #[test]
    fn a_key_is_written_as_on_the_keyboard() {
        assert!(Command::SaveAs.entry().shortcut.to_string().ends_with("+Shift+S"));
    }
}
