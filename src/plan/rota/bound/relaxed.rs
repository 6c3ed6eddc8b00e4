//! What is left when people need not share the duties but pay or are paid for them: everybody alone takes what is best for them.
//!
//! For every choice of prices the sum of these is below any rota. So each choice is a proof, with integers and additions only; a
//! subgradient looks for good ones.

use crate::plan::rota::problem::Problem;
use crate::plan::rota::shift::Duty;
use crate::plan::rota::walks::{Scratch, Walks};
use crate::team::MemberId;

/// Everybody's best choice at some prices.
#[derive(Clone, Debug, Default)]
pub struct Relaxed {
    /// What all choices cost together: never above zero.
    pub cost: i128,
    /// By person: the burden of what they chose, without their weight.
    pub burdens: Vec<i64>,
    /// By place of a duty: how many chose it.
    pub chosen: Vec<i32>,
    prices: Vec<Option<i64>>,
    tiers: Vec<usize>,
    scratch: Scratch,
    taken: Vec<usize>,
}

impl Relaxed {
    /// Lets everybody choose: a duty costs its burden times the person's weight, and brings its reward.
    pub fn choose(&mut self, problem: &Problem, walks: &Walks, weights: &[i64], rewards: &[i64]) {
        let shifts = problem.shifts().len();
        self.cost = 0;
        self.burdens = vec![0; problem.people().len()];
        self.chosen = vec![0; rewards.len()];
        self.prices.resize(shifts, None);
        self.tiers.resize(shifts, 0);
        for person in problem.members() {
            for shift in 0..shifts {
                let priced = best_tier(problem, shift, person, weights[person], rewards);
                self.prices[shift] = priced.map(|(price, _)| price);
                self.tiers[shift] = priced.map_or(0, |(_, tier)| tier);
            }
            self.cost += i128::from(walks.cheapest(&self.prices, &mut self.scratch, &mut self.taken));
            for &shift in &self.taken {
                let duty = Duty { shift, tier: self.tiers[shift] };
                self.chosen[problem.place(duty)] += 1;
                self.burdens[person] += problem.burden(duty, person).unwrap_or_default().0;
            }
        }
    }
}

fn best_tier(problem: &Problem, shift: usize, person: MemberId, weight: i64, rewards: &[i64]) -> Option<(i64, usize)> {
    let open = problem.duties_of(shift).filter(|&duty| problem.is_open(duty, person));
    let price = |duty: Duty| problem.burden(duty, person).unwrap_or_default().0 * weight - rewards[problem.place(duty)];
    open.map(|duty| (price(duty), duty.tier)).min()
}
