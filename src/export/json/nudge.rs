//! Shifts of hours as JSON.

use serde_json::{Value, json};

use crate::plan::overlap::{Nudge, Shift};
use crate::team::Member;

/// How hours of `members` are to be shifted.
pub(super) fn nudge(nudge: &Nudge, members: &[&Member]) -> Value {
    let shift = |shift: &Shift| {
        let member = members[shift.member];
        json!({
            "member": member.name,
            "minutes": shift.by.0,
            "hours_before": member.hours.to_string(),
            "hours": shift.hours.to_string(),
        })
    };
    json!({
        "target_minutes_per_day": nudge.target.0,
        "at_least": nudge.at_least,
        "reached": nudge.is_reached(),
        "proven": nudge.is_proven,
        "minutes_per_week_worst_before": nudge.before.0,
        "minutes_per_week_worst": nudge.after.0,
        "total_minutes": nudge.total().0,
        "shifts": nudge.shifts.iter().map(shift).collect::<Vec<_>>(),
        "in_the_way": nudge.in_the_way.iter().map(|&member| members[member].name.as_str()).collect::<Vec<_>>(),
    })
}
