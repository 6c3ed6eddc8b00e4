//! The best two slots for two places of a rotation.

use std::collections::BTreeSet;

use super::space::Space;

/// The best two slots for two places of a rotation whose other places are taken. The search is exact: what it leaves out cannot
/// be better than what it has.
///
/// The least worst burden comes first. A pair with less than the best so far leaves each required member less than that, so for
/// a first slot only those second slots are tried that cost its most pressed member little enough: each member has the second
/// slots in the order of their burden. Among the pairs with the least worst burden the least total is found in the same way, and
/// among those the fewest moved occurrences and the least distance from the common window, which are sums over both slots.
pub(super) struct Pairs<'s> {
    space: &'s Space<'s>,
    /// The two places.
    places: [usize; 2],
    /// The whole rotation; what stands in the two places does not matter.
    chosen: Vec<usize>,
    /// What is carried and the burden of the other places, for each pattern of required members.
    base: Vec<i64>,
}

/// A pair with its largest burden and twice the total of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct PricedPair {
    worst: i64,
    total: i64,
    pair: [usize; 2],
}

/// So many looks at marks are worth it.
const MOST_LOOKS_AT_MARKS: usize = 20_000_000;
/// No burden is so large.
const NO_LIMIT: i64 = i64::MAX / 4;

impl<'s> Pairs<'s> {
    /// For two `places` of a rotation; what is `chosen` for them does not matter.
    pub fn new(space: &'s Space<'s>, chosen: &[usize], places: [usize; 2]) -> Self {
        let mut base = space.table.carried_by_pattern();
        for (place, &slot) in chosen.iter().enumerate().filter(|(place, _)| !places.contains(place)) {
            base.iter_mut().zip(space.burdens(place, slot)).for_each(|(sum, burden)| *sum += burden);
        }
        Self { space, places, chosen: chosen.to_vec(), base }
    }

    /// The rotation with the best of the pairs of these slots; nothing when no pair keeps to the rules.
    pub fn best(&self, first: &[usize], second: &[usize]) -> Option<Vec<usize>> {
        let [first, second] = self.viable(first, second);
        let seed = self.seed(&first, &second);
        let least = self.least_worst(&first, &second, seed)?;
        let least = self.least_total(&first, &second, least);
        Some(self.with(self.nearest_clocks(&first, &second, least)))
    }

    /// The rotation with `held` in the first place and in the second the best of these slots.
    pub fn best_with(&self, held: usize, second: &[usize]) -> Option<Vec<usize>> {
        Some(self.with(self.partner(0, held, second)?.pair))
    }

    /// The slots of each side whose marks go with those of some slot of the other side.
    fn viable(&self, first: &[usize], second: &[usize]) -> [Vec<usize>; 2] {
        let marks = |side: usize, slot: usize| self.space.marks_of(self.places[side], slot);
        let marked =
            |side: usize, slots: &[usize]| slots.iter().map(|&slot| marks(side, slot)).collect::<BTreeSet<_>>();
        let all = [marked(0, first), marked(1, second)];
        // Where marks differ much, looking at them all takes longer than it saves.
        let looks = all[0].len() * all[1].len() * self.space.marks.words();
        if looks > MOST_LOOKS_AT_MARKS {
            return [first.to_vec(), second.to_vec()];
        }
        self.space.spending.spend(looks);
        let mut whole: Vec<&[u64]> =
            self.chosen.iter().enumerate().map(|(place, &slot)| self.space.marks_of(place, slot)).collect();
        let mut good = [BTreeSet::new(), BTreeSet::new()];
        for &one in &all[0] {
            for &other in &all[1] {
                (whole[self.places[0]], whole[self.places[1]]) = (one, other);
                if self.space.marks.may_do(&whole) {
                    good[0].insert(one);
                    good[1].insert(other);
                }
            }
        }
        let kept = |side: usize, slots: &[usize]| -> Vec<usize> {
            slots.iter().copied().filter(|&slot| good[side].contains(marks(side, slot))).collect()
        };
        [kept(0, first), kept(1, second)]
    }

    /// Whether the next of so many beginnings may be tried; if not, they are noted as left out.
    fn may_go_on(&self, beginnings: usize) -> bool {
        let has_left = self.space.spending.has_left();
        if has_left {
            self.space.spending.tried(1);
        } else {
            self.space.spending.left_out(beginnings);
        }
        has_left
    }

    fn with(&self, pair: [usize; 2]) -> Vec<usize> {
        let mut chosen = self.chosen.clone();
        for (&place, slot) in self.places.iter().zip(pair) {
            chosen[place] = slot;
        }
        chosen
    }

    fn allows(&self, pair: [usize; 2]) -> bool {
        self.space.allows(&self.with(pair))
    }

    /// A good pair: from a few first slots the best second one, for it the best first one, and so on.
    fn seed(&self, first: &[usize], second: &[usize]) -> Option<PricedPair> {
        const TRIES: usize = 6;
        let lists = [first, second];
        let largest = |slot: usize| self.sums(0, slot).max().unwrap_or(0);
        let mut starts: Vec<(i64, usize)> = first.iter().map(|&slot| (largest(slot), slot)).collect();
        let step = (starts.len() / TRIES).max(1);
        starts.sort_unstable();
        let mut best: Option<PricedPair> = None;
        // The cheapest ones, and some from all over: what is best for two need not be good alone.
        for &(_, start) in starts.iter().take(TRIES).chain(starts.iter().step_by(step)) {
            let mut held = start;
            let mut own: Option<PricedPair> = None;
            for side in (0..2).cycle() {
                let Some(found) = self.partner(side, held, lists[1 - side]) else { break };
                if own.is_some_and(|own| !found.is_better(own)) {
                    break;
                }
                (own, held) = (Some(found), found.pair[1 - side]);
            }
            if own.is_some_and(|own| best.is_none_or(|best| own.is_better(best))) {
                best = own;
            }
        }
        best
    }

    /// The same with the burden of one more slot.
    fn sums(&self, side: usize, slot: usize) -> impl Iterator<Item = i64> {
        self.base.iter().zip(self.space.burdens(self.places[side], slot)).map(|(base, own)| base + own)
    }

    /// The best pair with the slot `held` on one side.
    fn partner(&self, side: usize, held: usize, others: &[usize]) -> Option<PricedPair> {
        let sums: Vec<i64> = self.sums(side, held).collect();
        let mut best: Option<PricedPair> = None;
        self.space.spending.spend(others.len());
        for &other in others {
            let limit = best.map_or(NO_LIMIT, |best| best.worst);
            let burdens = self.space.burdens(self.places[1 - side], other);
            if sums.iter().zip(burdens).any(|(sum, own)| sum + own > limit) {
                continue;
            }
            let pair = if side == 0 { [held, other] } else { [other, held] };
            let found = self.priced(pair);
            let is_better = |best: PricedPair| {
                found.is_better(best) || !best.is_better(found) && self.clocks(pair) < self.clocks(best.pair)
            };
            if best.is_none_or(is_better) && self.allows(pair) {
                best = Some(found);
            }
        }
        best
    }

    /// Moved occurrences and distance from the common window.
    fn clocks(&self, pair: [usize; 2]) -> (usize, i64) {
        let [one, other] = [0, 1].map(|side| self.space.clock_cost(self.places[side], pair[side]));
        (one.0 + other.0, one.1 + other.1)
    }

    fn priced(&self, pair: [usize; 2]) -> PricedPair {
        let burdens = self.space.burdens(self.places[1], pair[1]);
        let worst = self.sums(0, pair[0]).zip(burdens).map(|(sum, own)| sum + own).max().unwrap_or(0);
        let total = (0..2).map(|side| self.space.total(self.places[side], pair[side])).sum();
        PricedPair { worst, total, pair }
    }

    /// The slots of each side that some slot of the other side leaves within `limit` for every member.
    fn within(&self, first: &[usize], second: &[usize], limit: i64) -> [Vec<usize>; 2] {
        let mut kept = [first.to_vec(), second.to_vec()];
        for side in [0, 1, 0] {
            let mut least = vec![NO_LIMIT; self.base.len()];
            for &slot in &kept[1 - side] {
                let burdens = self.space.burdens(self.places[1 - side], slot);
                least.iter_mut().zip(burdens).for_each(|(least, own)| *least = (*least).min(*own));
            }
            kept[side].retain(|&slot| self.sums(side, slot).zip(&least).all(|(sum, least)| sum + least <= limit));
        }
        kept
    }

    /// A pair with the least worst burden.
    fn least_worst(&self, first: &[usize], second: &[usize], seed: Option<PricedPair>) -> Option<PricedPair> {
        let mut best = seed;
        let limit = |best: Option<PricedPair>| best.map_or(NO_LIMIT, |best| best.worst - 1);
        let [first, second] = self.within(first, second, limit(best));
        let orders = Orders::new(self, &second);
        for (number, &one) in first.iter().enumerate() {
            if !self.may_go_on(first.len() - number) {
                break;
            }
            let room = |best| -> Vec<i64> { self.sums(0, one).map(|sum| limit(best) - sum).collect() };
            let mut left = room(best);
            let candidates = orders.candidates(&left, NO_LIMIT);
            self.space.spending.spend(self.base.len() + candidates.len());
            for &other in candidates {
                if orders.fits(other, &left) && self.allows([one, other as usize]) {
                    best = Some(self.priced([one, other as usize]));
                    left = room(best);
                }
            }
        }
        best
    }

    /// A pair with the least total among those with the worst burden of `best`.
    fn least_total(&self, first: &[usize], second: &[usize], mut best: PricedPair) -> PricedPair {
        let [mut first, second] = self.within(first, second, best.worst);
        let total = |side: usize, slot: usize| self.space.total(self.places[side], slot);
        let Some(least) = second.iter().map(|&slot| total(1, slot)).min() else { return best };
        first.retain(|&slot| total(0, slot) + least < best.total);
        first.sort_unstable_by_key(|&slot| total(0, slot));
        let orders = Orders::new(self, &second);
        for (number, &one) in first.iter().enumerate() {
            if total(0, one) + least >= best.total {
                self.space.spending.tried(first.len() - number);
                break;
            }
            if !self.may_go_on(first.len() - number) {
                break;
            }
            let left: Vec<i64> = self.sums(0, one).map(|sum| best.worst - sum).collect();
            let candidates = orders.candidates(&left, best.total - total(0, one) - 1);
            self.space.spending.spend(self.base.len() + candidates.len());
            for &other in candidates {
                let found = total(0, one) + total(1, other as usize);
                if found < best.total && orders.fits(other, &left) && self.allows([one, other as usize]) {
                    best = PricedPair { total: found, pair: [one, other as usize], ..best };
                }
            }
        }
        best
    }

    /// The pair with the least clock costs, then the earlier slots, among those with the burdens of `best`.
    fn nearest_clocks(&self, first: &[usize], second: &[usize], best: PricedPair) -> [usize; 2] {
        let [first, second] = self.within(first, second, best.worst);
        let total = |side: usize, slot: usize| self.space.total(self.places[side], slot);
        let mut totals = [first, second].map(|slots| slots.into_iter().collect::<Vec<_>>());
        for side in 0..2 {
            let mut others: Vec<i64> = totals[1 - side].iter().map(|&slot| total(1 - side, slot)).collect();
            others.sort_unstable();
            totals[side].retain(|&slot| others.binary_search(&(best.total - total(side, slot))).is_ok());
        }
        let keyed = |side: usize| {
            let key = |&slot: &usize| (self.space.clock_cost(self.places[side], slot), self.space.earlier(slot), slot);
            let mut keyed: Vec<_> = totals[side].iter().map(key).collect();
            keyed.sort_unstable();
            keyed
        };
        let (first, second) = (keyed(0), keyed(1));
        let mut least = None;
        for (number, &(one_clocks, one_earlier, one)) in first.iter().enumerate() {
            if !self.may_go_on(first.len() - number) {
                break;
            }
            for &(other_clocks, other_earlier, other) in &second {
                self.space.spending.spend(1);
                let clocks = (one_clocks.0 + other_clocks.0, one_clocks.1 + other_clocks.1);
                let key = (clocks, one_earlier, other_earlier);
                if least.is_some_and(|(least, _)| key >= least) {
                    break;
                }
                let found = self.priced([one, other]);
                if (found.worst, found.total) == (best.worst, best.total) && self.allows(found.pair) {
                    least = Some((key, found.pair));
                    break;
                }
            }
        }
        least.map_or(best.pair, |(_, pair)| pair)
    }
}

impl PricedPair {
    fn is_better(self, other: Self) -> bool {
        (self.worst, self.total) < (other.worst, other.total)
    }
}

/// The slots of the second place, for each pattern of required members and for the total in the order of their burden.
struct Orders<'p> {
    pairs: &'p Pairs<'p>,
    /// By pattern, then of the total: the burdens and, in the same order, the slots.
    sorted: Vec<(Vec<i64>, Vec<u32>)>,
}

impl<'p> Orders<'p> {
    fn new(pairs: &'p Pairs<'p>, slots: &[usize]) -> Self {
        let (space, place) = (pairs.space, pairs.places[1]);
        let sorted = |burden: &dyn Fn(usize) -> i64| -> (Vec<i64>, Vec<u32>) {
            let mut all: Vec<(i64, u32)> = slots.iter().map(|&slot| (burden(slot), slot as u32)).collect();
            all.sort_unstable();
            all.into_iter().unzip()
        };
        let mut orders: Vec<_> =
            (0..pairs.base.len()).map(|pattern| sorted(&|slot| space.burdens(place, slot)[pattern])).collect();
        orders.push(sorted(&|slot| space.total(place, slot)));
        Self { pairs, sorted: orders }
    }

    /// All slots that leave every member within `left` and the total within `total`, and some others: the fewest that one order
    /// tells.
    fn candidates(&self, left: &[i64], total: i64) -> &[u32] {
        let within = |(order, limit): (&(Vec<i64>, Vec<u32>), &i64)| order.0.partition_point(|burden| burden <= limit);
        let limits = left.iter().chain(std::iter::once(&total));
        let fewest =
            self.sorted.iter().zip(limits).map(|pair| (within(pair), &pair.0.1)).min_by_key(|&(count, _)| count);
        fewest.map_or(&[], |(count, slots)| &slots[..count])
    }

    fn fits(&self, slot: u32, left: &[i64]) -> bool {
        let burdens = self.pairs.space.burdens(self.pairs.places[1], slot as usize);
        burdens.iter().zip(left).all(|(own, left)| own <= left)
    }
}
