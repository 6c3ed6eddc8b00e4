//! Which suggestions are so alike that a list need not show both.

use crate::time::{Instant, Minutes};

/// Whether two slots, by their first occurrences, begin less than an hour apart in a circle of time (a day, a week): so alike
/// that a list of suggestions need not show both.
pub(super) fn near(a: Instant, b: Instant, circle: Minutes) -> bool {
    let apart = (a - b).0.rem_euclid(circle.0);
    apart.min(circle.0 - apart) < Minutes::HOUR.0
}

/// Which slots of rotations are alike: of theirs only the time of day counts.
pub(super) struct Alike {
    begins: Vec<Instant>,
}

impl Alike {
    /// For slots whose first occurrences, taken every time, begin then.
    pub fn new(begins: Vec<Instant>) -> Self {
        Self { begins }
    }

    pub fn slots(&self, a: usize, b: usize) -> bool {
        near(self.begins[a], self.begins[b], Minutes::DAY)
    }

    /// Whether every slot of one rotation has its like in the other, in whatever order.
    pub fn rotations(&self, a: &[usize], b: &[usize]) -> bool {
        let Some((&first, rest)) = a.split_first() else { return true };
        (0..b.len()).filter(|&i| self.slots(first, b[i])).any(|i| {
            let mut others = b.to_vec();
            others.remove(i);
            self.rotations(rest, &others)
        })
    }
}
