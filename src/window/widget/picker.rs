//! A field in which something is looked for while it is typed, with what was found below.

use std::borrow::Cow;

use iced::widget::{Column, column, container, row, text};
use iced::{Center, Fill};
use lucide_icons::Icon;

use super::{Field, button, small, strong};
use crate::window::renderer::Element;
use crate::window::theme::{self, size, space, style};

/// What is typed and what was found for it.
#[derive(Debug, Clone)]
pub struct Picker<T> {
    /// What is typed; none while nobody is typing.
    typed: Option<String>,
    found: Vec<T>,
    marked: usize,
}

/// What can happen in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// The text was edited.
    Typed(String),
    /// A line was pressed.
    Pressed(usize),
    /// Enter: the marked line.
    Entered,
    /// Another line is marked, so many further down.
    Stepped(isize),
    /// Escape: what is typed is given up.
    Left,
}

/// A line of what was found.
pub struct Line {
    /// What it is.
    pub title: String,
    /// What tells it from others of that name.
    pub about: String,
    /// What stands at the right, the second line smaller.
    pub right: Option<(String, String)>,
}

impl<T> Default for Picker<T> {
    fn default() -> Self {
        Self { typed: None, found: Vec::new(), marked: 0 }
    }
}

impl<T: Clone> Picker<T> {
    /// Takes in what happened, and gives what was chosen, if anything was.
    pub fn update(&mut self, message: Message, find: impl FnOnce(&str) -> Vec<T>) -> Option<T> {
        let chosen = match message {
            Message::Typed(text) => {
                self.found = find(&text);
                self.marked = 0;
                self.typed = Some(text);
                return None;
            }
            Message::Pressed(line) => self.found.get(line).cloned(),
            Message::Entered => self.found.get(self.marked).cloned(),
            Message::Stepped(by) => {
                self.step(by);
                return None;
            }
            Message::Left => {
                self.close();
                return None;
            }
        };
        if chosen.is_some() {
            self.close();
        }
        chosen
    }

    /// Marks another line, `by` lines further down; behind the last comes the first.
    fn step(&mut self, by: isize) {
        let count = self.found.len() as isize;
        if count > 0 {
            self.marked = (self.marked as isize + by).rem_euclid(count) as usize;
        }
    }

    /// Whether somebody is typing.
    pub fn is_open(&self) -> bool {
        self.typed.is_some()
    }

    /// Gives up what is typed.
    pub fn close(&mut self) {
        *self = Self::default();
    }

    /// The field, with `current` in it while nobody types, and what was found below it.
    pub fn view<'a>(
        &'a self,
        current: impl Into<Cow<'a, str>>,
        look: Look<'a>,
        line: impl Fn(&T) -> Line,
    ) -> Element<'a, Message> {
        let missing = self.typed.as_ref().filter(|typed| !typed.trim().is_empty() && self.found.is_empty());
        let value = match &self.typed {
            Some(typed) => Cow::Borrowed(typed.as_str()),
            None => current.into(),
        };
        let mut field = Field::new(look.label, value)
            .placeholder(look.placeholder)
            .id(look.id)
            .error(missing.map(|typed| format!("Nothing is called `{}`. {}", typed.trim(), look.missing)))
            .on_input(Message::Typed)
            .on_submit(Message::Entered)
            .on_step(Message::Stepped)
            .on_leave(Message::Left);
        if let Some(icon) = look.icon {
            field = field.icon(icon);
        }
        if let (Some(hint), false) = (look.hint, self.is_open()) {
            field = field.hint(hint);
        }
        let list = (!self.found.is_empty()).then(|| {
            let lines = self.found.iter().enumerate().map(|(number, found)| {
                let content = shown(line(found));
                button::choice(content, number == self.marked).on_press(Message::Pressed(number)).into()
            });
            container(Column::with_children(lines)).padding(space::XS).width(Fill).style(style::floating)
        });
        column![field, list].spacing(space::XS).into()
    }
}

/// How a picker's field looks.
#[derive(Debug, Clone, Default)]
pub struct Look<'a> {
    /// Its name for focus and tests.
    pub id: &'static str,
    /// Its name for people.
    pub label: &'a str,
    /// What stands in it while it is empty.
    pub placeholder: &'a str,
    /// An icon at its beginning.
    pub icon: Option<Icon>,
    /// What helps to fill it.
    pub hint: Option<String>,
    /// What helps when nothing is found.
    pub missing: &'a str,
}

fn shown<'a>(line: Line) -> Element<'a, Message> {
    let right = line.right.map(|(first, second)| {
        let first = text(first).size(size::BODY).font(theme::STRONG);
        column![first, small(second)].align_x(iced::Right)
    });
    let left = column![strong(line.title), small(line.about)].width(Fill);
    row![left, right].spacing(space::M).align_y(Center).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str) -> Vec<String> {
        ["Lisbon", "Lima", "Oslo"].iter().filter(|name| name.starts_with(text)).map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn the_marked_line_is_taken_by_enter() {
        let mut picker = Picker::default();
        assert_eq!(picker.update(Message::Typed("Li".into()), find), None);
        picker.update(Message::Stepped(1), find);
        assert_eq!(picker.clone().update(Message::Entered, find).as_deref(), Some("Lima"));
        picker.update(Message::Stepped(1), find);
        assert_eq!(picker.clone().update(Message::Entered, find).as_deref(), Some("Lisbon"), "around the end");
        picker.update(Message::Stepped(-1), find);
        assert_eq!(picker.update(Message::Pressed(0), find).as_deref(), Some("Lisbon"));
        assert!(!picker.is_open());
    }

    #[test]
    fn what_is_not_found_stays_typed() {
        let mut picker = Picker::default();
        picker.update(Message::Typed("Xyz".into()), find);
        assert_eq!(picker.update(Message::Entered, find), None);
        assert!(picker.is_open());
        picker.update(Message::Left, find);
        assert!(!picker.is_open());
    }
}
