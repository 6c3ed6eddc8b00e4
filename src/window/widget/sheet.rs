//! Sheets and what stands on them: cards, sections, numbers that answer, empty screens that teach.

use iced::widget::{center, column, container, operation, row, scrollable, space as gap};
use iced::{Center, Fill, Task};
use lucide_icons::Icon;

use super::text;
use crate::window::renderer::{Container, Element, Scrollable};
use crate::window::theme::style::{self, Tone};
use crate::window::theme::{self, size, space};

/// The width beyond which a screen does not grow, in logical pixels: lines stay short enough to be read.
pub const WIDEST: f32 = 1440.0;

/// What scrolls of a page.
pub(super) const PAGE: &str = "page";

/// A whole screen: its title, what it is about in a line, acts to the right, and the content below, which scrolls.
pub fn page<'a, Message: 'a>(
    title: &'a str,
    about: impl Into<Option<String>>,
    acts: impl Into<Option<Element<'a, Message>>>,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let about = about.into().map(text::muted);
    let head = row![column![text::title(title), about].spacing(space::XS).width(Fill), acts.into()]
        .spacing(space::L)
        .align_y(Center);
    let sheet = column![head, content.into()].spacing(space::XL).max_width(WIDEST);
    scroll(container(sheet).padding([space::XL + space::XS, space::XXL]).center_x(Fill)).id(PAGE).height(Fill).into()
}

/// Shows a page from its top: the next screen would else be as far down as the last one was scrolled.
pub fn page_top<Message: 'static>() -> Task<Message> {
    operation::scroll_to(PAGE, scrollable::AbsoluteOffset { x: Some(0.0), y: Some(0.0) })
}

/// A whole screen whose panes scroll each for itself: its title, what it is about in a line, acts to the right, and the panes.
pub fn panes<'a, Message: 'a>(
    title: &'a str,
    about: impl Into<Option<String>>,
    acts: impl Into<Option<Element<'a, Message>>>,
    panes: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let about = about.into().map(text::muted);
    let head = row![column![text::title(title), about].spacing(space::XS).width(Fill), acts.into()]
        .spacing(space::L)
        .align_y(Center);
    let sheet = column![head, container(panes).height(Fill)].spacing(space::XL).max_width(WIDEST);
    let edge = iced::Padding { top: space::XL + space::XS, right: space::XXL, bottom: 0.0, left: space::XXL };
    container(sheet).padding(edge).center_x(Fill).height(Fill).into()
}

/// Content that scrolls up and down.
pub fn scroll<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Scrollable<'a, Message> {
    let bar = scrollable::Scrollbar::new().width(8).scroller_width(6).margin(2);
    scrollable(content).direction(scrollable::Direction::Vertical(bar)).style(style::scroll).width(Fill)
}

/// A sheet that steps forward.
pub fn card<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Container<'a, Message> {
    container(content).padding(space::L + space::XS).style(style::card)
}

/// A heading with a line of what it is about, and acts to the right, above a content.
pub fn section<'a, Message: 'a>(
    heading: &'a str,
    about: impl Into<Option<String>>,
    acts: impl Into<Option<Element<'a, Message>>>,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let about = about.into().map(text::small);
    let head = row![column![text::heading(heading), about].spacing(space::XS / 2.0).width(Fill), acts.into()]
        .spacing(space::M)
        .align_y(Center);
    column![head, content.into()].spacing(space::M).into()
}

/// A number that answers: the number, its unit and what it counts.
pub fn stat<'a, Message: 'a>(
    number: impl Into<String>,
    unit: impl Into<String>,
    caption: impl Into<String>,
    tone: Tone,
) -> Element<'a, Message> {
    let number = text::display(number.into());
    let number = if tone == Tone::Plain { number } else { number.style(style::toned(tone)) };
    let caption = text::small(caption.into());
    let line = row![number, container(text::muted(unit.into())).padding(space::XS)].align_y(iced::Bottom);
    card(column![line, caption].spacing(space::XS)).width(Fill).into()
}

/// A small mark with words: a role, a state.
pub fn chip<'a, Message: 'a>(words: impl Into<String>, tone: Tone) -> Element<'a, Message> {
    container(iced::widget::text(words.into()).size(size::SMALL).font(theme::STRONG).style(style::toned(tone)))
        .padding([space::XS / 2.0, space::S])
        .style(style::soft(tone, size::SMALL))
        .into()
}

/// A screen without content that says what would be here and how it comes.
pub fn empty<'a, Message: 'a>(
    icon: Icon,
    heading: &'a str,
    words: impl Into<String>,
    acts: impl Into<Option<Element<'a, Message>>>,
) -> Element<'a, Message> {
    let mark = container(text::icon(icon).size(size::DISPLAY)).padding(space::L).style(style::badge);
    let words = container(text::muted(words.into()).align_x(Center)).max_width(460.0);
    let acts = acts.into().map(|acts| column![gap().height(space::XS), acts]);
    let sheet = column![mark, text::heading(heading), words, acts].spacing(space::M).align_x(Center);
    center(sheet).padding(space::XXL).height(iced::Shrink).into()
}
