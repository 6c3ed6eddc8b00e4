//! Which member: a place in a list of members.

use std::ops::{Index, IndexMut};

/// A member's place in the list of members that was asked about: the team's members, or those that were chosen of them, in their order. A
/// plan is about the members of its question, so that it names them by their places there, from the planner to the export.
///
/// Lists with an entry a member are read by it.
///
/// # Example
///
/// ```
/// use sunwise::team::MemberId;
///
/// let hours = vec![8, 6];
/// let [ana, bo] = [MemberId::new(0), MemberId::new(1)];
/// assert_eq!((hours[ana], hours[bo]), (8, 6));
/// assert_eq!(MemberId::all(2).collect::<Vec<_>>(), [ana, bo]);
/// ```
///
/// Whoever is not in the list is a mistake of the program, as with any index:
///
/// ```should_panic
/// # use sunwise::team::MemberId;
/// let hours = vec![8, 6];
/// let nobody = hours[MemberId::new(2)];
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MemberId(u32);

impl MemberId {
    /// The member at a place of the list, counted from 0.
    pub const fn new(place: usize) -> Self {
        Self(place as u32)
    }

    /// The place in the list, counted from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// All members of a list of so many.
    pub fn all(count: usize) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone {
        (0..count).map(Self::new)
    }
}

impl<T> Index<MemberId> for [T] {
    type Output = T;
    fn index(&self, member: MemberId) -> &T {
        &self[member.index()]
    }
}

impl<T> IndexMut<MemberId> for [T] {
    fn index_mut(&mut self, member: MemberId) -> &mut T {
        &mut self[member.index()]
    }
}

impl<T> Index<MemberId> for Vec<T> {
    type Output = T;
    fn index(&self, member: MemberId) -> &T {
        &self[member.index()]
    }
}

impl<T> IndexMut<MemberId> for Vec<T> {
    fn index_mut(&mut self, member: MemberId) -> &mut T {
        &mut self[member.index()]
    }
}
