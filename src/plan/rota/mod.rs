//! Rotas: who is on duty when (SPEC section 7).
//!
//! [`plan()`] reads from the top: [`shifts`] cuts the horizon, a [`problem`] of integers is built from the team, a first rota is
//! constructed and [`improve`]d, [`bound`] proves how good it can get at best, and [`explain`] says why. The hard rules are a list in
//! [`rule`], which judges any rota; [`objective`] compares two.

pub mod bound;
mod build;
mod construct;
pub mod difference;
mod error;
pub mod explain;
mod hours;
pub mod improve;
pub mod objective;
mod plan;
pub mod problem;
pub mod quality;
pub mod relax;
pub mod rule;
pub mod shifts;
mod state;
pub mod swap;
mod tables;
pub mod trade;
mod walks;

pub use error::RotaError;
pub use plan::{MemberHours, Progress, Published, PublishedRow, Replan, RotaPlan, Row, Search, plan, plan_watched};

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
