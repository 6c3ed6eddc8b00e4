use super::Cost;
use super::candidates::Candidate;
use super::search::{Burdens, Singles, earlier};
use super::table::Table;
use crate::availability::RateMinutes;
use crate::time::Instant;

/// The best single slots that every combination is made of, by the number of slots in turn: fewer when more combine.
const POOL: [usize; 5] = [0, 0, 96, 48, 24];

/// Rotations of `slots` slots, the cheapest first.
///
/// A pool of slots (the cheapest, and for each required member the cheapest of those that cost this member least) is combined
/// exhaustively. The best combinations are then improved: each slot in turn is replaced by whichever of all slots makes the
/// rotation cheapest, until none does. Slots of one rotation never mean the same instants.
pub(super) fn rotations<'a>(
    table: &Table,
    singles: &Singles<'a>,
    slots: usize,
    top: usize,
) -> Vec<(Cost, Vec<&'a Candidate>)> {
    let turns = Turns::new(table, singles, slots);
    let mut combined = turns.combine(&turns.pool());
    combined.truncate(4 * top.max(4));
    let improved = combined.iter().map(|(_, chosen)| turns.improve(chosen.clone()));
    let mut found: Vec<(Cost, Vec<usize>)> = Vec::new();
    for chosen in improved.chain(combined.iter().map(|(_, chosen)| chosen.clone())) {
        if !found.iter().any(|(_, other)| same(other, &chosen)) {
            found.push((turns.cost(&chosen), chosen));
        }
    }
    found.sort_by_key(|(cost, chosen)| (*cost, chosen.iter().map(|&i| earlier(turns.all[i].slot)).collect::<Vec<_>>()));
    found.truncate(top);
    found.into_iter().map(|(cost, chosen)| (cost, chosen.into_iter().map(|i| turns.all[i]).collect())).collect()
}

/// Whether two rotations hold the same slots, in whatever order.
fn same(a: &[usize], b: &[usize]) -> bool {
    a.iter().all(|slot| b.contains(slot))
}

/// Every slot, with everybody's burden of the occurrences that it has in each place of the rotation.
struct Turns<'a, 't> {
    table: &'t Table,
    all: Vec<&'a Candidate>,
    slots: usize,
    /// By slot and place, flattened: everybody's burden.
    burdens: Vec<Vec<RateMinutes>>,
}

impl<'a, 't> Turns<'a, 't> {
    fn new(table: &'t Table, singles: &Singles<'a>, slots: usize) -> Self {
        let mut all: Vec<&Candidate> = Vec::new();
        let mut known = std::collections::BTreeSet::new();
        for &(_, candidate) in &singles.all {
            if known.insert(&candidate.starts) {
                all.push(candidate);
            }
        }
        let place = |candidate: &Candidate, place: usize| -> Vec<RateMinutes> {
            (0..table.attendees()).map(|attendee| table.burden_of(attendee, candidate, place, slots)).collect()
        };
        let burdens = all.iter().flat_map(|candidate| (0..slots).map(|p| place(candidate, p))).collect();
        Self { table, all, slots, burdens }
    }

    fn burden(&self, slot: usize, place: usize) -> &[RateMinutes] {
        &self.burdens[slot * self.slots + place]
    }

    fn pool(&self) -> Vec<usize> {
        let size = POOL[self.slots];
        let mut pool: Vec<usize> = (0..self.all.len().min(size / 2)).collect();
        let each = (size / 2 / self.table.required).max(2);
        for member in 0..self.table.required {
            let own =
                |&slot: &usize| (0..self.slots).map(|place| self.burden(slot, place)[member]).sum::<RateMinutes>();
            let mut spared: Vec<usize> = (0..self.all.len()).collect();
            spared.sort_by_key(own);
            let fresh: Vec<usize> = spared.into_iter().filter(|slot| !pool.contains(slot)).take(each).collect();
            pool.extend(fresh);
        }
        pool.truncate(size);
        pool
    }

    /// Every combination of the pool, the cheapest first.
    fn combine(&self, pool: &[usize]) -> Vec<(Burdens, Vec<usize>)> {
        let mut found = Vec::new();
        let mut chosen = Vec::new();
        self.extend(pool, &mut chosen, &mut found);
        found.sort();
        found
    }

    fn extend(&self, pool: &[usize], chosen: &mut Vec<usize>, found: &mut Vec<(Burdens, Vec<usize>)>) {
        if chosen.len() == self.slots {
            found.push((self.burdens_of(chosen), chosen.clone()));
            return;
        }
        for (i, &slot) in pool.iter().enumerate() {
            chosen.push(slot);
            self.extend(&pool[i + 1..], chosen, found);
            chosen.pop();
        }
    }

    fn burdens_of(&self, chosen: &[usize]) -> Burdens {
        let mut sums = vec![RateMinutes::ZERO; self.table.attendees()];
        for (place, &slot) in chosen.iter().enumerate() {
            for (sum, &burden) in sums.iter_mut().zip(self.burden(slot, place)) {
                *sum += burden;
            }
        }
        Burdens::of(&sums, self.table.required)
    }

    fn improve(&self, mut chosen: Vec<usize>) -> Vec<usize> {
        let mut best = self.burdens_of(&chosen);
        loop {
            let mut better = false;
            for place in 0..self.slots {
                for slot in 0..self.all.len() {
                    if chosen.contains(&slot) {
                        continue;
                    }
                    let held = std::mem::replace(&mut chosen[place], slot);
                    let burdens = self.burdens_of(&chosen);
                    if burdens < best {
                        (best, better) = (burdens, true);
                    } else {
                        chosen[place] = held;
                    }
                }
            }
            if !better {
                return chosen;
            }
        }
    }

    fn cost(&self, chosen: &[usize]) -> Cost {
        let held: Vec<Vec<Instant>> =
            chosen.iter().enumerate().map(|(p, &i)| held(self.all[i], p, self.slots)).collect();
        self.burdens_of(chosen).with_clocks(self.table, &held)
    }
}

/// The starts of the occurrences that the slot in `place` of `slots` has.
pub(super) fn held(candidate: &Candidate, place: usize, slots: usize) -> Vec<Instant> {
    candidate.starts.iter().filter(|(_, turn)| turn % slots == place).map(|&(start, _)| start).collect()
}
