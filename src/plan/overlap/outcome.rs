use super::measure::{AWeek, Preferred};
use super::{Pair, SeasonOverlap, by_season, pairs};
use crate::team::{Member, Policy};
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
    pub seasons: Vec<SeasonOverlap>,
    /// How many pairs there are.
    pub pairs: usize,
    /// What a pair shares, on average over all of them.
    pub of_two: AWeek,
    /// Those under the target, by name.
    pub under_target: Vec<(String, String)>,
}

/// The figures of `members` over `horizon`, on pattern availability.
pub fn outcome(members: &[&Member], horizon: Span, policy: &Policy) -> Outcome {
    let preferred = Preferred::of(members, horizon);
    let pairs = pairs(members, horizon, policy);
    let name = |member: usize| pairs.members[member].clone();
    let named = |&place: &usize| (name(pairs.pairs[place].a), name(pairs.pairs[place].b));
    let average = |minutes: fn(&Pair) -> Minutes| match pairs.pairs.len() {
        0 => Minutes::ZERO,
        count => Minutes::ratio(pairs.pairs.iter().map(|pair| minutes(pair).0).sum(), count as i64),
    };
    Outcome {
        of_two: AWeek { mean: average(Pair::mean_week), worst: average(|pair| pair.worst_week) },
        together: if members.is_empty() { AWeek::default() } else { preferred.together() },
        coverage: preferred.coverage(),
        seasons: by_season(members, horizon),
        pairs: pairs.pairs.len(),
        under_target: pairs.under_target.iter().map(named).collect(),
        members: pairs.members.clone(),
    }
}

impl Outcome {
    /// The pairs that are under the target here and not in `other`.
    pub fn under_target_only_here<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a (String, String)> {
        self.under_target.iter().filter(|pair| !other.under_target.contains(pair))
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
