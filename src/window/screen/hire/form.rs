//! The form in which a hire is described.

use iced::widget::{Column, Row, checkbox, column, row};
use iced::{Center, Fill};
use lucide_icons::Icon;

use super::Message;
use super::draft::{Aim, Draft, Field, Wanted};
use crate::team::{Opening, Team};
use crate::window::form::Typed;
use crate::window::renderer::Element;
use crate::window::theme::{size, space, style};
use crate::window::widget::{Field as Input, button, label, muted, small};

/// The form with its acts, narrow enough for a panel.
pub fn view<'a>(draft: &'a Draft, team: &'a Team) -> Element<'a, Message> {
    let aims =
        [(Aim::Overlap, "Overlap"), (Aim::Coverage, "Coverage"), (Aim::Handoff, "Handoff"), (Aim::Mixed, "All three")];
    let goal = column![label("Best for"), button::segmented(aims, &draft.aim(), Message::Aimed)].spacing(space::XS);
    column![
        input(draft, team, Field::Name, "Next hire", "hire-name"),
        input(draft, team, Field::Hours, "Mo-Fr 09:00-17:00", "hire-hours"),
        input(draft, team, Field::Shift, "not at all", "hire-shift"),
        goal,
        requirements(draft, team),
        input(draft, team, Field::Countries, "anywhere", "hire-countries"),
        input(draft, team, Field::NotCountries, "no country", "hire-not-countries"),
        input(draft, team, Field::Population, "any size", "hire-population"),
        more(draft),
        rank(draft, team),
    ]
    .spacing(space::L)
    .into()
}

/// The way to rank places by all of it.
fn rank<'a>(draft: &Draft, team: &Team) -> Element<'a, Message> {
    let can = draft.is_changed() && draft.opening(team).is_some();
    button::primary(Some(Icon::ListOrdered), "Rank places").on_press_maybe(can.then_some(Message::Applied)).into()
}

/// How many people are wanted, and how contact is counted.
fn more(draft: &Draft) -> Element<'_, Message> {
    let people = button::segmented([(1, "One person"), (2, "Two"), (3, "Three")], &draft.people(), Message::People);
    let fades = checkbox(draft.fades())
        .label("Contact fades by 11 % an hour of distance")
        .size(size::ICON)
        .text_size(size::BODY)
        .style(style::tick)
        .on_toggle(Message::Fades);
    let source = "Chauvin, Choudhury and Fang, Organization Science, 10.1287/orsc.2023.17558";
    let fades = button::tip(fades, source, iced::widget::tooltip::Position::Top);
    column![people, fades].spacing(space::M).into()
}

/// A field of the form with what is wrong with it.
fn input<'a>(
    draft: &'a Draft,
    team: &Team,
    field: Field,
    placeholder: &'a str,
    id: &'static str,
) -> Element<'a, Message> {
    Input::new(Opening::row(field).label, draft.text(field))
        .placeholder(placeholder)
        .id(id)
        .error(draft.error(field, team))
        .on_input(move |text| Message::Typed(field, text))
        .on_submit(Message::Applied)
        .into()
}

/// What a place must offer.
fn requirements<'a>(draft: &'a Draft, team: &'a Team) -> Element<'a, Message> {
    let rows = draft.wanted.iter().enumerate().map(|(at, wanted)| requirement(at, wanted, team));
    let add = button::quiet(Some(Icon::Plus), "Add a requirement").on_press(Message::RequirementAdded);
    column![Column::with_children(rows).spacing(space::M), add].spacing(space::S).into()
}

/// One requirement: how much, and with whom.
fn requirement<'a>(at: usize, wanted: &'a Wanted, team: &'a Team) -> Element<'a, Message> {
    let amount = Input::new("", &wanted.at_least)
        .placeholder("3 h")
        .width(92)
        .on_input(move |text| Message::RequirementTyped(at, text))
        .on_submit(Message::Applied);
    let people = team.members.iter().map(|member| {
        let chosen = wanted.with.contains(&member.name);
        let words = iced::widget::text(member.name.as_str()).size(crate::window::theme::size::BODY);
        let toggle = button::choice(words, chosen).width(iced::Shrink);
        toggle.on_press(Message::RequirementToggled(at, member.name.clone())).into()
    });
    let remove = button::icon(Icon::X, "Remove this requirement", Some(Message::RequirementRemoved(at)));
    let head = row![muted("At least"), amount, muted("a workday with"), iced::widget::space::horizontal(), remove];
    let head = head.spacing(space::S).align_y(Center);
    let people = Row::with_children(people).spacing(space::XS).width(Fill).wrap().vertical_spacing(space::XS);
    let error = Draft::wanted_error(wanted).map(small);
    column![head, people, error].spacing(space::XS).into()
}
