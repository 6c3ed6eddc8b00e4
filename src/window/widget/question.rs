//! A place that answers: the question is a sentence whose parts can be pressed, the answer stands below it in larger type, and the whole
//! form opens in a panel beside the answer, which stays in view.
//!
//! ```ignore
//! let question = question([Part::words("Meet"), Part::link("45 min", Message::FormOpened), Part::words("a week")]);
//! place("Meetings", question, acts, answer_sheet, open.then(|| Panel::new("Platform weekly", form, Message::FormClosed)))
//! ```

use iced::widget::{Column, Row, column, container, opaque, row};
use iced::{Center, Fill};
use lucide_icons::Icon;

use super::beside::Beside;
use super::press::press;
use super::sheet::{PAGE, WIDEST};
use super::{button, scroll, text};
use crate::window::renderer::Element;
use crate::window::theme::{size, space, style};

/// How wide the panel is, in logical pixels.
const PANEL: f32 = 400.0;
/// Where a place is narrower than this, the panel lies over it; in logical pixels.
const NARROW: f32 = 900.0;

/// A part of a question's sentence.
#[derive(Debug, Clone)]
pub enum Part<Message> {
    /// Words that stay.
    Words(String),
    /// What can be changed, and what a press on it asks for.
    Link(String, Message),
}

impl<Message> Part<Message> {
    /// Words that stay.
    pub fn words(words: impl Into<String>) -> Self {
        Self::Words(words.into())
    }

    /// What can be changed.
    pub fn link(words: impl Into<String>, pressed: Message) -> Self {
        Self::Link(words.into(), pressed)
    }
}

/// The question in one sentence; it breaks where the place is narrow.
pub fn question<'a, Message: Clone + 'a>(parts: impl IntoIterator<Item = Part<Message>>) -> Element<'a, Message> {
    let part = |part| match part {
        Part::Words(words) => container(text::muted(words)).padding([space::XS / 2.0, 0.0]).into(),
        Part::Link(words, pressed) => {
            press(text::strong(words)).padding([space::XS / 2.0, space::S]).style(style::link).on_press(pressed).into()
        }
    };
    let parts: Vec<Element<'a, Message>> = parts.into_iter().map(part).collect();
    Row::with_children(parts).spacing(space::XS).align_y(Center).wrap().vertical_spacing(space::XS).into()
}

/// The answer in one sentence.
pub fn answer<'a, Message: 'a>(words: impl Into<String>) -> Element<'a, Message> {
    text::heading(words.into()).size(size::ANSWER).width(Fill).into()
}

/// A form beside the answer.
pub struct Panel<'a, Message> {
    heading: String,
    form: Element<'a, Message>,
    close: Message,
}

impl<'a, Message: Clone + 'a> Panel<'a, Message> {
    /// A panel with a form; `close` puts it away.
    pub fn new(heading: impl Into<String>, form: impl Into<Element<'a, Message>>, close: Message) -> Self {
        Self { heading: heading.into(), form: form.into(), close }
    }

    fn view(self) -> Element<'a, Message> {
        let close = button::icon(Icon::X, "Close", Some(self.close));
        let head = row![container(text::heading(self.heading)).width(Fill), close].align_y(Center);
        let sheet = column![container(head).padding([0.0, space::L]), scroll(container(self.form).padding(space::L))]
            .spacing(space::S);
        let sheet = container(sheet).padding([space::L, 0.0]).width(PANEL).height(Fill).style(style::panel);
        opaque(sheet)
    }
}

/// A place: its title with acts to the right, the question, and what answers it, which scrolls; the panel stands at the right, or lies over
/// the answer where there is little room.
pub fn place<'a, Message: Clone + 'a>(
    title: &'a str,
    question: impl Into<Option<Element<'a, Message>>>,
    acts: impl Into<Option<Element<'a, Message>>>,
    answer: impl Into<Element<'a, Message>>,
    panel: Option<Panel<'a, Message>>,
) -> Element<'a, Message> {
    let head = row![container(text::title(title)).width(Fill), acts.into()].spacing(space::L).align_y(Center);
    let head = Column::new().push(head).push(question.into()).spacing(space::S);
    let sheet = column![head, answer.into()].spacing(space::L).max_width(WIDEST);
    let sheet = scroll(container(sheet).padding([space::XL, space::XXL]).center_x(Fill)).id(PAGE).height(Fill);
    Beside::new(sheet.into(), panel.map(Panel::view), NARROW).into()
}
