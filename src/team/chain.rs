//! A handoff chain that is wanted.

use chrono::Weekday;

use crate::time::Minutes;

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
