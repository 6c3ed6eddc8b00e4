//! The best suggestion kept to each clock: who pays when the clocks change.

use iced::widget::column;
use iced::{Fill, FillPortion};

use super::Message;
use crate::plan::meet::{AnchorChoice, Anchors};
use crate::team::{Place, Slot};
use crate::time::Zone;
use crate::window::renderer::Element;
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{Column, Table, body, button, card, chip, section, small, strong};
use crate::words::amount::{count, in_points};
use crate::words::clock::{Clock, list};
use crate::words::meet::{anchor_sentence, anchor_times};

/// A row for all anchors with the same outcome; `chosen` are the slots of the meeting.
pub fn view<'a>(anchors: &'a Anchors, chosen: &[Slot], clock: Clock) -> Option<Element<'a, Message>> {
    if anchors.same.len() < 2 {
        return None;
    }
    let mut table = Table::new([
        Column::new("Anchor", FillPortion(3)),
        Column::new("What it means", FillPortion(12)),
        Column::new("", FillPortion(2)).right(),
    ]);
    for alike in alike(&anchors.same) {
        let choice = alike[0];
        let suggestion = &choice.suggestion;
        let sentence = anchor_sentence(choice, clock);
        let meaning = sentence.split_once(": ").map_or(sentence.clone(), |(_, rest)| rest.to_owned());
        let act: Element<'_, Message> = if alike.iter().any(|choice| chosen == choice.suggestion.slots) {
            chip("chosen", Tone::Info)
        } else {
            button::quiet(None, "Choose").on_press(Message::Anchored(suggestion.slots.clone())).into()
        };
        let names: Vec<String> = alike.iter().map(|choice| named(choice.anchor)).collect();
        let cost = suggestion.cost;
        let cost = format!("worst-off {}, {}", in_points(cost.worst.points()), count(cost.moved, "moved local start"));
        let times = anchor_times(choice, clock).into_iter().chain([cost]).collect::<Vec<_>>().join("\n");
        let cells: [Element<'_, Message>; 3] =
            [strong(list(&names)).into(), column![body(meaning), small(times)].spacing(space::XS).into(), act];
        table = table.row(cells);
    }
    let about = "The best suggestion if it kept to another clock: the anchor decides who moves when the clocks change"
        .to_owned();
    Some(section("Anchors", about, None, card(table).padding(space::S).width(Fill)))
}

/// The anchors, those with which every meeting is held at the same moments together.
fn alike(all: &[AnchorChoice]) -> Vec<Vec<&AnchorChoice>> {
    let mut groups: Vec<Vec<&AnchorChoice>> = Vec::new();
    for choice in all {
        let is_alike =
            |group: &&mut Vec<&AnchorChoice>| group[0].suggestion.occurrences == choice.suggestion.occurrences;
        match groups.iter_mut().find(is_alike) {
            Some(group) => group.push(choice),
            None => groups.push(vec![choice]),
        }
    }
    groups
}

fn named(zone: Zone) -> String {
    if zone == Zone::UTC { "UTC".to_owned() } else { Place::zone(zone).short_name() }
}
