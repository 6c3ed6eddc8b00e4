//! The form of a meeting.

use iced::widget::{Row, checkbox, column, row};
use iced::{Center, Fill, Shrink};
use lucide_icons::Icon;

use super::draft::{Coming, Draft, Field, recurrences};
use super::{Message, coming_monday};
use crate::team::{Every, Meeting, Nth};
use crate::window::form::Typed;
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::{size, space, style};
use crate::window::widget::{Field as Input, button, icon, label, small};

/// The form.
pub fn view<'a>(draft: &'a Draft, context: &Context<'a>) -> Element<'a, Message> {
    let monday = format!("From {} unless said", coming_monday(context.now));
    let length = row![
        input(draft, context, Field::Length, "30 min", "meet-length").width(Fill),
        input(draft, context, Field::Weeks, "52", "meet-weeks").width(Fill),
    ];
    let fields = column![
        input(draft, context, Field::Name, "Weekly", "meet-name").width(Fill),
        length.spacing(space::L),
        input(draft, context, Field::From, "2027-01-04", "meet-from").hint(monday).width(Fill),
    ]
    .spacing(space::L);
    let turns = [(1, "One"), (2, "2 take turns"), (3, "3"), (4, "4")];
    let rhythm = column![
        column![
            label("Every"),
            button::segmented(recurrences(draft.chosen().every), &draft.chosen().every, Message::Recurs)
        ]
        .spacing(space::XS),
        nth(draft.chosen().every),
        column![label("Slots"), button::segmented(turns, &draft.chosen().slots, Message::Turns)].spacing(space::XS),
    ]
    .spacing(space::L);
    column![fields, rhythm, people(draft), rules(draft, context)].spacing(space::L).into()
}

/// What the slots have to keep to.
fn rules<'a>(draft: &'a Draft, context: &Context<'a>) -> Element<'a, Message> {
    let options = &draft.chosen().options;
    let mut bad = vec![(None, "Any number"), (Some(0), "None"), (Some(1), "One")];
    if let Some(other @ 2..) = options.max_bad_slots {
        bad.push((Some(other), "More"));
    }
    let mut comfort =
        vec![(None, "When it fits"), (Some(1), "Every time"), (Some(2), "Every 2nd"), (Some(4), "Every 4th")];
    if options.comfort_every.is_some() && !comfort.iter().any(|(every, _)| *every == options.comfort_every) {
        comfort.push((options.comfort_every, "As written"));
    }
    let bad = column![label("Bad slots for one person"), button::segmented(bad, &options.max_bad_slots, Message::Bad)];
    let comfort = column![
        label("Any two meet within their hours or flexible time"),
        button::segmented(comfort, &options.comfort_every, Message::Comfort)
    ];
    let quorum = input(draft, context, Field::Quorum, "any number", "meet-quorum").width(150);
    let stays = checkbox(options.keep_chosen)
        .label("Keep the chosen slots on a tie")
        .size(size::ICON)
        .text_size(size::BODY)
        .style(style::tick)
        .on_toggle(Message::Stays);
    column![bad.spacing(space::XS), comfort.spacing(space::XS), quorum, stays].spacing(space::L).into()
}

fn input<'a>(
    draft: &'a Draft,
    context: &Context,
    field: Field,
    placeholder: &'a str,
    id: &'static str,
) -> Input<'a, Message> {
    Input::new(Meeting::row(field).label, draft.text(field))
        .placeholder(placeholder)
        .id(id)
        .error(draft.error(field, context.team))
        .on_input(move |text| Message::Typed(field, text))
}

/// Which of the month's weekdays, for a monthly meeting.
fn nth<'a>(every: Every) -> Option<Element<'a, Message>> {
    let Every::Month(now) = every else { return None };
    let choices = [
        (Nth::FromStart(1), "First"),
        (Nth::FromStart(2), "Second"),
        (Nth::FromStart(3), "Third"),
        (Nth::FromStart(4), "Fourth"),
        (Nth::Last, "Last"),
    ];
    let choices = button::segmented(choices, &now, |nth| Message::Recurs(Every::Month(nth)));
    Some(column![label("On its"), choices].spacing(space::XS).into())
}

/// Who comes; a press changes how.
fn people(draft: &Draft) -> Element<'_, Message> {
    let chips = draft.coming.iter().map(|(name, coming)| {
        let (mark, note) = match coming {
            Coming::Required => (Icon::Check, None),
            Coming::Optional => (Icon::CircleDashed, Some(small("optional"))),
            Coming::No => (Icon::Plus, None),
        };
        let words = iced::widget::text(name.as_str()).size(size::BODY);
        let line = row![icon(mark).size(size::SMALL + 1.0), words, note].spacing(space::XS + 2.0).align_y(Center);
        button::choice(line, *coming != Coming::No)
            .width(Shrink)
            .padding([space::XS, space::S + 2.0])
            .on_press(Message::Turned(name.clone()))
            .into()
    });
    let chips = Row::with_children(chips).spacing(space::XS).width(Fill).wrap().vertical_spacing(space::XS);
    let hint = if draft.is_empty() {
        "A meeting needs at least one required member"
    } else {
        "Press a name: required, optional (counts half), not coming"
    };
    column![column![label("Who comes"), small(hint)].spacing(space::XS / 2.0), chips].spacing(space::S).into()
}
