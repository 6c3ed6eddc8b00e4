//! A dialog over the dimmed window: nothing behind it can be reached.

use iced::widget::{Row, center, column, container, mouse_area, opaque, space as gap, stack};
use iced::{Fill, Padding};

use super::text;
use crate::window::renderer::Element;
use crate::window::theme::{space, style};

/// How wide a dialog is, in logical pixels.
const WIDTH: f32 = 480.0;

/// A dialog over `base`. A press beside it, like Escape, means `dismiss`.
pub fn modal<'a, Message: Clone + 'a>(
    base: impl Into<Element<'a, Message>>,
    dialog: impl Into<Element<'a, Message>>,
    dismiss: Message,
) -> Element<'a, Message> {
    stack![base.into(), over(dialog, dismiss)].into()
}

/// The dimmed sheet with a dialog on it, to lie over something else.
pub fn over<'a, Message: Clone + 'a>(
    dialog: impl Into<Element<'a, Message>>,
    dismiss: Message,
) -> Element<'a, Message> {
    let shade = center(opaque(dialog)).padding(space::XL).style(style::shade);
    opaque(mouse_area(shade).on_press(dismiss))
}

/// A question: heading, words, what is asked for, and the answers at the lower right, the proposed one last.
pub fn question<'a, Message: 'a>(
    heading: &'a str,
    words: impl Into<String>,
    content: impl Into<Option<Element<'a, Message>>>,
    answers: impl IntoIterator<Item = Element<'a, Message>>,
) -> Element<'a, Message> {
    let words: String = words.into();
    let words = (!words.is_empty()).then(|| text::muted(words));
    let answers =
        Row::with_children(std::iter::once(gap::horizontal().into()).chain(answers)).spacing(space::S).width(Fill);
    let top = Padding::ZERO.top(space::S);
    container(column![text::heading(heading), words, content.into(), container(answers).padding(top)].spacing(space::M))
        .padding(space::XL)
        .width(WIDTH)
        .style(style::floating)
        .into()
}
