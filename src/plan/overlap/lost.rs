//! What a team has, and what of it hangs on each member: who leaves, or is on leave, takes it along.

use super::Pairs;
use super::pairs::pairs_of;
use super::ties::Standing;
use crate::availability::{AWeek, Years};
use crate::team::{Member, MemberId, Policy};
use crate::time::Span;

/// What a team has, and what of it hangs on each member: who leaves, or is on leave, takes it along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Losses {
    /// When all are together.
    pub together: AWeek,
    /// When anybody is there.
    pub coverage: AWeek,
    /// What is left without each member, in the members' order.
    pub without: Vec<Without>,
}

/// What is left without a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Without {
    /// When all others are together; nothing if they are fewer than two.
    pub together: Option<AWeek>,
    /// When any other is there.
    pub coverage: AWeek,
    /// Pairs that meet the target and end with the member.
    pub ties: usize,
    /// Others who are tied over the member alone: the groups into which they fall, each in the members' order. None if nobody is
    /// parted.
    pub parted: Vec<Vec<MemberId>>,
}

/// What is lost with each of `members` over `horizon`, on pattern availability. Ties are the `pairs` of the same members that
/// meet the target.
pub fn losses(members: &[&Member], horizon: Span, pairs: &Pairs) -> Losses {
    losses_of(&Years::of(members, horizon), pairs)
}

/// What every pair shares, and what is lost with each member: both from one look at the members' years.
pub fn pairs_and_losses(members: &[&Member], horizon: Span, policy: &Policy) -> (Pairs, Losses) {
    let mut years = Years::of(members, horizon);
    let pairs = pairs_of(members, &mut years, policy);
    let losses = losses_of(&years, &pairs);
    (pairs, losses)
}

fn losses_of(years: &Years, pairs: &Pairs) -> Losses {
    let left = years.without_each();
    let count = pairs.members.len();
    let standing = Standing::of_groups(pairs.groups());
    let ties = pairs.ties(&standing);
    let parted = |member: MemberId| {
        let place = standing.of.iter().position(|&(standing, _)| standing == member);
        let groups = place.map(|place| ties.groups_without(place)).unwrap_or_default();
        groups.iter().map(|group| all_of(group, &standing, pairs)).collect()
    };
    let without = |member: MemberId| {
        let (together, coverage) = left[years.presence_of(member).index()];
        Without {
            together: (count > 2).then_some(together),
            coverage,
            ties: pairs.count_tied(member),
            parted: if pairs.bridges.contains(&member) { parted(member) } else { Vec::new() },
        }
    };
    Losses {
        together: years.together(),
        coverage: years.coverage(),
        without: MemberId::all(count).map(without).collect(),
    }
}

/// Those for whom the members of a group stand, with these, in the members' order.
fn all_of(group: &[usize], standing: &Standing, pairs: &Pairs) -> Vec<MemberId> {
    let mut all: Vec<MemberId> =
        group.iter().flat_map(|&place| pairs.groups()[standing.of[place].1].iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

impl Losses {
    /// By how much a week without a member has more time with all others together; nothing if they are fewer than two.
    pub fn gain(&self, member: MemberId) -> Option<AWeek> {
        self.without[member]
            .together
            .map(|left| AWeek { mean: left.mean - self.together.mean, worst: left.worst - self.together.worst })
    }

    /// How much of a week nobody covers without a member that is covered with them.
    pub fn uncovered(&self, member: MemberId) -> AWeek {
        let left = self.without[member].coverage;
        AWeek { mean: self.coverage.mean - left.mean, worst: self.coverage.worst - left.worst }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::availability::{Availability, seasons, steady_week};
    use crate::plan::overlap::pairs;
    use crate::team::{Place, Policy};
    use crate::time::Spans;
    use crate::time::{Hours, Instant, Minutes, Zone};
    use chrono::NaiveDate;

    fn members(all: &[(&str, &str)]) -> Vec<Member> {
        let member = |&(zone, hours): &(&str, &str)| {
            let zone = Zone::named(zone).expect("a zone");
            Member::new(zone.name(), Place::zone(zone), Hours::parse(hours).expect("hours"))
        };
        all.iter().map(member).collect()
    }

    fn id(place: usize) -> MemberId {
        MemberId::new(place)
    }

    fn spring() -> Span {
        let day = |m, d| Instant::midnight(NaiveDate::from_ymd_opt(2027, m, d).expect("a date"));
        Span { start: day(3, 1), end: day(4, 12) }
    }

    #[test]
    fn what_is_left_is_what_a_scan_of_the_others_finds() {
        let team = members(&[
            ("America/New_York", "Mo-Fr 09:00-17:00"),
            ("Europe/London", "Mo-Fr 09:00-17:00"),
            ("Europe/Berlin", "Mo-Th 08:00-13:00,14:00-18:00"),
            ("Asia/Kolkata", "Su-Th 12:00-21:15"),
        ]);
        let all: Vec<&Member> = team.iter().collect();
        let found = losses(&all, spring(), &pairs(&all, spring(), &Policy::default()));
        for without in 0..all.len() {
            let others: Vec<&Member> =
                (0..all.len()).filter(|&other| other != without).map(|other| all[other]).collect();
            let sets: Vec<Spans> =
                others.iter().map(|member| Availability::pattern(member, spring()).preferred().clone()).collect();
            let scan = |sets: &[Spans], over: Span, all: bool| -> Minutes {
                let there = |minute: &i64| {
                    let count = sets.iter().filter(|set| set.contains(over.start + Minutes(*minute))).count();
                    if all { count == sets.len() } else { count > 0 }
                };
                Minutes((0..over.minutes().0).filter(there).count() as i64)
            };
            let week = |all: bool| {
                let steady = |season: crate::availability::Season| {
                    let weeks: Vec<Spans> =
                        others.iter().zip(&season.offsets).map(|(m, &offset)| steady_week(&m.hours, offset)).collect();
                    scan(&weeks, crate::availability::WEEK, all)
                };
                let mean = Minutes::ratio(scan(&sets, spring(), all).0, 6);
                AWeek { mean, worst: seasons(&others, spring()).into_iter().map(steady).min().expect("a season") }
            };
            assert_eq!(found.without[without].together, Some(week(true)), "without {without}");
            assert_eq!(found.without[without].coverage, week(false), "without {without}");
        }
    }

    #[test]
    fn a_bridge_parts_the_groups_beside_it() {
        let team = members(&[
            ("UTC", "Mo-Fr 00:00-08:00"),
            ("Etc/UTC", "Mo-Fr 04:00-12:00"),
            ("Etc/GMT", "Mo-Fr 08:00-16:00"),
            ("Etc/Zulu", "Mo-Fr 00:00-08:00"),
        ]);
        let all: Vec<&Member> = team.iter().collect();
        let found = losses(&all, spring(), &pairs(&all, spring(), &Policy::default()));
        assert_eq!(found.without[1].parted, [vec![id(0), id(3)], vec![id(2)]]);
        assert_eq!((found.without[1].ties, found.without[2].ties), (3, 1));
        assert!(found.without[0].parted.is_empty());
        assert_eq!(found.together.worst, Minutes::ZERO);
        assert_eq!(
            found.gain(id(2)).map(|gain| gain.worst),
            Some(Minutes::hours(20)),
            "04:00-08:00 for the other three"
        );
        assert_eq!(found.uncovered(id(2)).worst, Minutes::hours(20), "12:00-16:00");
    }

    #[test]
    fn of_two_nobody_is_left_to_be_together() {
        let team = members(&[("UTC", "Mo-Fr 00:00-08:00"), ("Etc/UTC", "off")]);
        let all: Vec<&Member> = team.iter().collect();
        let found = losses(&all, spring(), &pairs(&all, spring(), &Policy::default()));
        assert_eq!((found.gain(id(0)), found.without[0].coverage), (None, AWeek::default()));
        assert_eq!(found.uncovered(id(0)).mean, Minutes::hours(40));
        let alone = losses(&all[..1], spring(), &pairs(&all[..1], spring(), &Policy::default()));
        assert_eq!((alone.without[0].together, alone.together.worst), (None, Minutes::hours(40)));
    }
}
