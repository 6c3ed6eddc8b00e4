//! Meetings, chains, rotas and openings.

use std::collections::BTreeMap;

use super::layout::Layout;
use super::{Fields, place};
use crate::team::{
    Candidate, Chain, Every, Goal, Meeting, Nth, Opening, Order, Pin, Requirement, Rota, Shifts, Slot, Tiers,
};
use crate::time::hours::{day_name, days_name};
use crate::time::{Minutes, TimeOfDay};
use crate::world::Country;

pub(super) fn meeting(meeting: &Meeting) -> Layout {
    let mut fields: Fields = vec![
        ("name", Layout::text(&meeting.name)),
        ("minutes", Layout::shown(meeting.minutes.0)),
        ("every", every(meeting.every)),
    ];
    if !meeting.attendees.required.is_empty() {
        fields.push(("with", Layout::texts(&meeting.attendees.required)));
    }
    if !meeting.attendees.optional.is_empty() {
        fields.push(("optional", Layout::texts(&meeting.attendees.optional)));
    }
    if meeting.slots != 1 {
        fields.push(("slots", Layout::shown(meeting.slots)));
    }
    fields.extend(meeting.from.map(|from| ("from", Layout::quoted(from))));
    if meeting.weeks != Meeting::USUAL_WEEKS {
        fields.push(("weeks", Layout::shown(meeting.weeks)));
    }
    if !meeting.chosen.is_empty() {
        fields.push(("chosen", Layout::List(meeting.chosen.iter().copied().map(slot).collect())));
    }
    let options = &meeting.options;
    fields.extend(options.max_bad_slots.map(|most| ("max_bad_slots", Layout::shown(most))));
    fields.extend(options.comfort_every.map(|row| ("comfort_every", Layout::shown(row))));
    fields.extend(options.quorum.map(|least| ("quorum", Layout::shown(least))));
    if options.keep_chosen {
        fields.push(("keep_chosen", Layout::shown(true)));
    }
    fields.extend(carried(&options.carried));
    Layout::Group("", fields)
}

fn every(every: Every) -> Layout {
    match every {
        Every::Weekday => Layout::shown("Weekday"),
        Every::Week => Layout::shown("Week"),
        Every::TwoWeeks => Layout::shown("TwoWeeks"),
        Every::FourWeeks => Layout::shown("FourWeeks"),
        Every::Month(Nth::FromStart(nth)) => Layout::Variant("Month", nth.to_string()),
        Every::Month(Nth::Last) => Layout::Variant("Month", "Last".to_owned()),
    }
}

fn slot(slot: Slot) -> Layout {
    let mut fields: Fields = Vec::new();
    fields.extend(slot.weekday.map(|day| ("weekday", Layout::text(day_name(day)))));
    fields.push(("start", Layout::quoted(slot.start)));
    fields.push(("anchor", Layout::text(slot.anchor.name())));
    Layout::Group("", fields)
}

pub(super) fn chain(chain: &Chain) -> Layout {
    let mut fields: Fields = vec![("name", Layout::text(&chain.name))];
    fields.extend(chain.role.as_ref().map(|role| ("role", Layout::text(role))));
    if chain.days != Chain::WORKDAYS {
        fields.push(("days", Layout::text(&days_name(&chain.days))));
    }
    fields.extend(chain.min_live.map(|minutes| ("min_live", Layout::quoted(minutes))));
    Layout::Group("", fields)
}

pub(super) fn rota(rota: &Rota) -> Layout {
    let mut fields: Fields = vec![
        ("name", Layout::text(&rota.name)),
        ("anchor", Layout::text(rota.anchor.name())),
        ("start", Layout::quoted(rota.start)),
        ("weeks", Layout::shown(rota.weeks)),
        ("shifts", shifts(&rota.shifts)),
    ];
    if rota.tiers != 1 {
        fields.push(("tiers", Layout::shown(rota.tiers)));
    }
    match &rota.eligible {
        Tiers::Anyone => {}
        Tiers::Roles(roles) => fields.push(("eligible", Layout::texts(roles))),
        Tiers::ByTier(tiers) => {
            fields.push(("eligible", Layout::List(tiers.iter().map(|roles| Layout::texts(roles)).collect())));
        }
    }
    if rota.order == Order::Comfort {
        fields.push(("order", Layout::shown("Comfort")));
    }
    fields.extend(rota.rest.map(|rest| ("rest", Layout::quoted(rest))));
    fields.extend(rota.max_shifts_per_7_days.map(|most| ("max_shifts_per_7_days", Layout::shown(most))));
    fields.extend(rota.max_weeks_in_a_row.map(|most| ("max_weeks_in_a_row", Layout::shown(most))));
    if !rota.pins.is_empty() {
        fields.push(("pins", Layout::List(rota.pins.iter().map(pin).collect())));
    }
    fields.extend(carried(&rota.carried));
    Layout::Group("", fields)
}

/// Points by member; nothing when there are none.
fn carried(points: &BTreeMap<String, f64>) -> Option<(&'static str, Layout)> {
    let entry = |(name, &points): (&String, &f64)| (format!("{name:?}"), Layout::decimal(points));
    (!points.is_empty()).then(|| ("carried", Layout::Map(points.iter().map(entry).collect())))
}

fn shifts(shifts: &Shifts) -> Layout {
    let times = |times: &[TimeOfDay]| Layout::List(times.iter().map(Layout::quoted).collect());
    match shifts {
        Shifts::Weekly(at) => {
            Layout::Group("Weekly", vec![("at", Layout::text(&format!("{} {}", day_name(at.day), at.time)))])
        }
        Shifts::Daily(at) => Layout::Group("Daily", vec![("at", times(at))]),
        Shifts::Blocks(at) => Layout::Group("Blocks", vec![("at", times(at))]),
        Shifts::SunWise(legs) => Layout::Group("SunWise", vec![("legs", Layout::shown(legs))]),
    }
}

fn pin(pin: &Pin) -> Layout {
    Layout::Group(
        "",
        vec![
            ("shift", Layout::quoted(pin.shift)),
            ("tier", Layout::shown(pin.tier)),
            ("member", Layout::text(&pin.member)),
        ],
    )
}

pub(super) fn opening(opening: &Opening) -> Layout {
    let mut fields: Fields = vec![("name", Layout::text(&opening.name))];
    if opening.hours != Opening::usual_hours() {
        fields.push(("hours", Layout::quoted(&opening.hours)));
    }
    if opening.shift != Minutes::ZERO {
        fields.push(("shift", Layout::quoted(opening.shift)));
    }
    for (name, countries) in [("countries", &opening.countries), ("not_countries", &opening.not_countries)] {
        if !countries.is_empty() {
            let codes: Vec<_> = countries.iter().copied().map(Country::code).collect();
            fields.push((name, Layout::texts(&codes)));
        }
    }
    if opening.min_population != 0 {
        fields.push(("min_population", Layout::shown(opening.min_population)));
    }
    if !opening.requirements.is_empty() {
        fields.push(("requirements", Layout::List(opening.requirements.iter().map(requirement).collect())));
    }
    match opening.goal {
        Goal::Overlap => {}
        Goal::Coverage => fields.push(("goal", Layout::shown("Coverage"))),
        Goal::Handoff => fields.push(("goal", Layout::shown("Handoff"))),
        Goal::Weights { overlap, coverage, handoff } => fields.push(("goal", weights(overlap, coverage, handoff))),
    }
    if opening.fades_with_distance {
        fields.push(("fades_with_distance", Layout::shown(true)));
    }
    if opening.people != 1 {
        fields.push(("people", Layout::shown(opening.people)));
    }
    if !opening.candidates.is_empty() {
        let candidates = opening.candidates.iter().map(|who| candidate(who, opening));
        fields.push(("candidates", Layout::List(candidates.collect())));
    }
    Layout::Group("", fields)
}

fn weights(overlap: f64, coverage: f64, handoff: f64) -> Layout {
    let all = [("overlap", overlap), ("coverage", coverage), ("handoff", handoff)];
    Layout::Group("Weights", all.map(|(name, weight)| (name, Layout::decimal(weight))).into())
}

fn requirement(requirement: &Requirement) -> Layout {
    let with = Layout::texts(&requirement.with);
    Layout::Group("", vec![("with", with), ("at_least", Layout::quoted(requirement.at_least))])
}

fn candidate(candidate: &Candidate, opening: &Opening) -> Layout {
    let mut fields: Fields = vec![("name", Layout::text(&candidate.name)), place(candidate.place)];
    if candidate.hours != opening.hours {
        fields.push(("hours", Layout::quoted(&candidate.hours)));
    }
    Layout::Group("", fields)
}
