//! Buttons by how much their act weighs, and choices made of them.

use iced::widget::text::IntoFragment;
use iced::widget::{Row, container, row, tooltip};
use iced::{Center, Fill, Shrink};
use lucide_icons::Icon;

use super::press::{Button, press};
use super::text;
use crate::window::renderer::Element;
use crate::window::theme::style::{self, Weight};
use crate::window::theme::{self, size, space};

/// The one act that a view is for.
pub fn primary<'a, Message: 'a>(icon: Option<Icon>, words: &'a str) -> Button<'a, Message> {
    made(Weight::Primary, icon, words)
}

/// Any other act.
pub fn secondary<'a, Message: 'a>(icon: Option<Icon>, words: &'a str) -> Button<'a, Message> {
    made(Weight::Secondary, icon, words)
}

/// An act that is there when looked for.
pub fn quiet<'a, Message: 'a>(icon: Option<Icon>, words: &'a str) -> Button<'a, Message> {
    made(Weight::Quiet, icon, words)
}

/// An act that destroys.
pub fn danger<'a, Message: 'a>(icon: Option<Icon>, words: &'a str) -> Button<'a, Message> {
    made(Weight::Danger, icon, words)
}

/// A button that is only an icon; its words come under the pointer. Without a message it cannot be pressed.
pub fn icon<'a, Message: Clone + 'a>(icon: Icon, words: &'a str, on_press: Option<Message>) -> Element<'a, Message> {
    tip(bare(icon).on_press_maybe(on_press), words, tooltip::Position::Bottom)
}

/// An icon to press, without words.
pub fn bare<'a, Message: 'a>(icon: Icon) -> Button<'a, Message> {
    press(text::icon(icon)).padding(space::S).style(style::act(Weight::Quiet))
}

/// Words that come when the pointer rests on something.
pub fn tip<'a, Message: 'a>(
    over: impl Into<Element<'a, Message>>,
    words: impl IntoFragment<'a>,
    position: tooltip::Position,
) -> Element<'a, Message> {
    let sheet =
        container(iced::widget::text(words).size(size::SMALL)).padding([space::XS + 1.0, space::S]).style(style::tip);
    tooltip(over, sheet, position).gap(space::XS).delay(std::time::Duration::from_millis(400)).into()
}

/// A row that can be pressed as a whole, and whether it is the chosen one.
pub fn choice<'a, Message: 'a>(content: impl Into<Element<'a, Message>>, chosen: bool) -> Button<'a, Message> {
    press(content).width(Fill).padding([space::S, space::M]).style(style::choice(chosen))
}

/// A few choices side by side of which one holds.
pub fn segmented<'a, T, Message>(
    choices: impl IntoIterator<Item = (T, &'a str)>,
    chosen: &T,
    on_choose: impl Fn(T) -> Message,
) -> Element<'a, Message>
where
    T: PartialEq,
    Message: Clone + 'a,
{
    let choices = choices.into_iter().map(|(choice, words)| {
        let on = choice == *chosen;
        let font = if on { theme::STRONG } else { theme::UI };
        press(iced::widget::text(words).size(size::BODY).font(font))
            .padding([space::XS + 1.0, space::M])
            .style(style::choice(on))
            .on_press(on_choose(choice))
            .into()
    });
    container(Row::with_children(choices).spacing(space::XS / 2.0)).padding(space::XS / 2.0).style(style::tray).into()
}

fn made<'a, Message: 'a>(weight: Weight, icon: Option<Icon>, words: &'a str) -> Button<'a, Message> {
    let words = iced::widget::text(words).size(size::BODY).font(theme::STRONG);
    press(row![icon.map(text::icon), words].spacing(space::S).align_y(Center))
        .width(Shrink)
        .padding([space::S, space::L - 2.0])
        .style(style::act(weight))
}
