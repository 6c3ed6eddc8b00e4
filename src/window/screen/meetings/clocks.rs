//! A slot on everybody's clock: one small clock for all who see the same.

use iced::Center;
use iced::widget::{Row, column, row, tooltip};
use lucide_icons::Icon;

use super::Message;
use crate::picture::person::Names;
use crate::plan::meet::{Attendance, Suggestion};
use crate::window::renderer::Element;
use crate::window::theme::style::Tone;
use crate::window::theme::{size, space, style};
use crate::window::widget::{button, icon, small, strong};
use crate::words::clock::{Clock, list};
use crate::words::meet as words;

/// So many clocks stand in the row; who sees others is counted.
const MOST: usize = 8;

/// The clocks, in the order in which people come.
pub fn view<'a>(suggestion: &Suggestion, clock: Clock) -> Element<'a, Message> {
    let names: Vec<&str> = suggestion.attendees.iter().map(|who| suggestion.name(who.member)).collect();
    let called = Names::all(&names);
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for (at, who) in suggestion.attendees.iter().enumerate() {
        let times = words::usual(who, clock);
        let is_alike = |(other, group): &&mut (String, Vec<usize>)| {
            let first = &suggestion.attendees[group[0]];
            *other == times && (first.outside, first.asleep) == (who.outside, who.asleep)
        };
        match groups.iter_mut().find(is_alike) {
            Some((_, group)) => group.push(at),
            None => groups.push((times, vec![at])),
        }
    }
    let others: usize = groups.iter().skip(MOST).map(|(_, group)| group.len()).sum();
    let clocks = groups.into_iter().take(MOST).map(|(times, group)| {
        let who = &suggestion.attendees[group[0]];
        let said = match group.as_slice() {
            [one] => short(&called[*one]),
            [one, other] => format!("{}, {}", short(&called[*one]), short(&called[*other])),
            [one, rest @ ..] => format!("{} +{}", short(&called[*one]), rest.len()),
            [] => String::new(),
        };
        let names: Vec<&str> = group.iter().map(|&at| names[at]).collect();
        let tip = format!("{}: {}", list(&names), outside(suggestion, who));
        let time = row![mark(who), strong(times)].spacing(space::XS).align_y(Center);
        button::tip(column![time, small(said)], tip, tooltip::Position::Bottom)
    });
    let others = (others > 0).then(|| small(format!("{others} people at other times")));
    Row::with_children(clocks).push(others).spacing(space::L).wrap().vertical_spacing(space::S).into()
}

/// A name that takes little room.
fn short(names: &Names) -> String {
    const ROOM: usize = 10;
    if names.whole.chars().count() <= ROOM { names.whole.clone() } else { names.first.clone() }
}

/// A sign beside a time that is bad for those who have it.
fn mark<'a>(who: &Attendance) -> Option<Element<'a, Message>> {
    let (sign, tone) = match (who.outside, who.asleep) {
        (0, _) => return None,
        (_, 0) => (Icon::Sunset, Tone::Warn),
        _ => (Icon::Moon, Tone::Bad),
    };
    Some(icon(sign).size(size::SMALL).style(style::toned(tone)).into())
}

/// How often somebody is outside their hours: `outside their hours 12 of 52 times, 3 at night`.
fn outside(suggestion: &Suggestion, who: &Attendance) -> String {
    let night = if who.asleep > 0 { format!(", {} at night", who.asleep) } else { String::new() };
    match who.outside {
        0 => "within their hours".to_owned(),
        outside => format!("outside their hours {outside} of {} times{night}", suggestion.occurrences.len()),
    }
}
