//! Makes the table of the cities from their readable list.

use std::collections::BTreeMap;

use fst::raw::Builder;

use super::read::SECTIONS;
use super::row::{CityRow, ListRow, RegionRow, Start};
use crate::world::fold::{fold, letters};

/// The table of a list of cities: `assets/cities.table` of the text of `assets/cities.tsv.zst`. The same list gives the same bytes.
///
/// The list has lines that begin with `#` and name the source, `[regions]` (country, name, code), `[zones]`, and `[cities]` (name,
/// region and zone by their places, degrees north and east, people, and folded other names parted by `;`).
///
/// # Panics
/// When the list is no such list: it is made by `assets/make`.
pub fn make_table(list: &str) -> Vec<u8> {
    let (about, rows): (Vec<&str>, Vec<&str>) = list.lines().partition(|line| line.starts_with('#'));
    let mut rows = rows.into_iter().skip(1);
    let mut made = Made::default();
    let regions: Vec<Region> =
        rows.by_ref().take_while(|line| *line != "[zones]").map(|line| made.region(line)).collect();
    let zones: Vec<&str> = rows.by_ref().take_while(|line| *line != "[cities]").collect();
    let cities: Vec<City> = rows.map(|line| made.city(line)).collect();
    let city_count = u16::try_from(cities.len()).expect("a city's place fits its two bytes");

    let places = || (0..city_count).zip(&cities);
    let by_zone = places().map(|(at, city)| (zones[usize::from(city.zone)], at));
    let by_country = places().map(|(at, city)| (regions[usize::from(city.region)].country, at));
    assert!(zones.is_sorted(), "zones stand in the order of their names");
    let (zone_rows, by_zone) = made.lists(by_zone);
    let (country_rows, by_country) = made.lists(by_country);
    let (names, starts) = names(places());
    let about = about.iter().flat_map(|line| [line.as_bytes(), b"\n"]).flatten().copied().collect();
    let mut texts = made.texts.into_bytes();
    texts.shrink_to_fit();
    file(&[about, names, starts, made.cities, made.regions, zone_rows, country_rows, by_zone, by_country, texts])
}

struct Region<'a> {
    country: &'a str,
}

/// What the index needs of a city.
struct City<'a> {
    region: u16,
    zone: u16,
    folded: String,
    others: Vec<&'a str>,
}

/// The rows and texts made so far.
#[derive(Default)]
struct Made {
    regions: Vec<u8>,
    cities: Vec<u8>,
    texts: String,
}

impl Made {
    fn region<'a>(&mut self, line: &'a str) -> Region<'a> {
        let [country, name, code] = columns(line);
        let (folded, code) = (fold(name), fold(code));
        let row = RegionRow {
            text: self.texts(&[name, &folded, &code]),
            name: len(name),
            folded: len(&folded),
            code: len(&code),
            country: u16::from_le_bytes(country.as_bytes().try_into().expect("a code of two letters")),
        };
        row.write(&mut self.regions);
        Region { country }
    }

    fn city<'a>(&mut self, line: &'a str) -> City<'a> {
        let [name, region, zone, latitude, longitude, population, others] = columns(line);
        let (region, zone, folded) = (number(region), number(zone), fold(name));
        let row = CityRow {
            text: self.texts(&[name, &folded]),
            name: len(name),
            folded: len(&folded),
            region,
            zone,
            latitude: ten_thousandths(latitude),
            longitude: ten_thousandths(longitude),
            population: number(population),
            letters: letters(folded.as_bytes()),
        };
        row.write(&mut self.cities);
        let others = others.split(';').filter(|name| !name.is_empty()).collect();
        City { region, zone, folded, others }
    }

    /// Adds texts behind each other, and says where the first begins.
    fn texts(&mut self, texts: &[&str]) -> u32 {
        let at = u32::try_from(self.texts.len()).expect("a place in the texts fits its four bytes");
        self.texts.extend(texts.iter().copied());
        at
    }

    /// The rows of what lists cities, and all that is listed.
    fn lists<'a>(&mut self, cities: impl Iterator<Item = (&'a str, u16)>) -> (Vec<u8>, Vec<u8>) {
        let mut lists: BTreeMap<&str, Vec<u16>> = BTreeMap::new();
        for (name, city) in cities {
            lists.entry(name).or_default().push(city);
        }
        let (mut rows, mut listed) = (Vec::new(), Vec::new());
        for (name, cities) in lists {
            listed.extend(cities.into_iter().flat_map(u16::to_le_bytes));
            let end = listed.len() as u32 / 2;
            ListRow { text: self.texts(&[name]), name: len(name), end }.write(&mut rows);
        }
        (rows, listed)
    }
}

/// The fst of the texts from each start of a word on, and the starts in its order.
fn names<'a>(cities: impl Iterator<Item = (u16, &'a City<'a>)>) -> (Vec<u8>, Vec<u8>) {
    let mut starts: Vec<(&str, Start)> = Vec::new();
    for (city, City { folded, others, .. }) in cities {
        let own = std::iter::once((folded.as_str(), Start::IS_OWN));
        for (name, own) in own.chain(others.iter().map(|name| (*name, 0))) {
            let spaces = name.match_indices(' ').map(|(space, _)| (space + 1, 0));
            for (at, whole) in std::iter::once((0, Start::IS_WHOLE)).chain(spaces) {
                let text = &name[at..];
                starts.push((text, Start { city, len: len(text), marks: own | whole }));
            }
        }
    }
    starts.sort_by_key(|(text, _)| *text);
    let mut names = Builder::memory();
    let mut rows = Vec::new();
    let mut before = None;
    for (place, &(text, start)) in starts.iter().enumerate() {
        let is_first = before.replace(text) != Some(text);
        if is_first {
            names.insert(text, place as u64).expect("texts come in their order");
        }
        let first = if is_first { Start::IS_FIRST } else { 0 };
        Start { marks: start.marks | first, ..start }.write(&mut rows);
    }
    (names.into_inner().expect("memory does not fail"), rows)
}

/// The sections behind their ends.
fn file(sections: &[Vec<u8>; SECTIONS]) -> Vec<u8> {
    let mut end = 4 * sections.len();
    let ends = sections.iter().flat_map(|section| {
        end += section.len();
        u32::try_from(end).expect("a section's end fits its four bytes").to_le_bytes()
    });
    ends.chain(sections.iter().flatten().copied()).collect()
}

fn columns<const COUNT: usize>(line: &str) -> [&str; COUNT] {
    let columns: Vec<&str> = line.split('\t').collect();
    columns.try_into().unwrap_or_else(|_| panic!("a line of {COUNT} columns: {line}"))
}

fn number<T: std::str::FromStr>(text: &str) -> T {
    text.parse().unwrap_or_else(|_| panic!("a number: {text}"))
}

/// Degrees with four decimals: `-9.1333` is -91333.
fn ten_thousandths(degrees: &str) -> i32 {
    let (_, decimals) = degrees.split_once('.').unwrap_or_default();
    assert_eq!(decimals.len(), 4, "degrees with four decimals: {degrees}");
    number(&degrees.replace('.', ""))
}

fn len(text: &str) -> u8 {
    u8::try_from(text.len()).unwrap_or_else(|_| panic!("a name of at most 255 bytes: {text}"))
}
