//! A cadence, and what is missed of meetings.

use serde_json::{Value, json};

use super::meet::{slot, untried};
use super::text::text;
use crate::plan::cadence::{Cadence, Group, Miss, Missed, Plan, Reading, Written};
use crate::plan::meet::Reason;
use crate::team::{Slot, Team};
use crate::words::cadence as words;
use crate::words::clock::Clock;

/// The cadence of a team within a limit of so many points a week, with what is missed of each meeting: of the groups in their
/// order, then of all.
pub fn cadence(
    team: &Team,
    found: &Cadence,
    limit: crate::availability::RateMinutes,
    missed: &[Vec<Missed>],
) -> String {
    let none = Vec::new();
    let of = |place: usize| missed.get(place).unwrap_or(&none);
    let group = |(place, group): (usize, &Group)| json!({"members": words::names(team, &group.members), "meeting": plan(team, &group.plan, of(place))});
    text(&json!({
        "team": team.name,
        "limit_points_per_week": limit.points().0,
        "target_minutes_per_day": team.policy.target_overlap.0,
        "groups": found.groups.iter().enumerate().map(group).collect::<Vec<_>>(),
        "groups_are_exact": found.is_exact,
        "alone": words::names(team, &found.alone),
        "all": plan(team, &found.all, of(found.groups.len())),
        "sentences": words::lines(team, found, limit, Clock::Hours24),
    }))
}

fn plan(team: &Team, plan: &Plan, missed: &[Missed]) -> Value {
    let meeting = &plan.meeting;
    json!({
        "name": meeting.name,
        "minutes": meeting.minutes.0,
        "from": meeting.from.map(|from| from.to_string()),
        "weeks": meeting.weeks,
        "slots": meeting.chosen.iter().copied().map(slot).collect::<Vec<_>>(),
        "worst_burden": plan.best.cost.worst.points().0,
        "worst_burden_per_week": plan.worst_a_week().points().0,
        "single_slot_worst_burden_per_week": plan.single_a_week().points().0,
        "untried": untried(plan.untried),
        "written": plan.written.as_ref().map(|written| update(team, written)),
        "missed": missed.iter().map(|one| missed_one(&meeting.chosen, one)).collect::<Vec<_>>(),
    })
}

fn update(team: &Team, written: &Written) -> Value {
    let reading = |reading: &Reading| {
        let at: Vec<Option<String>> = reading.at.iter().map(|at| at.map(|at| at.to_string())).collect();
        json!({"member": words::name(team, reading.member), "read_at": at})
    };
    json!({
        "author": words::name(team, written.author),
        "slot": slot(written.slot),
        "posted": written.posted.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "longest_wait_minutes": written.longest.0,
        "readings": written.readings.iter().map(reading).collect::<Vec<_>>(),
        "sentences": words::readings(team, written, Clock::Hours24),
    })
}

/// The occurrences of meetings, each with its settled slots, that somebody misses.
pub fn missed(team: &str, meetings: &[(&str, &[Slot], Vec<Missed>)]) -> String {
    let meeting = |(name, slots, missed): &(&str, &[Slot], Vec<Missed>)| {
        json!({
            "meeting": name,
            "slots": slots.iter().copied().map(slot).collect::<Vec<_>>(),
            "missed": missed.iter().map(|one| missed_one(slots, one)).collect::<Vec<_>>(),
        })
    };
    text(&json!({"team": team, "meetings": meetings.iter().map(meeting).collect::<Vec<_>>()}))
}

fn missed_one(slots: &[Slot], missed: &Missed) -> Value {
    let miss = |miss: &Miss| {
        let reason = match miss.reason {
            Reason::Leave => "leave",
            Reason::Holiday => "holiday",
            Reason::Busy => "busy",
        };
        json!({"member": missed.name(miss.member), "required": miss.required, "reason": reason})
    };
    let anchor = slots.get(missed.slot).map(|slot| slot.anchor.name());
    let proposal = missed.proposal.as_ref().map(|proposal| {
        json!({
            "start": proposal.span.start.to_string(),
            "end": proposal.span.end.to_string(),
            "local": proposal.to.format("%Y-%m-%dT%H:%M").to_string(),
            "worst_burden": proposal.worst.points().0,
            "missed_by": proposal.missed_by.iter().map(|&member| missed.name(member)).collect::<Vec<_>>(),
            "move": words::as_move(missed),
        })
    });
    json!({
        "start": missed.span.start.to_string(),
        "end": missed.span.end.to_string(),
        "slot": missed.slot,
        "date": missed.date.to_string(),
        "anchor": anchor,
        "who": missed.who.iter().map(miss).collect::<Vec<_>>(),
        "proposal": proposal,
    })
}
