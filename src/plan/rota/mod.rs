//! Rotas: who is on duty when (SPEC section 7).
//!
//! [`plan()`] reads from the top: [`shifts`] cuts the horizon, [`facts`] in integers are built from the team, a first rota is constructed
//! and [`improve`]d, [`bound`] proves how good it can get at best, and [`explain`] says why. The hard rules are a list in [`rule`], by
//! which [`check()`] judges any rota; [`objective`] compares two. People are the eligible members: see [`Facts`](facts::Facts) for who a `MemberId` is.

mod ask;
pub mod bound;
mod build;
mod check;
mod construct;
pub mod difference;
mod error;
pub mod explain;
pub mod facts;
mod hours;
pub mod improve;
mod loads;
pub mod objective;
mod plan;
pub mod problem;
pub mod quality;
pub mod relax;
mod roster;
pub mod rule;
mod shift;
pub mod shifts;
mod state;
pub mod swap;
mod tables;
pub mod trade;
mod walks;
mod weekends;

pub use ask::{Progress, Published, PublishedRow, Replan, Search};
pub use check::{breaches, check};
pub use error::RotaError;
pub use plan::{MemberHours, RotaPlan, Row, plan, plan_watched};
pub use roster::Roster;
pub use shift::{Duty, Shift};
pub use weekends::weekends;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
