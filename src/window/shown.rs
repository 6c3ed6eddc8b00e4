//! Which of several things of the team is shown: a meeting, a rota, an opening, a member.

/// Which thing of a list is shown. It is known by its name, so that it is still the same thing after others came, went or were brought
/// back by an undo.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Shown {
    /// The first, or one that is not in the list yet where the list is empty.
    #[default]
    First,
    /// One that is not in the list yet, behind so many that are.
    New(usize),
    /// One of the list.
    Named {
        /// What it is called.
        name: String,
        /// Its place when the list was last looked at.
        place: usize,
        /// How many there were.
        count: usize,
    },
}

impl Shown {
    /// The one at a place of the list; behind the last, one that is not in it yet.
    pub fn at(place: usize, names: &[&str]) -> Self {
        match names.get(place) {
            Some(name) => Self::Named { name: (*name).to_owned(), place, count: names.len() },
            None => Self::New(names.len()),
        }
    }

    /// One that is about to stand in the list at a place, or to be called so.
    pub fn named(name: impl Into<String>, place: usize, count: usize) -> Self {
        Self::Named { name: name.into(), place, count }
    }

    /// What it is called, if it is one of the list.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Named { name, .. } => Some(name),
            Self::First | Self::New(_) => None,
        }
    }

    /// Its place in the list as it was when it was last followed; behind the last where it is not in it.
    pub fn place(&self) -> usize {
        match self {
            Self::First => 0,
            Self::New(count) => *count,
            Self::Named { place, .. } => *place,
        }
    }

    /// Follows it to where it is in the list now: to its name or, where there are as many as before, to its place, for then it was
    /// renamed. Whether it is still the same; else the one nearest to its place is shown.
    pub fn follow(&mut self, names: &[&str]) -> bool {
        match self {
            Self::First if names.is_empty() => true,
            Self::First => {
                *self = Self::at(0, names);
                true
            }
            Self::New(count) => {
                *count = names.len();
                true
            }
            Self::Named { name, place, count } => {
                let by_name = names.iter().position(|other| other == name);
                let renamed = (*count == names.len()).then_some(*place).filter(|place| *place < names.len());
                let nearest = (*place).min(names.len().saturating_sub(1));
                let found = by_name.or(renamed);
                *self = if names.is_empty() { Self::First } else { Self::at(found.unwrap_or(nearest), names) };
                found.is_some()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_followed_by_its_name() {
        let mut shown = Shown::at(1, &["a", "b", "c"]);
        assert_eq!((shown.follow(&["b", "c"]), shown.place()), (true, 0), "another went");
        assert_eq!((shown.follow(&["x", "y", "b"]), shown.place()), (true, 2), "others came");
        assert_eq!((shown.follow(&["x", "y", "d"]), shown.place()), (true, 2), "it was renamed");
        assert_eq!((shown.follow(&["d", "x", "y"]), shown.place()), (true, 0), "it was moved");
        assert_eq!((shown.follow(&["x", "y"]), shown.place()), (false, 0), "it went");
        assert_eq!((shown.follow(&[]), shown.clone()), (false, Shown::First));
    }

    #[test]
    fn what_is_not_in_the_list_yet_stays_behind_the_last() {
        let mut shown = Shown::at(2, &["a", "b"]);
        assert_eq!((shown.follow(&["a"]), shown.place()), (true, 1));
        assert_eq!(Shown::default().place(), 0);
    }

    #[test]
    fn the_first_is_known_by_its_name_from_then_on() {
        let mut shown = Shown::default();
        assert!(shown.follow(&["a", "b"]));
        assert_eq!((shown.follow(&["z", "a", "b"]), shown.place()), (true, 1));
    }
}
