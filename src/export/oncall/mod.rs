//! A rota for on-call tools, in their own terms: one schedule a tier, discrete turns in UTC.
//!
//! In all of them a tier is a step of the escalation policy with a schedule of its own; two tiers in one schedule would
//! page both, or hide one behind the other.

mod calendar;
mod goalert;
mod layers;
mod pagerduty;

pub use calendar::{better_stack, grafana};
pub use goalert::goalert;
pub use layers::terraform;
pub use pagerduty::pagerduty;

use super::rota::CannotExport;
use crate::plan::rota::RotaPlan;
use crate::team::{Member, Team};
use crate::time::Span;

/// What a tool knows people by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// Their name or id there.
    Handle,
    /// Their e-mail address.
    Email,
    /// The handle, or the address where there is none.
    Either,
}

impl Address {
    /// What a member is known by; nothing where the team file does not say.
    fn of(self, member: &Member) -> Option<&str> {
        let (handle, email) = (member.handle.as_deref(), member.email.as_deref());
        match self {
            Self::Handle => handle,
            Self::Email => email,
            Self::Either => handle.or(email),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Handle => "`handle`",
            Self::Email => "`email`",
            Self::Either => "`handle` or `email`",
        }
    }

    /// Whether everybody who holds something is known.
    ///
    /// # Errors
    /// Names those who are not.
    pub fn known(self, team: &Team, plan: &RotaPlan, tool: &'static str) -> Result<(), CannotExport> {
        let holds = |member: &&Member| plan.rows.iter().any(|row| row.tiers.contains(&Some(member.name.clone())));
        let unknown = team.members.iter().filter(holds).filter(|member| self.of(member).is_none());
        let names: Vec<String> = unknown.map(|member| member.name.clone()).collect();
        if names.is_empty() { Ok(()) } else { Err(CannotExport::Unknown { tool, address: self.name(), names }) }
    }
}

/// The turns of a tier that somebody holds who is known, in time order.
fn turns<'a>(team: &'a Team, plan: &'a RotaPlan, tier: usize, by: Address) -> impl Iterator<Item = (Span, &'a str)> {
    plan.rows.iter().filter_map(move |row| {
        let holder = row.tiers.get(tier)?.as_deref()?;
        Some((row.span, by.of(team.member(holder)?)?))
    })
}

#[cfg(test)]
mod tests;
