//! The search for the best set of two or three seats.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use crate::time::Minutes;

use super::ask::Question;
use super::open_seat::{OpenSeat, SetPlan};
use super::place::ChainGrowth;
use super::score;
use super::seat::SeatYear;
use super::set_year::SetYear;
use super::team_year::TeamYear;
use crate::plan::stop::Stop;

/// So many of the best pairs are tried with every third place before all threes are looked at.
const PAIRS_KEPT: usize = 40;
/// So many threes are weighed that may be better than the best known.
const MOST_THREES: usize = 400_000;
/// So many sets are asked for their chain, the most promising first.
const MOST_CHAINS: usize = 4000;
/// By so many minutes a rounded sum may be off.
const ROUNDED: i64 = 2;

/// The search for the best set: the most promising first, by what it is worth at most, until one is known to be worth what it promised.
pub(super) struct SetSearch<'a, 'q> {
    question: &'a Question<'q>,
    team: TeamYear<'q>,
    year: SetYear,
    open_seats: &'a [OpenSeat],
    /// Once it is set, what is known so far is the answer.
    stop: &'a Stop,
}

/// A set, by places among the open seats in their order, and what it is worth.
#[derive(Clone, PartialEq)]
struct Set {
    members: Vec<usize>,
    score: f64,
    /// Else it is worth this at most: its chain was not looked for.
    is_known: bool,
}

impl Eq for Set {}

impl Ord for Set {
    /// The most promising is the greatest; of equals one that is known, then the first.
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |set: &Self| (set.is_known, Reverse(set.members.clone()));
        self.score.total_cmp(&other.score).then_with(|| key(self).cmp(&key(other)))
    }
}

impl PartialOrd for Set {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// What the hires of a set do, as the score counts it.
#[derive(Clone, Copy)]
struct Worth {
    /// Shared by everybody at once, and what the hires alone cover: minutes a week.
    together: Minutes,
    gain: Minutes,
    chain: ChainGrowth,
}

impl<'a, 'q> SetSearch<'a, 'q> {
    pub fn new(question: &'a Question<'q>, team: TeamYear<'q>, open_seats: &'a [OpenSeat], stop: &'a Stop) -> Self {
        let seats: Vec<&SeatYear> = open_seats.iter().map(|seat| &seat.year).collect();
        let year = team.set_year(&seats);
        Self { question, team, year, open_seats, stop }
    }

    /// The best set of two or three.
    pub fn plan(mut self, people: usize) -> Option<SetPlan> {
        let all = 0..self.open_seats.len();
        let pairs = all.clone().flat_map(|a| (a..all.end).map(move |b| vec![a, b]));
        let stop = self.stop;
        let pairs = pairs.take_while(|pair| *pair == [0, 0] || !stop.is_set());
        let pairs: Vec<Set> = pairs.map(|members| self.weighed(members)).collect();
        let (best, exact) = if people == 2 { self.best(pairs)? } else { self.best_three(pairs)? };
        let chain = self.needs_chain().then(|| self.chain(&best.members));
        Some(SetPlan {
            seats: best.members.iter().map(|&at| self.open_seats[at].seat.clone()).collect(),
            together: self.year.together(&best.members),
            with_mean: Minutes(self.with_mean(&best.members).round() as i64),
            gain: self.year.gain(&best.members),
            chain,
            score: best.score,
            exact: exact && self.team.chains_are_exact() && !self.stop.is_set(),
            untried: 0,
        })
    }

    /// The best of some sets, and whether that is proven.
    fn best(&mut self, sets: Vec<Set>) -> Option<(Set, bool)> {
        let mut sets = BinaryHeap::from(sets);
        let mut best: Option<Set> = None;
        let mut chains = 0;
        while let Some(mut set) = sets.pop() {
            if set.is_known {
                return Some((set, true));
            }
            if chains == MOST_CHAINS || (best.is_some() && self.stop.is_set()) {
                return best.map(|best| (best, false));
            }
            chains += 1;
            let chain = self.chain(&set.members);
            let worth = Worth { chain, ..self.worth(&set.members) };
            set.score = self.score(&set.members, worth);
            set.is_known = true;
            if best.as_ref().is_none_or(|best| set > *best) {
                best = Some(set.clone());
            }
            sets.push(set);
        }
        None
    }

    /// The best three. A good one is found first; then every three is weighed whose parts promise more.
    fn best_three(&mut self, mut pairs: Vec<Set>) -> Option<(Set, bool)> {
        pairs.sort_unstable_by(|a, b| b.cmp(a));
        let mut tried = Vec::new();
        for pair in pairs.iter().take(if self.stop.is_set() { 1 } else { PAIRS_KEPT }) {
            for third in 0..self.open_seats.len() {
                let mut members = pair.members.clone();
                members.push(third);
                members.sort_unstable();
                tried.push(members);
            }
        }
        tried.sort_unstable();
        tried.dedup();
        let tried: Vec<Set> = tried.into_iter().map(|members| self.weighed(members)).collect();
        let (good, _) = self.best(tried)?;
        let Some(table) = PairTable::new(self) else { return Some((good, false)) };
        let mut promising = vec![good.clone()];
        for a in 0..self.open_seats.len() {
            for b in a..self.open_seats.len() {
                for c in b..self.open_seats.len() {
                    if self.promise(&table, [a, b, c]) > good.score {
                        let set = self.weighed(vec![a, b, c]);
                        promising.extend((set.score > good.score).then_some(set));
                    }
                }
                if promising.len() > MOST_THREES || self.stop.is_set() {
                    return self.best(promising).map(|(best, _)| (best, false));
                }
            }
        }
        self.best(promising)
    }

    /// What three are worth at most, by what two of them are. Time shared by all is within what two share; what is covered by some sets
    /// of hours grows by less the more of them there are (it is submodular).
    fn promise(&self, table: &PairTable, [a, b, c]: [usize; 3]) -> f64 {
        let pairs = [
            (table.of(a, b), table.of(b, c), b),
            (table.of(a, c), table.of(b, c), c),
            (table.of(a, b), table.of(a, c), a),
        ];
        let most = |pick: &dyn Fn(&Worth) -> Minutes| {
            let of = |&(one, other, both): &(&Worth, &Worth, usize)| pick(one) + pick(other) - pick(&table.alone[both]);
            pairs.iter().map(of).min().unwrap_or_default() + Minutes(ROUNDED)
        };
        let together = pairs.iter().map(|(one, _, _)| one.together).min().unwrap_or_default();
        let chain = ChainGrowth {
            covered_after: most(&|worth| worth.chain.covered_after).min(Minutes::DAY),
            gap_after: Minutes::ZERO,
            ..table.of(a, b).chain
        };
        self.score(&[a, b, c], Worth { together, gain: most(&|worth| worth.gain), chain })
    }

    /// A set by what it is worth, or at most where the goal asks for the chain.
    fn weighed(&mut self, members: Vec<usize>) -> Set {
        let worth = self.worth(&members);
        Set { score: self.score(&members, worth), members, is_known: !self.needs_chain() }
    }

    /// Shared, covered, and the chain at most.
    fn worth(&mut self, members: &[usize]) -> Worth {
        let chain =
            if self.needs_chain() { self.team.chain_at_most(&self.seats(members)) } else { ChainGrowth::default() };
        Worth { together: self.year.together(members), gain: self.year.gain(members), chain }
    }

    fn needs_chain(&self) -> bool {
        score::needs_chain(self.question.opening.goal)
    }

    fn seats(&self, members: &[usize]) -> Vec<&'a SeatYear> {
        members.iter().map(|&at| &self.open_seats[at].year).collect()
    }

    fn chain(&mut self, members: &[usize]) -> ChainGrowth {
        self.team.chain(&self.seats(members))
    }

    fn with_mean(&self, members: &[usize]) -> f64 {
        members.iter().map(|&at| self.open_seats[at].with_mean).sum::<f64>() / members.len().max(1) as f64
    }

    fn score(&self, members: &[usize], worth: Worth) -> f64 {
        let opening = self.question.opening;
        let own = members.iter().map(|&at| self.open_seats[at].own.0).sum::<i64>() as f64;
        let of_own = |minutes: f64| if own > 0.0 { 100.0 * minutes / own } else { 0.0 };
        let is_at_once = self.year.team_shares() && !opening.fades_with_distance;
        let with_mean = self.with_mean(members);
        let shared = if is_at_once { worth.together.0 as f64 } else { with_mean };
        let overlap = members.len() as f64 * (0.9999 * shared + 0.0001 * with_mean);
        let days = score::workdays(&opening.hours).max(1) as f64;
        let handoff = 0.5 * days * (worth.chain.covered_growth() + worth.chain.gap_shrink()).0 as f64;
        score::of_goal(opening.goal, [overlap, worth.gain.0 as f64, handoff].map(of_own))
    }
}

/// What each open seat and each two of them do.
struct PairTable {
    alone: Vec<Worth>,
    pairs: Vec<Worth>,
}

impl PairTable {
    /// Nothing once the search is stopped.
    fn new(search: &mut SetSearch) -> Option<Self> {
        let count = search.open_seats.len();
        let alone = (0..count).map(|at| search.worth(&[at])).collect();
        let mut pairs = Vec::with_capacity(count * count);
        for a in 0..count {
            if search.stop.is_set() {
                return None;
            }
            for b in 0..count {
                let worth = if b < a { pairs[b * count + a] } else { search.worth(&[a, b]) };
                pairs.push(worth);
            }
        }
        Some(Self { alone, pairs })
    }

    fn of(&self, a: usize, b: usize) -> &Worth {
        &self.pairs[a * self.alone.len() + b]
    }
}
