//! What stands below the strip: the windows of the week, and the stretches of the year.

use iced::widget::{Column as Lines, column, row};
use iced::{Fill, FillPortion};
use lucide_icons::Icon;

use super::{Day, Message, State, Year};
use crate::time::{Minutes, Span};
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::space;
use crate::window::widget::{Column, Table, body, button, card, muted, section, small, strong};
use crate::words::{amount, clock};

/// All three.
pub fn all<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let week = state.day.get().map(week);
    let year = state.year.get().map(|year| stretches(state, year, context));
    let upper = row![week, year].spacing(space::XL);
    let moves = state.day.get().map(moves);
    column![moves, upper].spacing(space::XL).into()
}

/// What the week moves, ready to paste.
fn moves(day: &Day) -> Element<'_, Message> {
    let lines = day.briefing.iter().skip(1).map(|line| body(line.as_str()).into());
    let copy = button::icon(Icon::Copy, "Copy this briefing", Some(Message::BriefingWanted));
    let content = card(Lines::with_children(lines).spacing(space::XS)).width(Fill);
    let about = "Clocks, meetings and handoffs that differ from the week before".to_owned();
    section("What this week moves", about, copy, content)
}

/// The windows of the week; a press goes to the day.
fn week(day: &Day) -> Element<'_, Message> {
    let total: Minutes = day.week.iter().map(|window| window.minutes()).sum();
    let about = if day.week.is_empty() {
        "Nobody is together in this week".to_owned()
    } else {
        format!("{} in this week, holidays and leave counted", amount::duration(total))
    };
    let mut table = Table::new([
        Column::new("Day", FillPortion(3)),
        Column::new("Together", FillPortion(4)),
        Column::new("For", FillPortion(3)).right(),
    ]);
    for window in &day.week {
        let date = day.zone.local(window.start).date();
        let cells: [Element<'_, Message>; 3] = [
            strong(date.format("%a %-d %b").to_string()).into(),
            body(window_range(day, *window)).into(),
            muted(amount::duration(window.minutes())).into(),
        ];
        table = table.choice(cells, date == day.date, Message::Went(date));
    }
    let content: Element<'_, Message> = if day.week.is_empty() {
        card(muted("No window in this week. Let fewer be enough, or count flexible hours.")).width(Fill).into()
    } else {
        card(table).padding(space::S).width(Fill).into()
    };
    iced::widget::container(section("This week", about, None, content)).width(FillPortion(2)).into()
}

/// A window on the clock of the first row.
fn window_range(day: &Day, window: Span) -> String {
    clock::dashed(&day.strip.clock.between(day.zone.local(window.start), day.zone.local(window.end)))
}

/// The stretches of the year; a press goes to the first day of one.
fn stretches<'a>(state: &'a State, year: &'a Year, context: &Context) -> Element<'a, Message> {
    let shown = state.day.get().map_or(context.now, |day| day.strip.day.start);
    let mut table = Table::new([
        Column::new("Dates", FillPortion(5)),
        Column::new("Hours in a plain week", FillPortion(7)),
        Column::new("A week", FillPortion(3)).right(),
    ]);
    for sentence in &year.sentences {
        let date = year.zone.local(sentence.span.start).date();
        let because = (!sentence.because.is_empty()).then(|| small(capital(&sentence.because)));
        let hours = match sentence.most {
            _ if !sentence.hours.is_empty() => clock::dashed(&sentence.hours),
            0 | 1 => "None".to_owned(),
            most => format!("None; at most {} together", clock::spelled(most)),
        };
        let cells: [Element<'_, Message>; 3] = [
            column![strong(capital(&sentence.dates)), because].into(),
            body(hours).into(),
            muted(amount::duration(sentence.a_week)).into(),
        ];
        table = table.choice(cells, sentence.span.contains(shown), Message::Went(date));
    }
    let about = "What holds until the next change of clocks, leave and holidays aside".to_owned();
    let content = card(table).padding(space::S).width(Fill);
    iced::widget::container(section("Through the year", about, None, content)).width(FillPortion(3)).into()
}

/// All sentences of the year, a line each, for the clipboard.
pub fn year(state: &State) -> String {
    let sentences = state.year.get().map(|year| &year.sentences).into_iter().flatten();
    sentences.map(|sentence| sentence.words.as_str()).collect::<Vec<_>>().join("\n")
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
