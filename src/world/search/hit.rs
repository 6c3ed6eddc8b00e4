//! What a search found.

use crate::time::Zone;
use crate::world::{City, Country, cities};

/// Something that a search found: a city, or a zone with the city that stands for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Hit {
    /// A city whose name was typed.
    City(&'static City),
    /// A city of a country whose name was typed.
    Country(Country, &'static City),
    /// A zone whose name was typed, with its largest city.
    Zone(Zone, Option<&'static City>),
    /// One meaning of an abbreviation that was typed.
    Abbreviation {
        /// As it is written, `CST`.
        abbreviation: &'static str,
        /// What it stands for here, `Cuba Standard Time`.
        meaning: &'static str,
        /// A zone that uses it.
        zone: Zone,
    },
}

impl Hit {
    /// The city to take when this is chosen; none for a zone without cities such as `UTC`.
    pub fn city(self) -> Option<&'static City> {
        match self {
            Self::City(city) | Self::Country(_, city) => Some(city),
            Self::Zone(_, city) => city,
            Self::Abbreviation { zone, .. } => cities().in_zone(zone).next(),
        }
    }

    /// The zone to take when this is chosen.
    pub fn zone(self) -> Zone {
        match self {
            Self::City(city) | Self::Country(_, city) => city.zone,
            Self::Zone(zone, _) | Self::Abbreviation { zone, .. } => zone,
        }
    }

    /// The line to show: the city, the zone, or the abbreviation with its meaning.
    pub fn title(self) -> String {
        match self {
            Self::City(city) | Self::Country(_, city) => city.name.to_owned(),
            Self::Zone(zone, _) => zone.name().to_owned(),
            Self::Abbreviation { abbreviation, meaning, .. } => format!("{abbreviation}: {meaning}"),
        }
    }

    /// The smaller line below it: `Texas, United States · America/Chicago`.
    pub fn subtitle(self) -> String {
        match (self, self.city()) {
            (Self::City(city) | Self::Country(_, city), _) => format!("{} · {}", city.whereabouts(), city.zone),
            (Self::Zone(..), Some(city)) => format!("{}, {}", city.name, city.country),
            (Self::Zone(Zone::UTC, _), None) => "Coordinated Universal Time".to_owned(),
            (Self::Zone(..), None) => "time zone".to_owned(),
            (Self::Abbreviation { zone, .. }, Some(city)) => format!("{}, {} · {zone}", city.name, city.country),
            (Self::Abbreviation { zone, .. }, None) => zone.name().to_owned(),
        }
    }
}
