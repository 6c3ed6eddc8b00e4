//! A rota for on-call tools, in their own terms: one schedule a tier, discrete duties in UTC.
//!
//! In all of them a tier is a step of the escalation policy with a schedule of its own; two tiers in one schedule would
//! page both, or hide one behind the other.

mod calendar;
mod duties;
mod goalert;
mod layers;
mod pagerduty;

pub use calendar::{better_stack, grafana};
pub use goalert::goalert;
pub use layers::terraform;
pub use pagerduty::pagerduty;

#[cfg(test)]
mod tests;
