//! Where the data come from.

use std::sync::LazyLock;

/// Where embedded data come from, for `sunwise about`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is, and by which package it came.
    pub name: &'static str,
    /// The package's version.
    pub version: &'static str,
    /// The day on which that version was published, `2026-09-26`.
    pub date: &'static str,
    /// The licence of the data.
    pub licence: &'static str,
    /// Where the data are at home.
    pub url: &'static str,
}

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let read = |line: &'static str| {
        let mut columns = line.split('\t');
        let mut next = || columns.next().unwrap_or_default();
        Source { name: next(), version: next(), date: next(), licence: next(), url: next() }
    };
    include_str!("../../assets/sources.tsv").lines().map(read).collect()
});

/// The sources of the embedded cities, countries, weekends, holidays and coasts.
pub fn sources() -> &'static [Source] {
    &SOURCES
}

#[cfg(test)]
mod tests {
    use super::super::asset::unpack;
    use super::super::table::Table;
    use super::*;

    /// Each asset opens with its sources, which are those that the program names.
    #[test]
    fn sources_are_those_of_the_assets() {
        let assets = [
            unpack(include_bytes!("../../assets/cities.tsv.zst")),
            String::from_utf8(Table::embedded().about.to_vec()).expect("text"),
            include_str!("../../assets/countries.tsv").to_owned(),
            include_str!("../../assets/holidays.tsv").to_owned(),
            include_str!("../../assets/coast.tsv").to_owned(),
        ];
        let mut headers: Vec<&str> =
            assets.iter().flat_map(|text| text.lines().filter(|line| line.starts_with('#'))).collect();
        headers.sort_unstable();
        headers.dedup();
        let mut told: Vec<String> = sources()
            .iter()
            .map(|s| format!("# {} {} ({}), {}, {}", s.name, s.version, s.date, s.licence, s.url))
            .collect();
        told.sort_unstable();
        assert_eq!(headers, told);
        assert!(told.iter().any(|line| line.contains("CC BY 4.0") && line.contains("geonames.org")));
    }
}
