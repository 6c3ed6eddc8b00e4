//! How the screen is seen.

use iced::Center;
use iced::widget::{Column, column, row};
use lucide_icons::Icon;

use super::{
    Coming, Face, Field, Message, State, anchors, cadence, card as suggestion, coming_monday, compare, face, form,
    one_off,
};
use crate::availability::Points;
use crate::window::renderer::Element;
use crate::window::screen::{Context, Screen};
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{Panel, Part, answer, busy, button, empty, muted, notice, page, place, question, small};
use crate::words::amount::{count, duration};
use crate::words::{clock, meet as words};

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
    let failed = state.answer.failed().map(|failed| notice::banner(Tone::Bad, failed.to_string(), None));
    let panel = state.draft.as_ref().filter(|_| state.asking).map(|draft| {
        let heading = draft.text(Field::Name).to_owned();
        Panel::new(heading, form::view(draft, context), Message::FormShown(false))
    });
    let tabs = row![face::tabs(state.face), tabs(state, context)].spacing(space::M).wrap().vertical_spacing(space::S);
    let asked = column![tabs, asked(state, context)].spacing(space::S);
    let content = column![failed, answered(state, context), settled(state, context), found(state, context)];
    place("Meetings", Element::from(asked), acts(state, context), content.spacing(space::L), panel)
}

/// The question: every part of it opens the form.
fn asked<'a>(state: &'a State, context: &Context<'a>) -> Option<Element<'a, Message>> {
    let draft = state.draft.as_ref()?;
    let meeting = draft.meeting(context.team).unwrap_or_else(|| draft.chosen().clone());
    let named = |wanted: Coming| -> Vec<&str> {
        draft.coming.iter().filter(|(_, coming)| *coming == wanted).map(|(name, _)| name.as_str()).collect()
    };
    let who = words::who(&named(Coming::Required), &named(Coming::Optional), context.team.members.len());
    let who = if draft.is_empty() { "nobody yet".to_owned() } else { who };
    let from = meeting.from.unwrap_or_else(|| coming_monday(context.now));
    let link = |words: String| Part::link(words, Message::FormShown(true));
    Some(question([
        link(duration(meeting.minutes)),
        link(words::how_often(meeting.every)),
        link(words::in_turn(meeting.slots)),
        Part::words("for"),
        link(who),
        Part::words("from"),
        link(clock::day(from)),
        Part::words("for"),
        link(count(meeting.weeks.into(), "week")),
    ]))
}

/// The answer in a sentence: the best slot, and who pays.
fn answered<'a>(state: &'a State, context: &Context<'a>) -> Option<Element<'a, Message>> {
    match state.answer.get()? {
        Ok(found) => found.all.first().map(|best| answer(words::answer(&best.suggestion, context.clock))),
        Err(error) => Some(notice::banner(Tone::Warn, error.to_string(), None)),
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
    let working = (state.answer.is_busy() && state.answer.get().is_some()).then(|| busy("Weighing…"));
    row![working, keep, reset, remove].spacing(space::XS).align_y(Center).into()
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
        let words = if working { "Weighing every slot of the week…" } else { "Mend what is asked to see slots." };
        return if working { busy(words) } else { muted(words).into() };
    };
    let Ok(found) = found else { return iced::widget::space().into() };
    let chosen =
        context.team.meetings.get(state.shown.place()).map(|meeting| meeting.chosen.as_slice()).unwrap_or_default();
    let (anchors, found) = (&found.anchors, &found.all);
    let most = suggestion::most(found);
    let mut cards = Column::new().spacing(space::M);
    for (number, one) in found.iter().enumerate() {
        let open = state.opened == Some(number);
        let compared = state.compared.contains(&number);
        let chosen = chosen == one.suggestion.slots;
        let best = found.first().filter(|_| number > 0).map(|best| &best.suggestion);
        let look = suggestion::Look { open, chosen, compared, most, best, clock: context.clock };
        cards = cards.push(suggestion::view(number, one, look));
        if let [first, second] = *state.compared.as_slice()
            && second == number
            && let Some(first) = found.get(first)
        {
            cards = cards.push(compare::view(first, one, most, context.clock));
        }
    }
    let about = match found.first().map_or(0, |one| one.suggestion.slots.len()) {
        0 | 1 => "Every slot of the week was weighed over the whole time: the worst-off first, then all, then moves.",
        2 => "Every pair of slots was weighed over the whole time: the worst-off first, then all, then moves.",
        _ => {
            "Improved two slots at a time: the worst-off first, then all, then moves. A slightly better one may exist."
        }
    };
    let year = "The cells are the year, one a week, each as it is for whoever has it worst then.";
    let cards = cards.push(small(format!("{year} {about}")));
    column![cards, anchors::view(anchors, chosen, context.clock)].spacing(space::XL).into()
}
