//! Times for a meeting that is held once.

use serde_json::{Value, json};

use super::text::text;
use crate::plan::panel::{PanelAsk, Seat, Sitting};
use crate::team::Team;
use crate::words::clock::Clock;
use crate::words::{panel as words, presence};

/// The times for a panel or a one-off, the best first.
pub fn panel(team: &Team, ask: &PanelAsk, found: &[Sitting]) -> String {
    let names = |members: &[&crate::team::Member]| members.iter().map(|member| member.name.clone()).collect::<Vec<_>>();
    text(&json!({
        "team": team.name,
        "from": ask.over.start.to_string(),
        "to": ask.over.end.to_string(),
        "minutes": ask.length.0,
        "required": names(&ask.required),
        "with": names(&ask.pool),
        "at_least": ask.at_least,
        "suggestions": found.iter().map(|one| sitting(team, one)).collect::<Vec<_>>(),
    }))
}

fn sitting(team: &Team, sitting: &Sitting) -> Value {
    let seat = |seat: &Seat| {
        let member = team.member(&seat.member);
        let local = |at| member.map(|member| presence::seen_at(member, at).0.format("%Y-%m-%dT%H:%M").to_string());
        json!({
            "member": seat.member,
            "required": seat.required,
            "burden": seat.burden.points().0,
            "local_start": local(sitting.span.start),
            "local_end": local(sitting.span.end),
        })
    };
    json!({
        "start": sitting.span.start.to_string(),
        "end": sitting.span.end.to_string(),
        "worst_burden": sitting.cost.worst.points().0,
        "total_burden": sitting.cost.total.points().0,
        "attendees": sitting.attendees.iter().map(seat).collect::<Vec<_>>(),
        "substitutes": sitting.substitutes.iter().map(seat).collect::<Vec<_>>(),
        "away": sitting.away,
        "sentence": words::sentence(sitting, Clock::Hours24),
    })
}
