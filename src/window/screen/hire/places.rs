//! All figures of the ranked places, and what a chosen one shares with each member.

use iced::widget::{Column, column, container, row, rule};
use iced::{Center, Fill, Length, alignment};
use lucide_icons::Icon;

use super::list::failed;
use super::{Message, Newcomers, State};
use crate::picture::{Meaning, bar};
use crate::plan::hire::{Figures, HirePlan, JudgedCandidate, Line};
use crate::plan::overlap::Response;
use crate::time::{Instant, Minutes};
use crate::window::renderer::Element;
use crate::window::theme::style::Tone;
use crate::window::theme::{space, style};
use crate::window::widget::{Drawing, body, button, chip, label, member, press, small, strong};
use crate::words::amount::count;
use crate::words::{clock, hire as words, opening};

/// The columns after the place: name, what it means, width.
const COLUMNS: [(&str, &str, f32); 6] = [
    ("Shared", "Hours a week that a member shares on average over the team and the year", 70.0),
    ("Worst", "The same in the worst season", 70.0),
    ("All", "Hours a week shared with everybody at once, on average over the year", 70.0),
    ("Coverage", "Hours of the week in which nobody else works", 74.0),
    ("Chain", "Hours by which the handoff chain covers more of a day", 64.0),
    ("Score", "Percent of the hire's own hours that serve the goal", 132.0),
];
/// How many cities of a line are named.
const CITIES: usize = 3;

/// The table of places.
pub fn table<'a>(state: &'a State, plan: &'a HirePlan, now: Instant) -> Element<'a, Message> {
    let best = plan.lines.iter().map(|line| line.score).fold(0.0, f64::max);
    let best = plan.candidates.iter().map(|named| named.score).fold(best, f64::max);
    let mut all: Vec<Element<'a, Message>> = vec![head()];
    let line = || rule::horizontal(1).style(style::hairline).into();
    for named in &plan.candidates {
        all.push(line());
        all.push(container(candidate(named, best)).padding([space::S, space::M]).into());
    }
    for (at, found) in plan.lines.iter().enumerate().take(state.lines) {
        all.push(line());
        let row = press(place(at, found, best, now)).padding([space::S, space::M]);
        let row = row.style(style::choice(state.line == Some(at))).on_press(Message::Opened(at));
        all.push(row.into());
    }
    let left = plan.lines.len().saturating_sub(state.lines);
    if left > 0 {
        let more = press(body(format!("Show more of the other {}", count(left, "line"))));
        let more = more.style(style::choice(false)).padding([space::S, space::M]).width(Fill).on_press(Message::More);
        all.push(line());
        all.push(more.into());
    }
    Column::with_children(all).into()
}

fn head<'a>() -> Element<'a, Message> {
    let columns = COLUMNS.iter().map(|&(name, about, width)| {
        let align = if name == "Score" { alignment::Horizontal::Left } else { alignment::Horizontal::Right };
        let tip = button::tip(label(name), about, iced::widget::tooltip::Position::Bottom);
        container(tip).width(width).align_x(align).into()
    });
    let line = row![container(label("Place")).width(Fill)];
    container(line.extend(columns).spacing(space::M)).padding([space::S, space::M]).into()
}

/// A line: its cities and zones, its figures, and why it fails.
fn place(at: usize, line: &Line, best: f64, now: Instant) -> Element<'_, Message> {
    let cities = match words::cities(&line.cities, CITIES) {
        none if none.is_empty() => clock::zone(line.zone),
        cities => cities,
    };
    let zones = small(opening::place(line, line.zone.offset_at(now)));
    let tip = line.zones.iter().map(|zone| clock::zone(*zone)).collect::<Vec<_>>().join("\n");
    let zones = button::tip(zones, tip, iced::widget::tooltip::Position::FollowCursor);
    let fails = line.fails.iter().map(|fail| failed(&words::failed(fail)));
    let name = row![small(format!("{}.", at + 1)), strong(cities)].spacing(space::S).align_y(Center);
    let cell = column![name, zones].extend(fails).spacing(space::XS / 2.0).width(Fill);
    figures(cell.into(), &line.figures, line.score, best, line.fails.is_empty())
}

/// A candidate with a name, among the places.
fn candidate(named: &JudgedCandidate, best: f64) -> Element<'_, Message> {
    let name = row![strong(named.name.as_str()), chip("candidate", Tone::Info)].spacing(space::S).align_y(Center);
    let fails = named.fails.iter().map(|fail| failed(&words::failed(fail)));
    let place = format!("{}, {}", named.place.short_name(), opening::pattern(&named.figures.hours));
    let cell = column![name, small(place)].extend(fails).spacing(space::XS / 2.0).width(Fill);
    figures(cell.into(), &named.figures, named.score, best, named.fails.is_empty())
}

/// The figures of a line behind its first cell.
fn figures<'a>(
    first: Element<'a, Message>,
    figures: &'a Figures,
    score: f64,
    best: f64,
    passes: bool,
) -> Element<'a, Message> {
    let amount = |minutes: Minutes| body(if minutes.0 == 0 { "–".to_owned() } else { hours_of(minutes) }).into();
    let with_mean = figures.with_mean();
    let cells: [Element<'a, Message>; 5] = [
        amount(with_mean.mean),
        amount(with_mean.worst),
        amount(figures.together.mean),
        amount(figures.coverage.gain),
        amount(figures.chain.unwrap_or_default().covered_growth()),
    ];
    let cells = cells.into_iter().zip(COLUMNS).map(|(cell, (_, _, width))| right(cell, width.into()));
    let meaning = if passes { Meaning::Accent } else { Meaning::Off };
    let part = bar::Part { amount: score, fill: meaning.into(), tip: format!("{score:.1} of the best {best:.1}") };
    let key = (score.to_bits(), best.to_bits(), passes);
    let drawing = Drawing::new(key, move |width| bar::draw(std::slice::from_ref(&part), best, width));
    let score = row![container(drawing).width(Fill), right(body(format!("{score:.1} %")).into(), 52.into())]
        .spacing(space::S)
        .align_y(Center)
        .width(COLUMNS[5].2);
    row![first].extend(cells).push(score).spacing(space::M).align_y(Center).into()
}

fn right(cell: Element<'_, Message>, width: Length) -> Element<'_, Message> {
    container(cell).width(width).align_x(alignment::Horizontal::Right).into()
}

/// Hours with a tenth where there is one: `37.5 h`.
pub fn hours_of(minutes: Minutes) -> String {
    let tenths = (minutes.as_hours() * 10.0).round() / 10.0;
    format!("{tenths} h")
}

/// What a place shares with each member, and how long each waits for the other.
pub fn details<'a>(plan: &'a HirePlan, at: usize, line: &'a Line) -> Element<'a, Message> {
    let figures = &line.figures;
    let why = words::why(line, &plan.members).into_iter().map(|why| body(why).into());
    let suppose = button::secondary(Some(Icon::UserPlus), "Suppose them in the team");
    let suppose = suppose.on_press(Message::Supposed(Newcomers::OfLine(at)));
    let widths = [90.0, 90.0, 190.0, 190.0];
    let cells = |cells: [Element<'a, Message>; 4]| {
        cells.into_iter().zip(widths).map(|(cell, width)| right(cell, width.into())).collect::<Vec<_>>()
    };
    let names = ["Shared", "Worst season", "They wait for the hire", "The hire waits for them"];
    let head = row![container(label("With")).width(Fill)].extend(cells(names.map(|name| label(name).into())));
    let rows = plan.members.iter().enumerate().filter_map(|(at, name)| {
        let shared = figures.members.get(at)?;
        let wait = |responses: &[Response]| small(responses.get(at).map(waits).unwrap_or_default()).into();
        let cells = cells([
            body(hours_of(shared.mean)).into(),
            body(hours_of(shared.worst)).into(),
            wait(&figures.responses_to),
            wait(&figures.responses_from),
        ]);
        Some(row![container(member(at, name)).width(Fill)].extend(cells).align_y(Center).into())
    });
    let table = column![
        Column::with_children(why).spacing(space::XS),
        head,
        Column::with_children(rows).spacing(space::XS),
        suppose
    ]
    .spacing(space::M);
    table.into()
}

/// A wait in words.
fn waits(response: &Response) -> String {
    match (response.mean, response.longest) {
        (Some(mean), Some(longest)) => format!("{} on average, {} at most", hours_of(mean), hours_of(longest)),
        _ => "never".to_owned(),
    }
}
