//! The best single slots: every one is weighed.

use super::alike::near;
use super::ask::Ask;
use super::grid::{Grid, STARTS};
use super::rules;
use super::suggestion::Cost;
use super::sums::Sums;
use super::table::Table;
use crate::availability::RateMinutes;
use crate::team::Every;
use crate::time::Minutes;

/// The numbers of the best single slots that keep to the rules, each unlike those before it.
pub(super) fn singles(table: &Table, grid: &Grid, ask: &Ask, top: usize) -> Vec<usize> {
    let circle = if ask.every == Every::Weekday { Minutes::DAY } else { Minutes::WEEK };
    let mut found: Vec<usize> = Vec::new();
    // What else the cost holds is only computed where the burdens tie.
    for tied in by_burden(table, grid).chunk_by(|a, b| a.burdens == b.burdens) {
        if found.len() >= top {
            break;
        }
        let mut ranked: Vec<_> =
            tied.iter().map(|one| (cost(table, grid, *one), grid.earlier(one.number), one.number)).collect();
        ranked.sort_unstable();
        for (.., number) in ranked {
            let is_new = !found.iter().any(|&other| near(grid.begin(other), grid.begin(number), circle));
            let allowed = || !ask.rules.forbid_any() || rules::allow(&ask.rules, table, &[grid.held(number, 0)]);
            if found.len() < top && is_new && allowed() {
                let same = tied.iter().map(|one| one.number).filter(|&other| grid.same_instants(number, other));
                let most = same.max_by_key(|&other| (grid.at_home(other), std::cmp::Reverse(grid.earlier(other))));
                found.push(most.unwrap_or(number));
            }
        }
    }
    found
}

/// A slot with the largest and twice the total burden.
#[derive(Clone, Copy)]
struct Burdened {
    burdens: (i64, i64),
    number: usize,
}

/// Every slot, the cheapest first.
fn by_burden(table: &Table, grid: &Grid) -> Vec<Burdened> {
    let mut all: Vec<Burdened> = (0..grid.len()).map(|number| Burdened { burdens: (0, 0), number }).collect();
    let mut sums = Sums::new(grid, 0);
    table.each_burden(|number, values| {
        let pattern = &table.patterns[number];
        let (required, carried, count) = (number < table.required, pattern.carried, pattern.count as i64);
        sums.each(values, |first, sums: &[i64; STARTS]| {
            for (Burdened { burdens: (worst, total), .. }, sum) in all[first..first + STARTS].iter_mut().zip(sums) {
                if required {
                    *worst = (*worst).max(carried + sum);
                    *total += 2 * sum * count;
                } else {
                    *total += sum * count;
                }
            }
        });
    });
    all.sort_unstable_by_key(|one| (one.burdens, one.number));
    all
}

fn cost(table: &Table, grid: &Grid, one: Burdened) -> Cost {
    let starts = grid.starts(one.number, 0);
    Cost {
        worst: RateMinutes(one.burdens.0),
        total_twice: RateMinutes(one.burdens.1),
        moved: table.moved(&starts),
        off_middle_twice: table.off_middle(&starts),
    }
}
