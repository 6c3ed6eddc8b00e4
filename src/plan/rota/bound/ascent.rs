//! The search for prices that prove much: a subgradient with momentum.

use super::relaxed::Relaxed;
use crate::availability::RateMinutes;
use crate::plan::rota::facts::Person;
use crate::plan::rota::objective::Load;
use crate::plan::rota::problem::Problem;
use crate::plan::rota::shift::Duty;
use crate::plan::rota::walks::Walks;
use crate::team::MemberId;

/// Prices are whole multiples of one part in so many.
const FINEST: f64 = 4096.0;
/// Prices that run away are cut here, so that no sum of them overflows: any prices prove something, these too.
const LARGEST_WEIGHT: f64 = (1u64 << 24) as f64;
const LARGEST_REWARD: f64 = (1u64 << 45) as f64;
/// So many steps without a better bound, and steps become smaller.
const PATIENCE: u32 = 20;
/// When steps are smaller than this, no more is to be had.
const LEAST_PACE: f64 = 1e-4;

/// What is proven, and under which conditions. `known` is what some rota that keeps them comes to.
#[derive(Clone, Copy, Debug)]
pub enum Question {
    /// The fewest unfilled duties.
    Gap { known: usize },
    /// The smallest worst load of rotas with at most so many unfilled duties (and no larger total, if said).
    Worst { gaps: usize, known: Load, total: Option<RateMinutes> },
    /// The smallest total of rotas with at most so many unfilled duties (and no larger worst load, if said).
    Total { gaps: usize, known: RateMinutes, worst: Option<Load> },
}

impl Question {
    fn gaps(&self) -> usize {
        match self {
            Self::Gap { .. } => 0,
            Self::Worst { gaps, .. } | Self::Total { gaps, .. } => *gaps,
        }
    }
}

/// Prices: whatever they are, they prove something.
#[derive(Clone, Debug)]
struct Prices {
    /// By person: how much their burden counts, or how much more than 1 where a total is asked for.
    weights: Vec<f64>,
    /// By place: what a duty brings to its holder, in parts of an average duty.
    rewards: Vec<f64>,
    /// How much the total counts beside the worst load.
    total: f64,
}

impl Prices {
    fn all(&self) -> impl Iterator<Item = f64> {
        self.weights.iter().chain(&self.rewards).copied().chain([self.total])
    }
}

/// Prices that are being improved.
#[derive(Clone, Debug)]
pub struct Ascent {
    prices: Prices,
    /// What they were when they proved most.
    best_prices: Prices,
    best: f64,
    /// Where they moved last.
    moved: Vec<f64>,
    pace: f64,
    stale: u32,
    /// The burden of an average duty.
    scale: f64,
    relaxed: Relaxed,
}

/// What one choice of prices proves.
struct Proof {
    /// The bound as a fraction.
    above: i128,
    below: i128,
    /// Where the prices should go, in the order of [`Prices::all`].
    slope: Vec<f64>,
}

impl Proof {
    fn reached(&self) -> f64 {
        self.above as f64 / self.below.max(1) as f64
    }
}

impl Ascent {
    /// Starts from `weights`, and from rewards for which duties are just worth holding. An average duty costs `scale`.
    pub fn new(problem: &Problem, is_gap: bool, weights: Vec<f64>, scale: f64) -> Self {
        let reward = |duty| if is_gap { 1.0 } else { least(problem, duty, &weights) / scale };
        let rewards: Vec<f64> = problem.duties().map(reward).collect();
        let moved = vec![0.0; weights.len() + rewards.len() + 1];
        let prices = Prices { weights, rewards, total: 0.0 };
        let best_prices = prices.clone();
        Self { prices, best_prices, best: f64::MIN, moved, pace: 0.8, stale: 0, scale, relaxed: Relaxed::default() }
    }

    /// Whether steps have become so small that they prove nothing new.
    pub fn is_spent(&self) -> bool {
        self.pace < LEAST_PACE
    }

    /// The question has changed: steps may be larger again.
    pub fn refresh(&mut self) {
        self.pace = self.pace.max(0.05);
        self.best = f64::MIN;
        self.stale = 0;
    }

    /// One step. What it proves, as a fraction.
    pub fn step(&mut self, problem: &Problem, walks: &Walks, question: &Question) -> (i128, i128) {
        let proof = self.prove(problem, walks, question);
        let reached = proof.reached();
        let much = reached > self.best + self.best.abs() * 1e-5;
        if reached > self.best {
            self.best = reached;
            self.best_prices.clone_from(&self.prices);
        }
        self.stale = if much { 0 } else { self.stale + 1 };
        if self.stale < PATIENCE {
            self.climb(question, &proof);
        } else {
            self.stale = 0;
            self.pace *= 0.7;
            // The way to a smaller gap leads over worse prices: there one goes on from where one is.
            if !matches!(question, Question::Gap { .. }) {
                self.prices.clone_from(&self.best_prices);
                self.moved.fill(0.0);
            }
        }
        (proof.above, proof.below)
    }

    /// Everybody's choice at the prices, rounded to whole numbers: whatever they are, the sum is a bound.
    fn prove(&mut self, problem: &Problem, walks: &Walks, question: &Question) -> Proof {
        let within = |value: f64, most: f64| (value * FINEST).round().clamp(-most, most) as i64;
        let whole = |value: f64| within(value, LARGEST_WEIGHT);
        let total = whole(self.prices.total);
        let weights: Vec<i64> = self.prices.weights.iter().map(|&weight| whole(weight)).collect();
        let (base, unit) = match question {
            Question::Gap { .. } => (0, 1.0),
            Question::Worst { .. } => (total, self.scale),
            Question::Total { .. } => (whole(1.0), self.scale),
        };
        let rewards: Vec<i64> =
            self.prices.rewards.iter().map(|&reward| within(reward * unit, LARGEST_REWARD)).collect();
        let counted: Vec<i64> = weights.iter().map(|weight| weight + base).collect();
        self.relaxed.choose(problem, walks, &counted, &rewards);
        let left = dearest(&rewards, question.gaps());
        let paid = |places: &[usize]| places.iter().map(|&place| i128::from(rewards[place])).sum::<i128>();
        let mut above =
            self.relaxed.cost + rewards.iter().map(|&reward| i128::from(reward)).sum::<i128>() - paid(&left);
        let mut below = i128::from(whole(1.0));
        let weighted = |of: &dyn Fn(&Person) -> i64| -> i128 {
            problem.people().iter().zip(&weights).map(|(who, &weight)| i128::from(weight) * i128::from(of(who))).sum()
        };
        match *question {
            Question::Gap { .. } => {}
            Question::Worst { total: most, .. } => {
                above += weighted(&|who| who.carried.0) - most.map_or(0, |most| i128::from(total) * i128::from(most.0));
                below = weighted(&|who| who.capacity.thousandths());
            }
            Question::Total { worst, .. } => above -= weighted(&|who| room(who, worst)),
        }
        let slope = self.slope(problem, question, &left);
        Proof { above, below, slope }
    }

    /// Where the prices should go: burdens above what is allowed count more, duties that nobody chose bring more.
    fn slope(&self, problem: &Problem, question: &Question, left: &[usize]) -> Vec<f64> {
        let burdens = &self.relaxed.burdens;
        let all: i64 = burdens.iter().sum();
        let by_person = |above: &dyn Fn(&Person, i64) -> f64| -> Vec<f64> {
            problem.people().iter().zip(burdens).map(|(who, &burden)| above(who, burden) / self.scale).collect()
        };
        let mut slope = match *question {
            Question::Worst { known, .. } => {
                let known = known.burden.0 as f64 / known.capacity.thousandths() as f64;
                by_person(&|who, burden| (who.carried.0 + burden) as f64 - known * who.capacity.thousandths() as f64)
            }
            Question::Total { worst: Some(worst), .. } => {
                let each = self.each();
                by_person(&|who, burden| (burden - room(who, Some(worst))) as f64 / each)
            }
            _ => vec![0.0; burdens.len()],
        };
        slope.extend(self.relaxed.chosen.iter().map(|&chosen| f64::from(1 - chosen)));
        for &place in left {
            slope[burdens.len() + place] -= 1.0;
        }
        slope.push(match question {
            Question::Worst { total: Some(most), .. } => (all - most.0) as f64 / self.scale / self.each(),
            _ => 0.0,
        });
        slope
    }

    /// How many duties a person has.
    fn each(&self) -> f64 {
        (self.prices.rewards.len() as f64 / self.prices.weights.len().max(1) as f64).max(1.0)
    }

    /// A step towards what is known to be possible.
    fn climb(&mut self, question: &Question, proof: &Proof) {
        let reached = proof.reached();
        let (known, unit) = match question {
            Question::Gap { known } => (*known as f64, 1.0),
            Question::Worst { known, .. } => {
                let load = known.burden.0 as f64 / known.capacity.thousandths() as f64;
                (load, proof.below as f64 / FINEST / self.scale)
            }
            Question::Total { known, .. } => (known.0 as f64, 1.0 / self.scale),
        };
        let is_gap = matches!(question, Question::Gap { .. });
        let people = self.prices.weights.len();
        for (at, (moved, (slope, price))) in
            self.moved.iter_mut().zip(proof.slope.iter().zip(self.prices.all())).enumerate()
        {
            let is_reward = (people..people + self.prices.rewards.len()).contains(&at);
            let at_most = is_gap && is_reward && price >= 1.0 && *slope > 0.0;
            let at_least = (is_gap || !is_reward) && price <= 0.0 && *slope < 0.0;
            *moved = if at_most || at_least { 0.0 } else { 0.8 * *moved + slope };
        }
        let norm: f64 = self.moved.iter().map(|slope| slope * slope).sum();
        if norm <= f64::EPSILON {
            return;
        }
        let step = self.pace * (known - reached).max(known.abs() * 1e-4) * unit / norm;
        let fair = if matches!(question, Question::Total { .. }) { self.each() } else { 1.0 };
        let (weights, rewards) = self.moved.split_at(people);
        for (weight, moved) in self.prices.weights.iter_mut().zip(weights) {
            *weight = (*weight + step * moved / fair).max(0.0);
        }
        for (reward, moved) in self.prices.rewards.iter_mut().zip(rewards) {
            *reward += step * moved;
            if is_gap {
                *reward = reward.clamp(0.0, 1.0);
            }
        }
        self.prices.total = (self.prices.total + step * rewards[rewards.len() - 1] / self.each()).max(0.0);
        if matches!(question, Question::Worst { .. }) {
            self.level();
        }
    }

    /// Only how the weights compare matters: makes their mean 1.
    fn level(&mut self) {
        let mean = self.prices.weights.iter().sum::<f64>() / self.prices.weights.len().max(1) as f64;
        if mean > 0.0 {
            self.prices.weights.iter_mut().chain(&mut self.prices.rewards).for_each(|price| *price /= mean);
            self.prices.total /= mean;
        }
    }
}

/// What `who` can hold without a larger load than `worst`.
fn room(who: &Person, worst: Option<Load>) -> i64 {
    worst.map_or(0, |worst| worst.ceiling(who.capacity).0 - who.carried.0)
}

/// The least that `duty` costs anybody; 0 when nobody can hold it.
fn least(problem: &Problem, duty: Duty, weights: &[f64]) -> f64 {
    let weight = |person: MemberId| if weights[person] > 0.0 { weights[person] } else { 1.0 };
    let costs =
        problem.open(duty).map(|person| problem.burden(duty, person).unwrap_or_default().0 as f64 * weight(person));
    costs.min_by(f64::total_cmp).unwrap_or(0.0)
}

/// The places of the `count` highest rewards, as far as they are above 0.
fn dearest(rewards: &[i64], count: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rewards.len()).filter(|&place| rewards[place] > 0).collect();
    if count < order.len() {
        order.select_nth_unstable_by_key(count, |&place| (std::cmp::Reverse(rewards[place]), place));
        order.truncate(count);
    }
    order
}
