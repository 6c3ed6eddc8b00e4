//! Raises all bounds step by step, as long as it pays.

use std::sync::Arc;

use super::ascent::{Ascent, Question};
use super::proven::Bound;
use super::{burden, gap};
use crate::availability::RateMinutes;
use crate::plan::rota::objective::Objective;
use crate::plan::rota::problem::Problem;
use crate::plan::rota::roster::Roster;
use crate::plan::rota::walks::Walks;
use crate::team::Order;

/// A proof under way.
#[derive(Clone, Debug)]
pub struct Prover<'a> {
    problem: &'a Problem,
    walks: Arc<Walks>,
    bound: Bound,
    /// The rota for which the bounds hold.
    value: Objective,
    lines: Vec<Line>,
}

/// One bound and the prices that raise it.
#[derive(Clone, Debug)]
struct Line {
    which: Which,
    ascent: Ascent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Gap,
    Worst,
    Total,
    /// The total of those as fair, or the worst load of those as comfortable: what the order asks for.
    Second,
}

impl<'a> Prover<'a> {
    /// First bounds. They hold for rotas that are as full as `roster`. `walks` has all that a person can hold, or more.
    pub fn new(problem: &'a Problem, roster: &Roster, walks: Arc<Walks>) -> Self {
        let value = Objective::of(problem, roster);
        let (worst, weights) = burden::worst(problem, value.gap);
        let total = burden::total(problem, value.gap);
        let gap = gap::gap(problem, roster);
        let bound = Bound { gap, worst, total, fair_total: total, comfortable_worst: worst };
        let even = || vec![0.0; problem.people().len()];
        let start = |which| {
            let weights = if Self::is_worst(problem, which) { weights.clone() } else { even() };
            Line { which, ascent: Ascent::new(problem, which == Which::Gap, weights, scale(problem, &value)) }
        };
        let lines = [Which::Gap, Which::Worst, Which::Total, Which::Second].map(start).into();
        Self { problem, walks, bound, value, lines }
    }

    fn is_worst(problem: &Problem, which: Which) -> bool {
        which == Which::Worst || (which == Which::Second && problem.priority().order == Order::Comfort)
    }

    /// What is proven so far, for rotas as good as that of the last work.
    pub fn bound(&self) -> Bound {
        self.bound
    }

    /// Raises the bounds by steps that visit about so many `nodes`, for rotas as good as `value`, which keeps the hard rules;
    /// fewer when `should_stop`. Whether more work may raise them further.
    pub fn work(&mut self, value: &Objective, nodes: usize, should_stop: &mut dyn FnMut() -> bool) -> bool {
        self.adopt(value);
        let each = (self.walks.size() * self.problem.people().len()).max(1);
        let mut lines = std::mem::take(&mut self.lines);
        let steps = (nodes / each / lines.len()).clamp(1, 500);
        for line in &mut lines {
            for _ in 0..steps {
                if !self.is_open(line) || should_stop() {
                    break;
                }
                self.step(line);
            }
        }
        let more = lines.iter().any(|line| self.is_open(line));
        self.lines = lines;
        more
    }

    /// From now on bounds are for rotas as good as `value`.
    fn adopt(&mut self, value: &Objective) {
        if *value == self.value {
            return;
        }
        // What held for all rotas as full still does; what was said about those as fair may not.
        let (old, new) = (self.value, *value);
        if new.gap > old.gap || new.worst > old.worst {
            self.bound.fair_total = self.bound.total;
        }
        if new.gap > old.gap || new.total > old.total {
            self.bound.comfortable_worst = self.bound.worst;
        }
        debug_assert!(new.gap <= old.gap, "a search never loses what it has filled");
        self.value = new;
        for line in &mut self.lines {
            line.ascent.refresh();
        }
    }

    /// Whether a line may still rise.
    fn is_open(&self, line: &Line) -> bool {
        let (bound, value) = (&self.bound, &self.value);
        let comfort = self.problem.priority().order == Order::Comfort;
        let reached = match line.which {
            Which::Gap => bound.gap >= value.gap,
            Which::Worst => bound.worst >= value.worst,
            Which::Total => bound.total >= value.total,
            Which::Second if comfort => bound.comfortable_worst >= value.worst,
            Which::Second => bound.fair_total >= value.total,
        };
        !reached && !line.ascent.is_spent()
    }

    fn step(&mut self, line: &mut Line) {
        let Objective { gap: gaps, worst, total, .. } = self.value;
        let comfort = self.problem.priority().order == Order::Comfort;
        let question = match line.which {
            Which::Gap => Question::Gap { known: gaps },
            Which::Worst => Question::Worst { gaps, known: worst, total: None },
            Which::Total => Question::Total { gaps, known: total, worst: None },
            Which::Second if comfort => Question::Worst { gaps, known: worst, total: Some(total) },
            Which::Second => Question::Total { gaps, known: total, worst: Some(worst) },
        };
        let (above, below) = line.ascent.step(self.problem, &self.walks, &question);
        if below <= 0 {
            return;
        }
        let whole = -((-above).div_euclid(below)) as i64;
        let load = || burden::attainable(self.problem, above, below);
        let bound = &mut self.bound;
        match line.which {
            Which::Gap => bound.gap = bound.gap.max(whole.max(0) as usize),
            Which::Worst => bound.worst = bound.worst.max(load()),
            Which::Total => bound.total = bound.total.max(RateMinutes(whole)),
            Which::Second if comfort => bound.comfortable_worst = bound.comfortable_worst.max(load()),
            Which::Second => bound.fair_total = bound.fair_total.max(RateMinutes(whole)),
        }
        bound.fair_total = bound.fair_total.max(bound.total);
        bound.comfortable_worst = bound.comfortable_worst.max(bound.worst);
    }
}

/// About what a duty costs.
fn scale(problem: &Problem, value: &Objective) -> f64 {
    let filled = (problem.shifts().len() * problem.tiers()).saturating_sub(value.gap).max(1);
    (value.total.0 as f64 / filled as f64).max(1.0)
}
