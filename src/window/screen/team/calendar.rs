//! The calendars that make a member busy: what was found in them, adding and removing.

use iced::widget::{Column, column, container, row};
use iced::{Center, Fill, Shrink};
use lucide_icons::Icon;

use super::chosen::{Chosen, give};
use super::{Action, Message, Wish, field};
use crate::team::{Busy, Content, Member, Team};
use crate::window::renderer::Element;
use crate::window::theme::space;
use crate::window::theme::style::{self, Tone};
use crate::window::widget::{Field, body, button, label, small};

impl Chosen {
    pub(super) fn change_calendars(&mut self, message: Message, member: &Member, team: &Team) -> Action<Message> {
        let mut busy = member.busy.clone();
        match message {
            Message::CalendarTyped(text) => {
                self.calendar_wrong = None;
                self.calendar = text;
                return Action::none();
            }
            Message::CalendarWanted => return Action::wish(Wish::Calendar(member.name.clone())),
            Message::CalendarsAgain => return Action::wish(Wish::ReadCalendars),
            Message::CalendarEntered => {
                let path = self.calendar.trim();
                self.calendar_wrong = if path.is_empty() {
                    Some("Type the path of a calendar file or of a folder with some".to_owned())
                } else if busy.iter().any(|other| other == path) {
                    Some(format!("{} has this calendar already", member.name))
                } else {
                    None
                };
                if self.calendar_wrong.is_some() {
                    return Action::none();
                }
                busy.push(path.to_owned());
                self.calendar.clear();
                return give(
                    format!("Add a calendar to {}", member.name),
                    member,
                    Member { busy, ..member.clone() },
                    team,
                );
            }
            Message::CalendarRemoved(number) if number < busy.len() => drop(busy.remove(number)),
            _ => return Action::none(),
        }
        give(format!("Remove a calendar of {}", member.name), member, Member { busy, ..member.clone() }, team)
    }

    /// The calendars with what was found in them, and a field for one more.
    pub(super) fn calendars<'a>(&'a self, member: &'a Member, team: &'a Team) -> Element<'a, Message> {
        let lines = member.busy.iter().zip(&self.coming).enumerate().map(|(number, (path, coming))| {
            let acts = row![
                button::icon(Icon::RotateCw, "Read again", Some(Message::CalendarsAgain)),
                button::icon(Icon::Trash2, "Remove", Some(Message::CalendarRemoved(number))),
            ];
            let found = found(path, team.calendars.get(path), coming.as_ref());
            row![container(found).width(Fill), acts.width(Shrink)].align_y(Center).into()
        });
        let choose = button::quiet(Some(Icon::FolderOpen), "Choose a file").on_press(Message::CalendarWanted);
        let head = row![label("Busy calendars").width(Fill), choose].align_y(Center);
        let add = Field::new("", self.calendar.as_str())
            .id(field::CALENDAR)
            .placeholder("Path of an .ics file or folder, and Enter")
            .error(self.calendar_wrong.clone())
            .on_input(Message::CalendarTyped)
            .on_submit(Message::CalendarEntered);
        let below = iced::Padding::ZERO.bottom(space::XS);
        let lines = (!member.busy.is_empty()).then(|| Column::with_children(lines).spacing(space::S).padding(below));
        column![head, lines, Element::from(add)].spacing(space::XS).into()
    }
}

/// A calendar with how busy it makes, or why it cannot be read; what was not understood in it comes under the pointer.
fn found<'a>(
    path: &'a str,
    content: Option<&'a Content>,
    coming: Option<&Result<String, String>>,
) -> Element<'a, Message> {
    let told: Element<'a, Message> = match coming {
        None => small("Being read").into(),
        Some(Ok(words)) => small(capital(words)).into(),
        Some(Err(why)) => container(small(capital(why)).style(style::toned(Tone::Bad))).into(),
    };
    let warnings = content.and_then(Content::busy).map(Busy::warnings).filter(|warnings| !warnings.is_empty());
    let warned = warnings.map(|warnings| {
        let words = small("Not all of it was understood").style(style::toned(Tone::Warn));
        button::tip(words, warnings.join("\n"), iced::widget::tooltip::Position::Top)
    });
    column![body(path), told, warned].into()
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
