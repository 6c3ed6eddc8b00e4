//! Rotations searched whole, place by place, as far as a budget goes.

use super::space::Space;

/// So many slots are tried at most; small questions are answered exactly with far fewer.
const MOST_TRIES: u64 = 4_000_000;
/// Where slots have to keep to rules each try takes longer, and more of them are in vain.
const MOST_TRIES_BY_RULES: u64 = 20_000;

/// A better rotation than `chosen` by worst and total burden, found by trying all that may be better, place by place; nothing when
/// there is none, or none was found before the tries or the budget were spent.
pub(super) fn deepen(space: &Space, lists: &[Vec<usize>], chosen: &[usize]) -> Option<Vec<usize>> {
    let lists: Vec<Vec<usize>> = (0..lists.len()).map(|place| undominated(space, place, &lists[place])).collect();
    let numbered: Vec<(usize, usize)> = chosen.iter().copied().enumerate().collect();
    let mut search = Search {
        space,
        least: least(space, &lists),
        lists: &lists,
        best: space.burden(&numbered),
        found: None,
        taken: Vec::new(),
        left: if space.rules.forbid_any() { MOST_TRIES_BY_RULES } else { MOST_TRIES },
    };
    let base = space.table.carried_by_pattern();
    search.go_on(&base, 0);
    search.found
}

/// Slots without which a rotation can be as good: in the same place enough others burden nobody more. Where slots have to keep to
/// rules all are needed.
fn undominated(space: &Space, place: usize, list: &[usize]) -> Vec<usize> {
    let cost = |slot: usize| {
        let burdens = space.burdens(place, slot);
        (burdens.iter().copied().max().unwrap_or(0), burdens.iter().sum::<i64>(), space.total(place, slot), slot)
    };
    let mut all: Vec<_> = list.iter().map(|&slot| cost(slot)).collect();
    all.sort_unstable();
    let sorted = all.into_iter().map(|(.., slot)| slot);
    if space.rules.forbid_any() {
        return sorted.collect();
    }
    let mut kept: Vec<usize> = Vec::new();
    for slot in sorted {
        let (own, total) = (space.burdens(place, slot), space.total(place, slot));
        let is_worse = |&&other: &&usize| {
            space.total(place, other) <= total && space.burdens(place, other).iter().zip(own).all(|(a, b)| a <= b)
        };
        if kept.iter().filter(is_worse).count() < space.places() {
            kept.push(slot);
        }
    }
    kept
}

/// What the places from one on leave at least: for each pattern of required members, and in total.
fn least(space: &Space, lists: &[Vec<usize>]) -> Vec<(Vec<i64>, i64)> {
    let mut found = vec![(vec![0; space.table.required], 0); lists.len() + 1];
    for place in (0..lists.len()).rev() {
        let (mut burdens, total) = found[place + 1].clone();
        for (pattern, burden) in burdens.iter_mut().enumerate() {
            *burden += lists[place].iter().map(|&slot| space.burdens(place, slot)[pattern]).min().unwrap_or(0);
        }
        let least = lists[place].iter().map(|&slot| space.total(place, slot)).min().unwrap_or(0);
        found[place] = (burdens, total + least);
    }
    found
}

struct Search<'a, 's> {
    space: &'a Space<'s>,
    lists: &'a [Vec<usize>],
    least: Vec<(Vec<i64>, i64)>,
    /// The worst and the total of the best so far.
    best: (i64, i64),
    found: Option<Vec<usize>>,
    taken: Vec<usize>,
    /// How many slots may still be tried.
    left: u64,
}

impl Search<'_, '_> {
    fn go_on(&mut self, sums: &[i64], total: i64) {
        let place = self.taken.len();
        if place == self.lists.len() {
            let worst = sums.iter().copied().max().unwrap_or(0);
            if self.space.allows(&self.taken) {
                self.best = (worst, total);
                self.found = Some(self.taken.clone());
            }
            return;
        }
        let lists = self.lists;
        for (number, &slot) in lists[place].iter().enumerate() {
            let is_beginning = place == 0;
            if self.left == 0 || !self.space.spending.has_left() {
                if is_beginning {
                    self.space.spending.left_out(lists[place].len() - number);
                }
                return;
            }
            if is_beginning {
                self.space.spending.tried(1);
            }
            self.left -= 1;
            self.space.spending.spend(self.space.table.required);
            if self.taken.contains(&slot) {
                continue;
            }
            let burdens = self.space.burdens(place, slot);
            let (least, least_total) = &self.least[place + 1];
            let worst =
                sums.iter().zip(burdens).zip(least).map(|((sum, own), least)| sum + own + least).max().unwrap_or(0);
            let sum = total + self.space.total(place, slot);
            if (worst, sum + least_total) >= self.best {
                continue;
            }
            let more: Vec<i64> = sums.iter().zip(burdens).map(|(sum, own)| sum + own).collect();
            self.taken.push(slot);
            self.go_on(&more, sum);
            self.taken.pop();
        }
    }
}
