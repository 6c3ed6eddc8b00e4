//! The steady week of every member in each season of a horizon: a table, each different set of offsets once.

use super::alike::{Alike, SortId};
use super::season::{Season, seasons};
use super::sets::{SetId, sets_of};
use super::week::SteadyWeek;
use crate::team::{Member, MemberId};
use crate::time::{Minutes, Offset, Span, Spans};

/// The seasons of some members over a horizon, with the steady week of each in every one of them.
///
/// # Example
///
/// ```
/// use sunwise::availability::SteadySeasons;
/// use sunwise::team::{Member, Place};
/// use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
///
/// let member = |zone| {
///     let place = Place::zone(Zone::named(zone).unwrap());
///     Member::new(zone, place, Hours::parse("Mo-Fr 09:00-17:00").unwrap())
/// };
/// let (york, prague) = (member("America/New_York"), member("Europe/Prague"));
/// let day = |date: &str| Instant::midnight(date.parse().unwrap());
/// let year = Span { start: day("2027-01-01"), end: day("2028-01-01") };
/// let seasons = SteadySeasons::of(&[&york, &prague], year);
/// assert_eq!((seasons.seasons().len(), seasons.sets().len()), (5, 3), "both winters are alike, and so are the weeks between");
/// let shared: Vec<i64> = seasons.sets().map(|set| seasons.at_least(set, 2, false).minutes().0 / 300).collect();
/// assert_eq!(shared, [2, 3, 2]);
/// ```
#[derive(Clone, Debug)]
pub struct SteadySeasons {
    alike: Alike,
    members: usize,
    seasons: Vec<Season>,
    /// By season: which set of offsets it has.
    set_of: Vec<SetId>,
    /// By set and sort of members.
    weeks: Vec<Vec<SteadyWeek>>,
}

impl SteadySeasons {
    /// The seasons of `members` over `horizon`.
    pub fn of(members: &[&Member], horizon: Span) -> Self {
        let alike = Alike::by_pattern(members);
        let (sets, seasons) = sets_of(seasons(members, horizon));
        let week = |sort: SortId, offsets: &[Offset]| {
            let member = alike.first(sort);
            SteadyWeek::of(members[member.index()], offsets[member])
        };
        let weeks = sets.iter().map(|offsets| alike.sorts().map(|sort| week(sort, offsets)).collect()).collect();
        let (seasons, set_of) = seasons.into_iter().unzip();
        Self { members: members.len(), set_of, weeks, alike, seasons }
    }

    /// The seasons, in time order and without a hole; at least one.
    pub fn seasons(&self) -> &[Season] {
        &self.seasons
    }

    /// Every different set of offsets.
    pub fn sets(&self) -> impl ExactSizeIterator<Item = SetId> + use<> {
        (0..self.weeks.len()).map(SetId::new)
    }

    /// Each season with the set of offsets that it has.
    pub fn each(&self) -> impl ExactSizeIterator<Item = (&Season, SetId)> {
        self.seasons.iter().zip(self.set_of.iter().copied())
    }

    /// Each set, and how long its seasons are in all.
    pub fn lengths(&self) -> Vec<(SetId, Minutes)> {
        let mut found: Vec<(SetId, Minutes)> = self.sets().map(|set| (set, Minutes::ZERO)).collect();
        for (season, set) in self.each() {
            found[set.index()].1 += season.span.minutes();
        }
        found
    }

    /// Which members are alike.
    pub fn alike(&self) -> &Alike {
        &self.alike
    }

    /// The steady week of a sort of members.
    pub fn week(&self, set: SetId, sort: SortId) -> &SteadyWeek {
        &self.weeks[set.index()][sort.index()]
    }

    /// The steady weeks of all members, in their order.
    pub fn weeks(&self, set: SetId) -> Vec<SteadyWeek> {
        MemberId::all(self.members).map(|member| self.week(set, self.alike.sort_of(member)).clone()).collect()
    }

    /// When at least `k` members are `Preferred`, with `flexible` or `Flexible`, in every week under a set of offsets.
    pub fn at_least(&self, set: SetId, k: usize, flexible: bool) -> Spans {
        let present = self.present(set, flexible);
        Spans::at_least_counted(k, &counted(&present))
    }

    /// The most members that are ever there together under a set of offsets.
    pub fn most(&self, set: SetId, flexible: bool) -> usize {
        let present = self.present(set, flexible);
        let counted = counted(&present);
        let (mut some, mut none) = (0, self.members + 1);
        while none - some > 1 {
            let middle = usize::midpoint(some, none);
            if Spans::at_least_counted(middle, &counted).is_empty() { none = middle } else { some = middle }
        }
        some
    }

    fn present(&self, set: SetId, flexible: bool) -> Vec<(Spans, usize)> {
        let sorts = self.alike.sorts();
        sorts.map(|sort| (self.week(set, sort).present(flexible), self.alike.members(sort).len())).collect()
    }
}

fn counted(present: &[(Spans, usize)]) -> Vec<(&Spans, usize)> {
    present.iter().map(|(spans, count)| (spans, *count)).collect()
}
