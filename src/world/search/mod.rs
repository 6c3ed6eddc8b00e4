//! The search for a place while it is typed.

mod abbreviation;
mod cost;
mod hit;
mod place;
mod score;
mod zone;

pub use hit::Hit;

use super::table::CityRow;
use super::{City, Country, Gazetteer, cities, fold};
use crate::time::Zone;
use place::CityScores;
use score::{Score, weight};

/// Typed text beyond this many letters is not looked at.
const LONGEST: usize = 40;

/// The search, prepared once: it answers each key press in well under a millisecond.
#[derive(Debug)]
pub struct Search {
    gazetteer: &'static Gazetteer,
    /// By city, the binary logarithm of its population.
    weights: Vec<Score>,
    zones: Vec<zone::Named>,
}

impl Default for Search {
    fn default() -> Self {
        Self::new()
    }
}

impl Search {
    /// Prepares the search.
    pub fn new() -> Self {
        let gazetteer = cities();
        let population = |row| CityRow::read(row).population;
        let weights = gazetteer.table.cities.iter().map(|row| weight(population(row))).collect();
        Self { gazetteer, weights, zones: zone::all(gazetteer) }
    }

    /// What the text may mean, the likeliest first, at most `limit` things; nothing for a text without letters.
    ///
    /// Cities by name, typing errors allowed, by the quality of the match and the population; the cities of a country;
    /// zones; and all meanings of an abbreviation, which come first.
    ///
    /// # Example: an abbreviation with several meanings
    /// ```
    /// let hits = sunwise::world::Search::new().find("BST", 10);
    /// assert_eq!(hits[0].title(), "BST: British Summer Time");
    /// assert_eq!(hits[1].title(), "BST: Bangladesh Standard Time");
    /// ```
    pub fn find(&self, text: &str, limit: usize) -> Vec<Hit> {
        let typed = folded(text);
        if typed.is_empty() || limit == 0 {
            return Vec::new();
        }
        let mut hits: Vec<(Score, Hit)> =
            self.scored(&typed, limit).into_iter().map(|(score, city)| (score, Hit::City(city))).collect();
        self.add_countries(&typed, limit, &mut hits);
        hits.extend(zone::matching(&self.zones, &typed));
        hits.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        let abbreviations = abbreviation::meanings(text).filter_map(|meaning| {
            let zone = Zone::named(meaning.zone).ok()?;
            Some(Hit::Abbreviation { abbreviation: meaning.abbreviation, meaning: meaning.stands_for, zone })
        });
        let mut all: Vec<Hit> = abbreviations.collect();
        all.extend(without_repeats(hits));
        all.truncate(limit);
        all
    }

    /// Only the cities that a text may name, the likeliest first.
    pub fn cities(&self, text: &str, limit: usize) -> Vec<&'static City> {
        let typed = folded(text);
        if typed.is_empty() {
            return Vec::new();
        }
        self.scored(&typed, limit).into_iter().map(|(_, city)| city).collect()
    }

    /// Looks for likeness only where few names begin as typed: that is dearer, and worse.
    fn scored(&self, typed: &str, limit: usize) -> Vec<(Score, &'static City)> {
        let mut found = CityScores::new(self.gazetteer, &self.weights);
        found.by_beginning(typed);
        found.by_place(typed);
        if found.len() < limit.min(8) {
            found.by_likeness(typed);
        }
        if found.len() < limit.min(8) {
            found.by_letters(typed);
        }
        found.best(limit)
    }

    /// The cities of countries whose name begins as typed, or whose code or name is typed.
    fn add_countries(&self, typed: &str, limit: usize, hits: &mut Vec<(Score, Hit)>) {
        for country in Country::all() {
            let [two, three, names @ ..] = country.names() else { continue };
            let cost = if names.iter().any(|name| name == typed) {
                1.0
            } else if two == typed || three == typed {
                3.0
            } else if typed.len() > 2 && names.iter().any(|name| name.starts_with(typed)) {
                9.0
            } else {
                continue;
            };
            let cities = self.gazetteer.in_country(country).take(limit);
            hits.extend(cities.map(|city| (weight(city.population) - cost, Hit::Country(country, city))));
        }
    }
}

/// The same city or zone only where it fits best.
fn without_repeats(hits: Vec<(Score, Hit)>) -> Vec<Hit> {
    let mut kept: Vec<Hit> = Vec::new();
    for (_, hit) in hits {
        let same = |other: &Hit| match (hit, *other) {
            (Hit::City(a) | Hit::Country(_, a), Hit::City(b) | Hit::Country(_, b)) => std::ptr::eq(a, b),
            (Hit::Zone(a, _), Hit::Zone(b, _)) => a == b,
            _ => false,
        };
        if !kept.iter().any(same) {
            kept.push(hit);
        }
    }
    kept
}

fn folded(text: &str) -> String {
    let short: String = text.chars().take(LONGEST).collect();
    fold(&short)
}

#[cfg(test)]
mod tests;
