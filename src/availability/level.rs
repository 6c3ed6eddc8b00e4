//! The five levels of a member and what an hour of each costs (SPEC section 2).

use crate::team::Rates;

/// How available a member is; where two apply, the first of this list wins.
///
/// # Example
///
/// ```
/// use sunwise::availability::Level;
/// use sunwise::team::Rates;
///
/// let rates = Rates::default();
/// assert_eq!((Level::Preferred.rate(&rates), Level::Flexible.rate(&rates)), (0, 1));
/// assert_eq!((Level::Off.rate(&rates), Level::Asleep.rate(&rates)), (3, 10));
/// assert!(Level::Away < Level::Preferred, "who is on leave is not there in their hours");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// On leave, or busy: not available.
    Away,
    /// In `hours`.
    Preferred,
    /// In `flexible`.
    Flexible,
    /// In `sleep`.
    Asleep,
    /// Any other time.
    Off,
}

impl Level {
    /// Points that an hour costs at this level; `Away` is not available at any price and has none.
    pub fn rate(self, rates: &Rates) -> u32 {
        match self {
            Self::Away | Self::Preferred => 0,
            Self::Flexible => rates.flexible,
            Self::Asleep => rates.asleep,
            Self::Off => rates.off,
        }
    }
}
