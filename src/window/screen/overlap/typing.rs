//! What is typed into the screen: a time in a row, or a date.

use chrono::NaiveDate;
use iced::widget::container;

use super::{Day, Message};
use crate::picture::Rect;
use crate::time::{Instant, TimeOfDay};
use crate::window::renderer::Element;
use crate::window::theme::{size, space, style};
use crate::window::widget::Input;
use crate::words::clock::Clock;
use crate::words::typed;

/// The names of the fields.
pub mod field {
    /// A time in a row.
    pub const TIME: &str = "overlap-time";
    /// The date.
    pub const DATE: &str = "overlap-date";
}

/// What a field is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The time beside the name of this row.
    Time(usize),
    /// The date that is shown.
    Date,
}

/// A field that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typing {
    /// What it is for.
    pub what: Purpose,
    /// What stands in it.
    pub text: String,
    /// What is wrong with it, once it was meant.
    pub wrong: Option<String>,
}

impl Typing {
    /// An empty field.
    pub fn new(what: Purpose) -> Self {
        Self { what, text: String::new(), wrong: None }
    }

    /// The name of the field.
    pub fn field(&self) -> &'static str {
        match self.what {
            Purpose::Time(_) => field::TIME,
            Purpose::Date => field::DATE,
        }
    }

    /// The time of the shown day that is meant in the row.
    pub fn instant(&self, day: &Day) -> Option<Instant> {
        let Purpose::Time(row) = self.what else { return None };
        day.strip.rows.get(row)?.instant(TimeOfDay::typed(&self.text).ok()?, day.strip.day)
    }

    /// The date that is meant.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn date(&self, today: NaiveDate) -> Result<NaiveDate, String> {
        typed::date(&self.text, today)
    }
}

/// The field over the time of a row.
pub fn time<'a>(typing: &'a Typing, day: &Day, clock: Clock, place: Rect) -> Element<'a, Message> {
    let example = match clock {
        Clock::Hours24 => "21:30",
        Clock::Hours12 => "9:30pm",
    };
    let is_wrong = !typing.text.trim().is_empty() && typing.instant(day).is_none();
    let input = Input::new(example, &typing.text)
        .id(field::TIME)
        .size(size::BODY)
        .padding([space::XS, space::XS + 2.0])
        .width(place.width)
        .style(style::field(is_wrong))
        .on_input(Message::Typed)
        .on_submit(Message::Entered)
        .on_leave(Message::Dismissed);
    let lines = size::BODY * 1.3 + 2.0 * space::XS;
    let top = place.y + (place.height - lines) / 2.0;
    iced::widget::pin(container(input)).x(place.x).y(top).into()
}
