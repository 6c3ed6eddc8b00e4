//! Chains against every other chain.

use proptest::prelude::*;

use super::week::Week;
use super::weeks::Weeks;
use super::*;
use crate::availability::SteadyWeek;
use crate::plan::stop::Stop;
use crate::team::{Chain, Member, MemberId, Place, Policy, Rates};
use crate::time::{Hours, Instant, Minutes, Offset, Span, TimeOfDay, Zone};

fn steady(hours: &str, offset_hours: i16) -> SteadyWeek {
    let mut member = Member::new("", Place::zone(Zone::UTC), Hours::parse(hours).expect("hours"));
    member.flexible = Hours::parse("Mo-Fr 07:00-20:00").expect("hours");
    SteadyWeek::of(&member, Offset(offset_hours * 60))
}

fn shown(chain: &HandoffChain) -> Vec<String> {
    chain.legs.iter().map(|leg| format!("{} {}-{}", leg.member.index(), leg.start, leg.end())).collect()
}

fn plan(members: &[SteadyWeek]) -> HandoffChain {
    best_chain(members, &Policy::default(), &Chain::WORKDAYS, Minutes(30))
}

#[test]
fn two_neighbours_hand_over_in_the_middle_of_what_they_share() {
    let chain = plan(&[steady("Mo-Fr 09:00-17:00", 1), steady("Mo-Fr 09:00-17:00", -5)]);
    assert_eq!(shown(&chain), ["0 08:00-15:00", "1 15:00-22:00"]);
    assert_eq!(chain.covered_a_day(), Minutes(14 * 60));
    assert_eq!(chain.longest_gap, Minutes(10 * 60));
    assert_eq!(chain.handoffs[0].live, Minutes(120));
    assert!(chain.handoffs[0].is_live && !chain.handoffs[1].is_live);
}

/// Where legs meet and nobody is there together, no `min_live` makes the handoff live, not even 0.
#[test]
fn a_handoff_without_a_minute_together_is_not_live() {
    let week = |hours| SteadyWeek { flexible: crate::time::Spans::EMPTY, ..steady(hours, 0) };
    let members = [week("Mo-Fr 08:00-12:00"), week("Mo-Fr 12:00-16:00")];
    let rates = Rates::default();
    let legs = |chain: &HandoffChain| chain.handoffs.iter().map(|handoff| handoff.is_live).collect::<Vec<_>>();
    let chain = best_chain(&members, &Policy::default(), &Chain::WORKDAYS, Minutes::ZERO);
    assert_eq!(shown(&chain), ["0 08:00-12:00", "1 12:00-16:00"]);
    assert_eq!((chain.handoffs[0].live, legs(&chain)), (Minutes::ZERO, vec![false, false]));
    let weeks = Weeks::new(vec![(Week::new(&members, &rates, &Chain::WORKDAYS), 1)], Minutes::ZERO);
    let [a, b] = [0, 1].map(MemberId::new);
    assert_eq!(weeks.together(a, b), None);
    let touching = vec![crate::time::Spans::EMPTY];
    assert!(!weeks.is_live_at(&touching, 12 * 60), "the search judges as the chain does");
    assert!(!weeks.is_live(Minutes::ZERO) && weeks.is_live(Minutes(1)));
}

#[test]
fn nobody_who_adds_nothing_takes_a_leg() {
    let chain = plan(&[steady("Mo-Fr 10:00-16:00", 0), steady("Mo-Fr 09:00-17:00", 0), steady("off", 3)]);
    assert_eq!(shown(&chain), ["1 09:00-17:00"]);
    assert!(chain.handoffs.is_empty());
    assert_eq!(plan(&[steady("off", 0)]).legs, []);
    assert_eq!(plan(&[]).longest_gap, Minutes::DAY);
}

#[test]
fn a_chosen_day_is_a_circle_for_legs_over_midnight() {
    let chain = plan(&[steady("Mo-Fr 09:00-17:00", 13)]);
    assert_eq!(shown(&chain), ["0 20:00-04:00"]);
    assert_eq!(chain.covered, Minutes(4 * 4 * 60 + 5 * 4 * 60), "on Friday from 20:00 UTC it is Saturday in Auckland");
}

#[test]
fn split_hours_cannot_take_two_legs() {
    let chain = plan(&[steady("Mo-Fr 08:00-12:00,15:00-19:00", 0), steady("Mo-Fr 11:00-16:00", 0)]);
    assert_eq!(shown(&chain), ["1 11:30-15:30", "0 15:30-11:30"], "one leg over the night instead");
    assert_eq!(chain.covered_a_day(), Minutes(11 * 60));
    assert!(chain.exact);
}

/// Tries every next leg for a member after the last one.
fn extend(week: &Weeks, windows: &[(i64, i64)], legs: &mut Vec<Leg>, best: &mut Worth) {
    let mut sorted = legs.clone();
    sorted.sort_by_key(|leg| leg.start);
    *best = (*best).max(week.worth(&sorted));
    let next = legs.last().map_or(0, |leg| leg.member.index() + 1);
    for member in (next..week.members()).map(MemberId::new) {
        for &(start, length) in windows {
            let apart = legs.iter().all(|leg| {
                let after = (start - i64::from(leg.start.minutes())).rem_euclid(1440);
                after >= leg.length.0 && after + length <= 1440
            });
            if apart {
                let start = TimeOfDay::from_minutes(start as u16).expect("on the day");
                legs.push(Leg { member, start, length: Minutes(length) });
                extend(week, windows, legs, best);
                legs.pop();
            }
        }
    }
}

/// Every chain whose ends lie on breakpoints, judged by the plain reading.
fn by_brute_force(week: &Weeks) -> Worth {
    let points = week.breakpoints();
    let mut windows = Vec::new();
    for &start in &points {
        for &end in &points {
            windows.push((start, if end > start { end - start } else { end + 1440 - start }));
        }
    }
    let mut best = week.worth(&[]);
    extend(week, &windows, &mut Vec::new(), &mut best);
    best
}

fn some_member() -> impl Strategy<Value = SteadyWeek> {
    let hours = prop::sample::select(
        &[
            "Mo-Fr 08:00-16:00",
            "Mo-Th 10:00-14:00,18:00-20:00",
            "Tu-Fr 08:00-12:00; Mo 10:00-16:00",
            "Su-Th 22:00-06:00",
        ][..],
    );
    (hours, -6..7i16, any::<bool>()).prop_map(|(hours, offset, flexible)| {
        let mut member = steady(hours, offset * 2);
        // Few breakpoints keep the brute force quick.
        member.asleep = crate::time::Spans::EMPTY;
        member.flexible = crate::time::Spans::EMPTY;
        if flexible {
            member.flexible = steady("Mo-Fr 08:00-20:00", offset * 2).preferred.difference(&member.preferred);
        }
        member
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_chain_is_the_best_of_all(members in prop::collection::vec(some_member(), 1..4), min_live in 0..3i64) {
        let rates = Rates::default();
        let week = Week::new(&members, &rates, &Chain::WORKDAYS);
        let week = Weeks::new(vec![(week, 1)], Minutes(min_live * 60));
        let (legs, exact) = search::best_legs(&week, None);
        let mut sorted = legs;
        sorted.sort_by_key(|leg| leg.start);
        prop_assert!(exact);
        prop_assert_eq!(week.worth(&sorted), by_brute_force(&week), "{:?}", sorted);
        let centred = centre::centred(&week, sorted.clone());
        prop_assert_eq!(week.worth(&centred), week.worth(&sorted));
    }

    /// Everybody's second week is another, as after a change of clocks.
    #[test]
    fn the_chain_of_a_year_is_the_best_of_all(
        weeks in prop::collection::vec((some_member(), some_member()), 1..3), weights in (1..5i64, 1..5i64),
    ) {
        let rates = Rates::default();
        let (first, second): (Vec<SteadyWeek>, Vec<SteadyWeek>) = weeks.into_iter().unzip();
        let of = |members, weight| (Week::new(members, &rates, &Chain::WORKDAYS), weight);
        let weeks = Weeks::new(vec![of(&first, weights.0), of(&second, weights.1)], Minutes(30));
        let (mut legs, exact) = search::best_legs(&weeks, None);
        legs.sort_by_key(|leg| leg.start);
        prop_assert!(exact);
        prop_assert_eq!(weeks.worth(&legs), by_brute_force(&weeks), "{:?}", legs);
        let centred = centre::centred(&weeks, legs.clone());
        prop_assert_eq!(weeks.worth(&centred), weeks.worth(&legs));
    }
}

/// The openings of the day are tried one after the other, the first of them being that nobody holds at midnight.
#[test]
fn a_stop_ends_the_search_and_nothing_is_proven() {
    let members = ["Europe/Lisbon", "America/Denver", "Asia/Tokyo"].map(|zone| {
        let home = Place::zone(Zone::named(zone).expect("a zone"));
        Member::new(zone, home, Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
    });
    let (members, policy) = (members.iter().collect::<Vec<_>>(), Policy::default());
    let start = Instant::midnight("2027-01-04".parse().expect("a date"));
    let question = Question::usual(&members, &policy, Span { start, end: start + Minutes::WEEK });
    let stop = Stop::default();
    let watched = Question { stop: Some(&stop), ..question };
    assert_eq!(handoff(&watched), handoff(&question));
    assert!(handoff(&question)[0].chain.exact);
    stop.set();
    let (season, whole) = (handoff(&watched), year(&watched));
    assert!(!season[0].chain.exact && !whole.chain.exact);
    assert!(season[0].chain.covered <= handoff(&question)[0].chain.covered);
}
