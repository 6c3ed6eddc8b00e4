//! Times for a panel or a one-off.

use serde_json::{Value, json};

use super::text::text;
use crate::plan::panel::{Attendee, PanelAsk, Sitting};
use crate::team::{Member, Team};
use crate::words::clock::Clock;
use crate::words::{panel as words, presence};

/// The times for a panel or a one-off, the best first.
pub fn panel(team: &Team, ask: &PanelAsk, found: &[Sitting]) -> String {
    let names = |members: &[&Member]| members.iter().map(|member| member.name.clone()).collect::<Vec<_>>();
    let everybody: Vec<&Member> = ask.everybody().collect();
    text(&json!({
        "team": team.name,
        "from": ask.over.start.to_string(),
        "to": ask.over.end.to_string(),
        "minutes": ask.length.0,
        "required": names(&ask.required),
        "with": names(&ask.pool),
        "at_least": ask.at_least,
        "suggestions": found.iter().map(|one| sitting(&everybody, one)).collect::<Vec<_>>(),
    }))
}

fn sitting(everybody: &[&Member], sitting: &Sitting) -> Value {
    let attendee = |one: &Attendee| {
        let local = |at| presence::seen_at(everybody[one.member], at).0.format("%Y-%m-%dT%H:%M").to_string();
        json!({
            "member": sitting.name(one.member),
            "required": one.required,
            "burden": one.burden.points().0,
            "local_start": local(sitting.span.start),
            "local_end": local(sitting.span.end),
        })
    };
    json!({
        "start": sitting.span.start.to_string(),
        "end": sitting.span.end.to_string(),
        "worst_burden": sitting.cost.worst.points().0,
        "total_burden": sitting.cost.total.points().0,
        "attendees": sitting.attendees.iter().map(attendee).collect::<Vec<_>>(),
        "substitutes": sitting.substitutes.iter().map(attendee).collect::<Vec<_>>(),
        "away": sitting.away.iter().map(|&member| sitting.name(member)).collect::<Vec<_>>(),
        "sentence": words::sentence(sitting, Clock::Hours24),
    })
}
