//! Rotations against enumeration, straight from the definitions.

use std::collections::BTreeMap;

use super::*;

/// A slot with each required member's burden, by place of the rotation, and twice the total.
struct Entry {
    slot: Slot,
    starts: Vec<Instant>,
    burdens: Vec<Vec<i64>>,
    totals: Vec<i64>,
}

/// Every slot of the meeting with its costs; of those with the same instants only the first.
fn entries(ask: &Ask, rates: &Rates) -> Vec<Entry> {
    let zones: Vec<Zone> = ask.attendees().map(|(member, _)| member.home.zone).chain([Zone::UTC]).collect();
    let start = Zone::UTC.midnight(ask.from);
    let over =
        Span { start: start - Minutes::WEEK, end: start + Minutes(Minutes::WEEK.0 * (i64::from(ask.weeks) + 2)) };
    let patterns: Vec<(Availability, bool)> =
        ask.attendees().map(|(member, required)| (Availability::pattern(member, over), required)).collect();
    let mut all: Vec<Entry> = Vec::new();
    for weekday in dates::weekdays(ask.every) {
        for &anchor in &zones {
            for start in (0..1440).step_by(15) {
                let start = TimeOfDay::from_minutes(start).expect("a time");
                let slot = Slot { weekday, start, anchor };
                let turns = slow_starts(ask, slot);
                let starts: Vec<Instant> = turns.iter().map(|&(_, start)| start).collect();
                if starts.is_empty() || all.iter().any(|other| other.starts == starts) {
                    continue;
                }
                let mut entry = Entry { slot, starts, burdens: Vec::new(), totals: Vec::new() };
                for place in 0..usize::from(ask.slots) {
                    let mine = turns.iter().filter(|(turn, _)| turn % usize::from(ask.slots) == place);
                    let spans: Vec<Span> = mine.map(|&(_, start)| Span { start, end: start + ask.length }).collect();
                    let burden = |pattern: &Availability| -> i64 {
                        spans.iter().map(|&span| pattern.burden(span, rates).0).sum()
                    };
                    let own: Vec<(i64, bool)> = patterns.iter().map(|(p, required)| (burden(p), *required)).collect();
                    entry.totals.push(own.iter().map(|(own, required)| own * if *required { 2 } else { 1 }).sum());
                    entry.burdens.push(own.into_iter().filter(|(_, required)| *required).map(|(own, _)| own).collect());
                }
                all.push(entry);
            }
        }
    }
    // Of slots that cost the same in every place no rotation needs more than it has places.
    let mut known: BTreeMap<(Vec<Vec<i64>>, Vec<i64>), u8> = BTreeMap::new();
    all.retain(|entry| {
        let alike = known.entry((entry.burdens.clone(), entry.totals.clone())).or_default();
        *alike += 1;
        *alike <= ask.slots
    });
    all
}

/// Whether some rotation has no worst burden above `worst` and no total above `total`.
fn exists(entries: &[Entry], carried: &[i64], worst: i64, total: i64) -> bool {
    let places = entries[0].totals.len();
    // What the places from one on leave at least.
    let mut least = vec![(vec![0; carried.len()], 0); places + 1];
    for place in (0..places).rev() {
        let (burdens, sum) = least[place + 1].clone();
        let smallest = |of: &dyn Fn(&Entry) -> i64| entries.iter().map(of).min().expect("slots");
        let members = (0..carried.len()).map(|m| burdens[m] + smallest(&|entry| entry.burdens[place][m])).collect();
        least[place] = (members, sum + smallest(&|entry| entry.totals[place]));
    }
    let mut taken = Vec::new();
    search(entries, &least, &mut taken, carried, (worst, total))
}

fn search(
    entries: &[Entry],
    least: &[(Vec<i64>, i64)],
    taken: &mut Vec<usize>,
    sums: &[i64],
    (worst, left): (i64, i64),
) -> bool {
    let place = taken.len();
    let (burdens, total) = &least[place];
    if *total > left || sums.iter().zip(burdens).any(|(sum, least)| sum + least > worst) {
        return false;
    }
    if place + 1 == least.len() {
        return true;
    }
    for i in 0..entries.len() {
        if taken.contains(&i) {
            continue;
        }
        let more: Vec<i64> = sums.iter().zip(&entries[i].burdens[place]).map(|(sum, own)| sum + own).collect();
        taken.push(i);
        let found = search(entries, least, taken, &more, (worst, left - entries[i].totals[place]));
        taken.pop();
        if found {
            return true;
        }
    }
    false
}

fn team(hours: &[(&str, &str, &str)]) -> Vec<Member> {
    let person = |(number, (zone, hours, flexible)): (usize, &(&str, &str, &str))| {
        let mut person = member(zone, hours);
        person.name = format!("{zone} {number}");
        person.flexible = Hours::parse(flexible).expect("hours");
        person
    };
    hours.iter().enumerate().map(person).collect()
}

/// Teams whose rotations are few enough to go through: every weekday, so that a slot is a time of day.
fn cases() -> Vec<(&'static str, Vec<Member>, Every, u16)> {
    let usual = "Mo-Fr 09:00-17:00";
    let wide = "Mo-Fr 08:00-20:00";
    vec![
        (
            "around the world",
            team(&[("America/Los_Angeles", usual, wide), ("Europe/London", usual, wide), ("Asia/Tokyo", usual, wide)]),
            Every::Weekday,
            6,
        ),
        (
            "half-hours and changes of clocks",
            team(&[
                ("Australia/Lord_Howe", "Mo-Fr 10:00-16:10", "off"),
                ("America/Havana", usual, "Mo-Sa 07:00-22:00"),
            ]),
            Every::Weekday,
            15,
        ),
        (
            "a common window",
            team(&[("Europe/Lisbon", usual, wide), ("Europe/Athens", usual, wide), ("Africa/Lagos", usual, "off")]),
            Every::Weekday,
            13,
        ),
        (
            "five hard ones",
            team(&[
                ("Pacific/Auckland", usual, wide),
                ("Asia/Kathmandu", "Su-Th 10:00-18:00", "off"),
                ("Europe/Berlin", "Mo-Th 08:00-12:00,13:00-17:00; Fr 08:00-14:00", wide),
                ("America/Bogota", "Mo-Fr 22:00-30:00", "off"),
                ("Pacific/Honolulu", usual, wide),
            ]),
            Every::Weekday,
            4,
        ),
        (
            "once a month",
            team(&[
                ("America/Sao_Paulo", "Tu 09:00-17:00", "Tu-We 07:00-20:00"),
                ("Asia/Dubai", "We 08:00-17:00", "off"),
            ]),
            Every::Month(Nth::Last),
            26,
        ),
    ]
}

#[test]
fn no_pair_is_better_than_the_first() {
    let rates = Rates::default();
    for (case, members, every, weeks) in cases() {
        let mut ask = ask(&members, every, weeks);
        ask.slots = 2;
        ask.optional = ask.required.split_off(members.len().min(3));
        ask.rules.carried = (0..members.len() as i64).map(|i| RateMinutes(i * 300)).collect();
        let best = suggest(&ask, &rates, 1).expect("a plan").remove(0);
        let entries = entries(&ask, &rates);
        let carried: Vec<i64> = ask.rules.carried[..ask.required.len()].iter().map(|burden| burden.0).collect();
        let Cost { worst, total_twice, .. } = best.cost;
        assert!(exists(&entries, &carried, worst.0, total_twice.0), "{case}: its own costs are right");
        assert!(!exists(&entries, &carried, worst.0 - 1, i64::MAX / 4), "{case}: a lower worst burden than {worst:?}");
        assert!(!exists(&entries, &carried, worst.0, total_twice.0 - 1), "{case}: a lower total than {total_twice:?}");
        let tied = |i: usize, j: usize| {
            let worst_of =
                (0..carried.len()).map(|m| carried[m] + entries[i].burdens[0][m] + entries[j].burdens[1][m]).max();
            i != j && worst_of == Some(worst.0) && entries[i].totals[0] + entries[j].totals[1] == total_twice.0
        };
        let table = table::Table::new(&ask, &rates);
        let pairs = (0..entries.len()).flat_map(|i| (0..entries.len()).map(move |j| (i, j)));
        for (i, j) in pairs.filter(|&(i, j)| tied(i, j)).take(60) {
            let other = detail::detail(&ask, &table, vec![entries[i].slot, entries[j].slot]);
            assert!(best.cost <= other.cost, "{case}: {:?} before {:?}", best.slots, other.slots);
        }
    }
}

#[test]
fn three_and_four_slots_are_within_a_hundredth_of_the_best() {
    let rates = Rates::default();
    for (case, members, every, weeks) in cases() {
        for slots in [3, 4] {
            let mut ask = ask(&members, every, weeks);
            ask.slots = slots;
            let best = suggest(&ask, &rates, 1).expect("a plan").remove(0).cost;
            let entries = entries(&ask, &rates);
            let carried = vec![0; members.len()];
            let below = |burden: RateMinutes| (burden.0 * 100 - 1).div_euclid(101);
            assert!(!exists(&entries, &carried, below(best.worst), i64::MAX / 4), "{case}, {slots} slots: {best:?}");
        }
    }
}

#[test]
fn suggestions_are_unlike_each_other() {
    let members = office(&["America/New_York", "Europe/London", "Asia/Kolkata"]);
    for slots in 1..=3 {
        let mut ask = ask(&members, Every::Week, 26);
        ask.slots = slots;
        let found = suggest(&ask, &Rates::default(), 5).expect("a plan");
        assert_eq!(found.len(), 5);
        assert!(found.is_sorted_by_key(|suggestion| suggestion.cost), "the best first");
        let circle = if slots == 1 { Minutes::WEEK } else { Minutes::DAY };
        let begins = |suggestion: &Suggestion| -> Vec<Instant> {
            let first = |slot: usize| suggestion.occurrences.iter().find(|o| o.slot == slot).map(|o| o.span.start);
            (0..suggestion.slots.len()).filter_map(first).collect()
        };
        for (i, one) in found.iter().enumerate() {
            for other in &found[..i] {
                let (one, other) = (begins(one), begins(other));
                let lonely =
                    |a: &[Instant], b: &[Instant]| a.iter().any(|&a| !b.iter().any(|&b| alike::near(a, b, circle)));
                if slots < 3 {
                    // With three slots two may share their like.
                    let differs = [lonely(&one, &other), lonely(&other, &one)].contains(&true);
                    assert!(differs, "{one:?} is like {other:?}");
                }
                assert_ne!(one, other);
            }
        }
    }
}
