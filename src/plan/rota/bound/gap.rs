//! How many duties must stay unfilled: stretches of shifts that need more people than can come, found by maximal flow.

use std::ops::Range;

use super::flow::most_filled;
use crate::plan::rota::problem::{Problem, Roster, SEVEN_DAYS};

/// No rota leaves fewer duties unfilled.
///
/// A run of consecutive shifts can be filled at most as far as a flow from people to duties goes, where one person counts once
/// for shifts that exclude each other and as often as the cap says within 168 hours. What is missing in disjoint runs adds up;
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
    let (mut exclusive, mut week) = (0, 0);
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
        if let Some(cap) = problem.limits().max_shifts_per_7_days {
            let last = problem.shifts()[end - 1].start();
            while last - problem.shifts()[week].start() >= SEVEN_DAYS {
                week += 1;
            }
            consider(week..end, cap.into());
        }
        proven[end] = best;
    }
    proven[count]
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
