//! A rota for machines.

use serde_json::{Value, json};

use super::text::text;
use crate::plan::rota::difference::{Change, difference};
use crate::plan::rota::{MemberHours, Published, RotaPlan, Row};

/// A planned rota. Burdens are points; `worst` is a burden by share of the work, `total` and each member's are without what is
/// carried; hours are decimal. With what people know already, `changes` says what is held otherwise.
pub fn rota(plan: &RotaPlan, published: Option<&Published>) -> String {
    let (objective, bound) = (&plan.objective, &plan.bound);
    let mut written = json!({
        "rota": plan.name,
        "shifts": plan.rows.iter().map(|one| row(plan, one)).collect::<Vec<_>>(),
        "objective": {
            "gap": objective.gap,
            "worst": objective.worst.points().0,
            "total": objective.total.points().0,
            "spread": objective.spread.0,
            "change": objective.change,
        },
        "bound": {
            "gap": bound.gap,
            "worst": bound.worst.points().0,
            "total": bound.total.points().0,
        },
        "members": plan.named().map(|(name, hours)| member(name, hours)).collect::<Vec<_>>(),
    });
    if let Some(published) = published {
        written["changes"] = difference(published, plan).changes.iter().map(|one| change(plan, one)).collect();
    }
    text(&written)
}

fn change(plan: &RotaPlan, change: &Change) -> Value {
    json!({
        "start": change.span.start.to_string(),
        "end": change.span.end.to_string(),
        "tier": change.tier + 1,
        "before": change.before,
        "after": change.after.map(|holder| plan.name(holder)),
    })
}

fn row(plan: &RotaPlan, row: &Row) -> Value {
    let names: Vec<Option<&str>> = plan.names_of(row).collect();
    json!({"start": row.span.start.to_string(), "end": row.span.end.to_string(), "tiers": names})
}

fn member(name: &str, member: &MemberHours) -> Value {
    json!({
        "name": name,
        "hours": member.held.as_hours(),
        "night_hours": member.nights.as_hours(),
        "day_off_hours": member.days_off.as_hours(),
        "burden": member.burden.points().0,
        "carried": member.carried.points().0,
    })
}
