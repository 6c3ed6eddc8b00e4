//! Temporary schedules of GoAlert.

use serde_json::{Value, json};

use super::duties::duties;
use crate::export::address::Address;
use crate::export::json::text;
use crate::plan::rota::RotaPlan;
use crate::team::Team;
use crate::time::Span;

/// The most duties of a temporary schedule (`FixedShiftsPerTemporaryScheduleLimit`).
const MOST: usize = 150;

/// GoAlert binds an API key to the exact text of a query, so that it never changes: what differs stands in the variables.
const QUERY: &str = "mutation SetRota($input: SetTemporaryScheduleInput!) { setTemporarySchedule(input: $input) }";

/// What stands for the schedule's id until somebody fills it in.
const SCHEDULE: &str = "SCHEDULE_ID";

/// A tier as temporary schedules of GoAlert: a list of GraphQL requests, each with up to 150 duties, to be sent one after the
/// other to `/api/graphql` with the id of the schedule in place of `SCHEDULE_ID`. The members' handles are user ids.
pub fn goalert(team: &Team, plan: &RotaPlan, tier: usize) -> String {
    let held: Vec<(Span, &str)> = duties(team, plan, tier, Address::Handle).collect();
    let requests: Vec<Value> = held.chunks(MOST).filter_map(request).collect();
    text(&Value::from(requests))
}

/// The request for some duties in time order.
fn request(held: &[(Span, &str)]) -> Option<Value> {
    let (start, end) = (held.first()?.0.start, held.last()?.0.end);
    let shift = |&(span, user): &(Span, &str)| json!({"userID": user, "start": span.start.to_string(), "end": span.end.to_string()});
    Some(json!({
        "query": QUERY,
        "variables": {"input": {
            "scheduleID": SCHEDULE,
            "start": start.to_string(),
            "end": end.to_string(),
            "shifts": held.iter().map(shift).collect::<Vec<_>>(),
        }},
    }))
}
