//! Where hires may sit: zones whose clocks show the same are one question.

use std::collections::HashMap;

use crate::team::Opening;
use crate::time::Zone;
use crate::world::City;

use super::seat::Steps;
use super::team_year::TeamYear;

/// Zones whose clocks show the same all the time, each with its cities by their place among all.
pub(super) struct Site {
    pub steps: Steps,
    pub zones: Vec<(Zone, Vec<u32>)>,
}

/// Every zone with a city, in the order of their names.
pub(super) fn sites(team: &TeamYear, cities: &[City]) -> Vec<Site> {
    let mut in_zone: HashMap<Zone, Vec<u32>> = HashMap::new();
    for (place, city) in (0..).zip(cities) {
        in_zone.entry(city.zone).or_default().push(place);
    }
    let mut zones: Vec<(Zone, Vec<u32>)> = in_zone.into_iter().collect();
    zones.sort_unstable_by_key(|&(zone, _)| zone);
    let mut of_steps: HashMap<Steps, usize> = HashMap::new();
    let mut sites: Vec<Site> = Vec::new();
    for (zone, cities) in zones {
        let steps = team.steps(zone);
        let at = *of_steps.entry(steps).or_insert_with_key(|steps| {
            sites.push(Site { steps: steps.clone(), zones: Vec::new() });
            sites.len() - 1
        });
        sites[at].zones.push((zone, cities));
    }
    sites
}

/// The shifts of hours that the opening allows, in minutes: whole half-hours, the smallest first, earlier before later.
pub(super) fn allowed_shifts(opening: &Opening) -> Vec<i32> {
    let most = (opening.shift.0 / 30).clamp(0, 23) as i32;
    let mut shifts: Vec<i32> = (-most..=most).map(|half_hours| half_hours * 30).collect();
    shifts.sort_by_key(|shift| (shift.abs(), *shift));
    shifts
}
