//! The first minute: the window opens on an example that shows its answer, with the ways on to a team of one's own beside it.

use std::path::PathBuf;

use iced::Task;
use iced::widget::{operation, row};
use lucide_icons::Icon;

use super::app::{self, App};
use super::command::Command;
use super::document::Document;
use super::example::EXAMPLES;
use super::file::{self, Files, Request};
use super::preferences::Preferences;
use super::screen::{self, Screen, team};
use super::theme::space;
use super::theme::style::Tone;
use super::widget::{button, notice};
use crate::team::Team;
use crate::time::{Instant, Zone};
use crate::window::renderer::Element;

/// A way on from the example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// A list of people that was copied elsewhere.
    Paste,
    /// People are typed, one after the other.
    Type,
    /// A file.
    Open,
    /// A team of nobody.
    Empty,
}

impl App {
    /// A window on the file `path`, or on what the first example answers. What an earlier time left unsaved is offered.
    pub fn start(path: Option<PathBuf>, now: Instant, zone: Zone) -> (Self, Task<app::Message>) {
        let example = EXAMPLES[0].document();
        let open = match (&path, example) {
            (None, Ok(example)) => example,
            _ => Document::new(Team::default(), None),
        };
        let (mut app, shown) = Self::with_preferences(open, Files::of_system(), Preferences::of_user(), now, zone);
        let opened = if let Some(path) = path {
            app.file(file::Message::Start(path))
        } else {
            app.is_example = true;
            app.command(Command::Go(Screen::Overlap))
        };
        (app, Task::batch([shown, opened]))
    }

    /// Whether the ways on from an example are shown: until something is made of it.
    pub fn shows_example(&self) -> bool {
        self.is_example && !self.open.is_unsaved()
    }

    /// Goes a way on from the example.
    pub(super) fn begin(&mut self, way: Message) -> Task<app::Message> {
        if way == Message::Open {
            return self.request(Request::Open);
        }
        let begun = [self.request(Request::New), self.command(Command::Go(Screen::Team))];
        let next = match way {
            Message::Paste => self.tell_screen(screen::Message::Team(team::Message::PasteAsked)),
            _ => operation::focus(team::field::ADD),
        };
        Task::batch(begun.into_iter().chain([next]))
    }
}

/// Says that the team is an example, with the ways on.
pub fn banner<'a>() -> Element<'a, Message> {
    let words = "This is an example: look around, nothing of it is kept.";
    let acts = row![
        button::secondary(Some(Icon::ClipboardPaste), "Paste your team").on_press(Message::Paste),
        button::quiet(None, "Type a city").on_press(Message::Type),
        button::quiet(None, "Open…").on_press(Message::Open),
        button::quiet(None, "Start empty").on_press(Message::Empty),
    ];
    notice::banner(Tone::Info, words, Element::from(acts.spacing(space::XS)))
}
