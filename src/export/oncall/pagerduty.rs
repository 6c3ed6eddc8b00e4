//! Overrides of schedules of PagerDuty.

use serde_json::json;

use super::duties::duties;
use crate::export::address::Address;
use crate::export::json::text;
use crate::plan::rota::RotaPlan;
use crate::team::Team;

/// A tier as overrides of a schedule of PagerDuty: the body of `POST /schedules/{id}/overrides`, with the members' handles
/// as user ids. The schedule's own layers show through where nobody is on duty.
pub fn pagerduty(team: &Team, plan: &RotaPlan, tier: usize) -> String {
    let overrides: Vec<_> = duties(team, plan, tier, Address::Handle)
        .map(|(span, id)| {
            json!({
                "start": span.start.to_string(),
                "end": span.end.to_string(),
                "user": {"id": id, "type": "user_reference"},
            })
        })
        .collect();
    text(&json!({ "overrides": overrides }))
}
