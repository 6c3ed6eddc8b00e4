//! Bounds for worst and total: every duty costs at least what it costs the cheapest people, and what somebody carries is shared
//! at best by everybody.

use crate::availability::RateMinutes;
use crate::plan::rota::facts::Person;
use crate::plan::rota::objective::Load;
use crate::plan::rota::problem::Problem;
use crate::plan::rota::shift::Duty;
use crate::team::MemberId;

/// Weights of people are whole numbers up to this one, so that a bound is a sum of integers that anybody can repeat.
const FINEST: f64 = 16_384.0;

/// No rota with at most `gaps` unfilled duties has a smaller total.
pub fn total(problem: &Problem, gaps: usize) -> RateMinutes {
    RateMinutes(cheapest(problem, &vec![1; problem.people().len()], gaps).cost)
}

/// No rota with at most `gaps` unfilled duties has a smaller worst load.
/// With the weights of people that prove it.
pub fn worst(problem: &Problem, gaps: usize) -> (Load, Vec<f64>) {
    let carried = problem.people().iter().map(|person| Load { burden: person.carried, capacity: person.capacity });
    let brought = carried.max().unwrap_or(Load::ZERO);
    let (shared, weights) = shared(problem, gaps);
    (brought.max(hardest_duty(problem, gaps)).max(shared), weights)
}

/// Of the duties that must be held, the one that is hardest even on whom it is easiest.
fn hardest_duty(problem: &Problem, gaps: usize) -> Load {
    let easiest = |duty: Duty| {
        let after = problem.open(duty).map(|person| {
            let who = &problem.people()[person];
            let burden = who.carried + problem.burden(duty, person).unwrap_or_default();
            Load { burden, capacity: who.capacity }
        });
        after.min()
    };
    let all: Vec<Option<Load>> = problem.duties().map(easiest).collect();
    let hopeless = all.iter().filter(|load| load.is_none()).count();
    let mut loads: Vec<Load> = all.into_iter().flatten().collect();
    loads.sort_unstable_by(|a, b| b.cmp(a));
    loads.get(gaps.saturating_sub(hopeless)).copied().unwrap_or(Load::ZERO)
}

/// A weighted mean of all loads is never above the largest: for whole weights w the worst load is at least
/// (sum of w x carried + cheapest way to hold all duties at costs w x cost) / sum of w x capacity.
/// Every choice of weights is a proof; a subgradient looks for a good one.
fn shared(problem: &Problem, gaps: usize) -> (Load, Vec<f64>) {
    let people = problem.people();
    let size = (problem.shifts().len() * people.len()).max(1);
    let rounds = (2_000_000 / size).clamp(20, 100);
    let mut weights = vec![1.0_f64; people.len()];
    let mut best: Option<(i128, i128)> = None;
    let mut proving = weights.clone();
    for round in 0..rounds {
        let heaviest = weights.iter().copied().fold(0.0, f64::max);
        let whole: Vec<i64> = weights.iter().map(|weight| (weight / heaviest * FINEST).round() as i64).collect();
        let found = cheapest(problem, &whole, gaps);
        let weighted = |of: &dyn Fn(&Person) -> i64| -> i128 {
            whole.iter().zip(people).map(|(&weight, who)| i128::from(weight) * i128::from(of(who))).sum()
        };
        let above = weighted(&|who| who.carried.0) + i128::from(found.cost);
        let below = weighted(&|who| who.capacity.thousandths());
        if below == 0 {
            break;
        }
        if best.is_none_or(|(best_above, best_below)| above * best_below > best_above * below) {
            best = Some((above, below));
            proving.clone_from(&weights);
        }
        let mean = (above as f64 / below as f64).max(f64::MIN_POSITIVE);
        let pace = 1.0 / (1.0 + round as f64 / 4.0);
        for (person, weight) in weights.iter_mut().enumerate() {
            let who = &people[person];
            let load = (who.carried.0 + found.burdens[person]) as f64 / who.capacity.thousandths() as f64;
            *weight *= (1.0 + pace * (load / mean - 1.0)).clamp(0.5, 2.0);
        }
    }
    (best.map_or(Load::ZERO, |(above, below)| attainable(problem, above, below)), proving)
}

/// The smallest load that somebody can have and that is not below `above` / `below` rate-minutes a thousandth.
pub fn attainable(problem: &Problem, above: i128, below: i128) -> Load {
    let round_up = |person: &Person| {
        let scaled = above * i128::from(person.capacity.thousandths());
        Load { burden: RateMinutes(-(-scaled).div_euclid(below) as i64), capacity: person.capacity }
    };
    problem.people().iter().map(round_up).min().unwrap_or(Load::ZERO)
}

/// The cheapest way to hold all but so many duties when nothing but single shifts is looked at.
struct Cheapest {
    cost: i64,
    /// By person, without the weights on people.
    burdens: Vec<i64>,
}

/// Holds every duty but `gaps` of them as cheaply as can be if a person's cost counts `weights` times: shift by shift, with
/// different people in the tiers of one shift.
fn cheapest(problem: &Problem, weights: &[i64], gaps: usize) -> Cheapest {
    let options: Vec<ShiftOptions> =
        (0..problem.shifts().len()).map(|shift| ShiftOptions::of(problem, shift, weights)).collect();
    let hopeless: usize = options.iter().map(|options| problem.tiers() - options.most()).sum();
    let mut savings: Vec<(i64, usize)> = options
        .iter()
        .enumerate()
        .flat_map(|(shift, options)| options.savings().map(move |saving| (saving, shift)))
        .collect();
    let allowed = gaps.saturating_sub(hopeless).min(savings.len());
    if allowed > 0 && allowed < savings.len() {
        savings.select_nth_unstable_by(allowed, |a, b| b.cmp(a));
    }
    let saved = &savings[..allowed];
    let mut left_out = vec![0; options.len()];
    for &(_, shift) in saved {
        left_out[shift] += 1;
    }
    let full: i64 = options.iter().map(|options| options.cost(options.most())).sum();
    let mut burdens = vec![0; problem.people().len()];
    for (shift, options) in options.iter().enumerate() {
        for (tier, person) in options.people(options.most() - left_out[shift]) {
            burdens[person] += problem.burden(Duty { shift, tier }, person).unwrap_or_default().0;
        }
    }
    Cheapest { cost: full - saved.iter().map(|&(saving, _)| saving).sum::<i64>(), burdens }
}

/// The most tiers that a shift can have.
const TIERS: usize = 3;

/// For each number of duties of one shift that are held, the cheapest people to hold them.
struct ShiftOptions([Option<(i64, [Option<MemberId>; TIERS])>; TIERS + 1]);

impl ShiftOptions {
    /// In each tier only as many of the cheapest matter as there are tiers: the others take at most all but one.
    fn of(problem: &Problem, shift: usize, weights: &[i64]) -> Self {
        let tiers = problem.tiers();
        let mut short: [[Option<(i64, MemberId)>; TIERS]; TIERS] = [[None; TIERS]; TIERS];
        for (tier, list) in short.iter_mut().enumerate().take(tiers) {
            let duty = Duty { shift, tier };
            for person in problem.open(duty) {
                let cost = problem.burden(duty, person).unwrap_or_default().0 * weights[person];
                keep_cheapest(list, (cost, person));
            }
        }
        let mut best = Self([None; TIERS + 1]);
        best.extend(&short[..tiers], 0, [None; TIERS], 0);
        best
    }

    /// Tries every choice for the tiers from `chosen`'s on.
    fn extend(
        &mut self,
        short: &[[Option<(i64, MemberId)>; TIERS]],
        tier: usize,
        chosen: [Option<MemberId>; TIERS],
        cost: i64,
    ) {
        let Some(list) = short.get(tier) else {
            let held = chosen.iter().flatten().count();
            if self.0[held].is_none_or(|(known, _)| cost < known) {
                self.0[held] = Some((cost, chosen));
            }
            return;
        };
        self.extend(short, tier + 1, chosen, cost);
        for &(own, person) in list.iter().flatten() {
            if !chosen.contains(&Some(person)) {
                let mut with = chosen;
                with[tier] = Some(person);
                self.extend(short, tier + 1, with, cost + own);
            }
        }
    }

    /// How many duties can be held.
    fn most(&self) -> usize {
        self.0.iter().rposition(Option::is_some).unwrap_or(0)
    }

    fn cost(&self, held: usize) -> i64 {
        self.0[held].map_or(0, |(cost, _)| cost)
    }

    /// What is saved by holding one fewer, and one fewer still. Never rising, as the cheapest flow of a network is convex.
    fn savings(&self) -> impl Iterator<Item = i64> {
        (1..=self.most()).rev().map(|held| self.cost(held) - self.cost(held - 1))
    }

    fn people(&self, held: usize) -> impl Iterator<Item = (usize, MemberId)> {
        let chosen = self.0[held].map_or([None; TIERS], |(_, chosen)| chosen);
        chosen.into_iter().enumerate().filter_map(|(tier, person)| person.map(|person| (tier, person)))
    }
}

/// Puts `new` into a list of the cheapest, which is in order.
fn keep_cheapest(list: &mut [Option<(i64, MemberId)>; TIERS], new: (i64, MemberId)) {
    let mut carry = Some(new);
    for kept in list {
        if carry.is_some_and(|new| kept.is_none_or(|kept| new < kept)) {
            std::mem::swap(kept, &mut carry);
        }
        if carry.is_none() {
            return;
        }
    }
}
