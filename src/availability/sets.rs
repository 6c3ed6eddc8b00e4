//! Different sets of offsets that the seasons of a horizon have.

use super::season::Season;
use crate::time::Offset;

/// A different set of offsets: a place among those that the seasons of a horizon have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SetId(usize);

impl SetId {
    pub(super) const fn new(place: usize) -> Self {
        Self(place)
    }

    /// The place, counted from 0.
    pub const fn index(self) -> usize {
        self.0
    }
}

/// Every different set of offsets, and which each season has.
pub(super) fn sets_of(seasons: Vec<Season>) -> (Vec<Vec<Offset>>, Vec<(Season, SetId)>) {
    let mut sets: Vec<Vec<Offset>> = Vec::new();
    let placed = seasons.into_iter().map(|season| {
        let set = sets.iter().position(|known| *known == season.offsets).unwrap_or_else(|| {
            sets.push(season.offsets.clone());
            sets.len() - 1
        });
        (season, SetId::new(set))
    });
    let placed = placed.collect();
    (sets, placed)
}
