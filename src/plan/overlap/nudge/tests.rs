//! Shifts of hours against every other choice.

use chrono::NaiveDate;

use super::*;
use crate::team::Place;
use crate::time::{Instant, Zone};

fn member(zone: &str, hours: &str, flexible: &str) -> Member {
    let zone = Zone::named(zone).expect("a zone");
    let parsed = |text| Hours::parse(text).expect("hours");
    Member { flexible: parsed(flexible), ..Member::new(zone.name(), Place::zone(zone), parsed(hours)) }
}

fn year() -> Span {
    let start = |year| Instant::midnight(NaiveDate::from_ymd_opt(year, 1, 1).expect("a date"));
    Span { start: start(2027), end: start(2028) }
}

fn said(nudge: &Nudge, members: &[&Member]) -> Vec<String> {
    let shift = |shift: &Shift| format!("{} {} {}", members[shift.member].name, shift.by, shift.hours);
    nudge.shifts.iter().map(shift).collect()
}

#[test]
fn the_smallest_shift_is_shared_by_the_fewest() {
    let lisbon = member("Europe/Lisbon", "Mo-Fr 09:00-17:00", "Mo-Fr 08:00-20:00");
    let york = member("America/New_York", "Mo-Fr 09:00-17:00", "Mo-Fr 07:30-18:00");
    let members = [&lisbon, &york];
    for (case, target, expected, reached) in [
        ("met as it is", "3h", vec![], true),
        ("one shifts all of it", "4h", vec!["Europe/Lisbon 1h Mo-Fr 10:00-18:00"], true),
        (
            "one cannot shift all of it",
            "7h30m",
            vec!["Europe/Lisbon 3h Mo-Fr 12:00-20:00", "America/New_York -1h30m Mo-Fr 07:30-15:30"],
            true,
        ),
        (
            "as much as can be",
            "8h",
            vec!["Europe/Lisbon 3h Mo-Fr 12:00-20:00", "America/New_York -1h30m Mo-Fr 07:30-15:30"],
            false,
        ),
    ] {
        let found = nudge(&members, year(), 2, target.parse().expect("a duration"));
        assert_eq!(
            (said(&found, &members), found.is_reached()),
            (expected.iter().map(ToString::to_string).collect(), reached),
            "{case}"
        );
        assert!(found.is_proven);
    }
    let none = nudge(&members, year(), 2, Minutes::hours(8));
    assert_eq!((none.before, none.after), (Minutes::hours(15), Minutes(5 * 450)));
    assert!(none.in_the_way.is_empty(), "it is the clocks: they are four hours apart in some weeks, five in others");
}

/// Fewer minutes count before fewer members: a quarter of an hour of each of two, not an hour of a third.
#[test]
fn two_short_shifts_are_less_than_a_long_one() {
    let early = member("UTC", "Mo-Fr 08:00-16:00", "Mo-Fr 08:00-16:15");
    let late = member("UTC", "Mo-Fr 14:00-22:00", "Mo-Fr 13:45-22:00");
    let night = member("UTC", "Mo-Fr 22:30-23:30", "Mo-Fr 21:30-23:30");
    let members = [&early, &late, &night];
    let found = nudge(&members, year(), 2, Minutes(150));
    let shifts: Vec<(usize, i64)> = found.shifts.iter().map(|shift| (shift.member.index(), shift.by.0)).collect();
    assert_eq!((shifts, found.is_proven), (vec![(0, 15), (1, -15)], true));
}

/// Who shifts together costs as often as they are.
#[test]
fn a_shift_of_several_costs_what_it_costs_each() {
    let offsets = [vec![Offset(0)]];
    let weeks = Weeks { offsets: &offsets, grid: 15 };
    let hours = Hours::parse("Mo-Fr 09:30-17:30").expect("hours");
    let cost = |by, weight| weeks.choice(0, by, &hours, 10, weight).cost;
    assert_eq!([cost(0, 1), cost(30, 1), cost(-45, 1)], [0, 21, 31], "minutes in quarters of an hour, then members");
    assert_eq!([cost(0, 3), cost(30, 3)], [0, 63]);
}

/// Where not all must be there, those with the same hours may shift differently.
#[test]
fn twins_shift_each_as_it_is_best() {
    let twin = || member("UTC", "Mo-Fr 09:00-13:00", "Mo-Fr 08:00-14:00");
    let other = member("UTC", "Mo-Fr 08:00-09:00", "off");
    let (one, two, three) = (twin(), twin(), twin());
    let members = [&one, &two, &three, &other];
    // The twins share four hours; one of them, earlier, shares more with the other, while two are still together.
    for (target, expected) in [(240, vec![]), (255, vec![15]), (300, vec![60])] {
        let found = nudge(&members, year(), 2, Minutes(target));
        let (best, minutes, count) = brute_force(&members, 2, Minutes(target));
        assert_eq!(found.after.min(Minutes(target * 5)), best, "{target}");
        assert_eq!(found.shifts.iter().map(|shift| shift.by.0.abs()).collect::<Vec<_>>(), expected, "{target}");
        assert_eq!((found.total().0, found.shifts.len()), (minutes, count), "{target}");
    }
}

#[test]
fn who_tolerates_no_other_hours_is_in_the_way() {
    let tokyo = member("Asia/Tokyo", "Mo-Fr 09:00-17:00", "off");
    let berlin = member("Europe/Berlin", "Mo-Fr 09:00-17:00", "Mo-Fr 08:00-18:00");
    let paris = member("Europe/Paris", "Mo-Fr 09:00-17:00", "off");
    let members = [&tokyo, &berlin, &paris];
    let found = nudge(&members, year(), 3, Minutes::hours(1));
    assert_eq!(
        (found.after, found.in_the_way.clone()),
        (Minutes::ZERO, [0, 2].map(MemberId::new).to_vec()),
        "Berlin can begin with Tokyo"
    );
    let two = nudge(&members, year(), 2, Minutes::hours(8));
    assert!(two.is_reached() && two.shifts.is_empty(), "Berlin and Paris");
}

/// A generator of small numbers, the same ones every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// The answer by trying everything: the best reachable week up to the target, the fewest minutes and members that reach it.
fn brute_force(members: &[&Member], at_least: usize, target: Minutes) -> (Minutes, i64, usize) {
    let wanted = Minutes(target.0 * 5);
    let mut offsets: Vec<Vec<Offset>> =
        SteadySeasons::of(members, year()).seasons().iter().map(|season| season.offsets.clone()).collect();
    offsets.dedup();
    // By how much, and the steady weeks of all seasons.
    let choices: Vec<Vec<(i32, Vec<Spans>)>> = members
        .iter()
        .enumerate()
        .map(|(place, member)| {
            let tolerated = week(&member.hours).union(&week(&member.flexible));
            let shifts = (-48..=48).map(|quarter| quarter * 15).map(|by| (by, member.hours.shifted(by)));
            let fitting = shifts.filter(|(_, hours)| week(hours).iter().all(|&span| tolerated.covers(span)));
            let weeks = |hours: &Hours| offsets.iter().map(|offsets| steady_week(hours, offsets[place])).collect();
            fitting.map(|(by, hours)| (by, weeks(&hours))).collect()
        })
        .collect();
    let mut best: Option<(Minutes, i64, usize)> = None;
    let total: usize = choices.iter().map(Vec::len).product();
    for mut number in 0..total {
        let mut chosen = Vec::new();
        for own in &choices {
            chosen.push(&own[number % own.len()]);
            number /= own.len();
        }
        let shared = |season: usize| {
            let sets: Vec<&Spans> = chosen.iter().map(|(_, weeks)| &weeks[season]).collect();
            Spans::at_least(at_least, &sets).minutes()
        };
        let reached = (0..offsets.len()).map(shared).min().expect("a season");
        let found = (
            reached.min(wanted),
            chosen.iter().map(|(by, _)| i64::from(by.abs())).sum::<i64>(),
            chosen.iter().filter(|(by, _)| *by != 0).count(),
        );
        let better = best.is_none_or(|known| (-found.0.0, found.1, found.2) < (-known.0.0, known.1, known.2));
        if better {
            best = Some(found);
        }
    }
    best.expect("nobody has to shift")
}

#[test]
fn it_is_as_small_as_trying_everything_says() {
    const ZONES: [&str; 5] =
        ["Europe/London", "America/New_York", "Asia/Kathmandu", "Europe/Berlin", "America/Sao_Paulo"];
    const HOURS: [(&str, &str); 7] = [
        ("Mo-Fr 09:00-17:00", "Mo-Fr 08:15-18:00"),
        ("Mo-Fr 09:10-16:40", "Mo-Fr 08:30-17:50"),
        ("Mo-Th 08:00-12:00,13:00-17:00; Fr 08:00-14:00", "Mo-Fr 07:15-18:00"),
        ("Su-Th 22:00-06:00", "Su-Th 21:00-07:30"),
        ("Mo-We 12:00-20:00", "off"),
        ("Mo-Fr 14:00-22:00", "Mo-Fr 13:00-24:00"),
        ("Mo,Tu,Th,Fr 10:00-15:00", "Mo-Fr 08:30-16:00"),
    ];
    let mut dice = Dice(20_270_406);
    let (mut reached, mut shifted) = (0, 0);
    for case in 0..40 {
        let mut team: Vec<Member> = (0..2 + dice.below(2))
            .map(|_| {
                let (hours, flexible) = HOURS[dice.below(HOURS.len())];
                member(ZONES[dice.below(ZONES.len())], hours, flexible)
            })
            .collect();
        if case % 4 == 0 {
            team[1] = team[0].clone();
        }
        let members: Vec<&Member> = team.iter().collect();
        let at_least = 2 + dice.below(members.len() - 1);
        let target = Minutes(30 * (1 + dice.below(12) as i64));
        let found = nudge(&members, year(), at_least, target);
        let expected = brute_force(&members, at_least, target);
        let wanted = Minutes(target.0 * 5);
        let ours = (found.after.min(wanted), found.total().0, found.shifts.len());
        assert_eq!(ours, expected, "case {case}: {at_least} of {team:?} for {target}");
        assert!(found.is_proven);
        reached += usize::from(found.is_reached());
        shifted += usize::from(!found.shifts.is_empty());
    }
    assert!((8..32).contains(&reached) && shifted > 8, "{reached} reached, {shifted} with shifts");
}

#[test]
fn thirty_members_are_no_trouble() {
    let zones = ["Europe/London", "Europe/Berlin", "America/New_York", "Europe/Athens", "America/Sao_Paulo"];
    let team: Vec<Member> = (0..30).map(|i| member(zones[i % 5], "Mo-Fr 09:00-17:00", "Mo-Fr 07:00-19:30")).collect();
    let members: Vec<&Member> = team.iter().collect();
    let found = nudge(&members, year(), 30, Minutes::hours(3));
    assert!(found.is_proven && found.is_reached() && found.before < Minutes::hours(15), "{found:?}");
}
