//! Where the next hire should sit (SPEC section 8): every zone of the world, by what a colleague there would add.

mod advert;
mod line;
mod place;
mod score;
mod team_year;

pub use advert::{Advert, advert};
pub use line::{Line, Named};
pub use place::{ChainGrowth, Coverage, Figures, Shared};
pub use score::Fail;

use crate::availability::Availability;
use crate::team::{Member, Opening, Place, Policy};
use crate::time::{Hours, Instant, Offset, Span, Zone};
use crate::world::City;

use line::Judged;
use team_year::TeamYear;

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

/// Ranks every zone of the world in which one of `cities` lies.
pub fn hire(question: &Question, cities: &'static [City]) -> HirePlan {
    let team = TeamYear::new(question);
    let shifts = allowed_shifts(question.opening);
    let mut groups: Vec<(Rules, Vec<Zone>)> = Vec::new();
    let mut zones: Vec<Zone> = cities.iter().map(|city| city.zone).collect();
    zones.sort_unstable();
    zones.dedup();
    for zone in zones {
        let rules = rules_over(zone, question.horizon);
        match groups.iter_mut().find(|group| group.0 == rules) {
            Some(group) => group.1.push(zone),
            None => groups.push((rules, vec![zone])),
        }
    }
    let mut judged: Vec<Judged> = Vec::new();
    for (_, zones) in groups {
        let figures: Vec<Figures> = shifts.iter().map(|&shift| team.figures(zones[0], shift)).collect();
        for zone in zones {
            judged.push(score::best_for_zone(question, zone, &figures, cities));
        }
    }
    let candidates = question.opening.candidates.iter().map(|who| named(question, &team, who)).collect();
    let lines = line::ranked(judged);
    let advert = advert(question, &lines);
    HirePlan {
        opening: question.opening.name.clone(),
        members: question.members.iter().map(|member| member.name.clone()).collect(),
        lines,
        candidates,
        advert,
    }
}

fn named(question: &Question, team: &TeamYear, who: &crate::team::Candidate) -> Named {
    let figures = team.figures_of_hours(who.place.zone, 0, who.hours.clone());
    let fails = score::fails(question, &figures, score::PlaceOf::Candidate(who.place.city));
    let score = score::score(question, &figures);
    Named { name: who.name.clone(), place: who.place, figures, score, fails }
}

/// The shifts of hours that the opening allows, in minutes: whole half-hours, the smallest first, earlier before later.
fn allowed_shifts(opening: &Opening) -> Vec<i32> {
    let most = (opening.shift.0 / 30).clamp(0, 23) as i32;
    let mut shifts: Vec<i32> = (-most..=most).map(|half_hours| half_hours * 30).collect();
    shifts.sort_by_key(|shift| (shift.abs(), *shift));
    shifts
}

/// An offset and when it begins, over a horizon.
type Rules = Vec<(Instant, Offset)>;

/// The offset at the start and every change: zones with the same are one question.
fn rules_over(zone: Zone, horizon: Span) -> Rules {
    let changes = zone.transitions(horizon).filter(|change| change.at > horizon.start);
    [(horizon.start, zone.offset_at(horizon.start))].into_iter().chain(changes.map(|c| (c.at, c.after))).collect()
}

/// A colleague with these hours in one zone, to be planned with as if they were there.
fn ghost(zone: Zone, hours: Hours) -> Member {
    Member::new("a hire", Place::zone(zone), hours)
}

/// A member's preferred time over `horizon`, on pattern availability.
fn preferred(member: &Member, horizon: Span) -> crate::time::Spans {
    Availability::pattern(member, horizon).preferred().clone()
}

#[cfg(test)]
mod tests;
