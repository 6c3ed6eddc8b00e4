//! Work that follows the sun: handoff chains (SPEC section 6).
//!
//! A chain is a cyclic sequence of distinct members, each with one leg: a UTC window, the same on every chosen day of a
//! season's steady week. A chosen day is a circle of 24 hours UTC: of a leg over midnight its evening and its early morning count on
//! each chosen day. [`handoff`] finds the best chain of every season, exactly: the module `search` says why.

mod boundaries;
mod pool;
mod seam;
mod search;
mod through;
mod week;
mod weeks;

pub use boundaries::boundaries;
pub use through::{Absence, Waits, Why, absences, waits, worst_date};
pub use week::SteadyMember;
pub use weeks::Worth;

use chrono::Weekday;

use crate::availability::{Season, seasons};
use crate::team::{Chain, Member, Policy};
use crate::time::{Minutes, Span, TimeOfDay};

use week::Week;
use weeks::Weeks;

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

/// The one chain that is best over the whole horizon, its seasons counted by their lengths, and its figures in each of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearChain {
    /// The chain. Live are handoffs that are live on every chosen day of every season; covered is the sum over the
    /// chosen days, each weighed with the minutes of its season.
    pub chain: HandoffChain,
    /// The same legs in each season, in time order.
    pub seasons: Vec<SeasonChain>,
}

/// The one chain that is best over the whole horizon of the question.
pub fn year(question: &Question) -> YearChain {
    let seasons = seasons(question.members, question.horizon);
    let mut different: Vec<(&Season, i64)> = Vec::new();
    for season in &seasons {
        match different.iter_mut().find(|(other, _)| other.offsets == season.offsets) {
            Some((_, minutes)) => *minutes += season.span.minutes().0,
            None => different.push((season, season.span.minutes().0)),
        }
    }
    let weeks: Vec<Vec<SteadyMember>> = different.iter().map(|(season, _)| steady(question, season)).collect();
    let weights: Vec<i64> = different.iter().map(|&(_, minutes)| minutes).collect();
    let chain = best_of(&weeks, &weights, question);
    let in_season = |season: &Season| {
        let week = steady(question, season);
        let weeks = Weeks::new(vec![(Week::new(&week, &question.policy.rates, question.days), 1)], question.min_live);
        SeasonChain { season: season.clone(), chain: weeks.chain(chain.legs.clone(), chain.exact) }
    };
    YearChain { seasons: seasons.iter().map(in_season).collect(), chain }
}

/// The steady weeks of the members of a question in a season.
fn steady(question: &Question, season: &Season) -> Vec<SteadyMember> {
    let members = question.members.iter().zip(&season.offsets);
    members.map(|(member, &offset)| SteadyMember::of(member, offset)).collect()
}

fn best(question: &Question, season: &Season) -> HandoffChain {
    best_of(&[steady(question, season)], &[1], question)
}

/// The best chain of some steady weeks.
pub fn best_chain(members: &[SteadyMember], policy: &Policy, days: &[Weekday], min_live: Minutes) -> HandoffChain {
    let horizon = crate::availability::WEEK;
    best_of(&[members.to_vec()], &[1], &Question { members: &[], policy, days, min_live, horizon })
}

/// The best chain over several steady weeks of the same members by their weights.
fn best_of(seasons: &[Vec<SteadyMember>], weights: &[i64], question: &Question) -> HandoffChain {
    let all: Vec<&[SteadyMember]> = seasons.iter().map(Vec::as_slice).collect();
    let pool = pool::Pool::of(&all);
    let kept: Vec<Vec<SteadyMember>> =
        all.iter().map(|week| pool.kept.iter().map(|&index| week[index].clone()).collect()).collect();
    let weeks = kept.iter().map(|members| Week::new(members, &question.policy.rates, question.days));
    let weeks = Weeks::new(weeks.zip(weights.iter().copied()).collect(), question.min_live);
    let (legs, exact) = search::best_legs(&weeks);
    let holders: Vec<usize> = legs.iter().map(|leg| leg.member).collect();
    let mut chain = weeks.chain(seam::centred(&weeks, legs), exact && pool.stands_for_all(&holders));
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
