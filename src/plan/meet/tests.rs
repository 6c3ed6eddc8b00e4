//! Suggestions for meetings, by table and by brute force.

use super::*;
use crate::availability::{Availability, Level, RateMinutes};
use crate::team::{Calendars, Every, Member, Nth, Place, Rates, Slot};
use crate::time::{Dates, Hours, Instant, Minutes, Span, TimeOfDay, Zone};
use chrono::{Datelike, Days, NaiveDate, Weekday};

fn member(zone: &str, hours: &str) -> Member {
    let zone = Zone::named(zone).expect("a zone");
    Member::new(zone.name(), Place::zone(zone), Hours::parse(hours).expect("hours"))
}

fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a date")
}

fn ask(members: &[Member], every: Every, weeks: u16) -> Ask<'_> {
    let required = members.iter().collect();
    Ask {
        required,
        optional: vec![],
        calendars: Calendars::unread(),
        length: Minutes(30),
        every,
        slots: 1,
        from: date(2027, 1, 4),
        weeks,
        rules: Rules::default(),
    }
}

fn office(zones: &[&str]) -> Vec<Member> {
    zones.iter().map(|zone| member(zone, "Mo-Fr 09:00-17:00")).collect()
}

/// The turns of a slot with their starts, straight from SPEC section 5. Turns count weeks, months or workdays.
fn slow_starts(ask: &Ask, slot: Slot) -> Vec<(usize, Instant)> {
    let mut workdays = 0;
    let mut starts = Vec::new();
    for days in 0..u64::from(ask.weeks) * 7 {
        let date = ask.from + Days::new(days);
        let on_day = slot.weekday == Some(date.weekday());
        let week = (days / 7) as usize;
        let months = (date.year() - ask.from.year()) * 12 + date.month() as i32 - ask.from.month() as i32;
        let turn = match ask.every {
            Every::Weekday => {
                let is_workday = date.weekday().num_days_from_monday() < 5;
                workdays += usize::from(is_workday);
                is_workday.then(|| workdays - 1)
            }
            Every::Week => on_day.then_some(week),
            Every::TwoWeeks => (on_day && week.is_multiple_of(2)).then_some(week / 2),
            Every::FourWeeks => (on_day && week.is_multiple_of(4)).then_some(week / 4),
            Every::Month(Nth::FromStart(n)) => {
                (on_day && (date.day() - 1) / 7 == u32::from(n) - 1).then_some(months as usize)
            }
            Every::Month(Nth::Last) => {
                (on_day && (date + Days::new(7)).month() != date.month()).then_some(months as usize)
            }
        };
        starts.extend(turn.map(|turn| (turn, slot.anchor.instant_at(date, slot.start.minutes()))));
    }
    starts
}

/// The cost of a slot straight from SPEC section 5, occurrence by occurrence.
fn slow_cost(ask: &Ask, rates: &Rates, slot: Slot) -> Option<Cost> {
    let starts: Vec<Instant> = slow_starts(ask, slot).into_iter().map(|(_, start)| start).collect();
    if starts.is_empty() {
        return None;
    }
    let over = Span { start: starts[0] - Minutes::WEEK, end: starts[starts.len() - 1] + Minutes::WEEK };
    let (mut worst, mut total, mut moved) = (0, 0, 0);
    for (member, required) in ask.attendees() {
        let pattern = Availability::pattern(member, over);
        let mut burden = 0;
        let mut times = std::collections::BTreeMap::new();
        for &start in &starts {
            for minute in 0..ask.length.0 {
                let level = pattern.level_at(start + Minutes(minute)).expect("inside");
                burden += i64::from(level.rate(rates));
            }
            let place = member.home.zone;
            *times.entry(place.local(start).time()).or_insert(0usize) += 1;
        }
        if required {
            worst = worst.max(burden);
        }
        total += if required { 2 * burden } else { burden };
        moved += starts.len() - times.values().max().copied().unwrap_or(0);
    }
    Some(Cost { worst: RateMinutes(worst), total_twice: RateMinutes(total), moved, off_middle_twice: 0 })
}

#[test]
fn single_slots_are_the_best_of_all_by_brute_force() {
    let rates = Rates::default();
    let cases = [
        ("three zones, weekly", office(&["America/New_York", "Europe/London", "Asia/Kathmandu"]), Every::Week, 20),
        ("never together", office(&["America/Los_Angeles", "Asia/Tokyo"]), Every::TwoWeeks, 16),
        ("every weekday", office(&["America/Sao_Paulo", "Europe/Berlin"]), Every::Weekday, 13),
        ("last weekday", office(&["Europe/Lisbon", "Australia/Lord_Howe"]), Every::Month(Nth::Last), 20),
        ("second weekday", office(&["Europe/Lisbon", "Asia/Dubai"]), Every::Month(Nth::FromStart(2)), 20),
    ];
    for (case, members, every, weeks) in cases {
        let mut ask = ask(&members, every, weeks);
        ask.optional = vec![ask.required.pop().expect("a member")];
        let best = suggest(&ask, &rates, 3).expect("a plan");
        let mut slowest = Vec::new();
        let zones: Vec<Zone> = members.iter().map(|m| m.home.zone).chain([Zone::UTC]).collect();
        for weekday in dates::weekdays(every) {
            for anchor in &zones {
                // Whole hours and one odd quarter keep the minute-by-minute count quick; the search sees all quarters.
                for start in (0..1440).step_by(60).chain([555]) {
                    let start = TimeOfDay::from_minutes(start).expect("a time");
                    let slot = Slot { weekday, start, anchor: *anchor };
                    slowest.extend(slow_cost(&ask, &rates, slot));
                }
            }
        }
        let slow_best = slowest.iter().min().expect("a slot");
        let first = best[0].cost;
        assert!(
            (first.worst, first.total_twice, first.moved) <= (slow_best.worst, slow_best.total_twice, slow_best.moved),
            "{case}"
        );
        for suggestion in &best {
            let slow = slow_cost(&ask, &rates, suggestion.slots[0]).expect("occurrences");
            let cost = Cost { off_middle_twice: 0, ..suggestion.cost };
            assert_eq!(cost, slow, "{case}: {:?}", suggestion.slots);
        }
    }
}

/// Every weekday, quarter of an hour and anchor over a year of clock changes, by the whole order of SPEC section 5: the cost of the first
/// suggestion is the least there is, and no earlier slot at other instants ties with it.
#[test]
fn no_slot_of_a_year_comes_before_the_first() {
    let rates = Rates::default();
    for zones in [
        &["America/New_York", "Europe/London", "Asia/Kathmandu"][..],
        &["Europe/Lisbon", "Europe/Athens"],
        &["America/Santiago", "Australia/Lord_Howe", "Europe/Berlin"],
    ] {
        let members = office(zones);
        let mut ask = ask(&members, Every::Week, 52);
        if zones.len() > 2 {
            ask.optional = vec![ask.required.pop().expect("a member")];
        }
        let start = ask.reach().start;
        let patterns: Vec<(Availability, bool)> =
            ask.attendees().map(|(member, required)| (Availability::pattern(member, ask.reach()), required)).collect();
        let minutes = 0..ask.reach().minutes().0;
        // Summed up to each minute; and the common windows of the required, minute by minute.
        let sums: Vec<Vec<i64>> = patterns
            .iter()
            .map(|(pattern, _)| {
                let levels = pattern.segments().flat_map(|(span, level)| vec![level; span.minutes().0 as usize]);
                let rate = |sum: &mut i64, level: Level| {
                    *sum += i64::from(level.rate(&rates));
                    Some(*sum)
                };
                std::iter::once(0).chain(levels.scan(0, rate)).collect()
            })
            .collect();
        let together = |minute: &i64| {
            let required = patterns.iter().filter(|(_, required)| *required);
            required.clone().all(|(pattern, _)| pattern.level_at(start + Minutes(*minute)) == Some(Level::Preferred))
        };
        let common: Vec<i64> = minutes.filter(together).collect();
        let middles: Vec<i64> = common.chunk_by(|a, b| b - a == 1).map(|w| w[0] + w[w.len() - 1] + 1).collect();
        let cost = |slot: Slot| {
            let starts: Vec<i64> = slow_starts(&ask, slot).into_iter().map(|(_, at)| (at - start).0).collect();
            let (mut worst, mut total, mut moved) = (0, 0, 0);
            for ((sums, (_, required)), (member, _)) in sums.iter().zip(&patterns).zip(ask.attendees()) {
                let own = |at: &i64| sums[(at + ask.length.0) as usize] - sums[*at as usize];
                let burden: i64 = starts.iter().map(own).sum();
                worst = if *required { burden.max(worst) } else { worst };
                total += if *required { 2 * burden } else { burden };
                let mut times = std::collections::BTreeMap::new();
                for &at in &starts {
                    *times.entry(member.home.zone.local(start + Minutes(at)).time()).or_insert(0usize) += 1;
                }
                moved += starts.len() - times.values().max().copied().unwrap_or(0);
            }
            let off = |at: &i64| middles.iter().map(|middle| (middle - 2 * at - ask.length.0).abs()).min().unwrap_or(0);
            let off_middle_twice = starts.iter().map(off).sum();
            (Cost { worst: RateMinutes(worst), total_twice: RateMinutes(total), moved, off_middle_twice }, starts)
        };
        let mut all = Vec::new();
        for anchor in members.iter().map(|member| member.home.zone).chain([Zone::UTC]) {
            for weekday in dates::weekdays(Every::Week) {
                for quarter in 0..96 {
                    let slot = Slot { weekday, start: TimeOfDay::from_minutes(quarter * 15).expect("a time"), anchor };
                    let (cost, starts) = cost(slot);
                    let earlier = (slot.weekday.map(|day| day.num_days_from_monday()), slot.start, anchor.name());
                    all.push((cost, earlier, starts));
                }
            }
        }
        let best = all.iter().min().expect("slots");
        let first = suggest(&ask, &rates, 1).expect("a plan").remove(0);
        assert_eq!(first.cost, best.0, "{zones:?}");
        assert_eq!(cost(first.slots[0]), (best.0, best.2.clone()), "{zones:?}: {:?} not {:?}", first.slots, best.1);
    }
}

/// Weekly on Tuesday, New York, London and Sydney in the calendar year 2027: what each sees, by anchor.
#[test]
fn golden_table_of_anchors() {
    let members = office(&["America/New_York", "Europe/London", "Australia/Sydney"]);
    let mut ask = ask(&members, Every::Week, 52);
    ask.from = date(2027, 1, 1);
    let table = table::Table::new(&ask, &Rates::default());
    let seen = |anchor: &str, start: u16| -> Vec<Vec<(u16, usize)>> {
        let start = TimeOfDay::from_minutes(start * 60).expect("a time");
        let slot = Slot { weekday: Some(Weekday::Tue), start, anchor: Zone::named(anchor).expect("a zone") };
        let found = detail::detail(&ask, &table, vec![slot]);
        let hours = |a: &Attendance| a.times.iter().map(|t| (t.start.minutes() / 60, t.count)).collect();
        found.attendees.iter().map(hours).collect()
    };
    let cases = [
        ("America/New_York", 16, [vec![(16, 52)], vec![(21, 49), (20, 3)], vec![(6, 26), (8, 18), (7, 8)]]),
        ("Europe/London", 21, [vec![(16, 49), (17, 3)], vec![(21, 52)], vec![(6, 26), (8, 21), (7, 5)]]),
        ("Australia/Sydney", 8, [vec![(18, 26), (16, 18), (17, 8)], vec![(23, 26), (21, 21), (22, 5)], vec![(8, 52)]]),
        ("UTC", 21, [vec![(17, 34), (16, 18)], vec![(22, 31), (21, 21)], vec![(7, 26), (8, 26)]]),
    ];
    for (anchor, start, expected) in cases {
        assert_eq!(seen(anchor, start), expected, "{anchor}");
    }
}

#[test]
fn occurrences_follow_the_recurrence() {
    let members = office(&["Europe/Lisbon"]);
    let cases = [
        (
            Every::Week,
            Some(Weekday::Tue),
            8,
            vec!["01-05", "01-12", "01-19", "01-26", "02-02", "02-09", "02-16", "02-23"],
        ),
        (Every::TwoWeeks, Some(Weekday::Tue), 8, vec!["01-05", "01-19", "02-02", "02-16"]),
        (Every::FourWeeks, Some(Weekday::Tue), 8, vec!["01-05", "02-02"]),
        (Every::Month(Nth::FromStart(1)), Some(Weekday::Mon), 8, vec!["01-04", "02-01"]),
        (Every::Month(Nth::Last), Some(Weekday::Sun), 8, vec!["01-31", "02-28"]),
        (Every::Weekday, None, 1, vec!["01-04", "01-05", "01-06", "01-07", "01-08"]),
    ];
    for (every, weekday, weeks, expected) in cases {
        let found = dates::dates(&ask(&members, every, weeks), weekday);
        let shown: Vec<String> = found.iter().map(|d| d.date.format("%m-%d").to_string()).collect();
        assert_eq!(shown, expected, "{every:?}");
        assert_eq!(found.iter().map(|d| d.turn).collect::<Vec<_>>(), (0..expected.len()).collect::<Vec<_>>());
    }
}

#[test]
fn a_common_window_puts_the_meeting_in_its_middle() {
    let members = office(&["America/New_York", "Europe/London"]);
    let best = suggest(&ask(&members, Every::Week, 8), &Rates::default(), 5).expect("a plan");
    let slot = best[0].slots[0];
    assert_eq!((slot.weekday, best[0].cost.worst), (Some(Weekday::Mon), RateMinutes::ZERO));
    // Together from 14:00 to 17:00 UTC; half an hour around 15:30 begins at 15:15.
    assert_eq!(best[0].occurrences[0].span.start.to_string(), "2027-01-04T15:15:00Z");
    assert_eq!(best[0].cost.off_middle_twice, 0);
    let starts: Vec<Vec<Instant>> = best.iter().map(|s| s.occurrences.iter().map(|o| o.span.start).collect()).collect();
    assert!((1..starts.len()).all(|i| !starts[..i].contains(&starts[i])), "the same instants come once");
}

#[test]
fn turns_share_the_burden() {
    let members = office(&["America/Los_Angeles", "Asia/Kolkata"]);
    let mut ask = ask(&members, Every::Week, 16);
    let single = suggest(&ask, &Rates::default(), 1).expect("a plan").remove(0);
    ask.slots = 2;
    let pair = suggest(&ask, &Rates::default(), 1).expect("a plan").remove(0);
    assert_eq!(pair.slots.len(), 2);
    assert_eq!(pair.occurrences.len(), 16);
    assert!((0..16).all(|i| pair.occurrences[i].slot == i % 2), "slots take turns");
    assert!(pair.cost.worst <= single.cost.worst, "{:?} after {:?}", pair.cost, single.cost);
    let burdens: Vec<RateMinutes> = pair.attendees.iter().map(|a| a.burden).collect();
    assert_eq!(burdens.iter().max(), Some(&pair.cost.worst));
    assert_eq!(burdens.iter().copied().sum::<RateMinutes>() * 2, pair.cost.total_twice);
}

#[test]
fn absences_and_moves_are_listed() {
    let mut members = office(&["Europe/Lisbon", "America/New_York"]);
    members[0].leave = vec![Dates::new(date(2027, 2, 1), date(2027, 2, 7)).expect("dates")];
    members[0].busy = vec!["a.ics".into()];
    let calendars = crate::team::busy::sample("a.ics", "20270301T000000Z", "20270301T235900Z");
    members[0].holidays = crate::team::HolidayChoice::Of(crate::world::Region::parse("PT").expect("Portugal"));
    let ask = Ask { calendars: &calendars, ..ask(&members, Every::Week, 52) };
    let best = suggest(&ask, &Rates::default(), 1).expect("a plan").remove(0);
    let absences = &best.attendees[0].absences;
    assert!(absences.iter().any(|a| a.reason == Reason::Busy && a.date == date(2027, 3, 1)));
    assert!(absences.iter().any(|a| a.reason == Reason::Leave && a.date == date(2027, 2, 1)));
    assert!(
        absences.iter().any(|a| a.reason == Reason::Holiday && a.date == date(2027, 11, 1)),
        "All Saints, a Monday"
    );
    let moves: usize = best.attendees.iter().map(|a| a.moves.len()).sum();
    assert_eq!(moves, 4, "the other side moves for a fortnight in March and a week in November, and back");
}

#[test]
fn impossible_asks_are_refused() {
    let members = office(&["Europe/Lisbon", "America/New_York"]);
    let good = || ask(&members, Every::Week, 8);
    let cases: [(&str, Ask, AskError); 5] = [
        ("nobody", Ask { required: vec![], ..good() }, AskError::Nobody),
        ("no time", Ask { length: Minutes(0), ..good() }, AskError::Length(Minutes(0))),
        ("five slots", Ask { slots: 5, ..good() }, AskError::Slots(5)),
        ("twice", Ask { optional: vec![&members[0]], ..good() }, AskError::NamedTwice("Europe/Lisbon".into())),
        ("no week", Ask { weeks: 0, ..good() }, AskError::Horizon { from: date(2027, 1, 4), weeks: 0 }),
    ];
    for (case, ask, error) in cases {
        assert_eq!(suggest(&ask, &Rates::default(), 1).expect_err(case), error);
    }
    let never = Ask { every: Every::Month(Nth::FromStart(4)), weeks: 1, ..good() };
    let expected = AskError::NoOccurrence { from: date(2027, 1, 4), weeks: 1 };
    assert_eq!(suggest(&never, &Rates::default(), 1).expect_err("never"), expected);
}

mod clocks;
mod details;
mod fairness;
mod order;
mod parts;
mod rotations;
mod turns;
