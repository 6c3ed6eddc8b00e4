//! What is proven of all rotas.

use crate::availability::RateMinutes;
use crate::plan::rota::objective::{Load, Objective};
use crate::plan::rota::problem::Problem;
use crate::team::Order;

/// Proven lower bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// No rota leaves fewer duties unfilled.
    pub gap: usize,
    /// No rota that is at least as full has a smaller worst load.
    pub worst: Load,
    /// No rota that is at least as full has a smaller total.
    pub total: RateMinutes,
    /// No rota that is at least as full and as fair (whose worst load is not larger) has a smaller total.
    pub fair_total: RateMinutes,
    /// No rota that is at least as full and as comfortable (whose total is not larger) has a smaller worst load.
    pub comfortable_worst: Load,
}

impl Bound {
    /// Nothing is proven: no value is below these.
    pub const NONE: Self = Self {
        gap: 0,
        worst: Load::ZERO,
        total: RateMinutes::ZERO,
        fair_total: RateMinutes::ZERO,
        comfortable_worst: Load::ZERO,
    };

    /// Only what holds for every rota that is at least as full.
    #[must_use]
    pub fn as_full(self) -> Self {
        Self { fair_total: self.total, comfortable_worst: self.worst, ..self }
    }

    /// Whether nothing can be better than `value` in its first three parts, as `problem` orders them.
    pub fn closes(&self, problem: &Problem, value: &Objective) -> bool {
        let priority = problem.priority();
        let second = match priority.order {
            Order::Fairness => value.worst <= self.worst && value.total <= self.fair_total,
            Order::Comfort => value.total <= self.total && value.worst <= self.comfortable_worst,
        };
        value.gap <= self.gap && second && (!priority.change_second || value.change == 0)
    }
}
