//! The window as it is seen: the rail, the screen, and what lies over them.

use iced::widget::{column, container, row, stack};
use iced::{Fill, Padding};

use super::app::{App, Message, context};
use super::command::Command;
use super::theme::{space, style};
use super::widget::{Stage, WIDEST};
use super::{file, first, help, rail, supposed};
use crate::window::renderer::Element;

impl App {
    /// The window as it is seen.
    pub fn view(&self) -> Element<'_, Message> {
        let context = context(&self.open, &self.preferences, self.now, self.zone);
        let screen = self.screens.view(self.screen, &context).map(Message::Screen);
        let rail = rail::view(&self.open, self.screen, self.look.is_dark(), &self.preferences);
        let unreadable = file::unreadable(self.open.team()).map(|banner| above(banner.map(Message::File)));
        let supposed = supposed::banner(self.open.supposed()).map(|banner| above(banner.map(Message::Supposed)));
        // Always there, so that the screen keeps its own place, and how far it was scrolled.
        let example = self.shows_example().then(|| above(first::banner().map(Message::First)));
        let banners = column![unreadable, supposed, example];
        let shown = (self.screen, self.open.revision().whole_document());
        let screen = Stage::new(shown, screen, !self.is_free());
        let base = row![rail, column![banners, container(screen).width(Fill).height(Fill)]];
        let toasts = self.toasts.view(&Message::Asked(Command::Undo), Message::ToastClosed);
        let question = self.files.view(&self.open, self.now).map(|question| question.map(Message::File));
        let keys = self.shows_keys.then(|| help::view(Message::Asked(Command::Dismiss)));
        let finder = self.finder.as_ref().map(|finder| finder.view().map(Message::Found));
        let layers = stack![base, layer(toasts), layer(keys), layer(finder), layer(question)];
        container(layers).width(Fill).height(Fill).style(style::ground).into()
    }
}

/// A layer over the window. It is there even while nothing is on it, so that those above it stay what they are.
fn layer(content: Option<Element<'_, Message>>) -> Element<'_, Message> {
    container(content.unwrap_or_else(|| iced::widget::space().into())).width(Fill).height(Fill).into()
}

/// A banner above every screen.
fn above(banner: Element<'_, Message>) -> Element<'_, Message> {
    // As wide as the page below it.
    let banner = container(banner).max_width(WIDEST);
    container(banner)
        .center_x(Fill)
        .padding(Padding { top: space::L, right: space::XXL, bottom: 0.0, left: space::XXL })
        .into()
}
