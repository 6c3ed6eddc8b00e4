//! Cities, countries and public holidays. (Types first; the data and the search follow with the next commits.)

use chrono::NaiveDate;

use crate::time::Zone;

/// A city of the world.
#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// Its name.
    pub name: &'static str,
    /// The first-level division it lies in.
    pub admin: &'static str,
    /// Its country.
    pub country: Country,
    /// Its zone.
    pub zone: Zone,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// People.
    pub population: u32,
}

/// A country, by its place in the list of countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Country(u16);

/// A country or a part of it, with public holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Region {
    country: Country,
}

impl Region {
    /// The whole country, when its holidays are known.
    pub fn of_country(country: Country) -> Option<Self> {
        Some(Self { country })
    }

    /// The public holidays from `first` to `last`, both inside, sorted.
    pub fn dates(&self, first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
        let _ = (first, last);
        Vec::new()
    }
}
