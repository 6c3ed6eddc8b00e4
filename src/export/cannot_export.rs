//! Why a rota cannot be written.

use thiserror::Error;

use crate::words::clock::list;

/// Why a rota cannot be written in a format.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CannotExport {
    /// The tool would not know who these people are.
    #[error("{tool} knows people by their {address}, which {} {}; add it to the team file", list(names), if names.len() == 1 { "has not" } else { "have not" })]
    Unknown {
        /// The on-call tool.
        tool: &'static str,
        /// What it knows people by.
        address: &'static str,
        /// Who has none, in the team's order.
        names: Vec<String>,
    },
    /// Layers can only say a cycle.
    #[error("{0}; write overrides instead, which can say every rota")]
    NoCycle(String),
}
