//! What the choice of an anchor means, in one sentence.

use super::told::told;
use super::year::times;
use crate::availability::RateMinutes;
use crate::plan::meet::{AnchorChoice, Attendance, Suggestion};
use crate::team::Place;
use crate::time::Zone;
use crate::words::amount::count;
use crate::words::clock::{self, Clock};

/// What an anchor means: `Anchor to Sydney: Cleo always has 08:00; Bo pays most, outside their hours in 31 of 52 meetings: at
/// 23:00 26 times, at 22:00 5 times.`
pub fn anchor_sentence(choice: &AnchorChoice, style: Clock) -> String {
    let name = if choice.anchor == Zone::UTC { "UTC".to_owned() } else { Place::zone(choice.anchor).short_name() };
    let suggestion = &choice.suggestion;
    format!("Anchor to {name}: {}; {}.", who_keeps_time(suggestion, style), who_pays(suggestion, style))
}

/// What everybody sees under an anchor, a line each: `Cleo: Tu 08:00, from 30 March 09:00; 21 differ; outside their hours in 0 of 52
/// meetings`.
pub fn anchor_times(choice: &AnchorChoice, style: Clock) -> Vec<String> {
    let suggestion = &choice.suggestion;
    let all = count(suggestion.occurrences.len(), "meeting");
    let line = |(who, name): (&Attendance, String)| {
        let slots = 0..suggestion.slots.len();
        let times: Vec<String> = slots.map(|slot| times(suggestion, who, slot, style)).collect();
        // The first of each slot's times is the most frequent.
        let usual: usize = who.times.chunk_by(|a, b| a.slot == b.slot).map(|times| times[0].count).sum();
        let moved = match suggestion.occurrences.len() - usual {
            0 => String::new(),
            differ => format!("; {differ} differ"),
        };
        format!("{}: {}{moved}; outside their hours in {} of {all}", name, times.join("; "), who.outside)
    };
    told(suggestion).into_iter().map(line).collect()
}

/// Whose local times never change.
fn who_keeps_time(suggestion: &Suggestion, style: Clock) -> String {
    let attendees = &suggestion.attendees;
    let name = |who: &Attendance| suggestion.name(who.member);
    let steady: Vec<&Attendance> = attendees.iter().filter(|who| who.moves.is_empty()).collect();
    match steady.as_slice() {
        [] => "clock changes move it for everybody".to_owned(),
        [who] => format!("{} always has {}", name(who), starts(who, style)),
        all if all.len() == attendees.len() => "clock changes move it for nobody".to_owned(),
        [first, second] => format!("{} and {} keep their times all year", name(first), name(second)),
        [first, rest @ ..] => format!("{} and {} keep their times all year", name(first), count(rest.len(), "other")),
    }
}

fn starts(who: &Attendance, style: Clock) -> String {
    let mut starts: Vec<String> = who.times.iter().map(|time| style.of_day(time.start)).collect();
    starts.dedup();
    clock::list(&starts)
}

fn who_pays(suggestion: &Suggestion, style: Clock) -> String {
    let (attendees, all) = (&suggestion.attendees, suggestion.occurrences.len());
    // Of equal burdens the first.
    let payers = attendees.iter().filter(|who| who.burden > RateMinutes::ZERO);
    let Some(most) = payers.reduce(|most, who| if who.burden > most.burden { who } else { most }) else {
        return "everybody is within their hours".to_owned();
    };
    let times = most.outside_times.iter().map(|(start, often)| match often {
        1 => format!("at {} once", style.of_day(*start)),
        often => format!("at {} {often} times", style.of_day(*start)),
    });
    let times = times.collect::<Vec<_>>().join(", ");
    let meetings = count(all, "meeting");
    format!(
        "{} pays most, outside their hours in {} of {meetings}: {times}",
        suggestion.name(most.member),
        most.outside
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::meet::{Ask, Rules, anchors};
    use crate::team::{Every, Member, Policy, Slot};
    use crate::time::{Hours, Minutes, TimeOfDay};

    /// Weekly on Tuesday, New York 16:00 at the beginning of 2027, kept to each clock.
    #[test]
    fn each_anchor_says_whom_it_spares_and_who_pays() {
        let zones = ["America/New_York", "Europe/London", "Australia/Sydney"];
        let zone = |name: &str| Zone::named(name).expect("a zone");
        let hours = || Hours::parse("Mo-Fr 07:00-22:00").expect("hours");
        let member = |name: &&str| Member::new(Place::zone(zone(name)).short_name(), Place::zone(zone(name)), hours());
        let members: Vec<Member> = zones.iter().map(member).collect();
        let ask = Ask {
            required: members.iter().collect(),
            optional: vec![],
            calendars: crate::team::Calendars::unread(),
            length: Minutes(30),
            every: Every::Week,
            slots: 1,
            from: "2027-01-01".parse().expect("a date"),
            weeks: 52,
            rules: Rules::default(),
        };
        let start = TimeOfDay::from_minutes(16 * 60).expect("a time");
        let slot = Slot { weekday: Some(chrono::Weekday::Tue), start, anchor: zone(zones[0]) };
        let found = anchors(&ask, &Policy::default().rates, &[slot]).expect("anchors");
        let said = |name: &str| {
            let choice = found.same.iter().find(|choice| choice.anchor == zone(name)).expect("an anchor");
            anchor_sentence(choice, Clock::Hours24)
        };
        let london_pays = "London pays most, outside their hours in 31 of 52 meetings";
        let cases = [
            (zones[0], "Anchor to New York: New York always has 16:00; Sydney pays most, outside their hours in 26 of 52 meetings: at 06:00 26 times.".to_owned()),
            (zones[2], format!("Anchor to Sydney: Sydney always has 08:00; {london_pays}: at 23:00 26 times, at 22:00 5 times.")),
            ("UTC", format!("Anchor to UTC: clock changes move it for everybody; {london_pays}: at 22:00 31 times.")),
        ];
        for (anchor, expected) in cases {
            assert_eq!(said(anchor), expected);
        }
        let utc = found.same.iter().find(|choice| choice.anchor == Zone::UTC).expect("UTC");
        assert_eq!(
            anchor_times(utc, Clock::Hours24)[1],
            "London: Tu 21:00, from 30 March 22:00, from 2 November 21:00; 21 differ; outside their hours in 31 of 52 meetings"
        );
        assert_eq!(found.best.len(), 4);
        for own in &found.same {
            let best = found.best.iter().find(|best| best.anchor == own.anchor).expect("the best of each anchor");
            assert!(best.suggestion.cost <= own.suggestion.cost, "{}", own.anchor.name());
        }
    }
}
