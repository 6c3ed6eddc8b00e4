//! Zones by what is typed of their names.

use super::hit::Hit;
use super::score::{Score, weight};
use crate::time::Zone;
use crate::world::{City, Gazetteer, fold};

/// A zone with its folded name, `europe lisbon`.
#[derive(Debug)]
pub(super) struct Named {
    zone: Zone,
    name: String,
    city: Option<&'static City>,
}

/// All zones of an area (`Europe/Lisbon`), and `UTC`; not the old names such as `EST` and `Cuba`.
pub(super) fn all(gazetteer: &'static Gazetteer) -> Vec<Named> {
    let current = |zone: &&Zone| zone.name().contains('/') || **zone == Zone::UTC;
    Zone::all()
        .iter()
        .filter(current)
        .map(|&zone| Named { zone, name: fold(zone.name()), city: gazetteer.in_zone(zone).next() })
        .collect()
}

/// The zones whose area is typed, and of whose other words the beginnings: `asia`, `europe lis`, `america new york`.
pub(super) fn matching(zones: &[Named], typed: &str) -> impl Iterator<Item = (Score, Hit)> {
    zones.iter().filter_map(move |named| {
        let score = if named.name == typed {
            // The whole name can mean nothing else.
            Score::MAX
        } else if begins(&named.name, typed) {
            named.city.map_or(5.0, |city| weight(city.population) - 4.0)
        } else {
            return None;
        };
        Some((score, Hit::Zone(named.zone, named.city)))
    })
}

/// Whether the words typed are the area and then beginnings of words of the name, in order.
fn begins(name: &str, typed: &str) -> bool {
    let mut words = name.split(' ');
    let mut typed = typed.split(' ');
    let area = words.next();
    typed.next() == area && typed.all(|part| words.by_ref().any(|word| word.starts_with(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_begin_with_their_area() {
        let cases = [
            ("europe lisbon", "europe", true),
            ("europe lisbon", "europe lis", true),
            ("america argentina buenos aires", "america buenos", true),
            ("america new york", "america york new", false),
            ("europe lisbon", "lisbon", false),
            ("europe lisbon", "euro", false),
        ];
        for (name, typed, expected) in cases {
            assert_eq!(begins(name, typed), expected, "{name} {typed}");
        }
    }
}
