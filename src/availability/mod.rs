//! Who is available when: a member's level at every instant and what an instant costs them (SPEC section 2), the seasons of a team
//! (section 1), and the weeks of its members over a horizon, of which every column's figures are made.
//!
//! - [`Almanac`] places members in time, by the one walk over their dates; [`Availability`] is what it finds.
//! - [`seasons`] says where a season begins and why. [`SteadySeasons`] holds the steady week of every member in each of them.
//! - [`Years`] holds every member's weeks over a horizon, equal ones once: means, worst weeks, unions and waits are sums over them.

mod alike;
mod almanac;
mod book;
mod burden;
mod calendar;
mod level;
mod levels;
mod presence;
mod season;
mod sets;
mod steady;
mod waits;
mod week;
mod year;
mod years;

pub use alike::{Alike, SortId};
pub use almanac::{Almanac, Basis};
pub use book::{Book, HoursId, SharedWeeks, WeekId};
pub use burden::{Points, RateMinutes};
pub use calendar::Calendar;
pub use level::Level;
pub use levels::Availability;
pub use presence::{Presence, PresenceId};
pub use season::{Cause, Change, Season, offsets, seasons, whereabouts};
pub use sets::SetId;
pub use steady::SteadySeasons;
pub use waits::{Wait, Waits};
pub use week::{SteadyWeek, WEEK, steady_week};
pub use year::{Year, YearOf, runs};
pub use years::{AWeek, SeasonWith, Years};

#[cfg(test)]
mod tests;
