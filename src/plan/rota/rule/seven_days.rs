//! At most so many of one person's shifts start in any 168 hours.

use super::row::{Ease, Findings, Rule};
use super::shape::{Cap, Shape, Within};
use crate::plan::rota::facts::Facts;
use crate::plan::rota::shift::Duty;
use crate::team::MemberId;
use crate::time::{Instant, Minutes};

/// 168 hours, from any instant.
const SEVEN_DAYS: Minutes = Minutes::WEEK;

/// At most so many of one person's shifts start in any 168 hours.
pub static SHIFTS_PER_SEVEN_DAYS: Rule = Rule {
    name: "shifts per seven days",
    breaches,
    sentence: |facts| format!("would start more than {} shifts within 168 hours", most(facts)),
    shapes: &[Shape::Counted(|facts| {
        facts.limits().max_shifts_per_7_days.map(|most| Cap { most, within: Within::Window(SEVEN_DAYS) })
    })],
    gravity: 1,
    ease,
};

fn most(facts: &Facts) -> u16 {
    facts.limits().max_shifts_per_7_days.unwrap_or_default()
}

fn start(facts: &Facts, duty: Duty) -> Instant {
    facts.shifts()[duty.shift].start()
}

fn breaches(facts: &Facts, _: MemberId, duties: &[Duty]) -> Findings {
    let Some(most) = facts.limits().max_shifts_per_7_days else { return Vec::new() };
    let crowded = |run: &&[Duty]| start(facts, run[run.len() - 1]) - start(facts, run[0]) < SEVEN_DAYS;
    let runs = duties.windows(usize::from(most) + 1).filter(crowded);
    runs.map(|run| (run[run.len() - 1], (run.len() > 1).then_some(run[0]))).collect()
}

fn ease(facts: &Facts, duties: &[Duty]) -> Ease {
    let within = |from: usize| {
        let first = start(facts, duties[from]);
        duties[from..].iter().filter(|&&duty| start(facts, duty) - first < SEVEN_DAYS).count() as u16
    };
    let reached = (0..duties.len()).map(within).max().unwrap_or(0);
    Ease::Count { most: reached, instead_of: most(facts), noun: "shift", within: "in 7 days" }
}
