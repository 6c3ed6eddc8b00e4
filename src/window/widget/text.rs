//! Writing in the five sizes, and icons.

use iced::widget::text;
use lucide_icons::Icon;

use crate::window::renderer::Text;
use crate::window::theme::{self, size, style};

/// A number or word that is the answer.
pub fn display<'a>(words: impl text::IntoFragment<'a>) -> Text<'a> {
    text(words).size(size::DISPLAY).font(theme::TITLE).line_height(1.2)
}

/// The title of a screen.
pub fn title<'a>(words: impl text::IntoFragment<'a>) -> Text<'a> {
    text(words).size(size::TITLE).font(theme::TITLE).line_height(1.25)
}

/// The heading of a section or card.
pub fn heading<'a>(words: impl text::IntoFragment<'a>) -> Text<'a> {
    text(words).size(size::HEADING).font(theme::STRONG)
}

/// All that is read.
pub fn body<'a>(words: impl text::IntoFragment<'a>) -> Text<'a> {
    text(words).size(size::BODY).line_height(1.45)
}

/// Names, and what must be found first in a line.
pub fn strong<'a>(words: impl text::IntoFragment<'a>) -> Text<'a> {
    text(words).size(size::BODY).font(theme::STRONG).line_height(1.45)
}

/// Writing of the body's size that helps.
pub fn muted<'a>(words: impl text::IntoFragment<'a>) -> Text<'a> {
    body(words).style(style::muted)
}

/// Captions and hints.
pub fn small<'a>(words: impl text::IntoFragment<'a>) -> Text<'a> {
    text(words).size(size::SMALL).line_height(1.4).style(style::muted)
}

/// The name of a field or column.
pub fn label<'a>(words: impl text::IntoFragment<'a>) -> Text<'a> {
    text(words).size(size::SMALL).font(theme::STRONG).style(style::muted)
}

/// An icon in the colour of the writing around it.
pub fn icon<'a>(icon: Icon) -> Text<'a> {
    text(char::from(icon).to_string()).font(theme::ICONS).size(size::ICON).line_height(1.0)
}
