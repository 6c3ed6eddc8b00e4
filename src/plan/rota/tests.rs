//! Whole rotas of whole teams.

use chrono::{Days, NaiveDate, Weekday};
use proptest::prelude::*;

use super::rule::{AVAILABLE, REST, Rule};
use super::testing::{ANN, BO, rota};
use super::*;
use crate::team::{Capacity, Member, MemberId, Pin, Place, Rota, Shifts, Stay, Team, Tiers, WeeklyBoundary};
use crate::time::{Dates, Hours, Instant, Minutes, Zone};

fn zone(name: &str) -> Zone {
    Zone::named(name).expect("a zone")
}

fn member(name: &str, zone_name: &str) -> Member {
    Member::new(name, Place::zone(zone(zone_name)), Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
}

fn team(members: Vec<Member>) -> Team {
    Team { name: "Team".into(), members, ..Team::default() }
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn dates(first: &str, last: &str) -> Dates {
    Dates::new(date(first), date(last)).expect("dates")
}

fn daily(times: &[&str]) -> Shifts {
    Shifts::Daily(times.iter().map(|time| time.parse().expect("a time")).collect())
}

fn blocks(times: &[&str]) -> Shifts {
    Shifts::Blocks(times.iter().map(|time| time.parse().expect("a time")).collect())
}

fn weekly() -> Shifts {
    Shifts::Weekly(WeeklyBoundary { day: Weekday::Mon, time: "10:00".parse().expect("a time") })
}

fn planned(team: &Team, rota: &Rota) -> RotaPlan {
    plan(team, rota, &Search::default(), &mut || false).expect("a plan")
}

fn instant(text: &str) -> Instant {
    Instant::from_utc(chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%MZ").expect("an instant"))
}

#[test]
fn a_week_by_hand() {
    // UTC, one week of daily 24-hour shifts for one person: 40 h in hours, 63 h asleep, 65 h off.
    let plan = planned(
        &team(vec![member("Ann", "UTC")]),
        &Rota { rest: Some(Minutes(0)), ..rota("UTC", "2027-01-04", 1, daily(&["00:00"])) },
    );
    let ann = &plan.members[0];
    assert_eq!((ann.held, ann.nights, ann.days_off), (Minutes::hours(168), Minutes::hours(63), Minutes::hours(48)));
    let points = 40 + 63 * 11 + 65 * 4;
    assert_eq!(ann.burden.0, 2 * 60 * points, "double in tier 1, and a point an hour for the duty itself");
    assert_eq!((plan.objective.total, plan.objective.worst.burden), (ann.burden, ann.burden));
    assert_eq!((plan.bound.total, plan.bound.worst), (plan.objective.total, plan.objective.worst));
}

#[test]
fn the_secondary_counts_once_and_carried_burden_counts() {
    let people = team(vec![member("Ann", "UTC"), member("Bo", "UTC")]);
    let mut two = Rota { tiers: 2, ..rota("UTC", "2027-01-04", 1, weekly()) };
    two.carried.insert("Ann".into(), 10.0);
    let plan = planned(&people, &two);
    let points = 40 + 63 * 11 + 65 * 4;
    assert_eq!(plan.rows[0].tiers, [Some(BO), Some(ANN)]);
    assert_eq!((plan.members[0].burden.0, plan.members[1].burden.0), (60 * points, 120 * points));
    assert_eq!(plan.members[0].carried.0, 600);
    assert_eq!(plan.bound.worst, plan.objective.worst);
}

#[test]
fn leave_in_any_part_of_a_shift_forbids_it() {
    let mut ann = member("Ann", "UTC");
    ann.leave = vec![dates("2027-01-10", "2027-01-10")];
    let plan = planned(&team(vec![ann]), &rota("UTC", "2027-01-04", 2, weekly()));
    assert_eq!(plan.rows.iter().map(|row| row.tiers[0].is_some()).collect::<Vec<_>>(), [false, true]);
    assert_eq!((plan.objective.gap, plan.bound.gap), (1, 1));
    let why = plan.why(Duty { shift: 0, tier: 0 });
    let explain::Verdict::Cannot(breaches) = &why.others[0].verdict else { panic!("Ann is away") };
    let rules: Vec<&Rule> = breaches.iter().map(|breach| breach.rule).collect();
    assert_eq!(rules, [&AVAILABLE, &REST], "the second week follows at once");
}

#[test]
fn rest_across_a_change_of_clocks_counts_real_hours() {
    // In Prague 21:00 to 08:00 is 11 h by the clock, but only 10 on the night to 28 March.
    let people = team(vec![member("Ann", "Europe/Prague")]);
    let nights = |start: &str| {
        let rota =
            Rota { rest: Some(Minutes::hours(11)), ..rota("Europe/Prague", start, 1, daily(&["08:00", "21:00"])) };
        let built = build::build(&people, &rota, None, None).expect("a problem");
        // Ann holds two days in a row: the second and the third.
        let mut roster = Roster::empty(&built.problem);
        roster.set(Duty { shift: 2, tier: 0 }, Some(testing::ANN));
        roster.set(Duty { shift: 4, tier: 0 }, Some(testing::ANN));
        check(&built.problem, &roster).len()
    };
    assert_eq!((nights("2027-03-19"), nights("2027-03-26")), (0, 1));
}

#[test]
fn blocks_count_once_and_show_every_day() {
    let people = team(vec![member("Ann", "UTC"), member("Bo", "UTC")]);
    let plan = planned(&people, &rota("UTC", "2027-01-04", 2, blocks(&["06:00", "14:00", "22:00"])));
    assert_eq!((plan.rows.len(), plan.problem.shifts().len()), (42, 6));
    assert!(plan.rows.is_sorted_by_key(|row| row.span.start));
    assert_eq!((plan.objective.gap, plan.bound.gap), (2, 2), "two people hold two of three windows");
    let unfilled = plan.rows.iter().filter(|row| row.tiers[0].is_none()).count();
    assert_eq!(unfilled, 14);
}

#[test]
fn roles_by_tier() {
    let (mut lead, mut other) = (member("Lea", "UTC"), member("Otto", "UTC"));
    lead.roles = vec!["lead".into()];
    other.roles = vec!["oncall".into()];
    let people = team(vec![lead, other, member("Visitor", "UTC")]);
    let by_tier = Tiers::ByTier(vec![vec!["oncall".into()], vec!["lead".into(), "oncall".into()]]);
    let plan = planned(&people, &Rota { tiers: 2, eligible: by_tier, ..rota("UTC", "2027-01-04", 1, weekly()) });
    assert_eq!(plan.rows[0].tiers, [Some(MemberId::new(1)), Some(MemberId::new(0))], "Otto and Lea");
    assert_eq!(plan.members.len(), 2, "the visitor has no share");
}

#[test]
fn pins_hold_or_are_refused_with_the_reason() {
    let mut ann = member("Ann", "UTC");
    ann.leave = vec![dates("2027-01-20", "2027-01-20")];
    let people = team(vec![ann, member("Bo", "UTC")]);
    let with = |pins: Vec<(&str, u8, &str)>| {
        let pin = |(shift, tier, member): (&str, u8, &str)| Pin { shift: instant(shift), tier, member: member.into() };
        let rota = Rota { pins: pins.into_iter().map(pin).collect(), ..rota("UTC", "2027-01-04", 4, weekly()) };
        plan(&people, &rota, &Search::default(), &mut || false)
    };
    let kept = with(vec![("2027-01-04T10:00Z", 1, "Bo"), ("2027-01-25T10:00Z", 1, "Bo")]).expect("a plan");
    let holders: Vec<Option<MemberId>> = kept.rows.iter().map(|row| row.tiers[0]).collect();
    assert_eq!([holders[0], holders[3]], [Some(BO), Some(BO)]);
    for (case, pins, expected) in [
        (
            "no such shift",
            vec![("2027-01-05T10:00Z", 1, "Bo")],
            "rota `Escalation`: a pin names a shift that starts 2027-01-05T10:00:00Z, but none does; the nearest starts \
             2027-01-04T10:00:00Z",
        ),
        (
            "no such tier",
            vec![("2027-01-04T10:00Z", 2, "Bo")],
            "rota `Escalation`: the pin of `Bo` at 2027-01-04T10:00:00Z names tier 2; tiers are 1 to 1",
        ),
        (
            "on leave",
            vec![("2027-01-18T10:00Z", 1, "Ann")],
            "rota `Escalation`: the pin of `Ann` at 2027-01-18T10:00:00Z cannot hold: `Ann` is away in part of the shift",
        ),
        (
            "no rest",
            vec![("2027-01-04T10:00Z", 1, "Bo"), ("2027-01-11T10:00Z", 1, "Bo")],
            "rota `Escalation`: the pin of `Bo` at 2027-01-11T10:00:00Z cannot hold: `Bo` would rest less than 11 h between two \
             shifts",
        ),
        (
            "twice",
            vec![("2027-01-04T10:00Z", 1, "Bo"), ("2027-01-04T10:00Z", 1, "Ann")],
            "rota `Escalation`: the pin of `Ann` at 2027-01-04T10:00:00Z cannot hold: `Ann` shares it with another pin",
        ),
        (
            "a stranger",
            vec![("2027-01-04T10:00Z", 1, "Zoe")],
            "rota `Escalation`: the pin of `Zoe` at 2027-01-04T10:00:00Z cannot hold: `Zoe` is not eligible for this rota",
        ),
    ] {
        assert_eq!(with(pins).expect_err(case).to_string(), expected, "{case}");
    }
}

#[test]
fn what_was_published_is_counted_or_kept() {
    let people = team(vec![member("Ann", "UTC"), member("Bo", "UTC")]);
    let wanted = rota("UTC", "2027-01-04", 6, weekly());
    let first = planned(&people, &wanted);
    let published = first.published();
    let mut changed = people.clone();
    changed.members[0].leave = vec![dates("2027-01-04", "2027-01-04")];
    changed.members.push(member("Cy", "UTC"));
    let again = |how| {
        let search = Search { published: Some((&published, how)), ..Search::default() };
        plan(&changed, &wanted, &search, &mut || false).expect("a plan").objective
    };
    let (counted, kept) = (again(Replan::CountChanges), again(Replan::KeepPublished));
    assert!(counted.worst < kept.worst && counted.change > kept.change, "{counted:?} {kept:?}");
    let same = plan(
        &people,
        &wanted,
        &Search { published: Some((&published, Replan::KeepPublished)), ..Search::default() },
        &mut || false,
    );
    assert_eq!(same.expect("a plan").objective.change, 0);
}

#[test]
fn sun_wise_shifts_begin_with_the_legs_of_the_chain() {
    let people = team(["Europe/Lisbon", "America/Los_Angeles", "Asia/Tokyo"].map(|zone| member(zone, zone)).to_vec());
    let wanted = rota("UTC", "2027-01-04", 1, Shifts::SunWise(3));
    let plan = planned(&people, &wanted);
    assert_eq!(plan.objective.gap, 0);
    let first: Vec<(String, Option<&str>)> = plan.rows[..3]
        .iter()
        .map(|row| (row.span.start.to_string(), row.tiers[0].map(|holder| plan.name(holder))))
        .collect();
    assert_eq!(
        first,
        [
            ("2027-01-04T00:00:00Z".into(), Some("Asia/Tokyo")),
            ("2027-01-04T09:00:00Z".into(), Some("Europe/Lisbon")),
            ("2027-01-04T17:00:00Z".into(), Some("America/Los_Angeles")),
        ]
    );
}

#[test]
fn a_team_of_none_has_only_gaps() {
    let plan = planned(&team(Vec::new()), &rota("UTC", "2027-01-04", 2, weekly()));
    assert_eq!((plan.objective.gap, plan.bound.gap, plan.objective.total.0), (2, 2, 0));
    let error =
        super::plan(&team(Vec::new()), &rota("UTC", "2027-01-04", 0, weekly()), &Search::default(), &mut || false);
    assert!(error.expect_err("no weeks").to_string().contains("has no shifts"));
}

const ZONES: [&str; 8] = [
    "Europe/Lisbon",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "America/Havana",
    "Pacific/Chatham",
    "Asia/Gaza",
];

fn some_member() -> impl Strategy<Value = Member> {
    let off = |from: u64, days: u64| {
        let first = date("2027-03-01") + Days::new(from);
        Dates::new(first, first + Days::new(days)).expect("dates")
    };
    let leave = prop::collection::vec((0..60u64, 0..9u64).prop_map(move |(from, days)| off(from, days)), 0..2);
    let stay = prop::option::of((0..60u64, 0..20u64, 0..ZONES.len()));
    (0..ZONES.len(), leave, stay, 3..=10u8).prop_map(move |(home, leave, stay, tenths)| {
        let mut member = member("", ZONES[home]);
        member.leave = leave;
        member.capacity = Capacity::new(f64::from(tenths) / 10.0).expect("a capacity");
        let stays =
            stay.map(|(from, days, there)| Stay { place: Place::zone(zone(ZONES[there])), dates: off(from, days) });
        member.stays = stays.into_iter().collect();
        member
    })
}

fn some_rota() -> impl Strategy<Value = Rota> {
    let shifts = prop_oneof![
        Just(weekly()),
        Just(daily(&["06:00", "14:00", "22:00"])),
        Just(daily(&["02:30", "12:00"])),
        Just(blocks(&["06:00", "14:00", "22:00"])),
    ];
    let caps = (prop::option::of(1..6u16), prop::option::of(1..3u16), prop::option::of(0..20i64));
    (shifts, 0..ZONES.len(), 0..40u64, 1..3u16, 1..3u8, caps).prop_map(|(shifts, anchor, day, weeks, tiers, caps)| {
        let start = date("2027-03-01") + Days::new(day);
        Rota {
            tiers,
            max_shifts_per_7_days: caps.0,
            max_weeks_in_a_row: caps.1,
            rest: caps.2.map(Minutes::hours),
            ..rota(ZONES[anchor], &start.to_string(), weeks, shifts)
        }
    })
}

/// What a search of some ten thousand moves finds.
fn planned_briefly(team: &Team, rota: &Rota) -> RotaPlan {
    let mut asked = 0;
    let mut should_stop = || {
        asked += 1;
        asked > 30
    };
    plan(team, rota, &Search::default(), &mut should_stop).expect("a plan")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn every_rota_keeps_the_rules_and_its_minutes(members in prop::collection::vec(some_member(), 1..6), rota in some_rota()) {
        let mut team = team(members);
        for (i, member) in team.members.iter_mut().enumerate() {
            member.name = format!("P{i}");
        }
        let found = planned_briefly(&team, &rota);
        prop_assert_eq!(check(&found.problem, &found.roster), vec![]);
        prop_assert!(found.bound.gap <= found.objective.gap);
        prop_assert!(found.bound.worst <= found.objective.worst && found.bound.total <= found.objective.total);
        let horizon = found.rows[found.rows.len() - 1].span.end - found.rows[0].span.start;
        let covered: Minutes = found.rows.iter().map(|row| row.span.minutes()).sum();
        prop_assert_eq!(covered, horizon, "no minute uncovered or doubled");
        let unfilled: i64 = found.rows.iter().map(|row| row.span.minutes().0 * row.tiers.iter().filter(|tier| tier.is_none()).count() as i64).sum();
        let held: i64 = found.members.iter().map(|member| member.held.0).sum();
        prop_assert_eq!(held + unfilled, horizon.0 * i64::from(rota.tiers));
        let total: i64 = found.members.iter().map(|member| member.burden.0).sum();
        prop_assert_eq!(total, found.objective.total.0);
        prop_assert_eq!(found, planned_briefly(&team, &rota), "the same again");
    }
}
