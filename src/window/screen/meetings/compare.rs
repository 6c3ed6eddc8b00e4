//! Two suggestions side by side.

use iced::widget::column;
use iced::{Fill, FillPortion};

use super::{Message, Offer, card};
use crate::availability::RateMinutes;
use crate::plan::meet::Attendance;
use crate::window::renderer::Element;
use crate::window::theme::space;
use crate::window::widget::{Column, Table, body, card as sheet, section, strong};
use crate::words::clock::Clock;
use crate::words::meet as words;

/// Two suggestions, attendee by attendee.
pub fn view<'a>(a: &'a Offer, b: &'a Offer, most: RateMinutes, clock: Clock) -> Element<'a, Message> {
    let mut table = Table::new([
        Column::new("Who", FillPortion(3)),
        Column::new("First", FillPortion(6)),
        Column::new("Second", FillPortion(6)),
    ]);
    let slots = |offer: &Offer| {
        let said: Vec<String> = offer.suggestion.slots.iter().map(|slot| words::slot(slot, clock)).collect();
        strong(said.join(", then ")).into()
    };
    table = table.row([iced::widget::space().into(), slots(a), slots(b)]);
    for (place, who) in a.suggestion.attendees.iter().enumerate() {
        let other = b.suggestion.attendees.iter().position(|other| other.member == who.member);
        let second = other.map_or_else(
            || Element::from(iced::widget::space()),
            |place| side(b, place, &b.suggestion.attendees[place], most, clock),
        );
        table = table.row([strong(a.suggestion.name(who.member)).into(), side(a, place, who, most, clock), second]);
    }
    let costs = |offer: &Offer| {
        let cost = offer.suggestion.cost;
        body(format!("Worst-off {}, all together {}, {} moved", cost.worst.points(), cost.total(), cost.moved)).into()
    };
    table = table.row([strong("Points").into(), costs(a), costs(b)]);
    let about = "Bars are burdens; below them is the year, a cell a meeting".to_owned();
    section("Side by side", about, None, sheet(table).padding(space::S).width(Fill))
}

/// What one of them means for somebody.
fn side<'a>(
    offer: &'a Offer,
    place: usize,
    who: &'a Attendance,
    most: RateMinutes,
    clock: Clock,
) -> Element<'a, Message> {
    let suggestion = &offer.suggestion;
    let slots = 0..suggestion.slots.len();
    let times: Vec<String> = slots.map(|slot| words::times(suggestion, who, slot, clock)).collect();
    column![body(times.join("; ")), card::burden(suggestion, who, most), card::year(offer, place, clock)]
        .spacing(space::XS)
        .into()
}
