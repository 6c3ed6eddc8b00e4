//! A member, where they are and what they keep.

use chrono::NaiveDate;

use crate::time::{Dates, Hours, Zone};
use crate::world::{City, Region};

/// Somebody (or something) that works at some place and hours.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Unique in the team.
    pub name: String,
    /// Where they are when on no stay.
    pub home: Place,
    /// When they prefer to work, in the local time of the date's zone.
    pub hours: Hours,
    /// When they can work if need be.
    pub flexible: Hours,
    /// When they sleep; [`Member::usual_sleep`] unless said.
    pub sleep: Hours,
    /// Their address as a calendar attendee.
    pub email: Option<String>,
    /// Their user name in on-call tools.
    pub handle: Option<String>,
    /// Tags such as `lead` or `oncall`.
    pub roles: Vec<String>,
    /// Whose public holidays they keep.
    pub holidays: HolidayChoice,
    /// Times in other places, disjoint and in order.
    pub stays: Vec<Stay>,
    /// Dates off.
    pub leave: Vec<Dates>,
    /// Paths of calendars whose events make them busy, as the team file writes them: from its own folder on, unless they begin at
    /// the root.
    pub busy: Vec<String>,
    /// Their share of on-call work.
    pub capacity: Capacity,
}

impl Member {
    /// A member with everything else as it is unless said.
    pub fn new(name: impl Into<String>, home: Place, hours: Hours) -> Self {
        Self {
            name: name.into(),
            home,
            hours,
            flexible: Hours::off(),
            sleep: Self::usual_sleep(),
            email: None,
            handle: None,
            roles: Vec::new(),
            holidays: HolidayChoice::OfCity,
            stays: Vec::new(),
            leave: Vec::new(),
            busy: Vec::new(),
            capacity: Capacity::FULL,
        }
    }

    /// Every day 22:00-07:00.
    pub fn usual_sleep() -> Hours {
        Hours::parse("22:00-07:00").expect("the usual sleep is standard hours")
    }

    /// Where they are on the local `date`.
    pub fn place_on(&self, date: NaiveDate) -> Place {
        self.stays.iter().find(|stay| stay.dates.contains(date)).map_or(self.home, |stay| stay.place)
    }

    /// The zone of their local `date`.
    pub fn zone_on(&self, date: NaiveDate) -> Zone {
        self.place_on(date).zone
    }

    /// Every zone they are ever in: home first, then those of the stays.
    pub fn zones(&self) -> Vec<Zone> {
        let mut zones = vec![self.home.zone];
        for stay in &self.stays {
            if !zones.contains(&stay.place.zone) {
                zones.push(stay.place.zone);
            }
        }
        zones
    }

    /// Whether the local `date` is one of leave.
    pub fn is_on_leave(&self, date: NaiveDate) -> bool {
        self.leave.iter().any(|leave| leave.contains(date))
    }

    /// The region whose public holidays they keep, if any.
    pub fn holiday_region(&self) -> Option<Region> {
        match &self.holidays {
            HolidayChoice::OfCity => self.home.city.and_then(|city| Region::of_country(city.country)),
            HolidayChoice::Of(region) => Some(*region),
            HolidayChoice::None => None,
        }
    }

    /// Whether they have the role.
    pub fn has_role(&self, role: &str) -> bool {
        self.roles.iter().any(|own| own == role)
    }
}

/// A city, or only a zone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The city, when one is known.
    pub city: Option<&'static City>,
    /// The zone of the city, or the zone alone.
    pub zone: Zone,
}

impl Place {
    /// A city with its zone.
    pub fn city(city: &'static City) -> Self {
        Self { city: Some(city), zone: city.zone }
    }

    /// A zone alone.
    pub fn zone(zone: Zone) -> Self {
        Self { city: None, zone }
    }

    /// What people call it: the city's name, or the zone's last part (`Kathmandu`).
    pub fn short_name(&self) -> String {
        match self.city {
            Some(city) => city.name.to_owned(),
            None => self.zone.name().rsplit('/').next().unwrap_or_default().replace('_', " "),
        }
    }
}

/// Whose public holidays a member keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum HolidayChoice {
    /// Those of the country of their city; none for a member with only a zone.
    #[default]
    OfCity,
    /// Those of a country or a part of it.
    Of(Region),
    /// None (`holidays: "none"`).
    None,
}

/// A time in another place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stay {
    /// Where.
    pub place: Place,
    /// On which local dates, both inside.
    pub dates: Dates,
}

/// A member's share of on-call work, in thousandths; above 0 and at most 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Capacity(u16);

impl Capacity {
    /// A full share, 1.0.
    pub const FULL: Self = Self(1000);

    /// The share `capacity`, rounded to thousandths, when it is above 0 and at most 10.
    pub fn new(capacity: f64) -> Option<Self> {
        let thousandths = (capacity * 1000.0).round();
        (1.0..=10_000.0).contains(&thousandths).then_some(Self(thousandths as u16))
    }

    /// In thousandths of a full share.
    pub fn thousandths(self) -> i64 {
        self.0.into()
    }

    /// As a number, 1.0 for a full share.
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}
