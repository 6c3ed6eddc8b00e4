//! From a [`Team`] to the text of its file.

mod layout;
mod plans;

use super::{Capacity, HolidayChoice, Member, Place, Policy, Rates, SCHEMA_VERSION, Stay, Team};
use crate::time::Dates;
use layout::Layout;

type Fields = Vec<(&'static str, Layout)>;

/// The text of a team's file in its tidy form: a field a line, short groups on one line, and nothing that holds anyway.
///
/// [`read`](super::read()) gives the same team again, when the team keeps the rules of a file.
pub fn write(team: &Team) -> String {
    let mut fields: Fields = vec![
        ("version", Layout::shown(SCHEMA_VERSION)),
        ("name", Layout::text(&team.name)),
        ("members", Layout::tall_list(team.members.iter().map(member).collect())),
    ];
    if team.policy != Policy::default() {
        fields.push(("policy", policy(&team.policy)));
    }
    for (name, items) in [
        ("meetings", team.meetings.iter().map(plans::meeting).collect::<Vec<_>>()),
        ("chains", team.chains.iter().map(plans::chain).collect()),
        ("rotas", team.rotas.iter().map(plans::rota).collect()),
        ("openings", team.openings.iter().map(plans::opening).collect()),
    ] {
        if !items.is_empty() {
            fields.push((name, Layout::tall_list(items)));
        }
    }
    let mut text = String::new();
    Layout::Tall(Box::new(Layout::Group("Team", fields))).write(&mut text, 0, 0, 0);
    text.push('\n');
    text
}

fn member(member: &Member) -> Layout {
    let mut fields: Fields = vec![("name", Layout::text(&member.name)), place(member.home)];
    fields.push(("hours", Layout::quoted(&member.hours)));
    if !member.flexible.is_off() {
        fields.push(("flexible", Layout::quoted(&member.flexible)));
    }
    if member.sleep != Member::usual_sleep() {
        fields.push(("sleep", Layout::quoted(&member.sleep)));
    }
    fields.extend(member.email.as_ref().map(|email| ("email", Layout::text(email))));
    fields.extend(member.handle.as_ref().map(|handle| ("handle", Layout::text(handle))));
    if !member.roles.is_empty() {
        fields.push(("roles", Layout::texts(&member.roles)));
    }
    match member.holidays {
        HolidayChoice::OfCity => {}
        HolidayChoice::Of(region) => fields.push(("holidays", Layout::text(region.code()))),
        HolidayChoice::None => fields.push(("holidays", Layout::text("none"))),
    }
    if !member.stays.is_empty() {
        fields.push(("stays", Layout::List(member.stays.iter().map(stay).collect())));
    }
    if !member.leave.is_empty() {
        let leave = |&leave: &Dates| Layout::Group("", dates(leave).into());
        fields.push(("leave", Layout::List(member.leave.iter().map(leave).collect())));
    }
    if !member.busy.is_empty() {
        let paths: Vec<&str> = member.busy.iter().map(|calendar| calendar.path.as_str()).collect();
        fields.push(("busy", Layout::texts(&paths)));
    }
    if member.capacity != Capacity::FULL {
        fields.push(("capacity", Layout::decimal(member.capacity.as_f64())));
    }
    Layout::Group("", fields)
}

fn place(place: Place) -> (&'static str, Layout) {
    match place.city {
        Some(city) => ("city", Layout::text(&city.label())),
        None => ("zone", Layout::text(place.zone.name())),
    }
}

fn dates(dates: Dates) -> [(&'static str, Layout); 2] {
    [("from", Layout::quoted(dates.first())), ("to", Layout::quoted(dates.last()))]
}

fn stay(stay: &Stay) -> Layout {
    let mut fields = vec![place(stay.place)];
    fields.extend(dates(stay.dates));
    Layout::Group("", fields)
}

fn policy(policy: &Policy) -> Layout {
    let usual = Policy::default();
    let mut fields: Fields = Vec::new();
    if policy.rates != usual.rates {
        fields.push(("rates", rates(&policy.rates)));
    }
    if policy.duty != usual.duty {
        fields.push(("duty", Layout::shown(policy.duty)));
    }
    for (name, minutes, usual) in [
        ("target_overlap", policy.target_overlap, usual.target_overlap),
        ("rest", policy.rest, usual.rest),
        ("min_live", policy.min_live, usual.min_live),
    ] {
        if minutes != usual {
            fields.push((name, Layout::quoted(minutes)));
        }
    }
    Layout::Group("", fields)
}

fn rates(rates: &Rates) -> Layout {
    let usual = Rates::default();
    let all = [
        ("flexible", rates.flexible, usual.flexible),
        ("asleep", rates.asleep, usual.asleep),
        ("off", rates.off, usual.off),
    ];
    let own = all.into_iter().filter(|(_, points, usual)| points != usual);
    Layout::Group("", own.map(|(name, points, _)| (name, Layout::shown(points))).collect())
}
