//! The rail at the left: the team, the screens, the file and the appearance.

use iced::widget::{Column, column, container, row, space as gap, tooltip};
use iced::{Center, Fill, FillPortion, Length};
use lucide_icons::Icon;

use super::app::Message;
use super::command::Command;
use super::document::Document;
use super::preferences::Preferences;
use super::screen::Screen;
use super::theme::style::{self, Tone};
use super::theme::{self, size, space};
use super::widget::{button, icon, small, strong};
use crate::window::renderer::Element;
use crate::words::clock::Clock;

/// How wide the rail is, in logical pixels.
const WIDTH: f32 = 224.0;

/// The rail, with the screen that is shown and what can be done to the open team.
pub fn view<'a>(open: &'a Document, shown: Screen, dark: bool, preferences: &Preferences) -> Element<'a, Message> {
    let screens = Screen::ALL.into_iter().map(|screen| tab(screen, screen == shown, open.drafts().are_in(screen)));
    container(
        column![
            team(open),
            Column::with_children(screens).spacing(space::XS / 2.0),
            gap::vertical(),
            file(open),
            column![look(dark), times(preferences)].spacing(space::XS / 2.0),
        ]
        .spacing(space::L),
    )
    .width(WIDTH)
    .height(Fill)
    .padding([space::L, space::M])
    .style(style::sunken)
    .into()
}

/// The name of the team, and whether it stands in its file.
fn team(open: &Document) -> Element<'_, Message> {
    let name = if open.team().name.is_empty() { "Unnamed team" } else { &open.team().name };
    let file = match open.path().and_then(|path| path.file_name()) {
        Some(file) => file.to_string_lossy().into_owned(),
        None => "Not saved yet".to_owned(),
    };
    let state: Element<'_, Message> = if open.is_unsaved() {
        row![dot(), small("Unsaved changes")].spacing(space::XS + 2.0).align_y(Center).into()
    } else {
        small(file).into()
    };
    let sun = container(icon(Icon::Sunrise).size(size::TITLE)).padding(space::S).style(style::badge);
    row![sun, column![strong(name), state].width(Fill)]
        .spacing(space::M - 2.0)
        .align_y(Center)
        .padding([space::XS, space::XS])
        .into()
}

/// The mark of what is not saved.
fn dot<'a>() -> Element<'a, Message> {
    container(gap::horizontal()).width(8).height(8).style(style::dot(Tone::Warn)).into()
}

/// The way to a screen, marked while something stands in its forms and in no team.
fn tab<'a>(screen: Screen, shown: bool, has_drafts: bool) -> Element<'a, Message> {
    let entry = Command::Go(screen).entry();
    let font = if shown { theme::STRONG } else { theme::UI };
    let words = iced::widget::text(entry.name).size(size::BODY).font(font).width(Fill);
    let mark = has_drafts.then(dot);
    let line = row![icon(screen.icon()).size(size::ICON + 2.0), words, mark, small(entry.shortcut.to_string())]
        .spacing(space::M)
        .align_y(Center);
    button::choice(line, shown).on_press(Message::Asked(Command::Go(screen))).into()
}

/// What can be done to the file and the last change.
fn file(open: &Document) -> Element<'_, Message> {
    let can = |command: Command| match command {
        Command::Undo => open.undoable().is_some(),
        Command::Redo => open.redoable().is_some(),
        _ => true,
    };
    let commands = [Command::New, Command::Open, Command::Save, Command::Undo, Command::Redo];
    row(commands.map(|command| act(command, can(command)))).spacing(space::XS / 2.0).padding([0.0, space::XS]).into()
}

/// Light or dark.
fn look<'a>(dark: bool) -> Element<'a, Message> {
    let (mark, words) = if dark { (Icon::Sun, "Light") } else { (Icon::Moon, "Dark") };
    let entry = Command::Appearance.entry();
    let line =
        row![icon(mark), iced::widget::text(words).size(size::BODY).width(Fill), small(entry.shortcut.to_string())]
            .spacing(space::M)
            .align_y(Center);
    button::choice(line, false).on_press(Message::Asked(Command::Appearance)).into()
}

/// How times are written and with which day weeks begin, as they are; a press takes the next.
fn times<'a>(preferences: &Preferences) -> Element<'a, Message> {
    let clock = match preferences.clock() {
        Clock::Hours24 => "24 hours",
        Clock::Hours12 => "12 hours",
    };
    let day = preferences.first_weekday();
    row![
        setting(Command::Clock, clock.to_owned(), FillPortion(6)),
        setting(Command::FirstWeekday, format!("{day} first"), FillPortion(6)),
    ]
    .spacing(space::XS / 2.0)
    .into()
}

/// A setting by what it is now; what it is about comes under the pointer.
fn setting<'a>(command: Command, words: String, width: Length) -> Element<'a, Message> {
    let entry = command.entry();
    let mark = icon(entry.icon.unwrap_or(Icon::Ellipsis));
    let line = row![mark, iced::widget::text(words).size(size::SMALL + 1.0)].spacing(space::XS + 2.0).align_y(Center);
    let press = button::choice(line, false).padding([space::S, space::S]).on_press(Message::Asked(command));
    let tip = format!("{} ({})", entry.name, entry.shortcut);
    container(button::tip(press, tip, tooltip::Position::Top)).width(width).into()
}

/// A command as an icon; name and key come under the pointer.
fn act<'a>(command: Command, possible: bool) -> Element<'a, Message> {
    let entry = command.entry();
    let mark = entry.icon.unwrap_or(Icon::Ellipsis);
    let button = button::bare(mark).on_press_maybe(possible.then_some(Message::Asked(command)));
    let words = format!("{} ({})", entry.name, entry.shortcut);
    button::tip(button, words, tooltip::Position::Top)
}
