//! The year as a ribbon, and who is at work in the hour under the pointer.

use iced::Fill;
use iced::widget::{column, container, mouse_area, responsive};

use super::{Message, State, What, Year, export};
use crate::availability::Availability;
use crate::picture::ribbon::{self, Sheet, hour_of};
use crate::team::Member;
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::space;
use crate::window::widget::{Drawing, body, card, muted, section, strong};
use crate::words::clock::{self, Clock};
use crate::words::presence;

/// How high the lines about an hour are, so that nothing jumps when the pointer moves: a heading and two lists of two lines.
const LINES: f32 = 108.0;

/// The ribbon with its legend.
pub fn view<'a>(state: &'a State, year: &'a Year, context: &Context) -> Element<'a, Message> {
    let (today, chosen) = (state.today(context), state.shown(context));
    let height = Sheet::new(&year.ribbon, 1000.0).height();
    let pointed = state.hour.as_ref().map(|pointed| pointed.place);
    let drawing = responsive(move |room| {
        let sheet = Sheet::new(&year.ribbon, room.width);
        let marks = ribbon::marks(&year.ribbon, sheet, today, chosen, pointed);
        let drawing = Drawing::new(state.year.number(), |width| ribbon::draw(&year.ribbon, width))
            .marks(marks)
            .on_move(move |at| Message::HourPointed(at.and_then(|at| sheet.place(&year.ribbon, at))));
        mouse_area(drawing).on_press(Message::HourPressed(pointed)).into()
    })
    .height(height);
    let drawing = container(drawing).id("overlap-ribbon");
    let legend = Drawing::new((state.year.number(), "legend"), ribbon::legend(&year.ribbon));
    let about = format!(
        "{}. How many are at work at each hour, in {}; press one to see its day.",
        year.summary,
        clock::zone(state.zone(context))
    );
    let content = column![drawing, legend, container(hour(state)).height(LINES)].spacing(space::M);
    section("The year", about, export::view(state, What::Year), card(content).width(Fill))
}

/// Who is at work in the hour under the pointer, and why each of the others is not.
fn hour(state: &State) -> Element<'_, Message> {
    let Some(pointed) = &state.hour else {
        return muted("Point at an hour to see who is at work, and why each of the others is not.").into();
    };
    let at_work = pointed.at_work.as_ref().map(|words| body(words.as_str()));
    let others = pointed.others.as_ref().map(|words| muted(words.as_str()));
    column![strong(pointed.head.as_str()), at_work, others].spacing(space::XS).into()
}

/// An hour of the year with what is said of it.
#[derive(Debug)]
pub struct Pointed {
    /// The hour.
    pub place: ribbon::Place,
    head: String,
    at_work: Option<String>,
    others: Option<String>,
}

impl Pointed {
    /// An hour of a year; `flexible` says whether flexible hours count.
    pub fn at(place: ribbon::Place, year: &Year, flexible: bool, style: Clock) -> Self {
        let span = hour_of(place, &year.ribbon);
        let people: Vec<(&Member, &Availability)> =
            year.people.iter().map(|(member, levels)| (member, levels)).collect();
        let (at_work, others) = presence::lists(&people, &year.calendars, span.start, flexible, style);
        let hour = style.minute(i64::from(place.hour) * 60);
        Self {
            place,
            head: format!("{}, {hour}: {} of {} at work", clock::day(place.date), at_work.len(), people.len()),
            at_work: (!at_work.is_empty()).then(|| format!("At work: {}.", at_work.join(", "))),
            others: (!others.is_empty()).then(|| format!("Not at work: {}.", others.join(", "))),
        }
    }
}
