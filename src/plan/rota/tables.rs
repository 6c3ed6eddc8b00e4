//! What the search asks a problem for millions of times a second, laid out flat.

use super::problem::{Before, Problem};

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
    /// By person and place of a duty: whether they could hold it if they held nothing else.
    open: Vec<bool>,
    duties: usize,
    /// By person and shift: what it costs, 0 when they are away.
    costs: Vec<i64>,
}

impl Tables {
    /// The tables of `problem`.
    pub fn of(problem: &Problem) -> Self {
        let first = problem.shifts().first().map_or(0, |shift| shift.week);
        let week: Vec<usize> = problem.shifts().iter().map(|shift| (shift.week - first) as usize).collect();
        let origin = problem.shifts().first().map(super::problem::Shift::start);
        let starts =
            problem.shifts().iter().map(|shift| origin.map_or(0, |origin| (shift.start() - origin).0)).collect();
        let people = 0..problem.people().len();
        Self {
            shifts: problem.shifts().len(),
            starts,
            weeks: week.iter().max().map_or(0, |last| last + 1),
            week,
            compares: problem.duties().any(|duty| problem.before(duty) != Before::Unknown),
            open: people.flat_map(|person| problem.duties().map(move |duty| problem.is_open(duty, person))).collect(),
            duties: problem.shifts().len() * problem.tiers(),
            costs: problem
                .people()
                .iter()
                .flat_map(|person| &person.costs)
                .map(|cost| cost.map_or(0, |cost| cost.0))
                .collect(),
        }
    }

    /// Whether `person` could hold the duty at `place` if they held nothing else.
    pub fn is_open(&self, person: usize, place: usize) -> bool {
        self.open[person * self.duties + place]
    }

    /// What `shift` costs `person`, not yet weighted by tier; 0 when they are away.
    pub fn cost(&self, person: usize, shift: usize) -> i64 {
        self.costs[person * self.shifts + shift]
    }
}
