//! The smallest shift of members' hours that reaches a target overlap (SPEC section 4).
//!
//! A shift moves all of a member's weekly hours earlier or later by whole quarters of an hour, to where every minute of them is
//! preferred or flexible today. Hours are minutes of a week, so all of this is done on the steady weeks of the seasons.

mod search;

use super::measure::different_offsets;
use super::steady;
use crate::availability::{WEEK, steady_week};
use crate::team::Member;
use crate::time::{Hours, Minutes, Offset, Span, Spans};
use search::{Choice, Found, Goal, Search};

/// Shifts are whole multiples of this.
pub const STEP: Minutes = Minutes(15);
/// No shift is longer: half a day.
const LONGEST: i32 = 12 * 60;
/// Workdays of a week.
const WORKDAYS: i64 = 5;

/// How hours have to be shifted so that a target is reached, or as much as can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nudge {
    /// What is wanted of a workday: a fifth of the worst season's steady week.
    pub target: Minutes,
    /// How many must be there.
    pub at_least: usize,
    /// Shared in the worst season's week as it is.
    pub before: Minutes,
    /// The same after the shifts.
    pub after: Minutes,
    /// The shifts, in the members' order: the fewest minutes in all that reach the target, then the fewest members. If it cannot be
    /// reached, those that come nearest.
    pub shifts: Vec<Shift>,
    /// Members whose flexible hours are in the way of the target: with any hours of theirs it could be reached, the others within
    /// what is flexible. Places among the members.
    pub in_the_way: Vec<usize>,
    /// Whether it is certain that no smaller shift does it, or none at all: the search was not cut short.
    pub is_proven: bool,
}

/// A member's hours, shifted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Whose, as a place among the members.
    pub member: usize,
    /// By how much: later, or earlier if negative.
    pub by: Minutes,
    /// The hours after that.
    pub hours: Hours,
}

impl Nudge {
    /// Whether the target is reached, be it without any shift.
    pub fn is_reached(&self) -> bool {
        self.after.0 >= self.target.0 * WORKDAYS
    }

    /// All minutes that are shifted.
    pub fn total(&self) -> Minutes {
        Minutes(self.shifts.iter().map(|shift| shift.by.0.abs()).sum())
    }
}

/// The smallest shifts by which at least `at_least` of `members` share `target` a workday in every season of `horizon`.
pub fn nudge(members: &[&Member], horizon: Span, at_least: usize, target: Minutes) -> Nudge {
    let offsets = different_offsets(members, horizon);
    let grid = grid(members, &offsets);
    let weeks = Weeks { offsets: &offsets, grid };
    let allowed: Vec<Vec<(i32, Hours)>> = members.iter().map(|member| allowed(member)).collect();
    let choices = |member: usize, shifts: &[(i32, Hours)]| -> Vec<Choice> {
        shifts.iter().map(|(by, hours)| weeks.choice(member, *by, hours, members.len())).collect()
    };
    let all: Vec<Vec<Choice>> = allowed.iter().enumerate().map(|(member, own)| choices(member, own)).collect();
    let goal = |needed: Minutes| Goal { at_least, needed: cells(needed, grid), seasons: offsets.len() };
    let before = worst(members, horizon, at_least);
    let wanted = Minutes(target.0 * WORKDAYS);
    let mut search = Search::new(all.iter().map(Vec::as_slice).collect());
    let mut found = search.smallest(goal(wanted));
    let is_missed = found.is_none() && search.is_proven();
    if is_missed {
        let most = search.most(goal(before), cells(wanted, grid));
        found = search.smallest(Goal { needed: most, ..goal(wanted) });
    }
    let is_proven = search.is_proven();
    let is_in_the_way = |member: usize, search: &mut Search| {
        let free = choices(member, &shifts(&members[member].hours, |_| true));
        search.could_with(member, &free, goal(wanted))
    };
    let in_the_way: Vec<usize> = if is_missed && is_proven {
        (0..members.len()).filter(|&member| is_in_the_way(member, &mut search)).collect()
    } else {
        Vec::new()
    };
    let found = found.unwrap_or_else(|| Found::nothing(members.len()));
    let shifts: Vec<Shift> = (0..members.len())
        .map(|member| (member, &allowed[member][found.choices[member]]))
        .filter(|(_, (by, _))| *by != 0)
        .map(|(member, (by, hours))| Shift { member, by: Minutes((*by).into()), hours: hours.clone() })
        .collect();
    let after = shifted_worst(members, &shifts, horizon, at_least);
    Nudge { target, at_least, before, after, shifts, in_the_way, is_proven }
}

/// What at least so many share in the worst season's steady week.
fn worst(members: &[&Member], horizon: Span, at_least: usize) -> Minutes {
    steady(members, horizon, at_least, false).iter().map(super::Steady::a_week).min().unwrap_or_default()
}

fn shifted_worst(members: &[&Member], shifts: &[Shift], horizon: Span, at_least: usize) -> Minutes {
    let mut shifted: Vec<Member> = members.iter().map(|&member| member.clone()).collect();
    for shift in shifts {
        shifted[shift.member].hours = shift.hours.clone();
    }
    worst(&shifted.iter().collect::<Vec<_>>(), horizon, at_least)
}

/// The shifts that a member's flexible hours allow, none first, then the shorter before the longer, later before earlier.
fn allowed(member: &Member) -> Vec<(i32, Hours)> {
    let tolerated = week(&member.hours).union(&week(&member.flexible));
    shifts(&member.hours, |shifted| week(shifted).difference(&tolerated).is_empty())
}

/// None, and all shifts of `hours` that are wanted, other hours than these, and such as a team file can have.
fn shifts(hours: &Hours, is_wanted: impl Fn(&Hours) -> bool) -> Vec<(i32, Hours)> {
    let step = STEP.0 as i32;
    let later_and_earlier = (1..=LONGEST / step).flat_map(|steps| [steps * step, -steps * step]);
    let shifted = later_and_earlier.map(|by| (by, hours.shifted(by)));
    let fits = |shifted: &Hours| {
        shifted != hours && is_wanted(shifted) && Hours::parse(&shifted.to_string()).as_ref() == Ok(shifted)
    };
    std::iter::once((0, hours.clone())).chain(shifted.filter(|(_, shifted)| fits(shifted))).collect()
}

/// Hours as minutes of the week on their own clock.
fn week(hours: &Hours) -> Spans {
    steady_week(hours, Offset(0))
}

/// The longest step of which all hours, offsets and shifts are multiples, in minutes.
fn grid(members: &[&Member], offsets: &[Vec<Offset>]) -> i64 {
    let edges = members.iter().flat_map(|member| {
        let edges = |span: &Span| [(span.start - WEEK.start).0, (span.end - WEEK.start).0];
        week(&member.hours).iter().flat_map(edges).collect::<Vec<_>>()
    });
    let offsets = offsets.iter().flatten().map(|offset| i64::from(offset.0.abs()));
    edges.chain(offsets).fold(STEP.0, common)
}

/// The greatest common divisor.
fn common(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { common(b, a % b) }
}

/// So much time in cells of the grid; a part of a cell needs all of it.
fn cells(minutes: Minutes, grid: i64) -> u32 {
    (minutes.0.max(0) as u64).div_ceil(grid as u64) as u32
}

/// The steady weeks of all seasons as sets of cells.
struct Weeks<'a> {
    offsets: &'a [Vec<Offset>],
    grid: i64,
}

impl Weeks<'_> {
    /// A member's hours in every season, and what their shift costs in a team of `members`: minutes count before members.
    fn choice(&self, member: usize, by: i32, hours: &Hours, members: usize) -> Choice {
        let words = (Minutes::WEEK.0 / self.grid).unsigned_abs().div_ceil(64) as usize;
        let mut set = vec![0u64; words * self.offsets.len()];
        for (season, offsets) in self.offsets.iter().enumerate() {
            for span in &steady_week(hours, offsets[member]) {
                let cell = |at: crate::time::Instant| ((at - WEEK.start).0 / self.grid) as usize;
                for cell in cell(span.start)..cell(span.end) {
                    set[season * words + cell / 64] |= 1 << (cell % 64);
                }
            }
        }
        let steps = u64::from(by.unsigned_abs()) / STEP.0.unsigned_abs();
        let unit = members as u64 + 1;
        Choice { cost: steps * unit + u64::from(by != 0), set }
    }
}

#[cfg(test)]
mod tests;
