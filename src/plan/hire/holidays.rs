//! Public holidays that a place has in common with the team.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::team::Member;
use crate::time::{Instant, Minutes, Span};
use crate::world::{Country, Region};

/// Public holidays that a place has in common with the team, over a horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CommonHolidays {
    /// The country.
    pub country: Country,
    /// Its own holidays.
    pub own: usize,
    /// Those of them that at least one member has too.
    pub with_some: usize,
    /// Those that every member has.
    pub with_all: usize,
    /// Those that a mean member has, in tenths of a day.
    pub tenths_with_mean: usize,
}

/// The team's holidays over a horizon.
pub(super) struct TeamHolidays {
    first: NaiveDate,
    last: NaiveDate,
    members: usize,
    /// How many members have a holiday on a date.
    with: HashMap<NaiveDate, usize>,
}

impl TeamHolidays {
    pub fn new(members: &[&Member], horizon: Span) -> Self {
        let date = |at: Instant| at.utc().date();
        let (first, last) = (date(horizon.start), date(horizon.end - Minutes(1)));
        let mut with = HashMap::new();
        for region in members.iter().filter_map(|member| member.holiday_region()) {
            for date in region.dates(first, last) {
                *with.entry(date).or_default() += 1;
            }
        }
        Self { first, last, members: members.len(), with }
    }

    /// What a country has in common with the team; none if its holidays are not known.
    pub fn common(&self, country: Country) -> Option<CommonHolidays> {
        let dates = Region::of_country(country)?.dates(self.first, self.last);
        let with: Vec<usize> = dates.iter().map(|date| self.with.get(date).copied().unwrap_or(0)).collect();
        let at_least = |least: usize| with.iter().filter(|&&count| count >= least.max(1)).count();
        Some(CommonHolidays {
            country,
            own: dates.len(),
            with_some: at_least(1),
            with_all: at_least(self.members),
            tenths_with_mean: (10 * with.iter().sum::<usize>() + self.members / 2) / self.members.max(1),
        })
    }
}
