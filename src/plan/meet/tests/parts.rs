//! Parts of a search, each against a plain count.

use super::details::slot;
use super::order::person;
use super::*;
use crate::plan::stop::Stop;

/// Lisbon by day, and two who are alike far away.
fn one_and_two_alike() -> Vec<Member> {
    let mut members = office(&["Europe/Lisbon", "Asia/Dubai", "Asia/Dubai"]);
    members[2].name = "double".into();
    members
}

#[test]
fn too_few_in_comfort_are_counted_by_member() {
    let members = one_and_two_alike();
    for quorum in 1..=3 {
        let rules = Rules { quorum: Some(quorum), ..Rules::default() };
        let ask = Ask { rules, ..ask(&members, Every::Week, 1) };
        let start = ask.reach().start;
        let short = rules::short_of(&table::Table::new(&ask, &Rates::default()), quorum);
        let over = Span { start, end: ask.reach().end + ask.length };
        let easy: Vec<_> =
            members.iter().map(|member| Availability::pattern(member, over).reachable().clone()).collect();
        for (quarter, short) in short.into_iter().enumerate() {
            let begin = start + Minutes(15 * quarter as i64);
            let held = Span { start: begin, end: begin + ask.length };
            let present = easy.iter().filter(|easy| easy.covers(held));
            assert_eq!(short == 1, present.count() < quorum.into(), "{quorum} at {begin}");
        }
    }
}

#[test]
fn what_was_not_tried_is_said() {
    let spending = budget::Spending::of(&Budget(0).into());
    spending.tried(2);
    spending.left_out(3);
    assert_eq!(spending.untried(), Untried { untried: 3, all: 5 });
    let members = one_and_two_alike();
    let ask = Ask { slots: 2, ..ask(&members, Every::Weekday, 1) };
    let hasty = suggest_within(&ask, &Rates::default(), 1, Budget(1)).expect("a plan");
    assert!(hasty.untried.is_cut_short());
}

#[test]
fn a_stop_ends_the_search_like_a_spent_budget() {
    let members = one_and_two_alike();
    let ask = Ask { slots: 3, ..ask(&members, Every::Weekday, 1) };
    let stop = Stop::default();
    let within = |effort: Effort| suggest_within(&ask, &Rates::default(), 1, effort).expect("a plan");
    let hasty = within(Budget(20_000).until(&stop));
    stop.set();
    let stopped = within(Budget::USUAL.until(&stop));
    assert_eq!(stopped, within(Budget(0).into()), "not one look more");
    assert!(stopped.untried.untried > hasty.untried.untried, "and it is said");
    let slots = &stopped.all[0].slots;
    let anchors = anchors_within(&ask, &Rates::default(), slots, Budget::USUAL.until(&stop)).expect("anchors");
    assert!(anchors.untried.is_cut_short());
}

/// At night, when nobody is in comfort.
#[test]
fn only_who_are_two_have_to_meet() {
    let members = one_and_two_alike();
    for (people, allowed) in [(&members[..1], true), (&members[1..], false), (&members[..2], false)] {
        let rules = Rules { comfort_every: Some(1), ..Rules::default() };
        let ask = Ask { rules, ..ask(people, Every::Week, 3) };
        let held = [dates::held(&ask, slot(Some(Weekday::Mon), "01:00", "UTC"), 0)];
        let table = table::Table::new(&ask, &Rates::default());
        assert_eq!(rules::allow(&ask.rules, &table, &held), allowed, "{} people", people.len());
    }
}

/// The marks alone: by UTC all are in comfort at 10:00, Lisbon alone at 16:00.
#[test]
fn marks_let_slots_through_in_which_everybody_meets() {
    let members = one_and_two_alike();
    // With a rule about bad slots, their marks come first.
    for max_bad_slots in [None, Some(4)] {
        let rules = Rules { comfort_every: Some(2), max_bad_slots, ..Rules::default() };
        let ask = Ask { slots: 2, rules, ..ask(&members, Every::Week, 8) };
        let table = table::Table::new(&ask, &Rates::default());
        let marks = marks::Marks::new(&ask.rules, &table, 2, 8);
        let of = |time: &str, place: usize| {
            let held = dates::held(&ask, slot(Some(Weekday::Mon), time, "UTC"), place);
            marks.of(&table, &held.into_iter().map(|(_, start)| start).collect::<Vec<_>>())
        };
        assert!(marks.may_do(&[&of("10:00", 0), &of("16:00", 1)]));
        assert!(!marks.may_do(&[&of("16:00", 0), &of("16:15", 1)]));
    }
}

/// What slots by UTC cost a few people whose hours and weekdays differ.
fn with_space(slots: u8, check: impl FnOnce(&space::Space)) {
    let members = [
        person("UTC", "Mo-Fr 06:00-12:10", "Mo-Fr 12:10-15:00"),
        person("Asia/Tokyo", "Tu-Sa 09:00-14:20", "Mo-Fr 08:00-20:00"),
        person("America/Lima", "Su-Th 09:00-16:40", "off"),
    ];
    let mut ask = Ask { slots, ..ask(&members, Every::Week, 2 * u16::from(slots)) };
    ask.optional = ask.required.split_off(2);
    let table = table::Table::new(&ask, &Rates::default());
    let grid = grid::Grid::new(&ask, &[Zone::UTC]);
    check(&space::Space::new(&table, &grid, &ask.rules, &Budget::USUAL.into()));
}

#[test]
fn a_pool_has_the_least_of_each_time_of_day() {
    with_space(3, |space| {
        let all = space.open(0);
        let pool = pool::pool(space, 0, all);
        assert!(pool.len() <= 2 * 96, "{} slots", pool.len());
        let at = |slot: usize| space.grid.begin(space.choices[slot].number).minute_of_utc_day();
        let worst = |slot: usize| *space.burdens(0, slot).iter().max().expect("somebody");
        for time in (0..1440).step_by(15) {
            let of = |list: &[usize]| list.iter().copied().filter(|&slot| at(slot) == time).collect::<Vec<_>>();
            let (all, pool) = (of(all), of(&pool));
            let least_worst = |list: &[usize]| list.iter().map(|&slot| worst(slot)).min();
            let least_total = |list: &[usize]| list.iter().map(|&slot| space.total(0, slot)).min();
            assert_eq!(least_worst(&pool), least_worst(&all), "{time}");
            assert_eq!(least_total(&pool), least_total(&all), "{time}");
        }
        assert_eq!(pool::pool(space, 0, &all[..160]), all[..160]);
    });
}

/// Lists of a few slots each: every pair is weighed.
#[test]
fn the_best_of_a_few_pairs_is_found() {
    with_space(2, |space| {
        let rotation = pairs::Pairs::new(space, &[0, 0], [0, 1]);
        for first_step in [29, 31, 37, 41, 43] {
            for second_step in [30, 34, 38, 47] {
                let first: Vec<usize> = space.open(0).iter().copied().step_by(first_step).collect();
                let second: Vec<usize> = space.open(1).iter().copied().step_by(second_step).collect();
                let best_with = |&one: &usize| {
                    let pairs = second.iter().filter(move |&&other| other != one).map(move |&other| vec![one, other]);
                    pairs.min_by_key(|pair| space.rank(pair)).expect("a pair")
                };
                for one in &first {
                    assert_eq!(rotation.best_with(*one, &second), Some(best_with(one)));
                }
                let best = first.iter().map(best_with).min_by_key(|pair| space.rank(pair));
                assert_eq!(rotation.best(&first, &second), best, "steps {first_step}, {second_step}");
            }
        }
    });
}

/// Two who take the burden in turns, or both half of it at noon: the third, who is not needed, sleeps less at the turns. The many slots
/// at noon are the best alone, and no slot that is exchanged for another alone makes noon any better.
#[test]
fn the_least_total_is_found_far_from_the_cheapest_slots() {
    let members = [
        person("UTC", "Mo-Su 09:00-09:30,12:00-12:15", "Mo-Su 07:00-20:00"),
        Member { name: "B".into(), ..person("UTC", "Mo-Su 08:00-08:30,12:15-12:30", "Mo-Su 07:00-20:00") },
        Member { name: "C".into(), ..person("UTC", "Mo-Su 08:00-09:30", "off") },
    ];
    let mut ask = Ask { slots: 2, ..ask(&members, Every::Week, 2) };
    ask.optional = ask.required.split_off(2);
    let table = table::Table::new(&ask, &Rates::default());
    let grid = grid::Grid::new(&ask, &[Zone::UTC]);
    let space = space::Space::new(&table, &grid, &ask.rules, &Budget::USUAL.into());
    let at = |weekday: Weekday, time: &str| {
        let slot = slot(Some(weekday), time, "UTC");
        let is_it = |&one: &usize| grid.slot(space.choices[one].number) == slot;
        (0..space.choices.len()).find(is_it).expect("a slot")
    };
    let week = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    let turns = [at(Weekday::Mon, "08:00"), at(Weekday::Mon, "09:00")];
    let [noons, nights @ ..] = ["12:00", "02:00", "03:00", "04:00"].map(|time| week.map(|day| at(day, time)));
    let (noon, others) = noons.split_first().expect("a week");
    let first: Vec<usize> = others.iter().chain(&turns[..1]).chain(nights.iter().flatten()).copied().collect();
    let best = pairs::Pairs::new(&space, &[0, 0], [0, 1]).best(&first, &[turns[1], *noon]);
    assert_eq!(best, Some(turns.to_vec()));
}
