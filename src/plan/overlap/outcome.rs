//! What a team shares, in the figures by which a team and what could become of it are compared.

use std::collections::{HashMap, HashSet};

use super::pairs::pairs_of;
use super::{Pairs, PairsAlike, Steady, steady};
use crate::availability::{AWeek, Years};
use crate::team::{Member, MemberId, Policy};
use crate::time::{Minutes, Span};

/// What a team shares over a horizon, in the figures by which two teams, or a team and what could become of it, are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The members, by name.
    pub members: Vec<String>,
    /// When all are together.
    pub together: AWeek,
    /// When anybody is there.
    pub coverage: AWeek,
    /// What all share, season by season.
    pub seasons: Vec<Steady>,
    /// How many pairs there are.
    pub pairs: usize,
    /// What a pair shares, on average over all of them.
    pub of_two: AWeek,
    /// Those under the target.
    pub under_target: UnderTarget,
    /// Who waits longest for whom on average; nothing where nobody is ever answered.
    pub slowest: Option<super::Response>,
}

/// Pairs that are under the target, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnderTarget {
    /// All members, by name, in their order.
    members: Vec<String>,
    places: HashMap<String, usize>,
    /// By member: the place of the group of those who are there at the same times.
    group_of: Vec<usize>,
    /// The groups of which any two members are under the target, the lower one first.
    under: HashSet<(usize, usize)>,
    count: usize,
}

impl UnderTarget {
    fn of(pairs: &Pairs) -> Self {
        let mut group_of = vec![0; pairs.members.len()];
        for (group, members) in pairs.groups().iter().enumerate() {
            for &member in members {
                group_of[member] = group;
            }
        }
        let both = |alike: &PairsAlike| {
            let [a, b] = [alike.a[0], alike.b[0]].map(|member| group_of[member]);
            (a.min(b), a.max(b))
        };
        let under = pairs.alike().iter().filter(|alike| alike.is_under_target).map(both).collect();
        Self {
            places: pairs.members.iter().enumerate().map(|(place, name)| (name.clone(), place)).collect(),
            members: pairs.members.clone(),
            under,
            count: pairs.count_under_target(),
            group_of,
        }
    }

    /// These pairs of members, by name, each of whom is there at other times than all others.
    pub fn named(members: &[&str], pairs: &[(&str, &str)]) -> Self {
        let members: Vec<String> = members.iter().map(ToString::to_string).collect();
        let places: HashMap<String, usize> = members.iter().cloned().zip(0..).collect();
        let both = |(a, b): &(&str, &str)| {
            let (a, b) = (*places.get(*a)?, *places.get(*b)?);
            Some((a.min(b), a.max(b)))
        };
        let under: HashSet<(usize, usize)> = pairs.iter().filter_map(both).collect();
        Self { group_of: (0..members.len()).collect(), count: under.len(), members, places, under }
    }

    /// How many they are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// All of them, in the members' order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let members = MemberId::all(self.members.len());
        let pairs = members.clone().flat_map(move |a| members.clone().skip(a.index() + 1).map(move |b| (a, b)));
        pairs
            .filter(|&(a, b)| self.holds(self.group_of[a], self.group_of[b]))
            .map(|(a, b)| (self.members[a].as_str(), self.members[b].as_str()))
    }

    /// Whether a pair is one of them.
    pub fn contains(&self, (a, b): (&str, &str)) -> bool {
        let group = |name: &str| self.places.get(name).map(|&place| self.group_of[place]);
        group(a).zip(group(b)).is_some_and(|(a, b)| self.holds(a, b))
    }

    fn holds(&self, a: usize, b: usize) -> bool {
        self.under.contains(&(a.min(b), a.max(b)))
    }
}

/// The figures of `members` over `horizon`, on pattern availability.
pub fn outcome(members: &[&Member], horizon: Span, policy: &Policy) -> Outcome {
    let mut years = Years::of(members, horizon);
    let pairs = pairs_of(members, &mut years, policy);
    let alike = pairs.alike();
    let average = |minutes: fn(&AWeek) -> Minutes| match pairs.count() {
        0 => Minutes::ZERO,
        count => {
            let total = alike.iter().map(|pairs| minutes(&pairs.week).0 * pairs.count as i64).sum();
            Minutes::ratio(total, count as i64)
        }
    };
    Outcome {
        of_two: AWeek { mean: average(|week| week.mean), worst: average(|week| week.worst) },
        together: years.together(),
        coverage: years.coverage(),
        seasons: steady(members, horizon, members.len(), false),
        pairs: pairs.count(),
        under_target: UnderTarget::of(&pairs),
        slowest: pairs.slowest(),
        members: pairs.members,
    }
}

impl Outcome {
    /// The pairs that are under the target here and not in `other`.
    pub fn under_target_only_here<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.under_target.iter().filter(|&pair| !other.under_target.contains(pair))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::{Place, Team, WhatIf};
    use crate::time::{Clocks, Hours, Instant, Zone};
    use crate::world::ClockLaw;
    use chrono::NaiveDate;

    #[test]
    fn without_changes_in_the_union_new_york_and_berlin_have_three_seasons() {
        let member = |zone| {
            let zone = Zone::named(zone).expect("a zone");
            Member::new(zone.name(), Place::zone(zone), Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
        };
        let team = Team { members: vec![member("America/New_York"), member("Europe/Berlin")], ..Team::default() };
        let date = |y| NaiveDate::from_ymd_opt(y, 1, 1).expect("a date");
        let year = Span { start: Instant::midnight(date(2028)), end: Instant::midnight(date(2029)) };
        let figures = |team: &Team| {
            let all: Vec<&Member> = team.members.iter().collect();
            let found = outcome(&all, year, &team.policy);
            assert_eq!(found.of_two, found.together, "there is one pair");
            (found.together.worst, found.seasons.len())
        };
        let kept = |clocks| {
            let law = ClockLaw::EuropeanUnion;
            team.supposing(&[WhatIf::ClocksKept { law, clocks, from: date(2027) }]).expect("a team")
        };
        assert_eq!(figures(&team), (Minutes::hours(10), 5));
        assert_eq!(
            figures(&kept(Clocks::Standard)),
            (Minutes::hours(10), 3),
            "six hours apart in winter, five in summer"
        );
        assert_eq!(figures(&kept(Clocks::Summer)), (Minutes::hours(5), 3), "seven in winter, six in summer");
    }
}
