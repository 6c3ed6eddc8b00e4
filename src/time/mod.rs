//! Instants, spans, zones and hours.
//!
//! An [`Instant`] is a minute of UTC; a [`Span`] is half-open; [`Spans`] are sorted, disjoint and never
//! touch. A [`Zone`] is the only way to an offset, and [`Rules::instant`], which it asks, the only place where a local
//! time becomes an instant (RFC 5545 §3.3.5). [`Hours`] are weekly hours in the OpenStreetMap syntax.

mod bundle;
mod dates;
mod duration;
pub mod hours;
mod instant;
mod offset;
mod span;
mod spans;
mod zone;

#[cfg(test)]
pub(crate) use bundle::lookups;
pub use bundle::{BundleVersion, Rules, bundle_version};
pub use dates::{Dates, DatesError, HORIZON_END, HORIZON_START, USUAL_WEEKS, coming_monday, usual_horizon};
pub use duration::NoDuration;
pub use hours::{Hours, HoursError, TimeOfDay, TimeRange};
pub use instant::{Instant, Minutes};
pub use offset::Offset;
pub use span::Span;
pub use spans::Spans;
pub use zone::{Clocks, Transition, UnknownZone, Zone};
