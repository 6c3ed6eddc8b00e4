//! Each tier is held by people with one of its roles.

use super::row::{Ease, Findings, Rule};
use super::shape::Shape;
use crate::plan::rota::facts::Facts;
use crate::plan::rota::shift::Duty;
use crate::team::MemberId;

/// Each tier is held by people with one of its roles.
pub static ELIGIBLE: Rule = Rule {
    name: "eligible",
    breaches,
    sentence: |_| "has none of the roles of this tier".into(),
    shapes: &[Shape::Unary(|facts, duty, person| !facts.people()[person].tiers[duty.tier])],
    gravity: 4,
    ease: |_, _| Ease::Whole("a role of this tier"),
};

fn breaches(facts: &Facts, person: MemberId, duties: &[Duty]) -> Findings {
    let allowed = &facts.people()[person].tiers;
    duties.iter().filter(|duty| !allowed[duty.tier]).map(|&duty| (duty, None)).collect()
}
