//! How the place is seen.

use iced::widget::{Row, checkbox, column, container, responsive, row};
use iced::{Center, Element, Fill, Shrink};
use lucide_icons::Icon;

use super::{Day, Face, Message, Screen, What, export, face, lists, ribbon};
use crate::picture::strip::{self, Sheet};
use crate::picture::{Meaning, Shape};
use crate::window::screen::{Context, Place};
use crate::window::theme::style::{self, Tone};
use crate::window::theme::{size, space};
use crate::window::widget::{Drawing, body, busy, button, card, empty, heading, label, muted, notice, page, small};
use crate::words::{amount, clock};

/// The place as it is seen.
pub fn place<'a>(screen: &'a Screen, context: &Context<'a>) -> Element<'a, Message> {
    if context.team.members.is_empty() {
        return page("Overlap", "When people are at work together".to_owned(), None, teaching());
    }
    let failed = screen.day.failed().or(screen.year.failed());
    let failed = failed.map(|failed| notice::banner(Tone::Bad, failed.to_string(), None));
    let content = if screen.chosen(context).is_empty() {
        let words = "Nobody is chosen. Choose members above to see when they are at work together.";
        let all = button::primary(Some(Icon::Users), "Choose all").on_press(Message::Everybody);
        empty(Place::Overlap.icon(), "Nobody to compare", words, Element::from(all))
    } else if screen.face == Face::Pairs {
        super::pairs::face(&screen.pairs).map(Message::Pairs)
    } else if screen.face == Face::WhatIf {
        super::what_if::face(&screen.what_if, context).map(Message::WhatIf)
    } else {
        let year = screen.year.get().map(|year| ribbon::view(screen, year, context));
        column![answer(screen, context), day(screen, context), year, lists::all(screen, context)]
            .spacing(space::XL)
            .into()
    };
    let about = format!("When people are at work together, in {}", clock::zone(screen.zone(context)));
    let acts = (screen.face == Face::Hours).then(|| dates(screen, context));
    let above = column![face::tabs(screen.face), asked(screen, context)].spacing(space::M);
    page("Overlap", about, acts, column![above, failed, content].spacing(space::L))
}

/// What would be here, before there is anybody.
fn teaching<'a>() -> Element<'a, Message> {
    let words = "Add two members with their cities and hours, and this place shows the hours they share: on a day, \
                 through the week, and after every change of clocks.";
    let go = button::primary(Some(Icon::Users), "Add members").on_press(Message::TeamWanted);
    empty(Place::Overlap.icon(), "Nobody to compare yet", words, Element::from(go))
}

/// The way from date to date.
fn dates<'a>(screen: &Screen, context: &Context) -> Element<'a, Message> {
    let date = screen.shown(context);
    let today = date == screen.today(context);
    let shown = container(heading(clock::day(date))).width(148).align_x(Center);
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
fn asked<'a>(screen: &'a Screen, context: &Context<'a>) -> Element<'a, Message> {
    let people = context.team.members.iter().map(|member| {
        let on = !screen.left_out.contains(&member.name);
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
    let all = screen.chosen(context).len();
    let enough = (all > 2 && screen.face != Face::Pairs).then(|| enough(screen.at_least.unwrap_or(all).min(all), all));
    let flexible = checkbox(screen.flexible)
        .label("Count flexible hours")
        .size(size::ICON)
        .text_size(size::BODY)
        .style(style::tick)
        .on_toggle(Message::Flexible);
    let flexible = (screen.face == Face::Hours).then(|| container(flexible).id("overlap-flexible"));
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
fn answer<'a>(screen: &'a Screen, context: &Context) -> Element<'a, Message> {
    let at = screen.day.get().map_or(context.now, |day| day.strip.day.start);
    let season = screen.year.get().and_then(|year| year.sentences.iter().find(|sentence| sentence.span.contains(at)));
    let Some(season) = season else {
        return busy("Looking at the year…");
    };
    let day = screen.day.get().map(|day| muted(of_the_day(day)));
    let working = (screen.year.is_busy() || screen.day.is_busy()).then(|| busy(""));
    let words = heading(season.alone.as_str()).line_height(1.4).width(Fill);
    let copy = button::icon(Icon::Copy, "Copy all sentences of the year", Some(Message::Copied(lists::year(screen))));
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
fn day<'a>(screen: &'a Screen, context: &Context<'a>) -> Element<'a, Message> {
    let Some(day) = screen.day.get() else {
        return card(busy("Looking at the day…")).width(Fill).into();
    };
    let height = Sheet::new(&day.strip, 1000.0).height();
    let now = context.now;
    let drawing = responsive(move |room| {
        let sheet = Sheet::new(&day.strip, room.width);
        Drawing::new(screen.day.number(), |width| strip::draw(&day.strip, width))
            .marks(marks(screen, day, &sheet, now))
            .on_move(move |at| Message::Pointed(at.and_then(|at| sheet.instant(at.x))))
            .on_press(move |hit| Message::Pressed(hit.id, sheet.instant(hit.at.x)))
            .into()
    })
    .height(height);
    let drawing = container(drawing).id("overlap-strip");
    let legend = Drawing::new((), strip::legend);
    let hint = if screen.held {
        "The time is held; press again to let it go."
    } else {
        "Press a name to see the day from there, the hours to hold a time."
    };
    let back = screen
        .from
        .is_some()
        .then(|| button::quiet(Some(Icon::House), "Back to your clock").on_press(Message::SeenFrom(None)));
    let foot = row![column![legend, small(hint)].spacing(space::XS).width(Fill), back, export::view(screen, What::Day)]
        .spacing(space::M)
        .align_y(iced::Bottom);
    card(column![drawing, foot].spacing(space::M)).width(Fill).into()
}

/// The present, and the time under the pointer.
fn marks(screen: &Screen, day: &Day, sheet: &Sheet, now: crate::time::Instant) -> Vec<Shape> {
    let mut marks = strip::now(&day.strip, sheet, now);
    match screen.scrub {
        Some(at) => {
            let count = day.strip.present(at, screen.flexible);
            let head = format!("{count} of {}", day.strip.asked);
            marks.extend(strip::scrub(&day.strip, sheet, at, &head));
        }
        None if day.strip.day.contains(now) => marks.extend(strip::times(&day.strip, sheet, now, Meaning::Text)),
        None => {}
    }
    marks
}
