//! One member, all of whose fields can be changed.

use iced::widget::{Column, column, container, row, text};
use iced::{Center, Fill, Shrink};
use lucide_icons::Icon;

use super::period::{DateList, Form};
use super::{Chosen, Message, Part, field, place};
use crate::team::Member;
use crate::time::{Dates, Hours};
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::style::{self, Tone};
use crate::window::theme::{size, space};
use crate::window::widget::picker::Look;
use crate::window::widget::{Field, body, button, card, heading, icon, label, press, small, strong};
use crate::words;
use crate::words::clock::Clock;

impl Chosen {
    /// The member that is open.
    pub(super) fn view<'a>(&'a self, member: &'a Member, context: &Context<'a>) -> Element<'a, Message> {
        let acts = row![
            button::quiet(Some(Icon::Trash2), "Remove").on_press(Message::Removed),
            button::icon(Icon::X, "Close (Escape)", Some(Message::Closed)),
        ];
        let head = row![heading(member.name.as_str()).width(Fill), acts.spacing(space::XS)].align_y(Center);
        let pair = |left, right| row![left, right].spacing(space::M).into();
        let fields: [Element<'a, Message>; 11] = [
            self.typed(Part::Name, "Name", "Ana Ribeiro", member).id(field::NAME).into(),
            self.home(member, context),
            self.hours(Part::Hours, "Hours", "Mon-Fri 9-17", &member.hours, member, context.clock),
            self.hours(
                Part::Flexible,
                "Also possible, if need be",
                "Mon-Fri 8-20",
                &member.flexible,
                member,
                context.clock,
            ),
            self.hours(Part::Sleep, "Sleep", "22:00-07:00", &member.sleep, member, context.clock),
            self.roles(member),
            pair(
                Element::from(self.typed(Part::Email, "Email", "ana@example.com", member)),
                Element::from(self.typed(Part::Handle, "On-call user name", "ana", member)),
            ),
            pair(
                container(self.holidays(member)).width(Fill).into(),
                Element::from(self.typed(Part::Capacity, "Share of on-call", "1", member).width(132)),
            ),
            self.stays(member, context),
            self.leave(member, context),
            self.calendars(member, context.team),
        ];
        let sheet = Column::with_children([head.into()].into_iter().chain(fields)).spacing(space::L);
        container(card(sheet).width(Fill)).padding(iced::Padding::ZERO.right(space::M)).into()
    }

    fn typed<'a>(&'a self, part: Part, name: &'a str, example: &'a str, member: &Member) -> Field<'a, Message> {
        Field::new(name, self.drafts.shown(part, member))
            .placeholder(example)
            .error(self.drafts.wrong(part, member))
            .on_input(move |text| Message::Typed(part, text))
            .on_submit(Message::Settled(part))
    }

    /// Hours with what will be written and what that means.
    fn hours<'a>(
        &'a self,
        part: Part,
        name: &'a str,
        example: &'a str,
        hours: &Hours,
        member: &Member,
        clock: Clock,
    ) -> Element<'a, Message> {
        let mut field = self.typed(part, name, example, member);
        if part == Part::Hours {
            field = field.id(field::HOURS);
        }
        if self.drafts.wrong(part, member).is_some() {
            let stands = small(format!("Until then: {}", part.written(member)));
            return column![Element::from(field), stands].spacing(space::XS).into();
        }
        let written = part.written(member);
        let is_other = self.drafts.shown(part, member).trim() != written;
        let form = is_other.then(|| row![small("Written as"), text(written).size(size::SMALL)].spacing(space::XS));
        let told = match part {
            _ if hours.is_off() => None,
            Part::Sleep => Some(small(words::hours(hours, clock))),
            _ => Some(small(format!("{}, {}", words::hours(hours, clock), words::hours_a_week(hours)))),
        };
        column![Element::from(field), form, told].spacing(space::XS).into()
    }

    fn home<'a>(&'a self, member: &Member, context: &Context<'a>) -> Element<'a, Message> {
        let (now, clock) = (context.now, context.clock);
        let home = member.home;
        let hint = match home.city {
            Some(city) => format!("{} · {} · {}", city.whereabouts(), home.zone, place::clock(home.zone, now, clock)),
            None => format!("A time zone without a city · {}", place::clock(home.zone, now, clock)),
        };
        let look = Look {
            id: field::HOME,
            label: "City or time zone",
            placeholder: "Lisbon, or Asia/Kathmandu",
            hint: Some(hint),
            missing: "Try a larger city nearby.",
            icon: None,
        };
        self.home.view(place::label(home), look, move |hit| place::line(*hit, now, clock)).map(Message::Home)
    }

    fn holidays<'a>(&'a self, member: &Member) -> Element<'a, Message> {
        let home = member.home;
        let look = Look {
            id: field::HOLIDAYS,
            label: "Public holidays",
            placeholder: "Portugal, DE-BY or none",
            missing: "Type a country or region, or `none`.",
            ..Look::default()
        };
        let current = place::holidays_label(&member.holidays, home);
        self.holidays.view(current, look, move |choice| place::holidays_line(choice, home)).map(Message::Holidays)
    }

    fn roles<'a>(&'a self, member: &'a Member) -> Element<'a, Message> {
        let chips = member.roles.iter().enumerate().map(|(number, role)| {
            let cross = press(icon(Icon::X).size(size::SMALL))
                .padding(space::XS / 2.0)
                .style(style::act(style::Weight::Quiet))
                .on_press(Message::RoleRemoved(number));
            let words = text(role.as_str()).size(size::SMALL);
            container(row![words, cross].spacing(space::XS).align_y(Center))
                .padding([space::XS / 2.0, space::S])
                .style(style::soft(Tone::Info, size::SMALL))
                .into()
        });
        let chips = (!member.roles.is_empty()).then(|| row(chips).spacing(space::XS).wrap());
        let add = Field::new("", self.role.as_str())
            .id(field::ROLE)
            .placeholder("Add a role, such as oncall, and press Enter")
            .error(self.role_wrong.clone())
            .on_input(Message::RoleTyped)
            .on_submit(Message::RoleEntered);
        column![label("Roles"), chips, Element::from(add)].spacing(space::XS).into()
    }

    fn stays<'a>(&'a self, member: &'a Member, context: &Context<'a>) -> Element<'a, Message> {
        let lines = member
            .stays
            .iter()
            .enumerate()
            .map(|(number, stay)| line(DateList::Stays, number, Some(stay.place.short_name()), stay.dates));
        self.periods(DateList::Stays, "Stays in other places", lines.collect(), context)
    }

    fn leave<'a>(&'a self, member: &'a Member, context: &Context<'a>) -> Element<'a, Message> {
        let lines = member.leave.iter().enumerate().map(|(number, &dates)| line(DateList::Leave, number, None, dates));
        self.periods(DateList::Leave, "Leave", lines.collect(), context)
    }

    fn periods<'a>(
        &'a self,
        list: DateList,
        name: &'a str,
        lines: Vec<Element<'a, Message>>,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let form = self.form.as_ref().filter(|form| form.list == list);
        let add = if list == DateList::Stays { "Add a stay" } else { "Add leave" };
        let add = button::quiet(Some(Icon::Plus), add).on_press(Message::FormOpened(list, None));
        let head = row![label(name).width(Fill), form.is_none().then_some(add)].align_y(Center);
        let form = form.map(|form| self.form(form, context));
        column![head, Column::with_children(lines).spacing(space::S), form].spacing(space::XS).into()
    }

    fn form<'a>(&'a self, form: &'a Form, context: &Context<'a>) -> Element<'a, Message> {
        let (now, clock) = (context.now, context.clock);
        let place = (form.list == DateList::Stays).then(|| {
            let look = Look {
                id: field::STAY,
                label: "Where",
                placeholder: "Bangkok",
                missing: "Try a larger city nearby.",
                ..Look::default()
            };
            form.picker.view(form.place_label(), look, move |hit| place::line(*hit, now, clock)).map(Message::FormPlace)
        });
        let from = Field::new("First date", form.from.as_str())
            .id(field::FROM)
            .placeholder("2027-08-02")
            .error(form.wrong_from())
            .on_input(Message::FormFrom)
            .on_submit(Message::FormTaken);
        let to = Field::new("Last date", form.to.as_str())
            .placeholder("2027-08-13")
            .error(form.wrong_to())
            .on_input(Message::FormTo)
            .on_submit(Message::FormTaken);
        let wrong =
            self.form_wrong.as_ref().map(|wrong| container(body(wrong.as_str())).style(style::inked(Tone::Bad)));
        let act = if form.is_change() { "Change" } else { "Add" };
        let acts = row![
            button::quiet(None, "Cancel").on_press(Message::FormClosed),
            button::secondary(None, act).on_press(Message::FormTaken),
        ];
        let acts = container(acts.spacing(space::S)).align_right(Fill);
        let dates = row![Element::from(from), Element::from(to)].spacing(space::M);
        let sheet = column![place, dates, wrong, acts].spacing(space::M);
        container(sheet).padding(space::M).width(Fill).style(style::sunken).into()
    }
}

/// A stay or leave of the list.
fn line<'a>(list: DateList, number: usize, place: Option<String>, dates: Dates) -> Element<'a, Message> {
    let days = if dates.days() == 1 { "1 day".to_owned() } else { format!("{} days", dates.days()) };
    let when = format!("{} to {} · {days}", dates.first(), dates.last());
    let words: Element<'a, Message> = match place {
        Some(place) => column![strong(place), small(when)].into(),
        None => body(when).into(),
    };
    let acts = row![
        button::icon(Icon::Pencil, "Change", Some(Message::FormOpened(list, Some(number)))),
        button::icon(Icon::Trash2, "Remove", Some(Message::PeriodRemoved(list, number))),
    ];
    row![container(words).width(Fill), acts.width(Shrink)].align_y(Center).into()
}
