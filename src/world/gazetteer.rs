use std::collections::BTreeMap;
use std::sync::LazyLock;

use thiserror::Error;

use super::names::Names;
use super::{City, Country, Search, asset, fold};
use crate::spelling::did_you_mean;
use crate::time::Zone;

/// The cities of the world: all with 15,000 people, and at least one in every zone with inhabitants.
#[derive(Debug)]
pub struct Gazetteer {
    cities: Vec<City>,
    by_zone: BTreeMap<Zone, Vec<u32>>,
    by_country: BTreeMap<Country, Vec<u32>>,
    pub(super) regions: Vec<Region>,
    /// By city, the place of its region in `regions`.
    pub(super) region_of: Vec<u16>,
    pub(super) names: Names,
}

/// A text that names no city.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("unknown city `{name}`{}", did_you_mean(suggestions))]
pub struct UnknownCity {
    /// What was written.
    pub name: String,
    /// The nearest cities, as a team file may name them; the best first.
    pub suggestions: Vec<String>,
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

    /// The city that a team file means: `Lisbon`, `Austin, Texas, US`, `San José, CR`.
    ///
    /// Case and accents do not matter. Parts after a comma name the region or the country, whole or by code. Of several
    /// cities the largest wins, and a city's own name wins over an alternate name of another.
    ///
    /// # Errors
    /// When there is none; with the nearest ones.
    pub fn find(&self, text: &str) -> Result<&City, UnknownCity> {
        let parts: Vec<&str> = text.split(',').map(str::trim).collect();
        (1..=parts.len())
            .rev()
            .find_map(|split| self.best(&parts[..split].join(" "), &parts[split..]))
            .ok_or_else(|| UnknownCity { name: text.to_owned(), suggestions: self.suggestions(text, &parts) })
    }

    fn best(&self, name: &str, qualifiers: &[&str]) -> Option<&City> {
        let name = fold(name);
        if name.is_empty() {
            return None;
        }
        let fits = |at: u32| qualifiers.iter().all(|qualifier| self.lies_in(at as usize, qualifier));
        let found = self.names.exactly(&name).filter(|&(at, _)| fits(at));
        found.min_by_key(|&(at, own)| (!own, at)).map(|(at, _)| &self.cities[at as usize])
    }

    /// Whether a written part names the city's region or country, or is its position.
    fn lies_in(&self, at: usize, qualifier: &str) -> bool {
        let folded = fold(qualifier);
        let region = &self.regions[usize::from(self.region_of[at])];
        region.country.is_named(&folded) || region.is_named(&folded) || self.cities[at].position() == qualifier
    }

    /// The places that someone may have meant: those of that name elsewhere, or else those of a similar name.
    fn suggestions(&self, text: &str, parts: &[&str]) -> Vec<String> {
        let with_country = |city: &City| {
            let label = format!("{}, {}", city.name, city.country.code());
            if self.find(&label).is_ok_and(|found| found == city) { label } else { city.label() }
        };
        let name: String = parts[0].chars().take(60).collect();
        if parts.len() > 1
            && let Some(city) = self.best(&name, &[])
        {
            return vec![with_country(city)];
        }
        let search = Search::new();
        let similar = |text: &str| search.cities(text, 3);
        let whole: String = text.chars().take(60).collect();
        let found = Some(similar(&whole)).filter(|found| !found.is_empty()).unwrap_or_else(|| similar(&name));
        found.into_iter().map(|city| if parts.len() > 1 { with_country(city) } else { city.label() }).collect()
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

    fn found(text: &str) -> String {
        let city = cities().find(text).unwrap_or_else(|error| panic!("{error}"));
        format!("{}, {}, {}", city.name, city.admin, city.country.code())
    }

    #[test]
    fn team_files_name_cities() {
        let cases = [
            ("Lisbon", "Lisbon, Lisbon, PT"),
            ("lisbon", "Lisbon, Lisbon, PT"),
            ("Lisbon, PT", "Lisbon, Lisbon, PT"),
            ("Lisboa, Portugal", "Lisbon, Lisbon, PT"),
            ("Austin", "Austin, Texas, US"),
            ("Austin, Texas, US", "Austin, Texas, US"),
            ("Austin, TX", "Austin, Texas, US"),
            ("Austin, Minnesota", "Austin, Minnesota, US"),
            ("San José, CR", "San José, San José, CR"),
            ("San Jose, CA", "San Jose, California, US"),
            ("Barcelona", "Barcelona, Catalonia, ES"),
            ("Bombay", "Mumbai, Maharashtra, IN"),
            ("München", "Munich, Bavaria, DE"),
            ("Medellin", "Medellín, Antioquia, CO"),
            ("Medellín", "Medellín, Antioquia, CO"),
            ("Portland, ME", "Portland, Maine, US"),
            ("Berlin, DE", "Berlin, State of Berlin, DE"),
            ("Vancouver, BC, Canada", "Vancouver, British Columbia, CA"),
            ("Sydney, NSW", "Sydney, New South Wales, AU"),
            ("London, UK", "London, England, GB"),
            ("Washington, DC", "Washington, District of Columbia, US"),
            ("Москва", "Moscow, Moscow, RU"),
            ("Lord Howe", "Lord Howe Island, New South Wales, AU"),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn unknown_cities_get_a_suggestion() {
        let cases = [
            ("Lisboa, BR", "unknown city `Lisboa, BR`; did you mean `Lisbon, PT`?"),
            ("Austin, France", "unknown city `Austin, France`; did you mean `Austin, US`?"),
            ("qqqqqqqq", "unknown city `qqqqqqqq`"),
            ("", "unknown city ``"),
            (",,", "unknown city `,,`"),
        ];
        for (text, expected) in cases {
            assert_eq!(cities().find(text).expect_err(text).to_string(), expected);
        }
        for (text, first) in [("Lisbo", "Lisbon"), ("Bangkkok", "Bangkok"), ("Pragu, CZ", "Prague, CZ")] {
            assert_eq!(cities().find(text).expect_err(text).suggestions[0], first, "{text}");
        }
    }

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
