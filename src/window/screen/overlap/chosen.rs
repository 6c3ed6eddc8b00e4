//! What is said of a held time or a selected span: who is at work, and everybody's times ready to paste.

use iced::widget::{checkbox, column, container, row, text};
use iced::{Center, Fill, FillPortion};
use lucide_icons::Icon;

use super::{Day, Message, State};
use crate::picture::strip::Presence;
use crate::team::Member;
use crate::time::{Minutes, Span};
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::style::{self, Tone};
use crate::window::theme::{size, space};
use crate::window::widget::{Column, Table, body, button, card, heading, label, muted, scroll, small, strong};
use crate::words::share::{Form, Style, When, share};
use crate::words::why::{Why, why};
use crate::words::{amount, clock};

/// How high the words to paste may be before they scroll, in logical pixels.
const HIGH: f32 = 132.0;

/// What is said of the time that is kept.
#[derive(Debug)]
pub struct Said {
    key: Key,
    present: Presence,
    /// How everybody's level came about when it begins, if that is to be explained.
    why: Vec<Why>,
    /// Everybody's times, ready to paste.
    words: String,
}

/// What it is made of: the same is said of the same.
#[derive(Debug, PartialEq)]
struct Key {
    when: When,
    day: u64,
    style: Style,
    is_explained: bool,
}

/// Says anew what is to be said of the time that is kept, if that is something else than before.
pub fn say(state: &State, said: Option<Said>, context: &Context) -> Option<Said> {
    let (when, day) = state.scrub.kept().zip(state.day.get())?;
    let style = Style { form: state.form, names: state.with_names, clock: context.clock };
    let key = Key { when, day: state.day.number(), style, is_explained: state.why };
    if let Some(said) = said
        && said.key == key
    {
        return Some(said);
    }
    let members: Vec<&Member> = state.chosen(context);
    Some(Said {
        key,
        present: day.strip.presence(looked_at(when), day.flexible),
        why: if state.why { why(&members, &context.team.calendars, when.start(), context.clock) } else { Vec::new() },
        words: share(when, &members, style),
    })
}

/// The sheet about what is kept; nothing while nothing is.
pub fn view<'a>(state: &'a State, day: &'a Day) -> Option<Element<'a, Message>> {
    let said = state.said.as_ref()?;
    let when = said.key.when;
    let close = button::icon(Icon::X, "Let it go (Escape)", Some(Message::Dismissed));
    let why = button::quiet(Some(Icon::CircleQuestionMark), if state.why { "Hide why" } else { "Why?" });
    let why = why.on_press(Message::Explained(!state.why));
    let head =
        row![heading(named(when, day)), muted(how_long(when, day)), iced::widget::space::horizontal(), why, close]
            .spacing(space::M)
            .align_y(Center);
    let people = row![
        container(presence(&said.present, when)).width(FillPortion(1)),
        container(sharing(state, &said.words)).width(FillPortion(1)),
    ]
    .spacing(space::XL);
    let why = state.why.then(|| reasons(&said.why));
    Some(card(column![head, people, why].spacing(space::M)).width(Fill).into())
}

/// How everybody's level came about when it begins: what the team file says, and the rule of their zone.
fn reasons(all: &[Why]) -> Element<'_, Message> {
    let mut table = Table::new([
        Column::new("", FillPortion(3)),
        Column::new("Then", FillPortion(4)),
        Column::new("Because", FillPortion(6)),
        Column::new("Clock", FillPortion(6)),
    ]);
    for why in all {
        let cells: [Element<'_, Message>; 4] = [
            strong(why.name.as_str()).into(),
            body(why.what.as_str()).into(),
            small(why.level.as_str()).into(),
            small(why.rule.as_str()).into(),
        ];
        table = table.row(cells);
    }
    table.into()
}

/// What of the day is looked at: the minute, or the span.
pub fn looked_at(when: When) -> Span {
    match when {
        When::At(at) => Span { start: at, end: at + Minutes(1) },
        When::Over(span) => span,
    }
}

/// Date and time on the clock of the first row.
fn named(when: When, day: &Day) -> String {
    let start = day.zone.local(when.start());
    let time = match when {
        When::At(_) => day.strip.clock.time(start),
        When::Over(span) => clock::dashed(&day.strip.clock.between(start, day.zone.local(span.end))),
    };
    format!("{}, {time}", start.format("%A %-d %B"))
}

fn how_long(when: When, day: &Day) -> String {
    let zone = clock::zone(day.zone);
    match when {
        When::At(_) => zone,
        When::Over(span) => format!("{zone}, {}", amount::duration(span.minutes())),
    }
}

/// Who is at work for all of it, for a part, and who is not.
fn presence<'a>(present: &Presence, when: When) -> Element<'a, Message> {
    let all = present.whole.len() + present.part.len() + present.not.len();
    let at_work = match when {
        When::At(_) => format!("At work: {} of {all}", present.whole.len()),
        When::Over(_) => format!("At work for all of it: {} of {all}", present.whole.len()),
    };
    let part = present.part.iter().map(|(name, length)| format!("{name} ({})", amount::duration(*length)));
    let not = present.not.iter().map(|(name, why)| format!("{name} ({why})"));
    let groups = [
        (at_work, present.whole.clone(), Tone::Good),
        (format!("For a part: {}", present.part.len()), part.collect(), Tone::Warn),
        (format!("Not at work: {}", present.not.len()), not.collect(), Tone::Plain),
    ];
    let groups = groups.into_iter().enumerate().filter(|(at, (_, names, _))| *at == 0 || !names.is_empty());
    let groups = groups.map(|(_, (head, names, tone))| {
        let names = if names.is_empty() { "Nobody".to_owned() } else { names.join(", ") };
        column![text(head).size(size::BODY).style(style::toned(tone)), body(names)].into()
    });
    iced::widget::Column::with_children(groups).spacing(space::S).into()
}

/// The words to paste, in the form that was chosen.
fn sharing<'a>(state: &State, words: &'a str) -> Element<'a, Message> {
    let forms = [(Form::Text, "Text"), (Form::Markdown, "Markdown"), (Form::Slack, "Slack")];
    let names = checkbox(state.with_names)
        .label("Names")
        .size(size::ICON)
        .text_size(size::BODY)
        .style(style::tick)
        .on_toggle(Message::Named);
    let copy = button::primary(Some(Icon::Copy), "Copy").on_press(Message::Copied(words.to_owned()));
    let acts = row![
        label("To paste"),
        button::segmented(forms, &state.form, Message::Formed),
        names,
        iced::widget::space::horizontal(),
        copy
    ]
    .spacing(space::M)
    .align_y(Center);
    let words = container(scroll(container(small(words)).padding([space::S, space::M])))
        .max_height(HIGH)
        .style(style::soft(Tone::Plain, crate::window::theme::radius::CONTROL))
        .width(Fill);
    column![acts, words].spacing(space::S).into()
}
