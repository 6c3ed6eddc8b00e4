//! The hard rules of a rota: a list that reads as a table of contents, one file a rule.
//!
//! A [`Rule`] is one row: what breaks it, its sentence for "why not", its [`Shape`]s for the search and the bounds, and how it may give.
//! [`check()`](super::check()) judges any roster by them, whoever made it. To add a rule, write its file and its line in [`RULES`].

mod available;
mod eligible;
mod one_tier;
mod pinned;
mod rest;
mod row;
mod seven_days;
mod shape;
mod weeks_in_a_row;

pub use available::AVAILABLE;
pub use eligible::ELIGIBLE;
pub use one_tier::ONE_TIER;
pub use pinned::PINNED;
pub use rest::REST;
pub use row::{Breach, Ease, Findings, Rule};
pub use seven_days::SHIFTS_PER_SEVEN_DAYS;
pub use shape::{Cap, Shape, Within};
pub use weeks_in_a_row::WEEKS_IN_A_ROW;

/// All hard rules, in the order in which "why not" gives reasons. That a duty has at most one holder is in the shape of a [`Roster`](super::Roster).
pub static RULES: [&Rule; 7] =
    [&ELIGIBLE, &AVAILABLE, &ONE_TIER, &PINNED, &REST, &SHIFTS_PER_SEVEN_DAYS, &WEEKS_IN_A_ROW];

#[cfg(test)]
mod one_more;
#[cfg(test)]
mod tests;
