//! Nobody holds shifts that start in more calendar weeks in a row than so many.

use super::row::{Ease, Findings, Rule};
use super::shape::{Cap, Shape, Within};
use crate::plan::rota::facts::Facts;
use crate::plan::rota::shift::Duty;
use crate::team::MemberId;

/// Nobody holds shifts that start in more calendar weeks in a row than so many.
pub static WEEKS_IN_A_ROW: Rule = Rule {
    name: "weeks in a row",
    breaches,
    sentence: |facts| format!("would be on duty in more than {} calendar weeks in a row", most(facts)),
    shapes: &[Shape::Counted(|facts| {
        facts.limits().max_weeks_in_a_row.map(|most| Cap { most, within: Within::WeeksInARow })
    })],
    gravity: 2,
    ease,
};

fn most(facts: &Facts) -> u16 {
    facts.limits().max_weeks_in_a_row.unwrap_or_default()
}

fn week(facts: &Facts, duty: Duty) -> i64 {
    facts.shifts()[duty.shift].week
}

fn breaches(facts: &Facts, _: MemberId, duties: &[Duty]) -> Findings {
    let Some(most) = facts.limits().max_weeks_in_a_row else { return Vec::new() };
    let mut firsts: Vec<Duty> = duties.to_vec();
    firsts.dedup_by_key(|duty| week(facts, *duty));
    let long = |run: &&[Duty]| week(facts, run[run.len() - 1]) - week(facts, run[0]) == i64::from(most);
    let runs = firsts.windows(usize::from(most) + 1).filter(long);
    runs.map(|run| (run[run.len() - 1], (run.len() > 1).then_some(run[0]))).collect()
}

fn ease(facts: &Facts, duties: &[Duty]) -> Ease {
    let mut weeks: Vec<i64> = duties.iter().map(|&duty| week(facts, duty)).collect();
    weeks.dedup();
    let reached = weeks.chunk_by(|a, b| b - a == 1).map(|run| run.len() as u16).max().unwrap_or(0);
    Ease::Count { most: reached, instead_of: most(facts), noun: "week", within: "in a row" }
}
