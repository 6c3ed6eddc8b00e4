//! The team file: members, stays, leave, policy, meetings, chains, rotas and openings.
//!
//! [`Team`] is what a file says after every datum was checked: cities and zones are resolved, dates are in order,
//! names are unique, whoever is named exists.

pub mod busy;
mod diagnostic;
mod edit;
mod excerpt;
mod format;
mod meeting;
mod member;
mod member_id;
mod opening;
mod policy;
mod read;
mod rewrite;
mod ron;
mod rota;
mod source;
mod what_if;
mod write;

pub use busy::{Busy, Calendar, Content, MAX_CALENDAR_BYTES, calendar_diagnostics};
pub use diagnostic::{Diagnostic, Diagnostics, Severity};
pub use format::{MOST_MEMBERS, SCHEMA_VERSION};
pub use meeting::{Attendees, Every, Meeting, MeetingOptions, Nth, Slot};
pub use member::{Capacity, HolidayChoice, Member, Place, Stay};
pub use member_id::MemberId;
pub use opening::{Candidate, Goal, Opening, Requirement};
pub use policy::{Policy, Rates};
pub use read::{MAX_FILE_BYTES, read};
pub use rewrite::{Rewritten, rewrite};
pub use rota::{Order, Pin, Rota, Shifts, Tiers, WeeklyBoundary};
pub use what_if::{ImpossibleWhatIf, WhatIf};
pub use write::write;

use chrono::Weekday;

use crate::time::Minutes;

/// A team as its file describes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Team {
    /// What the team is called.
    pub name: String,
    /// Who is in it, in the file's order. Names are unique.
    pub members: Vec<Member>,
    /// Rates, rest and targets.
    pub policy: Policy,
    /// Recurring meetings.
    pub meetings: Vec<Meeting>,
    /// Work that follows the sun.
    pub chains: Vec<Chain>,
    /// Escalation rotas.
    pub rotas: Vec<Rota>,
    /// Hires that are wanted.
    pub openings: Vec<Opening>,
}

impl Team {
    /// The member of this name.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name == name)
    }
}

/// A handoff chain that is to be planned (SPEC section 6).
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// What the chain is called.
    pub name: String,
    /// Only members with this role take a leg; everybody when none is given.
    pub role: Option<String>,
    /// The UTC days on which the chain runs.
    pub days: Vec<Weekday>,
    /// How long both must be `Preferred` together for a live handoff, when not the policy's.
    pub min_live: Option<Minutes>,
}

impl Chain {
    /// Monday to Friday, the days of a chain unless said.
    pub const WORKDAYS: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
}
