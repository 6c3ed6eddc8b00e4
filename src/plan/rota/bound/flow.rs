//! Maximal flow from people over groups of shifts to duties.

use std::collections::VecDeque;
use std::ops::Range;

use crate::plan::rota::problem::Problem;

/// How many duties of the shifts in `groups` can be filled if one person holds at most one shift of each group and at most `cap`
/// in all, whatever other limits say.
pub fn most_filled(problem: &Problem, groups: &[Range<usize>], cap: usize) -> usize {
    let mut network = Network::default();
    let (source, sink) = (network.node(), network.node());
    let people: Vec<usize> = problem.people().iter().map(|_| network.node()).collect();
    for &person in &people {
        network.edge(source, person, cap as u32);
    }
    for group in groups {
        let once: Vec<usize> = people.iter().map(|_| network.node()).collect();
        for (&person, &once) in people.iter().zip(&once) {
            network.edge(person, once, 1);
        }
        for duty in group.clone().flat_map(|shift| problem.duties_of(shift)) {
            let node = network.node();
            network.edge(node, sink, 1);
            for person in problem.open(duty) {
                network.edge(once[person], node, 1);
            }
        }
    }
    network.flow(source, sink)
}

/// A directed graph with whole-number capacities; each edge is followed by its reverse.
#[derive(Default)]
struct Network {
    edges: Vec<(usize, u32)>,
    from: Vec<Vec<usize>>,
}

impl Network {
    fn node(&mut self) -> usize {
        self.from.push(Vec::new());
        self.from.len() - 1
    }

    fn edge(&mut self, from: usize, to: usize, capacity: u32) {
        self.from[from].push(self.edges.len());
        self.edges.push((to, capacity));
        self.from[to].push(self.edges.len());
        self.edges.push((from, 0));
    }

    /// The maximal flow, by shortest augmenting paths of one unit each.
    fn flow(&mut self, source: usize, sink: usize) -> usize {
        let mut flow = 0;
        while let Some(path) = self.path(source, sink) {
            for edge in path {
                self.edges[edge].1 -= 1;
                self.edges[edge ^ 1].1 += 1;
            }
            flow += 1;
        }
        flow
    }

    fn path(&self, source: usize, sink: usize) -> Option<Vec<usize>> {
        let mut by: Vec<Option<usize>> = vec![None; self.from.len()];
        let mut queue = VecDeque::from([source]);
        while let Some(node) = queue.pop_front() {
            for &edge in &self.from[node] {
                let (to, left) = self.edges[edge];
                if left == 0 || to == source || by[to].is_some() {
                    continue;
                }
                by[to] = Some(edge);
                if to == sink {
                    let step = |&edge: &usize| by[self.edges[edge ^ 1].0];
                    return Some(std::iter::successors(by[sink], step).collect());
                }
                queue.push_back(to);
            }
        }
        None
    }
}
