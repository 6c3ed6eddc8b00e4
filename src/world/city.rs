//! A city.

use super::Country;
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

    /// With its region and country.
    pub(super) fn full_label(&self) -> String {
        if self.admin.is_empty() {
            return format!("{}, {}", self.name, self.country.code());
        }
        format!("{}, {}, {}", self.name, self.admin, self.country.code())
    }
}
