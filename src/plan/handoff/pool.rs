//! Whom the search looks at in a large team, where many members have the same week.

use std::collections::HashMap;

use crate::availability::SteadyWeek;
use crate::team::MemberId;
use crate::time::Spans;

/// Members with the same week that are looked at.
const ALIKE: usize = 2;
/// Members that are looked at in all, and those of them whose day starts in the same UTC hour.
const MOST: usize = 48;
const AN_HOUR: usize = 2;

/// The members that the search looks at.
pub(super) struct Pool {
    /// Who they are, in the members' order.
    pub kept: Vec<MemberId>,
    /// For each of them, when somebody with the same week was left out, the first of those that are kept.
    crowd: Vec<Option<MemberId>>,
    /// Whether somebody was left out whose week nobody else has.
    thinned: bool,
}

/// A member's weeks, season by season, as a key.
type Levels<'a> = Vec<[&'a Spans; 3]>;

/// The key of a member, by the steady weeks of all, season by season.
fn week<'a>(seasons: &[&'a [SteadyWeek]], member: MemberId) -> Levels<'a> {
    seasons.iter().map(|week| &week[member]).map(|week| [&week.preferred, &week.flexible, &week.asleep]).collect()
}

impl Pool {
    /// All of a small team. Of members with the same week two are kept: a third takes a leg only in chains in which both have one. Of
    /// more than 48 different weeks the longest are kept, some for each hour of the day.
    pub fn of(seasons: &[&[SteadyWeek]]) -> Self {
        let count = seasons.first().map_or(0, |members| members.len());
        let weeks: Vec<Levels> = MemberId::all(count).map(|member| week(seasons, member)).collect();
        let mut alike: HashMap<&Levels, usize> = HashMap::new();
        for week in &weeks {
            *alike.entry(week).or_default() += 1;
        }
        let has_hours = |member: MemberId| seasons.iter().any(|members| !members[member].preferred.is_empty());
        let mut seen: HashMap<&Levels, usize> = HashMap::new();
        let mut kept: Vec<MemberId> = MemberId::all(count)
            .filter(|&index| {
                let count = seen.entry(&weeks[index]).or_default();
                *count += 1;
                *count <= ALIKE && has_hours(index)
            })
            .collect();
        let thinned = kept.len() > MOST;
        if let (true, Some(members)) = (thinned, seasons.first()) {
            kept = longest_of_each_hour(members, kept);
        }
        let first = |index: MemberId| kept.iter().copied().find(|&other| weeks[other] == weeks[index]);
        let crowd = |index: MemberId| first(index).filter(|_| alike[&weeks[index]] > ALIKE);
        let crowd = kept.iter().map(|&index| crowd(index)).collect();
        Self { kept, crowd, thinned }
    }

    /// Whether the best chain of the pool, in which these members of the pool have legs, is the best of the team.
    pub fn stands_for_all(&self, holders: &[MemberId]) -> bool {
        let mut crowds: Vec<MemberId> = holders.iter().filter_map(|&holder| self.crowd[holder]).collect();
        let all = crowds.len();
        crowds.sort_unstable();
        crowds.dedup();
        !self.thinned && crowds.len() == all
    }
}

fn longest_of_each_hour(members: &[SteadyWeek], mut kept: Vec<MemberId>) -> Vec<MemberId> {
    let hour = |index: MemberId| {
        let first = members[index].preferred.iter().next();
        first.map_or(0, |span| span.start.epoch_minutes().rem_euclid(1440) / 60)
    };
    kept.sort_by_key(|&index| (hour(index), std::cmp::Reverse(members[index].preferred.minutes()), index));
    let mut of_hour = [0; 24];
    kept.retain(|&index| {
        let count = &mut of_hour[hour(index) as usize];
        *count += 1;
        *count <= AN_HOUR
    });
    kept.sort_unstable();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::{Chain, Member, Place, Policy};
    use crate::time::{Hours, Minutes, Offset, Zone};

    fn weeks(count: i16, different: i16) -> Vec<SteadyWeek> {
        let hours = Hours::parse("Mo-Fr 09:00-17:00").expect("hours");
        let member = Member::new("", Place::zone(Zone::UTC), hours);
        (0..count).map(|i| SteadyWeek::of(&member, Offset((i % different) * 8 - 600))).collect()
    }

    #[test]
    fn a_crowd_has_the_chain_of_its_different_weeks() {
        let plan = |members: &[SteadyWeek]| {
            let chain = super::super::plan::best_chain(members, &Policy::default(), &Chain::WORKDAYS, Minutes(30));
            (chain.covered, chain.not_live(), chain.legs.len(), chain.exact)
        };
        assert_eq!(plan(&weeks(400, 6)), plan(&weeks(6, 6)));
        let crowd = weeks(1_000, 170);
        let pool = Pool::of(&[&crowd]);
        assert!(pool.kept.len() <= MOST && pool.thinned);
        assert!(!plan(&weeks(300, 150)).3, "not proven for so many different weeks");
    }
}
