//! How many duties must stay unfilled: stretches of shifts that need more people than can come, found by maximal flow.

use std::ops::Range;

use super::flow::most_filled;
use crate::plan::rota::problem::Problem;
use crate::plan::rota::roster::Roster;
use crate::plan::rota::rule::Within;
use crate::time::Minutes;

/// No rota leaves fewer duties unfilled.
///
/// A run of consecutive shifts can be filled at most as far as a flow from people to duties goes, where one person counts once
/// for shifts that exclude each other and as often as a cap says within its window. What is missing in disjoint runs adds up;
/// the best choice of runs is found from left to right. Runs that `roster` fills need no flow.
pub fn gap(problem: &Problem, roster: &Roster) -> usize {
    let count = problem.shifts().len();
    let mut holes = vec![0; count + 1];
    for duty in roster.unfilled(problem) {
        holes[duty.shift + 1] += 1;
    }
    for shift in 0..count {
        holes[shift + 1] += holes[shift];
    }
    let mut proven = vec![0; count + 1];
    let mut windows: Vec<Window> = windows(problem).collect();
    let mut exclusive = 0;
    for end in 1..=count {
        exclusive = start_of_exclusive(problem, exclusive, end);
        let mut best = proven[end - 1];
        let mut consider = |run: Range<usize>, cap: usize| {
            let hopeless = proven[run.start] + holes[run.end] - holes[run.start] <= best;
            if !hopeless {
                best = best.max(proven[run.start] + missing(problem, run, cap));
            }
        };
        consider(exclusive..end, 1);
        let last = problem.shifts()[end - 1].start();
        for window in &mut windows {
            while last - problem.shifts()[window.start].start() >= window.length {
                window.start += 1;
            }
            consider(window.start..end, window.most);
        }
        proven[end] = best;
    }
    proven[count]
}

/// A cap's window that moves over the shifts.
struct Window {
    length: Minutes,
    most: usize,
    /// The first shift that counts with the last one.
    start: usize,
}

fn windows(problem: &Problem) -> impl Iterator<Item = Window> {
    problem.caps().iter().filter_map(|cap| match cap.within {
        Within::Window(length) => Some(Window { length, most: cap.most.into(), start: 0 }),
        Within::WeeksInARow => None,
    })
}

/// The start of the longest run that ends before `end` and in which any two shifts exclude each other; not before `from`.
fn start_of_exclusive(problem: &Problem, from: usize, end: usize) -> usize {
    (from..end - 1).rev().find(|&shift| !problem.exclude_each_other(shift, end - 1)).map_or(from, |shift| shift + 1)
}

/// How many duties of `run` stay unfilled if each person holds at most `cap` of its shifts.
fn missing(problem: &Problem, run: Range<usize>, cap: usize) -> usize {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for shift in run.clone() {
        match groups.last_mut() {
            Some(group) if group.clone().all(|other| problem.exclude_each_other(other, shift)) => group.end = shift + 1,
            _ => groups.push(shift..shift + 1),
        }
    }
    run.len() * problem.tiers() - most_filled(problem, &groups, cap)
}
