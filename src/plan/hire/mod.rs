//! Where the next hire should sit (SPEC section 8): every zone of the world, by what a colleague there would add.

mod advert;
mod chains;
mod contact;
mod holidays;
mod interview;
mod line;
mod place;
mod presence;
mod promise;
mod score;
mod set_search;
mod set_year;
mod sets;
mod team_year;
mod weeks;

pub use advert::{Advert, BandSeason};
pub use holidays::CommonHolidays;
pub use interview::{Interview, InterviewSeason, MeetingWith, WithMember, interview};
pub use line::{Line, Named};
pub use place::{ChainGrowth, Coverage, Figures, Shared};
pub use score::Fail;
pub use sets::{Seat, SetPlan, best_set};

use std::collections::HashMap;
use std::sync::Arc;

use crate::team::{Candidate, Member, Opening, Place, Policy};
use crate::time::{Hours, Span, Zone};
use crate::world::City;

use advert::Promised;
use holidays::TeamHolidays;
use line::Judged;
use team_year::{Guest, Steps, TeamYear};

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The team as it is.
    pub members: &'a [&'a Member],
    /// The hire that is wanted.
    pub opening: &'a Opening,
    /// The team's targets.
    pub policy: &'a Policy,
    /// The time to look at; a year, usually.
    pub horizon: Span,
}

/// The answer: places by rank, best first.
#[derive(Clone, Debug)]
pub struct HirePlan {
    /// The opening's name.
    pub opening: String,
    /// The members, by name, in the order of [`Figures::members`].
    pub members: Vec<String>,
    /// Every zone of the world in which a city lies; zones with the same outcome are one line. Lines that fail a
    /// requirement come last.
    pub lines: Vec<Line>,
    /// The candidates with names, in the order of the file, judged as the places are.
    pub candidates: Vec<Named>,
    /// What an advert may promise; nothing when no place shares any hour all year.
    pub advert: Option<Advert>,
}

/// Ranks every zone of the world in which one of `cities` lies, and says of each what it does for the handoff chain.
pub fn hire(question: &Question, cities: &'static [City]) -> HirePlan {
    let mut plan = rank(question, cities);
    add_chains(question, &mut plan, usize::MAX);
    plan
}

/// Adds to the first `most` lines and to the candidates what a hire there does for the handoff chain, where it is not known.
pub fn add_chains(question: &Question, plan: &mut HirePlan, most: usize) {
    let mut team = TeamYear::new(question);
    let lines = plan.lines.iter_mut().take(most).map(|line| (line.zone, &mut line.figures));
    let candidates = plan.candidates.iter_mut().map(|who| (who.place.zone, &mut who.figures));
    for (zone, figures) in lines.chain(candidates).filter(|(_, figures)| figures.chain.is_none()) {
        let steps = team.steps(zone);
        let guest = team.guest_with_hours(zone, &steps, figures.shift, figures.hours.clone());
        figures.chain = Some(team.chain(&[&guest]));
    }
}

/// Ranks every zone of the world in which one of `cities` lies; these are all of the world's, the most populous first.
///
/// Zones whose clocks show the same all the time are one question. Handoff chains take far longer than all the rest: they are looked for
/// only if the goal asks for them.
pub fn rank(question: &Question, cities: &'static [City]) -> HirePlan {
    let mut team = TeamYear::new(question);
    let shifts = allowed_shifts(question.opening);
    let mut judged: Vec<Judged> = Vec::new();
    let mut promised: Vec<Promised> = Vec::new();
    for site in sites(&team, cities) {
        let choice = chosen(question, &mut team, &site, &shifts);
        let figures = Arc::new(choice.figures);
        let zones = site.zones.iter().map(|&(zone, _)| zone).collect();
        promised.push(Promised { zones, steps: site.steps, hours: choice.passing });
        for (zone, cities_there) in site.zones {
            judged.push(judge(question, &choice.unmet, choice.score, &figures, zone, (cities_there, cities)));
        }
    }
    let holidays = TeamHolidays::new(question.members, question.horizon);
    let mut lines = line::ranked(judged, cities);
    for line in &mut lines {
        line.holidays = line.cities.first().and_then(|city| holidays.common(city.country));
    }
    let candidates = question.opening.candidates.iter().map(|who| named(question, &mut team, &holidays, who)).collect();
    let advert = advert::advert(question, &promised, &lines);
    HirePlan {
        opening: question.opening.name.clone(),
        members: question.members.iter().map(|member| member.name.clone()).collect(),
        lines,
        candidates,
        advert,
    }
}

/// Zones whose clocks show the same all the time, each with its cities by their place among all.
struct Site {
    steps: Steps,
    zones: Vec<(Zone, Vec<u32>)>,
}

/// Every zone with a city, in the order of their names.
fn sites(team: &TeamYear, cities: &[City]) -> Vec<Site> {
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

/// The best of the allowed shifts at a site.
struct Choice {
    figures: Figures,
    score: f64,
    unmet: Vec<Fail>,
    /// The allowed hours that meet every requirement.
    passing: Vec<Hours>,
}

/// Fewest requirements that are not met, then the best score, then the smallest shift.
fn chosen(question: &Question, team: &mut TeamYear, site: &Site, shifts: &[i32]) -> Choice {
    let needs_chain = score::needs_chain(question.opening.goal);
    let mut best: Option<(Choice, Guest)> = None;
    let mut passing = Vec::new();
    for &shift in shifts {
        let guest = team.guest(site.zones[0].0, &site.steps, shift);
        let mut figures = team.shared_with(&guest);
        if needs_chain {
            figures.chain = Some(team.chain(&[&guest]));
        }
        let unmet = score::unmet(question, &figures);
        if unmet.is_empty() {
            passing.push(figures.hours.clone());
        }
        let next = Choice { score: score::score(question, &figures), unmet, figures, passing: Vec::new() };
        let is_better = |best: &Choice| (next.unmet.len(), -next.score) < (best.unmet.len(), -best.score);
        if best.as_ref().is_none_or(|(best, _)| is_better(best)) {
            best = Some((next, guest));
        }
    }
    let (mut choice, guest) = best.expect("no shift is always allowed");
    (choice.figures.responses_to, choice.figures.responses_from) = team.waits(&guest);
    choice.passing = passing;
    choice
}

/// A zone by the figures of its site, with the cities that the opening allows.
fn judge(
    question: &Question,
    unmet: &[Fail],
    score: f64,
    figures: &Arc<Figures>,
    zone: Zone,
    (mut cities, all): (Vec<u32>, &[City]),
) -> Judged {
    let opening = question.opening;
    let excluded = score::excluded(opening, cities.iter().map(|&city| &all[city as usize]));
    if excluded.is_none() {
        cities.retain(|&city| {
            let city = &all[city as usize];
            score::allows(opening, city.country) && city.population >= opening.min_population
        });
    }
    let fails = unmet.iter().cloned().chain(excluded).collect();
    Judged { zone, cities, figures: Arc::clone(figures), score, fails }
}

fn named(question: &Question, team: &mut TeamYear, holidays: &TeamHolidays, who: &Candidate) -> Named {
    let steps = team.steps(who.place.zone);
    let guest = team.guest_with_hours(who.place.zone, &steps, 0, who.hours.clone());
    let mut figures = team.shared_with(&guest);
    (figures.responses_to, figures.responses_from) = team.waits(&guest);
    if score::needs_chain(question.opening.goal) {
        figures.chain = Some(team.chain(&[&guest]));
    }
    let mut fails = score::unmet(question, &figures);
    let country = who.place.city.map(|city| city.country);
    fails.extend(country.filter(|&country| !score::allows(question.opening, country)).map(|_| Fail::Country));
    let score = score::score(question, &figures);
    let holidays = country.and_then(|country| holidays.common(country));
    Named { name: who.name.clone(), place: who.place, figures, score, fails, holidays }
}

/// The shifts of hours that the opening allows, in minutes: whole half-hours, the smallest first, earlier before later.
fn allowed_shifts(opening: &Opening) -> Vec<i32> {
    let most = (opening.shift.0 / 30).clamp(0, 23) as i32;
    let mut shifts: Vec<i32> = (-most..=most).map(|half_hours| half_hours * 30).collect();
    shifts.sort_by_key(|shift| (shift.abs(), *shift));
    shifts
}

/// A colleague with these hours in one zone, to be planned with as if they were there.
fn ghost(zone: Zone, hours: Hours) -> Member {
    Member::new("a hire", Place::zone(zone), hours)
}

#[cfg(test)]
mod tests;
