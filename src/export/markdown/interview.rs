//! The sheet for the talk with a candidate.

use std::fmt::Write;

use super::table::{cell, row};
use crate::plan::hire::{Interview, InterviewSeason, JudgedCandidate, MeetingWith};
use crate::words;
use crate::words::amount::{count, duration};
use crate::words::clock::{Clock, list};
use crate::words::handoff::dates;
use crate::words::hire::offset;

/// A sheet for the talk with a candidate: what their hours mean for both sides through the year, and which meetings would move.
///
/// `opening` is what the hire is called, `members` are the names in the order of the candidate's figures.
pub fn interview(opening: &str, who: &JudgedCandidate, members: &[String], interview: &Interview) -> String {
    let clock = Clock::Hours24;
    let mut text = format!("# {}: {}\n\n", cell(opening), cell(&who.name));
    let place = who.place.short_name();
    let hours = words::hours(&who.figures.hours, clock);
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{} in {}, {hours} local time.\n", cell(&who.name), cell(&place));
    for sentence in words::hire::why_candidate(who, members) {
        let _ = writeln!(text, "- {}", cell(&sentence));
    }
    text.push_str("\n## Hours through the year\n");
    for season in &interview.seasons {
        hours_of(&mut text, season, who);
    }
    meetings(&mut text, &interview.meetings, &who.name);
    for (name, why) in &interview.unplanned {
        let _ = writeln!(text, "- {}", cell(&format!("{name} cannot be planned: {why}.")));
    }
    text
}

fn hours_of(text: &mut String, season: &InterviewSeason, who: &JudgedCandidate) {
    let place = who.place.short_name();
    let _ = writeln!(text, "\n### {} ({} at {})\n", dates(season.span), cell(&place), offset(season.offset));
    let own = format!("{}'s hours, on their clock", who.name);
    text.push_str(&row([
        "With",
        &format!("Their hours, {place} time"),
        &own,
        &format!("Shared, {place} time"),
        "A week",
    ]));
    text.push_str("| --- | --- | --- | --- | ---: |\n");
    for with in &season.members {
        let week = duration(with.a_week);
        let cells = [&with.theirs, &with.candidates, &with.shared].map(ToString::to_string);
        let shared = if with.shared.is_off() { "nothing" } else { &cells[2] };
        text.push_str(&row([with.member.as_str(), &cells[0], &cells[1], shared, &week]));
    }
}

fn meetings(text: &mut String, meetings: &[MeetingWith], name: &str) {
    text.push_str("\n## Meetings\n\n");
    if meetings.is_empty() {
        text.push_str("The team has no meetings that could be planned.\n\n");
    }
    for meeting in meetings {
        let slots = |slots: &[crate::team::Slot]| {
            list(&slots.iter().map(|slot| words::meet::slot(slot, Clock::Hours24)).collect::<Vec<_>>())
        };
        let before = slots(&meeting.before);
        let change = match &meeting.moved {
            Some(moved) => format!("would move from {before} to {}", slots(moved)),
            None => format!("stays at {before}"),
        };
        let times: Vec<String> = meeting
            .attendance
            .times
            .iter()
            .map(|time| format!("{} ({})", time.start, count(time.count, "time")))
            .collect();
        let outside = match meeting.attendance.outside {
            0 => "always within their hours".to_owned(),
            outside => format!("{} outside their hours", count(outside, "time")),
        };
        let line = format!("{} {change}. {name} would be there at {}, {outside}.", meeting.name, list(&times));
        let _ = writeln!(text, "- {}", cell(&line));
    }
}

#[cfg(test)]
mod tests {
    use crate::plan::Stop;
    use crate::plan::hire::{Question, interview, rank};
    use crate::team::{Attendees, Candidate, Every, Meeting, MeetingOptions, Member, Opening, Place, Slot, Team};
    use crate::time::{Hours, Instant, Minutes, Span, TimeOfDay};
    use crate::world::cities;

    #[test]
    fn a_sheet_has_the_hours_of_both_sides_and_the_meetings() {
        let place = |city: &str| Place::city(cities().find(city).expect("a city"));
        let hours = |text: &str| Hours::parse(text).expect("hours");
        let ana = Member::new("Ana", place("Lisbon"), hours("Mo-Fr 09:00-17:00"));
        let slot = Slot {
            weekday: Some(chrono::Weekday::Tue),
            start: TimeOfDay::from_minutes(9 * 60).expect("a time"),
            anchor: ana.home.zone,
        };
        let sync = Meeting {
            name: "Sync".into(),
            minutes: Minutes(30),
            every: Every::Week,
            attendees: Attendees::default(),
            slots: 1,
            from: None,
            weeks: Meeting::USUAL_WEEKS,
            chosen: vec![slot],
            options: MeetingOptions::default(),
        };
        let luz = Candidate { name: "Luz".into(), place: place("Bogotá"), hours: hours("Mo-Fr 08:00-16:00") };
        let team = Team { members: vec![ana], meetings: vec![sync], ..Team::default() };
        let members: Vec<&Member> = team.members.iter().collect();
        let opening = Opening { candidates: vec![luz.clone()], ..Opening::new("Engineer") };
        let start = Instant::midnight("2027-01-04".parse().expect("a date"));
        let horizon = Span { start, end: start + Minutes(364 * 1440) };
        let plan = rank(
            &Question { members: &members, opening: &opening, policy: &team.policy, horizon },
            &[],
            &Stop::default(),
        );
        let sheet = super::interview("Engineer", &plan.candidates[0], &plan.members, &interview(&team, &luz, horizon));
        for line in [
            "# Engineer: Luz",
            "### 4 January to 28 March 2027 (Bogotá at UTC-5)",
            "| Ana | Mo-Fr 04:00-12:00 | Mo-Fr 13:00-21:00 | Mo-Fr 08:00-12:00 | 20 h |",
            "| Ana | Mo-Fr 03:00-11:00 | Mo-Fr 14:00-22:00 | Mo-Fr 08:00-11:00 | 15 h |",
        ] {
            assert!(sheet.lines().any(|found| found == line), "{line}\n{sheet}");
        }
        assert!(sheet.contains("- Sync would move from "), "{sheet}");
        assert!(sheet.contains("always within their hours."), "{sheet}");
    }
}
