//! Messages in the window: banners that stay, toasts that pass.

use iced::widget::{container, row};
use iced::{Center, Fill};
use lucide_icons::Icon;

use super::{button, text};
use crate::window::renderer::Element;
use crate::window::theme::style::{self, Tone};
use crate::window::theme::{radius, size, space};

/// A message that stays until its matter is settled, with an act that settles it.
pub fn banner<'a, Message: Clone + 'a>(
    tone: Tone,
    words: impl Into<String>,
    act: impl Into<Option<Element<'a, Message>>>,
) -> Element<'a, Message> {
    let mark = text::icon(mark(tone)).size(size::HEADING).style(style::toned(tone));
    let line = row![mark, text::body(words.into()).width(Fill), act.into()].spacing(space::M).align_y(Center);
    container(line).padding([space::S + 2.0, space::L]).width(Fill).style(style::soft(tone, radius::CONTROL)).into()
}

/// A message that passes by itself, with an act (to take back what was done) and a way to close it.
pub fn toast<'a, Message: Clone + 'a>(
    tone: Tone,
    words: &'a str,
    act: Option<(&'a str, Message)>,
    close: Message,
) -> Element<'a, Message> {
    let mark = text::icon(mark(tone)).size(size::HEADING).style(style::toned(tone));
    let act = act.map(|(words, message)| button::quiet(None, words).on_press(message));
    let line = row![mark, text::body(words), act, button::icon(Icon::X, "Close", Some(close))]
        .spacing(space::M)
        .align_y(Center);
    container(line).padding([space::XS, space::M]).style(style::floating).into()
}

/// The icon of a tone.
fn mark(tone: Tone) -> Icon {
    match tone {
        Tone::Plain | Tone::Info => Icon::Info,
        Tone::Good => Icon::CircleCheck,
        Tone::Warn => Icon::TriangleAlert,
        Tone::Bad => Icon::CircleX,
    }
}
