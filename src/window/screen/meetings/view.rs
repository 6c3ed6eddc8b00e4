//! How the screen is seen.

use iced::widget::{Column, column, row};
use iced::{Center, Fill};
use lucide_icons::Icon;

use super::{Face, Message, State, anchors, cadence, card as suggestion, compare, face, form, one_off};
use crate::availability::Points;
use crate::window::renderer::Element;
use crate::window::screen::{Context, Screen};
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{busy, button, card, empty, muted, notice, page, section};
use crate::words::meet as words;

const ABOUT: &str = "When to meet, and who pays for it";

/// The screen as it is seen.
pub fn screen<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    if context.team.members.is_empty() {
        let words = "Add members with their cities and hours. Then every slot of the week is weighed over the whole year: \
                     who would meet at night, whom clock changes move, and which zone should anchor the meeting.";
        let go = button::primary(Some(Icon::Users), "Add members").on_press(Message::TeamWanted);
        let teaching = empty(Screen::Meetings.icon(), "Nobody to meet yet", words, Element::from(go));
        return page("Meetings", ABOUT.to_owned(), None, teaching);
    }
    match state.face {
        Face::Series => series(state, context),
        Face::Cadence => {
            let about = "Which meetings the team should have, and what to write instead".to_owned();
            let plan = cadence::face(&state.cadence, context).map(Message::Cadence);
            page("Meetings", about, None, column![face::tabs(state.face), plan].spacing(space::L))
        }
        Face::OneOff => {
            let about = "One meeting, once: who can come when, with leave, holidays and busy calendars".to_owned();
            let times = one_off::face(&state.one_off, context).map(Message::OneOff);
            page("Meetings", about, None, column![face::tabs(state.face), times].spacing(space::L))
        }
    }
}

/// The slots of one recurring meeting.
fn series<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let tabs = column![face::tabs(state.face), tabs(state, context)].spacing(space::M);
    let form = state.draft.as_ref().map(|draft| card(form::view(draft, context)).width(Fill));
    let failed = state.answer.failed().map(|failed| notice::banner(Tone::Bad, failed.to_string(), None));
    let content = column![tabs, form, failed, settled(state, context), found(state, context)];
    page("Meetings", answer(state, context), acts(state, context), content.spacing(space::XL))
}

/// The answer in a sentence: the best slot, and who pays.
fn answer(state: &State, context: &Context) -> String {
    match state.answer.get() {
        Some(Ok(found)) => {
            found.all.first().map_or_else(|| ABOUT.to_owned(), |best| words::sentence(&best.suggestion, context.clock))
        }
        Some(Err(error)) => error.to_string(),
        None => ABOUT.to_owned(),
    }
}

/// Which meeting is shown.
fn tabs<'a>(state: &'a State, context: &Context<'a>) -> Option<Element<'a, Message>> {
    let meetings = &context.team.meetings;
    let kept = meetings.iter().enumerate().map(|(number, meeting)| (number, meeting.name.as_str()));
    let new = (meetings.len(), "New meeting");
    (!meetings.is_empty()).then(|| button::segmented(kept.chain([new]), &state.shown.place(), Message::Shown))
}

/// Keep, forget, remove.
fn acts<'a>(state: &State, context: &Context) -> Element<'a, Message> {
    let kept = state.is_kept(context.team);
    let whole = state.draft.as_ref().is_some_and(|draft| draft.meeting(context.team).is_some());
    let changed = state.draft.as_ref().is_some_and(|draft| draft.is_changed(context.team));
    let words = if kept { "Save the changes" } else { "Keep in the team" };
    let can = whole && (changed || !kept);
    let keep = (!kept || changed)
        .then(|| button::secondary(Some(Icon::BookmarkPlus), words).on_press_maybe(can.then_some(Message::Kept)));
    let reset = changed.then(|| button::icon(Icon::RotateCcw, "Forget what was typed", Some(Message::Reset)));
    let remove = kept.then(|| button::icon(Icon::Trash2, "Remove this meeting", Some(Message::Removed)));
    row![keep, reset, remove].spacing(space::XS).align_y(Center).into()
}

/// The slots that the meeting has, if they were settled on.
fn settled<'a>(state: &State, context: &Context) -> Option<Element<'a, Message>> {
    let chosen = &context.team.meetings.get(state.shown.place())?.chosen;
    if chosen.is_empty() {
        return None;
    }
    let slots: Vec<String> = chosen.iter().map(|slot| words::slot(slot, context.clock)).collect();
    let mut words = format!("This meeting takes place {}.", slots.join(", then "));
    let carried = &context.team.meetings[state.shown.place()].options.carried;
    if !carried.is_empty() {
        let carried: Vec<String> = carried.iter().map(|(name, points)| format!("{name} {}", Points(*points))).collect();
        words = format!("{words} Carried over: {}.", carried.join(", "));
    }
    let acts = row![
        button::quiet(Some(Icon::BookCheck), "Book what was borne").on_press(Message::Booked),
        button::quiet(Some(Icon::Copy), "Invitation").on_press(Message::InvitationWanted),
        button::quiet(Some(Icon::CalendarPlus), "Calendar").on_press(Message::CalendarWanted),
        button::quiet(None, "Open it again").on_press(Message::Unsettled),
    ];
    Some(notice::banner(Tone::Good, words, Element::from(acts)))
}

/// The suggestions.
fn found<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let working = state.answer.is_busy();
    let Some(found) = state.answer.get() else {
        let words = if working { "Weighing every slot of the week…" } else { "Fill the form to see slots." };
        return if working { busy(words) } else { muted(words).into() };
    };
    let found = match found {
        Ok(found) => found,
        Err(error) => return notice::banner(Tone::Warn, error.to_string(), None),
    };
    let chosen =
        context.team.meetings.get(state.shown.place()).map(|meeting| meeting.chosen.as_slice()).unwrap_or_default();
    let (anchors, found) = (&found.anchors, &found.all);
    let most = suggestion::most(found);
    let cards = found.iter().enumerate().map(|(number, one)| {
        let open = state.opened == Some(number);
        let compared = state.compared.contains(&number);
        let chosen = chosen == one.suggestion.slots;
        suggestion::view(number, one, suggestion::Look { open, chosen, compared, most, clock: context.clock })
    });
    let about = match found.first().map_or(0, |one| one.suggestion.slots.len()) {
        0 | 1 => "Every slot of the week was weighed over the whole time: the worst-off first, then all, then moves",
        2 => "Every pair of slots was weighed over the whole time: the worst-off first, then all, then moves",
        _ => "Improved two slots at a time: the worst-off first, then all, then moves. A slightly better one may exist",
    };
    let about = about.to_owned();
    let mark = working.then(|| busy("Weighing…"));
    let list = section("Suggestions", about, mark, Column::with_children(cards).spacing(space::M));
    let two = match state.compared.as_slice() {
        [a, b] => found.get(*a).zip(found.get(*b)),
        _ => None,
    };
    let compared = two.map(|(a, b)| compare::view(a, b, most, context.clock));
    let anchors = anchors::view(anchors, chosen, context.clock);
    column![compared, list, anchors].spacing(space::XL).into()
}
