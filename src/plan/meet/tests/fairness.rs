//! What slots have to keep to, and the ledger.

use super::*;
use crate::team::{Attendees, Meeting, MeetingOptions, Team};

fn world() -> Vec<Member> {
    let mut members = office(&["America/New_York", "Europe/London", "Asia/Tokyo"]);
    for member in &mut members {
        member.flexible = Hours::parse("Mo-Fr 07:00-21:00").expect("hours");
    }
    members
}

/// By occurrence in time order and by member, whether it is in comfort, straight from the levels.
fn comfort(ask: &Ask, found: &Suggestion) -> Vec<(usize, Vec<bool>)> {
    let held = found.occurrences.iter();
    let is_easy = |member: &Member, span: Span| {
        let pattern = Availability::pattern(member, span);
        pattern.reachable().minutes() == span.minutes()
    };
    held.map(|o| (o.slot, ask.required.iter().map(|member| is_easy(member, o.span)).collect())).collect()
}

#[test]
fn suggestions_keep_to_the_rules() {
    let members = world();
    let rates = Rates::default();
    let base = |slots| Ask { slots, ..ask(&members, Every::Week, 12) };
    let rules = [
        Rules { max_bad_slots: Some(1), ..Rules::default() },
        Rules { comfort_every: Some(2), ..Rules::default() },
        Rules { comfort_every: Some(3), ..Rules::default() },
        Rules { quorum: Some(2), ..Rules::default() },
        Rules { max_bad_slots: Some(1), quorum: Some(2), comfort_every: Some(6), ..Rules::default() },
    ];
    let mut kept = 0;
    for slots in 1..=3 {
        for rules in &rules {
            let ask = Ask { rules: rules.clone(), ..base(slots) };
            let found = match suggest(&ask, &rates, 3) {
                Ok(found) => found,
                Err(AskError::NoneAllowed { .. }) => continue,
                Err(error) => panic!("{error}"),
            };
            for suggestion in &found {
                kept += 1;
                let comfort = comfort(&ask, suggestion);
                for (member, person) in members.iter().enumerate() {
                    let bad = (0..slots as usize).filter(|&slot| {
                        let own: Vec<bool> =
                            comfort.iter().filter(|(s, _)| *s == slot).map(|(_, c)| c[member]).collect();
                        2 * own.iter().filter(|&&easy| !easy).count() >= own.len()
                    });
                    let most = rules.max_bad_slots.map_or(usize::MAX, usize::from);
                    assert!(bad.count() <= most, "{} in {:?}", person.name, suggestion.slots);
                }
                if let Some(quorum) = rules.quorum {
                    let present = |easy: &[bool]| easy.iter().filter(|&&easy| easy).count();
                    assert!(comfort.iter().all(|(_, easy)| present(easy) >= quorum.into()), "{:?}", suggestion.slots);
                }
                if let Some(row) = rules.comfort_every {
                    for (a, b) in [(0, 1), (0, 2), (1, 2)] {
                        let meets = |w: &[(usize, Vec<bool>)]| w.iter().any(|(_, easy)| easy[a] && easy[b]);
                        assert!(comfort.windows(row.into()).all(meets), "{a} and {b} in {:?}", suggestion.slots);
                    }
                }
            }
        }
    }
    assert!(kept >= 15, "most rules can be kept: {kept} suggestions");
}

/// Every pair is weighed with its rules: none that keeps to them is better than the first.
#[test]
fn the_first_pair_is_the_best_of_those_that_keep_to_the_rules() {
    let members = world();
    let rates = Rates::default();
    // Those who have borne much would leave both slots to the third.
    let carried = vec![RateMinutes(60_000), RateMinutes(60_000), RateMinutes(0)];
    let rules = Rules { max_bad_slots: Some(1), carried: carried.clone(), ..Rules::default() };
    let ask = Ask { slots: 2, rules, ..ask(&members, Every::Weekday, 4) };
    let best = suggest(&ask, &rates, 1).expect("a plan").remove(0).cost;
    let free = Ask { rules: Rules { carried, ..Rules::default() }, ..ask.clone() };
    let unbound = suggest(&free, &rates, 1).expect("a plan").remove(0).cost;
    assert!(unbound < best, "the rules have their price: {unbound:?} {best:?}");
    let table = table::Table::new(&ask, &rates);
    let zones = [Zone::UTC];
    let grid = grid::Grid::new(&ask, &zones);
    let slots: Vec<Slot> = (0..grid.len()).step_by(2).map(|number| grid.slot(number)).collect();
    for &one in &slots {
        for &other in &slots {
            let held = [dates::held(&ask, one, 0), dates::held(&ask, other, 1)];
            if one != other && rules::allow(&ask.rules, &table, &held) {
                let found = detail::detail(&ask, &table, vec![one, other]).cost;
                assert!((best.worst, best.total_twice) <= (found.worst, found.total_twice), "{one:?}, {other:?}");
            }
        }
    }
}

#[test]
fn who_cannot_keep_the_rules_is_told_which_to_relax() {
    let members = world();
    let all = Rules { quorum: Some(3), max_bad_slots: Some(2), ..Rules::default() };
    let refused = |rules: Rules, slots: u8| {
        let ask = Ask { slots, rules, ..ask(&members, Every::Week, 8) };
        suggest(&ask, &Rates::default(), 1).expect_err("never all three in comfort").to_string()
    };
    assert_eq!(refused(all.clone(), 2), "no rotation was found that keeps to the rules; relax quorum");
    assert_eq!(refused(all, 1), "no slot keeps to the rules; relax quorum");
    let more = Rules { quorum: Some(4), ..Rules::default() };
    assert_eq!(refused(more, 1), "a quorum of 4 cannot be reached: 3 are required");
    let both = Rules { quorum: Some(3), comfort_every: Some(1), ..Rules::default() };
    let advice = "; relax several of them, or let more slots take turns";
    assert_eq!(refused(both, 1), format!("no slot keeps to the rules{advice}"));
}

#[test]
fn current_slots_stay_on_a_tie_and_only_then() {
    let members = office(&["Europe/Lisbon", "Europe/London"]);
    let rates = Rates::default();
    let at = |hour: u16| {
        let start = TimeOfDay::from_minutes(hour * 60).expect("a time");
        vec![Slot { weekday: Some(Weekday::Thu), start, anchor: Zone::UTC }]
    };
    let first = |keep: Vec<Slot>| {
        let rules = Rules { keep, ..Rules::default() };
        let ask = Ask { rules, ..ask(&members, Every::Week, 8) };
        let found = suggest(&ask, &rates, 4).expect("a plan");
        assert_eq!(found.len(), 4);
        found[0].slots.clone()
    };
    assert_eq!(first(at(10)), at(10), "within everybody's hours, as the best is");
    assert_ne!(first(at(20)), at(20), "others burden people less");
    assert_ne!(first([at(10), at(11)].concat()), at(10), "a rotation is no single slot");
}

#[test]
fn what_is_carried_is_evened_out() {
    let members = office(&["America/Los_Angeles", "Asia/Tokyo"]);
    let rates = Rates::default();
    let burden = |carried: [f64; 2]| {
        let rules = Rules { carried: carried.map(RateMinutes::from_points).into(), ..Rules::default() };
        let found = suggest(&Ask { rules, slots: 2, ..ask(&members, Every::Week, 26) }, &rates, 1).expect("a plan");
        (found[0].attendees[0].burden, found[0].attendees[1].burden, found[0].cost.worst)
    };
    let (west, east, worst) = burden([0.0, 0.0]);
    assert_eq!(west.max(east), worst);
    let (spared, pays, worst) = burden([500.0, 0.0]);
    assert!(spared < west && pays > east, "who bore more before is spared now: {spared:?} {pays:?}");
    assert!(worst >= RateMinutes::from_points(500.0), "the worst counts what is carried");
}

fn settled_team() -> (Team, Meeting) {
    let mut members = office(&["America/Los_Angeles", "Asia/Tokyo"]);
    members[1].leave = vec![Dates::new(date(2027, 1, 11), date(2027, 1, 17)).expect("dates")];
    let names: Vec<String> = members.iter().map(|member| member.name.clone()).collect();
    let slot = |hour: u16| {
        let start = TimeOfDay::from_minutes(hour * 60).expect("a time");
        Slot { weekday: Some(Weekday::Tue), start, anchor: Zone::named("Asia/Tokyo").expect("a zone") }
    };
    let meeting = Meeting {
        name: "Sync".into(),
        minutes: Minutes(60),
        every: Every::Week,
        attendees: Attendees { required: names, optional: vec![] },
        slots: 2,
        from: Some(date(2027, 1, 4)),
        weeks: 52,
        chosen: vec![slot(18), slot(3)],
        options: MeetingOptions::default(),
    };
    (Team { members, meetings: vec![meeting.clone()], ..Team::default() }, meeting)
}

#[test]
fn the_ledger_books_whole_turns_once() {
    let (team, meeting) = settled_team();
    // Three weeks: 18:00, 03:00 (on leave), 18:00 in Tokyo are 01:00, 10:00 and 01:00 in Los Angeles.
    let once = settle(&team, &meeting, date(2027, 1, 27)).expect("settled");
    let points = |settled: &Settled| settled.meeting.options.carried.values().copied().collect::<Vec<f64>>();
    assert_eq!((once.occurrences, once.meeting.from), (3, Some(date(2027, 1, 25))));
    assert_eq!(points(&once), [20.0, 6.0], "asleep twice; off twice, and on leave in between");
    assert_eq!(once.meeting.chosen, [meeting.chosen[1], meeting.chosen[0]], "the turns go on");
    let twice = settle(&team, &once.meeting, date(2027, 2, 1)).expect("settled");
    let whole = settle(&team, &meeting, date(2027, 2, 1)).expect("settled");
    assert_eq!(twice.meeting, whole.meeting, "in two steps or in one");
    assert_eq!(points(&whole), [20.0, 16.0]);
}

#[test]
fn newcomers_start_at_the_mean() {
    let (mut team, mut meeting) = settled_team();
    let newcomer = member("Europe/Lisbon", "Mo-Su 00:00-24:00");
    meeting.attendees.required.push(newcomer.name.clone());
    team.members.push(newcomer);
    meeting.options.carried =
        [("America/Los_Angeles".to_owned(), 10.0), ("Asia/Tokyo".to_owned(), 5.0)].into_iter().collect();
    let ask = Ask::of(&team, &meeting, date(2027, 1, 4)).expect("an ask");
    assert_eq!(ask.rules.carried, [10.0, 5.0, 7.5].map(RateMinutes::from_points));
    let settled = settle(&team, &meeting, date(2027, 1, 11)).expect("settled").meeting.options.carried;
    assert_eq!(settled.get("Europe/Lisbon"), Some(&7.5), "who works around the clock bears nothing");
    assert_eq!(settled.get("America/Los_Angeles"), Some(&20.0));
}

#[test]
fn turns_of_every_recurrence_go_on_after_settling() {
    let (team, meeting) = settled_team();
    let everies = [
        (Every::Weekday, None),
        (Every::Week, Some(Weekday::Tue)),
        (Every::TwoWeeks, Some(Weekday::Tue)),
        (Every::FourWeeks, Some(Weekday::Tue)),
        (Every::Month(Nth::FromStart(2)), Some(Weekday::Tue)),
        (Every::Month(Nth::Last), Some(Weekday::Tue)),
    ];
    for (every, weekday) in everies {
        let mut meeting = Meeting { every, ..meeting.clone() };
        meeting.chosen.iter_mut().for_each(|slot| slot.weekday = weekday);
        let held = |meeting: &Meeting, weeks: u16| -> Vec<(Instant, Slot)> {
            let ask = Ask::of(&team, &Meeting { weeks, ..meeting.clone() }, date(2027, 1, 4)).expect("an ask");
            let all = meeting.chosen.iter().enumerate();
            let mut held: Vec<_> = all
                .flat_map(|(place, &slot)| dates::held(&ask, slot, place).into_iter().map(move |(_, at)| (at, slot)))
                .collect();
            held.sort_unstable_by_key(|&(at, _)| at);
            held
        };
        let settled = settle(&team, &meeting, date(2027, 4, 14)).expect("settled");
        let whole = held(&meeting, 40);
        let after = held(&settled.meeting, 20);
        assert_eq!(whole[settled.occurrences..][..after.len()], after, "{every:?}");
    }
}

#[test]
fn what_cannot_be_settled() {
    let (team, meeting) = settled_team();
    let until = date(2027, 1, 8);
    let refused = |meeting: Meeting| settle(&team, &meeting, until).expect_err("nothing to settle");
    assert_eq!(refused(Meeting { from: None, ..meeting.clone() }), SettleError::NoBeginning);
    assert_eq!(refused(Meeting { chosen: vec![], ..meeting.clone() }), SettleError::NoSlots);
    assert_eq!(refused(meeting), SettleError::NothingPast { from: date(2027, 1, 4), until });
}
