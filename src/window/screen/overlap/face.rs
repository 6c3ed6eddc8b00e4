//! The faces of the place: the hours, the pairs, and what could be.

use iced::widget::container;

use super::Message;
use crate::window::renderer::Element;
use crate::window::widget::button;

/// A face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Face {
    /// When people are together.
    #[default]
    Hours,
    /// What every two share, and what hangs on whom.
    Pairs,
    /// What would be different if something changed.
    WhatIf,
}

/// The way from face to face.
pub fn tabs<'a>(shown: Face) -> Element<'a, Message> {
    let faces = [(Face::Hours, "Hours"), (Face::Pairs, "Pairs"), (Face::WhatIf, "What if")];
    container(button::segmented(faces, &shown, Message::Faced)).id("overlap-faces").into()
}
