//! Slots in turn: the best rotation, and the best that are unlike it.

use std::collections::BTreeSet;

use super::alike::Alike;
use super::deep::deepen;
use super::pairs::Pairs;
use super::pool::{play, pool};
use super::space::Space;
use super::suggestion::Cost;

/// Up to `top` rotations, each the best of those that are unlike the ones before it, the best first.
///
/// The best two slots are found exactly. Three and four are improved from several beginnings, two places at a time and exactly,
/// until no two can be better: of the slots of a pool two at a time are exchanged, of all slots one at a time. What is left is
/// searched whole, as far as that goes.
///
/// A rotation that is unlike the best lacks the like of one of its slots: so the next one is the best of those without the like
/// of the first slot, of the second, and so on. These are improved from the one that they are to be unlike.
pub(super) fn rotations(space: &Space, alike: &Alike, top: usize) -> Vec<Vec<usize>> {
    let mut branches: Vec<Branch> = Branch::new(space, alike, Vec::new(), None).into_iter().collect();
    let mut known: BTreeSet<Vec<usize>> = BTreeSet::new();
    let mut found: Vec<Vec<usize>> = Vec::new();
    while found.len() < top {
        let Some(next) = (0..branches.len()).min_by(|&a, &b| branches[a].rank.cmp(&branches[b].rank)) else { break };
        let next = branches.swap_remove(next);
        if !found.iter().any(|other| alike.rotations(other, &next.chosen)) {
            found.push(next.chosen.clone());
        }
        if found.len() == top {
            break;
        }
        for &slot in &next.chosen {
            let mut without = next.without.clone();
            without.push(slot);
            without.sort_unstable();
            if !known.insert(without.clone()) {
                continue;
            }
            if space.spending.has_left() {
                branches.extend(Branch::new(space, alike, without, Some(&next.chosen)));
            } else {
                space.spending.left_out(space.open(0).len());
            }
        }
    }
    found
}

/// The best rotation without the like of some slots.
struct Branch {
    rank: Rank,
    chosen: Vec<usize>,
    without: Vec<usize>,
}

type Rank = (Cost, Vec<(u32, u16, &'static str)>);

impl Branch {
    fn new(space: &Space, alike: &Alike, without: Vec<usize>, like: Option<&[usize]>) -> Option<Self> {
        let kept = |slot: &usize| !without.iter().any(|&other| alike.slots(other, *slot));
        let lists: Vec<Vec<usize>> =
            (0..space.places()).map(|place| space.open(place).iter().copied().filter(kept).collect()).collect();
        let chosen = best(space, &lists, like)?;
        Some(Self { rank: space.rank(&chosen), chosen, without })
    }
}

/// The best rotation whose places are taken from these lists; `like` is a good one to begin with, whose slots need not be in them.
fn best(space: &Space, lists: &[Vec<usize>], like: Option<&[usize]>) -> Option<Vec<usize>> {
    if let (None, [first, second]) = (like, lists) {
        return Pairs::new(space, &[0, 0], [0, 1]).best(first, second);
    }
    let pools: Vec<Vec<usize>> = lists.iter().enumerate().map(|(place, list)| pool(space, place, list)).collect();
    let beginnings = match like {
        Some(chosen) => vec![chosen.to_vec()],
        None => play(space, &pools).chunks_exact(lists.len()).map(<[usize]>::to_vec).collect(),
    };
    let filled = beginnings.into_iter().filter_map(|chosen| fill(space, lists, &chosen));
    let improved = filled.filter_map(|chosen| improve(space, lists, &pools, chosen));
    let best = improved.min_by_key(|chosen| space.rank(chosen))?;
    match deepen(space, lists, &best) {
        Some(better) => improve(space, lists, &pools, better),
        None => Some(best),
    }
}

/// The rotation with those of its slots that are listed and not taken yet, every other place taken by the slot with which it
/// costs least so far.
fn fill(space: &Space, lists: &[Vec<usize>], like: &[usize]) -> Option<Vec<usize>> {
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (place, slot) in like.iter().copied().enumerate() {
        if lists[place].contains(&slot) && !taken.iter().any(|&(_, other)| other == slot) {
            taken.push((place, slot));
        }
    }
    for (place, list) in lists.iter().enumerate() {
        if taken.iter().any(|&(other, _)| other == place) {
            continue;
        }
        let cost = |&slot: &usize| {
            let mut more = taken.clone();
            more.push((place, slot));
            let fresh = !taken.iter().any(|&(_, other)| other == slot);
            (fresh && space.few_are_bad(&more)).then(|| (space.burden(&more), slot))
        };
        taken.push((place, list.iter().filter_map(cost).min()?.1));
    }
    taken.sort_unstable();
    Some(taken.into_iter().map(|(_, slot)| slot).collect())
}

/// Exchanges two slots at a time from the pools, and one at a time from all, until nothing gets better.
fn improve(space: &Space, lists: &[Vec<usize>], pools: &[Vec<usize>], mut chosen: Vec<usize>) -> Option<Vec<usize>> {
    let listed = lists.iter().zip(&chosen).all(|(list, slot)| list.contains(slot));
    let mut rank = (listed && space.allows(&chosen)).then(|| space.rank(&chosen));
    loop {
        let mut better = false;
        let mut take = |found: Option<Vec<usize>>, chosen: &mut Vec<usize>| {
            let Some(found) = found else { return };
            let own = space.rank(&found);
            let listed = lists.iter().zip(&found).all(|(list, slot)| list.contains(slot));
            if listed && rank.as_ref().is_none_or(|rank| own < *rank) {
                (*chosen, rank, better) = (found, Some(own), true);
            }
        };
        for first in 0..lists.len() {
            for second in first + 1..lists.len() {
                let pairs = Pairs::new(space, &chosen, [first, second]);
                let found = pairs.best(&pools[first], &pools[second]);
                take(found, &mut chosen);
            }
            let second = (first + 1) % lists.len();
            let found = Pairs::new(space, &chosen, [second, first]).best_with(chosen[second], &lists[first]);
            take(found, &mut chosen);
        }
        if !better {
            return rank.map(|_| chosen);
        }
    }
}
