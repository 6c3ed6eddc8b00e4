//! The window as a whole: what it remembers, what can happen, how it is seen.

use std::time::Duration;

use iced::widget::{container, operation, row, stack};
use iced::{Element, Fill, Subscription, Task, Theme, clipboard, keyboard, system};

use super::command::Command;
use super::document::Document;
use super::rail;
use super::screen::{self, Action, Context, Place, Screens, Wish};
use super::theme::style::Tone;
use super::theme::{Appearance, style};
use super::toast::Toasts;
use crate::team::Team;
use crate::time::{Instant, Zone};

/// How often the window looks at the clock: minutes are shown, and none should be late by much.
const TICK: Duration = Duration::from_secs(5);

/// The state of the window.
pub struct App {
    look: Appearance,
    open: Document,
    place: Place,
    screens: Screens,
    toasts: Toasts,
    now: Instant,
    zone: Zone,
}

/// What can happen.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key, a menu or a button asked for something.
    Asked(Command),
    /// Something happened in a place.
    Screen(screen::Message),
    /// The system is light or dark now.
    SystemLook(iced::theme::Mode),
    /// The clock was looked at.
    Ticked,
    /// A passing message has been there long enough, or was closed.
    ToastClosed(u64),
}

impl App {
    /// A window on a team that is already open.
    pub fn new(open: Document, now: Instant, zone: Zone) -> (Self, Task<Message>) {
        let mut app = Self {
            look: Appearance::default(),
            open,
            place: Place::default(),
            screens: Screens::default(),
            toasts: Toasts::default(),
            now,
            zone,
        };
        let shown = app.refresh();
        (app, Task::batch([system::theme().map(Message::SystemLook), shown]))
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
            keyboard::listen().filter_map(|event| pressed(&event).map(Message::Asked)),
            system::theme_changes().map(Message::SystemLook),
            iced::time::every(TICK).map(|_| Message::Ticked),
        ])
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Asked(command) => self.command(command),
            Message::Screen(message) => {
                let context = context(&self.open, self.now, self.zone);
                let action = self.screens.update(message, &context);
                self.act(action)
            }
            Message::SystemLook(mode) => {
                self.look.system = mode;
                Task::none()
            }
            Message::Ticked => {
                self.now = super::now();
                Task::none()
            }
            Message::ToastClosed(number) => {
                self.toasts.close(number);
                Task::none()
            }
        }
    }

    fn command(&mut self, command: Command) -> Task<Message> {
        match command {
            Command::Go(place) => {
                self.place = place;
                self.refresh()
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
                Task::none()
            }
            Command::NextField => operation::focus_next(),
            Command::PreviousField => operation::focus_previous(),
            Command::New | Command::Open | Command::Save | Command::SaveAs | Command::Dismiss | Command::Quit => {
                Task::none()
            }
        }
    }

    /// Says which change was taken back or made again.
    fn taken(&mut self, how: &str, what: Option<String>) -> Task<Message> {
        let Some(what) = what else {
            return Task::none();
        };
        self.toasts.withdraw_undo();
        let told = self.tell(Tone::Info, format!("{how}: {what}"), false);
        Task::batch([told, self.refresh()])
    }

    /// Does what a place wants.
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
                self.refresh()
            }
            Wish::Tell { tone, words, undo } => self.tell(tone, words, undo),
            Wish::Go(place) => self.command(Command::Go(place)),
            Wish::Copy(text) => {
                let told = self.tell(Tone::Good, "Copied to the clipboard".to_owned(), false);
                Task::batch([clipboard::write(text), told])
            }
            Wish::Export { .. } => Task::none(),
        }
    }

    fn tell(&mut self, tone: Tone, words: String, undo: bool) -> Task<Message> {
        self.toasts.tell(tone, words, undo).map(Message::ToastClosed)
    }

    /// Lets the shown place ask what it needs for the team as it is now.
    fn refresh(&mut self) -> Task<Message> {
        let context = context(&self.open, self.now, self.zone);
        let action = self.screens.refresh(self.place, &context);
        self.act(action)
    }

    /// The window as it is seen.
    pub fn view(&self) -> Element<'_, Message> {
        let context = context(&self.open, self.now, self.zone);
        let place = self.screens.view(self.place, &context).map(Message::Screen);
        let rail = rail::view(&self.open, self.place, self.look.is_dark());
        let base = row![rail, container(place).width(Fill).height(Fill)];
        let toasts = self.toasts.view(&Message::Asked(Command::Undo), Message::ToastClosed);
        let layers = stack![base].push(toasts);
        container(layers).width(Fill).height(Fill).style(style::ground).into()
    }
}

/// What the places may look at.
fn context(open: &Document, now: Instant, zone: Zone) -> Context<'_> {
    Context { team: open.team(), revision: open.revision(), now, zone }
}

/// What a key asks for.
fn pressed(event: &keyboard::Event) -> Option<Command> {
    match event {
        keyboard::Event::KeyPressed { key, modifiers, repeat: false, .. } => Command::by_key(key, *modifiers),
        _ => None,
    }
}
