//! Rest between the end of one of a person's shifts and the start of their next, and between the days of a block.

use super::row::{Ease, Findings, Rule};
use super::shape::Shape;
use crate::plan::rota::facts::Facts;
use crate::plan::rota::shift::Duty;
use crate::team::MemberId;
use crate::time::{Minutes, Span};

/// Rest between two stretches of duty. Pieces that touch within one shift are one stretch; every other two need the rest between them.
pub static REST: Rule = Rule {
    name: "rest",
    breaches,
    sentence,
    shapes: &[
        Shape::Unary(|facts, duty, _| !leaves_rest_within(facts, duty.shift)),
        Shape::Pairwise { reach: |facts| facts.limits().rest, excludes: are_too_near },
    ],
    gravity: 3,
    ease,
};

/// The stretches of duty, each with its duty, in time order. Two tiers of one shift are the same stretches.
fn stretches(facts: &Facts, duties: &[Duty]) -> Vec<(Span, Duty)> {
    let mut firsts = duties.to_vec();
    firsts.dedup_by_key(|duty| duty.shift);
    let of_duty = |&duty: &Duty| {
        let stretches = facts.shifts()[duty.shift].stretches();
        stretches.iter().map(|&span| (span, duty)).collect::<Vec<_>>()
    };
    let mut found: Vec<(Span, Duty)> = firsts.iter().flat_map(of_duty).collect();
    found.sort_unstable();
    found
}

fn breaches(facts: &Facts, _: MemberId, duties: &[Duty]) -> Findings {
    let tired = |pair: &&[(Span, Duty)]| pair[1].0.start - pair[0].0.end < facts.limits().rest;
    stretches(facts, duties).windows(2).filter(tired).map(|pair| (pair[1].1, Some(pair[0].1))).collect()
}

/// Whether the stretches of one shift leave the rest between them.
fn leaves_rest_within(facts: &Facts, shift: usize) -> bool {
    let stretches = facts.shifts()[shift].stretches();
    stretches.as_slice().windows(2).all(|pair| pair[1].start - pair[0].end >= facts.limits().rest)
}

/// Whether a piece of one shift and a piece of another one leave too little rest.
fn are_too_near(facts: &Facts, one: Duty, other: Duty) -> bool {
    let rest = facts.limits().rest;
    let near = |a: &Span, b: &Span| a.start < b.end + rest && b.start < a.end + rest;
    let (first, second) = (&facts.shifts()[one.shift].pieces, &facts.shifts()[other.shift].pieces);
    one.shift != other.shift && first.iter().any(|a| second.iter().any(|b| near(a, b)))
}

fn ease(facts: &Facts, duties: &[Duty]) -> Ease {
    let asked = facts.limits().rest;
    let rests = stretches(facts, duties);
    let left = rests.windows(2).map(|pair| pair[1].0.start - pair[0].0.end).min().unwrap_or(asked);
    Ease::Less { left, instead_of: asked, of: "of rest", none: "two shifts without rest between them" }
}

fn sentence(facts: &Facts) -> String {
    let Minutes(rest) = facts.limits().rest;
    let shown = if rest % 60 == 0 { format!("{} h", rest / 60) } else { format!("{} h {} min", rest / 60, rest % 60) };
    format!("would rest less than {shown} between two shifts")
}
