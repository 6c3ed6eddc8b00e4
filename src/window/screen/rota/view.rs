//! How the screen Rota looks.

use iced::widget::{Column, column, container, row, stack};
use iced::{Center, Fill};
use lucide_icons::Icon;

use super::planned::Planned;
use super::{Message, State, export, progress, quality, settings, why};
use crate::picture::{Id, Meaning, Pattern, bar, calendar};
use crate::plan::rota::MemberHours;
use crate::team::MemberId;
use crate::time::Minutes;
use crate::window::renderer::Element;
use crate::window::screen::{Context, Screen};
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{
    self, Column as Head, Drawing, Table, body, busy, button, card, empty, muted, notice, page, section, small, stat,
    strong,
};
use crate::words::amount::{count, points};
use crate::words::rota as words;

/// The screen as it is seen.
pub fn screen<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    if state.rota(context).is_none() {
        return nothing(context);
    }
    let about = match state.answer.get() {
        Some(Ok(planned)) => words::answer(&planned.plan),
        Some(Err(_)) => "This rota cannot be planned as it is written.".to_owned(),
        None => "Who is on duty, as fair as it can be.".to_owned(),
    };
    let settings = state.draft.as_ref().map(|draft| card(settings::view(draft, context.team)).width(Fill));
    let failed = state.answer.failed().map(|failed| notice::banner(Tone::Bad, failed.to_string(), None));
    let content: Element<'a, Message> = match state.answer.get() {
        Some(Ok(planned)) => whole_plan(state, planned, context),
        Some(Err(error)) => notice::banner(Tone::Bad, sentence(error), open_settings(state)),
        None if failed.is_none() => busy("Planning…"),
        None => column![].into(),
    };
    let choice = choice(state, context);
    let sheet = column![choice, settings, failed, content].spacing(space::XL);
    let base = page("Rota", about, acts(state, context), sheet);
    let explained = state.planned().and_then(|planned| why::view(state, planned, context));
    let export = state.export.as_ref().map(export::view);
    stack![base].push(explained).push(export).into()
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
    let settings = button::secondary(Some(Icon::Settings2), "Settings").on_press(Message::Settings(!is_open));
    let can = state.fresh(context).is_some();
    let export = button::secondary(Some(Icon::Download), "Export").on_press_maybe(can.then_some(Message::Exporting));
    let next = can.then_some(Message::Next);
    let next = button::icon(Icon::ChevronsRight, "Plan the weeks that follow, with what everybody carries", next);
    let new = button::icon(Icon::Plus, "Add another rota", Some(Message::Begun));
    let remove = button::icon(Icon::Trash2, "Remove this rota", Some(Message::Removed));
    row![export, settings, next, new, remove].spacing(space::XS).align_y(Center).into()
}

/// Which rota is shown, how it is planned, and in whose days.
fn choice<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
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
    let days = (anchor != context.zone).then(|| {
        let choices = [(false, anchor.name()), (true, context.zone.name())];
        button::segmented(choices, &state.own_days, Message::Days)
    });
    let can = state.fresh(context).is_some();
    let working = progress::view(state.answer.progress(), state.answer.is_busy(), can);
    let versions = state.versions.view(can);
    row![tabs, plan, versions, days, working].spacing(space::L).align_y(Center).wrap().into()
}

/// A planned rota: figures, calendar, people, what nobody holds.
fn whole_plan<'a>(state: &'a State, planned: &'a Planned, context: &Context<'a>) -> Element<'a, Message> {
    let unfilled = (!planned.unfilled.is_empty()).then(|| unfilled(planned, context));
    column![
        figures(planned),
        quality::changes(planned, context),
        weeks(state, planned, context),
        unfilled,
        members(planned),
        quality::view(state, planned, context)
    ]
    .spacing(space::XL)
    .into()
}

/// The five values.
fn figures(planned: &Planned) -> Element<'_, Message> {
    let (found, least) = (&planned.plan.objective, &planned.plan.bound);
    let bound = |value: String, is_best: bool| {
        if is_best { "the least there is".to_owned() } else { format!("at least {value}") }
    };
    let gap = match (found.gap, least.gap) {
        (0, _) => "nobody is missing".to_owned(),
        (gap, least) if gap == least => "no rota fills more".to_owned(),
        (_, least) => format!("at least {least} in any rota"),
    };
    let tone = if found.gap == 0 { Tone::Good } else { Tone::Bad };
    let worst = bound(points(least.worst.points()), found.worst <= least.worst);
    let total = bound(points(least.total.points()), found.total <= least.total);
    let change =
        (found.change > 0).then(|| stat(found.change.to_string(), "", "duties that differ from before", Tone::Info));
    row![
        stat(found.gap.to_string(), "unfilled", gap, tone),
        stat(points(found.worst.points()), "points", format!("most of one; {worst}"), Tone::Plain),
        stat(points(found.total.points()), "points", format!("in all; {total}"), Tone::Plain),
        stat(hours(found.spread), "", "off equal hours, summed", Tone::Plain),
    ]
    .push(change)
    .spacing(space::L)
    .into()
}

/// The calendar.
fn weeks<'a>(state: &'a State, planned: &'a Planned, context: &Context<'a>) -> Element<'a, Message> {
    let zone = if state.own_days { context.zone } else { planned.anchor };
    let now = context.now;
    let (clock, first_day) = (context.clock, context.first_weekday);
    let key = (state.answer.number(), zone.name(), now, clock, first_day);
    let drawing = Drawing::new(key, move |width| {
        let calendar = calendar::Calendar { now: Some(now), ..planned.calendar(zone, clock, first_day) };
        calendar::draw(&calendar, width)
    });
    let selected = state.explained.as_ref().map(|one| Id::new("shift", one.duty.shift, one.duty.tier));
    let tiers = match planned.plan.problem.tiers() {
        1 => "",
        2 => " The thick line is the primary, the thin one the secondary.",
        _ => " The thick line is the primary, the thin ones the secondary and the third.",
    };
    let about = format!("Dates of {}.{tiers} Press a duty to see who else could hold it.", zone.name());
    section("Calendar", about, None, card(drawing.on_press(Message::Pressed).selected(selected)).width(Fill))
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

/// Who holds how much.
fn members(planned: &Planned) -> Element<'_, Message> {
    let plan = &planned.plan;
    let most = plan.problem.members().map(|at| plan.load(at).points().0).fold(0.0, f64::max);
    let carries = plan.members.iter().any(|member| member.carried.0 != 0);
    let shares = plan.problem.people().iter().any(|person| person.capacity != crate::team::Capacity::FULL);
    let mut heads = vec![
        Head::new("Member", 200),
        Head::new("On duty", 72).right(),
        Head::new("Nights", 72).right(),
        Head::new("Days off", 72).right(),
        Head::new("Burden", 64).right(),
    ];
    heads.extend(carries.then(|| Head::new("Carried", 60).right()));
    heads.extend(shares.then(|| Head::new("Share", 44).right()));
    heads.push(Head::new("Load by share", Fill));
    let longest = |of: fn(&MemberHours) -> Minutes| plan.members.iter().map(of).max().unwrap_or_default();
    let table = plan.problem.members().fold(Table::new(heads), |table, at| {
        let member = &plan.members[at];
        let mut cells: Vec<Element<'_, Message>> = vec![
            widget::member(planned.places[at], plan.name(at)),
            body(hours(member.held)).into(),
            drawn(member.nights, longest(|member| member.nights), Meaning::Asleep),
            drawn(member.days_off, longest(|member| member.days_off), Meaning::Warn),
            body(points(member.burden.points())).into(),
        ];
        cells.extend(carries.then(|| body(points(member.carried.points())).into()));
        cells.extend(shares.then(|| body(format!("{}", plan.problem.people()[at].capacity.as_f64())).into()));
        cells.push(load(planned, at, most));
        table.row(cells)
    });
    let about = format!(
        "{}. An hour costs by its level (asleep most) and for being on duty; the primary's counts double.",
        count(plan.members.len(), "person").replace("persons", "people")
    );
    let order = planned.other_order.as_deref().map(muted);
    section(
        "Who holds how much",
        about,
        None,
        column![card(table).padding(space::S).width(Fill), order].spacing(space::M),
    )
}

/// Hours with a bar below them, as long as they are of the longest.
fn drawn<'a>(held: Minutes, most: Minutes, meaning: Meaning) -> Element<'a, Message> {
    let drawing = Drawing::new((held, most), move |width| {
        let part = bar::Part { amount: held.0 as f64, fill: meaning.into(), tip: hours(held) };
        bar::draw(&[part], (most.0 as f64).max(1.0), width)
    });
    column![body(hours(held)), container(drawing).width(56)].align_x(iced::Right).into()
}

/// Hours to the nearest one: a table of months needs no minutes.
fn hours(minutes: Minutes) -> String {
    format!("{:.0} h", minutes.as_hours())
}

/// A member's load as a bar, with the number behind it.
fn load(planned: &Planned, at: MemberId, most: f64) -> Element<'_, Message> {
    let (plan, member) = (&planned.plan, &planned.plan.members[at]);
    let whole = plan.load(at).points();
    let share = plan.problem.people()[at].capacity.as_f64();
    let part = |points: f64, pattern: Option<Pattern>, what: &str| bar::Part {
        amount: points / share,
        fill: crate::picture::Fill { meaning: Meaning::Accent, pattern, opacity: 1.0 },
        tip: format!("{}: {points:.1} points {what}", plan.name(at)),
    };
    let parts = vec![
        part(member.carried.points().0, Some(Pattern::Hatch), "carried from earlier rotas"),
        part(member.burden.points().0, None, "in this rota"),
    ];
    let key = (whole.0.to_bits(), most.to_bits(), plan.name(at));
    let drawing = Drawing::new(key, move |width| bar::draw(&parts, most, width));
    row![container(drawing).width(Fill), container(body(points(whole))).width(52).align_x(iced::Right)]
        .spacing(space::M)
        .align_y(Center)
        .into()
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
