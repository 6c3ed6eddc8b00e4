//! What events from outside ask for.

use iced::{Event, event, keyboard, window};

use super::app::Message;
use super::command::Command;
use super::file::{self, Request};
use super::screen::Screen;

/// What an event from outside asks for. A key that a field or a dialog took is theirs.
pub fn heard(event: Event, status: event::Status, _: window::Id) -> Option<Message> {
    match event {
        Event::Keyboard(event) => {
            let keyboard::Event::KeyPressed { key, modified_key, modifiers, repeat, .. } = event else { return None };
            if status == event::Status::Captured {
                return None;
            }
            // A sign is what Shift makes of a key: `?` is `/` without it.
            let is_sign =
                matches!(&modified_key, keyboard::Key::Character(sign) if !sign.chars().any(char::is_alphanumeric));
            let key = if is_sign { modified_key } else { key };
            let meant = || Screen::ALL.into_iter().filter_map(|screen| Command::by_key(&key, modifiers, screen));
            let is_fresh = !repeat || meant().any(Command::repeats);
            (is_fresh && meant().next().is_some()).then_some(Message::Key(key, modifiers))
        }
        Event::Window(window::Event::CloseRequested) => Some(Message::Asked(Command::Quit)),
        // Whoever comes back from another window may have changed the file there.
        Event::Window(window::Event::Focused) => Some(Message::File(file::Message::Stirred)),
        Event::Window(window::Event::FileDropped(path)) => {
            Some(Message::File(file::Message::Asked(Request::OpenFile(path))))
        }
        _ => None,
    }
}
