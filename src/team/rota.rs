//! An escalation rota that is wanted.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};

use crate::time::{Instant, Minutes, TimeOfDay, Zone};

/// An escalation rota that is to be planned (SPEC section 7).
#[derive(Clone, Debug, PartialEq)]
pub struct Rota {
    /// What the rota is called.
    pub name: String,
    /// The zone of the shift boundaries.
    pub anchor: Zone,
    /// The first date in the anchor zone.
    pub start: NaiveDate,
    /// How many weeks.
    pub weeks: u16,
    /// How the horizon is cut into shifts.
    pub shifts: Shifts,
    /// How many people a shift has, 1 to 3.
    pub tiers: u8,
    /// Who may hold which tier.
    pub eligible: Tiers,
    /// What is compared first after the gap.
    pub order: Order,
    /// Between the end of one of a person's shifts and the start of their next; the policy's when not written.
    pub rest: Option<Minutes>,
    /// At most so many of one person's shifts start in any 168 hours.
    pub max_shifts_per_7_days: Option<u16>,
    /// Nobody holds shifts that start in more calendar weeks in a row.
    pub max_weeks_in_a_row: Option<u16>,
    /// Assignments fixed by hand.
    pub pins: Vec<Pin>,
    /// Burden from earlier rotas, in points, by name.
    pub carried: BTreeMap<String, f64>,
}

/// How a rota's horizon is cut into shifts; all times are local in the anchor zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shifts {
    /// A shift a week.
    Weekly(WeeklyBoundary),
    /// Shifts between these times of each day.
    Daily(Vec<TimeOfDay>),
    /// The windows between these times, each held by one person for a whole week.
    Blocks(Vec<TimeOfDay>),
    /// As many shifts a day as legs of the handoff chain, with its boundaries.
    SunWise(u8),
}

/// Weekday and local time at which a weekly shift begins, such as `Mo 10:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeeklyBoundary {
    /// The weekday.
    pub day: Weekday,
    /// The local time.
    pub time: TimeOfDay,
}

/// Which roles may hold a rota's tiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tiers {
    /// Everybody.
    Anyone,
    /// Members with any of these roles, in every tier.
    Roles(Vec<String>),
    /// For each tier the roles of which one is needed.
    ByTier(Vec<Vec<String>>),
}

/// What a rota compares first after the gap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The largest burden of one person, then the total.
    #[default]
    Fairness,
    /// The total burden, then the largest of one person.
    Comfort,
}

/// An assignment fixed by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// When the shift starts.
    pub shift: Instant,
    /// The tier, 1 for the primary.
    pub tier: u8,
    /// Who holds it.
    pub member: String,
}
