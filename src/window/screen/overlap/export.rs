//! The drawings of the place as files.

use iced::widget::{checkbox, row};
use lucide_icons::Icon;

use super::{Message, State};
use crate::export::drawing::Write;
use crate::export::{DrawingFormats, Format, Formats, file_stem};
use crate::picture::palette::LIGHT;
use crate::picture::{caption, ribbon, strip};
use crate::window::renderer::Element;
use crate::window::screen::{Action, Context, Wish};
use crate::window::theme::style::{self, Tone};
use crate::window::theme::{size, space};
use crate::window::widget::button;
use crate::words::clock;

/// How wide a drawing is on its own, in logical pixels.
const WIDTH: f32 = 1160.0;

/// A drawing of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The strip of the day.
    Day,
    /// The ribbon of the year.
    Year,
}

/// What stands for the members in a drawing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Names {
    /// What they are called.
    #[default]
    Real,
    /// Numbers.
    Numbers,
}

impl Names {
    /// Numbers if names are left out.
    pub const fn of(without: bool) -> Self {
        if without { Names::Numbers } else { Names::Real }
    }
}

/// The ways to save a drawing.
pub fn view<'a>(state: &State, what: What) -> Element<'a, Message> {
    let way = |format: &'static Format<Write>| {
        let save = button::quiet(Some(Icon::Download), format.name).on_press(Message::Drawn(what, format));
        button::tip(save, format.about, iced::widget::tooltip::Position::Top)
    };
    let names = checkbox(state.names == Names::Numbers)
        .label("Without names")
        .size(size::ICON)
        .text_size(size::SMALL)
        .style(style::tick)
        .on_toggle(Message::WithoutNames);
    row![names].extend(DrawingFormats::ALL.iter().map(way)).spacing(space::XS).align_y(iced::Center).into()
}

/// Offers a drawing as a file.
pub fn save(state: &State, context: &Context, what: What, format: &Format<Write>) -> Action<Message> {
    let zone = clock::zone(state.zone(context));
    let (title, lines, drawing, legend, stem) = match what {
        What::Day => {
            let Some(day) = state.day.get() else { return Action::none() };
            let shown =
                if state.names == Names::Numbers { day.strip.clone().without_names() } else { day.strip.clone() };
            let title = format!("{}: {}", context.team.name, clock::day(day.date));
            let lines = vec![format!("Hours in {zone}; a column is one instant")];
            (title, lines, strip::draw(&shown, WIDTH), strip::legend(WIDTH), day.date.to_string())
        }
        What::Year => {
            let Some(year) = state.year.get() else { return Action::none() };
            let shown =
                if state.names == Names::Numbers { year.ribbon.clone().without_names() } else { year.ribbon.clone() };
            let title = format!("{}: together through the year", context.team.name);
            let lines = vec![format!("{}.", year.summary), format!("Hours in {zone}.")];
            (title, lines, ribbon::draw(&shown, WIDTH), ribbon::legend(&shown)(WIDTH), "year".to_owned())
        }
    };
    let head = caption::draw(&title, &lines, WIDTH);
    match (format.write)(&[&head, &drawing, &legend], &LIGHT, &title) {
        Ok(bytes) => Action::wish(Wish::Export {
            name: format!("{}-{stem}.{}", file_stem(&context.team.name, "overlap"), format.ending),
            files: vec![(String::new(), bytes)],
        }),
        Err(error) => Action::wish(Wish::Tell { tone: Tone::Bad, words: error.to_string(), undo: false }),
    }
}
