//! How the face is seen: what is supposed, what it changes, and the nudge.

use iced::widget::{Column as Lines, column, container, pick_list, row};
use iced::{Fill, FillPortion};
use lucide_icons::Icon;

use super::{Change, Compared, Message, State};
use crate::availability::AWeek;
use crate::plan::overlap::Outcome;
use crate::time::{Clocks, Minutes};
use crate::window::place;
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::style::{self, Tone};
use crate::window::theme::{size, space};
use crate::window::widget::picker::Look;
use crate::window::widget::{
    Column, Field, Table, body, busy, button, card, chip, heading, label, muted, notice, section, strong,
};
use crate::words::{amount, what_if as words};
use crate::world::ClockLaw;

/// The face as it is seen.
pub fn face<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let about = "Nothing changes in the team until you apply it".to_owned();
    let suppose = section("Suppose", about, None, card(suppositions(state, context)).width(Fill));
    column![suppose, answer(state, context), state.nudge.view(context).map(Message::Nudge)].spacing(space::XL).into()
}

/// The toggles of the laws, the change that is put together, and what is supposed so far.
fn suppositions<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let laws = ClockLaw::ALL.into_iter().map(|law| {
        let choices =
            [(None, "As now"), (Some(Clocks::Standard), "Always standard"), (Some(Clocks::Summer), "Always summer")];
        let name = match law {
            ClockLaw::EuropeanUnion => "Clocks in the EU (27 countries)",
            ClockLaw::UnitedStates => "Clocks in the United States",
        };
        let chosen = state.clocks[super::place_of(law)];
        column![label(name), button::segmented(choices, &chosen, move |clocks| Message::Clocks(law, clocks))]
            .spacing(space::XS)
            .into()
    });
    let today = context.zone.local(context.now).date().to_string();
    let from = Field::new("From", state.from.clone().unwrap_or(today))
        .id("what-if-from")
        .width(150.0)
        .error(state.from(context).err())
        .on_input(Message::From);
    let laws = iced::widget::Row::with_children(laws).push(from).spacing(space::XL).wrap().vertical_spacing(space::M);
    column![laws, form(state, context), list(state, context)].spacing(space::L).into()
}

/// The change that is put together.
fn form<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let draft = &state.draft;
    let changes = [(Change::Moves, "Moves"), (Change::Joins, "Joins"), (Change::Leaves, "Leaves")];
    let changes =
        column![label("Somebody"), button::segmented(changes, &draft.change, Message::Wanted)].spacing(space::XS);
    let who = || {
        let names: Vec<String> = context.team.members.iter().map(|member| member.name.clone()).collect();
        let list = pick_list(names, draft.who.clone(), Message::Who)
            .placeholder("A member")
            .text_size(size::BODY)
            .padding([space::S, space::M - 2.0])
            .width(190.0)
            .style(style::pick)
            .menu_style(style::menu);
        column![label("Who"), list].spacing(space::XS)
    };
    let place = || {
        let look = Look {
            id: "what-if-place",
            label: "To",
            placeholder: "City, zone or country",
            icon: Some(Icon::Search),
            hint: None,
            missing: "Try a larger city nearby.",
        };
        let look = if draft.change == Change::Joins { Look { label: "In", ..look } } else { look };
        let (now, clock) = (context.now, context.clock);
        let current = draft.place.map(place::label).unwrap_or_default();
        container(draft.picker.view(current, look, move |hit| place::line(*hit, now, clock)).map(Message::Place))
            .width(250.0)
    };
    let typed = |name, value: &'a str, id, width: f32, error: Option<String>| {
        Field::new(name, value).id(id).width(width).error(error)
    };
    let suppose = button::secondary(Some(Icon::Plus), "Suppose it")
        .on_press_maybe(draft.what_if(context.team).map(|_| Message::Supposed));
    let suppose = column![label(" "), suppose].spacing(space::XS);
    let fields = row![changes].spacing(space::M);
    let fields = match draft.change {
        Change::Moves => {
            let on = typed("On", draft.on.as_str(), "what-if-on", 116.0, draft.on().err());
            fields.push(who()).push(place()).push(on.placeholder("at once").on_input(Message::On))
        }
        Change::Joins => {
            let name = typed("Called", draft.name.as_str(), "what-if-name", 130.0, None);
            let error = draft.hours().err();
            let hours = typed("Hours", draft.hours.as_str(), "what-if-hours", 176.0, error);
            let hours = hours.placeholder("Mo-Fr 09:00-17:00").on_input(Message::Hours);
            fields.push(place()).push(name.placeholder("as the city").on_input(Message::Name)).push(hours)
        }
        Change::Leaves => fields.push(who()),
    };
    fields.push(suppose).wrap().vertical_spacing(space::M).into()
}

/// What is supposed, a line each with a way to drop it, and what to do with all of it.
fn list<'a>(state: &'a State, context: &Context<'a>) -> Option<Element<'a, Message>> {
    let all = state.all(context);
    if all.is_empty() {
        return None;
    }
    let lines = all.iter().enumerate().map(|(place, what_if)| {
        let drop = button::icon(Icon::X, "Suppose it no more", Some(Message::Dropped(place)));
        row![strong(words::said(what_if, context.clock)), drop].spacing(space::S).align_y(iced::Center).into()
    });
    let reset = button::quiet(Some(Icon::RotateCcw), "Start over").on_press(Message::Reset);
    let applicable = all.iter().filter(|what_if| what_if.can_be_applied()).count();
    let apply =
        (applicable > 0).then(|| button::primary(Some(Icon::Check), "Apply to the team").on_press(Message::Applied));
    let note = (applicable > 0 && applicable < all.len()).then(|| muted("Laws on clocks stay supposed."));
    let acts = row![apply, reset, note].spacing(space::S).align_y(iced::Center);
    Some(column![Lines::with_children(lines), acts].spacing(space::S).into())
}

/// What would be different, in sentences and in figures side by side.
fn answer<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    if let Some(failed) = state.found.failed() {
        return notice::banner(Tone::Bad, failed.to_string(), None);
    }
    let Some(found) = state.found.get() else { return card(busy("Comparing…")).width(Fill).into() };
    let is_supposed = !state.all(context).is_empty();
    let words: Element<'a, Message> = match (&found.after, is_supposed) {
        (Err(error), _) => notice::banner(Tone::Bad, error.as_str(), None),
        (_, false) => {
            muted("Suppose something above to see what it would change. These are the figures as they are.").into()
        }
        (Ok(_), true) => {
            let mut lines = found.sentences.iter();
            let first = lines.next().map(|first| heading(first.as_str()).line_height(1.4));
            column![first, Lines::with_children(lines.map(|line| body(line.as_str()).into())).spacing(space::XS)]
                .spacing(space::S)
                .into()
        }
    };
    let table = found.after.as_ref().ok().map(|after| figures(found, after, is_supposed));
    let busy = state.found.is_busy().then(|| busy(""));
    let card = card(column![row![container(words).width(Fill), busy], table].spacing(space::L)).width(Fill);
    section("What it changes", "Over the year from today, leave and holidays aside".to_owned(), None, card)
}

/// What says nothing new of two members.
const OF_TWO: &str = "Any two on average, mean week";

/// The figures as they are and as they would be.
fn figures<'a>(found: &'a Compared, after: &'a Outcome, is_supposed: bool) -> Element<'a, Message> {
    let before = &found.before;
    let mut table = Table::new([
        Column::new("", FillPortion(6)),
        Column::new("As it is", FillPortion(3)).right(),
        Column::new(if is_supposed { "What if" } else { "" }, FillPortion(3)).right(),
        Column::new("", FillPortion(3)),
    ]);
    let week = |pick: fn(AWeek) -> Minutes, of: fn(&Outcome) -> AWeek| {
        let (now, then) = (pick(of(before)), pick(of(after)));
        let by = then - now;
        let tone = if by.0 < 0 { Tone::Warn } else { Tone::Good };
        let change = (by != Minutes::ZERO).then(|| (words::more(by), tone));
        (amount::duration(now), amount::duration(then), change)
    };
    let count = |now: usize, then: usize, is_worse: bool| {
        let by = then as i64 - now as i64;
        let tone = if is_worse && by > 0 {
            Tone::Warn
        } else if is_worse {
            Tone::Good
        } else {
            Tone::Plain
        };
        let way = if by < 0 { "fewer" } else { "more" };
        (now.to_string(), then.to_string(), (by != 0).then(|| (format!("{} {way}", by.abs()), tone)))
    };
    let of_pairs = count(before.under_target.len(), after.under_target.len(), true);
    let rows = [
        ("All together, worst season", week(|week| week.worst, |outcome| outcome.together)),
        ("All together, mean week", week(|week| week.mean, |outcome| outcome.together)),
        (OF_TWO, week(|week| week.mean, |outcome| outcome.of_two)),
        ("Somebody at work, mean week", week(|week| week.mean, |outcome| outcome.coverage)),
        ("Pairs under the target", of_pairs),
        ("Seasons in the year", count(before.seasons.len(), after.seasons.len(), false)),
    ];
    let has_more_than_a_pair = before.pairs.max(after.pairs) > 1;
    for (name, (now, then, change)) in rows.into_iter().filter(|(name, _)| has_more_than_a_pair || *name != OF_TWO) {
        let change = change.filter(|_| is_supposed).map(|(words, tone)| chip(words, tone));
        let then: Element<'a, Message> = if is_supposed { strong(then).into() } else { body("").into() };
        let cells: [Element<'a, Message>; 4] = [body(name).into(), body(now).into(), then, container(change).into()];
        table = table.row(cells);
    }
    table.into()
}
