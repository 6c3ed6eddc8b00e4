//! Whether somebody is there, and why not.

use chrono::NaiveDateTime;

use super::clock::Clock;
use crate::availability::{Availability, Level, whereabouts};
use crate::team::busy::short_name;
use crate::team::{Calendars, Member};
use crate::time::{Instant, Minutes, Span, Zone};

/// Where a member's clock is at an instant: what it shows, and the place. `23:30 in Bangkok`.
pub fn clock_at(member: &Member, at: Instant, style: Clock) -> String {
    let (local, place) = seen_at(member, at);
    format!("{} in {place}", style.time(local))
}

/// What clock and calendar of a member show at an instant, and where they are.
pub fn seen_at(member: &Member, at: Instant) -> (NaiveDateTime, String) {
    let zone = zone_at(member, at);
    let local = zone.local(at);
    let place = member.place_on(local.date());
    let place = if place.zone == zone { place } else { crate::team::Place::zone(zone) };
    (local, place.short_name())
}

/// The zone by which a member lives at an instant.
pub fn zone_at(member: &Member, at: Instant) -> Zone {
    whereabouts(member, Span { start: at, end: at + Minutes(1) }).first().map_or(member.home.zone, |&(_, zone)| zone)
}

/// Why a member has the level that they have at an instant, without a full stop: `on leave`, `busy in the calendar ana.ics`,
/// `holiday: Good Friday`, `asleep`.
pub fn reason(member: &Member, calendars: &Calendars, availability: &Availability, at: Instant) -> String {
    let Some(level) = availability.level_at(at) else { return "not looked at".to_owned() };
    let date = zone_at(member, at).local(at).date();
    let holiday = member.holiday_region().and_then(|region| region.holiday(date));
    let has_hours = !member.hours.starting_on(chrono::Datelike::weekday(&date)).is_empty();
    match (level, holiday) {
        (Level::Away, _) if member.is_on_leave(date) => "on leave".to_owned(),
        (Level::Away, _) => busy(member, calendars, at),
        (Level::Preferred, _) => "at work".to_owned(),
        (Level::Flexible, _) => "flexible".to_owned(),
        (_, Some(holiday)) if has_hours => format!("holiday: {}", holiday.name),
        (Level::Asleep, _) => "asleep".to_owned(),
        (Level::Off, _) if !has_hours => "day off".to_owned(),
        (Level::Off, _) => "off".to_owned(),
    }
}

/// In which calendars somebody is busy at an instant: `busy in the calendar ana.ics`.
fn busy(member: &Member, calendars: &Calendars, at: Instant) -> String {
    let paths = calendars.busy_in(member, Span { start: at, end: at + Minutes(1) });
    let names: Vec<String> = paths.map(|path| short_name(path).to_owned()).collect();
    match names.len() {
        0 => "away".to_owned(),
        1 => format!("busy in the calendar {}", names[0]),
        _ => format!("busy in the calendars {}", super::clock::list(&names)),
    }
}

/// Who is there at an instant, and why each of the others is not: two lists, such as `Ana Ribeiro (15:00 in Lisbon)` and
/// `Ploy Suwan (asleep, 22:00 in Bangkok)`.
pub fn lists(
    people: &[(&Member, &Availability)],
    calendars: &Calendars,
    at: Instant,
    flexible: bool,
    style: Clock,
) -> (Vec<String>, Vec<String>) {
    let mut there = Vec::new();
    let mut others = Vec::new();
    for (member, availability) in people {
        let counts = match availability.level_at(at) {
            Some(Level::Preferred) => true,
            Some(Level::Flexible) => flexible,
            _ => false,
        };
        let clock = clock_at(member, at, style);
        if counts {
            there.push(format!("{} ({clock})", member.name));
        } else {
            others.push(format!("{} ({}, {clock})", member.name, reason(member, calendars, availability, at)));
        }
    }
    (there, others)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team;

    #[test]
    fn everybody_is_there_or_has_a_reason() {
        let text = r#"Team(version: 1, name: "T", members: [
            (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00", flexible: "Mo-Fr 09:00-19:00",
             leave: [(from: "2027-04-08", to: "2027-04-08")],
             stays: [(city: "Bangkok", from: "2027-06-01", to: "2027-06-30")]),
        ])"#;
        let team = team::read("t.ron", text.as_bytes()).expect("a team").0;
        let ana = &team.members[0];
        let start = Instant::midnight("2027-03-01".parse().expect("a date"));
        let availability = Availability::full(ana, &team.calendars, Span { start, end: start + Minutes(120 * 1440) });
        let at = |text: &str| Instant::from_utc(text.parse().expect("a time"));
        let cases = [
            ("2027-04-07T10:00:00", "at work", "11:00 in Lisbon"),
            ("2027-04-07T17:00:00", "flexible", "18:00 in Lisbon"),
            ("2027-04-07T19:00:00", "off", "20:00 in Lisbon"),
            ("2027-04-07T02:00:00", "asleep", "03:00 in Lisbon"),
            ("2027-04-08T10:00:00", "on leave", "11:00 in Lisbon"),
            ("2027-03-26T10:00:00", "holiday: Good Friday", "10:00 in Lisbon"),
            ("2027-04-10T10:00:00", "day off", "11:00 in Lisbon"),
            ("2027-06-15T03:00:00", "at work", "10:00 in Bangkok"),
        ];
        for (time, expected, clock) in cases {
            assert_eq!(reason(ana, &team.calendars, &availability, at(time)), expected, "{time}");
            assert_eq!(clock_at(ana, at(time), Clock::Hours24), clock, "{time}");
        }
        let mut busy = ana.clone();
        busy.busy = vec!["calendars/ana.ics".into()];
        let calendars = crate::team::busy::sample("calendars/ana.ics", "20270407T100000Z", "20270407T110000Z");
        let availability = Availability::full(&busy, &calendars, availability.over());
        assert_eq!(reason(&busy, &calendars, &availability, at("2027-04-07T10:00:00")), "busy in the calendar ana.ics");
        let (there, others) =
            lists(&[(ana, &availability)], &team.calendars, at("2027-04-07T17:00:00"), false, Clock::Hours24);
        assert!(there.is_empty());
        assert_eq!(others, ["Ana (flexible, 18:00 in Lisbon)"]);
    }
}
