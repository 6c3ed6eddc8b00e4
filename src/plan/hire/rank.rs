//! Every zone of the world by what a colleague there would add.

use std::sync::Arc;

use super::advert::{self, Advert};
use super::ask::Question;
use super::holidays::TeamHolidays;
use super::line::{self, Judged, JudgedCandidate, Line};
use super::place::Figures;
use super::promise::Promised;
use super::score::{self, Fail};
use super::seat::SeatYear;
use super::sites::{Site, allowed_shifts, sites};
use super::team_year::TeamYear;
use crate::plan::stop::Stop;
use crate::team::Candidate;
use crate::time::{Hours, Zone};
use crate::world::City;

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
    pub candidates: Vec<JudgedCandidate>,
    /// What an advert may promise; nothing when no place shares any hour all year.
    pub advert: Option<Advert>,
    /// Whether every place was judged, with its chain where that was asked for; not so after a stop.
    pub is_finished: bool,
}

/// Ranks every zone of the world in which one of `cities` lies, and says of each what it does for the handoff chain.
///
/// # Example
///
/// ```
/// use sunwise::plan::Stop;
/// use sunwise::plan::hire::{Question, rank};
/// use sunwise::team::{Member, Opening, Place, Policy};
/// use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
/// use sunwise::world::cities;
///
/// let tokyo = Place::zone(Zone::named("Asia/Tokyo").unwrap());
/// let kenji = Member::new("Kenji", tokyo, Hours::parse("Mo-Fr 09:00-17:00").unwrap());
/// let start = Instant::midnight("2027-01-04".parse().unwrap());
/// let (members, opening, policy) = ([&kenji], Opening::new("Engineer"), Policy::default());
/// let horizon = Span { start, end: start + Minutes(4 * Minutes::WEEK.0) };
/// let plan = rank(&Question { members: &members, opening: &opening, policy: &policy, horizon }, cities().all(), &Stop::default());
/// let best = &plan.lines[0];
/// assert!(best.zones.contains(&Zone::named("Asia/Seoul").unwrap()), "whose clocks show the same");
/// assert_eq!(best.figures.together.mean, Minutes::hours(40));
/// ```
///
/// Where a requirement cannot be met, every place says why, and no advert is promised:
///
/// ```
/// # use sunwise::plan::Stop;
/// # use sunwise::plan::hire::{Question, rank};
/// # use sunwise::team::{Member, Opening, Place, Policy, Requirement};
/// # use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
/// # use sunwise::world::cities;
/// # let night = Member::new("Noor", Place::zone(Zone::UTC), Hours::off());
/// # let start = Instant::midnight("2027-01-04".parse().unwrap());
/// let requirements = vec![Requirement { with: vec!["Noor".into()], at_least: Minutes::hours(1) }];
/// let opening = Opening { requirements, ..Opening::new("Engineer") };
/// # let (members, policy) = ([&night], Policy::default());
/// # let horizon = Span { start, end: start + Minutes(4 * Minutes::WEEK.0) };
/// let plan = rank(&Question { members: &members, opening: &opening, policy: &policy, horizon }, cities().all(), &Stop::default());
/// assert!(plan.lines.iter().all(|line| !line.fails.is_empty()) && plan.advert.is_none());
/// ```
pub fn hire(question: &Question, cities: &'static [City], stop: &Stop) -> HirePlan {
    let mut plan = rank(question, cities, stop);
    add_chains(question, &mut plan, usize::MAX, stop);
    plan
}

/// Adds to the first `most` lines and to the candidates what a hire there does for the handoff chain, where it is not known.
pub fn add_chains(question: &Question, plan: &mut HirePlan, most: usize, stop: &Stop) {
    let mut team = TeamYear::new(question);
    let lines = plan.lines.iter_mut().take(most).map(|line| (line.zone, &mut line.figures));
    let candidates = plan.candidates.iter_mut().map(|who| (who.place.zone, &mut who.figures));
    for (zone, figures) in lines.chain(candidates).filter(|(_, figures)| figures.chain.is_none()) {
        if stop.is_set() {
            plan.is_finished = false;
            return;
        }
        let steps = team.steps(zone);
        let seat = team.seat_with_hours(zone, &steps, figures.shift, figures.hours.clone());
        figures.chain = Some(team.chain(&[&seat]));
    }
}

/// Ranks every zone of the world in which one of `cities` lies; these are all of the world's, the most populous first.
///
/// Zones whose clocks show the same all the time are one question. Handoff chains take far longer than all the rest: they are looked for
/// only if the goal asks for them. Once `stop` is set no further place is judged.
pub fn rank(question: &Question, cities: &'static [City], stop: &Stop) -> HirePlan {
    let mut team = TeamYear::new(question);
    let shifts = allowed_shifts(question.opening);
    let mut judged: Vec<Judged> = Vec::new();
    let mut promised: Vec<Promised> = Vec::new();
    let sites = sites(&team, cities);
    let all = sites.len();
    for site in sites.into_iter().take_while(|_| !stop.is_set()) {
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
    let is_finished = promised.len() == all;
    let advert = advert::advert(question, &promised, &lines);
    HirePlan {
        opening: question.opening.name.clone(),
        members: question.members.iter().map(|member| member.name.clone()).collect(),
        lines,
        candidates,
        advert,
        is_finished,
    }
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
    let mut best: Option<(Choice, SeatYear)> = None;
    let mut passing = Vec::new();
    for &shift in shifts {
        let seat = team.seat(site.zones[0].0, &site.steps, shift);
        let mut figures = team.shared_with(&seat);
        if needs_chain {
            figures.chain = Some(team.chain(&[&seat]));
        }
        let unmet = score::unmet(question, &figures);
        if unmet.is_empty() {
            passing.push(figures.hours.clone());
        }
        let next = Choice { score: score::score(question, &figures), unmet, figures, passing: Vec::new() };
        let is_better = |best: &Choice| (next.unmet.len(), -next.score) < (best.unmet.len(), -best.score);
        if best.as_ref().is_none_or(|(best, _)| is_better(best)) {
            best = Some((next, seat));
        }
    }
    let (mut choice, seat) = best.expect("no shift is always allowed");
    (choice.figures.responses_to, choice.figures.responses_from) = team.waits(&seat);
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

fn named(question: &Question, team: &mut TeamYear, holidays: &TeamHolidays, who: &Candidate) -> JudgedCandidate {
    let steps = team.steps(who.place.zone);
    let seat = team.seat_with_hours(who.place.zone, &steps, 0, who.hours.clone());
    let mut figures = team.shared_with(&seat);
    (figures.responses_to, figures.responses_from) = team.waits(&seat);
    if score::needs_chain(question.opening.goal) {
        figures.chain = Some(team.chain(&[&seat]));
    }
    let mut fails = score::unmet(question, &figures);
    let country = who.place.city.map(|city| city.country);
    fails.extend(country.filter(|&country| !score::allows(question.opening, country)).map(|_| Fail::Country));
    let score = score::score(question, &figures);
    let holidays = country.and_then(|country| holidays.common(country));
    JudgedCandidate { name: who.name.clone(), place: who.place, figures, score, fails, holidays }
}
