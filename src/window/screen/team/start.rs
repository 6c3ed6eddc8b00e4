//! What is there before anybody is in the team.

use iced::widget::{Column, column, container, row};
use iced::{Center, Fill, Padding};
use lucide_icons::Icon;

use super::Message;
use crate::window::example::EXAMPLES;
use crate::window::renderer::Element;
use crate::window::theme::space;
use crate::window::widget::{button, empty, icon, small, strong};

/// How to begin: with the first person, or with an example.
pub fn view<'a>() -> Element<'a, Message> {
    let examples = EXAMPLES.iter().enumerate().map(|(number, example)| {
        let words = column![strong(example.name), small(example.about)].width(Fill);
        let line = row![icon(Icon::Users), words, icon(Icon::ArrowRight)].spacing(space::M).align_y(Center);
        button::choice(line, false).on_press(Message::Example(number)).into()
    });
    let words = "Type a city above to add the first person: their clock, clock changes and public holidays come with it. \
                 Or look at an example first.";
    let examples = container(Column::with_children(examples).spacing(space::XS).max_width(520)).center_x(Fill);
    let start = empty(Icon::UserPlus, "Who is in the team?", words, Element::from(examples));
    container(start).padding(Padding::ZERO.right(space::M)).into()
}
