//! Slots in turn against enumeration by the whole order of SPEC section 5.

use std::cmp::Reverse;

use proptest::prelude::*;

use super::order::{Weighed, all, cost, keeps, person};
use super::*;

/// What pairs are compared by, and their slots.
type Ranked = ((Cost, [(u32, u16, &'static str); 2]), Vec<Slot>);

/// Two slots in turn, every pair weighed with its whole cost and its rules.
#[test]
fn two_slots_in_turn_come_in_the_order_of_the_definition() {
    let rates = Rates::default();
    let usual = "Mo-Fr 09:00-17:00";
    let wide = "Mo-Fr 08:00-20:00";
    let free = Rules::default();
    let far = || {
        vec![
            person("America/Los_Angeles", usual, wide),
            person("Europe/London", usual, wide),
            person("Asia/Tokyo", usual, wide),
        ]
    };
    let near = || office(&["Europe/Lisbon", "Europe/Athens"]);
    let twice = || {
        let mut members = office(&["Europe/Prague", "Africa/Lagos", "Europe/Prague"]);
        members[2].name = "double".into();
        members
    };
    let cases = vec![
        ("far apart", far(), 13, free.clone()),
        (
            "far apart, one has borne much",
            far(),
            4,
            Rules { carried: [0, 900, 4_000].map(RateMinutes).into(), ..free.clone() },
        ),
        ("a common window", near(), 14, free.clone()),
        ("most at home in the later name", twice(), 15, free.clone()),
        ("one bad slot each", far(), 4, Rules { max_bad_slots: Some(1), ..free.clone() }),
        ("each pair in comfort every second time", near(), 14, Rules { comfort_every: Some(1), ..free.clone() }),
        ("each pair in comfort once in a short horizon", far(), 1, Rules { comfort_every: Some(9), ..free.clone() }),
        ("each pair in comfort every third time", far(), 4, Rules { comfort_every: Some(3), ..free.clone() }),
        ("two in comfort every time", far(), 4, Rules { quorum: Some(2), ..free.clone() }),
    ];
    for (case, members, weeks, rules) in cases {
        for optional in [0, 1] {
            let mut ask = Ask { slots: 2, rules: rules.clone(), ..ask(&members, Every::Weekday, weeks) };
            ask.optional = ask.required.split_off(members.len() - optional);
            let all = all(&ask, &rates);
            // Of slots with the same instants the one under the earliest name counts for the order, the most at home are shown.
            let mut distinct: Vec<(&Weighed, Slot)> = Vec::new();
            for one in &all {
                let same = || all.iter().filter(|other| other.turns == one.turns);
                let first = same().min_by_key(|other| other.earlier()).expect("itself");
                if first.slot == one.slot {
                    let shown = same().min_by_key(|other| (Reverse(other.at_home(&ask)), other.earlier()));
                    distinct.push((one, shown.expect("itself").slot));
                }
            }
            let mut best: Option<Ranked> = None;
            for (i, &(one, one_shown)) in distinct.iter().enumerate() {
                for (j, &(other, other_shown)) in distinct.iter().enumerate() {
                    if i == j {
                        continue;
                    }
                    let key = (cost(&ask, &[one, other]), [one.earlier(), other.earlier()]);
                    if best.as_ref().is_none_or(|(least, _)| key < *least)
                        && keeps(&rules, &[one, other], ask.required.len())
                    {
                        best = Some((key, vec![one_shown, other_shown]));
                    }
                }
            }
            let found = match suggest(&ask, &rates, 1) {
                Ok(mut found) => Some((found[0].cost, found.remove(0).slots)),
                Err(AskError::NoneAllowed { .. }) => None,
                Err(error) => panic!("{error}"),
            };
            assert_eq!(found, best.map(|((cost, _), slots)| (cost, slots)), "{case}, {optional} optional");
        }
    }
}

/// Three slots in turn by UTC alone, every rotation weighed: what is searched whole has the least burdens there are, and no other slot in
/// one of the places costs less.
#[test]
fn three_slots_in_turn_burden_people_least() {
    let rates = Rates::default();
    let hours = ["Mo-Fr 02:00-09:02", "Mo-Fr 09:00-16:00", "Mo-Fr 15:07-23:00"];
    let flexible = ["Mo-Fr 00:00-11:00", "Mo-Fr 08:00-20:00", "off"];
    let people: Vec<Member> =
        (0..3).map(|i| Member { name: format!("member {i}"), ..person("UTC", hours[i], flexible[i]) }).collect();
    for optional in [0, 1] {
        let rules = Rules { carried: [300, 0, 1_100].map(RateMinutes).into(), ..Rules::default() };
        let mut ask = Ask { slots: 3, rules, ..ask(&people, Every::Weekday, 2) };
        ask.optional = ask.required.split_off(people.len() - optional);
        let all = all(&ask, &rates);
        let sums = |chosen: [usize; 3]| {
            let own = |member: usize| (0..3).map(|place| all[chosen[place]].places[place].burdens[member]).sum::<i64>();
            let own = [own(0), own(1), own(2)];
            let carried = &ask.rules.carried;
            let worst = (0..ask.required.len()).map(|member| own[member] + carried[member].0).max().expect("somebody");
            let total =
                (0..3).map(|member| if member < ask.required.len() { 2 * own[member] } else { own[member] }).sum();
            (worst, total)
        };
        let mut least = (i64::MAX, 0);
        for a in 0..all.len() {
            for b in (0..all.len()).filter(|&b| b != a) {
                for c in (0..all.len()).filter(|&c| c != a && c != b) {
                    least = least.min(sums([a, b, c]));
                }
            }
        }
        let found = suggest(&ask, &rates, 1).expect("a plan").remove(0);
        assert_eq!((found.cost.worst.0, found.cost.total_twice.0), least, "{optional} optional");
        let chosen: Vec<usize> =
            found.slots.iter().map(|slot| all.iter().position(|one| one.slot == *slot).expect("a slot")).collect();
        for place in 0..3 {
            for other in (0..all.len()).filter(|other| !chosen.contains(other)) {
                let mut exchanged = chosen.clone();
                exchanged[place] = other;
                let cost = cost(&ask, &exchanged.iter().map(|&slot| &all[slot]).collect::<Vec<_>>());
                assert!(found.cost <= cost, "{:?} in place {place}", all[other].slot);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_shrink_iters: 60, ..ProptestConfig::default() })]

    /// Hours to the minute, so that burdens differ by little: the first pair is the best of all, and each further one burdens people no
    /// more than any that is unlike those before it.
    #[test]
    fn pairs_of_slots_come_in_order(
        draws in prop::collection::vec((0..1440u16, 60..700u16, 0..200u16), 2..4),
        carried in prop::collection::vec(0..900i64, 3),
        optional in any::<bool>(),
    ) {
        let zones = ["UTC", "Asia/Tokyo", "Asia/Kolkata"];
        let time = |minutes: u16| format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
        let people: Vec<Member> = draws.iter().enumerate().map(|(i, &(start, length, more))| {
            let hours = format!("Mo-Fr {}-{}", time(start), time(start + length));
            let flexible = format!("Mo-Fr {}-{}", time(start + length), time(start + length + more + 1));
            Member { name: format!("member {i}"), ..person(zones[i], &hours, &flexible) }
        }).collect();
        let rates = Rates::default();
        let rules = Rules { carried: carried[..people.len()].iter().copied().map(RateMinutes).collect(), ..Rules::default() };
        let mut ask = Ask { slots: 2, rules, ..ask(&people, Every::Weekday, 2) };
        ask.optional = ask.required.split_off(people.len() - usize::from(optional));
        let all = all(&ask, &rates);
        let distinct: Vec<&Weighed> = all
            .iter()
            .filter(|one| all.iter().filter(|other| other.turns == one.turns).all(|other| one.earlier() <= other.earlier()))
            .collect();
        let pairs = || (0..distinct.len()).flat_map(|i| (0..distinct.len()).map(move |j| (i, j))).filter(|(i, j)| i != j);
        let key = |(i, j): (usize, usize)| {
            (cost(&ask, &[distinct[i], distinct[j]]), [distinct[i].earlier(), distinct[j].earlier()])
        };
        let found = suggest(&ask, &rates, 3).expect("a plan");
        let instants = |one: &Suggestion| one.occurrences.iter().map(|held| held.span.start).collect::<Vec<_>>();
        let (first, second) = pairs().min_by_key(|&pair| key(pair)).expect("pairs");
        let best = weigh(&ask, &rates, &[distinct[first].slot, distinct[second].slot]).expect("a plan");
        prop_assert_eq!(found[0].cost, best.cost);
        prop_assert_eq!(instants(&found[0]), instants(&best));
        prop_assert!(found.is_sorted_by_key(|one| (one.cost.worst, one.cost.total_twice)));
    }
}
