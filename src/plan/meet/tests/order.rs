//! The whole order of SPEC section 5 against enumeration: which slots come first, under which anchor, with and without rules.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::*;

/// A slot with all that it costs, by place of the rotation.
pub(super) struct Weighed {
    pub(super) slot: Slot,
    /// Its turns with their starts.
    pub(super) turns: Vec<(usize, Instant)>,
    /// Of the occurrences in each place: each attendee's burden, the moved, the distance from the common windows, and for each start the
    /// required members who are in comfort.
    pub(super) places: Vec<InPlace>,
}

#[derive(Default)]
pub(super) struct InPlace {
    pub(super) burdens: Vec<i64>,
    moved: usize,
    off_middle_twice: i64,
    easy: Vec<(usize, Instant, Vec<bool>)>,
}

impl Weighed {
    pub(super) fn earlier(&self) -> (u32, u16, &'static str) {
        let day = self.slot.weekday.map_or(0, |day| day.num_days_from_monday());
        (day, self.slot.start.minutes(), self.slot.anchor.name())
    }

    pub(super) fn at_home(&self, ask: &Ask) -> usize {
        ask.attendees().filter(|(member, _)| member.home.zone == self.slot.anchor).count()
    }

    fn first(&self) -> Instant {
        self.turns[0].1
    }
}

/// Every slot of a meeting: all weekdays, anchors and quarters of an hour.
pub(super) fn all(ask: &Ask, rates: &Rates) -> Vec<Weighed> {
    let over = Span { start: ask.reach().start, end: ask.reach().end + Minutes::DAY };
    let patterns: Vec<Availability> = ask.attendees().map(|(member, _)| Availability::pattern(member, over)).collect();
    let required = ask.required.len();
    let preferred: Vec<_> = patterns[..required].iter().map(|pattern| pattern.preferred().clone()).collect();
    let windows = crate::plan::overlap::windows(&preferred, required);
    let twice_middle = |span: Span| i64::from(span.start.epoch_minutes()) + i64::from(span.end.epoch_minutes());
    let places = usize::from(ask.slots);
    let in_place = |turns: &[(usize, Instant)], place: usize| {
        let own: Vec<(usize, Instant)> = turns.iter().copied().filter(|(turn, _)| turn % places == place).collect();
        let span = |&(_, start): &(usize, Instant)| Span { start, end: start + ask.length };
        let mut found = InPlace::default();
        for (pattern, (member, _)) in patterns.iter().zip(ask.attendees()) {
            found.burdens.push(own.iter().map(|one| pattern.burden(span(one), rates).0).sum());
            let mut times = BTreeMap::new();
            for &(_, start) in &own {
                *times.entry(member.home.zone.local(start).time()).or_insert(0usize) += 1;
            }
            found.moved += own.len() - times.values().max().copied().unwrap_or(0);
        }
        for one in &own {
            let middles = windows.iter().map(|window| (twice_middle(*window) - twice_middle(span(one))).abs());
            found.off_middle_twice += middles.min().unwrap_or(0);
            let is_easy = |pattern: &Availability| {
                pattern.segments_within(span(one)).all(|(_, level)| matches!(level, Level::Preferred | Level::Flexible))
            };
            found.easy.push((one.0, one.1, patterns[..required].iter().map(is_easy).collect()));
        }
        found
    };
    let mut zones: Vec<Zone> = ask.attendees().map(|(member, _)| member.home.zone).chain([Zone::UTC]).collect();
    zones.sort_unstable();
    zones.dedup();
    let mut found = Vec::new();
    for weekday in dates::weekdays(ask.every) {
        for &anchor in &zones {
            for quarter in 0..96 {
                let slot = Slot { weekday, start: TimeOfDay::from_minutes(quarter * 15).expect("a time"), anchor };
                let turns = slow_starts(ask, slot);
                let places = (0..places).map(|place| in_place(&turns, place)).collect();
                found.push(Weighed { slot, turns, places });
            }
        }
    }
    found
}

/// The cost of slots in turn.
pub(super) fn cost(ask: &Ask, chosen: &[&Weighed]) -> Cost {
    let places = || chosen.iter().enumerate().map(|(place, slot)| &slot.places[place]);
    let mut cost = Cost {
        worst: RateMinutes::ZERO,
        total_twice: RateMinutes::ZERO,
        moved: places().map(|place| place.moved).sum(),
        off_middle_twice: places().map(|place| place.off_middle_twice).sum(),
    };
    for (attendee, (_, required)) in ask.attendees().enumerate() {
        let own = RateMinutes(places().map(|place| place.burdens[attendee]).sum());
        let carried = ask.rules.carried.get(attendee).copied().unwrap_or_default();
        cost.worst = if required { cost.worst.max(carried + own) } else { cost.worst };
        cost.total_twice += if required { own * 2 } else { own };
    }
    cost
}

/// Whether slots in turn keep to the rules, read sentence by sentence.
pub(super) fn keeps(rules: &Rules, chosen: &[&Weighed], members: usize) -> bool {
    let places: Vec<&InPlace> = chosen.iter().enumerate().map(|(place, slot)| &slot.places[place]).collect();
    let mut all: Vec<&(usize, Instant, Vec<bool>)> = places.iter().flat_map(|place| &place.easy).collect();
    all.sort_unstable();
    let is_bad = |place: &&&InPlace, member: usize| {
        let easy = place.easy.iter().filter(|(.., easy)| easy[member]).count();
        !place.easy.is_empty() && easy <= place.easy.len() - easy
    };
    let few_bad = rules.max_bad_slots.is_none_or(|most| {
        (0..members).all(|member| places.iter().filter(|place| is_bad(place, member)).count() <= most.into())
    });
    let quorate = rules.quorum.is_none_or(|quorum| {
        all.iter().all(|(.., easy)| easy.iter().filter(|&&easy| easy).count() >= usize::from(quorum))
    });
    let row = rules.comfort_every.map_or(usize::MAX, usize::from).min(all.len());
    let meets = rules.comfort_every.is_none() || {
        let pairs = (0..members).flat_map(|a| (0..a).map(move |b| (a, b)));
        pairs.clone().count() == 0
            || pairs.clone().all(|(a, b)| all.windows(row).all(|some| some.iter().any(|(.., easy)| easy[a] && easy[b])))
    };
    few_bad && quorate && meets
}

/// The suggestions of single slots, best first: each an hour or more from those before it.
fn expected_singles(ask: &Ask, rates: &Rates, top: usize) -> Vec<Slot> {
    let all = all(ask, rates);
    let mut ranked: Vec<&Weighed> = all.iter().filter(|one| keeps(&ask.rules, &[one], ask.required.len())).collect();
    ranked.sort_by_key(|one| (cost(ask, &[one]), one.earlier()));
    let circle = if ask.every == Every::Weekday { 1440 } else { 7 * 1440 };
    let is_near = |a: &Weighed, b: &Weighed| {
        let ahead = (a.first() - b.first()).0.rem_euclid(circle);
        ahead < 60 || circle - ahead < 60
    };
    let mut found: Vec<&Weighed> = Vec::new();
    for one in ranked {
        if found.len() < top && !found.iter().any(|other| is_near(one, other)) {
            found.push(one);
        }
    }
    let under_the_best_anchor = |one: &Weighed| {
        let same = all.iter().filter(|other| other.turns == one.turns);
        same.min_by_key(|other| (Reverse(other.at_home(ask)), other.earlier())).expect("itself").slot
    };
    found.into_iter().map(under_the_best_anchor).collect()
}

pub(super) fn person(zone: &str, hours: &str, flexible: &str) -> Member {
    let mut person = member(zone, hours);
    person.flexible = Hours::parse(flexible).expect("hours");
    person
}

#[test]
fn single_slots_come_in_the_order_of_the_definition() {
    let rates = Rates::default();
    let usual = "Mo-Fr 09:00-17:00";
    let at_home_twice = |mut members: Vec<Member>| {
        let mut double = members[0].clone();
        double.name = "double".into();
        members.push(double);
        members
    };
    let cases: Vec<(&str, Vec<Member>, Every, u16, usize)> = vec![
        (
            "two clocks that change at once",
            office(&["Europe/Lisbon", "Europe/London", "Europe/Athens"]),
            Every::Week,
            16,
            9,
        ),
        (
            "most at home in the later name",
            at_home_twice(office(&["Europe/Prague", "Africa/Lagos"])),
            Every::Week,
            8,
            6,
        ),
        ("every weekday", office(&["America/New_York", "Europe/Berlin"]), Every::Weekday, 14, 12),
        ("no common window", office(&["America/Los_Angeles", "Asia/Kolkata"]), Every::TwoWeeks, 16, 8),
        (
            "two common windows",
            vec![person("Europe/Lisbon", "Mo-Fr 08:00-10:00,15:00-19:00", "off"), member("Africa/Lagos", usual)],
            Every::Week,
            14,
            8,
        ),
        ("once a month", office(&["Australia/Lord_Howe", "Europe/Lisbon"]), Every::Month(Nth::FromStart(2)), 26, 6),
        ("a clock that changes at midnight", office(&["America/Havana", "Asia/Beirut"]), Every::Week, 16, 8),
    ];
    for (case, members, every, weeks, top) in cases {
        for optional in [0, 1] {
            let mut ask = ask(&members, every, weeks);
            ask.optional = ask.required.split_off(members.len() - optional);
            ask.rules.carried = (0..members.len() as i64).map(|i| RateMinutes((i % 2) * 90)).collect();
            let found = suggest(&ask, &rates, top).expect("a plan");
            let slots: Vec<Slot> = found.iter().map(|one| one.slots[0]).collect();
            assert_eq!(slots, expected_singles(&ask, &rates, top), "{case}, {optional} optional");
        }
    }
}

#[test]
fn single_slots_that_keep_to_the_rules_come_in_the_same_order() {
    let rates = Rates::default();
    let wide = "Mo-Fr 07:00-21:00";
    let members = [
        person("America/New_York", "Mo-Fr 09:00-17:00", wide),
        person("Europe/London", "Mo-Fr 09:00-17:00", wide),
        person("Asia/Kolkata", "Tu-Sa 10:00-18:00", "off"),
        // Two who are alike have to meet, too, and count twice for a quorum.
        Member { name: "double".into(), ..person("Asia/Kolkata", "Tu-Sa 10:00-18:00", "off") },
    ];
    let rules = [
        Rules { max_bad_slots: Some(0), ..Rules::default() },
        Rules { quorum: Some(2), ..Rules::default() },
        Rules { quorum: Some(3), ..Rules::default() },
        Rules { comfort_every: Some(1), ..Rules::default() },
        Rules { comfort_every: Some(4), ..Rules::default() },
        // More than there are occurrences: one of them has to be.
        Rules { comfort_every: Some(40), ..Rules::default() },
    ];
    for rules in rules {
        let ask = Ask { rules: rules.clone(), ..ask(&members, Every::Week, 16) };
        let slots = match suggest(&ask, &rates, 12) {
            Ok(found) => found.iter().map(|one| one.slots[0]).collect(),
            Err(AskError::NoneAllowed { .. }) => Vec::new(),
            Err(error) => panic!("{error}"),
        };
        assert_eq!(slots, expected_singles(&ask, &rates, 12), "{rules:?}");
    }
}
