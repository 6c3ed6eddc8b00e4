//! All cities, and in which zone and country they are.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::names::Names;
use super::{City, Country, asset, fold};
use crate::time::Zone;

/// The cities of the world: all with 15,000 people, and at least one in every zone with inhabitants.
#[derive(Debug)]
pub struct Gazetteer {
    pub(super) cities: Vec<City>,
    by_zone: BTreeMap<Zone, Vec<u32>>,
    by_country: BTreeMap<Country, Vec<u32>>,
    pub(super) regions: Vec<Region>,
    /// By city, the place of its region in `regions`.
    pub(super) region_of: Vec<u16>,
    pub(super) names: Names,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::load);

/// The embedded cities, unpacked when first asked for.
pub fn cities() -> &'static Gazetteer {
    &GAZETTEER
}

impl Gazetteer {
    /// Unpacks and indexes the embedded cities; [`cities`] does it once. What is unpacked is never freed.
    pub fn load() -> Self {
        Self::read(asset::unpack(include_bytes!("../../assets/cities.tsv.zst")).leak())
    }

    /// All cities, the most populous first.
    pub fn all(&self) -> &[City] {
        &self.cities
    }

    /// The cities of a zone (by its name as the cities have it), the most populous first.
    pub fn in_zone(&self, zone: Zone) -> impl Iterator<Item = &City> {
        self.listed(self.by_zone.get(&zone.in_force()))
    }

    /// The cities of a country, the most populous first.
    pub fn in_country(&self, country: Country) -> impl Iterator<Item = &City> {
        self.listed(self.by_country.get(&country))
    }

    /// Every zone that has a city, by name.
    pub fn zones(&self) -> impl Iterator<Item = Zone> {
        self.by_zone.keys().copied()
    }

    fn listed<'a>(&'a self, at: Option<&'a Vec<u32>>) -> impl Iterator<Item = &'a City> {
        at.into_iter().flatten().map(|&at| &self.cities[at as usize])
    }

    /// Reads the asset: `[regions]` (country, name, code), `[zones]`, and `[cities]` that refer to both by number.
    fn read(text: &'static str) -> Self {
        let mut lines = asset::lines(text).skip(1);
        let regions: Vec<_> = lines.by_ref().take_while(|line| *line != "[zones]").map(Region::read).collect();
        let zones: Vec<_> = lines.by_ref().take_while(|line| *line != "[cities]").map(zone).collect();
        let (mut cities, mut region_of, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for line in lines {
            let (city, region, names) = city(line, &regions, &zones);
            cities.push(city);
            region_of.push(region);
            others.push(names);
        }
        let (mut by_zone, mut by_country) = (BTreeMap::new(), BTreeMap::new());
        for (at, city) in (0..).zip(&cities) {
            by_zone.entry(city.zone).or_insert_with(Vec::new).push(at);
            by_country.entry(city.country).or_insert_with(Vec::new).push(at);
        }
        let names = Names::new((0..).zip(cities.iter().zip(others)).flat_map(|(at, (city, others))| {
            let own: &'static str = fold(city.name).leak();
            let others = others.split(';').filter(|name| !name.is_empty());
            std::iter::once((at, own, true)).chain(others.map(move |name| (at, name, false)))
        }));
        Self { cities, by_zone, by_country, regions, region_of, names }
    }
}

/// A state, province or the like; without a name where the source has none.
#[derive(Debug)]
pub(super) struct Region {
    pub country: Country,
    name: &'static str,
    /// The code that people write, `tx`; empty where they write nothing short.
    code: String,
    folded: String,
}

impl Region {
    fn read(line: &'static str) -> Self {
        let mut columns = line.split('\t');
        let mut next = || columns.next().expect("a region has three columns");
        let country = Country::of_code(next()).expect("a region lies in a country");
        let name = next();
        Self { country, name, code: fold(next()), folded: fold(name) }
    }

    /// Whether this folded text is its name or code.
    pub fn is_named(&self, folded: &str) -> bool {
        !folded.is_empty() && (self.folded == folded || self.code == folded)
    }

    /// Whether its name begins with this folded text.
    pub fn begins(&self, folded: &str) -> bool {
        self.folded.starts_with(folded)
    }
}

fn zone(name: &str) -> Zone {
    Zone::named(name).expect("the zones of the cities are in the tz database")
}

/// A city, the place of its region, and its folded other names, parted by `;`.
fn city(line: &'static str, regions: &[Region], zones: &[Zone]) -> (City, u16, &'static str) {
    fn number<T: std::str::FromStr>(text: &str) -> T {
        text.parse().ok().expect("a number in the cities")
    }
    let mut columns = line.split('\t');
    let mut next = || columns.next().expect("a city has seven columns");
    let (name, at) = (next(), number::<u16>(next()));
    let region = &regions[usize::from(at)];
    let city = City {
        name,
        admin: region.name,
        country: region.country,
        zone: zones[number::<usize>(next())],
        latitude: number(next()),
        longitude: number(next()),
        population: number(next()),
    };
    (city, at, next())
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

    /// The script that made the asset folds as the program does, and no name is too long for the index.
    #[test]
    fn alternate_names_are_folded() {
        let text = asset::unpack(include_bytes!("../../assets/cities.tsv.zst"));
        let (_, cities) = text.split_once("[cities]\n").expect("the part with the cities");
        let names = || cities.lines().filter_map(|line| line.rsplit('\t').next()).flat_map(|names| names.split(';'));
        let other: Vec<_> = names().filter(|name| fold(name) != *name || name.len() > 255).collect();
        assert!(names().count() > 100_000 && other.is_empty(), "{other:?}");
    }

    #[test]
    fn cities_of_a_country_come_by_size() {
        let nepal = Country::named("Nepal").expect("a country");
        assert_eq!(cities().in_country(nepal).next().map(|city| city.name), Some("Kathmandu"));
    }
}
