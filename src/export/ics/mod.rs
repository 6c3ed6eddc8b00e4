//! Rotas, handoffs and meetings as iCalendar files (RFC 5545) for the calendars of people. Of a rota:
//!
//! - One event a shift (of a block, a piece) and tier, in UTC and without recurrence: no reader needs time-zone rules, and no change
//!   of clocks can move an event. A duty that nobody holds has no event.
//! - The UID of a duty never changes, whoever holds it, and SEQUENCE grows with the time of export: a calendar that takes the
//!   file again changes the events that it has.
//! - Free, not busy: on call one can still be invited. Outlook reads only its own word for that.
//! - No ATTENDEE and no ORGANIZER: calendars may send invitations to attendees when a file is imported, and a published event
//!   has none (RFC 5546 §3.2.1). The holder's address stands in the description.

mod calendar;
mod duties;
#[cfg(test)]
mod golden;
mod handoff;
mod line;
mod meeting;
mod once;
pub mod uid;
mod vtimezone;

pub use calendar::{Calendar, Event};
pub use duties::{Feed, cancelled, rota};
pub use handoff::handoffs;
pub use meeting::{Exception, Series, meeting};
pub use once::{Once, once};
