//! Reading the table where it lies.

use fst::Map;

use super::row::{CityRow, ListRow, RegionRow};
/// How many sections the file has.
pub(super) const SECTIONS: usize = 10;

/// Cities by their places in the table.
type List = [[u8; 2]];

/// The sections of the file.
#[derive(Debug)]
pub(in crate::world) struct Table {
    /// The lines that name the source and its licence.
    #[cfg_attr(not(test), expect(dead_code, reason = "for who reads the file, and for the test that it is there"))]
    pub about: &'static [u8],
    pub names: Map<&'static [u8]>,
    pub starts: &'static [[u8; 4]],
    pub cities: &'static [[u8; 26]],
    pub regions: &'static [[u8; 9]],
    zones: &'static [[u8; 9]],
    countries: &'static [[u8; 9]],
    by_zone: &'static List,
    by_country: &'static List,
    texts: &'static [u8],
}

impl Table {
    /// The embedded one.
    pub fn embedded() -> Self {
        Self::of(include_bytes!("../../../assets/cities.table"))
    }

    /// The table that `make_table` made; nothing is looked at but the ends of its sections.
    pub fn of(file: &'static [u8]) -> Self {
        let (ends, _) = file.as_chunks();
        let mut start = 4 * SECTIONS;
        let sections: [&[u8]; SECTIONS] = std::array::from_fn(|number| {
            let end = u32::from_le_bytes(ends[number]) as usize;
            &file[std::mem::replace(&mut start, end)..end]
        });
        let [about, names, starts, cities, regions, zones, countries, by_zone, by_country, texts] = sections;
        Self {
            about,
            names: Map::new(names).expect("the names of the cities are an fst"),
            starts: rows(starts),
            cities: rows(cities),
            regions: rows(regions),
            zones: rows(zones),
            countries: rows(countries),
            by_zone: rows(by_zone),
            by_country: rows(by_country),
            texts,
        }
    }

    /// A city by its place.
    pub fn city(&self, at: u16) -> CityRow {
        CityRow::read(&self.cities[usize::from(at)])
    }

    /// A region by its place.
    pub fn region(&self, at: u16) -> RegionRow {
        RegionRow::read(&self.regions[usize::from(at)])
    }

    /// The names of all zones, in their order.
    pub fn zones(&self) -> impl Iterator<Item = &'static str> {
        self.zones.iter().map(|row| self.listed_name(ListRow::read(row)))
    }

    /// The cities of a zone by its place, the most populous first.
    pub fn in_zone(&self, at: usize) -> impl Iterator<Item = u16> + use<> {
        listed(self.zones, self.by_zone, at)
    }

    /// The cities of the country with this code, the most populous first.
    pub fn in_country(&self, code: &str) -> impl Iterator<Item = u16> + use<> {
        let at = self.countries.binary_search_by(|row| self.listed_name(ListRow::read(row)).cmp(code));
        at.into_iter().flat_map({
            let (rows, list) = (self.countries, self.by_country);
            move |at| listed(rows, list, at)
        })
    }

    /// Whether a folded text is the name or the code of a region.
    pub fn names_region(&self, region: RegionRow, folded: &str) -> bool {
        let (name, code) = self.region_names(region);
        !folded.is_empty() && [name, code].contains(&folded.as_bytes())
    }

    /// Whether the name of a region begins with a folded text.
    pub fn begins_region(&self, region: RegionRow, folded: &str) -> bool {
        self.region_names(region).0.starts_with(folded.as_bytes())
    }

    /// The folded name and the code of a region.
    fn region_names(&self, region: RegionRow) -> (&'static [u8], &'static [u8]) {
        let name = region.text + u32::from(region.name);
        let code = name + u32::from(region.folded);
        (self.bytes(name, region.folded), self.bytes(code, region.code))
    }

    fn listed_name(&self, row: ListRow) -> &'static str {
        self.text(row.text, row.name)
    }

    /// A text by its place and length in bytes.
    pub fn text(&self, at: u32, len: u8) -> &'static str {
        str::from_utf8(self.bytes(at, len)).expect("the texts of the table are text")
    }

    /// The same, only to be compared.
    pub fn bytes(&self, at: u32, len: u8) -> &'static [u8] {
        &self.texts[at as usize..][..usize::from(len)]
    }
}

fn rows<const WIDTH: usize>(section: &'static [u8]) -> &'static [[u8; WIDTH]] {
    let (rows, rest) = section.as_chunks();
    assert!(rest.is_empty(), "a section of the table consists of whole rows");
    rows
}

/// What is listed for the row `at`.
fn listed(rows: &'static [[u8; 9]], list: &'static List, at: usize) -> impl Iterator<Item = u16> + use<> {
    let end = |row: &[u8; 9]| ListRow::read(row).end as usize;
    let start = at.checked_sub(1).map_or(0, |before| end(&rows[before]));
    list[start..end(&rows[at])].iter().map(|city| u16::from_le_bytes(*city))
}
