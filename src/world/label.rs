//! How a team file names a city, and which city a name means.

use thiserror::Error;

use super::gazetteer::{Gazetteer, cities, country};
use super::table::Start;
use super::{City, Search, fold};
use crate::spelling::did_you_mean;

/// A text that names no city.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("unknown city `{name}`{}", did_you_mean(suggestions))]
pub struct UnknownCity {
    /// What was written.
    pub name: String,
    /// The nearest cities, as a team file may name them; the best first.
    pub suggestions: Vec<String>,
}

impl Gazetteer {
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
        let fits = |start: &Start| qualifiers.iter().all(|qualifier| self.lies_in(start.city, qualifier));
        let found = self.names().exactly(&name).filter(fits);
        found.min_by_key(|start| (!start.is_own(), start.city)).map(|start| self.city(start.city))
    }

    /// Whether a written part names the city's region or country, or is its position.
    fn lies_in(&self, at: u16, qualifier: &str) -> bool {
        let folded = fold(qualifier);
        let region = self.table.region(self.table.city(at).region);
        country(region).is_named(&folded)
            || self.table.names_region(region, &folded)
            || self.city(at).position() == qualifier
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
}

impl City {
    /// How a team file names it: as short as possible, so that [`Gazetteer::find`](super::Gazetteer::find) finds this
    /// city again. `Lisbon`; `Barcelona, VE` for the one in Venezuela; `Austin, Minnesota, US`; with the coordinates
    /// where two of one name lie in one region.
    pub fn label(&self) -> String {
        let finds_it = |label: &String| cities().find(label).is_ok_and(|found| found == self);
        let short = [self.name.to_owned(), format!("{}, {}", self.name, self.country.code()), self.full_label()];
        short.into_iter().find(finds_it).unwrap_or_else(|| format!("{}, {}", self.full_label(), self.position()))
    }
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
    fn labels_are_as_short_as_possible() {
        let cases = [
            ("Lisbon", "Lisbon"),
            ("Austin, Texas, US", "Austin"),
            ("Austin, MN", "Austin, Minnesota, US"),
            ("Barcelona, Venezuela", "Barcelona, VE"),
            ("San José, Costa Rica", "San José, CR"),
            ("Paris, TX", "Paris, US"),
        ];
        for (written, label) in cases {
            assert_eq!(cities().find(written).map(City::label), Ok(label.to_owned()), "{written}");
        }
    }

    #[test]
    fn every_city_is_found_by_its_label() {
        let lost: Vec<_> = cities()
            .all()
            .iter()
            .map(|city| (city, city.label()))
            .filter(|(city, label)| !cities().find(label).is_ok_and(|found| found == *city))
            .collect();
        assert!(lost.is_empty(), "{} lost, such as {:?}", lost.len(), lost.first());
    }
}
