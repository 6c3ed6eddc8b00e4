//! What somebody is now, and until when.

use chrono::Datelike;

use super::clock::{self, Clock};
use super::presence::{reason, zone_at};
use crate::availability::{Availability, Level};
use crate::team::{Calendars, Member};
use crate::time::{Instant, Span};

/// What a member is and until when, in their own time: `at work until 17:30`, `asleep, back Mon 10:00`, `on leave until 13 August`. As far as
/// `availability` is known.
pub fn standing(
    member: &Member,
    calendars: &Calendars,
    availability: &Availability,
    now: Instant,
    style: Clock,
) -> String {
    let what = reason(member, calendars, availability, now);
    let rest = Span { start: now, end: availability.over().end };
    let mut to_come = availability.segments_within(rest);
    let Some((held, level)) = to_come.next() else { return what };
    let local = |at: Instant| zone_at(member, at).local(at);
    let today = local(now).date();
    let moment = |at: Instant| {
        let there = local(at);
        match (there.date() - today).num_days() {
            0 => style.time(there),
            1..=6 => format!("{} {}", there.format("%a"), style.time(there)),
            _ => clock::date(there.date(), today.year()),
        }
    };
    let is_known = held.end < rest.end;
    match level {
        Level::Preferred | Level::Flexible if is_known => format!("{what} until {}", moment(held.end)),
        Level::Preferred | Level::Flexible => what,
        Level::Away if member.is_on_leave(today) => {
            let dates = member.leave.iter().filter(|dates| dates.contains(today)).map(|dates| dates.last());
            dates.max().map_or(what.clone(), |last| format!("{what} until {}", clock::date(last, today.year())))
        }
        _ => match to_come.find(|&(_, level)| level == Level::Preferred) {
            Some((back, _)) => format!("{what}, back {}", moment(back.start)),
            None => what,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team;
    use crate::time::Minutes;

    #[test]
    fn everybody_is_something_until_some_time() {
        let text = r#"Team(version: 1, name: "T", members: [
            (name: "Ana", city: "Lisbon", hours: "Mo-Fr 10:00-17:30", flexible: "Mo-Fr 10:00-19:00",
             leave: [(from: "2027-08-02", to: "2027-08-13")]),
        ])"#;
        let team = team::read("t.ron", text.as_bytes()).expect("a team").0;
        let ana = &team.members[0];
        let said = |at: &str| {
            let now = Instant::from_utc(at.parse().expect("a time"));
            let over = Span { start: now, end: now + Minutes(14 * 1440) };
            standing(ana, &team.calendars, &Availability::full(ana, &team.calendars, over), now, Clock::Hours24)
        };
        for (at, words) in [
            ("2027-04-06T10:00:00", "at work until 17:30"),
            ("2027-04-06T17:00:00", "flexible until 19:00"),
            ("2027-04-06T19:00:00", "off, back Wed 10:00"),
            ("2027-04-06T05:00:00", "asleep, back 10:00"),
            ("2027-04-10T02:00:00", "asleep, back Mon 10:00"),
            ("2027-04-10T12:00:00", "day off, back Mon 10:00"),
            ("2027-08-03T12:00:00", "on leave until 13 August"),
        ] {
            assert_eq!(said(at), words, "{at}");
        }
    }
}
