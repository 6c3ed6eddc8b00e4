//! The settings of a rota, to be typed and taken all at once.

use iced::Fill;
use iced::widget::{column, container, row};

use super::Message;
use super::draft::{self, Cut, Draft, Field};
use crate::team::{Order, Rota, Team};
use crate::window::form::Typed;
use crate::window::renderer::Element;
use crate::window::theme::space;
use crate::window::widget::{Field as Input, button, label};

/// The names of fields, for focus and tests.
pub mod field {
    /// The name.
    pub const NAME: &str = "rota-name";
    /// The first date.
    pub const START: &str = "rota-start";
    /// How many weeks.
    pub const WEEKS: &str = "rota-weeks";
    /// When shifts change.
    pub const AT: &str = "rota-at";
    /// Who may hold it.
    pub const ROLES: &str = "rota-roles";
}

/// The settings with their acts.
pub fn view<'a>(draft: &'a Draft, team: &Team) -> Element<'a, Message> {
    let at = match draft::cut(draft.chosen()) {
        Cut::Weekly => ("Changes at", "Mo 10:00"),
        Cut::Daily => ("Changes at, every day", "06:00, 14:00, 22:00"),
        Cut::Blocks => ("Windows begin at", "06:00, 14:00, 22:00"),
        Cut::SunWise => ("Legs of the chain", "3"),
    };
    let cuts = [(Cut::Weekly, "Weeks"), (Cut::Daily, "Days"), (Cut::Blocks, "Blocks"), (Cut::SunWise, "With the sun")];
    let tiers = [(1, "1"), (2, "2"), (3, "3")];
    let orders = [(Order::Fairness, "Fairness"), (Order::Comfort, "Comfort")];
    let pair = |left: Input<'a, Message>, right: Input<'a, Message>| row![left, right].spacing(space::M);
    column![
        input(draft, team, Field::Name, "On call", field::NAME),
        pair(
            input(draft, team, Field::Start, "2027-01-04", field::START),
            input(draft, team, Field::Weeks, "13", field::WEEKS),
        ),
        named("Shifts of", button::segmented(cuts, &draft::cut(draft.chosen()), Message::Cut)),
        pair(
            input(draft, team, Field::At, at.1, field::AT).label(at.0),
            input(draft, team, Field::Anchor, "Lisbon", "rota-anchor"),
        ),
        input(draft, team, Field::Roles, "everybody", field::ROLES),
        row![
            named("People a shift", button::segmented(tiers, &draft.chosen().tiers, Message::Tiers)),
            named("First of all", button::segmented(orders, &draft.chosen().order, Message::Order)),
        ]
        .spacing(space::M),
        input(draft, team, Field::Rest, "as in the policy", "rota-rest"),
        pair(
            input(draft, team, Field::Shifts, "no cap", "rota-most"),
            input(draft, team, Field::InARow, "no cap", "rota-in-a-row"),
        ),
        acts(draft, team),
    ]
    .spacing(space::L)
    .into()
}

/// A field of the settings with what is wrong with it.
fn input<'a>(
    draft: &'a Draft,
    team: &Team,
    field: Field,
    placeholder: &'a str,
    id: &'static str,
) -> Input<'a, Message> {
    Input::new(Rota::row(field).label, draft.text(field))
        .placeholder(placeholder)
        .id(id)
        .error(draft.error(field, team))
        .on_input(move |text| Message::Typed(field, text))
        .on_submit(Message::Applied)
}

/// A choice with its name above.
fn named<'a>(name: &'a str, choice: Element<'a, Message>) -> Element<'a, Message> {
    column![label(name), choice].spacing(space::XS).into()
}

/// Take the settings, or give up what was typed.
fn acts<'a>(draft: &Draft, team: &Team) -> Element<'a, Message> {
    let can = draft.is_changed() && draft.made(team).is_some();
    let apply = button::primary(None, "Plan with these").on_press_maybe(can.then_some(Message::Applied));
    let discard = draft.is_changed().then(|| button::quiet(None, "Discard").on_press(Message::Discarded));
    container(row![discard, apply].spacing(space::S)).align_right(Fill).into()
}
