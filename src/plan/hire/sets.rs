//! Two or three hires at once: the best set of places, which is not made of the best places one by one.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::time::{Hours, Minutes, Zone};
use crate::world::City;

use super::place::ChainGrowth;
use super::set_year::SetYear;
use super::team_year::{Guest, TeamYear};
use super::{Question, allowed_shifts, score, sites};

/// So many of the best pairs are tried with every third place.
const PAIRS_KEPT: usize = 200;
/// So many sets are asked for their chain, the most promising first.
const MOST_CHAINS: usize = 300;

/// The best places for several hires at once.
#[derive(Clone, Debug)]
pub struct SetPlan {
    /// Where: as many as the opening wants people.
    pub seats: Vec<Seat>,
    /// Shared by the whole team and all hires at once: minutes a week in the mean.
    pub together: Minutes,
    /// Shared by a mean member with a mean hire: minutes a week in the mean.
    pub with_mean: Minutes,
    /// Covered by the hires and by nobody of the team: minutes a week in the mean.
    pub gain: Minutes,
    /// What all of them do for the handoff chain, where the goal asks for it.
    pub chain: Option<ChainGrowth>,
    /// How well the set serves the goal, in percent of the hires' own hours.
    pub score: f64,
    /// Whether it is proven that no set is better.
    pub exact: bool,
}

/// A place of a set.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat {
    /// The zones whose clocks show the same, the one with the most people first.
    pub zones: Vec<Zone>,
    /// Their cities that the opening allows, largest first.
    pub cities: Vec<&'static City>,
    /// The hours, in the hire's local time.
    pub hours: Hours,
    /// Minutes by which these are moved from the opening's.
    pub shift: i32,
}

/// A seat that fails nothing, and what somebody there adds alone.
struct Candidate {
    seat: Seat,
    guest: Guest,
    own: Minutes,
    /// Shared with a mean member (faded by distance if the opening says so), in minutes a week.
    with_mean: f64,
}

/// A set, by places among the candidates, and what it is worth; handoff only as a bound until it is looked for.
struct Set {
    members: Vec<usize>,
    score: f64,
}

/// The best set of as many places as the opening wants people, two or three; the same place may be there twice. `None` for one person,
/// or when every place fails a requirement.
///
/// Pairs are exact: every pair of different clocks and shifts is weighed. For three, every place is tried beside the best pairs, and then
/// each of the three is exchanged for a better one until there is none. What a set is worth is what one place is (see
/// [`super::Line::score`]), in percent of the hires' hours together: overlap is time with the whole team and all hires at once, coverage
/// what any of the hires covers, and the chain may have legs of all.
pub fn best_set(question: &Question, cities: &'static [City]) -> Option<SetPlan> {
    let people = usize::from(question.opening.people);
    if people < 2 {
        return None;
    }
    let mut team = TeamYear::new(question);
    let candidates = candidates(question, &mut team, cities);
    let guests: Vec<&Guest> = candidates.iter().map(|candidate| &candidate.guest).collect();
    let year = team.set_year(&guests);
    let mut weigh = Weigh { question, team, year, candidates: &candidates };
    let mut sets = weigh.pairs();
    if people > 2 {
        sets = weigh.thirds(sets);
    }
    let (best, exact) = weigh.best(sets)?;
    Some(weigh.plan(&best, exact && people == 2))
}

/// Every different seat that fails nothing: zones with the same clocks and shifts that come to the same are one.
fn candidates(question: &Question, team: &mut TeamYear, cities: &'static [City]) -> Vec<Candidate> {
    let opening = question.opening;
    let shifts = allowed_shifts(opening);
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for site in sites(team, cities) {
        let wanted = |&&city: &&u32| {
            let city = &cities[city as usize];
            score::allows(opening, city.country) && city.population >= opening.min_population
        };
        let mut zones: Vec<(u64, Zone, Vec<u32>)> = Vec::new();
        for (zone, there) in &site.zones {
            let there: Vec<u32> = there.iter().filter(wanted).copied().collect();
            let people = there.iter().map(|&city| u64::from(cities[city as usize].population)).sum();
            zones.extend((!there.is_empty()).then_some((people, *zone, there)));
        }
        if zones.is_empty() {
            continue;
        }
        zones.sort_by_key(|&(people, zone, _)| (Reverse(people), zone));
        let mut there: Vec<u32> = zones.iter().flat_map(|(_, _, there)| there).copied().collect();
        there.sort_unstable();
        for &shift in &shifts {
            let guest = team.guest(site.zones[0].0, &site.steps, shift);
            let figures = team.shared_with(&guest);
            let is_new = seen.insert((guest.year.clone(), guest.seasons.clone()));
            if !is_new || !score::unmet(question, &figures).is_empty() {
                continue;
            }
            let members = figures.members.len().max(1) as f64;
            let mean = figures.members.iter().map(|shared| shared.mean.0 as f64).sum::<f64>() / members;
            found.push(Candidate {
                seat: Seat {
                    zones: zones.iter().map(|&(_, zone, _)| zone).collect(),
                    cities: there.iter().map(|&city| &cities[city as usize]).collect(),
                    hours: guest.hours.clone(),
                    shift,
                },
                own: figures.own,
                with_mean: figures.contact.map_or(mean, |contact| contact.0 as f64),
                guest,
            });
        }
    }
    found
}

/// Weighs sets.
struct Weigh<'a, 'q> {
    question: &'a Question<'q>,
    team: TeamYear<'q>,
    year: SetYear,
    candidates: &'a [Candidate],
}

impl Weigh<'_, '_> {
    /// Every pair, the most promising first.
    fn pairs(&mut self) -> Vec<Set> {
        let all = 0..self.candidates.len();
        let pairs = all.clone().flat_map(|a| (a..all.end).map(move |b| vec![a, b]));
        let mut sets: Vec<Set> = pairs.map(|members| self.weighed(members)).collect();
        sort(&mut sets);
        sets
    }

    /// The best pairs with every third place, bettered by exchanges.
    fn thirds(&mut self, pairs: Vec<Set>) -> Vec<Set> {
        let mut sets = Vec::new();
        for pair in pairs.into_iter().take(PAIRS_KEPT) {
            for third in 0..self.candidates.len() {
                let mut members = pair.members.clone();
                members.push(third);
                members.sort_unstable();
                sets.push(members);
            }
        }
        sets.sort_unstable();
        sets.dedup();
        let mut sets: Vec<Set> = sets.into_iter().map(|members| self.weighed(members)).collect();
        sort(&mut sets);
        let best: Vec<Vec<usize>> = sets.iter().take(8).map(|set| set.members.clone()).collect();
        for members in best {
            let bettered = self.bettered(members);
            sets.push(bettered);
        }
        sort(&mut sets);
        sets.dedup_by(|a, b| a.members == b.members);
        sets
    }

    /// Exchanges one place after the other until no exchange is better.
    fn bettered(&mut self, members: Vec<usize>) -> Set {
        let mut best = self.weighed(members);
        loop {
            let before = best.score;
            for seat in 0..best.members.len() {
                for other in 0..self.candidates.len() {
                    let mut members = best.members.clone();
                    members[seat] = other;
                    members.sort_unstable();
                    let next = self.weighed(members);
                    if next.score > best.score {
                        best = next;
                    }
                }
            }
            if best.score <= before {
                return best;
            }
        }
    }

    /// What a set is worth; at most, where the goal asks for the chain.
    fn weighed(&mut self, members: Vec<usize>) -> Set {
        let chain = score::needs_chain(self.question.opening.goal).then(|| {
            let guests: Vec<&Guest> = members.iter().map(|&at| &self.candidates[at].guest).collect();
            self.team.chain_at_most(&guests)
        });
        Set { score: self.score(&members, chain), members }
    }

    /// The best of sets that are sorted by what they are worth at most, and whether it is proven.
    fn best(&mut self, sets: Vec<Set>) -> Option<(Set, bool)> {
        if !score::needs_chain(self.question.opening.goal) {
            return sets.into_iter().next().map(|best| (best, true));
        }
        let mut best: Option<Set> = None;
        for (tried, set) in sets.into_iter().enumerate() {
            if best.as_ref().is_some_and(|best| set.score <= best.score) {
                return best.map(|best| (best, true));
            }
            if tried == MOST_CHAINS {
                return best.map(|best| (best, false));
            }
            let chain = self.chain(&set.members);
            let score = self.score(&set.members, Some(chain));
            if best.as_ref().is_none_or(|best| score > best.score) {
                best = Some(Set { score, ..set });
            }
        }
        best.map(|best| (best, true))
    }

    fn chain(&mut self, members: &[usize]) -> ChainGrowth {
        let guests: Vec<&Guest> = members.iter().map(|&at| &self.candidates[at].guest).collect();
        self.team.chain(&guests)
    }

    fn with_mean(&self, members: &[usize]) -> f64 {
        members.iter().map(|&at| self.candidates[at].with_mean).sum::<f64>() / members.len().max(1) as f64
    }

    fn score(&mut self, members: &[usize], chain: Option<ChainGrowth>) -> f64 {
        let opening = self.question.opening;
        let own = members.iter().map(|&at| self.candidates[at].own.0).sum::<i64>() as f64;
        let of_own = |minutes: f64| if own > 0.0 { 100.0 * minutes / own } else { 0.0 };
        let each = members.len() as f64;
        let is_at_once = self.year.team_shares() && !opening.fades_with_distance;
        let with_mean = self.with_mean(members);
        let shared = if is_at_once { self.year.together(members).0 as f64 } else { with_mean };
        let overlap = each * (0.9999 * shared + 0.0001 * with_mean);
        let days = score::workdays(&opening.hours).max(1) as f64;
        let chain = chain.unwrap_or_default();
        let handoff = 0.5 * days * (chain.covered_growth().0 + chain.gap_shrink().0) as f64;
        let parts = [of_own(overlap), of_own(self.year.gain(members).0 as f64), of_own(handoff)];
        score::of_goal(opening.goal, parts)
    }

    fn plan(&mut self, set: &Set, exact: bool) -> SetPlan {
        let chain = score::needs_chain(self.question.opening.goal).then(|| self.chain(&set.members));
        SetPlan {
            seats: set.members.iter().map(|&at| self.candidates[at].seat.clone()).collect(),
            together: self.year.together(&set.members),
            with_mean: Minutes(self.with_mean(&set.members).round() as i64),
            gain: self.year.gain(&set.members),
            chain,
            score: set.score,
            exact,
        }
    }
}

fn sort(sets: &mut [Set]) {
    sets.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.members.cmp(&b.members)));
}
