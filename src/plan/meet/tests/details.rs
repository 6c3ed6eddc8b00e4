//! What a suggestion says of everybody, by table; bounds of a question; current slots.

use super::*;
use crate::team::{Attendees, HolidayChoice, Meeting, MeetingOptions, Team};
use crate::world::Region;

pub(super) fn slot(weekday: Option<Weekday>, time: &str, anchor: &str) -> Slot {
    let start = time.parse::<chrono::NaiveTime>().expect("a time");
    let minutes = chrono::Timelike::num_seconds_from_midnight(&start) / 60;
    let start = TimeOfDay::from_minutes(minutes as u16).expect("a time");
    Slot { weekday, start, anchor: Zone::named(anchor).expect("a zone") }
}

fn weighed(ask: &Ask, slots: &[Slot]) -> Suggestion {
    weigh(ask, &Rates::default(), slots).expect("a plan")
}

#[test]
fn a_slot_an_hour_away_is_another_in_the_circle_of_a_week() {
    let at = |minutes: i64| Instant::from_epoch(0) + Minutes(minutes);
    let week = Minutes::WEEK;
    for (a, b, circle, is_near) in [
        (0, 59, week, true),
        (0, 60, week, false),
        (60, 0, week, false),
        (0, week.0 - 59, week, true),
        (0, week.0 - 60, week, false),
        (0, 1440, week, false),
        (0, 1440 + 30, Minutes::DAY, true),
    ] {
        assert_eq!(alike::near(at(a), at(b), circle), is_near, "{a} and {b}");
    }
}

#[test]
fn rotations_are_alike_where_each_slot_has_a_like_of_its_own() {
    let begins = [0, 30, 45, 300, 330].map(|minutes| Instant::from_epoch(0) + Minutes(minutes));
    let alike = alike::Alike::new(begins.to_vec());
    for (a, b, are_alike) in [
        ([0, 3], [4, 1], true),
        ([0, 3], [1, 2], false),
        // Both are like the one slot, and neither is like the other.
        ([0, 1], [2, 3], false),
        ([0, 1], [2, 0], true),
    ] {
        assert_eq!(alike.rotations(&a, &b), are_alike, "{a:?} and {b:?}");
    }
}

/// By every quarter of an hour, weekday and anchor over a year, also where clocks change at midnight, late in the day, or far from UTC.
#[test]
fn a_place_that_never_comes_breaks_no_rule() {
    let members = office(&["Europe/Lisbon", "Europe/Prague"]);
    let rules = Rules { comfort_every: Some(1), ..Rules::default() };
    let once = Ask { slots: 2, rules, ..ask(&members, Every::Week, 1) };
    assert_eq!(suggest(&once, &Rates::default(), 1).expect("a plan")[0].occurrences.len(), 1);
}

#[test]
fn a_slot_is_bad_from_half_of_its_occurrences_on() {
    for (uneasy, occurrences, bad) in
        [(0, 0, false), (0, 1, false), (1, 1, true), (1, 2, true), (1, 3, false), (2, 4, true), (2, 5, false)]
    {
        assert_eq!(rules::is_bad(uneasy, occurrences), bad, "{uneasy} of {occurrences}");
    }
}

/// One member is in comfort in the first of two occurrences: a slot that is bad for half of the time may stand only if one may be bad.
#[test]
fn half_of_the_occurrences_make_a_slot_bad_for_a_search_too() {
    // By UTC the meeting at 08:00 is at 08:00 in Lisbon in winter and at 09:00 in summer.
    let lisbon = member("Europe/Lisbon", "Mo-Fr 08:00-08:30");
    let members = [lisbon];
    let from = date(2027, 3, 22);
    let ask = |most, weeks| Ask {
        from,
        rules: Rules {
            max_bad_slots: Some(most),
            keep: vec![slot(Some(Weekday::Mon), "08:00", "UTC")],
            ..Rules::default()
        },
        ..ask(&members, Every::Week, weeks)
    };
    let first = |ask: &Ask| suggest(ask, &Rates::default(), 1).expect("a plan").remove(0).slots[0];
    let utc = slot(Some(Weekday::Mon), "08:00", "UTC");
    assert_eq!(first(&ask(0, 1)), utc, "one of one is in comfort");
    assert_ne!(first(&ask(0, 2)), utc, "half of them are bad");
}

#[test]
fn numbers_of_a_question_have_bounds() {
    let members = office(&["Europe/Lisbon", "Europe/Prague"]);
    let good = || ask(&members, Every::Week, 4);
    let rules = |quorum| Rules { quorum: Some(quorum), ..Rules::default() };
    let cases: [(&str, Ask, bool); 10] = [
        ("a minute", Ask { length: Minutes(1), ..good() }, true),
        ("a day", Ask { length: Minutes(1440), ..good() }, true),
        ("more", Ask { length: Minutes(1441), ..good() }, false),
        ("four slots", Ask { slots: 4, ..good() }, true),
        ("no slot", Ask { slots: 0, ..good() }, false),
        ("ten years", Ask { weeks: 520, ..good() }, true),
        ("more", Ask { weeks: 521, ..good() }, false),
        ("all of two", Ask { rules: rules(2), ..good() }, true),
        ("three of two", Ask { rules: rules(3), ..good() }, false),
        ("before the rules", Ask { from: date(1999, 12, 31), ..good() }, false),
    ];
    for (case, ask, is_good) in cases {
        assert_eq!(ask.check().is_ok(), is_good, "{case}");
    }
}

pub(super) fn meeting(members: &[Member]) -> Meeting {
    Meeting {
        name: "Sync".into(),
        minutes: Minutes(60),
        every: Every::Week,
        attendees: Attendees::default(),
        slots: 1,
        from: Some(date(2027, 1, 4)),
        weeks: 8,
        chosen: Vec::new(),
        options: MeetingOptions {
            carried: members.iter().take(1).map(|member| (member.name.clone(), 9.0)).collect(),
            ..MeetingOptions::default()
        },
    }
}

#[test]
fn everybody_who_is_not_optional_is_required_where_nobody_is_named() {
    let members = office(&["Europe/Lisbon", "Europe/Prague", "Asia/Tokyo"]);
    let mut meeting = meeting(&members);
    meeting.attendees.optional = vec!["Europe/Prague".to_owned()];
    let team = Team { members: members.clone(), ..Team::default() };
    let ask = Ask::of(&team, &meeting, date(2027, 2, 1)).expect("an ask");
    let names: Vec<(&str, bool)> = ask.attendees().map(|(member, required)| (member.name.as_str(), required)).collect();
    assert_eq!(names, [("Europe/Lisbon", true), ("Asia/Tokyo", true), ("Europe/Prague", false)]);
    assert_eq!(ask.from, date(2027, 1, 4), "its own first date");
}

#[test]
fn flexible_time_is_outside_the_hours_and_sleep_is_told_apart() {
    let mut ana = member("Europe/Lisbon", "Mo-Fr 09:00-17:00");
    ana.flexible = Hours::parse("Mo-Fr 17:00-19:00").expect("hours");
    let members = [ana, member("Asia/Tokyo", "Mo-Fr 09:00-17:00"), member("America/New_York", "Mo-Fr 09:00-17:00")];
    let mut ask = ask(&members, Every::Week, 16);
    ask.optional = ask.required.split_off(2);
    ask.rules.carried = vec![RateMinutes(30), RateMinutes(600), RateMinutes(7)];
    // Half an hour at 17:00 in Lisbon: at 02:00 in Tokyo, and at 12:00, after 14 March at 13:00, in New York; Europe's
    // clocks change on 28 March.
    let found = weighed(&ask, &[slot(Some(Weekday::Tue), "17:00", "Europe/Lisbon")]);
    let [ana, tokyo, york] = &found.attendees[..] else { panic!("three") };
    assert_eq!((ana.outside, ana.asleep, ana.burden), (16, 0, RateMinutes(16 * 30)));
    assert_eq!((tokyo.outside, tokyo.asleep), (16, 16));
    assert_eq!((york.outside, york.asleep, york.burden), (0, 0, RateMinutes::ZERO));
    let minutes =
        |who: &Attendance| who.times.iter().map(|time| (time.start.minutes(), time.count)).collect::<Vec<_>>();
    assert_eq!(minutes(york), [(12 * 60, 14), (13 * 60, 2)], "the most frequent first");
    // In Tokyo it is an hour earlier in summer: the 02:00 come more often, though later by the clock.
    assert_eq!(minutes(tokyo), [(2 * 60, 12), (60, 4)]);
    assert_eq!(tokyo.outside_times.iter().map(|time| time.1).collect::<Vec<_>>(), [12, 4]);
    let moved: Vec<(NaiveDate, u16)> = york.moves.iter().map(|one| (one.date, one.after.1.minutes())).collect();
    assert_eq!(moved, [(date(2027, 3, 16), 13 * 60), (date(2027, 3, 30), 12 * 60)]);
    assert_eq!(found.cost.moved, 2 + 4, "two for New York, four for Tokyo, none for Lisbon");
    assert_eq!(found.cost.worst, RateMinutes(600) + tokyo.burden, "with what was carried");
    assert_eq!(found.cost.total_twice, (ana.burden + tokyo.burden) * 2);
    assert_eq!(found.cost.total(), (ana.burden + tokyo.burden).points());
}

#[test]
fn weekdays_that_follow_each_other_are_no_move() {
    let members = office(&["Europe/Lisbon"]);
    let found = weighed(&ask(&members, Every::Weekday, 4), &[slot(None, "10:00", "UTC")]);
    assert!(found.attendees[0].moves.is_empty());
    assert_eq!(found.occurrences.len(), 20);
    assert!(found.occurrences.is_sorted_by_key(|one| one.span));
}

#[test]
fn turns_stand_in_the_order_of_time() {
    let members = office(&["Europe/Lisbon"]);
    let ask = Ask { slots: 2, ..ask(&members, Every::Week, 4) };
    let slots = [slot(Some(Weekday::Mon), "10:00", "UTC"), slot(Some(Weekday::Tue), "10:00", "UTC")];
    let turns: Vec<usize> = weighed(&ask, &slots).occurrences.iter().map(|one| one.slot).collect();
    assert_eq!(turns, [0, 1, 0, 1]);
    assert_eq!(slot_dates(&ask, &slots, 1), [date(2027, 1, 12), date(2027, 1, 26)]);
    assert_eq!(slot_dates(&ask, &slots, 2), []);
}

#[test]
fn leave_goes_before_a_holiday_and_a_day_ends_with_its_last_minute() {
    let dates = |day: u32| vec![Dates::new(date(2027, 1, day), date(2027, 1, day)).expect("dates")];
    let mut ana = member("Europe/Lisbon", "Mo-Fr 09:00-17:00");
    ana.holidays = HolidayChoice::Of(Region::parse("US").expect("a region"));
    // Martin Luther King Day is 18 January 2027.
    ana.leave = dates(18);
    let members = [ana];
    let ask = ask(&members, Every::Week, 4);
    let absences = |ask: &Ask, slot: Slot| {
        weighed(ask, &[slot]).attendees[0]
            .absences
            .iter()
            .map(|one| (one.occurrence, one.date, one.reason))
            .collect::<Vec<_>>()
    };
    let monday = slot(Some(Weekday::Mon), "10:00", "Europe/Lisbon");
    assert_eq!(absences(&ask, monday), [(2, date(2027, 1, 18), Reason::Leave)]);
    let late = slot(Some(Weekday::Sun), "23:30", "Europe/Lisbon");
    assert_eq!(absences(&ask, late), [], "it ends when Monday begins");
    let over = Ask { length: Minutes(45), ..ask };
    assert_eq!(absences(&over, late), [(1, date(2027, 1, 18), Reason::Leave)], "a quarter of an hour lies in Monday");
}

#[test]
fn busy_time_of_the_last_occurrence_counts() {
    let mut ana = member("Europe/Lisbon", "Mo-Fr 09:00-17:00");
    ana.holidays = HolidayChoice::None;
    ana.busy = vec!["a.ics".into()];
    let calendars = crate::team::busy::sample("a.ics", "20270125T103000Z", "20270125T104500Z");
    let members = [ana];
    let ask = Ask { calendars: &calendars, length: Minutes(60), ..ask(&members, Every::Week, 4) };
    let found = weighed(&ask, &[slot(Some(Weekday::Mon), "10:00", "UTC")]);
    let absences: Vec<(usize, Reason)> =
        found.attendees[0].absences.iter().map(|one| (one.occurrence, one.reason)).collect();
    assert_eq!(absences, [(3, Reason::Busy)]);
}

#[test]
fn current_slots_come_first_only_where_they_can_be() {
    let members = office(&["Europe/Lisbon", "Europe/London"]);
    let found = |keep: &[Slot], rules: Rules| {
        let rules = Rules { keep: keep.to_vec(), ..rules };
        suggest(&Ask { rules, ..ask(&members, Every::Week, 8) }, &Rates::default(), 3).expect("a plan")
    };
    let free = Rules::default();
    let best = found(&[], free.clone());
    assert_eq!(best.len(), 3);
    let thursday = slot(Some(Weekday::Thu), "10:00", "Europe/London");
    let kept = found(&[thursday], free.clone());
    assert_eq!((kept.len(), kept[0].slots[0], &kept[1].slots), (3, thursday, &best[0].slots), "before all others");
    // The best by another name of its clock: it stays, and is not suggested twice.
    let same = Slot { anchor: Zone::named("Europe/London").expect("a zone"), ..best[0].slots[0] };
    let kept = found(&[same], free.clone());
    assert_eq!((kept[0].slots[0], &kept[1].slots), (same, &best[1].slots));
    let off_the_grid = slot(Some(Weekday::Thu), "10:05", "Europe/London");
    assert_eq!(found(&[off_the_grid], free.clone())[0].slots, best[0].slots);
    assert_eq!(found(&[slot(None, "10:00", "UTC")], free.clone())[0].slots, best[0].slots, "no weekday");
    assert_eq!(found(&[thursday, thursday], free)[0].slots, best[0].slots, "two slots");
}

#[test]
fn current_slots_that_break_the_rules_do_not_stay() {
    let mut members = office(&["Europe/Lisbon", "Europe/Prague"]);
    // Nothing costs anybody anything, so that only the rules are against the current slot.
    let rates = Rates { flexible: 0, asleep: 0, off: 0 };
    members[0].hours = Hours::parse("Mo-We 09:00-17:00").expect("hours");
    let thursday = slot(Some(Weekday::Thu), "10:00", "UTC");
    let first = |quorum| {
        let rules = Rules { keep: vec![thursday], quorum: Some(quorum), ..Rules::default() };
        suggest(&Ask { rules, ..ask(&members, Every::Week, 8) }, &rates, 1).expect("a plan").remove(0).slots[0]
    };
    assert_eq!(first(1), thursday);
    assert_ne!(first(2), thursday, "Lisbon does not work on Thursdays");
}
