//! Cities, countries, weekends, public holidays, and the search for all of them.
//!
//! - [`cities`] gives the [`Gazetteer`]: 34,000 [`City`]s, the most populous first. [`Gazetteer::find`] reads a city as
//!   a team file writes it (`Austin, Texas, US`), [`City::label`] writes it so.
//! - [`search`] is for typing: fuzzy, without accents, by the quality of the match and the population; it finds
//!   countries, zones and abbreviations of zones too.
//! - [`holiday`] has the public holidays 2025 to 2035 of countries and their subdivisions, [`Country`] the weekends, [`Customs`] how
//!   times and weeks are written where a locale comes from.
//!
//! The data are embedded (`assets/`) and listed with their licences by [`sources`]. The cities are a table that is looked up where it
//! lies, made by [`make_table`]; the others are text that is read when first used.

mod asset;
mod city;
mod clock_law;
mod coast;
mod country;
mod distance;
mod fold;
mod gazetteer;
pub mod holiday;
mod label;
mod locale;
mod names;
pub mod search;
mod source;
pub mod sun;
mod table;

pub use city::City;
pub use clock_law::ClockLaw;
pub use coast::{Ring, Spot, coasts};
pub use country::{Country, UnknownCountry};
pub use fold::fold;
pub use gazetteer::{Gazetteer, cities};
pub use holiday::{Holiday, Region, UnknownRegion};
pub use label::UnknownCity;
pub use locale::Customs;
pub use search::{Hit, Search};
pub use source::{Source, sources};
pub use table::make_table;
