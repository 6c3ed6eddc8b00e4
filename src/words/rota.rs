//! What is said of a rota.

mod asked;
mod duty;
mod life;
mod told;

use self::duty::moment;
use super::amount::{duration, points};
use super::clock::Clock;
use crate::availability::Points;
use crate::plan::rota::explain::{Other, Price, Verdict, Why};
use crate::plan::rota::facts::Facts;
use crate::plan::rota::{Duty, RotaPlan};
use crate::team::Order;
use crate::time::{Span, Zone};

pub use asked::{Asked, asked};
pub use duty::{duties, tier, when};
pub use life::{change, exchange, progress, relaxed, swap, to_mend};
pub use told::{ends, fine_print, gap, hours, own, range, told, total, worst};

/// The answer in a few sentences: what is unfilled, who carries most, how much it is in all, and how near that is to the best
/// that can be.
pub fn answer(plan: &RotaPlan) -> String {
    format!("{} {} {}", gap(plan), worst(plan), total(plan))
}

/// What the other order of comparison would come to, against the one that was chosen.
pub fn other_order(order: Order, chosen: &RotaPlan, other: &RotaPlan) -> String {
    let (name, against) = match order {
        Order::Fairness => ("Comfort", "fairness"),
        Order::Comfort => ("Fairness", "comfort"),
    };
    let part = |what: &str, chosen: f64, other: f64| match ((other - chosen) * 10.0).round() / 10.0 {
        0.0 => format!("the same {what}"),
        more if more > 0.0 => format!("{} points more {what}", points(Points(more))),
        less => format!("{} points less {what}", points(Points(-less))),
    };
    let worst = part("for whoever carries most", chosen.objective.worst.points().0, other.objective.worst.points().0);
    let total = part("in all", chosen.objective.total.points().0, other.objective.total.points().0);
    if worst.starts_with("the same") && total.starts_with("the same") {
        format!("{name} first would come to the same burdens as {against} first.")
    } else {
        format!("{name} first would be {worst}, and {total}.")
    }
}

/// What the pointer learns of a stretch of duty.
pub fn tip(plan: &RotaPlan, duty: Duty, span: Span, zone: Zone, clock: Clock) -> String {
    let problem = &plan.problem;
    let name = plan.roster.holder(duty).map(|person| plan.name(person));
    let mut lines = vec![
        format!("{}: {}", tier(duty.tier), name.unwrap_or("nobody")),
        format!("{} ({})", when(span, zone, clock), zone.name()),
    ];
    if problem.shifts()[duty.shift].pieces.len() > 1 {
        lines.push("One piece of a block that one person holds for the week".to_owned());
    }
    if let Some(person) = plan.roster.holder(duty) {
        let cost = problem.burden(duty, person).unwrap_or_default().points();
        let cost = points(cost);
        lines.push(format!("Costs {cost} points; {} on duty", duration(problem.length(duty.shift))));
    }
    if problem.pinned(duty).is_some() {
        lines.push("Fixed by hand".to_owned());
    }
    lines.join("\n")
}

/// Why somebody does not hold a duty, to be read after their name.
pub fn verdict(problem: &Facts, why: &Why, other: &Other, zone: Zone, clock: Clock) -> String {
    match &other.verdict {
        Verdict::Could(price) => could(why, price),
        Verdict::Cannot(breaches) => {
            let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
            for breach in breaches {
                let reason = (breach.rule.sentence)(problem);
                let beside = [Some(breach.duty), breach.with].into_iter().flatten();
                let beside = beside.map(|duty| duty.shift).find(|&shift| shift != why.duty.shift);
                let beside = beside.map(|shift| moment(zone.local(problem.shifts()[shift].start()), clock));
                match reasons.iter_mut().find(|(other, _)| *other == reason) {
                    Some((_, others)) => others.extend(beside.filter(|beside| !others.contains(beside))),
                    None => reasons.push((reason, beside.into_iter().collect())),
                }
            }
            let said = |(reason, beside): &(String, Vec<String>)| match beside.as_slice() {
                [] => reason.clone(),
                [one] => format!("{reason} (beside {one})"),
                [one, other] => format!("{reason} (beside {one} and {other})"),
                [one, ..] => format!("{reason} (beside {one} and {} more)", beside.len() - 1),
            };
            let reasons: Vec<String> = reasons.iter().map(said).collect();
            reasons.join("; ")
        }
    }
}

/// At what price somebody could hold a duty.
fn could(why: &Why, price: &Price) -> String {
    let cost = points(price.burden.points());
    let more = price.more.points().0;
    let in_all = match why.holder {
        None => String::new(),
        Some(_) if more.abs() < 0.05 => ", as much as now".to_owned(),
        Some(_) if more > 0.0 => format!(", {} more than now", points(Points(more))),
        Some(_) => format!(", {} less than now", points(Points(-more))),
    };
    format!("could, for {cost} points{in_all}; would then carry {}", points(price.load.points()))
}

#[cfg(test)]
mod tests;
