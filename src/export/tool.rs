//! On-call tools.

use super::address::Address;
use super::cannot_export::CannotExport;
use crate::plan::rota::RotaPlan;
use crate::team::Team;

/// An on-call tool.
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    /// What it is called.
    pub name: &'static str,
    /// What it knows people by.
    pub address: Address,
}

impl Tool {
    /// That everybody who holds something is known there.
    ///
    /// # Errors
    /// Names those who are not.
    pub fn knows_all(&self, team: &Team, plan: &RotaPlan) -> Result<(), CannotExport> {
        let places = plan.places_in(team);
        let holders = plan.holders().into_iter().filter_map(|holder| Some(&team.members[places[holder]?]));
        let unknown = holders.filter(|member| self.address.of(member).is_none());
        let names: Vec<String> = unknown.map(|member| member.name.clone()).collect();
        let refusal = || CannotExport::Unknown { tool: self.name, address: self.address.name(), names: names.clone() };
        if names.is_empty() { Ok(()) } else { Err(refusal()) }
    }
}
