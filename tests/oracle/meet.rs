//! Meeting suggestions against a slow, obvious reading of SPEC section 5 that weighs every slot.

use std::collections::BTreeMap;

use chrono::{Datelike, Duration, NaiveDate};
use proptest::prelude::*;
use sunwise::plan::meet::{Ask, Rules, suggest};
use sunwise::team::{Every, Member, Rates, Slot};
use sunwise::time::{Instant, Minutes, Span, TimeOfDay, Zone};

use super::slow;
use super::strategy::scene;
use crate::zones::{jiff_instant, jiff_zone};

/// The burden of every minute of `over`, summed up from its start.
struct Ledger {
    over: Span,
    sums: Vec<i64>,
}

impl Ledger {
    fn new(member: &Member, over: Span, rates: &Rates) -> Self {
        let mut sums = vec![0];
        for level in slow::levels(member, over, false) {
            sums.push(sums[sums.len() - 1] + i64::from(level.rate(rates)));
        }
        Self { over, sums }
    }

    fn burden(&self, start: Instant, length: Minutes) -> i64 {
        let from = (start - self.over.start).0 as usize;
        self.sums[from + length.0 as usize] - self.sums[from]
    }
}

/// The anchor-local dates in `[from, from + 7 x weeks)` on the slot's weekday, every n-th week counted from the first.
fn starts(slot: Slot, from: NaiveDate, weeks: i64, every: i64) -> Vec<Instant> {
    let zone = jiff_zone(slot.anchor);
    (0..7 * weeks)
        .map(|day| (day / 7, from + Duration::days(day)))
        .filter(|(week, date)| Some(date.weekday()) == slot.weekday && week % every == 0)
        .map(|(_, date)| jiff_instant(&zone, date, slot.start.minutes()))
        .collect()
}

/// Occurrences whose local time of day is not the member's most frequent one.
fn moved(member: &Member, starts: &[Instant]) -> usize {
    let mut counts: BTreeMap<chrono::NaiveTime, usize> = BTreeMap::new();
    for &start in starts {
        let date = |zone: Zone| zone.local(start).date();
        // Where they are then: the stay that holds the instant in its own dates, else home.
        let stay = member.stays.iter().find(|stay| stay.dates.contains(date(stay.place.zone)));
        let zone = stay.map_or(member.home.zone, |stay| stay.place.zone);
        *counts.entry(zone.local(start).time()).or_default() += 1;
    }
    starts.len() - counts.values().max().copied().unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_first_suggestion_is_the_best_of_all_slots(
        mut scene in scene(),
        minutes in prop::sample::select(vec![15i64, 30, 45, 90]),
        biweekly in any::<bool>(),
    ) {
        for (index, member) in scene.members.iter_mut().enumerate() {
            member.name = format!("member {index}");
            member.stays.clear();
        }
        let rates = Rates { flexible: 1, asleep: 10, off: 3 };
        let (weeks, every) = (4, if biweekly { 2 } else { 1 });
        let from = scene.over.start.utc().date();
        let ask = Ask {
            required: scene.members.iter().collect(),
            optional: Vec::new(),
            calendars: &scene.calendars,
            length: Minutes(minutes),
            every: if biweekly { Every::TwoWeeks } else { Every::Week },
            slots: 1,
            from,
            weeks: weeks as u16,
            rules: Rules::default(),
        };
        let found = suggest(&ask, &rates, 3).expect("a question that can be answered");
        let start = Instant::midnight(from) - Minutes::DAY;
        let over = Span { start, end: start + Minutes((weeks * 7 + 4) * 1_440) };
        let ledgers: Vec<Ledger> = scene.members.iter().map(|m| Ledger::new(m, over, &rates)).collect();
        let cost = |slot: Slot| {
            let starts = starts(slot, from, weeks, every);
            let burdens = ledgers.iter().map(|l| starts.iter().map(|&s| l.burden(s, Minutes(minutes))).sum::<i64>());
            let burdens: Vec<i64> = burdens.collect();
            let moved: usize = scene.members.iter().map(|m| moved(m, &starts)).sum();
            (burdens.iter().max().copied().unwrap_or(0), 2 * burdens.iter().sum::<i64>(), moved)
        };
        let mut anchors: Vec<Zone> = scene.members.iter().map(|m| m.home.zone).chain([Zone::UTC]).collect();
        anchors.sort_unstable();
        anchors.dedup();
        let mut best = None;
        for &anchor in &anchors {
            for day in 0..7u8 {
                for quarter in 0..96u16 {
                    let slot = Slot {
                        weekday: chrono::Weekday::try_from(day).ok(),
                        start: TimeOfDay::from_minutes(quarter * 15).expect("on the day"),
                        anchor,
                    };
                    let cost = cost(slot);
                    if best.is_none_or(|best| cost < best) {
                        best = Some(cost);
                    }
                }
            }
        }
        for suggestion in &found {
            let own = &suggestion.cost;
            prop_assert_eq!((own.worst.0, own.total_twice.0, own.moved), cost(suggestion.slots[0]), "{:?}", suggestion.slots);
            let expected = starts(suggestion.slots[0], from, weeks, every);
            let held: Vec<Instant> = suggestion.occurrences.iter().map(|o| o.span.start).collect();
            prop_assert_eq!(held, expected);
        }
        let first = &found[0].cost;
        prop_assert_eq!(Some((first.worst.0, first.total_twice.0, first.moved)), best);
    }
}
