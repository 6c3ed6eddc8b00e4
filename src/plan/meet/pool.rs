//! The slots of which good rotations are made.

use std::collections::BTreeMap;

use super::space::Space;
use crate::time::Minutes;

/// Lists that are not longer are searched whole.
const FEW: usize = 160;
/// What a slot is compared by, and the slot.
type Priced = ((i64, i64), usize);

/// How many rotations a play is long.
const ROUNDS: usize = 6;

/// The slots of a list of which good rotations are made; all when there are few.
///
/// For each time of day that slots begin at, whatever their weekday and anchor, the one that burdens the most burdened least and
/// the one that burdens all least.
pub(super) fn pool(space: &Space, place: usize, list: &[usize]) -> Vec<usize> {
    if list.len() <= FEW {
        return list.to_vec();
    }
    let mut best: BTreeMap<i64, [Priced; 2]> = BTreeMap::new();
    for &slot in list {
        let worst = space.burdens(place, slot).iter().copied().max().unwrap_or(0);
        let total = space.total(place, slot);
        let own = [((worst, total), slot), ((total, worst), slot)];
        let begin = i64::from(space.grid.begin(space.choices[slot].number).epoch_minutes()).rem_euclid(Minutes::DAY.0);
        let kept = best.entry(begin).or_insert(own);
        for (kept, own) in kept.iter_mut().zip(own) {
            *kept = (*kept).min(own);
        }
    }
    let mut pool: Vec<usize> = best.into_values().flatten().map(|(_, slot)| slot).collect();
    pool.sort_unstable();
    pool.dedup();
    pool
}

/// A long rotation that takes turns in its places, filled one by one, each time with the slot after which the most burdened has
/// least: it takes those that spare whom the others burden.
pub(super) fn play(space: &Space, pools: &[Vec<usize>]) -> Vec<usize> {
    let mut sums = space.table.carried_by_pattern();
    let mut taken = Vec::new();
    for place in (0..pools.len()).cycle().take(ROUNDS * pools.len()) {
        let after = |&slot: &usize| {
            let worst = sums.iter().zip(space.burdens(place, slot)).map(|(sum, own)| sum + own).max().unwrap_or(0);
            (worst, space.total(place, slot), slot)
        };
        let Some((.., slot)) = pools[place].iter().map(after).min() else { break };
        sums.iter_mut().zip(space.burdens(place, slot)).for_each(|(sum, own)| *sum += own);
        taken.push(slot);
    }
    taken
}
