//! The faces of the place: one series of meetings, a cadence for the whole team, a meeting that is held once.

use iced::widget::container;

use super::Message;
use crate::window::renderer::Element;
use crate::window::widget::button;

/// A face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Face {
    /// The slots of one recurring meeting.
    #[default]
    Series,
    /// A whole set of meetings.
    Cadence,
    /// A single meeting, such as an interview panel.
    OneOff,
}

/// The way from face to face.
pub fn tabs<'a>(shown: Face) -> Element<'a, Message> {
    let faces = [(Face::Series, "Series"), (Face::Cadence, "Cadence"), (Face::OneOff, "One-off")];
    container(button::segmented(faces, &shown, Message::Faced)).id("meet-faces").into()
}
