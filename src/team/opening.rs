//! A hire that is wanted.

use crate::time::{Hours, Minutes};
use crate::world::Country;

use super::Place;

/// A hire that is wanted (SPEC section 8).
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// What the opening is called.
    pub name: String,
    /// The hours of the hire, in their local time.
    pub hours: Hours,
    /// How far a candidate may shift the hours, in whole half-hours.
    pub shift: Minutes,
    /// Only these countries; all when empty.
    pub countries: Vec<Country>,
    /// Not these countries.
    pub not_countries: Vec<Country>,
    /// Only cities with at least so many people.
    pub min_population: u32,
    /// What a place must offer.
    pub requirements: Vec<Requirement>,
    /// What the hire is for.
    pub goal: Goal,
    /// Whether contact with a member counts less for every hour between the clocks, as has been measured (see `plan::hire`); off unless
    /// said. It is for the goal `Overlap` and its weight.
    pub fades_with_distance: bool,
    /// How many people are wanted, 1 to 3.
    pub people: u8,
    /// People with names, compared in the same table.
    pub candidates: Vec<Candidate>,
}

impl Opening {
    /// An opening with everything else as it is unless said.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            hours: Self::usual_hours(),
            shift: Minutes::ZERO,
            countries: Vec::new(),
            not_countries: Vec::new(),
            min_population: 0,
            requirements: Vec::new(),
            goal: Goal::Overlap,
            fades_with_distance: false,
            people: 1,
            candidates: Vec::new(),
        }
    }

    /// `Mo-Fr 09:00-17:00`, the hours of an opening unless said.
    pub fn usual_hours() -> Hours {
        Hours::parse("Mo-Fr 09:00-17:00").expect("the usual hours are standard hours")
    }
}

/// At least so much overlap a workday with each of these members, in every season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// With whom, by name.
    pub with: Vec<String>,
    /// A workday.
    pub at_least: Minutes,
}

/// What a hire is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// Time shared with the team.
    Overlap,
    /// Hours of the week in which somebody works.
    Coverage,
    /// A chain that follows the sun.
    Handoff,
    /// A mixture, by weight.
    Weights {
        /// Of overlap.
        overlap: f64,
        /// Of coverage.
        coverage: f64,
        /// Of handoff.
        handoff: f64,
    },
}

/// Somebody who applied.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Their name.
    pub name: String,
    /// Where they live.
    pub place: Place,
    /// Their own hours.
    pub hours: Hours,
}
