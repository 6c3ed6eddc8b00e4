//! What a week moves, in words to paste.

use chrono::{Datelike, NaiveDateTime};

use super::amount::duration;
use super::clock::{self, Clock};
use super::{handoff, meet};
use crate::plan::briefing::{Briefing, ChainChange, ClockChange, MovedMeeting};
use crate::team::{MemberId, Team};
use crate::time::hours::day_name;
use crate::time::{Minutes, Offset};

/// A briefing as lines to paste: a heading with the team and the week, then a line for each thing that moves. One line says so
/// when nothing does.
pub fn lines(team: &Team, briefing: &Briefing, style: Clock) -> Vec<String> {
    let monday = briefing.week.start.utc().date();
    let mut lines = vec![format!("{}, week of {}:", team.name, clock::day(monday))];
    lines.extend(clocks(team, &briefing.clocks, style));
    lines.extend(meetings(team, &briefing.meetings, style));
    lines.extend(briefing.chains.iter().map(|change| chain(team, change, style)));
    if briefing.is_quiet() {
        lines.push("Nothing moves: no clocks change, and no meeting or handoff.".to_owned());
    }
    lines
}

/// Whose clocks change, those who change alike at once together: `Clocks go forward 1 h for Ana and Bo on Sun 28 Mar, 01:00.`
fn clocks(team: &Team, changes: &[ClockChange], style: Clock) -> Vec<String> {
    let name = |member: MemberId| team.members[member].name.as_str();
    let mut alike: Vec<(&ClockChange, Vec<&str>)> = Vec::new();
    for change in changes {
        let same =
            |other: &ClockChange| (other.at, other.before, other.after) == (change.at, change.before, change.after);
        match alike.iter_mut().find(|(other, _)| same(other)) {
            Some((_, names)) => names.push(name(change.member)),
            None => alike.push((change, vec![name(change.member)])),
        }
    }
    let line = |(change, names): (&ClockChange, Vec<&str>)| {
        let local = (change.at + change.before.minutes()).utc();
        let by = turned(change.before, change.after);
        format!("Clocks go {by} for {} on {}.", clock::list(&names), moment(local, style))
    };
    alike.into_iter().map(line).collect()
}

/// Which way clocks are turned and by how much: `forward 1 h`.
fn turned(before: Offset, after: Offset) -> String {
    let by = i64::from(after.0 - before.0);
    format!("{} {}", if by > 0 { "forward" } else { "back" }, duration(Minutes(by.abs())))
}

/// Meetings that move, a line a slot and change: `Sync (Tu 15:00 Lisbon time) is at Tu 11:00 for Bo, not Tu 10:00.`
fn meetings(team: &Team, moved: &[MovedMeeting], style: Clock) -> Vec<String> {
    let name = |member: MemberId| team.members[member].name.as_str();
    let mut alike: Vec<(&MovedMeeting, Vec<&str>)> = Vec::new();
    for one in moved {
        let key = |one: &MovedMeeting| (one.meeting.clone(), one.slot, said(one.before, style), said(one.after, style));
        match alike.iter_mut().find(|(other, _)| key(other) == key(one)) {
            Some((_, names)) => names.push(name(one.member)),
            None => alike.push((one, vec![name(one.member)])),
        }
    }
    let line = |(one, names): (&MovedMeeting, Vec<&str>)| {
        let (slot, names) = (meet::slot(&one.slot, style), clock::list(&names));
        format!(
            "{} ({slot}) is at {} for {names}, not {}.",
            one.meeting,
            said(one.after, style),
            said(one.before, style)
        )
    };
    alike.into_iter().map(line).collect()
}

/// A weekday and a time: `Tu 10:00`.
pub fn said(at: NaiveDateTime, style: Clock) -> String {
    format!("{} {}", day_name(at.weekday()), style.time(at))
}

/// A chain that is another from some time on.
fn chain(team: &Team, change: &ChainChange, style: Clock) -> String {
    let at = moment(change.at.utc(), style);
    format!("Handoffs of {} from {at} UTC: {}.", change.chain, what(team, change, style))
}

/// What changes in a chain: `Bo now 14:00-21:00 UTC`.
pub fn what(team: &Team, change: &ChainChange, style: Clock) -> String {
    let names: Vec<String> = change.members.iter().map(|&member| team.members[member].name.clone()).collect();
    handoff::changes(&change.before, &change.after, &names, style)
}

/// A local date and time: `Sun 28 Mar, 01:00`.
fn moment(local: NaiveDateTime, style: Clock) -> String {
    format!("{}, {}", local.format("%a %-d %b"), style.time(local))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::briefing::briefing;
    use crate::team;

    #[test]
    fn a_briefing_is_ready_to_paste() {
        let text = r#"Team(version: 1, name: "T", members: [
            (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00"),
            (name: "Bo", city: "New York", hours: "Mo-Fr 09:00-17:00"),
            (name: "Cy", city: "London", hours: "Mo-Fr 09:00-17:00"),
        ], meetings: [
            (name: "Sync", minutes: 30, every: Week, chosen: [(weekday: "Tu", start: "15:00", anchor: "America/New_York")]),
        ], chains: [(name: "Sun")])"#;
        let team = team::read("t.ron", text.as_bytes()).expect("a team").0;
        let of = |date: &str| lines(&team, &briefing(&team, date.parse().expect("a date")), Clock::Hours24);
        assert_eq!(
            of("2027-03-29"),
            [
                "T, week of Mon 29 Mar 2027:",
                "Clocks go forward 1 h for Ana and Cy on Sun 28 Mar, 01:00.",
                "Sync (Tu 15:00 New York time) is at Tu 20:00 for Ana and Cy, not Tu 19:00.",
                "Handoffs of Sun from Sun 28 Mar, 01:00 UTC: Ana now 08:00-14:30 UTC; Bo now 14:30-21:00 UTC.",
            ]
        );
        assert_eq!(
            of("2027-05-17"),
            ["T, week of Mon 17 May 2027:", "Nothing moves: no clocks change, and no meeting or handoff."]
        );
    }
}
