//! Every way in which one person can hold shifts within the limits, as walks through layers of a graph: one layer a shift, in each
//! a node for whatever of the past still matters. The best walk for any prices of the shifts is found exactly in one pass.

use super::problem::Problem;
use super::rule::Within;
use crate::time::Minutes;

/// The graph, the same for all people: who may hold which shift is said by prices.
#[derive(Clone, Debug)]
pub struct Walks {
    /// For each layer its nodes: where a walk goes that leaves the shift out, and where one goes that takes it. A place behind the
    /// nodes of the next layer is nowhere.
    layers: Vec<Vec<[u32; 2]>>,
    size: usize,
}

/// What of the past still matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Past {
    /// Which of the last shifts are held and forbid one to come or count with it: the lowest bit is the one just before.
    recent: u64,
    /// How many weeks in a row were worked before the current one.
    weeks: u16,
    /// Whether a shift starts in the current one.
    works: bool,
}

impl Walks {
    /// The graph of `problem`, if it has at most `most` nodes before those that lead to the same ends are merged.
    pub fn of(problem: &Problem, most: usize) -> Option<Self> {
        Builder { problem, windows: true, weeks: true }.walks(most)
    }

    /// A smaller graph without the caps on shifts in a window and, if that is not enough, without those on weeks: a walk may be
    /// better than anything that a person can do, never worse.
    pub fn loose(problem: &Problem, most: usize) -> Self {
        let tries = [true, false].into_iter();
        let found = tries.map(|weeks| Builder { problem, windows: false, weeks }.walks(most)).find_map(|walks| walks);
        found.unwrap_or_else(|| Self {
            layers: vec![vec![[0, 0]]; problem.shifts().len()],
            size: problem.shifts().len(),
        })
    }

    /// How many nodes there are: what one [`Walks::cheapest`] costs.
    pub fn size(&self) -> usize {
        self.size
    }

    /// The least sum of `prices` that a walk comes to by taking shifts; `taken` becomes the shifts of such a walk. Shifts without a
    /// price cannot be taken. Never above 0, as a walk may leave everything out.
    pub fn cheapest(&self, prices: &[Option<i64>], scratch: &mut Scratch, taken: &mut Vec<usize>) -> i64 {
        scratch.ends.resize(self.layers.len() + 1, Vec::new());
        scratch.ends[self.layers.len()] = vec![0, NOWHERE];
        for (shift, layer) in self.layers.iter().enumerate().rev() {
            let (before, after) = scratch.ends.split_at_mut(shift + 1);
            let (now, later) = (&mut before[shift], &after[0][..]);
            now.clear();
            match prices[shift] {
                None => now.extend(layer.iter().map(|&[skip, _]| later[skip as usize])),
                Some(price) => now.extend(layer.iter().map(|&[skip, take]| {
                    let with = price + later[take as usize];
                    later[skip as usize].min(with)
                })),
            }
            now.push(NOWHERE);
        }
        self.follow(prices, &scratch.ends, taken);
        scratch.ends[0][0]
    }

    /// The shifts of a walk that comes to the least; where leaving out is as good it leaves out.
    fn follow(&self, prices: &[Option<i64>], ends: &[Vec<i64>], taken: &mut Vec<usize>) {
        taken.clear();
        let mut node = 0;
        for (shift, layer) in self.layers.iter().enumerate() {
            let [skip, take] = layer[node];
            let takes = ends[shift][node] < ends[shift + 1][skip as usize];
            if takes && prices[shift].is_some() {
                taken.push(shift);
            }
            node = if takes { take } else { skip } as usize;
        }
    }
}

/// What it costs to go where nobody can.
const NOWHERE: i64 = i64::MAX / 4;

/// The same graph with one node for all that lead to the same ends.
fn merged(mut layers: Vec<Vec<[u32; 2]>>) -> Walks {
    // Behind the last layer there is one node, and nowhere.
    let mut names: Vec<u32> = vec![0, 1];
    for layer in layers.iter_mut().rev() {
        let ends: Vec<[u32; 2]> = layer.iter().map(|ends| ends.map(|to| names[to as usize])).collect();
        (*layer, names) = numbered(&ends);
        names.push(layer.len() as u32);
    }
    let size = layers.iter().map(Vec::len).sum();
    Walks { layers, size }
}

/// The different ones of `all` by when they first occur, and for each of `all` its number among them.
fn numbered<T: Copy + Ord>(all: &[T]) -> (Vec<T>, Vec<u32>) {
    let mut sorted: Vec<(T, u32)> = all.iter().copied().zip(0..).collect();
    sorted.sort_unstable();
    let mut firsts = vec![0; all.len()];
    for run in sorted.chunk_by(|a, b| a.0 == b.0) {
        for &(_, at) in run {
            firsts[at as usize] = run[0].1;
        }
    }
    let (mut kept, mut numbers) = (Vec::new(), vec![0; all.len()]);
    for (at, &first) in firsts.iter().enumerate() {
        numbers[at] = if first as usize == at { kept.len() as u32 } else { numbers[first as usize] };
        if first as usize == at {
            kept.push(all[at]);
        }
    }
    (kept, numbers)
}

/// Memory that [`Walks::cheapest`] uses again and again.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    /// By layer and node: the least that the rest of a walk comes to.
    ends: Vec<Vec<i64>>,
}

struct Builder<'a> {
    problem: &'a Problem,
    /// Whether caps on shifts in a window count.
    windows: bool,
    /// Whether caps on weeks in a row count.
    weeks: bool,
}

impl Builder<'_> {
    fn walks(&self, most: usize) -> Option<Walks> {
        self.layers(most).map(merged)
    }

    fn layers(&self, most: usize) -> Option<Vec<Vec<[u32; 2]>>> {
        let count = self.problem.shifts().len();
        let mut layers = Vec::with_capacity(count);
        let mut now = vec![Past::default()];
        let mut nodes = 0;
        for shift in 0..count {
            nodes += now.len();
            if nodes > most {
                return None;
            }
            let step = self.step(shift)?;
            let ends: Vec<[Option<Past>; 2]> = now.iter().map(|&past| step.ends(past)).collect();
            let reached: Vec<Past> = ends.iter().flatten().flatten().copied().collect();
            let (kept, numbers) = numbered(&reached);
            let nowhere = kept.len() as u32;
            let mut numbers = numbers.into_iter();
            let mut number = |end: Option<Past>| end.and_then(|_| numbers.next()).unwrap_or(nowhere);
            layers.push(ends.into_iter().map(|[skip, take]| [number(skip), number(take)]).collect());
            now = kept;
        }
        Some(layers)
    }

    /// The caps on shifts that count, each with the length of its window.
    fn windows(&self) -> impl Iterator<Item = (Minutes, u32)> {
        let caps = self.problem.caps().iter().filter(|_| self.windows);
        caps.filter_map(|cap| match cap.within {
            Within::Window(length) => Some((length, cap.most.into())),
            Within::WeeksInARow => None,
        })
    }

    /// How many weeks in a row are allowed, if that counts.
    fn most_weeks(&self) -> Option<u16> {
        let caps = self.problem.caps().iter().filter(|cap| self.weeks && cap.within == Within::WeeksInARow);
        caps.map(|cap| cap.most).min()
    }

    /// What it means to leave out or to take `shift`; none when too much of the past matters.
    fn step(&self, shift: usize) -> Option<Step> {
        let (problem, shifts) = (self.problem, self.problem.shifts());
        let next = shift + 1;
        let counts = |held: usize, at: usize, length: Minutes| {
            at < shifts.len() && shifts[at].start() - shifts[held].start() < length
        };
        let longest = self.windows().map(|(length, _)| length).max();
        let matters = |held: usize| {
            problem.excluded(held).last().is_some_and(|&last| last >= next)
                || longest.is_some_and(|length| counts(held, next, length))
        };
        let reach = u64::BITS as usize;
        let bit = |from: usize, held: usize| 1_u64 << (from - 1 - held);
        if (0..next.saturating_sub(reach)).rev().take(reach).any(matters) {
            return None;
        }
        let near = next.saturating_sub(reach)..next;
        let before = shift.saturating_sub(reach)..shift;
        let clashes = before.clone().filter(|held| problem.excluded(shift).binary_search(held).is_ok());
        let counted = |length: Minutes| before.clone().filter(move |&held| counts(held, shift, length));
        let windows = self.windows();
        Some(Step {
            clashes: clashes.map(|held| bit(shift, held)).sum(),
            windows: windows.map(|(length, most)| (counted(length).map(|held| bit(shift, held)).sum(), most)).collect(),
            keeps: near.filter(|&held| matters(held)).map(|held| bit(next, held)).sum(),
            weeks: self.most_weeks(),
            passes: shifts.get(next).map_or(2, |coming| coming.week - shifts[shift].week),
        })
    }
}

/// One layer's rules.
struct Step {
    /// Held shifts that exclude this one.
    clashes: u64,
    /// For each window the held shifts that start in the one that ends with this one, and how many may be held in it.
    windows: Vec<(u64, u32)>,
    /// What matters from the next shift on, seen from there.
    keeps: u64,
    /// How many weeks in a row are allowed.
    weeks: Option<u16>,
    /// How many weeks later the next shift starts; after the last shift nothing matters.
    passes: i64,
}

impl Step {
    /// Where walks go that leave the shift out, and that take it.
    fn ends(&self, past: Past) -> [Option<Past>; 2] {
        let crowded = self.windows.iter().any(|&(counts, most)| (past.recent & counts).count_ones() >= most);
        let long = !past.works && self.weeks.is_some_and(|most| past.weeks >= most);
        let allowed = past.recent & self.clashes == 0 && !crowded && !long;
        let taken = Past { works: self.weeks.is_some(), ..past };
        [Some(self.pass(past, 0)), allowed.then(|| self.pass(taken, 1))]
    }

    fn pass(&self, past: Past, held: u64) -> Past {
        let recent = (past.recent << 1 | held) & self.keeps;
        match self.passes {
            0 => Past { recent, ..past },
            1 if past.works => Past { recent, weeks: past.weeks + 1, works: false },
            _ => Past { recent, weeks: 0, works: false },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::rota::check::breaches;
    use crate::plan::rota::facts::Limits;
    use crate::plan::rota::shift::Duty;
    use crate::plan::rota::testing::{ANN, daily, free};

    const DAYS: usize = 9;

    /// The least that any set of days comes to in which the checker finds nothing.
    fn cheapest_by_the_checker(problem: &Problem, prices: &[Option<i64>]) -> i64 {
        let sum = |set: usize| -> Option<i64> {
            let days: Vec<usize> = (0..DAYS).filter(|day| set >> day & 1 == 1).collect();
            let duties: Vec<Duty> = days.iter().map(|&shift| Duty { shift, tier: 0 }).collect();
            let price = days.iter().map(|&day| prices[day]).sum::<Option<i64>>()?;
            breaches(problem, ANN, &duties).is_empty().then_some(price)
        };
        (0..1 << DAYS).filter_map(sum).min().unwrap_or(0)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn the_cheapest_walk_is_the_cheapest_that_the_rules_allow(
            prices in prop::collection::vec(prop::option::weighted(0.9, -9..4i64), DAYS),
            caps in (0..30i64, prop::option::of(1..4u16), prop::option::of(1..2u16)),
        ) {
            let limits = Limits { rest: Minutes::hours(caps.0), max_shifts_per_7_days: caps.1, max_weeks_in_a_row: caps.2 };
            let problem = daily(DAYS, vec![free("Ann", DAYS)], 1, limits);
            let (mut scratch, mut taken) = (Scratch::default(), Vec::new());
            let walks = Walks::of(&problem, 100_000).expect("a small graph");
            let found = walks.cheapest(&prices, &mut scratch, &mut taken);
            prop_assert_eq!(found, cheapest_by_the_checker(&problem, &prices));
            prop_assert_eq!(taken.iter().filter_map(|&day| prices[day]).sum::<i64>(), found);
            let loose = Walks::loose(&problem, 100_000).cheapest(&prices, &mut scratch, &mut taken);
            prop_assert!(loose <= found, "more is allowed");
        }
    }
}
