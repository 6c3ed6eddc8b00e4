//! Cities and zones of a file.

use super::decoder::Decoder;
use super::scalar::LONGEST_PLACE;
use crate::team::Place;
use crate::team::ron::Node;
use crate::time::Zone;
use crate::world::{City, cities};

impl Decoder<'_> {
    /// What the fields `city` and `zone` of a group say, one of which is written.
    pub(super) fn place(&mut self, city: Option<&Node>, zone: Option<&Node>) -> Option<Place> {
        match (city, zone) {
            (Some(city), Some(zone)) => {
                let (city, named) = (self.city(city), self.zone(zone));
                self.both_places(zone, city?, named?);
                None
            }
            (Some(city), None) => self.city(city).map(Place::city),
            (None, zone) => self.zone(zone?).map(Place::zone),
        }
    }

    fn both_places(&mut self, node: &Node, city: &City, zone: Zone) {
        let (name, keeps) = (city.name, city.zone.name());
        let message = if city.zone == zone {
            format!("a city needs no zone: {name} keeps the clocks of `{keeps}` anyway; leave `zone` out")
        } else {
            format!("{name} keeps the clocks of `{keeps}`, not of `{}`; write either the city or the zone", zone.name())
        };
        self.error(node.range.clone(), message);
    }

    fn city(&mut self, node: &Node) -> Option<&'static City> {
        let text = self.text(node)?;
        if text.len() > LONGEST_PLACE {
            self.error(node.range.clone(), "no city has such a long name");
            return None;
        }
        let look_up = || cities().find(text).map_err(|error| error.to_string());
        let found = self.cities.entry(text.to_owned()).or_insert_with(look_up).clone();
        found.map_err(|message| self.error(node.range.clone(), message)).ok()
    }
}
