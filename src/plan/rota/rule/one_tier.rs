//! Nobody holds two tiers of one shift.

use super::row::{Ease, Findings, Rule};
use super::shape::Shape;
use crate::plan::rota::facts::Facts;
use crate::plan::rota::shift::Duty;
use crate::team::MemberId;
use crate::time::Minutes;

/// Nobody holds two tiers of one shift.
pub static ONE_TIER: Rule = Rule {
    name: "one tier",
    breaches,
    sentence: |_| "holds another tier of the shift".into(),
    shapes: &[Shape::Pairwise { reach: |_| Minutes::ZERO, excludes: |_, one, other| one.shift == other.shift }],
    gravity: 5,
    ease: |_, _| Ease::Whole("two tiers at once"),
};

fn breaches(_: &Facts, _: MemberId, duties: &[Duty]) -> Findings {
    duties.windows(2).filter(|pair| pair[0].shift == pair[1].shift).map(|pair| (pair[1], Some(pair[0]))).collect()
}
