//! Which zones obey which law on the change of clocks.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::{Country, cities};
use crate::time::Zone;

/// A law by which clocks change in spring and autumn, and which may be repealed.
///
/// Only those bound by it count: Britain, Switzerland and Norway change with the Union, and Canada with the United States, by laws of
/// their own, so a repeal leaves them as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClockLaw {
    /// Directive 2000/84/EC: the 27 members of the European Union.
    EuropeanUnion,
    /// The Uniform Time Act (15 U.S.C. 260a): the United States.
    UnitedStates,
}

/// The members of the European Union.
const UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Zones of the Union that no city has: old names, and those named after the time they keep.
const UNION_BESIDES: [&str; 8] = ["CET", "EET", "Eire", "Europe/Nicosia", "MET", "Poland", "Portugal", "WET"];

/// The same of the United States; every `US/...` beside them.
const STATES_BESIDES: [&str; 14] = [
    "America/Atka",
    "America/Fort_Wayne",
    "America/Indianapolis",
    "America/Knox_IN",
    "America/Louisville",
    "America/Shiprock",
    "CST6CDT",
    "EST5EDT",
    "MST7MDT",
    "Navajo",
    "PST8PDT",
    "America/Indiana/Tell_City",
    "America/North_Dakota/New_Salem",
    "America/Indiana/Vevay",
];

static UNION_ZONES: LazyLock<BTreeSet<Zone>> = LazyLock::new(|| zones(&UNION, &UNION_BESIDES, ""));
static STATES_ZONES: LazyLock<BTreeSet<Zone>> = LazyLock::new(|| zones(&["US"], &STATES_BESIDES, "US/"));

fn zones(countries: &[&str], besides: &[&str], family: &str) -> BTreeSet<Zone> {
    let countries = countries.iter().filter_map(|code| Country::of_code(code));
    let of_cities = countries.flat_map(|country| cities().zones_of_country(country));
    let named = Zone::all()
        .iter()
        .filter(|zone| besides.contains(&zone.name()) || !family.is_empty() && zone.name().starts_with(family));
    of_cities.chain(named.copied()).collect()
}

impl ClockLaw {
    /// Both.
    pub const ALL: [Self; 2] = [Self::EuropeanUnion, Self::UnitedStates];

    /// Whether the clocks of a zone are set by this law. Places that obey it but never changed their clocks (Hawaii) count, too.
    pub fn governs(self, zone: Zone) -> bool {
        let zones = match self {
            Self::EuropeanUnion => &UNION_ZONES,
            Self::UnitedStates => &STATES_ZONES,
        };
        zones.contains(&zone.in_force())
    }

    /// What people call where it holds: `EU`, `US`.
    pub fn short_name(self) -> &'static str {
        match self {
            Self::EuropeanUnion => "EU",
            Self::UnitedStates => "US",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Instant, Span};
    use chrono::NaiveDate;

    #[test]
    fn each_law_governs_its_own() {
        for (name, union, states) in [
            ("Europe/Berlin", true, false),
            ("Atlantic/Madeira", true, false),
            ("Asia/Nicosia", true, false),
            ("CET", true, false),
            ("Europe/London", false, false),
            ("Europe/Zurich", false, false),
            ("Europe/Oslo", false, false),
            ("America/Chicago", false, true),
            ("America/Indiana/Knox", false, true),
            ("US/Pacific", false, true),
            ("Pacific/Honolulu", false, true),
            ("America/Toronto", false, false),
            ("America/Tijuana", false, false),
            ("UTC", false, false),
        ] {
            let zone = Zone::named(name).expect("a zone");
            let governed = ClockLaw::ALL.map(|law| law.governs(zone));
            assert_eq!(governed, [union, states], "{name}");
        }
    }

    #[test]
    fn all_zones_that_change_their_clocks_under_a_law_do_so_on_the_same_nights() {
        let date = |y, m, d| Instant::midnight(NaiveDate::from_ymd_opt(y, m, d).expect("a date"));
        let autumn = Span { start: date(2027, 8, 1), end: date(2028, 1, 1) };
        for (zones, night) in [(&UNION_ZONES, date(2027, 10, 31)), (&STATES_ZONES, date(2027, 11, 7))] {
            let mut changing = 0;
            for zone in zones.iter() {
                let changes: Vec<NaiveDate> = zone.transitions(autumn).map(|change| change.at.utc().date()).collect();
                if !changes.is_empty() {
                    assert_eq!(changes, [night.utc().date()], "{zone}");
                    changing += 1;
                }
            }
            assert!(changing > zones.len() / 2, "{changing} of {}", zones.len());
        }
    }
}
