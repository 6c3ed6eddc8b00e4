use super::{Country, cities};
use crate::time::Zone;

/// A city, town or station of the [gazetteer](super::Gazetteer).
#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// Its name in GeoNames, usually the English one.
    pub name: &'static str,
    /// The state, province or region; empty where the source has none.
    pub admin: &'static str,
    /// The country.
    pub country: Country,
    /// The zone whose clocks it keeps.
    pub zone: Zone,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// People; 0 where unknown.
    pub population: u32,
}

impl City {
    /// How a team file names it: as short as possible, so that [`Gazetteer::find`](super::Gazetteer::find) finds this
    /// city again. `Lisbon`; `Barcelona, VE` for the one in Venezuela; `Austin, Minnesota, US`; with the coordinates
    /// where two of one name lie in one region.
    pub fn label(&self) -> String {
        let finds_it =
            |label: &String| cities().find(label).is_ok_and(|found| std::ptr::eq(found, self) || found == self);
        let short = [self.name.to_owned(), format!("{}, {}", self.name, self.country.code()), self.full_label()];
        short.into_iter().find(finds_it).unwrap_or_else(|| format!("{}, {}", self.full_label(), self.position()))
    }

    /// Where it is, for people: `Texas, United States`.
    pub fn whereabouts(&self) -> String {
        if self.admin.is_empty() || self.admin == self.name && self.country.name() == self.name {
            return self.country.name().to_owned();
        }
        format!("{}, {}", self.admin, self.country.name())
    }

    /// The coordinates as a label holds them, `43.6678 -92.9746`.
    pub(super) fn position(&self) -> String {
        format!("{:.4} {:.4}", self.latitude, self.longitude)
    }

    fn full_label(&self) -> String {
        if self.admin.is_empty() {
            return format!("{}, {}", self.name, self.country.code());
        }
        format!("{}, {}, {}", self.name, self.admin, self.country.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            .filter(|(city, label)| !cities().find(label).is_ok_and(|found| std::ptr::eq(found, *city)))
            .collect();
        assert!(lost.is_empty(), "{} lost, such as {:?}", lost.len(), lost.first());
    }
}
