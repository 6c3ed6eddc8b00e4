//! How the screen Hire looks.

use iced::widget::{column, row};
use iced::{Center, Fill};
use lucide_icons::Icon;

use super::{Message, Newcomers, State, form, places};
use crate::plan::hire::{HirePlan, SetPlan};
use crate::window::renderer::Element;
use crate::window::screen::{Context, Screen};
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{body, busy, button, card, empty, notice, page, section};
use crate::words::amount::count;
use crate::words::hire as words;

/// The screen as it is seen.
pub fn screen<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let about = "Every zone of the world, by what a colleague there would add to the team.";
    if context.team.members.is_empty() {
        let words = "Places are ranked by what they share with the team and what they add to it. Add members under Team \
                     first; then all 34 000 cities are compared at once.";
        let add = button::primary(Some(Icon::Users), "Add members").on_press(Message::ToTeam);
        let teaching = empty(Screen::Hire.icon(), "No team to join yet", words, Some(add.into()));
        return page("Hire", about.to_owned(), None, teaching);
    }
    let answered = state.answer.get();
    let plan = answered.map(|found| &found.plan);
    let answer = plan.map_or_else(|| about.to_owned(), answer);
    let form = state.draft.as_ref().map(|draft| card(form::view(draft, context.team)).width(Fill));
    let failed = state.answer.failed().map(|failed| notice::banner(Tone::Bad, failed.to_string(), None));
    let working = state.answer.is_busy().then(|| busy("Comparing every zone of the world…"));
    let found = plan.map(|plan| {
        column![
            answered.and_then(|found| found.set.as_ref()).map(set),
            state.map.view(plan, state.answer.number(), state.line, context),
            advert(plan, context),
            ranked(state, plan, context),
            answered.map(|found| state.scenarios.view(found, context))
        ]
        .spacing(space::XL)
    });
    let sheet = column![tabs(state, context), form, failed, working, found].spacing(space::XL);
    page("Hire", answer, acts(state, context), sheet)
}

/// The answer in a sentence: the first place and why it is first.
fn answer(plan: &HirePlan) -> String {
    match plan.lines.first() {
        None => "No place could be compared.".to_owned(),
        Some(line) if !line.fails.is_empty() => {
            "No place on Earth meets every requirement; these come nearest.".to_owned()
        }
        Some(line) => {
            let cities = words::cities(&line.cities, 3);
            let with_mean = line.figures.with_mean();
            let mut parts = vec![format!(
                "{} a week shared with a member on average, {} in the worst season",
                places::hours_of(with_mean.mean),
                places::hours_of(with_mean.worst)
            )];
            let gain = line.figures.coverage.gain;
            parts.extend((gain.0 > 0).then(|| format!("{} of the week newly covered", places::hours_of(gain))));
            let growth = line.figures.chain.unwrap_or_default().covered_growth();
            parts.extend((growth.0 > 0).then(|| format!("the chain covers {} more a day", places::hours_of(growth))));
            format!("{cities} come first: {}.", parts.join("; "))
        }
    }
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
    row![keep, add, remove].spacing(space::XS).align_y(Center).into()
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
    let copy = button::secondary(Some(Icon::Copy), "Copy").on_press(Message::Copied(line.clone()));
    let content = row![body(line).width(Fill), copy].spacing(space::L).align_y(Center);
    let about = "What every place in the band can promise, through all clock changes.".to_owned();
    Some(section("For the job advert", about, None, card(content).width(Fill)))
}

/// The places by rank.
fn ranked<'a>(state: &'a State, plan: &'a HirePlan, context: &Context) -> Element<'a, Message> {
    let passing = plan.lines.iter().filter(|line| line.fails.is_empty()).count();
    let about = format!(
        "{} of zones with the same outcome, {passing} of which meet every requirement. Press one for what it shares with each member.",
        count(plan.lines.len(), "line")
    );
    let table = card(places::table(state, plan, context.now)).padding(space::S).width(Fill);
    section("Places", about, None, table)
}
