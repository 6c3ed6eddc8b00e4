//! That the embedded table is the one of the list in `assets`, and that nothing of the list is lost in it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::*;
use crate::world::asset::unpack;
use crate::world::{cities, fold};

static LIST: LazyLock<String> = LazyLock::new(|| unpack(include_bytes!("../../../assets/cities.tsv.zst")));

/// The lines of the list's part behind `head`, up to the next part.
fn part(head: &str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = LIST.lines().skip_while(move |line| *line != head).skip(1);
    lines.take_while(|line| !line.starts_with('[')).map(|line| line.split('\t').collect())
}

/// All folded names of the list with their cities, and whether they are the cities' own.
fn names() -> Vec<(String, (u16, bool))> {
    let names = (0..).zip(part("[cities]")).flat_map(|(city, columns)| {
        let others = columns[6].split(';').filter(|name| !name.is_empty());
        let others: Vec<_> = others.map(|name| (name.to_owned(), (city, false))).collect();
        std::iter::once((fold(columns[0]), (city, true))).chain(others)
    });
    names.collect()
}

#[test]
fn the_table_is_that_of_the_list() {
    let embedded = include_bytes!("../../../assets/cities.table");
    assert!(make_table(&LIST) == embedded, "`cargo run --example table` writes assets/cities.table anew");
}

#[test]
fn every_city_of_the_list_is_in_the_table() {
    let (regions, zones): (Vec<_>, Vec<_>) = (part("[regions]").collect(), part("[zones]").collect());
    let mut count = 0;
    for (city, columns) in cities().all().iter().zip(part("[cities]")) {
        let place = |column: usize| columns[column].parse::<usize>().expect("a place");
        let (region, zone) = (&regions[place(1)], zones[place(2)][0]);
        let texts = [city.name, city.admin, city.country.code(), city.zone.name()];
        assert_eq!(texts, [columns[0], region[1], region[0], zone]);
        let degrees = [city.latitude, city.longitude].map(|degrees| format!("{degrees:.4}"));
        assert_eq!((&degrees[0][..], &degrees[1][..]), (columns[3], columns[4]), "{}", city.name);
        assert_eq!(city.population.to_string(), columns[5], "{}", city.name);
        count += 1;
    }
    assert_eq!(count, part("[cities]").count());
}

/// The script that made the list folds as the program does, and no name is too long for the table.
#[test]
fn alternate_names_are_folded() {
    let names = names();
    let wrong: Vec<_> = names.iter().filter(|(name, _)| fold(name) != *name || name.len() > 255).collect();
    assert!(names.len() > 100_000 && wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_name_of_the_list_is_found_with_all_its_cities() {
    let mut expected: BTreeMap<String, Vec<(u16, bool)>> = BTreeMap::new();
    for (name, whose) in names() {
        expected.entry(name).or_default().push(whose);
    }
    for (name, mut whose) in expected {
        let mut found: Vec<(u16, bool)> =
            cities().names().exactly(&name).map(|start| (start.city, start.is_own())).collect();
        found.sort_unstable();
        whose.sort_unstable();
        assert_eq!(found, whose, "{name}");
    }
}

#[test]
fn every_word_of_the_list_is_found_by_its_first_letters() {
    let mut expected: BTreeMap<String, usize> = BTreeMap::new();
    for (name, _) in names() {
        for (at, _) in name.char_indices().filter(|&(at, _)| at == 0 || name.as_bytes()[at - 1] == b' ') {
            for letters in 1..=4 {
                if let Some((end, letter)) = name[at..].char_indices().nth(letters - 1) {
                    *expected.entry(name[at..at + end + letter.len_utf8()].to_owned()).or_default() += 1;
                }
            }
        }
    }
    for (beginning, count) in expected {
        assert_eq!(cities().names().starting_with(&beginning).count(), count, "{beginning}");
    }
}
