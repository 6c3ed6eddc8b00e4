//! What draws the window.

use iced::Theme;

/// The renderer of the window.
pub type Renderer = iced::Renderer;

/// A part of the window that tells of `Message`s.
pub type Element<'a, Message> = iced::Element<'a, Message, Theme, Renderer>;
