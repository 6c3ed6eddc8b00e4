//! Answers as JSON, for machines (SPEC section 9; more keys may be added, none go away).
//!
//! Instants are RFC 3339 in UTC (`2027-01-04T14:00:00Z`), durations whole minutes, burdens points, dates and times of day as people
//! write them (`2027-01-04`, `14:00`). Every text ends with a line break.

mod cadence;
mod cities;
mod handoff;
mod hire;
mod meet;
mod nudge;
mod overlap;
mod pairs;
mod panel;
mod rota;
mod rows;
mod scenario;
mod text;
mod what_if;

pub use cadence::{cadence, missed};
pub use cities::cities;
pub use handoff::handoff;
pub use hire::HireDocument;
pub use meet::{meet, settled};
pub use overlap::OverlapDocument;
pub use pairs::PairsDocument;
pub use panel::panel;
pub use rota::rota;
pub use rows::write;
pub use scenario::scenarios;
pub use text::text;
pub use what_if::Supposed;
