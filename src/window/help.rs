//! The sheet that lists the keys, from the table of commands.

use iced::widget::{Column, column, container, row};
use iced::{Center, Fill};

use crate::window::renderer::Element;
use lucide_icons::Icon;

use super::command::{ALL, Entry, Owner};
use super::screen::Screen;
use super::theme::{space, style};
use super::widget::{body, button, dialog, heading, label, scroll, strong};

/// How wide the sheet is, in logical pixels.
const WIDTH: f32 = 720.0;
/// The room of a name, in logical pixels.
const NAME: f32 = 150.0;

/// The sheet; `dismiss` puts it away.
pub fn view<'a, Message: Clone + 'a>(dismiss: Message) -> Element<'a, Message> {
    let close = button::icon(Icon::X, "Close", Some(dismiss.clone()));
    let head = row![container(heading("Keys")).width(Fill), close].align_y(Center);
    let of_screens = Screen::ALL.into_iter().map(|screen| (Owner::Screen(screen), format!("In {screen:?}")));
    let others = [(Owner::Field, "In a field".to_owned())].into_iter().chain(of_screens);
    let others = others.filter(|(owner, _)| ALL.iter().any(|entry| entry.owner == *owner));
    let others = others.map(|(owner, name)| group(name, owner));
    let groups = row![container(group("Anywhere".to_owned(), Owner::Window)).width(Fill)]
        .push(Column::with_children(others).spacing(space::L).width(Fill))
        .spacing(space::XL);
    let sheet = container(column![head, scroll(groups)].spacing(space::M))
        .padding(space::XL)
        .width(WIDTH)
        .style(style::floating);
    dialog::over(sheet, dismiss)
}

/// The keys of an owner: a line a command.
fn group<'a, Message: 'a>(name: String, owner: Owner) -> Element<'a, Message> {
    let entries: Vec<&Entry> = ALL.iter().filter(|entry| entry.owner == owner).collect();
    let firsts = entries.iter().enumerate().filter(|(at, entry)| {
        let before = &entries[..*at];
        !before.iter().any(|other| other.command == entry.command)
    });
    let lines = firsts.map(|(_, entry)| {
        let same = entries.iter().filter(|other| other.command == entry.command);
        let keys: Vec<String> = same.map(|entry| entry.shortcut.to_string()).collect();
        row![container(body(entry.name)).width(NAME), strong(keys.join("  or  "))].into()
    });
    column![label(name), Column::with_children(lines)].spacing(space::S).into()
}
