//! A field to type in, with its name above and a hint or what is wrong below.

use std::borrow::Cow;

use iced::widget::{column, container, row, text_input};
use iced::{Center, Fill, Length, Padding};
use lucide_icons::Icon;

use super::{Input, text};
use crate::window::renderer::Element;
use crate::window::theme::style::{self, Tone};
use crate::window::theme::{self, size, space};

/// A labelled field. What is wrong takes the place of the hint, so that nothing below it moves.
#[must_use]
pub struct Field<'a, Message> {
    label: &'a str,
    value: Cow<'a, str>,
    placeholder: &'a str,
    hint: Option<String>,
    error: Option<String>,
    id: Option<&'static str>,
    icon: Option<Icon>,
    width: Length,
    on_input: Option<Box<dyn Fn(String) -> Message + 'a>>,
    on_submit: Option<Message>,
    on_leave: Option<Message>,
    on_step: Option<Box<dyn Fn(isize) -> Message + 'a>>,
}

impl<'a, Message: Clone + 'a> Field<'a, Message> {
    /// A field by its name and what stands in it; it cannot be typed in before [`Field::on_input`].
    pub fn new(label: &'a str, value: impl Into<Cow<'a, str>>) -> Self {
        Self {
            label,
            value: value.into(),
            placeholder: "",
            hint: None,
            error: None,
            id: None,
            icon: None,
            width: Fill,
            on_input: None,
            on_submit: None,
            on_leave: None,
            on_step: None,
        }
    }

    /// Another name than the usual one.
    pub fn label(mut self, label: &'a str) -> Self {
        self.label = label;
        self
    }

    /// What stands in it while it is empty: an example of what it takes.
    pub fn placeholder(mut self, placeholder: &'a str) -> Self {
        self.placeholder = placeholder;
        self
    }

    /// What helps to fill it.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What is wrong with it, if anything.
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// Its name for focus and tests.
    pub fn id(mut self, id: &'static str) -> Self {
        self.id = Some(id);
        self
    }

    /// An icon at its beginning.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// How wide; as wide as its place unless said.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Tells of each change.
    pub fn on_input(mut self, report: impl Fn(String) -> Message + 'a) -> Self {
        self.on_input = Some(Box::new(report));
        self
    }

    /// Tells of Enter.
    pub fn on_submit(mut self, message: Message) -> Self {
        self.on_submit = Some(message);
        self
    }

    /// Tells of Escape in it.
    pub fn on_leave(mut self, message: Message) -> Self {
        self.on_leave = Some(message);
        self
    }

    /// Tells of the arrows up and down in it, by how many lines further down.
    pub fn on_step(mut self, report: impl Fn(isize) -> Message + 'a) -> Self {
        self.on_step = Some(Box::new(report));
        self
    }
}

impl<'a, Message: Clone + 'a> From<Field<'a, Message>> for Element<'a, Message> {
    fn from(field: Field<'a, Message>) -> Self {
        let mut input = Input::new(field.placeholder, field.value)
            .size(size::BODY)
            .padding([space::S, space::M - 2.0])
            .style(style::field(field.error.is_some()));
        if let Some(report) = field.on_input {
            input = input.on_input(report);
        }
        if let Some(message) = field.on_submit {
            input = input.on_submit(message);
        }
        if let Some(message) = field.on_leave {
            input = input.on_leave(message);
        }
        if let Some(report) = field.on_step {
            input = input.on_step(report);
        }
        if let Some(id) = field.id {
            input = input.id(id);
        }
        if let Some(icon) = field.icon {
            input = input.icon(text_input::Icon {
                font: theme::ICONS,
                code_point: char::from(icon),
                size: Some(size::ICON.into()),
                spacing: space::S,
                side: text_input::Side::Left,
            });
        }
        let note: Option<Element<'a, Message>> = match (field.error, field.hint) {
            (Some(error), _) => {
                let mark = text::icon(Icon::CircleAlert).size(size::SMALL + 1.0);
                let words = iced::widget::text(error).size(size::SMALL).line_height(1.4);
                let line = row![mark, words].spacing(space::XS).align_y(Center);
                Some(container(line).style(style::inked(Tone::Bad)).into())
            }
            (None, Some(hint)) => Some(text::small(hint).into()),
            (None, None) => None,
        };
        let name = (!field.label.is_empty()).then(|| text::label(field.label));
        column![name, input, note].spacing(space::XS).width(field.width).padding(Padding::ZERO).into()
    }
}
