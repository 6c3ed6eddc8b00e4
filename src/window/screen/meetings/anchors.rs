//! The best suggestion kept to each clock: who pays when the clocks change.

use iced::widget::column;
use iced::{Fill, FillPortion};

use super::Message;
use crate::plan::meet::Anchors;
use crate::team::{Place, Slot};
use crate::time::Zone;
use crate::window::renderer::Element;
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{Column, Table, body, button, card, chip, section, small, strong};
use crate::words::clock::Clock;
use crate::words::meet::{anchor_sentence, anchor_times};

/// A row for every anchor; `chosen` are the slots of the meeting.
pub fn view<'a>(anchors: &'a Anchors, chosen: &[Slot], clock: Clock) -> Option<Element<'a, Message>> {
    if anchors.same.len() < 2 {
        return None;
    }
    let mut table = Table::new([
        Column::new("Anchor", FillPortion(3)),
        Column::new("What it means", FillPortion(10)),
        Column::new("Worst-off", FillPortion(2)).right(),
        Column::new("Moved", FillPortion(2)).right(),
        Column::new("", FillPortion(2)).right(),
    ]);
    for choice in &anchors.same {
        let suggestion = &choice.suggestion;
        let sentence = anchor_sentence(choice, clock);
        let meaning = sentence.split_once(": ").map_or(sentence.clone(), |(_, rest)| rest.to_owned());
        let act: Element<'_, Message> = if chosen == suggestion.slots {
            chip("chosen", Tone::Info)
        } else {
            button::quiet(None, "Choose").on_press(Message::Anchored(suggestion.slots.clone())).into()
        };
        let cells: [Element<'_, Message>; 5] = [
            strong(named(choice.anchor)).into(),
            column![body(meaning), small(anchor_times(choice, clock).join("\n"))].spacing(space::XS).into(),
            body(suggestion.cost.worst.points().to_string()).into(),
            body(suggestion.cost.moved.to_string()).into(),
            act,
        ];
        table = table.row(cells);
    }
    let about = "The best suggestion if it kept to another clock: the anchor decides who moves when the clocks change"
        .to_owned();
    Some(section("Anchors", about, None, card(table).padding(space::S).width(Fill)))
}

fn named(zone: Zone) -> String {
    if zone == Zone::UTC { "UTC".to_owned() } else { Place::zone(zone).short_name() }
}
