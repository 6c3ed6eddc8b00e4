//! The smallest shift of members' hours that reaches a target overlap (SPEC section 4).
//!
//! A shift moves all of a member's weekly hours earlier or later by whole quarters of an hour, to where every minute of them is
//! preferred or flexible today. Hours are minutes of a week, so all of this is done on the steady weeks of the seasons.

mod search;

use super::steady;
use crate::availability::{Alike, SortId, SteadySeasons, WEEK, steady_week};
use crate::team::{Member, MemberId};
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
    /// what is flexible.
    pub in_the_way: Vec<MemberId>,
    /// Whether it is certain that no smaller shift does it, or none at all: the search was not cut short.
    pub is_proven: bool,
}

/// A member's hours, shifted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Whose.
    pub member: MemberId,
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
///
/// # Example
///
/// ```
/// use sunwise::plan::overlap::nudge;
/// use sunwise::team::{Member, Place};
/// use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
///
/// let member = |hours, flexible| {
///     let parsed = |text| Hours::parse(text).unwrap();
///     Member { flexible: parsed(flexible), ..Member::new(hours, Place::zone(Zone::UTC), parsed(hours)) }
/// };
/// let (early, late) = (member("Mo-Fr 07:00-15:00", "off"), member("Mo-Fr 13:00-21:00", "Mo-Fr 11:00-21:00"));
/// let start = Instant::midnight("2027-01-04".parse().unwrap());
/// let week = Span { start, end: start + Minutes::WEEK };
/// let found = nudge(&[&early, &late], week, 2, Minutes::hours(4));
/// assert_eq!(found.shifts[0].hours.to_string(), "Mo-Fr 11:00-19:00");
///
/// let more = nudge(&[&early, &late], week, 2, Minutes::hours(6));
/// assert!(!more.is_reached(), "they come as near as they can: four hours");
/// assert_eq!(more.after, Minutes::hours(20));
/// ```
///
/// Members who are alike have the same choices. Where everybody must be there, they make the same one: it is no use that they differ.
pub fn nudge(members: &[&Member], horizon: Span, at_least: usize, target: Minutes) -> Nudge {
    let seasons = SteadySeasons::of(members, horizon);
    let alike = seasons.alike().clone();
    let offsets = different_offsets(&seasons, &alike);
    let first: Vec<&Member> = alike.sorts().map(|sort| members[alike.first(sort).index()]).collect();
    let weeks = Weeks { offsets: &offsets, grid: grid(&first, &offsets) };
    let units = Units::of(&alike, members.len(), at_least);
    let allowed: Vec<Vec<(i32, Hours)>> = first.iter().map(|member| allowed(member)).collect();
    let choices = |sort: usize, shifts: &[(i32, Hours)]| -> Vec<Choice> {
        shifts.iter().map(|(by, hours)| weeks.choice(sort, *by, hours, units.cost_unit(), units.weight(sort))).collect()
    };
    let of_sort: Vec<Vec<Choice>> = allowed.iter().enumerate().map(|(sort, own)| choices(sort, own)).collect();
    let goal =
        |needed: Minutes| Goal { at_least: units.at_least, needed: cells(needed, weeks.grid), seasons: offsets.len() };
    let before = worst(members, horizon, at_least);
    let wanted = Minutes(target.0 * WORKDAYS);
    let all: Vec<&[Choice]> = units.sorts.iter().map(|&sort| of_sort[sort].as_slice()).collect();
    let mut search = Search::new(all, units.cost_unit());
    let mut found = search.smallest(goal(wanted));
    let is_missed = found.is_none() && search.is_proven();
    if is_missed {
        let most = search.most(goal(before), cells(wanted, weeks.grid));
        found = search.smallest(Goal { needed: most, ..goal(wanted) });
    }
    let is_proven = search.is_proven();
    let is_in_the_way = |sort: &SortId| {
        let free = choices(sort.index(), &shifts(&first[sort.index()].hours, |_| true));
        let (place, is_alone) = units.place_of(&alike, *sort);
        search.could_with(place, is_alone, &free, goal(wanted))
    };
    let mut in_the_way: Vec<MemberId> = if is_missed && is_proven {
        alike.sorts().filter(is_in_the_way).flat_map(|sort| alike.members(sort).to_vec()).collect()
    } else {
        Vec::new()
    };
    in_the_way.sort_unstable();
    let found = found.unwrap_or_else(|| Found::nothing(units.sorts.len()));
    let shifts: Vec<Shift> = MemberId::all(members.len())
        .map(|member| {
            let sort = alike.sort_of(member).index();
            (member, &allowed[sort][found.choices[units.place_of_member(&alike, member)]])
        })
        .filter(|(_, (by, _))| *by != 0)
        .map(|(member, (by, hours))| Shift { member, by: Minutes((*by).into()), hours: hours.clone() })
        .collect();
    let after = shifted_worst(members, &shifts, horizon, at_least);
    Nudge { target, at_least, before, after, shifts, in_the_way, is_proven }
}

/// Of whom a choice is asked: of each member, or of each sort of members where everybody must be there.
struct Units {
    /// The sort of each.
    sorts: Vec<usize>,
    /// How many of them must be there.
    at_least: usize,
    /// By sort: how many members make its choice together.
    weights: Vec<usize>,
    members: usize,
}

impl Units {
    fn of(alike: &Alike, members: usize, at_least: usize) -> Self {
        if at_least >= members {
            let weights: Vec<usize> = alike.sorts().map(|sort| alike.members(sort).len()).collect();
            let sorts: Vec<usize> = (0..weights.len()).collect();
            // More than there are can't be there, however they are counted.
            return Self { at_least: sorts.len() + (at_least - members), sorts, weights, members };
        }
        let sorts = MemberId::all(members).map(|member| alike.sort_of(member).index()).collect();
        Self { sorts, at_least, weights: vec![1; alike.sorts().len()], members }
    }

    /// What the shortest shift of a member costs: more than that all of them are shifted.
    fn cost_unit(&self) -> u64 {
        self.members as u64 + 1
    }

    fn weight(&self, sort: usize) -> u64 {
        self.weights[sort] as u64
    }

    /// One unit of a sort, and whether all of the sort's members that it stands for are one.
    fn place_of(&self, alike: &Alike, sort: SortId) -> (usize, bool) {
        let place = self.sorts.iter().position(|&other| other == sort.index()).unwrap_or_default();
        let stands_for_all = self.weights[sort.index()] == alike.members(sort).len();
        (place, !stands_for_all || alike.members(sort).len() == 1)
    }

    fn place_of_member(&self, alike: &Alike, member: MemberId) -> usize {
        if self.sorts.len() == self.members { member.index() } else { alike.sort_of(member).index() }
    }
}

/// The offsets of each sort of members in each different season.
fn different_offsets(seasons: &SteadySeasons, alike: &Alike) -> Vec<Vec<Offset>> {
    let of_sorts = |offsets: &[Offset]| alike.sorts().map(|sort| offsets[alike.first(sort)]).collect();
    let mut found: Vec<Vec<Offset>> = seasons.seasons().iter().map(|season| of_sorts(&season.offsets)).collect();
    found.sort_unstable();
    found.dedup();
    found
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
    /// The hours of a sort of members in every season, and what a shift of `weight` of them costs: minutes count before members.
    fn choice(&self, sort: usize, by: i32, hours: &Hours, unit: u64, weight: u64) -> Choice {
        let words = (Minutes::WEEK.0 / self.grid).unsigned_abs().div_ceil(64) as usize;
        let mut set = vec![0u64; words * self.offsets.len()];
        for (season, offsets) in self.offsets.iter().enumerate() {
            for span in &steady_week(hours, offsets[sort]) {
                let cell = |at: crate::time::Instant| ((at - WEEK.start).0 / self.grid) as usize;
                for cell in cell(span.start)..cell(span.end) {
                    set[season * words + cell / 64] |= 1 << (cell % 64);
                }
            }
        }
        let steps = u64::from(by.unsigned_abs()) / STEP.0.unsigned_abs();
        Choice { cost: weight * (steps * unit + u64::from(by != 0)), set }
    }
}

#[cfg(test)]
mod tests;
