//! The window as a whole: what it remembers, what can happen, how it is seen.

use iced::widget::operation;
use iced::{Subscription, Task, Theme, clipboard, event, keyboard, system};

use super::command::Command;
use super::document::Document;
use super::example;
use super::file::{self, Files, Request};
use super::finder::Finder;
use super::first;
use super::heard::heard;
use super::minute;
use super::preferences::Preferences;
use super::screen::{self, Action, Context, Screen, Screens, Wish};
use super::supposed;
use super::theme::Appearance;
use super::theme::style::Tone;
use super::toast::{Stay, Toasts};
use super::widget::{page_top, picker};
use crate::disk::Keeping;
use crate::team::Team;
use crate::time::{Instant, Zone};

/// The state of the window.
pub struct App {
    pub(super) look: Appearance,
    pub(super) open: Document,
    pub(super) screen: Screen,
    pub(super) screens: Screens,
    pub(super) toasts: Toasts,
    pub(super) files: Files,
    pub(super) now: Instant,
    pub(super) zone: Zone,
    pub(super) preferences: Preferences,
    /// Whether the keys are shown.
    pub(super) shows_keys: bool,
    /// Whether the team is an example that nobody has changed yet.
    pub(super) is_example: bool,
    /// The sheet in which anything is found, while it is open.
    pub(super) finder: Option<Finder>,
}

/// What can happen.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key, a menu or a button asked for something.
    Asked(Command),
    /// A key was pressed that asks for something in some screen.
    Key(keyboard::Key, keyboard::Modifiers),
    /// Something happened in a screen.
    Screen(screen::Message),
    /// Something happened with files.
    File(file::Message),
    /// Members who are only supposed are to be hired, or to go.
    Supposed(supposed::Message),
    /// A way on from the example was pressed.
    First(first::Message),
    /// The system is light or dark now.
    SystemLook(iced::theme::Mode),
    /// Something happened in the sheet in which anything is found.
    Found(picker::Message),
    /// The clock was looked at.
    Ticked(Instant),
    /// A passing message has been there long enough, or was closed.
    ToastClosed(u64),
}

impl App {
    /// A window on a team that is already open, which asks for files by their paths and keeps no recovery copies.
    pub fn new(open: Document, now: Instant, zone: Zone) -> (Self, Task<Message>) {
        Self::with_files(open, Files::default(), now, zone)
    }

    /// A window on a team with a way to files of its own.
    pub fn with_files(open: Document, files: Files, now: Instant, zone: Zone) -> (Self, Task<Message>) {
        Self::with_preferences(open, files, Preferences::default(), now, zone)
    }

    /// A window for a user who likes things in some way.
    pub fn with_preferences(
        open: Document,
        files: Files,
        preferences: Preferences,
        now: Instant,
        zone: Zone,
    ) -> (Self, Task<Message>) {
        let mut app = Self {
            look: Appearance { chosen: preferences.appearance(), ..Appearance::default() },
            open,
            screen: Screen::default(),
            screens: Screens::default(),
            toasts: Toasts::default(),
            files,
            now,
            zone,
            preferences,
            shows_keys: false,
            is_example: false,
            finder: None,
        };
        app.recall();
        let read = app.files.read_calendars(&app.open).map(Message::File);
        let left = app.files.look_for_left().map(Message::File);
        let shown = Task::batch([read, left, app.refresh()]);
        (app, Task::batch([system::theme().map(Message::SystemLook), shown]))
    }

    /// Lets passing messages stay for another time than the usual one, from the next on.
    pub fn let_messages_stay(&mut self, stay: Stay) {
        self.toasts.stay = stay;
    }

    /// How large everything is; 1 is the usual size.
    pub fn scale(&self) -> f32 {
        f32::from(self.preferences.scale()) / 100.0
    }

    /// The open document.
    pub fn document(&self) -> &Document {
        &self.open
    }

    /// The screen that is shown.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// Whether nothing lies over the screen: no question, and not the keys.
    pub fn is_free(&self) -> bool {
        !self.shows_keys && self.finder.is_none() && !self.files.is_asking()
    }

    /// What the window is called.
    pub fn title(&self) -> String {
        let Team { name, .. } = &**self.open.team();
        let name = if name.is_empty() { "Unnamed team" } else { name };
        let mark = if self.open.is_unsaved() { "• " } else { "" };
        format!("{mark}{name} - Sunwise")
    }

    /// Light or dark.
    pub fn theme(&self) -> Theme {
        self.look.theme()
    }

    /// What the window listens to.
    pub fn subscription(&self) -> Subscription<Message> {
        Subscription::batch([
            event::listen_with(heard),
            system::theme_changes().map(Message::SystemLook),
            Subscription::run(minute::minutes).map(Message::Ticked),
            self.files.subscription(&self.open).map(Message::File),
        ])
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        let taken = self.take(message);
        // What stands in forms is as unsaved as a changed team.
        let drafts = self.screens.drafts(self.open.team());
        let kept = self.open.note_drafts(drafts).then(|| self.files.changed(&self.open).map(Message::File));
        Task::batch([taken, kept.unwrap_or_else(Task::none)])
    }

    fn take(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Asked(command) => self.command(command),
            Message::Key(key, modifiers) => match Command::by_key(&key, modifiers, self.screen) {
                Some(command) => self.command(command),
                None => Task::none(),
            },
            Message::Screen(message) => self.tell_screen(message),
            Message::File(message) => self.file(message),
            Message::Supposed(message) => {
                self.toasts.withdraw_undo();
                match message {
                    supposed::Message::Hired => self.open.hire(),
                    supposed::Message::Gone => self.open.let_go(),
                }
                self.changed()
            }
            Message::SystemLook(mode) => {
                self.look.system = mode;
                Task::none()
            }
            Message::Ticked(now) => {
                if std::mem::replace(&mut self.now, now) == now {
                    return Task::none();
                }
                // What everybody does now is shown, and after midnight today is another day.
                let shown = self.refresh();
                Task::batch([shown, self.file(file::Message::Stirred)])
            }
            Message::Found(message) => self.found(message),
            Message::First(message) => self.begin(message),
            Message::ToastClosed(number) => {
                self.toasts.close(number);
                Task::none()
            }
        }
    }

    /// Does what a key or button asks for. While a question or the keys lie over the window, nothing below them is asked.
    pub(super) fn command(&mut self, command: Command) -> Task<Message> {
        let is_of_dialogs = matches!(command, Command::Dismiss | Command::NextField | Command::PreviousField);
        if self.files.is_asking() && !is_of_dialogs && command != Command::Quit {
            return Task::none();
        }
        if self.is_kept_by_finder(command) {
            return Task::none();
        }
        if !self.files.is_asking() && std::mem::take(&mut self.shows_keys) {
            // Whatever is pressed puts the keys away; what is for the place below or for them alone does nothing else.
            if is_of_dialogs || matches!(command, Command::Keys | Command::Step(_)) {
                return Task::none();
            }
        }
        match command {
            Command::Go(screen) => {
                let top = if screen == self.screen { Task::none() } else { page_top() };
                self.screen = screen;
                Task::batch([top, self.refresh()])
            }
            Command::Undo => {
                let what = self.open.undo();
                self.taken("Undone", what)
            }
            Command::Redo => {
                let what = self.open.redo();
                self.taken("Done again", what)
            }
            Command::Appearance => {
                self.look.toggle();
                let kept = self.preferences.set_appearance(self.look.chosen);
                self.preferred(kept)
            }
            Command::Clock => {
                let kept = self.preferences.turn_clock();
                self.preferred(kept)
            }
            Command::FirstWeekday => {
                let kept = self.preferences.turn_first_weekday();
                self.preferred(kept)
            }
            Command::Zoom(zoom) => {
                let kept = self.preferences.zoom(zoom);
                self.preferred(kept)
            }
            Command::Find => self.find(),
            Command::Keys => {
                self.shows_keys = true;
                Task::none()
            }
            Command::Step(step) => self.tell_screen(screen::Message::Overlap(screen::overlap::Message::Stepped(step))),
            Command::NextField => operation::focus_next(),
            Command::PreviousField => operation::focus_previous(),
            Command::Dismiss if self.files.is_asking() => self.file(file::Message::Dismissed),
            Command::Dismiss => self.tell_screen(screen::Message::dismissed(self.screen)),
            // Fields have them alone.
            Command::NextChoice | Command::PreviousChoice => Task::none(),
            Command::New => self.request(Request::New),
            Command::Open => self.request(Request::Open),
            Command::Save => self.request(Request::Save),
            Command::SaveAs => self.request(Request::SaveAs),
            Command::Quit => self.request(Request::Quit),
        }
    }

    pub(super) fn tell_screen(&mut self, message: screen::Message) -> Task<Message> {
        let action = self.screens.update(message, &context(&self.open, &self.preferences, self.now, self.zone));
        self.act(action)
    }

    /// The user likes something else: it is shown so at once, and they are told if that cannot be kept for the next time.
    fn preferred(&mut self, kept: Option<Keeping>) -> Task<Message> {
        let kept = kept.map_or_else(Task::none, |kept| self.files.keep_preferences(kept).map(Message::File));
        Task::batch([self.refresh(), kept])
    }

    pub(super) fn request(&mut self, request: Request) -> Task<Message> {
        self.file(file::Message::Asked(request))
    }

    pub(super) fn file(&mut self, message: file::Message) -> Task<Message> {
        let file::Outcome { task, told, replaced, changed, quit } = self.files.update(message, &mut self.open);
        let mut tasks = vec![task.map(Message::File)];
        if replaced {
            self.is_example = self.open.path().is_none() && example::is_one(self.open.team());
            // What the screens know is of the document before.
            self.screens = Screens::default();
            self.recall();
            self.toasts.withdraw_undo();
            tasks.push(self.refresh());
        }
        if changed {
            tasks.push(self.changed());
        }
        tasks.push(self.files.read_calendars(&self.open).map(Message::File));
        tasks.extend(told.map(|(tone, words)| self.tell(tone, words, false)));
        if quit {
            tasks.push(iced::exit());
        }
        Task::batch(tasks)
    }

    /// Lets the screens take over what stood in their forms.
    fn recall(&mut self) {
        let context = context(&self.open, &self.preferences, self.now, self.zone);
        self.screens.recall(self.open.drafts(), &context);
    }

    /// The team has changed: a recovery copy is due, and the screen may need new answers.
    fn changed(&mut self) -> Task<Message> {
        let kept = self.files.changed(&self.open).map(Message::File);
        let read = self.files.read_calendars(&self.open).map(Message::File);
        Task::batch([kept, read, self.refresh()])
    }

    /// Says which change was taken back or made again.
    fn taken(&mut self, how: &str, what: Option<String>) -> Task<Message> {
        let Some(what) = what else {
            return Task::none();
        };
        self.toasts.withdraw_undo();
        let told = self.tell(Tone::Info, format!("{how}: {what}"), false);
        Task::batch([told, self.changed()])
    }

    /// Does what a screen wants.
    fn act(&mut self, action: Action<screen::Message>) -> Task<Message> {
        let mut tasks = vec![action.task.map(Message::Screen)];
        for wish in action.wishes {
            tasks.push(self.grant(wish));
        }
        Task::batch(tasks)
    }

    fn grant(&mut self, wish: Wish) -> Task<Message> {
        match wish {
            Wish::Edit { what, team } => {
                self.toasts.withdraw_undo();
                self.open.edit(what, team);
                self.changed()
            }
            Wish::Type { what, team } => {
                self.toasts.withdraw_undo();
                self.open.type_in(what, team);
                self.changed()
            }
            Wish::Suppose(hires) => {
                self.toasts.withdraw_undo();
                let names = self.open.suppose(hires);
                let told = self.tell(Tone::Info, format!("Supposed in the team: {names}"), true);
                Task::batch([self.changed(), told])
            }
            Wish::Calendar(name) => self.request(Request::Calendar(name)),
            Wish::ReadCalendars => self.file(file::Message::ReadCalendarsAgain),
            Wish::Example(example) => self.request(Request::Example(example)),
            Wish::Tell { tone, words, undo } => self.tell(tone, words, undo),
            Wish::Go(screen) => self.command(Command::Go(screen)),
            Wish::Copy(text) => {
                let told = self.tell(Tone::Good, "Copied to the clipboard".to_owned(), false);
                Task::batch([clipboard::write(text), told])
            }
            Wish::Export { name, files } => self.request(Request::Export { name, files }),
        }
    }

    fn tell(&mut self, tone: Tone, words: String, undo: bool) -> Task<Message> {
        self.toasts.tell(tone, words, undo).map(Message::ToastClosed)
    }

    /// Lets the shown screen ask what it needs for the team as it is now.
    fn refresh(&mut self) -> Task<Message> {
        let context = context(&self.open, &self.preferences, self.now, self.zone);
        let action = self.screens.refresh(self.screen, &context);
        self.act(action)
    }
}

/// What the screens may look at.
pub(super) fn context<'a>(open: &'a Document, preferences: &Preferences, now: Instant, zone: Zone) -> Context<'a> {
    let (clock, first_weekday) = (preferences.clock(), preferences.first_weekday());
    let (team, kept, supposed) = (open.team(), open.kept(), open.supposed());
    Context { team, kept, supposed, path: open.path(), revision: open.revision(), now, zone, clock, first_weekday }
}
