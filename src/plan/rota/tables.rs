//! What the search asks a problem for millions of times a second, laid out flat.

use super::problem::Problem;
use super::shift::Shift;
use crate::team::MemberId;

/// The flat copy.
#[derive(Debug)]
pub struct Tables {
    /// How many shifts there are.
    pub shifts: usize,
    /// By shift: when it starts, in minutes.
    pub starts: Vec<i64>,
    /// By shift: the place of its calendar week among the horizon's.
    pub week: Vec<usize>,
    /// How many calendar weeks there are from the first to the last.
    pub weeks: usize,
    /// Whether there is a rota before this one.
    pub compares: bool,
    /// By person and shift: what it costs, 0 when they are away.
    costs: Vec<i64>,
}

impl Tables {
    /// The tables of `problem`.
    pub fn of(problem: &Problem) -> Self {
        let first = problem.shifts().first().map_or(0, |shift| shift.week);
        let week: Vec<usize> = problem.shifts().iter().map(|shift| (shift.week - first) as usize).collect();
        let origin = problem.shifts().first().map(Shift::start);
        let starts =
            problem.shifts().iter().map(|shift| origin.map_or(0, |origin| (shift.start() - origin).0)).collect();
        let costs = problem.people().iter().flat_map(|person| &person.costs);
        Self {
            shifts: problem.shifts().len(),
            starts,
            weeks: week.iter().max().map_or(0, |last| last + 1),
            week,
            compares: problem.compares(),
            costs: costs.map(|cost| cost.map_or(0, |cost| cost.0)).collect(),
        }
    }

    /// What `shift` costs `person`, not yet weighted by tier; 0 when they are away.
    pub fn cost(&self, person: MemberId, shift: usize) -> i64 {
        self.costs[person.index() * self.shifts + shift]
    }
}
