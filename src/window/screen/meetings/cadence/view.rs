//! How the face Cadence is seen.

use iced::widget::{column, row};
use iced::{Center, Fill, FillPortion};
use lucide_icons::Icon;

use super::{Field, Message, Plans, State, Terms, is_kept};
use crate::availability::RateMinutes;
use crate::plan::cadence::{Missed, Plan};
use crate::window::form::Typed;
use crate::window::renderer::{Column, Element};
use crate::window::screen::Context;
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{
    Column as Named, Field as Input, Table, body, busy, button, card, chip, heading, muted, notice, small,
};
use crate::words::amount::{duration, in_points};
use crate::words::{cadence as words, clock, meet};

/// The face.
pub fn face<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let failed = state.found.failed().map(|failed| notice::banner(Tone::Bad, failed.to_string(), None));
    let found: Element<'_, Message> = match state.found.get() {
        None => busy("Forming groups and weighing their slots…"),
        Some(Err(error)) => notice::banner(Tone::Warn, error.to_string(), None),
        Some(Ok(plans)) => cards(state, plans, context),
    };
    column![form(state, context), failed, found].spacing(space::L).into()
}

/// The form, and what its limit means.
fn form<'a>(state: &'a State, context: &Context) -> Element<'a, Message> {
    let input = |field: Field, id: &'static str| {
        Input::new(Terms::row(field).label, state.draft.text(field))
            .id(id)
            .error(state.draft.error(field, context.team))
            .on_input(move |text| Message::Typed(field, text))
            .width(190)
    };
    let reset =
        state.draft.is_changed().then(|| button::icon(Icon::RotateCcw, "Forget what was typed", Some(Message::Reset)));
    let mark = state.found.is_busy().then(|| busy("Planning…"));
    let fields = row![
        input(Field::Limit, "cadence-limit"),
        input(Field::Weeks, "cadence-weeks"),
        input(Field::Daily, "cadence-daily"),
        input(Field::Weekly, "cadence-weekly"),
        reset,
        mark,
    ]
    .spacing(space::L);
    let target = duration(context.team.policy.target_overlap);
    let words = format!(
        "Who shares at least {target} a workday in every season syncs daily. No meeting costs anybody more than these points \
         a week, in the mean: first by one slot, then by slots in turn; where none keeps to it, an update is written instead."
    );
    card(column![fields.wrap().vertical_spacing(space::M), muted(words)].spacing(space::M)).width(Fill).into()
}

fn cards<'a>(state: &'a State, plans: &'a Plans, context: &Context<'a>) -> Element<'a, Message> {
    let found = &plans.cadence;
    let groups = found.groups.len();
    let mut all = Column::new().spacing(space::M);
    for (place, plan) in plans.plans().enumerate() {
        let who = match found.groups.get(place) {
            Some(_) => plans.called[place].clone(),
            None => format!("All {} members", plans.members),
        };
        if place == groups && !found.alone.is_empty() {
            let target = duration(plans.target);
            let names = plans.alone.clone();
            let share = if found.alone.len() == 1 { "shares" } else { "share" };
            all = all.push(notice::banner(
                Tone::Info,
                format!("{names} {share} less than {target} a workday with everybody: no daily sync."),
                None,
            ));
        }
        let missed = plans.missed.get(place).map_or(&[][..], Vec::as_slice);
        all = all.push(meeting(state, (place, plan), &who, missed, plans, context));
    }
    let inexact = (!found.is_exact).then(|| small("There are many ways to form these groups; a better one may exist."));
    all.push(inexact).into()
}

/// The card of a meeting.
fn meeting<'a>(
    state: &State,
    (place, plan): (usize, &'a Plan),
    who: &str,
    missed: &'a [Missed],
    plans: &'a Plans,
    context: &Context<'a>,
) -> Element<'a, Message> {
    let (style, meeting) = (context.clock, &plan.meeting);
    let copy = button::icon(Icon::Copy, "Copy this as text", Some(Message::LinesWanted(place)));
    let act: Element<'_, Message> = if plan.written.is_some() || meeting.chosen.is_empty() {
        chip("write instead", Tone::Warn)
    } else if is_kept(context.team, meeting) {
        chip("in the team", Tone::Good)
    } else {
        button::secondary(Some(Icon::CalendarPlus), "Add to the team").on_press(Message::Added(place)).into()
    };
    let slots: Vec<String> = meeting.chosen.iter().map(|slot| meet::slot(slot, style)).collect();
    let when = if slots.is_empty() { meeting.name.clone() } else { capital(&slots.join(", then ")) };
    let named = if slots.is_empty() { String::new() } else { format!("{}, ", meeting.name) };
    let about = format!("{named}{}: {who}", duration(meeting.minutes));
    let head = row![column![heading(when), muted(about)].spacing(space::XS).width(Fill), copy, act]
        .spacing(space::S)
        .align_y(Center);
    let detail = if plan.written.is_some() {
        let said = plans.said.get(place).map_or(&[][..], Vec::as_slice);
        Column::with_children(said.iter().map(|line| body(line.as_str()).into())).spacing(space::XS)
    } else {
        cost(plan, context)
    };
    card(column![head, detail, misses(state, place, plan, missed, context)].spacing(space::S)).width(Fill).into()
}

/// Who pays for a meeting.
fn cost<'a>(plan: &Plan, context: &Context) -> Column<'a, Message> {
    let whole = meet::sentence(&plan.best, context.clock);
    let sentence = whole.split_once(": ").map_or(whole.clone(), |(_, rest)| rest.to_owned());
    let own = in_points(plan.worst_a_week().points());
    let single = in_points(plan.single_a_week().points());
    let turns = if plan.meeting.slots > 1 { format!(" One slot would cost {single} a week.") } else { String::new() };
    let pays = format!("The worst-off pays {own} a week.{turns}");
    let is_free = plan.best.cost.worst == RateMinutes::ZERO;
    column![body(sentence), (!is_free).then(|| small(pays))].spacing(space::XS)
}

/// The words as a line begins with them.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How often the meeting is missed, and what would be better.
fn misses<'a>(
    state: &State,
    place: usize,
    plan: &'a Plan,
    missed: &'a [Missed],
    context: &Context,
) -> Option<Element<'a, Message>> {
    let needed: Vec<&Missed> = missed.iter().filter(|one| one.who.iter().any(|who| who.required)).collect();
    let has_slots = !plan.meeting.chosen.is_empty();
    (has_slots && !needed.is_empty()).then(|| {
        let is_open = state.opened == Some(place);
        let words = words::missed_count(needed.len(), plan.best.occurrences.len());
        let (icon, tip) = if is_open { (Icon::ChevronUp, "Hide them") } else { (Icon::ChevronDown, "Show them") };
        let line = row![small(words), button::icon(icon, tip, Some(Message::Opened(place)))].align_y(Center);
        let table = is_open.then(|| table(plan, &needed, context));
        column![line, table].spacing(space::S).into()
    })
}

fn table<'a>(plan: &'a Plan, missed: &[&'a Missed], context: &Context) -> Element<'a, Message> {
    let mut table = Table::new([
        Named::new("Date", FillPortion(3)),
        Named::new("Who misses it", FillPortion(6)),
        Named::new("Rather", FillPortion(5)),
    ]);
    for one in missed {
        let anchor = plan.meeting.chosen.get(one.slot).map(|slot| clock::zone(slot.anchor)).unwrap_or_default();
        let rather: Element<'_, Message> = match words::proposed(one, context.clock) {
            Some(to) => body(format!("{to} {anchor}")).into(),
            None => muted("leave it out").into(),
        };
        table = table.row([body(clock::day(one.date)).into(), body(words::who_misses(one)).into(), rather]);
    }
    table.into()
}
