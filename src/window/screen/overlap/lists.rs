//! What stands below the strip: the windows of the week, the stretches of the year, and the pairs.

use iced::widget::{Column as Lines, column, row};
use iced::{Element, Fill, FillPortion};
use lucide_icons::Icon;

use super::{Day, Message, Screen, Year};
use crate::plan::overlap::{Pair, Pairs};
use crate::time::{Minutes, Span};
use crate::window::screen::Context;
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{Column, Table, body, button, card, chip, muted, notice, section, small, strong};
use crate::words::{amount, clock};

/// How many pairs are listed at first.
const FIRST: usize = 8;

/// All three.
pub fn all<'a>(screen: &'a Screen, context: &Context<'a>) -> Element<'a, Message> {
    let week = screen.day.get().map(week);
    let year = screen.year.get().map(|year| stretches(screen, year, context));
    let pairs = screen.year.get().filter(|year| !year.pairs.pairs.is_empty());
    let pairs = pairs.map(|year| pair_table(screen, &year.pairs, context));
    let upper = row![week, year].spacing(space::XL);
    let moves = screen.day.get().map(moves);
    column![moves, upper, pairs].spacing(space::XL).into()
}

/// What the week moves, ready to paste.
fn moves(day: &Day) -> Element<'_, Message> {
    let lines = day.briefing.iter().skip(1).map(|line| body(line.as_str()).into());
    let copy = button::icon(Icon::Copy, "Copy this briefing", Some(Message::Copied(day.briefing.join("\n"))));
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
    day.strip.clock.between(day.zone.local(window.start), day.zone.local(window.end))
}

/// The stretches of the year; a press goes to the first day of one.
fn stretches<'a>(screen: &'a Screen, year: &'a Year, context: &Context) -> Element<'a, Message> {
    let shown = screen.day.get().map_or(context.now, |day| day.strip.day.start);
    let mut table = Table::new([
        Column::new("Dates", FillPortion(5)),
        Column::new("Hours in a plain week", FillPortion(7)),
        Column::new("A week", FillPortion(3)).right(),
    ]);
    for sentence in &year.sentences {
        let date = year.zone.local(sentence.span.start).date();
        let because = (!sentence.because.is_empty()).then(|| small(capital(&sentence.because)));
        let hours = match sentence.most {
            _ if !sentence.hours.is_empty() => sentence.hours.clone(),
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
pub fn year(screen: &Screen) -> String {
    let sentences = screen.year.get().map(|year| &year.sentences).into_iter().flatten();
    sentences.map(|sentence| sentence.words.as_str()).collect::<Vec<_>>().join("\n")
}

/// What every pair shares, the smallest first, and how long they wait for each other.
fn pair_table<'a>(screen: &'a Screen, pairs: &'a Pairs, context: &Context) -> Element<'a, Message> {
    let target = context.team.policy.target_overlap;
    let mut order: Vec<(usize, &Pair)> = pairs.pairs.iter().enumerate().collect();
    order.sort_by_key(|(_, pair)| (pair.worst_week, pair.total));
    let shown = if screen.all_pairs { order.len() } else { FIRST };
    let mut table = Table::new([
        Column::new("Pair", FillPortion(6)),
        Column::new("Mean a week", FillPortion(3)).right(),
        Column::new("Worst week", FillPortion(3)).right(),
        Column::new("Mean wait, both ways", FillPortion(5)).right(),
        Column::new("Longest", FillPortion(3)).right(),
        Column::new("", FillPortion(4)),
    ]);
    for &(index, pair) in order.iter().take(shown) {
        table = table.row(cells(pairs, index, pair, target));
    }
    let under = pairs.under_target.len();
    let daily = amount::duration(target);
    let about = match under {
        0 => format!("Every pair shares at least {daily} a workday, in every season"),
        under => format!(
            "{under} of {} share less than {daily} a workday in their worst season",
            amount::count(pairs.pairs.len(), "pair")
        ),
    };
    let more = (order.len() > FIRST).then(|| {
        let (icon, words) =
            if screen.all_pairs { (Icon::ChevronUp, "Only the smallest") } else { (Icon::ChevronDown, "All pairs") };
        Element::from(button::quiet(Some(icon), words).on_press(Message::AllPairs(!screen.all_pairs)))
    });
    let bridges = bridges(pairs).map(|words| notice::banner(Tone::Warn, words, None));
    let table = card(table).padding(space::S).width(Fill);
    section("Pairs", about, more, column![bridges, table].spacing(space::M))
}

fn cells<'a>(pairs: &'a Pairs, index: usize, pair: &Pair, target: Minutes) -> [Element<'a, Message>; 6] {
    let (a, b) = (&pairs.members[pair.a], &pairs.members[pair.b]);
    let waits = |from, to| pairs.responses.iter().find(|response| (response.from, response.to) == (from, to));
    let (there, back) = (waits(pair.a, pair.b), waits(pair.b, pair.a));
    let mean = [there, back].map(|wait| wait.and_then(|wait| wait.mean).map_or("never".to_owned(), amount::duration));
    let longest = [there, back].into_iter().flatten().filter_map(|wait| wait.longest).max();
    let mark: Element<'_, Message> = if pairs.under_target.binary_search(&index).is_ok() {
        chip(format!("under {} a day", amount::duration(target)), Tone::Warn)
    } else {
        iced::widget::space().into()
    };
    [
        body(format!("{a} and {b}")).into(),
        body(amount::duration(pair.mean_week())).into(),
        body(amount::duration(pair.worst_week)).into(),
        muted(if mean[0] == mean[1] { mean[0].clone() } else { mean.join(" / ") }).into(),
        muted(longest.map_or("never".to_owned(), amount::duration)).into(),
        mark,
    ]
}

/// Who alone ties two groups together.
fn bridges(pairs: &Pairs) -> Option<String> {
    let names: Vec<&str> = pairs.bridges.iter().map(|&place| pairs.members[place].as_str()).collect();
    match names.as_slice() {
        [] => None,
        [one] => Some(format!("{one} is the only bridge between two groups: nobody else meets the target with both.")),
        names => Some(format!("{} are each the only bridge between two groups.", clock::list(names))),
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
