//! The team file: members, stays, leave, policy, meetings, chains, rotas and openings.
//!
//! [`Team`] is what a file says after every datum was checked: cities and zones are resolved, dates are in order,
//! names are unique, whoever is named exists.

pub mod busy;
mod chain;
mod compare;
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
#[expect(clippy::module_inception, reason = "the file of the type `Team`")]
mod team;
mod what_if;
mod write;

pub use busy::{Busy, Calendars, Content, MAX_CALENDAR_BYTES, calendar_diagnostics};
pub use chain::Chain;
pub use compare::{Change, Difference, differences};
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
pub use team::Team;
pub use what_if::{ImpossibleWhatIf, WhatIf};
pub use write::write;
