//! How the screen is seen.

use iced::widget::{Row, checkbox, column, container, responsive, row, stack, tooltip};
use iced::{Center, Fill, Shrink};
use lucide_icons::Icon;

use super::typing::{self, Purpose, Typing};
use super::{Day, Face, Message, State, What, chosen, export, face, lists, ribbon};
use crate::picture::days;
use crate::picture::strip::{self, Sheet};
use crate::picture::{Form, Meaning, Shape};
use crate::window::renderer::Element;
use crate::window::screen::{Context, Screen};
use crate::window::theme::style::{self, Tone};
use crate::window::theme::{size, space};
use crate::window::widget::{
    Drawing, Hit, Input, body, busy, button, card, empty, heading, label, muted, notice, page, small,
};
use crate::words::share::When;
use crate::words::{amount, clock};

/// The screen as it is seen.
pub fn screen<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    if context.team.members.is_empty() {
        return page("Overlap", "When people are at work together".to_owned(), None, teaching());
    }
    let failed = state.day.failed().or(state.year.failed());
    let failed = failed.map(|failed| notice::banner(Tone::Bad, failed.to_string(), None));
    let content = if state.chosen(context).is_empty() {
        let words = "Nobody is chosen. Choose members above to see when they are at work together.";
        let all = button::primary(Some(Icon::Users), "Choose all").on_press(Message::Everybody);
        empty(Screen::Overlap.icon(), "Nobody to compare", words, Element::from(all))
    } else if state.face == Face::Pairs {
        super::pairs::face(&state.pairs).map(Message::Pairs)
    } else if state.face == Face::WhatIf {
        super::what_if::face(&state.what_if, context).map(Message::WhatIf)
    } else {
        let year = state.year.get().map(|year| ribbon::view(state, year, context));
        column![answer(state, context), day(state, context), year, lists::all(state, context)].spacing(space::XL).into()
    };
    let wrong =
        state.typing.as_ref().filter(|typing| typing.what == Purpose::Date).and_then(|typing| typing.wrong.clone());
    let about = format!("When people are at work together, in {}", clock::zone(state.zone(context)));
    let acts = (state.face == Face::Hours).then(|| dates(state, context));
    let above = column![face::tabs(state.face), asked(state, context)].spacing(space::M);
    page("Overlap", wrong.unwrap_or(about), acts, column![above, failed, content].spacing(space::L))
}

/// What would be here, before there is anybody.
fn teaching<'a>() -> Element<'a, Message> {
    let words = "Add two members with their cities and hours, and this place shows the hours they share: on a day, \
                 through the week, and after every change of clocks.";
    let go = button::primary(Some(Icon::Users), "Add members").on_press(Message::TeamWanted);
    empty(Screen::Overlap.icon(), "Nobody to compare yet", words, Element::from(go))
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
            .padding([space::XS + 2.0, space::S])
            .style(style::field(!typing.text.is_empty() && typing.date(state.today(context)).is_err()))
            .on_input(Message::Typed)
            .on_submit(Message::Entered)
            .on_leave(Message::Dismissed)
            .into(),
        _ => {
            let press = button::choice(container(heading(clock::day(date))).width(Fill).align_x(Center), false)
                .width(164)
                .padding([space::XS, space::XS])
                .on_press(Message::DateWanted);
            button::tip(press, "Type another date (G)", tooltip::Position::Bottom)
        }
    };
    let change = button::secondary(Some(Icon::AlarmClock), "Next clock change").on_press(Message::NextChange);
    row![
        button::icon(Icon::ChevronLeft, "The day before", Some(Message::Turned(-1))),
        shown,
        button::icon(Icon::ChevronRight, "The day after", Some(Message::Turned(1))),
        button::secondary(None, "Today").on_press_maybe((!today).then_some(Message::Today)),
        change,
    ]
    .spacing(space::XS)
    .align_y(Center)
    .into()
}

/// Who is asked about, how many are enough, and whether flexible hours count.
fn asked<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
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
    let enough = (all > 2 && state.face != Face::Pairs).then(|| enough(state.at_least.unwrap_or(all).min(all), all));
    let flexible = checkbox(state.flexible)
        .label("Count flexible hours")
        .size(size::ICON)
        .text_size(size::BODY)
        .style(style::tick)
        .on_toggle(Message::Flexible);
    let flexible = (state.face == Face::Hours).then(|| container(flexible).id("overlap-flexible"));
    let below =
        (enough.is_some() || flexible.is_some()).then(|| row![enough, flexible].spacing(space::XL).align_y(Center));
    column![people, below].spacing(space::S).into()
}

/// How many must be there.
fn enough<'a>(count: usize, all: usize) -> Element<'a, Message> {
    let words = if count == all { format!("All {all}") } else { format!("At least {count} of {all}") };
    let fewer = (count > 1).then_some(Message::Enough(count - 1));
    let more = (count < all).then_some(Message::Enough(count + 1));
    row![
        label("Together"),
        button::icon(Icon::Minus, "Fewer are enough", fewer),
        container(body(words)).width(104).align_x(Center),
        button::icon(Icon::Plus, "More must be there", more),
    ]
    .spacing(space::XS)
    .align_y(Center)
    .into()
}

/// The answer: what holds in the weeks around the day, and what the day itself is like.
fn answer<'a>(state: &'a State, context: &Context) -> Element<'a, Message> {
    let at = state.day.get().map_or(context.now, |day| day.strip.day.start);
    let season = state.year.get().and_then(|year| year.sentences.iter().find(|sentence| sentence.span.contains(at)));
    let Some(season) = season else {
        return busy("Looking at the year…");
    };
    let day = state.day.get().map(|day| muted(of_the_day(day)));
    let working = (state.year.is_busy() || state.day.is_busy()).then(|| busy(""));
    let words = heading(season.alone.as_str()).line_height(1.4).width(Fill);
    let copy = button::icon(Icon::Copy, "Copy all sentences of the year", Some(Message::YearWanted));
    let fewer = (season.hours.is_empty() && season.most > 1)
        .then(|| button::secondary(None, "Let fewer be enough").on_press(Message::Enough(season.most)));
    card(
        row![column![words, day].spacing(space::XS).width(Fill), working, fewer, copy]
            .spacing(space::M)
            .align_y(Center),
    )
    .width(Fill)
    .into()
}

/// What the shown day is like.
fn of_the_day(day: &Day) -> String {
    let enough = if day.strip.at_least < day.strip.asked { &day.strip.some } else { &day.strip.all };
    let windows: Vec<String> = enough.iter().map(|window| day.strip.clocked(*window)).collect();
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
