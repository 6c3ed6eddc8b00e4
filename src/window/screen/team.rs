//! The place Team: the members.

use iced::Element;

use super::{Action, Context, Place};
use crate::window::widget::{empty, page};

/// What the place remembers.
#[derive(Default)]
pub struct Screen;

/// What can happen in it.
#[derive(Debug, Clone)]
pub enum Message {}

impl Screen {
    /// Nothing is asked for before there is a team to ask about.
    pub fn refresh(&mut self, _: &Context) -> Action<Message> {
        Action::none()
    }

    /// Nothing can happen yet.
    pub fn update(&mut self, _: Message, _: &Context) -> Action<Message> {
        Action::none()
    }

    /// What would be here.
    pub fn view<'a>(&'a self, _: &Context<'a>) -> Element<'a, Message> {
        let words = "Here come the members. Add members under Team first.";
        page(
            "Team",
            Some("Who is in the team".to_owned()),
            None,
            empty(Place::Team.icon(), "Nothing here yet", words, None),
        )
    }
}
