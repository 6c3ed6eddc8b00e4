//! All cities, and in which zone and country they are.

use std::collections::BTreeSet;
use std::sync::{LazyLock, OnceLock};

use super::names::Names;
use super::table::{CityRow, RegionRow, Table};
use super::{City, Country};
use crate::time::Zone;

/// The cities of the world: all with 15,000 people, and at least one in every zone with inhabitants.
///
/// They are read from the embedded table when they are asked for, [`PART`] by `PART`, so that who asks for some pays for some.
#[derive(Debug)]
pub struct Gazetteer {
    pub(super) table: Table,
    zones: Vec<Zone>,
    parts: Vec<OnceLock<Vec<City>>>,
    all: OnceLock<Vec<City>>,
}

/// How many cities are read at once.
const PART: usize = 32;

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::load);

/// The embedded cities.
pub fn cities() -> &'static Gazetteer {
    &GAZETTEER
}

impl Gazetteer {
    /// Opens the embedded table; [`cities`] does it once.
    pub fn load() -> Self {
        let table = Table::embedded();
        let zones = table.zones().map(zone).collect();
        let parts = (0..table.cities.len().div_ceil(PART)).map(|_| OnceLock::new()).collect();
        Self { table, zones, parts, all: OnceLock::new() }
    }

    /// All cities, the most populous first. Reads them all.
    pub fn all(&self) -> &[City] {
        self.all.get_or_init(|| self.read(0, self.table.cities.len()))
    }

    /// The cities of a zone (by its name as the cities have it), the most populous first.
    pub fn in_zone(&self, zone: Zone) -> impl Iterator<Item = &City> {
        let at = self.zones.binary_search(&zone.in_force()).ok();
        at.into_iter().flat_map(|at| self.table.in_zone(at)).map(|city| self.city(city))
    }

    /// The cities of a country, the most populous first.
    pub fn in_country(&self, country: Country) -> impl Iterator<Item = &City> {
        self.table.in_country(country.code()).map(|city| self.city(city))
    }

    /// The zones in which a country has cities, by name.
    pub(super) fn zones_of_country(&self, country: Country) -> impl Iterator<Item = Zone> {
        let cities = self.table.in_country(country.code());
        let zones: BTreeSet<u16> = cities.map(|city| self.table.city(city).zone).collect();
        zones.into_iter().map(|zone| self.zones[usize::from(zone)])
    }

    /// Every zone that has a city, by name.
    pub fn zones(&self) -> impl Iterator<Item = Zone> {
        self.zones.iter().copied()
    }

    /// A city by its place in the table.
    pub(super) fn city(&self, at: u16) -> &City {
        let (part, within) = (usize::from(at) / PART, usize::from(at) % PART);
        let read = || self.read(part * PART, self.table.cities.len().min((part + 1) * PART));
        &self.parts[part].get_or_init(read)[within]
    }

    /// All names of all cities.
    pub(super) fn names(&self) -> Names<'_> {
        Names::of(&self.table)
    }

    fn read(&self, from: usize, to: usize) -> Vec<City> {
        self.table.cities[from..to].iter().map(|row| self.city_of(CityRow::read(row))).collect()
    }

    fn city_of(&self, row: CityRow) -> City {
        let region = self.table.region(row.region);
        City {
            name: self.table.text(row.text, row.name),
            admin: self.table.text(region.text, region.name),
            country: country(region),
            zone: self.zones[usize::from(row.zone)],
            latitude: f64::from(row.latitude) / 10_000.0,
            longitude: f64::from(row.longitude) / 10_000.0,
            population: row.population,
        }
    }
}

fn zone(name: &str) -> Zone {
    Zone::named(name).expect("the zones of the cities are in the tz database")
}

/// The country in which a region lies.
pub(super) fn country(region: RegionRow) -> Country {
    let code = region.country.to_le_bytes();
    let found = str::from_utf8(&code).ok().and_then(Country::of_code);
    found.expect("a region lies in a country")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gazetteer_covers_the_world() {
        let all = cities().all();
        assert!(all.len() >= 34_000 && all.windows(2).all(|pair| pair[0].population >= pair[1].population));
        for name in
            ["Australia/Eucla", "Australia/Lord_Howe", "Antarctica/Troll", "Pacific/Chatham", "America/Scoresbysund"]
        {
            let zone = Zone::named(name).expect(name);
            assert!(cities().in_zone(zone).next().is_some(), "{name}");
        }
        assert!(cities().zones().count() >= 415);
        assert!(all.iter().all(|city| city.latitude.abs() <= 90.0 && city.longitude.abs() <= 180.0));
    }

    #[test]
    fn cities_of_a_country_come_by_size() {
        let nepal = Country::named("Nepal").expect("a country");
        assert_eq!(cities().in_country(nepal).next().map(|city| city.name), Some("Kathmandu"));
    }

    /// Cities that are read one by one are those that are read at once, the last of the last part among them.
    #[test]
    fn parts_make_the_whole() {
        let gazetteer = Gazetteer::load();
        let last = gazetteer.all().len() - 1;
        for at in [0, PART - 1, PART, 2 * PART, last] {
            assert_eq!(gazetteer.city(at as u16), &gazetteer.all()[at], "{at}");
        }
    }

    #[test]
    fn zones_and_countries_list_all_their_cities() {
        let all = cities().all();
        for zone in cities().zones() {
            let there: Vec<&City> = all.iter().filter(|city| city.zone == zone).collect();
            assert_eq!(cities().in_zone(zone).collect::<Vec<_>>(), there, "{zone}");
        }
        for country in Country::all() {
            let there: Vec<&City> = all.iter().filter(|city| city.country == country).collect();
            assert_eq!(cities().in_country(country).collect::<Vec<_>>(), there, "{country}");
            let zones: BTreeSet<Zone> = there.iter().map(|city| city.zone).collect();
            assert!(cities().zones_of_country(country).eq(zones), "{country}");
        }
    }
}
