//! A settled meeting as text for an invitation, with everybody's local times.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::amount::duration;
use super::clock::{Clock, date as dated};
use super::{meet, presence};
use crate::plan::meet::{Ask, slot_dates};
use crate::team::{Every, Member, Nth, Slot};
use crate::time::hours::day_name;

/// The lines of an invitation: what, how often, and for everybody what their clock shows through the horizon.
pub fn lines(name: &str, ask: &Ask, slots: &[Slot], clock: Clock) -> Vec<String> {
    let how = format!("{name}: {}, {}", every(ask.every), duration(ask.length));
    let said: Vec<String> = slots.iter().map(|slot| meet::slot(slot, clock)).collect();
    let turns = if slots.len() > 1 { " in turn" } else { "" };
    let mut lines = vec![how, format!("{}{turns}", said.join(", then ")), String::new()];
    for (member, is_required) in ask.attendees() {
        let optional = if is_required { "" } else { " (optional)" };
        let times: Vec<String> = (0..slots.len()).map(|place| times(ask, (slots, place), member, clock)).collect();
        lines.push(format!("{}{optional}: {}", member.name, times.join("; then ")));
    }
    lines
}

/// How often a meeting is held: `every week`, `once a month, the second such weekday`.
pub fn every(every: Every) -> String {
    match every {
        Every::Weekday => "every weekday".to_owned(),
        Every::Week => "every week".to_owned(),
        Every::TwoWeeks => "every two weeks".to_owned(),
        Every::FourWeeks => "every four weeks".to_owned(),
        Every::Month(Nth::Last) => "once a month, the last such weekday".to_owned(),
        Every::Month(Nth::FromStart(n)) => {
            let nth = ["first", "second", "third", "fourth"].get(usize::from(n).saturating_sub(1)).unwrap_or(&"first");
            format!("once a month, the {nth} such weekday")
        }
    }
}

/// What a member's clock shows at the times of a slot: `Tu 10:00 in New York, from 15 March 11:00, from 29 March 10:00`.
fn times(ask: &Ask, (slots, place): (&[Slot], usize), member: &Member, clock: Clock) -> String {
    let slot = slots[place];
    let dates = slot_dates(ask, slots, place);
    let year = dates.first().map_or(0, NaiveDate::year);
    let mut said = String::new();
    let mut last: Option<(NaiveDateTime, String)> = None;
    for date in dates {
        let at = slot.anchor.instant_at(date, slot.start.minutes());
        let (local, place) = presence::seen_at(member, at);
        let day = if slot.weekday.is_some() { format!("{} ", day_name(local.weekday())) } else { String::new() };
        match &last {
            None => said = format!("{day}{} in {place}", clock.time(local)),
            Some((before, there)) => {
                let same_day = slot.weekday.is_none() || before.weekday() == local.weekday();
                if before.time() != local.time() || !same_day || *there != place {
                    let day = if same_day { "" } else { &day };
                    let moved = if *there == place { String::new() } else { format!(" in {place}") };
                    said = format!("{said}, from {} {day}{}{moved}", dated(local.date(), year), clock.time(local));
                }
            }
        }
        last = Some((local, place));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team;
    use crate::time::{Minutes, TimeOfDay, Zone};

    #[test]
    fn an_invitation_has_everybodys_times() {
        let text = r#"Team(version: 1, name: "T", members: [
            (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00",
             stays: [(city: "Bangkok", from: "2027-05-10", to: "2027-05-23")]),
            (name: "Bo", city: "New York", hours: "Mo-Fr 09:00-17:00"),
        ])"#;
        let team = team::read("t.ron", text.as_bytes()).expect("a team").0;
        let ask = Ask {
            required: vec![&team.members[0]],
            optional: vec![&team.members[1]],
            calendars: crate::team::Calendars::unread(),
            length: Minutes(30),
            every: Every::Week,
            slots: 1,
            from: "2027-03-01".parse().expect("a date"),
            weeks: 26,
            rules: crate::plan::meet::Rules::default(),
        };
        let start = TimeOfDay::from_minutes(15 * 60).expect("a time");
        let anchor = Zone::named("Europe/Lisbon").expect("a zone");
        let slot = Slot { weekday: Some(chrono::Weekday::Tue), start, anchor };
        assert_eq!(
            lines("Sync", &ask, &[slot], Clock::Hours24),
            [
                "Sync: every week, 30 min",
                "Tu 15:00 Lisbon time",
                "",
                "Ana: Tu 15:00 in Lisbon, from 11 May 21:00 in Bangkok, from 25 May 15:00 in Lisbon",
                "Bo (optional): Tu 10:00 in New York City, from 16 March 11:00, from 30 March 10:00",
            ]
        );
    }
}
