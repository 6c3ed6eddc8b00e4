//! Pins hold, and what is over stays as it was.

use super::row::{Ease, Findings, Rule};
use super::shape::Shape;
use crate::plan::rota::facts::Facts;
use crate::plan::rota::shift::Duty;
use crate::team::MemberId;

/// Pins hold, and a duty that is over with nobody stays with nobody. The search begins with the pins and moves none.
pub static PINNED: Rule = Rule {
    name: "pinned",
    breaches,
    sentence: |_| "cannot take what is pinned to another".into(),
    shapes: &[Shape::Unary(is_kept_from)],
    gravity: 7,
    ease: |_, _| Ease::Whole("what is fixed let go"),
};

fn is_kept_from(facts: &Facts, duty: Duty, person: MemberId) -> bool {
    facts.is_closed(duty) || facts.pinned(duty).is_some_and(|pinned| pinned != person)
}

fn breaches(facts: &Facts, person: MemberId, duties: &[Duty]) -> Findings {
    let anothers = |duty: Duty| facts.pinned(duty).is_some_and(|pinned| pinned != person);
    let taken = duties.iter().copied().filter(|&duty| facts.is_closed(duty) || anothers(duty));
    let left = facts.pins_of(person).filter(|duty| !duties.contains(duty));
    taken.chain(left).map(|duty| (duty, None)).collect()
}
