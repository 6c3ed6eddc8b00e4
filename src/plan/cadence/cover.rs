//! Which groups there are: a cover of the members by groups in which everybody is tied to everybody.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::team::MemberId;

/// The chosen groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Each group's members in order; the larger group first.
    pub groups: Vec<Vec<MemberId>>,
    /// Whether no better cover exists.
    pub is_exact: bool,
}

/// Who is tied to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ties {
    /// Members who are alike stand together.
    pub members: Vec<Vec<MemberId>>,
    /// Whether the members of two patterns are tied to each other; of one pattern and itself, whether its members are. Whoever is tied
    /// to others is tied to those who are alike.
    pub tied: Vec<Vec<bool>>,
}

/// So many kinds of members (with the same ties) are covered exactly.
const MOST_KINDS: usize = 30;
/// So many partial covers are looked at before the best so far is taken.
const MOST_STEPS: u32 = 400_000;

/// Groups such that everybody who is tied to somebody is in at least one of them. Every group is maximal: nobody else is tied to
/// all of it. Covers are compared by the number of groups (fewer); the seats in them, so that as few as possible are in several
/// (fewer); the sizes of the groups, from the largest on (larger); then the one with earlier members is taken.
///
/// Members with the same ties are in the same groups, and count as one kind. Up to 30 kinds are covered exactly, unless that takes
/// very many steps; beyond, groups are grown one by one around whoever has the most ties among those not covered yet, and
/// [`Cover::is_exact`] says so.
///
/// # Example
///
/// ```
/// use sunwise::plan::cadence::{Ties, cover};
/// use sunwise::team::MemberId;
///
/// let [ana, bo, cai] = [0, 1, 2].map(MemberId::new);
/// // Bo is tied to both of the others, who are not tied to each other.
/// let tied = vec![vec![false, true, false], vec![true, false, true], vec![false, true, false]];
/// let found = cover(&Ties { members: vec![vec![ana], vec![bo], vec![cai]], tied });
/// assert_eq!(found.groups, [[ana, bo], [bo, cai]]);
/// assert!(found.is_exact);
/// ```
pub fn cover(ties: &Ties) -> Cover {
    let kinds = kinds(ties);
    let tied = |a: usize, b: usize| a == b || ties.tied[kinds[a].0][kinds[b].0];
    let mut graph =
        Graph { weights: kinds.iter().map(|(_, members)| members.len()).collect(), rows: Vec::new(), steps: 0 };
    graph.rows = (0..kinds.len()).map(|a| (0..kinds.len()).map(|b| tied(a, b)).collect()).collect();
    let greedy = graph.grown();
    let (chosen, is_exact) = if kinds.len() <= MOST_KINDS { graph.best(greedy) } else { (greedy, false) };
    let members = |group: &Vec<usize>| {
        let mut members: Vec<MemberId> = group.iter().flat_map(|&kind| kinds[kind].1.iter().copied()).collect();
        members.sort_unstable();
        members
    };
    let mut groups: Vec<Vec<MemberId>> = chosen.iter().map(members).collect();
    groups.sort_by_key(|group| (Reverse(group.len()), group.clone()));
    Cover { groups, is_exact }
}

/// The members who are tied to somebody, those with the same ties together, each with one of its patterns.
fn kinds(ties: &Ties) -> Vec<(usize, Vec<MemberId>)> {
    let mut found: BTreeMap<Vec<bool>, (usize, Vec<MemberId>)> = BTreeMap::new();
    for (pattern, row) in ties.tied.iter().enumerate().filter(|(_, row)| row.contains(&true)) {
        let mut own = row.clone();
        own[pattern] = true;
        found.entry(own).or_insert((pattern, Vec::new())).1.extend(&ties.members[pattern]);
    }
    let mut kinds: Vec<(usize, Vec<MemberId>)> = found.into_values().collect();
    for (_, members) in &mut kinds {
        members.sort_unstable();
    }
    kinds.sort_by(|(_, a), (_, b)| a.cmp(b));
    kinds
}

/// Kinds of members with their ties.
struct Graph {
    weights: Vec<usize>,
    rows: Vec<Vec<bool>>,
    steps: u32,
}

/// What covers are compared by.
type Key = (usize, usize, Reverse<Vec<usize>>);

impl Graph {
    /// Groups grown one by one.
    fn grown(&self) -> Vec<Vec<usize>> {
        let count = self.rows.len();
        let mut is_open = vec![true; count];
        let mut groups = Vec::new();
        while let Some(seed) = self.heaviest(&(0..count).filter(|&kind| is_open[kind]).collect::<Vec<_>>(), &is_open) {
            let mut group = vec![seed];
            let mut near: Vec<usize> = (0..count).filter(|&kind| kind != seed && self.rows[seed][kind]).collect();
            while !near.is_empty() {
                let open: Vec<usize> = near.iter().copied().filter(|&kind| is_open[kind]).collect();
                let next = self.heaviest(if open.is_empty() { &near } else { &open }, &is_open).unwrap_or(near[0]);
                group.push(next);
                near.retain(|&kind| kind != next && self.rows[next][kind]);
            }
            for &kind in &group {
                is_open[kind] = false;
            }
            group.sort_unstable();
            groups.push(group);
        }
        groups
    }

    /// Of some kinds the one with the most ties to open ones; of equals the first.
    fn heaviest(&self, of: &[usize], is_open: &[bool]) -> Option<usize> {
        let ties = |kind: usize| -> usize {
            (0..self.rows.len())
                .filter(|&other| is_open[other] && self.rows[kind][other])
                .map(|o| self.weights[o])
                .sum()
        };
        of.iter().copied().max_by_key(|&kind| (ties(kind), Reverse(kind)))
    }

    /// The best cover, and whether it was proven to be.
    fn best(&mut self, greedy: Vec<Vec<usize>>) -> (Vec<Vec<usize>>, bool) {
        let masks: Vec<u32> = self.rows.iter().map(|row| bits(row)).collect();
        let everyone = masks.iter().enumerate().fold(0, |all, (kind, _)| all | 1 << kind);
        let mut cliques = Vec::new();
        maximal(&masks, 0, everyone, 0, &mut cliques);
        cliques.sort_by_key(|&clique| Reverse((self.weight(clique), clique.reverse_bits())));
        let key = self.key(greedy.iter().map(|group| group.iter().fold(0, |all, kind| all | 1 << kind)));
        let mut search = Search { masks, cliques, best: (key, None), everyone };
        self.search(&mut search, &mut Vec::new(), 0);
        let found = search.best.1.map(|cover| cover.into_iter().map(places).collect());
        (found.unwrap_or(greedy), self.steps < MOST_STEPS)
    }

    fn weight(&self, clique: u32) -> usize {
        places(clique).into_iter().map(|kind| self.weights[kind]).sum()
    }

    fn key(&self, cover: impl Iterator<Item = u32>) -> Key {
        let mut sizes: Vec<usize> = cover.map(|clique| self.weight(clique)).collect();
        sizes.sort_unstable_by_key(|&size| Reverse(size));
        (sizes.len(), sizes.iter().sum(), Reverse(sizes))
    }

    fn search(&mut self, search: &mut Search, chosen: &mut Vec<u32>, covered: u32) {
        self.steps += 1;
        if self.steps >= MOST_STEPS {
            return;
        }
        let open = search.everyone & !covered;
        let key = self.key(chosen.iter().copied());
        if open == 0 {
            if key < search.best.0 {
                search.best = (key, Some(chosen.clone()));
            }
            return;
        }
        if self.bound(search, key, open) >= search.best.0 {
            return;
        }
        let count = |kind: &usize| search.cliques.iter().filter(|&&clique| clique >> *kind & 1 == 1).count();
        let Some(kind) = places(open).into_iter().min_by_key(count) else { return };
        for clique in search.cliques.clone().into_iter().filter(|clique| clique >> kind & 1 == 1) {
            chosen.push(clique);
            self.search(search, chosen, covered | clique);
            chosen.pop();
        }
    }

    /// What no cover with these groups can be better than: who is not tied to each other needs a group each, everybody a seat.
    fn bound(&self, search: &Search, (groups, seats, Reverse(mut sizes)): Key, open: u32) -> Key {
        let (mut left, mut more) = (open, 0);
        while left != 0 {
            left &= !search.masks[left.trailing_zeros() as usize];
            more += 1;
        }
        let largest = search.cliques.first().map_or(0, |&clique| self.weight(clique));
        // Covers that are compared by size have as many groups as the best.
        let more =
            if groups + more < search.best.0.0 { more } else { more.max(search.best.0.0.saturating_sub(groups)) };
        sizes.extend(std::iter::repeat_n(largest, more));
        sizes.sort_unstable_by_key(|&size| Reverse(size));
        (groups + more, seats + self.weight(open), Reverse(sizes))
    }
}

struct Search {
    masks: Vec<u32>,
    /// The largest first, then that with earlier kinds.
    cliques: Vec<u32>,
    best: (Key, Option<Vec<u32>>),
    everyone: u32,
}

fn bits(row: &[bool]) -> u32 {
    row.iter().enumerate().filter(|(_, tied)| **tied).fold(0, |all, (kind, _)| all | 1 << kind)
}

fn places(mask: u32) -> Vec<usize> {
    (0..u32::BITS as usize).filter(|&kind| mask >> kind & 1 == 1).collect()
}

/// All maximal sets in which everybody is tied to everybody (Bron and Kerbosch 1973, with a pivot as Tomita et al. 2006 choose it).
fn maximal(masks: &[u32], group: u32, may: u32, not: u32, found: &mut Vec<u32>) {
    if may | not == 0 {
        found.push(group);
        return;
    }
    let own = |kind: usize| masks[kind] & !(1 << kind);
    let pivot = places(may | not).into_iter().max_by_key(|&kind| (may & own(kind)).count_ones()).map_or(0, own);
    let (mut may, mut not) = (may, not);
    for kind in places(may & !pivot) {
        maximal(masks, group | 1 << kind, may & own(kind), not & own(kind), found);
        may &= !(1 << kind);
        not |= 1 << kind;
    }
}
