//! Nobody is away in any part of a shift that they hold.

use super::row::{Ease, Findings, Rule};
use super::shape::Shape;
use crate::plan::rota::facts::Facts;
use crate::plan::rota::shift::Duty;
use crate::team::MemberId;

/// Nobody is away in any part of a shift that they hold.
pub static AVAILABLE: Rule = Rule {
    name: "available",
    breaches,
    sentence: |_| "is away in part of the shift".into(),
    shapes: &[Shape::Unary(|facts, duty, person| facts.people()[person].costs[duty.shift].is_none())],
    gravity: 6,
    ease: |_, _| Ease::Whole("their time away given up"),
};

fn breaches(facts: &Facts, person: MemberId, duties: &[Duty]) -> Findings {
    let costs = &facts.people()[person].costs;
    duties.iter().filter(|duty| costs[duty.shift].is_none()).map(|&duty| (duty, None)).collect()
}
