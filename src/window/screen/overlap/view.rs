//! How the screen is seen.

use iced::widget::{column, container, responsive, row, stack};
use iced::{Center, Fill};
use lucide_icons::Icon;

use super::typing::{self, Purpose, Typing};
use super::{Day, Face, Message, State, What, asked, chosen, export, face, lists, ribbon};
use crate::picture::days;
use crate::picture::strip::{self, Sheet};
use crate::picture::{Form, Meaning, Shape};
use crate::window::renderer::Element;
use crate::window::screen::{Context, Screen};
use crate::window::theme::space;
use crate::window::theme::style::{self, Tone};
use crate::window::widget::{Drawing, Hit, answer as said, busy, button, card, empty, muted, notice, place, small};
use crate::words::share::When;
use crate::words::{amount, clock};

/// The screen as it is seen.
pub fn screen<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    if context.team.members.is_empty() {
        return place("Overlap", None, None, teaching(), None);
    }
    let failed = state.day.failed().or(state.year.failed());
    let failed = failed.map(|failed| notice::banner(Tone::Bad, failed.to_string(), None));
    let content = if state.chosen(context).is_empty() {
        let words = "Nobody is chosen. Choose some people to see when they are at work together.";
        let all = button::primary(Some(Icon::Users), "Choose all").on_press(Message::Everybody);
        empty(Screen::Overlap.icon(), "Nobody to compare", words, Element::from(all))
    } else if state.face == Face::Pairs {
        super::pairs::face(&state.pairs).map(Message::Pairs)
    } else if state.face == Face::WhatIf {
        super::what_if::face(&state.what_if, context).map(Message::WhatIf)
    } else {
        let year = state.year.get().map(|year| ribbon::view(state, year, context));
        let first = column![answer(state, context), day(state, context)].spacing(space::M);
        column![first, year, lists::all(state, context)].spacing(space::XL).into()
    };
    let wrong =
        state.typing.as_ref().filter(|typing| typing.what == Purpose::Date).and_then(|typing| typing.wrong.clone());
    let wrong = wrong.map(|wrong| small(wrong).style(style::toned(Tone::Bad)));
    let sheet = column![failed, wrong, content].spacing(space::L);
    let asked = asked::sentence(state, context);
    place("Overlap", asked, face::tabs(state.face), sheet, asked::panel(state, context))
}

/// What would be here, before there is anybody.
fn teaching<'a>() -> Element<'a, Message> {
    let words = "Add two members with their cities and hours, and this place shows the hours they share: on a day, \
                 through the week, and after every change of clocks.";
    let go = button::primary(Some(Icon::Users), "Add members").on_press(Message::TeamWanted);
    empty(Screen::Overlap.icon(), "Nobody to compare yet", words, Element::from(go))
}

/// The answer: what holds all year, and what the day itself is like.
fn answer<'a>(state: &'a State, context: &Context) -> Element<'a, Message> {
    let Some(year) = state.year.get() else {
        return column![said("Looking at the year…"), muted(" ")].spacing(space::XS).into();
    };
    let at = state.day.get().map_or(context.now, |day| day.strip.day.start);
    let season = year.sentences.iter().find(|sentence| sentence.span.contains(at));
    let day = muted(state.day.get().map(of_the_day).unwrap_or_default());
    let working = (state.year.is_busy() || state.day.is_busy()).then(|| busy(""));
    let copy = button::icon(Icon::Copy, "Copy all sentences of the year", Some(Message::YearWanted));
    let most = season.filter(|season| season.hours.is_empty() && season.most > 1).map(|season| season.most);
    let fewer = most.map(|most| button::quiet(None, "Let fewer be enough").on_press(Message::Enough(most)));
    let below = row![day.width(Fill), working, fewer, copy].spacing(space::M).align_y(Center);
    column![said(year.headline.as_str()), below].into()
}

/// What the shown day is like.
fn of_the_day(day: &Day) -> String {
    let enough = if day.strip.at_least < day.strip.asked { &day.strip.some } else { &day.strip.all };
    let windows: Vec<String> = enough.iter().map(|window| clock::dashed(&day.strip.clocked(*window))).collect();
    let date = day.date.format("%A %-d %B");
    let mut words = if windows.is_empty() {
        format!("{date}: not at all.")
    } else {
        format!("{date}: {}, {}.", clock::list(&windows), amount::duration(enough.minutes()))
    };
    for note in &day.notes {
        words = format!("{words} {note}.");
    }
    words
}

/// The strip of the day with what moves over it, and the key to it.
fn day<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let Some(day) = state.day.get() else {
        return card(busy("Looking at the day…")).width(Fill).into();
    };
    let height = Sheet::new(&day.strip, 1000.0).height();
    let (now, clock) = (context.now, context.clock);
    let is_drawn = state.scrub.is_drawn();
    let drawing = responsive(move |room| {
        let sheet = Sheet::new(&day.strip, room.width);
        let meant = move |x: f32| if is_drawn { Some(sheet.nearest(x)) } else { sheet.instant(x) };
        let drawing = Drawing::new(state.day.number(), |width| strip::draw(&day.strip, width))
            .marks(marks(state, day, &sheet, now))
            .on_move(move |at| Message::Pointed(at.and_then(|at| meant(at.x))))
            .on_press(move |hit| Message::Pressed(hit.id, sheet.instant(hit.at.x)))
            .on_release(Message::Released);
        match &state.typing {
            Some(typing @ Typing { what: Purpose::Time(row), .. }) => {
                stack![drawing, typing::time(typing, day, clock, sheet.time_place(*row))].into()
            }
            _ => drawing.into(),
        }
    })
    .height(height);
    let drawing = container(drawing).id("overlap-strip");
    let legend = Drawing::new((), strip::legend);
    let hint = match state.scrub.kept() {
        Some(When::At(_)) => "The time is held; press again to let it go.",
        Some(When::Over(_)) => "Draw an end of the span to change it; press anywhere to let it go.",
        None => {
            "Press a name to see the day from there, the time beside it to type one, the hours to hold a time; draw over \
             them to select a span."
        }
    };
    let wrong =
        state.typing.as_ref().filter(|typing| typing.what != Purpose::Date).and_then(|typing| typing.wrong.as_deref());
    let hint = wrong.map_or_else(|| small(hint), |wrong| small(wrong).style(style::toned(Tone::Bad)));
    let back = state
        .from
        .is_some()
        .then(|| button::quiet(Some(Icon::House), "Back to your clock").on_press(Message::SeenFrom(None)));
    let foot = row![column![legend, hint].spacing(space::XS).width(Fill), back, export::view(state, What::Day)]
        .spacing(space::M)
        .align_y(iced::Bottom);
    let sheet = card(column![bar(state, day, context), drawing, foot].spacing(space::M)).width(Fill);
    column![sheet, chosen::view(state, day)].spacing(space::M).into()
}

/// The dates of the week with what happens on them; a press goes there.
fn bar<'a>(state: &'a State, day: &'a Day, context: &Context) -> Element<'a, Message> {
    let today = state.today(context);
    let key = (state.day.number(), today);
    let drawing = Drawing::new(key, move |width| days::draw(&day.dates, day.date, today, width));
    let press = |hit: Hit| Message::Went(day.dates.get(hit.id.column).map_or(day.date, |day| day.date));
    container(drawing.on_press(press)).id("overlap-dates").into()
}

/// The present, and the time under the pointer.
fn marks(state: &State, day: &Day, sheet: &Sheet, now: crate::time::Instant) -> Vec<Shape> {
    let mut marks = strip::now(&day.strip, sheet, now);
    match state.scrub.shown() {
        Some(When::At(at)) => {
            let count = day.strip.present(at, state.flexible);
            let head = format!("{count} of {}", day.strip.asked);
            marks.extend(strip::scrub(&day.strip, sheet, at, &head));
        }
        Some(When::Over(span)) => {
            let count = day.strip.presence(span, state.flexible).whole.len();
            let note = format!("{} · {count} of {}", amount::duration(span.minutes()), day.strip.asked);
            marks.extend(strip::span(&day.strip, sheet, span, &note));
        }
        None if day.strip.day.contains(now) => marks.extend(strip::times(&day.strip, sheet, now, Meaning::Text)),
        None => {}
    }
    if let Some(Typing { what: Purpose::Time(row), .. }) = state.typing {
        // The field stands there instead.
        let place = sheet.time_place(row);
        marks.retain(|shape| !matches!(&shape.form, Form::Text { at, .. } if place.covers(*at)));
    }
    marks
}
