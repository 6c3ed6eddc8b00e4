use crate::availability::{Almanac, seasons, steady_week};
use crate::team::{Member, Policy};
use crate::time::{Minutes, Offset, Span, Spans};

use super::response::{REACH, Response, response};

/// What every pair of some members shares, and how long they wait for each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairs {
    /// The members, by name.
    pub members: Vec<String>,
    /// Every unordered pair, in the members' order.
    pub pairs: Vec<Pair>,
    /// Every ordered pair, in the members' order.
    pub responses: Vec<Response>,
    /// The pairs under the target, as places in `pairs`, in order.
    pub under_target: Vec<usize>,
    /// Members without whom two groups that meet the target would share nobody, as places in `members`.
    pub bridges: Vec<usize>,
}

/// What two members share in `Preferred` time, on pattern availability.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The first member's place among the members.
    pub a: usize,
    /// The second's.
    pub b: usize,
    /// Shared over the whole horizon.
    pub total: Minutes,
    /// Shared in the smallest steady week of any season.
    pub worst_week: Minutes,
    /// The horizon's length.
    over: Minutes,
}

impl Pair {
    /// Shared in a week: the total over the horizon divided by its weeks, rounded to a minute.
    pub fn mean_week(&self) -> Minutes {
        Minutes::ratio(self.total.0 * Minutes::WEEK.0, self.over.0)
    }
}

/// Every pair of `members` over `horizon`. A pair is under the target when a workday of its worst week has less: a fifth
/// of the week counts as a workday.
pub fn pairs(members: &[&Member], horizon: Span, policy: &Policy) -> Pairs {
    let reach = Span { start: horizon.start, end: horizon.end + REACH };
    let mut almanac = Almanac::new(reach);
    let preferred: Vec<Spans> = members.iter().map(|member| almanac.present(member, true, false)).collect();
    let within: Vec<Spans> = preferred.iter().map(|spans| spans.clip(horizon)).collect();
    let weeks = steady_weeks(members, horizon);
    let mut found = Vec::new();
    let mut responses = Vec::new();
    for a in 0..members.len() {
        for b in 0..members.len() {
            if a < b {
                let worst_week = weeks.iter().map(|week| week[a].shared_minutes(&week[b])).min();
                found.push(Pair {
                    a,
                    b,
                    total: within[a].shared_minutes(&within[b]),
                    worst_week: worst_week.unwrap_or_default(),
                    over: horizon.minutes(),
                });
            }
            if a != b {
                responses.push(response(a, b, &within[a], &preferred[b]));
            }
        }
    }
    let target = Minutes(policy.target_overlap.0 * 5);
    let under_target = (0..found.len()).filter(|&i| found[i].worst_week < target).collect();
    let bridges = bridges(members.len(), found.iter().filter(|pair| pair.worst_week >= target));
    let members = members.iter().map(|member| member.name.clone()).collect();
    Pairs { members, pairs: found, responses, under_target, bridges }
}

/// The steady weeks of all members for each distinct set of offsets in the horizon.
fn steady_weeks(members: &[&Member], horizon: Span) -> Vec<Vec<Spans>> {
    let mut offsets: Vec<Vec<Offset>> = seasons(members, horizon).into_iter().map(|season| season.offsets).collect();
    offsets.sort_unstable();
    offsets.dedup();
    let week = |offsets: &Vec<Offset>| {
        members.iter().zip(offsets).map(|(member, &offset)| steady_week(&member.hours, offset)).collect()
    };
    offsets.iter().map(week).collect()
}

/// Members whose absence parts people that were tied, directly or over others: the articulation points of the graph of ties
/// (Hopcroft and Tarjan 1973).
fn bridges<'a>(count: usize, ties: impl Iterator<Item = &'a Pair>) -> Vec<usize> {
    let mut tied: Vec<Vec<usize>> = vec![Vec::new(); count];
    for pair in ties {
        tied[pair.a].push(pair.b);
        tied[pair.b].push(pair.a);
    }
    let mut walk =
        Walk { tied, reached: vec![None; count], earliest: vec![0; count], parts: vec![false; count], next: 0 };
    for member in 0..count {
        if walk.reached[member].is_none() {
            let branches = walk.visit(member, None);
            walk.parts[member] = branches > 1;
        }
    }
    (0..count).filter(|&member| walk.parts[member]).collect()
}

/// A walk along ties that remembers when everybody was reached, and who can be reached without the one before.
struct Walk {
    tied: Vec<Vec<usize>>,
    reached: Vec<Option<usize>>,
    earliest: Vec<usize>,
    parts: Vec<bool>,
    next: usize,
}

impl Walk {
    /// Walks on from `member`, and returns into how many branches.
    fn visit(&mut self, member: usize, from: Option<usize>) -> usize {
        let own = self.next;
        self.next += 1;
        self.reached[member] = Some(own);
        self.earliest[member] = own;
        let mut branches = 0;
        for index in 0..self.tied[member].len() {
            let other = self.tied[member][index];
            match self.reached[other] {
                Some(reached) if Some(other) != from => self.earliest[member] = self.earliest[member].min(reached),
                Some(_) => {}
                None => {
                    branches += 1;
                    self.visit(other, Some(member));
                    self.earliest[member] = self.earliest[member].min(self.earliest[other]);
                    self.parts[member] |= from.is_some() && self.earliest[other] >= own;
                }
            }
        }
        branches
    }
}
