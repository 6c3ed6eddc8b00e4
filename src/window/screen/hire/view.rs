//! How the screen Hire looks.

use iced::widget::{column, container, row};
use iced::{Center, Fill};
use lucide_icons::Icon;

use super::{Message, Newcomers, State, form, list, places};
use crate::plan::hire::{HirePlan, SetPlan};
use crate::team::{Goal, Opening};
use crate::window::renderer::Element;
use crate::window::screen::{Context, Screen};
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{
    Panel, Part, answer, body, busy, button, card, empty, notice, place, question, section, small,
};
use crate::words::amount::count;
use crate::words::{hire as words, opening as asked};

/// How wide the list of places is at most, in logical pixels.
const LIST: f32 = 400.0;

/// The screen as it is seen.
pub fn screen<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    if context.team.members.is_empty() {
        let words = "Places are ranked by what they share with the team and what they add to it. Add members under Team \
                     first; then all 34 000 cities are compared at once.";
        let add = button::primary(Some(Icon::Users), "Add members").on_press(Message::ToTeam);
        let teaching = empty(Screen::Hire.icon(), "No team to join yet", words, Some(add.into()));
        return place("Hire", None, None, teaching, None);
    }
    let opening = state.opening(context.team);
    let answered = state.answer.get();
    let failed = state.answer.failed().map(|failed| notice::banner(Tone::Bad, failed.to_string(), None));
    let sentence = match answered {
        Some(found) => answer(asked::headline(&found.plan)),
        _ if failed.is_some() => answer("Places could not be compared."),
        _ => answer("Comparing every zone of the world…"),
    };
    let working = (answered.is_some() && state.answer.is_busy()).then(|| busy(""));
    let sentence = row![sentence, working].spacing(space::M).align_y(Center);
    let found = answered.map(|found| {
        let plan = &found.plan;
        let panes = row![
            container(ranked(state, plan, opening.goal, context)).width(Fill).max_width(LIST),
            container(state.map.view(plan, state.answer.number(), state.line, context)).width(Fill),
        ];
        column![
            panes.spacing(space::XL),
            details(state, plan),
            found.set.as_ref().map(set),
            advert(plan, context),
            state.scenarios.view(found, context),
            table(state, plan, context),
        ]
        .spacing(space::XL)
    });
    let sheet = column![tabs(state, context), failed, sentence, found].spacing(space::L);
    let form = state.draft.as_ref().filter(|_| state.is_panel_open).map(|draft| form::view(draft, context.team));
    let panel = form.map(|form| Panel::new(opening.name.clone(), form, Message::PanelOpened(false)));
    place("Hire", question(parts(state, &opening)), acts(state, context), sheet, panel)
}

/// What is asked, as a sentence; every part of it opens the form.
fn parts(state: &State, opening: &Opening) -> Vec<Part<Message>> {
    let link = |words: String| Part::link(words, Message::PanelOpened(!state.is_panel_open));
    let who = match opening.people {
        0 | 1 => opening.name.clone(),
        people => format!("{} times {}", people, opening.name),
    };
    let mut parts =
        vec![link(who), link(asked::hours(opening)), Part::words("best for"), link(asked::aim(opening.goal))];
    if !opening.requirements.is_empty() {
        parts.push(Part::words("at least"));
        parts.extend(opening.requirements.iter().map(|wanted| link(asked::wanted(wanted))));
    }
    parts.push(link(asked::allowed(opening)));
    parts
}

/// What the pressed place shares with each member.
fn details<'a>(state: &State, plan: &'a HirePlan) -> Option<Element<'a, Message>> {
    let at = state.line?;
    let line = plan.lines.get(at)?;
    let about = format!("{}. {}", at + 1, words::cities(&line.cities, 3));
    Some(section("A year there", about, None, card(places::details(plan, at, line)).width(Fill)))
}

/// All figures as a table, on demand.
fn table<'a>(state: &'a State, plan: &'a HirePlan, context: &Context) -> Element<'a, Message> {
    let name = if state.has_table { "Hide the table" } else { "Show all figures as a table" };
    let show = button::quiet(Some(Icon::Table), name).on_press(Message::Tabled(!state.has_table));
    let table = state.has_table.then(|| card(places::table(state, plan, context.now)).padding(space::S).width(Fill));
    let about = table
        .is_some()
        .then(|| small("Hours a week; the score is the part of the hire's own hours that serves the goal."));
    column![show, about, table].spacing(space::S).into()
}

/// Keep, add, remove.
fn acts<'a>(state: &State, context: &Context) -> Element<'a, Message> {
    let kept = state.shown.place() < context.team.openings.len();
    let keep = (!kept).then(|| {
        let keep = button::secondary(Some(Icon::BookmarkPlus), "Keep in the team").on_press(Message::Kept);
        button::tip(keep, "Write this opening into the team's file", iced::widget::tooltip::Position::Bottom)
    });
    let add = kept.then(|| button::icon(Icon::Plus, "Add another opening", Some(Message::Begun)));
    let remove = kept.then(|| button::icon(Icon::Trash2, "Remove this opening", Some(Message::Removed)));
    let advert = state.answer.get().and_then(|found| found.plan.advert.as_ref()).map(|advert| {
        let copy = Message::Copied(words::advert_line(advert, context.clock));
        let name = "Copy advert";
        let act = if state.is_panel_open {
            button::secondary(Some(Icon::Copy), name)
        } else {
            button::primary(Some(Icon::Copy), name)
        };
        act.on_press(copy)
    });
    row![keep, add, remove, advert].spacing(space::XS).align_y(Center).into()
}

/// Which opening is shown.
fn tabs<'a>(state: &'a State, context: &Context<'a>) -> Option<Element<'a, Message>> {
    let openings = &context.team.openings;
    (openings.len() > 1).then(|| {
        let names = openings.iter().enumerate().map(|(number, opening)| (number, opening.name.as_str()));
        button::segmented(names, &state.shown.place(), Message::Chosen)
    })
}

/// The best places for several people together.
fn set(set: &SetPlan) -> Element<'_, Message> {
    let suppose = button::secondary(Some(Icon::UserPlus), "Suppose them").on_press(Message::Supposed(Newcomers::OfSet));
    let content = row![body(words::set_sentence(set)).width(Fill), suppose].spacing(space::L).align_y(Center);
    section("Together", words::set_proof(set), None, card(content).width(Fill))
}

/// The line for a job advert, ready to copy.
fn advert<'a>(plan: &'a HirePlan, context: &Context) -> Option<Element<'a, Message>> {
    let advert = plan.advert.as_ref()?;
    let line = words::advert_line(advert, context.clock);
    let content = body(line).width(Fill);
    let about = "What every place in the band can promise, through all clock changes.".to_owned();
    Some(section("For the job advert", about, None, card(content).width(Fill)))
}

/// The places by rank.
fn ranked<'a>(state: &'a State, plan: &'a HirePlan, goal: Goal, context: &Context) -> Element<'a, Message> {
    let passing = plan.lines.iter().filter(|line| line.fails.is_empty()).count();
    let about = format!("{passing} of {} of zones meet every requirement.", count(plan.lines.len(), "group"));
    let list = card(list::view(state, plan, goal, context.now)).padding(space::S).width(Fill);
    section("Places", about, None, list)
}
