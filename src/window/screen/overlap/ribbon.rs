//! The year as a ribbon, and who is there in the hour under the pointer.

use iced::widget::{column, container, mouse_area, responsive};
use iced::{Element, Fill};

use super::{Message, Screen, What, Year, export};
use crate::availability::Availability;
use crate::picture::ribbon::{self, Sheet, hour_of};
use crate::team::Member;
use crate::window::screen::Context;
use crate::window::theme::space;
use crate::window::widget::{Drawing, body, card, muted, section, strong};
use crate::words::clock::{self, Clock};
use crate::words::presence;

/// How high the lines about an hour are, so that nothing jumps when the pointer moves: a heading and two lists of two lines.
const LINES: f32 = 108.0;

/// The ribbon with its legend.
pub fn view<'a>(screen: &'a Screen, year: &'a Year, context: &Context) -> Element<'a, Message> {
    let (today, chosen) = (screen.today(context), screen.shown(context));
    let height = Sheet::new(&year.ribbon, 1000.0).height();
    let drawing = responsive(move |room| {
        let sheet = Sheet::new(&year.ribbon, room.width);
        let marks = ribbon::marks(&year.ribbon, sheet, today, chosen, screen.hour);
        let drawing = Drawing::new(screen.year.number(), |width| ribbon::draw(&year.ribbon, width))
            .marks(marks)
            .on_move(move |at| Message::HourPointed(at.and_then(|at| sheet.place(&year.ribbon, at))));
        mouse_area(drawing).on_press(Message::HourPressed(screen.hour)).into()
    })
    .height(height);
    let drawing = container(drawing).id("overlap-ribbon");
    let legend = Drawing::new((screen.year.number(), "legend"), ribbon::legend(&year.ribbon));
    let about = format!(
        "{}. How many are there at each hour, in {}; press one to see its day.",
        year.summary,
        clock::zone(screen.zone(context))
    );
    let content =
        column![drawing, legend, container(hour(screen, year, context.clock)).height(LINES)].spacing(space::M);
    section("The year", about, export::view(screen, What::Year), card(content).width(Fill))
}

/// Who is there in the hour under the pointer, and why each of the others is not.
fn hour<'a>(screen: &'a Screen, year: &'a Year, style: Clock) -> Element<'a, Message> {
    let Some(place) = screen.hour else {
        return muted("Point at an hour to see who is there, and why each of the others is not.").into();
    };
    let span = hour_of(place, &year.ribbon);
    let people: Vec<(&Member, &Availability)> = year.people.iter().map(|(member, levels)| (member, levels)).collect();
    let (there, others) = presence::lists(&people, span.start, screen.flexible, style);
    let hour = style.minute(i64::from(place.hour) * 60);
    let head = format!("{}, {hour}: {} of {} there", clock::day(place.date), there.len(), people.len());
    let there = (!there.is_empty()).then(|| body(format!("There: {}.", there.join(", "))));
    let others = (!others.is_empty()).then(|| muted(format!("Not there: {}.", others.join(", "))));
    column![strong(head), there, others].spacing(space::XS).into()
}
