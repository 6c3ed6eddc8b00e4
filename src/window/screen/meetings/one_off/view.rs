//! How the face One-off is seen.

use iced::widget::{Row, column, grid, row};
use iced::{Center, Fill, FillPortion, Shrink};
use lucide_icons::Icon;

use super::{Field, Message, Part, Sittings, State, Terms};
use crate::availability::RateMinutes;
use crate::plan::panel::{Attendee, Sitting};
use crate::team::Team;
use crate::window::form::Typed;
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::style::Tone;
use crate::window::theme::{size, space};
use crate::window::widget::{
    Column, Field as Input, Table, body, busy, button, card, chip, heading, icon, label, muted, notice, section, small,
    strong,
};
use crate::words::amount::in_points;
use crate::words::clock::{self, Clock};
use crate::words::panel as words;

/// So many times stand side by side.
const A_ROW: usize = 4;

/// The face.
pub fn face<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let failed = state.found.failed().map(|failed| notice::banner(Tone::Bad, failed.to_string(), None));
    column![card(form(state, context)).width(Fill), failed, found(state, context)].spacing(space::XL).into()
}

/// The form.
fn form<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let input = |field: Field, id: &'static str| {
        let draft = state.draft.as_ref();
        Input::new(Terms::row(field).label, draft.map_or("", |draft| draft.text(field)))
            .id(id)
            .error(draft.and_then(|draft| draft.error(field, context.team)))
            .on_input(move |text| Message::Typed(field, text))
    };
    let reset =
        state.is_changed().then(|| button::icon(Icon::RotateCcw, "Forget what was typed", Some(Message::Reset)));
    let (count, pool) = state.at_least(context.team);
    let fewer = count.checked_sub(1).map(Message::AtLeast);
    let more = (count < pool).then_some(Message::AtLeast(count + 1));
    let count = row![
        button::icon(Icon::Minus, "One less", fewer),
        strong(format!("{count} of {pool}")),
        button::icon(Icon::Plus, "One more", more),
    ]
    .spacing(space::XS)
    .align_y(Center);
    let fields = row![
        input(Field::Name, "once-name").width(200),
        input(Field::Length, "once-length").width(180),
        input(Field::From, "once-from").width(180),
        input(Field::Last, "once-last").width(180),
        column![label("Of those who may come"), count].spacing(space::XS),
        reset,
    ]
    .spacing(space::L);
    column![fields.wrap().vertical_spacing(space::M), people(state, context)].spacing(space::L).into()
}

/// Who comes; a press changes how.
fn people<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let chips = context.team.members.iter().map(|member| {
        let part = state.part(&member.name);
        let (mark, note) = match part {
            Part::May => (Icon::CircleDashed, Some(small("may"))),
            Part::Must => (Icon::Check, Some(small("must"))),
            Part::No => (Icon::Plus, None),
        };
        let name = iced::widget::text(member.name.as_str()).size(size::BODY);
        let line = row![icon(mark).size(size::SMALL + 1.0), name, note].spacing(space::XS + 2.0).align_y(Center);
        button::choice(line, part != Part::No)
            .width(Shrink)
            .padding([space::XS, space::S + 2.0])
            .on_press(Message::Turned(member.name.clone()))
            .into()
    });
    let chips = Row::with_children(chips).spacing(space::XS).width(Fill).wrap().vertical_spacing(space::XS);
    let hint = small("Press a name: may come, must come, does not come");
    column![row![label("Who comes"), hint].spacing(space::M).align_y(Center), chips].spacing(space::S).into()
}

/// The best times, one a date.
fn found<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let found = match state.found.get() {
        None => return busy("Looking at every quarter-hour…"),
        Some(Err(error)) => return notice::banner(Tone::Warn, error.to_string(), None),
        Some(Ok(found)) => found,
    };
    let Some(chosen) = found.all.get(state.chosen) else {
        let words = "There is no such time in these dates: too many are away. Try other dates, or fewer people.";
        return notice::banner(Tone::Warn, words, None);
    };
    let times = found.all.iter().enumerate().map(|(place, one)| time(state, place, one, context));
    let strip = grid(times).columns(A_ROW).height(Shrink).spacing(space::S);
    let strip = card(strip).padding(space::S).width(Fill);
    let copy = button::quiet(Some(Icon::Copy), "Copy all").on_press(Message::LinesWanted(None));
    let about = format!(
        "The best time of each date ({}), the best first: who pays most, then all together, then the earlier",
        clock::zone(context.zone)
    );
    let strip = section("Times", about, Element::from(copy), strip);
    column![strip, sitting(state, found, chosen, context)].spacing(space::L).into()
}

/// A time in the strip.
fn time<'a>(state: &State, place: usize, one: &Sitting, context: &Context) -> Element<'a, Message> {
    let (start, end) = (context.zone.local(one.span.start), context.zone.local(one.span.end));
    let cost = match one.cost.worst {
        RateMinutes::ZERO => "all in their hours".to_owned(),
        worst => format!("{} for one", in_points(worst.points())),
    };
    let words =
        column![small(start.format("%a %-d %b").to_string()), strong(context.clock.between(start, end)), small(cost),]
            .spacing(space::XS / 2.0);
    button::choice(words, place == state.chosen).on_press(Message::Chosen(place)).into()
}

/// The chosen time, with everybody's clock.
fn sitting<'a>(state: &'a State, found: &'a Sittings, one: &'a Sitting, context: &Context<'a>) -> Element<'a, Message> {
    let mut table = Table::new([
        Column::new("Who", FillPortion(4)),
        Column::new("Local time", FillPortion(5)),
        Column::new("Burden", FillPortion(2)).right(),
        Column::new("", FillPortion(3)),
    ]);
    let seats = one.attendees.iter().map(|seat| (seat, true)).chain(one.substitutes.iter().map(|seat| (seat, false)));
    for (seat, comes) in seats {
        table = table.row(cells(seat, comes, one, (&found.team, context.clock)));
    }
    for &member in &one.away {
        let empty = || muted("").into();
        table = table.row([muted(one.name(member)).into(), muted("away").into(), empty(), empty()]);
    }
    let copy = Message::LinesWanted(Some(state.chosen));
    let said = words::sentence(one, context.clock);
    // Without a name there is nothing to call the event.
    let calendar = state.terms(context).is_some().then_some(Message::CalendarWanted);
    let head = row![
        heading(said).width(Fill),
        button::icon(Icon::Copy, "Copy this as text", Some(copy)),
        button::secondary(Some(Icon::CalendarPlus), "Export ICS").on_press_maybe(calendar),
    ]
    .spacing(space::M)
    .align_y(Center);
    card(column![head, Element::from(table)].spacing(space::M)).width(Fill).into()
}

fn cells<'a>(
    seat: &Attendee,
    comes: bool,
    one: &'a Sitting,
    (team, clock): (&Team, Clock),
) -> [Element<'a, Message>; 4] {
    let name = one.name(seat.member);
    let local = team.member(name).map(|member| words::local(member, one, clock));
    let local = local.unwrap_or_default();
    let burden = in_points(seat.burden.points());
    let role: Element<'_, Message> = match (seat.required, comes) {
        (true, _) => chip("must", Tone::Info),
        (_, true) => chip("comes", Tone::Good),
        _ => muted("could come as well").into(),
    };
    if comes {
        [strong(name).into(), body(local).into(), body(burden).into(), role]
    } else {
        [muted(name).into(), muted(local).into(), muted(burden).into(), role]
    }
}
