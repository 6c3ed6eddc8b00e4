//! Who is tied to whom: members who share the target, and what hangs together by them.

use crate::team::MemberId;

/// A graph of members who are tied, or of groups of them who are alike.
#[derive(Clone, Debug, Default)]
pub(super) struct Ties(Vec<Vec<usize>>);

impl Ties {
    /// So many of whom nobody is tied.
    pub fn none(count: usize) -> Self {
        Self(vec![Vec::new(); count])
    }

    /// Ties two.
    pub fn tie(&mut self, a: usize, b: usize) {
        debug_assert_ne!(a, b, "nobody is tied to themselves");
        self.0[a].push(b);
        self.0[b].push(a);
    }

    /// Those whose absence parts others that were tied, directly or over others: the articulation points of the graph (Hopcroft and
    /// Tarjan 1973).
    pub fn bridges(&self) -> Vec<usize> {
        let count = self.0.len();
        let mut walk = Walk {
            tied: &self.0,
            reached: vec![None; count],
            earliest: vec![0; count],
            parts: vec![false; count],
            next: 0,
        };
        for one in 0..count {
            if walk.reached[one].is_none() {
                let branches = walk.visit(one, None);
                walk.parts[one] = branches > 1;
            }
        }
        (0..count).filter(|&one| walk.parts[one]).collect()
    }

    /// The groups into which those fall who are tied with `one`, without `one`: each in order, the first by the first of them.
    pub fn groups_without(&self, one: usize) -> Vec<Vec<usize>> {
        let mut seen = vec![false; self.0.len()];
        seen[one] = true;
        let mut found = Vec::new();
        for &first in &self.0[one] {
            if seen[first] {
                continue;
            }
            seen[first] = true;
            let mut group = vec![first];
            let mut next = 0;
            while next < group.len() {
                for &other in &self.0[group[next]] {
                    if !std::mem::replace(&mut seen[other], true) {
                        group.push(other);
                    }
                }
                next += 1;
            }
            group.sort_unstable();
            found.push(group);
        }
        found
    }
}

/// A walk along ties that remembers when everybody was reached, and who can be reached without the one before.
struct Walk<'a> {
    tied: &'a [Vec<usize>],
    reached: Vec<Option<usize>>,
    earliest: Vec<usize>,
    parts: Vec<bool>,
    next: usize,
}

impl Walk<'_> {
    /// Walks on from `one`, and returns into how many branches.
    fn visit(&mut self, one: usize, from: Option<usize>) -> usize {
        let own = self.next;
        self.next += 1;
        self.reached[one] = Some(own);
        self.earliest[one] = own;
        let mut branches = 0;
        for index in 0..self.tied[one].len() {
            let other = self.tied[one][index];
            match self.reached[other] {
                Some(reached) if Some(other) != from => self.earliest[one] = self.earliest[one].min(reached),
                Some(_) => {}
                None => {
                    branches += 1;
                    self.visit(other, Some(one));
                    self.earliest[one] = self.earliest[one].min(self.earliest[other]);
                    self.parts[one] |= from.is_some() && self.earliest[other] >= own;
                }
            }
        }
        branches
    }
}

/// Members who stand for all in questions of what hangs together: two of each group of members who are alike, or the only one. A third
/// is tied as the two are, so that it ties or parts nobody more.
pub(super) struct Standing {
    /// Who stands, and for which group.
    pub of: Vec<(MemberId, usize)>,
}

impl Standing {
    pub fn of_groups(groups: &[Vec<MemberId>]) -> Self {
        let two = |(group, members): (usize, &Vec<MemberId>)| {
            members.iter().take(2).map(move |&member| (member, group)).collect::<Vec<_>>()
        };
        let mut of: Vec<(MemberId, usize)> = groups.iter().enumerate().flat_map(two).collect();
        of.sort_unstable();
        Self { of }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn graph(count: usize, ties: &[(usize, usize)]) -> Ties {
        let mut graph = Ties::none(count);
        for &(a, b) in ties {
            graph.tie(a, b);
        }
        graph
    }

    #[test]
    fn bridges_part_others_wherever_they_stand() {
        for (case, count, ties, bridges) in [
            ("nobody", 0, &[][..], &[][..]),
            ("the first in the middle", 3, &[(0, 1), (0, 2)], &[0]),
            ("the last in the middle", 3, &[(0, 2), (1, 2)], &[2]),
            ("a ring", 4, &[(0, 1), (1, 2), (2, 3), (3, 0)], &[]),
            ("two rings with one in common", 5, &[(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2)], &[2]),
            ("a pair has nobody between", 2, &[(0, 1)], &[]),
        ] {
            assert_eq!(graph(count, ties).bridges(), bridges, "{case}");
        }
        assert_eq!(graph(4, &[(0, 1), (0, 2), (0, 3), (2, 3)]).groups_without(0), [vec![1], vec![2, 3]]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        /// A bridge is whoever leaves those with whom they are tied in more than one group.
        #[test]
        fn bridges_are_those_who_leave_several_groups(ties in prop::collection::btree_set((0..7usize, 0..7usize), 0..14)) {
            let ties: Vec<(usize, usize)> = ties.into_iter().filter(|(a, b)| a < b).collect();
            let graph = graph(7, &ties);
            let parts: Vec<usize> = (0..7).filter(|&one| graph.groups_without(one).len() > 1).collect();
            prop_assert_eq!(graph.bridges(), parts);
        }
    }
}
