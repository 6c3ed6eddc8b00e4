//! Two or three hires at once: the best set of places, which is not made of the best places one by one.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::plan::stop::Stop;
use crate::team::Opening;
use crate::time::Zone;
use crate::world::City;

use super::ask::Question;
use super::open_seat::{OpenSeat, Seat, SetPlan};
use super::score;
use super::set_search::SetSearch;
use super::sites::{Site, allowed_shifts, sites};
use super::team_year::TeamYear;

/// The best set of as many places as the opening wants people, two or three; the same place may be there twice. `None` for one person,
/// or when every place fails a requirement, or `stop` was set before any set was weighed. What a stopped search knows is not exact.
///
/// What a set is worth is what one place is (see [`super::line::Line::score`]), in percent of the hires' hours together: overlap is time with the
/// whole team and all hires at once, coverage what any of the hires covers, and the chain may have legs of all. Every set of
/// different clocks and shifts is weighed, or bounded by what its parts are worth; only a vast number of threes, or of sets that ask
/// for the chain, leaves open whether another is better.
pub fn best_set(question: &Question, cities: &'static [City], stop: &Stop) -> Option<SetPlan> {
    let people = usize::from(question.opening.people);
    if people < 2 {
        return None;
    }
    let mut team = TeamYear::new(question);
    let mut open_seats = open_seats(question, &mut team, cities, stop);
    let untried = most_promising(&mut open_seats, MOST_SEATS, |seat| seat.promise);
    let plan = SetSearch::new(question, team, &open_seats, stop).plan(people)?;
    Some(SetPlan { exact: plan.exact && untried == 0, untried, ..plan })
}

/// So many seats are looked at: about what three hours of shift leave all over the world. Each pair of them is weighed.
const MOST_SEATS: usize = 2_400;

/// Keeps so many, the most promising and of equals the first, in their order; how many were left out.
fn most_promising<T>(seats: &mut Vec<T>, most: usize, promise: impl Fn(&T) -> f64) -> usize {
    let untried = seats.len().saturating_sub(most);
    if untried > 0 {
        let mut order: Vec<usize> = (0..seats.len()).collect();
        order.sort_by(|&a, &b| promise(&seats[b]).total_cmp(&promise(&seats[a])));
        let mut is_kept = vec![false; seats.len()];
        for &place in order.iter().take(most) {
            is_kept[place] = true;
        }
        let mut places = is_kept.into_iter();
        seats.retain(|_| places.next().unwrap_or(false));
    }
    untried
}

/// Every different seat that fails nothing. Seats that come to the same are one: the one that is moved least.
fn open_seats(question: &Question, team: &mut TeamYear, cities: &'static [City], stop: &Stop) -> Vec<OpenSeat> {
    let opening = question.opening;
    let sites = sites(team, cities).into_iter();
    let sites: Vec<(Allowed, Site)> = sites.filter_map(|site| Some((allowed(opening, &site, cities)?, site))).collect();
    // How far a clock is away, and when people sleep, matters only to some goals.
    let by_clock = opening.fades_with_distance || score::needs_chain(opening.goal);
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for shift in allowed_shifts(opening) {
        for ((zones, cities), site) in sites.iter().take_while(|_| !stop.is_set()) {
            let seat = team.seat(site.zones[0].0, &site.steps, shift);
            let mut figures = team.shared_with(&seat);
            let seasons = by_clock.then(|| seat.seasons.clone());
            if !score::unmet(question, &figures).is_empty() || !seen.insert((seat.year.clone(), seasons)) {
                continue;
            }
            let members = figures.members.len().max(1) as f64;
            let mean = figures.members.iter().map(|shared| shared.mean.0 as f64).sum::<f64>() / members;
            if score::needs_chain(opening.goal) {
                figures.chain = Some(team.chain_at_most(&[&seat]));
            }
            found.push(OpenSeat {
                promise: score::score(question, &figures),
                seat: Seat { zones: zones.clone(), cities: cities.clone(), hours: seat.hours.clone(), shift },
                own: figures.own,
                with_mean: figures.contact.map_or(mean, |contact| contact.0 as f64),
                year: seat,
            });
        }
    }
    found
}

/// The zones of a site, the one with the most people first, and its cities, the largest first.
type Allowed = (Vec<Zone>, Vec<&'static City>);

/// What of a site the opening allows; nothing where it allows no city.
fn allowed(opening: &Opening, site: &Site, cities: &'static [City]) -> Option<Allowed> {
    let wanted = |&&city: &&u32| {
        let city = &cities[city as usize];
        score::allows(opening, city.country) && city.population >= opening.min_population
    };
    let mut zones: Vec<(u64, Zone)> = Vec::new();
    let mut all: Vec<u32> = Vec::new();
    for (zone, there) in &site.zones {
        let there: Vec<u32> = there.iter().filter(wanted).copied().collect();
        let people = there.iter().map(|&city| u64::from(cities[city as usize].population)).sum();
        zones.extend((!there.is_empty()).then_some((people, *zone)));
        all.extend(there);
    }
    zones.sort_by_key(|&(people, zone)| (Reverse(people), zone));
    all.sort_unstable();
    let zones: Vec<Zone> = zones.into_iter().map(|(_, zone)| zone).collect();
    (!zones.is_empty()).then(|| (zones, all.into_iter().map(|city| &cities[city as usize]).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::Goal;
    use crate::time::{Hours, Instant, Minutes, Span};
    use crate::world::cities;

    #[test]
    fn the_most_promising_are_kept_in_their_order() {
        let promises = |seats: &[(usize, f64)], most: usize| {
            let mut seats = seats.to_vec();
            let untried = most_promising(&mut seats, most, |seat| seat.1);
            (seats.into_iter().map(|seat| seat.0).collect::<Vec<_>>(), untried)
        };
        let seats = [(0, 1.0), (1, 3.0), (2, 2.0), (3, 2.0), (4, 5.0)];
        assert_eq!(promises(&seats, 5), (vec![0, 1, 2, 3, 4], 0));
        assert_eq!(promises(&seats, 3), (vec![1, 2, 4], 2), "of equals the first");
        assert_eq!(promises(&seats, 1), (vec![4], 4));
        assert_eq!(promises(&[], 3), (vec![], 0));
    }

    #[test]
    fn a_stopped_search_answers_with_the_best_so_far() {
        let member = crate::team::Member::new("Ana", crate::team::Place::zone(Zone::UTC), Hours::off());
        let start = Instant::midnight("2027-01-04".parse().expect("a date"));
        let horizon = Span { start, end: start + Minutes::WEEK };
        let policy = crate::team::Policy::default();
        for people in [2, 3] {
            let opening = Opening { people, goal: Goal::Handoff, ..Opening::new("More") };
            let question = Question { members: &[&member], opening: &opening, policy: &policy, horizon };
            let cities = &cities().all()[..60];
            let stop = Stop::default();
            let mut team = TeamYear::new(&question);
            let open = open_seats(&question, &mut team, cities, &stop);
            stop.set();
            assert!(open.len() > 2 && open_seats(&question, &mut team, cities, &stop).is_empty());
            let found = SetSearch::new(&question, team, &open, &stop).plan(people.into());
            let found = found.expect("the first");
            assert!(!found.exact && found.seats.len() == usize::from(people), "{people}");
            assert!(best_set(&question, cities, &stop).is_none(), "nothing was weighed");
        }
    }
}
