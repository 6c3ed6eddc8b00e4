//! What is asked, as a sentence above the answer, and the panel in which it is changed.

use iced::widget::{Row, checkbox, column, container, row, tooltip};
use iced::{Center, Fill, Shrink};
use lucide_icons::Icon;

use super::typing::{self, Purpose};
use super::{Face, Message, State};
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::{size, space, style};
use crate::window::widget::{Input, Panel, Part, body, button, heading, label, press, question, small};
use crate::words::clock;

/// Whether what is asked stands beside the answer to be changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Asking {
    /// Only its sentence is seen.
    #[default]
    InWords,
    /// The panel is open.
    InPanel,
}

impl Asking {
    /// Asking with the panel open or closed.
    pub const fn of(is_open: bool) -> Self {
        if is_open { Asking::InPanel } else { Asking::InWords }
    }
}

/// The question in one line; of the hours with the way from date to date.
pub fn sentence<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let open = || Message::PanelOpened(state.asking == Asking::InWords);
    let all = state.chosen(context).len();
    let enough = state.at_least.unwrap_or(all).min(all);
    let people = Part::link(
        match all {
            0 => "Nobody".to_owned(),
            1 => state.chosen(context)[0].name.clone(),
            all if enough < all => format!("At least {enough} of {all} people"),
            all => format!("{all} people"),
        },
        open(),
    );
    let parts = match state.face {
        Face::Hours => {
            let levels = if state.flexible { "at work or flexible" } else { "at work" };
            let zone = format!("in {}, on", clock::zone(state.zone(context)));
            vec![people, Part::link(levels, open()), Part::words(zone)]
        }
        Face::Pairs => vec![Part::words("What every two share of"), people],
        Face::WhatIf => vec![Part::words("What would be different for"), people],
    };
    let dates = (state.face == Face::Hours).then(|| dates(state, context));
    Row::new()
        .push(question(parts))
        .push(dates)
        .spacing(space::XS)
        .align_y(Center)
        .wrap()
        .vertical_spacing(space::XS)
        .into()
}

/// The way from date to date.
fn dates<'a>(state: &'a State, context: &Context) -> Element<'a, Message> {
    let date = state.shown(context);
    let today = date == state.today(context);
    let shown: Element<'a, Message> = match &state.typing {
        Some(typing) if typing.what == Purpose::Date => Input::new("29 Mar, 2027-03-29", &typing.text)
            .id(typing::field::DATE)
            .size(size::BODY)
            .width(164)
            .padding([space::XS / 2.0, space::S])
            .style(style::field(!typing.text.is_empty() && typing.date(state.today(context)).is_err()))
            .on_input(Message::Typed)
            .on_submit(Message::Entered)
            .on_leave(Message::Dismissed)
            .into(),
        _ => {
            let words = container(crate::window::widget::strong(clock::day(date))).width(Fill).align_x(Center);
            let press = press(words)
                .width(132)
                .padding([space::XS / 2.0, space::S])
                .style(style::link)
                .on_press(Message::DateWanted);
            button::tip(press, "Type another date (G)", tooltip::Position::Bottom)
        }
    };
    let act = |words| button::quiet(None, words).padding([space::XS, space::S]);
    row![
        shown,
        button::icon(Icon::ChevronLeft, "The day before (K)", Some(Message::Turned(-1))),
        button::icon(Icon::ChevronRight, "The day after (J)", Some(Message::Turned(1))),
        act("Today").on_press_maybe((!today).then_some(Message::Today)),
        act("Next clock change").on_press(Message::NextChange),
    ]
    .spacing(space::XS)
    .align_y(Center)
    .into()
}

/// The panel with who is asked about, how many are enough, and whether flexible hours count; nothing while it is closed.
pub fn panel<'a>(state: &'a State, context: &Context<'a>) -> Option<Panel<'a, Message>> {
    if state.asking == Asking::InWords {
        return None;
    }
    let people = context.team.members.iter().map(|member| {
        let on = !state.left_out.contains(&member.name);
        let mark = if on { Icon::Check } else { Icon::Plus };
        let mark = crate::window::widget::icon(mark).size(size::SMALL + 1.0);
        let words = iced::widget::text(member.name.as_str()).size(size::BODY);
        button::choice(row![mark, words].spacing(space::XS + 2.0).align_y(Center), on)
            .width(Shrink)
            .padding([space::XS, space::S + 2.0])
            .on_press(Message::Toggled(member.name.clone()))
            .into()
    });
    let people = Row::with_children(people).spacing(space::XS).width(Fill).wrap().vertical_spacing(space::XS);
    let all = state.chosen(context).len();
    let everybody = (!state.left_out.is_empty()).then_some(Message::Everybody);
    let nobody = (all > 0).then_some(Message::Nobody);
    let act = |words, message| button::quiet(None, words).padding([space::XS, space::S]).on_press_maybe(message);
    let head = row![container(heading("Who")).width(Fill), act("Everybody", everybody), act("Nobody", nobody),];
    let enough = (all > 2 && state.face != Face::Pairs).then(|| enough(state.at_least.unwrap_or(all).min(all), all));
    let flexible = checkbox(state.flexible)
        .label("Count flexible hours")
        .size(size::ICON)
        .text_size(size::BODY)
        .style(style::tick)
        .on_toggle(Message::Flexible);
    let about = "Hours in which somebody would work if needed, besides those in which they do.";
    let flexible = (state.face == Face::Hours)
        .then(|| column![container(flexible).id("overlap-flexible"), small(about)].spacing(space::XS));
    let who = column![head.align_y(Center), people].spacing(space::S);
    let form = column![enough, flexible, who].spacing(space::XL);
    Some(Panel::new("What is asked", form, Message::PanelOpened(false)))
}

/// How many must be there.
fn enough<'a>(count: usize, all: usize) -> Element<'a, Message> {
    let words = if count == all { format!("All {all}") } else { format!("At least {count} of {all}") };
    let fewer = (count > 1).then_some(Message::Enough(count - 1));
    let more = (count < all).then_some(Message::Enough(count + 1));
    row![
        label("Together"),
        button::icon(Icon::Minus, "Fewer are enough", fewer),
        container(body(words)).width(120).align_x(Center),
        button::icon(Icon::Plus, "More must be there", more),
    ]
    .spacing(space::XS)
    .align_y(Center)
    .into()
}
