//! The table of the cities, `assets/cities.table`: looked up where it lies, so that nothing need be read before it is asked for.
//!
//! The file opens with the ends of its sections (`u32` each, the lowest byte first), which follow in this order:
//!
//! | section | what it holds |
//! | --- | --- |
//! | about | the lines of text that name the source and its licence |
//! | names | an fst map of the folded text from each start of a word in a name on, to the place of its first row in starts |
//! | starts | a [`Start`] for each of these words, sorted by the text |
//! | cities | a [`CityRow`] for each city, the most populous first |
//! | regions | a [`RegionRow`] for each state, province or the like |
//! | zones | a [`ListRow`] for each zone, by name |
//! | countries | a [`ListRow`] for each country, by code |
//! | by zone | the cities of each zone, a `u16` each |
//! | by country | the cities of each country, a `u16` each |
//! | texts | names, folded names and codes, without anything between |

mod make;
mod read;
mod row;

pub use make::make_table;
pub(super) use read::Table;
pub(super) use row::{CityRow, RegionRow, Start};

#[cfg(test)]
mod tests;
