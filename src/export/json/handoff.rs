use serde_json::{Value, json};

use crate::plan::handoff::{HandoffChain, SeasonChain};
use crate::words;

/// The best chain of each season of the team called `team`; `members` are the names of those who were asked about.
pub fn handoff(team: &str, members: &[String], seasons: &[SeasonChain]) -> String {
    let one = |season: &SeasonChain| {
        let span = season.season.span;
        let mut value = json!({"from": span.start.to_string(), "to": span.end.to_string()});
        if let (Value::Object(all), Value::Object(chain)) = (&mut value, chain(&season.chain, members)) {
            all.extend(chain);
        }
        value
    };
    super::text(&json!({
        "team": team,
        "members": members,
        "seasons": seasons.iter().map(one).collect::<Vec<_>>(),
    }))
}

fn chain(chain: &HandoffChain, members: &[String]) -> Value {
    let leg = |leg: &crate::plan::handoff::Leg| {
        json!({
            "member": members[leg.member],
            "start": leg.start.to_string(),
            "end": leg.end().to_string(),
            "minutes": leg.length.0,
        })
    };
    let handoff = |handoff: &crate::plan::handoff::Handoff| {
        json!({
            "from": members[handoff.from],
            "to": members[handoff.to],
            "at": handoff.at.to_string(),
            "live_minutes": handoff.live.0,
            "live": handoff.is_live,
        })
    };
    json!({
        "legs": chain.legs.iter().map(leg).collect::<Vec<_>>(),
        "covered_minutes_per_day": chain.covered_a_day().0,
        "longest_gap_minutes": chain.longest_gap.0,
        "handoffs": chain.handoffs.iter().map(handoff).collect::<Vec<_>>(),
        "exact": chain.exact,
        "sentence": words::handoff::chain_sentence(chain, members),
    })
}
