//! The ranked places as a list beside the map: where, what it gives, and what speaks against it.

use iced::widget::{Column, column, container, row, rule};
use iced::{Center, Fill};
use lucide_icons::Icon;

use super::{Message, Newcomers, State};
use crate::picture::{Meaning, bar};
use crate::plan::hire::{Figures, HirePlan, JudgedCandidate, Line};
use crate::team::Goal;
use crate::time::Instant;
use crate::window::renderer::Element;
use crate::window::theme::style::Tone;
use crate::window::theme::{size, space, style};
use crate::window::widget::{Drawing, body, button, chip, press, small, strong};
use crate::words::amount::count;
use crate::words::{hire as words, opening};

/// How many cities of a line are named.
const CITIES: usize = 3;
/// How wide what a place gives is, in logical pixels.
const GIVES: f32 = 92.0;

/// Candidates, then places by rank; a pressed one that is farther down than is shown stands before the others, for its dot is pressed on
/// the map beside it.
pub fn view<'a>(state: &'a State, plan: &'a HirePlan, goal: Goal, now: Instant) -> Element<'a, Message> {
    let best = plan.lines.iter().map(|line| line.score).fold(0.0, f64::max);
    let best = plan.candidates.iter().map(|named| named.score).fold(best, f64::max);
    let candidates = plan.candidates.iter().map(|named| candidate(named, goal, best));
    let far = state.line.filter(|&line| line >= state.lines);
    let shown = far.into_iter().chain(0..state.lines.min(plan.lines.len()));
    let places = shown.filter_map(|at| {
        let line = plan.lines.get(at)?;
        let open = state.line == Some(at);
        let place = press(place(at, line, goal, best, now)).padding([space::S, space::M]).width(Fill);
        Some(place.style(style::choice(open)).on_press(Message::Opened(at)).into())
    });
    let mut all = Column::new();
    for (at, place) in candidates.chain(places).enumerate() {
        all = all.push((at > 0).then(|| rule::horizontal(1).style(style::hairline))).push(place);
    }
    let left = plan.lines.len().saturating_sub(state.lines);
    let more = (left > 0).then(|| {
        let words = body(format!("Show more of the other {}", count(left, "line")));
        let more = press(words).style(style::choice(false)).padding([space::S, space::M]).width(Fill);
        column![rule::horizontal(1).style(style::hairline), more.on_press(Message::More)]
    });
    all.push(more).into()
}

/// A line: its cities and zones, what it gives, and why it fails.
fn place(at: usize, line: &Line, goal: Goal, best: f64, now: Instant) -> Element<'_, Message> {
    let cities = match words::cities(&line.cities, CITIES) {
        none if none.is_empty() => crate::words::clock::zone(line.zone),
        cities => cities,
    };
    let where_ = opening::place(line, line.zone.offset_at(now));
    let fails = line.fails.iter().map(|fail| failed(&words::failed(fail)));
    let name = row![small(format!("{}.", at + 1)), strong(cities)].spacing(space::XS);
    let first = column![name, small(where_)].extend(fails).spacing(space::XS / 2.0).width(Fill);
    with_gives(first.into(), &line.figures, goal, (line.score, best), line.fails.is_empty())
}

/// A candidate with a name, among the places.
fn candidate(named: &JudgedCandidate, goal: Goal, best: f64) -> Element<'_, Message> {
    let sheet = button::quiet(None, "Interview sheet").padding([space::XS, 0.0]);
    let sheet = sheet.on_press(Message::Interview(named.name.clone()));
    let suppose = Message::Supposed(Newcomers::Candidate(named.name.clone()));
    let suppose = button::icon(Icon::UserPlus, "Suppose them in the team", Some(suppose));
    let name =
        row![strong(named.name.as_str()), chip("candidate", Tone::Info)].spacing(space::S).align_y(Center).wrap();
    let fails = named.fails.iter().map(|fail| failed(&words::failed(fail)));
    let place = format!("{}, {}", named.place.short_name(), opening::pattern(&named.figures.hours));
    let acts = row![sheet, suppose].spacing(space::S).align_y(Center);
    let first = column![name, small(place)].extend(fails).push(acts).spacing(space::XS / 2.0).width(Fill);
    let judged = with_gives(first.into(), &named.figures, goal, (named.score, best), named.fails.is_empty());
    container(judged).padding([space::S, space::M]).into()
}

/// Why a place cannot be the one.
pub fn failed<'a>(why: &str) -> Element<'a, Message> {
    let words = format!("Fails: {why}");
    iced::widget::text(words).size(size::SMALL).style(style::toned(Tone::Bad)).into()
}

/// What a place gives beside its name: the hours, and a bar of the part of the hire's hours that serves the goal.
fn with_gives<'a>(
    first: Element<'a, Message>,
    figures: &'a Figures,
    goal: Goal,
    (score, best): (f64, f64),
    passes: bool,
) -> Element<'a, Message> {
    let (hours, what) = opening::gives(figures, goal);
    let meaning = if passes { Meaning::Accent } else { Meaning::Off };
    let tip = format!("{score:.1} % of the hire's own hours serve the goal; of the best place {best:.1} %");
    let part = bar::Part { amount: score, fill: meaning.into(), tip };
    let key = (score.to_bits(), best.to_bits(), passes);
    let drawing = Drawing::new(key, move |width| bar::draw(std::slice::from_ref(&part), best, width));
    let gives = column![strong(hours), small(what), drawing].width(GIVES);
    row![first, gives].spacing(space::M).align_y(Center).into()
}
