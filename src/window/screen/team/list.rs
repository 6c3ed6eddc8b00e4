//! Everybody in the team: where they are, what time it is there, and whether they are at work.

use std::collections::BTreeSet;

use iced::widget::{Column, column, container, row};
use iced::{Center, Fill};

use super::{Context, Message, place};
use crate::availability::{Availability, Level};
use crate::picture::{Meaning, Picture, Rect, Shape};
use crate::team::{Member, Place, Team};
use crate::time::{Instant, Minutes, Span, Zone};
use crate::window::renderer::Element;
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{Drawing, button, chip, small, strong};
use crate::words;

/// The size of the mark of a level, in logical pixels.
const SWATCH: (f32, f32) = (26.0, 16.0);

/// What everybody does at a moment, in the team's order.
#[derive(Debug, Default)]
pub struct Levels(Vec<Level>);

impl Levels {
    /// What everybody in a team does now.
    pub fn of(team: &Team, now: Instant) -> Self {
        let minute = Span { start: now, end: now + Minutes(1) };
        let level = |member| Availability::full(member, &team.calendars, minute).level_at(now).unwrap_or(Level::Off);
        Self(team.members.iter().map(level).collect())
    }
}

/// How many people there are, in how many zones, and how many of them are at work.
pub fn about(team: &Team, levels: &Levels, now: Instant) -> Option<String> {
    let people = match team.members.len() {
        0 => return None,
        1 => "1 person".to_owned(),
        many => format!("{many} people"),
    };
    let zones: BTreeSet<Zone> = team.members.iter().map(|member| whereabouts(member, now).zone).collect();
    let zones = if zones.len() == 1 { "1 time zone".to_owned() } else { format!("{} time zones", zones.len()) };
    let at_work = levels.0.iter().filter(|level| **level == Level::Preferred).count();
    Some(format!("{people} in {zones}; {at_work} at work now"))
}

/// The list, with the member that is open marked.
pub fn view<'a>(team: &'a Team, levels: &Levels, chosen: Option<&str>, context: &Context<'a>) -> Element<'a, Message> {
    let rows = team.members.iter().zip(&levels.0).enumerate().map(|(number, (member, level))| {
        let is_chosen = chosen == Some(member.name.as_str());
        button::choice(shown(member, *level, context), is_chosen).on_press(Message::Chosen(number)).into()
    });
    container(Column::with_children(rows).spacing(space::XS / 2.0)).padding(iced::Padding::ZERO.right(space::M)).into()
}

fn shown<'a>(member: &'a Member, level: Level, context: &Context<'a>) -> Element<'a, Message> {
    let (now, clock) = (context.now, context.clock);
    let place = whereabouts(member, now);
    let where_now = if place == member.home {
        place.short_name()
    } else {
        format!("{}, at home in {}", place.short_name(), member.home.short_name())
    };
    let roles = row(member.roles.iter().take(3).map(|role| chip(role.as_str(), Tone::Plain))).spacing(space::XS);
    let supposed = context.supposed.has(&member.name).then(|| chip("supposed", Tone::Info));
    let name = row![strong(member.name.as_str()), supposed, roles].spacing(space::S).align_y(Center);
    let about = small(format!("{where_now} · {}", words::hours(&member.hours, clock)));
    let state = row![swatch(level), container(small(level_name(level))).width(60)].spacing(space::S).align_y(Center);
    let clock = column![strong(place::clock(place.zone, now, clock)), small(place::offset(place.zone, now))];
    row![column![name, about].width(Fill), state, clock.width(84).align_x(iced::Right)]
        .spacing(space::M)
        .align_y(Center)
        .into()
}

/// Where a member is on the date that it is at their home.
fn whereabouts(member: &Member, now: Instant) -> Place {
    member.place_on(member.home.zone.local(now).date())
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::Away => "Away",
        Level::Preferred => "At work",
        Level::Flexible => "Flexible",
        Level::Asleep => "Asleep",
        Level::Off => "Off",
    }
}

/// The mark of a level: its colour and its pattern.
fn swatch<'a>(level: Level) -> Element<'a, Message> {
    let (width, height) = SWATCH;
    let drawing = Drawing::new(level as u8, move |_| {
        let mut picture = Picture::new(width, height);
        let whole = Rect::new(0.0, 0.0, width, height);
        picture.add(Shape::rectangle(whole, Meaning::from(level)).rounded(4.0));
        picture
    });
    container(drawing).width(width).into()
}
