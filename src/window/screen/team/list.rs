//! Everybody in the team: where they are, what time it is there, what they are now and until when.

use std::collections::{BTreeMap, BTreeSet};

use iced::widget::{Column, column, container, row};
use iced::{Center, Fill};

use super::{Context, Message, field, place};
use crate::availability::{Availability, Level};
use crate::picture::today;
use crate::team::{Member, Place, Team};
use crate::time::{Instant, Minutes, Span, Zone};
use crate::window::renderer::Element;
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{Drawing, Field, button, chip, label, muted, small, strong};
use crate::words;
use crate::world::fold;

/// From more people on a list can be looked through and put in groups.
const MANY: usize = 12;
/// How far ahead is looked for when somebody is back, in days.
const AHEAD: i64 = 15;

/// How a long list is put in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// As the team has them.
    #[default]
    Team,
    /// A group for each city.
    City,
    /// A group for each role.
    Role,
    /// By name alone.
    Name,
}

/// What everybody does, today and in the days that follow, in the team's order.
#[derive(Debug, Default)]
pub struct Levels(Vec<Today>);

/// What somebody does, from the midnight of their day on.
#[derive(Debug)]
struct Today {
    day: Span,
    levels: Availability,
}

impl Levels {
    /// What everybody in a team does.
    pub fn of(team: &Team, now: Instant) -> Self {
        let today = |member: &Member| {
            let zone = whereabouts(member, now).zone;
            let date = zone.local(now).date();
            let start = zone.midnight(date);
            let end = date.succ_opt().map_or(start + Minutes::DAY, |next| zone.midnight(next));
            let over = Span { start, end: end + Minutes(AHEAD * 1440) };
            Today { day: Span { start, end }, levels: Availability::full(member, &team.calendars, over) }
        };
        Self(team.members.iter().map(today).collect())
    }
}

/// How many people there are, in how many zones, and how many of them are at work.
pub fn about(team: &Team, levels: &Levels, now: Instant) -> Option<String> {
    let people = match team.members.len() {
        0 => return None,
        1 => "1 person".to_owned(),
        many => format!("{many} people"),
    };
    let zones: BTreeSet<Zone> = team.members.iter().map(|member| whereabouts(member, now).zone).collect();
    let zones = if zones.len() == 1 { "1 time zone".to_owned() } else { format!("{} time zones", zones.len()) };
    let at_work = levels.0.iter().filter(|own| own.levels.level_at(now) == Some(Level::Preferred)).count();
    Some(format!("{people} in {zones}; {at_work} at work now"))
}

/// Ways to look through a long list and to put it in order; nothing of a short one.
pub fn tools<'a>(team: &Team, filter: &'a str, by: By) -> Option<Element<'a, Message>> {
    let orders = [(By::Team, "As listed"), (By::City, "By city"), (By::Role, "By role"), (By::Name, "By name")];
    let find = Field::new("", filter).id(field::FILTER).placeholder("Find by name, city or role").width(260);
    (team.members.len() > MANY).then(|| {
        row![Element::from(find.on_input(Message::Filtered)), button::segmented(orders, &by, Message::Ordered)]
            .spacing(space::M)
            .align_y(Center)
            .into()
    })
}

/// The list, with the member that is open marked; of a long one what is looked for, in its order.
pub fn view<'a>(
    team: &'a Team,
    levels: &Levels,
    (filter, by): (&str, By),
    chosen: Option<&str>,
    context: &Context<'a>,
) -> Element<'a, Message> {
    let (filter, by) = if team.members.len() > MANY { (filter.trim(), by) } else { ("", By::Team) };
    let groups = groups(team, filter, by, context.now);
    if groups.is_empty() {
        return muted(format!("Nobody is called {filter}, lives there or has such a role.")).into();
    }
    let groups = groups.into_iter().map(|(head, numbers)| {
        let rows = numbers.iter().filter_map(|&number| {
            let (member, today) = team.members.get(number).zip(levels.0.get(number))?;
            let is_chosen = chosen == Some(member.name.as_str());
            let row = shown(member, today, context);
            Some(button::choice(row, is_chosen).on_press(Message::Chosen(number)).into())
        });
        let rows = Column::with_children(rows).spacing(space::XS / 2.0);
        let head = head.map(|head| container(label(format!("{head} · {}", numbers.len()))).padding([0.0, space::M]));
        column![head, rows].spacing(space::XS).into()
    });
    Column::with_children(groups).spacing(space::L).into()
}

/// Groups with their heads and whom they have, by place in the team.
fn groups(team: &Team, filter: &str, by: By, now: Instant) -> Vec<(Option<String>, Vec<usize>)> {
    let sought = fold(filter);
    let city = |member: &Member| whereabouts(member, now).short_name();
    let is_sought = |member: &Member| {
        let words = [member.name.clone(), city(member)].into_iter().chain(member.roles.iter().cloned());
        words.into_iter().any(|word| fold(&word).contains(&sought))
    };
    let mut found: Vec<usize> = (0..team.members.len()).filter(|&number| is_sought(&team.members[number])).collect();
    let mut heads: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    match by {
        _ if found.is_empty() => return Vec::new(),
        By::Team => return vec![(None, found)],
        By::Name => {
            found.sort_by_key(|&number| fold(&team.members[number].name));
            return vec![(None, found)];
        }
        By::City => {
            for number in found {
                heads.entry(city(&team.members[number])).or_default().push(number);
            }
        }
        By::Role => {
            for number in found {
                let roles = &team.members[number].roles;
                let none = roles.is_empty().then(|| "No role".to_owned());
                for role in roles.iter().cloned().chain(none) {
                    heads.entry(role).or_default().push(number);
                }
            }
        }
    }
    heads.into_iter().map(|(head, numbers)| (Some(head), numbers)).collect()
}

fn shown<'a>(member: &'a Member, today: &Today, context: &Context<'a>) -> Element<'a, Message> {
    let (now, clock) = (context.now, context.clock);
    let place = whereabouts(member, now);
    let where_now = if place == member.home {
        place.short_name()
    } else {
        format!("{}, at home in {}", place.short_name(), member.home.short_name())
    };
    let roles = row(member.roles.iter().take(3).map(|role| chip(role.as_str(), Tone::Plain))).spacing(space::XS);
    let supposed = context.supposed.has(&member.name).then(|| chip("supposed", Tone::Info));
    let name = row![strong(member.name.as_str()), supposed, roles].spacing(space::S).align_y(Center);
    let about = small(format!("{where_now} · {}", words::hours(&member.hours, clock)));
    let standing = words::standing(member, &context.team.calendars, &today.levels, now, clock);
    let strip = container(strip(today, now)).width(today::WIDTH);
    let state = column![small(standing), strip].spacing(space::XS / 2.0);
    let clock = column![strong(place::clock(place.zone, now, clock)), small(place::offset(place.zone, now))];
    row![column![name, about].width(Fill).clip(true), state.width(today::WIDTH), clock.width(84).align_x(iced::Right)]
        .spacing(space::M)
        .align_y(Center)
        .into()
}

/// Their day with the present moment.
fn strip<'a>(today: &Today, now: Instant) -> Drawing<'a, Message> {
    let day = today.day;
    let stretches: Vec<(Span, Level)> = today.levels.segments_within(day).collect();
    let steps: Vec<(Instant, Level)> = stretches.iter().map(|&(span, level)| (span.start, level)).collect();
    Drawing::new((day.start, day.end, now, steps), move |width| today::draw(day, &stretches, now, width))
}

/// Where a member is on the date that it is at their home.
fn whereabouts(member: &Member, now: Instant) -> Place {
    member.place_on(member.home.zone.local(now).date())
}
