//! How the screen Rota looks.

use chrono::Datelike;
use iced::widget::{Column, column, container, row, stack};
use iced::{Center, Fill, FillPortion};
use lucide_icons::Icon;

use super::planned::Planned;
use super::settings::field;
use super::{Message, State, export, people, progress, quality, settings, why};
use crate::picture::{Id, calendar};
use crate::team::Rota;
use crate::window::renderer::Element;
use crate::window::screen::{Context, Screen};
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{
    Drawing, Panel, Part, answer, body, button, card, empty, notice, page, place, question, section, small, strong,
};
use crate::words::clock::zone as said_zone;
use crate::words::rota as words;

/// The screen as it is seen.
pub fn screen<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let Some(rota) = state.rota(context) else { return nothing(context) };
    let told = match state.answer.get() {
        Some(Ok(planned)) => words::told(&planned.plan, &planned.weekends),
        Some(Err(_)) => "This rota cannot be planned as it is written.".to_owned(),
        None => "Planning…".to_owned(),
    };
    let failed = state.answer.failed().map(|failed| notice::banner(Tone::Bad, failed.to_string(), None));
    let content = state.answer.get().map(|planned| match planned {
        Ok(planned) => whole_plan(state, planned, context),
        Err(error) => notice::banner(Tone::Bad, sentence(error), open_settings(state)),
    });
    let sheet = column![
        column![answer(told), controls(state, context)].spacing(space::M),
        state.versions.wrong(),
        failed,
        content
    ];
    let explained = state.planned().and_then(|planned| why::view(state, planned, context));
    let settings = state.draft.as_ref().map(|draft| {
        Panel::new(draft.base().name.as_str(), settings::view(draft, context.team), Message::Settings(false))
    });
    let acts = acts(state, context);
    let base = place("Rota", asked(rota, context), acts, sheet.spacing(space::L), settings.or(explained));
    stack![base].push(state.export.as_ref().map(export::view)).into()
}

/// What is asked, every part of it a way to the settings.
fn asked<'a>(rota: &Rota, context: &Context) -> Element<'a, Message> {
    let said = words::asked(rota, context.clock, context.zone.local(context.now).year());
    let link = |words: String, field| Part::link(words, Message::Asked(field));
    question([
        link(rota.name.clone(), Some(field::NAME)),
        Part::words("for"),
        link(said.weeks, Some(field::WEEKS)),
        Part::words("from"),
        link(said.start, Some(field::START)),
        Part::words("in"),
        link(said.shifts, None),
        Part::words("from"),
        link(said.changes, Some(field::AT)),
        link(said.people, Some(field::ROLES)),
    ])
}

/// What is shown while the team has no rota.
fn nothing<'a>(context: &Context<'a>) -> Element<'a, Message> {
    let content = if context.team.members.is_empty() {
        let words =
            "A rota shares duty fairly among people. Add members under Team first; then one click makes a rota.";
        let add = button::primary(Some(Icon::Users), "Add members").on_press(Message::ToTeam);
        empty(Screen::Rota.icon(), "Nobody to share duty yet", words, Some(add.into()))
    } else {
        let words = "Sunwise shares duty so that whoever carries most carries as little as possible: nights, weekends \
                     and holidays count by what they cost each person. It starts with sensible settings; all of them \
                     can be changed.";
        let make = button::primary(Some(Icon::Plus), "Make a rota").on_press(Message::Begun);
        empty(Screen::Rota.icon(), "No rota yet", words, Some(make.into()))
    };
    page("Rota", "Who is on duty, as fair as it can be.".to_owned(), None, content)
}

/// The acts at the right of the title.
fn acts<'a>(state: &State, context: &Context) -> Element<'a, Message> {
    let is_open = state.draft.is_some();
    let settings = button::quiet(Some(Icon::Settings2), "Settings").on_press(Message::Settings(!is_open));
    let can = state.fresh(context).is_some();
    let export = button::quiet(Some(Icon::Download), "Export").on_press_maybe(can.then_some(Message::Exporting));
    let next = can.then_some(Message::Next);
    let next = button::icon(Icon::ChevronsRight, "Plan the weeks that follow, with what everybody carries", next);
    let new = button::icon(Icon::Plus, "Add another rota", Some(Message::Begun));
    let remove = button::icon(Icon::Trash2, "Remove this rota", Some(Message::Removed));
    let publish = state.versions.publish_button(can, !is_open);
    row![settings, export, next, new, remove, publish].spacing(space::XS).align_y(Center).into()
}

/// Which rota is shown, how it is planned, and in whose days.
fn controls<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let rotas = &context.team.rotas;
    let tabs = (rotas.len() > 1).then(|| {
        let names = rotas.iter().enumerate().map(|(number, rota)| (number, rota.name.as_str()));
        button::segmented(names, &state.shown.place(), Message::Chosen)
    });
    let kept = state.published.is_some();
    let plan = button::segmented([(false, "Plan afresh"), (true, "Change little")], &kept, Message::KeepPublished);
    let words = "Afresh: the fairest rota there is. Change little: what is shown now stays wherever it can.";
    let plan = button::tip(plan, words, iced::widget::tooltip::Position::Bottom);
    let anchor = state.planned().map_or(context.zone, |planned| planned.anchor);
    let days = (anchor != context.zone)
        .then(|| button::segmented([(false, "Its days"), (true, "Your days")], &state.own_days, Message::Days));
    let days = days.map(|days| {
        let [its, yours] = [anchor, context.zone].map(said_zone);
        let words = format!("The calendar has the days of {its}, or those of {yours}.");
        button::tip(days, words, iced::widget::tooltip::Position::Bottom)
    });
    let can = state.fresh(context).is_some();
    let working = progress::view(state.answer.progress(), state.answer.is_busy(), can);
    row![tabs, plan, state.versions.list(), days, working].spacing(space::M).align_y(Center).wrap().into()
}

/// A planned rota: calendar and people side by side, what nobody holds, what changed, and every figure.
fn whole_plan<'a>(state: &'a State, planned: &'a Planned, context: &Context<'a>) -> Element<'a, Message> {
    let unfilled = (!planned.unfilled.is_empty()).then(|| unfilled(planned, context));
    let picture = row![
        container(weeks(state, planned, context)).width(FillPortion(2)),
        container(people::view(state, planned, context)).width(FillPortion(1)),
    ];
    column![
        picture.spacing(space::L),
        unfilled,
        quality::changes(planned, state.versions.is_chosen(), context),
        people::figures(planned),
        people::table(planned),
        quality::view(state, planned, context)
    ]
    .spacing(space::XL)
    .into()
}

/// The calendar.
fn weeks<'a>(state: &'a State, planned: &'a Planned, context: &Context<'a>) -> Element<'a, Message> {
    let zone = if state.own_days { context.zone } else { planned.anchor };
    let now = context.now;
    let (clock, first_day) = (context.clock, context.first_weekday);
    let lit = state.lit.as_deref().and_then(|name| planned.place_of(name));
    let key = (state.answer.number(), zone.name(), now, clock, first_day, lit);
    let drawing = Drawing::new(key, move |width| {
        let calendar = calendar::Calendar { now: Some(now), lit, ..planned.calendar(zone, clock, first_day) };
        calendar::draw(&calendar, width)
    });
    let selected = state.explained.as_ref().map(|one| Id::new("shift", one.duty.shift, one.duty.tier));
    let tiers = match planned.plan.problem.tiers() {
        1 => "",
        2 => " The thick line is the primary, the thin one the secondary.",
        _ => " The thick line is the primary, the thin ones the secondary and the third.",
    };
    let about = format!("Days of {}.{tiers} Press a duty to see who else could hold it.", said_zone(zone));
    let drawing = drawing.on_press(Message::Pressed).selected(selected);
    card(column![drawing, small(about)].spacing(space::M)).padding(space::M).width(Fill).into()
}

/// What nobody holds, and everybody's reason.
fn unfilled<'a>(planned: &'a Planned, context: &Context) -> Element<'a, Message> {
    let all = planned.plan.objective.gap;
    let about = (all > planned.unfilled.len()).then(|| format!("The first {} of {all}", planned.unfilled.len()));
    let rows = planned.unfilled.iter().map(|open| {
        let when = open.when(&planned.plan, planned.anchor, context.clock);
        let reasons = open.reasons(&planned.plan, planned.anchor, context.clock);
        let reasons = reasons.into_iter().map(|(name, reason)| small(format!("{name} {reason}")).into());
        let way = open.way.as_ref().map(|way| body(format!("{}.", words::relaxed(&planned.plan, way))));
        column![strong(when), way, Column::with_children(reasons)].spacing(space::XS / 2.0).into()
    });
    let list = Column::with_children(rows).spacing(space::M);
    section("Nobody could be found", about, None, card(list).width(Fill))
}

/// A way to the settings, from an error that they can mend.
fn open_settings<'a>(state: &State) -> Option<Element<'a, Message>> {
    let open = button::secondary(None, "Open settings").on_press(Message::Settings(true));
    state.draft.is_none().then(|| open.into())
}

/// An error with a capital letter and a full stop.
pub(super) fn sentence(error: &str) -> String {
    let mut letters = error.chars();
    letters.next().map(|first| format!("{}{}.", first.to_uppercase(), letters.as_str())).unwrap_or_default()
}
