//! Cadences by table, covers by brute force.

use super::*;
use crate::team::{HolidayChoice, Place};
use crate::time::{Dates, Hours, Zone};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::cmp::Reverse;

fn member(name: &str, zone: &str, hours: &str) -> Member {
    let place = Place::zone(Zone::named(zone).expect("a zone"));
    let hours = Hours::parse(hours).expect("hours");
    Member { holidays: HolidayChoice::None, ..Member::new(name, place, hours) }
}

fn office(zones: &[&str]) -> Team {
    let members = zones.iter().map(|zone| member(zone, zone, "Mo-Fr 09:00-17:00")).collect();
    Team { members, ..Team::default() }
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn ask(team: &Team) -> CadenceAsk<'_> {
    CadenceAsk {
        team,
        from: date("2027-01-04"),
        weeks: 12,
        limit: CadenceAsk::USUAL_LIMIT,
        daily: CadenceAsk::USUAL_DAILY,
        weekly: CadenceAsk::USUAL_WEEKLY,
    }
}

fn names(team: &Team, members: &[MemberId]) -> String {
    members.iter().map(|&member| team.members[member].name.as_str()).collect::<Vec<_>>().join(" ")
}

fn groups(team: &Team, found: &Cadence) -> Vec<String> {
    found.groups.iter().map(|group| names(team, &group.members)).collect()
}

#[test]
fn neighbours_meet_daily_and_all_weekly() {
    let team = office(&["Europe/Lisbon", "Europe/Prague", "America/New_York", "America/Chicago", "Asia/Tokyo"]);
    let found = cadence(&ask(&team)).expect("a cadence");
    assert_eq!(groups(&team, &found), ["Europe/Lisbon Europe/Prague", "America/New_York America/Chicago"]);
    assert_eq!((names(&team, &found.alone).as_str(), found.is_exact), ("Asia/Tokyo", true));
    for group in &found.groups {
        assert_eq!(group.plan.best.cost.worst, RateMinutes::ZERO);
        assert_eq!((group.plan.meeting.every, group.plan.meeting.chosen.len()), (Every::Weekday, 1));
    }
    assert_eq!(found.groups[1].plan.meeting.name, "Daily sync 2");
    assert!(found.all.worst_a_week() <= found.all.single_a_week());
}

#[test]
fn one_slot_then_turns_then_writing() {
    let near = office(&["Europe/Lisbon", "Europe/Prague"]);
    let far = office(&["Europe/Lisbon", "Asia/Tokyo"]);
    let kept = |team: &Team, limit: i64| {
        let all = cadence(&CadenceAsk { limit: RateMinutes(limit * 60), ..ask(team) }).expect("a cadence").all;
        (all.meeting.chosen.len(), all.written.is_some())
    };
    assert_eq!(kept(&near, 0), (1, false));
    // An hour off, at 07:00 in Lisbon or at 18:00 in Tokyo, costs three points; taken in turns, one and a half.
    assert_eq!(kept(&far, 3), (1, false));
    assert_eq!(kept(&far, 2), (2, false));
    assert_eq!(kept(&far, 1), (0, true));
}

#[test]
fn an_update_is_read_when_work_begins() {
    let team = office(&["Europe/Lisbon", "Pacific/Auckland"]);
    let ask = CadenceAsk { limit: RateMinutes::ZERO, weeks: 8, ..ask(&team) };
    let written = cadence(&ask).expect("a cadence").all.written.expect("an update");
    // 16:45 in Lisbon is 05:45 in Auckland, three and a quarter hours before work; 16:45 in Auckland is 03:45 in Lisbon.
    assert_eq!(
        (names(&team, &[written.author]).as_str(), written.slot.start.to_string().as_str()),
        ("Europe/Lisbon", "16:45")
    );
    assert_eq!((written.slot.weekday, written.longest), (Some(chrono::Weekday::Mon), Minutes(195)));
    assert_eq!(written.readings[0].at[0].map(|at| at.to_string()).as_deref(), Some("2027-01-04T20:00:00Z"));
    assert_eq!(written.posted.len(), 8);
}

#[test]
fn a_cadence_needs_two_and_a_horizon() {
    assert_eq!(cadence(&ask(&office(&["Europe/Lisbon"]))).expect_err("one"), CadenceError::TooFew(1));
    let team = office(&["Europe/Lisbon", "Europe/Prague"]);
    let error = cadence(&CadenceAsk { weeks: 0, ..ask(&team) }).expect_err("no weeks");
    assert!(error.to_string().contains("1 to 520 weeks"), "{error}");
}

#[test]
fn missed_meetings_get_the_nearest_date() {
    let mut team = office(&["Europe/Lisbon", "Europe/Prague"]);
    let leave = |from: &str, to: &str| Dates::new(date(from), date(to)).expect("dates");
    team.members[0].leave = vec![leave("2027-01-12", "2027-01-12"), leave("2027-01-18", "2027-01-24")];
    team.members[1].leave = vec![leave("2027-01-13", "2027-01-13")];
    let start = crate::time::TimeOfDay::from_minutes(600).expect("a time");
    let anchor = Zone::named("Europe/Lisbon").expect("a zone");
    let slot = crate::team::Slot { weekday: Some(chrono::Weekday::Tue), start, anchor };
    let everybody: Vec<MemberId> = MemberId::all(2).collect();
    let meeting = draft(&ask(&team), Every::Week, &everybody, "Sync".into());
    let asked = Ask::of(&team, &meeting, date("2027-01-04")).expect("an ask");
    let found = missed(&asked, &[slot], &team.policy.rates);
    let shown: Vec<String> = found
        .iter()
        .map(|one| format!("{} {}", one.date, one.proposal.as_ref().map_or("none".into(), |p| p.to.to_string())))
        .collect();
    // The Wednesday is taken by leave, so Monday; a week of leave moves into the next one, whose Tuesday is held anyway.
    assert_eq!(shown, ["2027-01-12 2027-01-11 10:00:00", "2027-01-19 2027-01-25 10:00:00"]);
    assert_eq!(found[0].who[0].reason, crate::plan::meet::Reason::Leave);
    let daily = Ask { every: Every::Weekday, ..asked };
    let found = missed(&daily, &[crate::team::Slot { weekday: None, ..slot }], &team.policy.rates);
    assert_eq!((found.len(), found.iter().all(|one| one.proposal.is_none())), (7, true));
}

/// Everybody a pattern of their own.
fn singly(ties: &[Vec<bool>]) -> Ties {
    Ties { members: MemberId::all(ties.len()).map(|member| vec![member]).collect(), tied: ties.to_vec() }
}

/// All covers by maximal groups, one by one.
fn slow_cover(ties: &[Vec<bool>]) -> (usize, usize, Reverse<Vec<usize>>) {
    let count = ties.len();
    let tied = |set: u32| (0..count).all(|a| (0..a).all(|b| set >> a & 1 == 0 || set >> b & 1 == 0 || ties[a][b]));
    let all: Vec<u32> = (1..1u32 << count).filter(|&set| set.count_ones() > 1 && tied(set)).collect();
    let cliques: Vec<u32> =
        all.iter().copied().filter(|set| !all.iter().any(|o| o != set && o & set == *set)).collect();
    let wanted = cliques.iter().fold(0, |all, clique| all | clique);
    let covers = (0..1u32 << cliques.len()).filter_map(|chosen| {
        let taken: Vec<u32> = (0..cliques.len()).filter(|i| chosen >> i & 1 == 1).map(|i| cliques[i]).collect();
        let mut sizes: Vec<usize> = taken.iter().map(|clique| clique.count_ones() as usize).collect();
        sizes.sort_unstable_by_key(|&size| Reverse(size));
        let covered = taken.iter().fold(0, |all, clique| all | clique) == wanted;
        covered.then(|| (sizes.len(), sizes.iter().sum(), Reverse(sizes)))
    });
    covers.min().expect("all of them are a cover")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn groups_are_the_best_cover(count in 2..7usize, draws in prop::collection::vec(any::<bool>(), 21)) {
        let drawn = |a: usize, b: usize| a != b && draws[a.max(b) * (a.max(b) - 1) / 2 + a.min(b)];
        let ties: Vec<Vec<bool>> = (0..count).map(|a| (0..count).map(|b| drawn(a, b)).collect()).collect();
        let found = cover(&singly(&ties));
        let sizes: Vec<usize> = found.groups.iter().map(Vec::len).collect();
        prop_assert_eq!((sizes.len(), sizes.iter().sum(), Reverse(sizes)), slow_cover(&ties));
        prop_assert!(found.is_exact);
        for group in &found.groups {
            for &a in group {
                let others = group.iter().filter(|&&b| b != a);
                prop_assert!(others.copied().all(|b| ties[a.index()][b.index()]), "{a:?} in {group:?}");
            }
        }
    }
}

#[test]
fn large_teams_are_covered_too() {
    // A ring: everybody is tied to two neighbours on each side.
    let ring = |count: usize| -> Vec<Vec<bool>> {
        let near = |a: usize, b: usize| a != b && ((a + count - b) % count <= 2 || (b + count - a) % count <= 2);
        (0..count).map(|a| (0..count).map(|b| near(a, b)).collect()).collect()
    };
    for (count, is_exact, most) in [(30, true, 10), (60, false, 30)] {
        let found = cover(&singly(&ring(count)));
        assert_eq!(found.is_exact, is_exact, "{count}");
        assert!((0..count).all(|member| found.groups.iter().any(|group| group.contains(&MemberId::new(member)))));
        assert!(found.groups.len() <= most, "{} groups of {count}", found.groups.len());
    }
}

#[test]
fn members_who_are_alike_are_covered_as_if_each_stood_alone() {
    // Two of Lisbon, three of New York, one of Tokyo; Lisbon and New York are tied, and each among themselves.
    let members = [[0, 3].as_slice(), &[1, 2, 5], &[4]].map(|own| own.iter().map(|&i| MemberId::new(i)).collect());
    let tied = vec![vec![true, true, false], vec![true, true, false], vec![false; 3]];
    let together = Ties { members: members.to_vec(), tied };
    let pattern = [0, 1, 1, 0, 2, 1];
    let alone: Vec<Vec<bool>> =
        (0..6).map(|a| (0..6).map(|b| a != b && together.tied[pattern[a]][pattern[b]]).collect()).collect();
    assert_eq!(cover(&together), cover(&singly(&alone)));
    assert_eq!(cover(&together).groups, [[0, 1, 2, 3, 5].map(MemberId::new)]);
}

/// A team of which everybody stands there three times has the cadence of the team, with three of each in it.
#[test]
fn a_team_of_alike_members_has_the_cadence_of_its_patterns() {
    let zones = ["Europe/Lisbon", "Europe/Prague", "America/New_York", "Asia/Tokyo"];
    let once = office(&zones);
    let mut thrice = once.clone();
    for copy in 1..3 {
        thrice.members.extend(once.members.iter().map(|member| {
            let name = format!("{} {copy}", member.name);
            Member { name, ..member.clone() }
        }));
    }
    let (one, three) = (cadence(&ask(&once)).expect("a cadence"), cadence(&ask(&thrice)).expect("a cadence"));
    let patterns = |members: &[MemberId]| {
        let mut found: Vec<usize> = members.iter().map(|member| member.index() % zones.len()).collect();
        found.sort_unstable();
        found
    };
    let tripled = |members: &[MemberId]| members.iter().flat_map(|member| [member.index(); 3]).collect::<Vec<_>>();
    // Three in New York and three in Tokyo are groups of their own.
    assert_eq!(one.groups.len() + one.alone.len(), three.groups.len());
    assert_eq!(patterns(&three.groups[0].members), tripled(&one.groups[0].members));
    assert_eq!(three.groups[0].plan.best.cost.worst, one.groups[0].plan.best.cost.worst);
    assert_eq!((three.all.worst_a_week(), three.all.meeting.slots), (one.all.worst_a_week(), one.all.meeting.slots));
}
