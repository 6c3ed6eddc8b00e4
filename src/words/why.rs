//! How a cell came about: the rule of the zone, the offset and its next change, and what gave the level.

use chrono::{Datelike, NaiveDate};

use super::clock::{self, Clock};
use super::presence::{reason, seen_at, zone_at};
use crate::availability::{Availability, Level};
use crate::team::{Calendars, Member};
use crate::time::{Dates, Hours, Instant, Minutes, Span, Zone};

/// How far the last change of a clock is looked for: clocks that change at all have done so within two years.
const BACK: Minutes = Minutes(2 * 366 * 1440);

/// How it came about that a member has the level that they have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// Who.
    pub name: String,
    /// What they do, and their clock: `at work, Mon 15:00 in Lisbon`.
    pub what: String,
    /// What of the team file made it so: `in their hours (Monday to Friday 9:00 to 17:30)`.
    pub level: String,
    /// The clock of the zone: `Europe/Lisbon is at UTC+1 since 28 March 2027, at UTC from 31 October 2027 on`.
    pub rule: String,
}

/// How the level of each of some members came about at an instant.
pub fn why(members: &[&Member], calendars: &Calendars, at: Instant, style: Clock) -> Vec<Why> {
    let moment = Span { start: at, end: at + Minutes(1) };
    let one = |member: &&Member| {
        let availability = Availability::full(member, calendars, moment);
        let (local, place) = seen_at(member, at);
        let clock = format!("{} {} in {place}", local.format("%a"), style.time(local));
        Why {
            name: member.name.clone(),
            what: format!("{}, {clock}", reason(member, calendars, &availability, at)),
            level: level(member, &availability, at, style),
            rule: rule(zone_at(member, at), at, style),
        }
    };
    members.iter().map(one).collect()
}

/// The offset of a zone at an instant, since when it is in force, and until when: `Europe/Lisbon is at UTC+1 since 28 March 2027, at UTC
/// from 31 October 2027, 02:00 on`. Dates and times are those of the zone.
pub fn rule(zone: Zone, at: Instant, style: Clock) -> String {
    let before = Span::new(at - BACK, at + Minutes(1));
    let last = before.and_then(|span| zone.transitions(span).last());
    let next = zone.next_transition(at);
    let offset = clock::offset(zone.offset_at(at));
    let date = |at: Instant| zone.local(at).date();
    let long = |date: NaiveDate| date.format("%-d %B %Y").to_string();
    let since = last.map(|change| format!(" since {}", long(date(change.at)))).unwrap_or_default();
    let until = match next {
        Some(change) => {
            let turned = (change.at + change.before.minutes()).utc();
            format!(", at {} from {}, {} on", clock::offset(change.after), long(turned.date()), style.time(turned))
        }
        None => ", and its clocks change no more".to_owned(),
    };
    format!("{} is at {offset}{since}{until}", zone.name())
}

/// What of a member's entry gave the level, as a clause.
fn level(member: &Member, availability: &Availability, at: Instant, style: Clock) -> String {
    let zone = zone_at(member, at);
    let date = zone.local(at).date();
    let said = |hours: &Hours| super::hours(hours, style).replace("Every day", "every day");
    let written =
        |name: &str, hours: &Hours| if hours.is_off() { String::new() } else { format!("{name} ({})", said(hours)) };
    // A range that runs past midnight belongs to the date on which it starts.
    let from_yesterday = |hours: &Hours| {
        let runs = |date: NaiveDate| {
            let ranges = hours.starting_on(date.weekday()).iter();
            ranges.filter_map(|range| range.span_on(date, member.zone_on(date))).any(|span| span.contains(at))
        };
        let yesterday = date.pred_opt().filter(|&date| !runs_today(hours, member, at) && runs(date));
        yesterday.map(|date| format!(", begun on {}", date.format("%A"))).unwrap_or_default()
    };
    match availability.level_at(at) {
        None => "not looked at".to_owned(),
        Some(Level::Away) => match member.leave.iter().find(|leave| leave.contains(date)) {
            Some(leave) => format!("their leave, {}", dates(*leave)),
            None => "an event of their calendar".to_owned(),
        },
        Some(Level::Preferred) => {
            format!("in {}{}", written("their hours", &member.hours), from_yesterday(&member.hours))
        }
        Some(Level::Flexible) => {
            format!("in {}{}", written("their flexible hours", &member.flexible), from_yesterday(&member.flexible))
        }
        Some(level @ (Level::Asleep | Level::Off)) => {
            let holiday = member.holiday_region().and_then(|region| region.holiday(date).map(|day| (region, day)));
            let begins = match holiday {
                Some((region, holiday)) => {
                    format!("{} in {}: no hours begin on that date", holiday.name, region.name())
                }
                None => format!(
                    "outside {}",
                    either(&written("their hours", &member.hours), &written("their flexible hours", &member.flexible))
                ),
            };
            let sleep = said(&member.sleep);
            match level {
                Level::Asleep => format!("{begins}; in their sleep ({sleep})"),
                _ => begins,
            }
        }
    }
}

/// Whether a range that starts on the date of an instant holds it.
fn runs_today(hours: &Hours, member: &Member, at: Instant) -> bool {
    let zone = zone_at(member, at);
    let date = zone.local(at).date();
    hours.starting_on(date.weekday()).iter().filter_map(|range| range.span_on(date, zone)).any(|span| span.contains(at))
}

fn either(hours: &str, flexible: &str) -> String {
    match (hours.is_empty(), flexible.is_empty()) {
        (true, true) => "any hours: none are written".to_owned(),
        (false, false) => format!("{hours} and {flexible}"),
        _ => format!("{hours}{flexible}"),
    }
}

fn dates(dates: Dates) -> String {
    let year = dates.first().year();
    let said = clock::dates(dates.first(), dates.last(), year);
    if dates.last().year() == year { format!("{said} {year}") } else { said }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team;

    fn at(text: &str) -> Instant {
        Instant::from_utc(text.parse().expect("a time"))
    }

    #[test]
    fn a_level_has_its_line_of_the_file() {
        let text = r#"Team(version: 1, name: "T", members: [
            (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00", flexible: "Mo-Fr 09:00-19:00",
             leave: [(from: "2027-04-08", to: "2027-04-09")],
             stays: [(city: "Bangkok", from: "2027-06-01", to: "2027-06-30")]),
            (name: "Night", zone: "UTC", hours: "Mo-Fr 22:00-06:00"),
        ])"#;
        let team = team::read("t.ron", text.as_bytes()).expect("a team").0;
        let members: Vec<&Member> = team.members.iter().collect();
        for (member, time, what, level) in [
            (
                0,
                "2027-04-07T10:00:00",
                "at work, Wed 11:00 in Lisbon",
                "in their hours (Monday to Friday 9:00 to 17:00)",
            ),
            (
                0,
                "2027-04-07T17:00:00",
                "flexible, Wed 18:00 in Lisbon",
                "in their flexible hours (Monday to Friday 9:00 to 19:00)",
            ),
            (
                0,
                "2027-04-07T02:00:00",
                "asleep, Wed 03:00 in Lisbon",
                "outside their hours (Monday to Friday 9:00 to 17:00) and their flexible hours (Monday to Friday 9:00 to \
                 19:00); in their sleep (every day 22:00 to 7:00 the next \
                 day)",
            ),
            (0, "2027-04-08T10:00:00", "on leave, Thu 11:00 in Lisbon", "their leave, 8 to 9 April 2027"),
            (
                0,
                "2027-03-26T10:00:00",
                "holiday: Good Friday, Fri 10:00 in Lisbon",
                "Good Friday in Portugal: no hours begin on that date",
            ),
            (
                0,
                "2027-06-15T03:00:00",
                "at work, Tue 10:00 in Bangkok",
                "in their hours (Monday to Friday 9:00 to 17:00)",
            ),
            (
                1,
                "2027-04-10T03:00:00",
                "at work, Sat 03:00 in UTC",
                "in their hours (Monday to Friday 22:00 to 6:00 the next day), begun on Friday",
            ),
        ] {
            let found = why(&members[member..=member], &team.calendars, at(time), Clock::Hours24);
            assert_eq!((found[0].what.as_str(), found[0].level.as_str()), (what, level), "{time}");
        }
    }

    #[test]
    fn a_clock_has_its_rule() {
        for (zone, time, expected) in [
            (
                "Europe/Lisbon",
                "2027-06-01T00:00:00",
                "Europe/Lisbon is at UTC+1 since 28 March 2027, at UTC from 31 October 2027, 02:00 on",
            ),
            ("Asia/Kolkata", "2027-06-01T00:00:00", "Asia/Kolkata is at UTC+5:30, and its clocks change no more"),
            (
                "Australia/Lord_Howe",
                "2027-04-03T15:00:00",
                "Australia/Lord_Howe is at UTC+10:30 since 4 April 2027, at UTC+11 from 3 October 2027, 02:00 on",
            ),
        ] {
            let zone = Zone::named(zone).expect("a zone");
            assert_eq!(rule(zone, at(time), Clock::Hours24), expected);
        }
    }
}
