//! What a suggestion means for people: who has which time, how often outside their hours; without points.

use std::cmp::Reverse;

use crate::plan::meet::{Attendance, LocalTime, Suggestion};
use crate::team::Slot;
use crate::words::amount::count;
use crate::words::clock::{self, Clock, spelled};

/// So many are named before the others are only counted.
const NAMED: usize = 3;

/// Slots as one says them; what stays the same is said once: `Mondays 15:00 Lisbon time, then Tuesdays 08:00 Bangkok time`, `Mondays,
/// then Tuesdays 08:00 UTC`.
pub fn slots(slots: &[Slot], clock: Clock) -> String {
    let day = |slot: &Slot| slot.weekday.map_or_else(|| "Weekdays".to_owned(), clock::every);
    let said = slots.iter().enumerate().map(|(at, slot)| {
        let (before, next) = (at.checked_sub(1).map(|at| slots[at]), slots.get(at + 1));
        let is_new_day = before.is_none_or(|before| before.weekday != slot.weekday);
        let same_zone = next.is_some_and(|next| next.anchor == slot.anchor);
        let same_time = same_zone && next.is_some_and(|next| next.start == slot.start && next.weekday != slot.weekday);
        let parts = [
            is_new_day.then(|| day(slot)),
            (!same_time).then(|| clock.of_day(slot.start)),
            (!same_zone).then(|| clock::zone(slot.anchor)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    said.collect::<Vec<_>>().join(", then ")
}

/// Who pays for a suggestion in the whole time, in one sentence: `Mondays 13:00 Lisbon time is outside the hours of one of three: Cai
/// has 21:00 or 22:00 every time.`
pub fn answer(suggestion: &Suggestion, style: Clock) -> String {
    let (when, all) = (slots(&suggestion.slots, style), suggestion.occurrences.len());
    let is = if suggestion.slots.len() == 1 { "is" } else { "are" };
    let payers = payers(suggestion);
    let often = if all == 1 { "the one time".to_owned() } else { format!("all {all} times") };
    let (paying, coming) = (payers.iter().map(Vec::len).sum::<usize>(), suggestion.attendees.len());
    if paying == 0 {
        return format!("{when} {is} within everybody's hours, {often}.");
    }
    let whose = match (paying, coming) {
        (1, 1) => format!("{}'s hours", suggestion.name(payers[0][0].member)),
        (paying, coming) if paying == coming => "everybody's hours".to_owned(),
        _ => format!("the hours of {} of {}", spelled(paying), spelled(coming)),
    };
    let shown = if payers.len() == NAMED + 1 { NAMED + 1 } else { NAMED };
    let mut said: Vec<String> = payers.iter().take(shown).map(|alike| has(suggestion, alike, style)).collect();
    let rest: usize = payers.iter().skip(shown).map(Vec::len).sum();
    if rest > 0 {
        said.push(format!("{} others pay less", spelled(rest)));
    }
    format!("{when} {is} outside {whose}: {}.", said.join("; "))
}

/// Those who pay, who pays most first; those who see the same together.
fn payers(suggestion: &Suggestion) -> Vec<Vec<&Attendance>> {
    let mut payers: Vec<&Attendance> = suggestion.attendees.iter().filter(|who| who.outside > 0).collect();
    payers.sort_by_key(|who| Reverse((who.burden, who.outside)));
    let mut groups: Vec<Vec<&Attendance>> = Vec::new();
    for who in payers {
        let is_alike = |other: &&Attendance| {
            (other.outside, other.asleep, &other.outside_times) == (who.outside, who.asleep, &who.outside_times)
        };
        match groups.iter_mut().find(|group| group.first().is_some_and(is_alike)) {
            Some(group) => group.push(who),
            None => groups.push(vec![who]),
        }
    }
    groups
}

/// When some who see the same are outside their hours, and how often: `Cai has 21:00 or 22:00 every time, 12 of them at night`.
fn has(suggestion: &Suggestion, alike: &[&Attendance], style: Clock) -> String {
    let who = alike[0];
    let names: Vec<&str> = alike.iter().map(|who| suggestion.name(who.member)).collect();
    let (names, have) = match names.as_slice() {
        [one] => ((*one).to_owned(), "has"),
        few if few.len() <= NAMED => (clock::list(few), "have"),
        many => (format!("{} people", spelled(many.len())), "have"),
    };
    let times: Vec<String> = who.outside_times.iter().map(|(start, _)| style.of_day(*start)).collect();
    let all = suggestion.occurrences.len();
    let often = match who.outside {
        outside if outside == all && all > 1 => " every time".to_owned(),
        outside if outside == all => String::new(),
        outside => format!(" in {outside} of {all}"),
    };
    let night = match who.asleep {
        0 => String::new(),
        asleep if asleep == who.outside && asleep > 1 => ", always at night".to_owned(),
        asleep if asleep == who.outside => ", at night".to_owned(),
        asleep => format!(", {asleep} of them at night"),
    };
    format!("{names} {have} {}{often}{night}", either(&times))
}

/// Some of which one holds at a time: `21:00`, `21:00 or 22:00`; of many the first.
fn either(times: &[String]) -> String {
    match times {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] if first.len() <= NAMED => format!("{} or {last}", first.join(", ")),
        many => format!("{} or others", many[..NAMED].join(", ")),
    }
}

/// What another suggestion changes for people against the best: `Spares Ploy 26 times outside their hours; costs Lucía 52.`
pub fn differs(best: &Suggestion, other: &Suggestion) -> String {
    let change = |who: &Attendance| {
        let before = best.attendees.iter().find(|before| before.member == who.member)?;
        let by = who.outside as i64 - before.outside as i64;
        (by != 0).then_some((by, other.name(who.member)))
    };
    let changes: Vec<(i64, &str)> = other.attendees.iter().filter_map(change).collect();
    let of = |sign: i64, unit: &str| -> Option<String> {
        let mut some: Vec<(usize, &str)> = changes
            .iter()
            .filter(|(by, _)| by.signum() == sign)
            .map(|(by, name)| (by.unsigned_abs() as usize, *name))
            .collect();
        some.sort_by_key(|(by, _)| Reverse(*by));
        let mut said: Vec<String> = Vec::new();
        for same in some.chunk_by(|a, b| a.0 == b.0).take(NAMED) {
            let names: Vec<&str> = same.iter().map(|(_, name)| *name).collect();
            let names = if names.len() <= NAMED { clock::list(&names) } else { format!("{} people", names.len()) };
            let unit = if said.is_empty() { unit } else { "" };
            said.push(format!("{names} {}{unit}", same[0].0));
        }
        (!said.is_empty()).then(|| said.join(", "))
    };
    let (spares, costs) = (of(-1, " times outside their hours"), of(1, " times outside their hours"));
    match (spares, costs) {
        (Some(spares), Some(_)) => format!("Spares {spares}; costs {}.", of(1, "").unwrap_or_default()),
        (Some(spares), None) if is_harder(best, other) => format!("Spares {spares}, but others have worse times."),
        (Some(spares), None) => format!("Spares {spares}."),
        (None, Some(costs)) => format!("Costs {costs} more."),
        (None, None) if is_harder(best, other) => {
            "As often outside everybody's hours as the first, but at worse times.".to_owned()
        }
        (None, None) if other.cost.moved > best.cost.moved => {
            let more = count(other.cost.moved - best.cost.moved, "more local start");
            format!("Costs nobody more, but clock changes move {more}.")
        }
        (None, None) => "Costs nobody more, but is further from the middle of the day that all share.".to_owned(),
    }
}

fn is_harder(best: &Suggestion, other: &Suggestion) -> bool {
    (other.cost.worst, other.cost.total_twice) > (best.cost.worst, best.cost.total_twice)
}

/// What somebody's clock shows: `15:00`, `15:00 or 16:00`; of slots that differ for them the most frequent
/// of each, `15:00 / 08:00`.
pub fn usual(who: &Attendance, style: Clock) -> String {
    let slot = |times: &[LocalTime]| -> Vec<String> { times.iter().map(|time| style.of_day(time.start)).collect() };
    let mut slots: Vec<Vec<String>> = who.times.chunk_by(|a, b| a.slot == b.slot).map(slot).collect();
    slots.dedup();
    match slots.as_slice() {
        [one] => either(one),
        all => all.iter().filter_map(|times| times.first()).cloned().collect::<Vec<_>>().join(" / "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::meet::{Ask, Rules, suggest};
    use crate::team::{Every, Member, Place, Policy};
    use crate::time::{Hours, Minutes, Zone};

    fn found(zones: &[&str], slots: u8) -> Vec<Suggestion> {
        let member = |name: &&str| {
            let zone = Zone::named(name).expect("a zone");
            Member::new(
                Place::zone(zone).short_name(),
                Place::zone(zone),
                Hours::parse("Mo-Fr 09:00-17:00").expect("hours"),
            )
        };
        let members: Vec<Member> = zones.iter().map(member).collect();
        let ask = Ask {
            required: members.iter().collect(),
            optional: vec![],
            calendars: crate::team::Calendars::unread(),
            length: Minutes(30),
            every: Every::Week,
            slots,
            from: "2027-01-04".parse().expect("a date"),
            weeks: 52,
            rules: Rules::default(),
        };
        suggest(&ask, &Policy::default().rates, 6).expect("suggestions")
    }

    #[test]
    fn who_shares_hours_pays_nothing() {
        let said = answer(&found(&["Europe/Lisbon", "Europe/London"], 1)[0], Clock::default());
        assert_eq!(said, "Mondays 12:45 Lisbon time is within everybody's hours, all 52 times.");
    }

    #[test]
    fn who_pays_is_named_with_the_times_and_without_points() {
        for (zones, slots) in
            [(&["Asia/Tokyo", "America/New_York", "Europe/Lisbon"][..], 1), (&["Asia/Tokyo", "America/New_York"], 2)]
        {
            let best = &found(zones, slots)[0];
            let said = answer(best, Clock::default());
            for who in best.attendees.iter().filter(|who| who.outside > 0) {
                let name = best.name(who.member);
                assert!(said.contains(&format!("{name} has ")), "{name}: {said}");
                let often =
                    if who.outside == 52 { " every time".to_owned() } else { format!(" in {} of 52", who.outside) };
                assert!(said.contains(&often), "{often}: {said}");
            }
            assert!(!said.contains("point") && !said.contains("other"), "{said}");
        }
    }

    #[test]
    fn those_alike_are_named_together_and_many_are_counted() {
        let zones = ["Asia/Tokyo", "Asia/Seoul", "America/New_York", "America/Toronto"];
        let said = answer(&found(&zones, 1)[0], Clock::default());
        assert!(said.contains("Tokyo and Seoul have ") || said.contains("New York and Toronto have "), "{said}");
        let mut many = zones.to_vec();
        many.extend(["America/Detroit", "America/Montreal", "Asia/Pyongyang", "Asia/Jayapura"]);
        let said = answer(&found(&many, 1)[0], Clock::default());
        assert!(said.contains(" people have "), "{said}");
    }

    #[test]
    fn another_suggestion_is_told_by_what_it_changes() {
        let all = found(&["Asia/Tokyo", "America/New_York", "Europe/Lisbon"], 1);
        for other in &all[1..] {
            let said = differs(&all[0], other);
            for (before, now) in all[0].attendees.iter().zip(&other.attendees).filter(|(a, b)| a.outside != b.outside) {
                assert!(said.contains(other.name(now.member)), "{} to {}: {said}", before.outside, now.outside);
            }
            assert!(!said.contains("point"), "{said}");
        }
    }

    #[test]
    fn a_day_is_said_once_and_every_time_of_a_slot() {
        let best = &found(&["Asia/Tokyo", "America/New_York"], 2)[0];
        assert!(slots(&best.slots, Clock::default()).contains(", then "));
        let mut twice = best.slots.clone();
        twice[1] = Slot { weekday: twice[0].weekday, ..twice[1] };
        assert_eq!(slots(&twice, Clock::default()).matches("days ").count(), 1);
        twice[1] = Slot { weekday: twice[0].weekday.map(|day| day.succ()), ..twice[0] };
        let zone = clock::zone(twice[0].anchor);
        assert_eq!(slots(&twice, Clock::default()).matches(&zone).count(), 1);
        let who = &best.attendees[0];
        assert!(usual(who, Clock::default()).starts_with(&Clock::default().of_day(who.times[0].start)));
    }
}
