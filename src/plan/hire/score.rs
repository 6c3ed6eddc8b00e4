//! How well a place serves an opening, and why it cannot be the one.

use std::fmt;

use crate::team::{Goal, Opening, Requirement};
use crate::time::{Hours, Minutes};
use crate::world::{City, Country};

use super::ask::Question;
use super::place::{Figures, Shared};

/// Why a place cannot be the one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fail {
    /// A requirement is not met.
    Requirement {
        /// With whom the overlap is wanted.
        with: String,
        /// What is wanted a workday.
        at_least: Minutes,
        /// What there is a workday in the worst season.
        found: Minutes,
    },
    /// No city of the zone lies in a country that is allowed.
    Country,
    /// No city of the zone (in an allowed country) has so many people.
    Population(u32),
}

impl fmt::Display for Fail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Requirement { with, at_least, found } => {
                write!(f, "shares {found} a workday with {with} in the worst season, wanted are {at_least}")
            }
            Self::Country => f.write_str("in no allowed country"),
            Self::Population(least) => write!(f, "no city of {least} people or more"),
        }
    }
}

/// Which requirements of the opening are not met.
pub(super) fn unmet(question: &Question, figures: &Figures) -> Vec<Fail> {
    question.opening.requirements.iter().flat_map(|requirement| too_little(question, figures, requirement)).collect()
}

/// Whether a country is allowed.
pub(super) fn allows(opening: &Opening, country: Country) -> bool {
    (opening.countries.is_empty() || opening.countries.contains(&country)) && !opening.not_countries.contains(&country)
}

/// Why none of some cities can be the one.
pub(super) fn excluded<'a>(opening: &Opening, cities: impl Iterator<Item = &'a City>) -> Option<Fail> {
    let mut in_allowed = cities.filter(|city| allows(opening, city.country)).peekable();
    if in_allowed.peek().is_none() {
        return Some(Fail::Country);
    }
    in_allowed.all(|city| city.population < opening.min_population).then_some(Fail::Population(opening.min_population))
}

/// The members of a requirement with whom there is too little, in the worst steady week. A workday is a fifth of the
/// week, or less when the hours have more days.
fn too_little(question: &Question, figures: &Figures, requirement: &Requirement) -> Vec<Fail> {
    let days = workdays(&figures.hours).max(1);
    let with =
        question.members.iter().zip(&figures.members).filter(|(member, _)| requirement.with.contains(&member.name));
    with.map(|(member, shared)| (member, Minutes(shared.worst.0 / days)))
        .filter(|(_, found)| *found < requirement.at_least)
        .map(|(member, found)| Fail::Requirement { with: member.name.clone(), at_least: requirement.at_least, found })
        .collect()
}

/// The days of the week on which some hours start.
pub(super) fn workdays(hours: &Hours) -> i64 {
    let days = (0..7u8).filter_map(|day| chrono::Weekday::try_from(day).ok());
    days.filter(|day| !hours.starting_on(*day).is_empty()).count() as i64
}

/// How well a place serves the opening's goal: percent of the hire's own hours that serve it.
///
/// Overlap: what is shared with all members at once; where the members share nothing among themselves, what is shared with a mean
/// member; if contact fades with distance, that which is left of it with a mean member. What the mean member shares in the worst season decides ties.
/// Coverage: what the hire covers that nobody covered. Handoff: by how much the best chain's coverage grows, in days of the
/// chain, and its longest gap shrinks, half each. Weights: the weighted mean of the three.
pub(super) fn score(question: &Question, figures: &Figures) -> f64 {
    let of_own = |minutes: f64| if figures.own.0 == 0 { 0.0 } else { 100.0 * minutes / figures.own.0 as f64 };
    let members = figures.members.len().max(1) as f64;
    let mean_of = |pick: fn(&Shared) -> Minutes| {
        figures.members.iter().map(|member| pick(member).0 as f64).sum::<f64>() / members
    };
    let shared = match figures.contact {
        Some(contact) => contact.0 as f64,
        None if figures.team > Minutes::ZERO => figures.together.mean.0 as f64,
        None => mean_of(|m| m.mean),
    };
    let overlap = of_own(0.9999 * shared + 0.0001 * mean_of(|m| m.worst));
    let coverage = of_own(figures.coverage.gain.0 as f64);
    let chain = figures.chain.unwrap_or_default();
    let days = workdays(&figures.hours).max(1) as f64;
    let handoff =
        0.5 * of_own(days * chain.covered_growth().0 as f64) + 0.5 * of_own(days * chain.gap_shrink().0 as f64);
    of_goal(question.opening.goal, [overlap, coverage, handoff])
}

/// The score for a goal, of what overlap, coverage and handoff come to.
pub(super) fn of_goal(goal: Goal, [overlap, coverage, handoff]: [f64; 3]) -> f64 {
    match goal {
        Goal::Overlap => overlap,
        Goal::Coverage => coverage,
        Goal::Handoff => handoff,
        Goal::Weights { overlap: o, coverage: c, handoff: h } => {
            let all = o + c + h;
            if all > 0.0 { (o * overlap + c * coverage + h * handoff) / all } else { 0.0 }
        }
    }
}

/// Whether the goal asks for the chain.
pub(super) fn needs_chain(goal: Goal) -> bool {
    matches!(goal, Goal::Handoff) || matches!(goal, Goal::Weights { handoff, .. } if handoff > 0.0)
}
