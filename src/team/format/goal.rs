//! The goal of an opening, as a file has it.

use super::decoder::Decoder;
use super::form::{By, Decimal};
use super::layout::Layout;
use super::row::spelled_out;
use super::table::Table;
use crate::team::Goal;
use crate::team::ron::{Node, Value};

pub(super) const GOAL: By<Goal> = By {
    read: |decoder, node| decoder.goal(node),
    show: |&goal| match goal {
        Goal::Weights { overlap, coverage, handoff } => WEIGHTS.show_named(&Weights { overlap, coverage, handoff }),
        plain => Layout::shown(PLAIN.iter().find(|(_, goal)| *goal == plain).map_or("", |(name, _)| name)),
    },
};

const PLAIN: [(&str, Goal); 3] = [("Overlap", Goal::Overlap), ("Coverage", Goal::Coverage), ("Handoff", Goal::Handoff)];

/// What [`Goal::Weights`] holds.
#[derive(Debug, PartialEq)]
pub(super) struct Weights {
    pub(super) overlap: f64,
    pub(super) coverage: f64,
    pub(super) handoff: f64,
}

pub(super) static WEIGHTS: Table<Weights> = Table {
    name: "Weights",
    said: "`Weights`",
    blank: |()| Weights { overlap: 0.0, coverage: 0.0, handoff: 0.0 },
    rows: &[
        spelled_out!(Weights.overlap, WEIGHT),
        spelled_out!(Weights.coverage, WEIGHT),
        spelled_out!(Weights.handoff, WEIGHT),
    ],
    check: |decoder, fields, weights| {
        if weights.overlap + weights.coverage + weights.handoff <= 0.0 {
            decoder.error(fields.node.range.clone(), "at least one weight is above 0");
        }
    },
};

const WEIGHT: Decimal = Decimal { what: "the weight of {}", least: 0.0, most: 1000.0 };

impl Decoder<'_> {
    fn goal(&mut self, node: &Node) -> Option<Goal> {
        let (Value::Struct(Some(name), _) | Value::Tuple(Some(name), _)) = &node.value else {
            return self.choice(node, &PLAIN, &["Weights(..)"]);
        };
        if name != WEIGHTS.name {
            let names = PLAIN.iter().map(|&(name, _)| name).chain([WEIGHTS.name]);
            self.unknown_choice(node, name, names);
            return None;
        }
        let Weights { overlap, coverage, handoff } = WEIGHTS.read(self, node)?;
        Some(Goal::Weights { overlap, coverage, handoff })
    }
}
