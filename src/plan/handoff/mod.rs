//! Work that follows the sun: handoff chains (SPEC section 6).
//!
//! A chain is a cyclic sequence of distinct members, each with one leg: a UTC window, the same on every chosen day of a
//! season's steady week. A chosen day is a circle of 24 hours UTC: of a leg over midnight its evening and its early morning count on
//! each chosen day. [`handoff`] finds the best chain of every season, exactly: the module `search` says why.

mod boundaries;
mod pool;
mod seam;
mod search;
mod week;

pub use boundaries::boundaries;
pub use week::{SteadyMember, Worth};

use chrono::Weekday;

use crate::availability::{Season, seasons};
use crate::team::{Chain, Member, Policy};
use crate::time::{Minutes, Span, TimeOfDay};

use week::Week;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// Who may take a leg.
    pub members: &'a [&'a Member],
    /// Rates and `min_live`.
    pub policy: &'a Policy,
    /// The UTC days on which the chain runs; [`Chain::WORKDAYS`] unless said.
    pub days: &'a [Weekday],
    /// How long both must be `Preferred` together for a live handoff.
    pub min_live: Minutes,
    /// The time whose seasons are planned.
    pub horizon: Span,
}

impl<'a> Question<'a> {
    /// A chain of `members` over the workdays of `horizon`, by the team's `policy`.
    pub fn usual(members: &'a [&'a Member], policy: &'a Policy, horizon: Span) -> Self {
        Self { members, policy, days: &Chain::WORKDAYS, min_live: policy.min_live, horizon }
    }
}

/// The best chain of a season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeasonChain {
    /// The season.
    pub season: Season,
    /// The chain.
    pub chain: HandoffChain,
}

/// A chain with its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoffChain {
    /// The legs by start; empty when nobody has hours on the chosen days.
    pub legs: Vec<Leg>,
    /// From each leg to the next, the last to the first; none when there is only one leg.
    pub handoffs: Vec<Handoff>,
    /// Minutes in which a leg's holder is `Preferred`, over all chosen days together.
    pub covered: Minutes,
    /// How many days were chosen.
    pub days: usize,
    /// The longest stretch of the day that is in no leg, midnight passed over.
    pub longest_gap: Minutes,
    /// Whether no chain can be better. Only very large teams with split hours may leave this open.
    pub exact: bool,
}

impl HandoffChain {
    /// Covered minutes a day, as the mean over the chosen days, rounded.
    pub fn covered_a_day(&self) -> Minutes {
        Minutes::ratio(self.covered.0, self.days.max(1) as i64)
    }

    /// How many handoffs are not live.
    pub fn not_live(&self) -> usize {
        self.handoffs.iter().filter(|handoff| !handoff.is_live).count()
    }
}

/// A member's part of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leg {
    /// The holder's place among the members.
    pub member: usize,
    /// The UTC time of day at which the leg starts on each chosen day.
    pub start: TimeOfDay,
    /// The leg's length; it may end on the next day.
    pub length: Minutes,
}

impl Leg {
    /// The UTC time of day at which the leg ends.
    pub fn end(self) -> TimeOfDay {
        let minutes = (i64::from(self.start.minutes()) + self.length.0).rem_euclid(1440);
        TimeOfDay::from_minutes(minutes as u16).expect("below a day")
    }
}

/// A seam between two legs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handoff {
    /// Who hands over, as a place among the members.
    pub from: usize,
    /// Who takes over.
    pub to: usize,
    /// The UTC time of day at which the next leg starts.
    pub at: TimeOfDay,
    /// The fewest minutes, over the chosen days, for which both are `Preferred` together in the stretch that holds or touches
    /// the seam; none when the next leg does not start where the last one ends.
    pub live: Minutes,
    /// Whether these are enough.
    pub is_live: bool,
}

/// The best chain of every season of the horizon, in time order.
pub fn handoff(question: &Question) -> Vec<SeasonChain> {
    let seasons = seasons(question.members, question.horizon);
    let mut found: Vec<SeasonChain> = Vec::with_capacity(seasons.len());
    for season in seasons {
        let known = found.iter().find(|earlier| earlier.season.offsets == season.offsets);
        let chain = known.map_or_else(|| best(question, &season), |earlier| earlier.chain.clone());
        found.push(SeasonChain { season, chain });
    }
    found
}

fn best(question: &Question, season: &Season) -> HandoffChain {
    let members = question.members.iter().zip(&season.offsets);
    let members: Vec<SteadyMember> = members.map(|(member, &offset)| SteadyMember::of(member, offset)).collect();
    best_chain(&members, question.policy, question.days, question.min_live)
}

/// The best chain of some steady weeks.
pub fn best_chain(members: &[SteadyMember], policy: &Policy, days: &[Weekday], min_live: Minutes) -> HandoffChain {
    let pool = pool::Pool::of(members);
    let kept: Vec<SteadyMember> = pool.kept.iter().map(|&index| members[index].clone()).collect();
    let week = Week::new(&kept, &policy.rates, days, min_live);
    let (legs, exact) = search::best_legs(&week);
    let holders: Vec<usize> = legs.iter().map(|leg| leg.member).collect();
    let mut chain = week.chain(seam::centred(&week, legs), exact && pool.stands_for_all(&holders));
    let place = |index: &mut usize| *index = pool.kept[*index];
    chain.legs.iter_mut().for_each(|leg| place(&mut leg.member));
    for handoff in &mut chain.handoffs {
        place(&mut handoff.from);
        place(&mut handoff.to);
    }
    chain
}

#[cfg(test)]
mod tests;
