//! Names that must be single.

use std::collections::BTreeMap;
use std::ops::Range;

/// Names that are taken, and where.
#[derive(Default)]
pub(super) struct Taken(BTreeMap<String, Range<usize>>);

impl Taken {
    /// Takes the name that stands at `place`; where it stands already, if it is taken.
    pub(super) fn take(&mut self, name: &str, place: &Range<usize>) -> Option<Range<usize>> {
        let first = self.0.get(name).cloned();
        if first.is_none() {
            self.0.insert(name.to_owned(), place.clone());
        }
        first
    }
}
