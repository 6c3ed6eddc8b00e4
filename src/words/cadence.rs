//! A cadence and what is missed of it, in words.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDateTime};

use super::amount::{count, duration, in_points};
use super::clock::{self, Clock};
use super::crowd::{self, first_of, together};
use super::{meet, presence};
use crate::availability::RateMinutes;
use crate::plan::cadence::{Cadence, Miss, Missed, Plan, Reading, Written};
use crate::plan::meet::Reason;
use crate::team::{Member, MemberId, Team};
use crate::time::hours::day_name;
use crate::time::{Instant, Minutes};

/// The whole plan as sentences: a line a group, one for those without, one for all, and the updates that are written.
pub fn lines(team: &Team, found: &Cadence, limit: RateMinutes, style: Clock) -> Vec<String> {
    let target = duration(team.policy.target_overlap);
    let mut lines = Vec::new();
    for group in &found.groups {
        let is_all = group.members.len() == team.members.len();
        let who = if is_all { "All".to_owned() } else { clock::list(&who(team, &group.members)) };
        let pairs = if group.members.len() == 2 { "" } else { " two by two" };
        lines.push(format!("{who} share at least {target} a workday{pairs} in every season."));
        lines.extend(plan(team, &group.plan, limit, style));
    }
    if !found.alone.is_empty() {
        let who = clock::list(&who(team, &found.alone));
        let share = if found.alone.len() == 1 { "shares" } else { "share" };
        lines.push(format!("{who} {share} less than {target} a workday with everybody: no daily sync."));
    }
    if !found.is_exact {
        lines.push("There are many ways to form these groups; a better one may exist.".to_owned());
    }
    lines.extend(plan(team, &found.all, limit, style));
    lines.extend(meet::cut_short(found.all.untried));
    if let Some(written) = &found.all.written {
        lines.extend(found.groups.iter().filter_map(|group| group_line(team, written, &group.members, style)));
    }
    lines
}

/// The name of a member of a team; nothing if the team has no such member (any more).
pub fn name(team: &Team, member: MemberId) -> &str {
    team.members.get(member.index()).map_or("", |member| &member.name)
}

/// The names of members of a team.
pub fn names<'t>(team: &'t Team, members: &[MemberId]) -> Vec<&'t str> {
    members.iter().map(|&member| name(team, member)).collect()
}

/// Members of a team as the parts of a list: by name, or of many by those who are alike.
pub fn who(team: &Team, members: &[MemberId]) -> Vec<String> {
    let known: Vec<&Member> = members.iter().filter_map(|&member| team.members.get(member.index())).collect();
    crowd::members(&known)
}

/// By when a group has read an update: `Ana and Bo can usually all have read it by We 08:45 UTC.`
pub fn group_line(team: &Team, written: &Written, members: &[MemberId], style: Clock) -> Option<String> {
    let at = group_reads(written, members)?;
    Some(format!("{} can usually all have read it by {} UTC.", clock::list(&who(team, members)), time(at.utc(), style)))
}

/// One meeting of the plan: where it is, or why it should be written and when that is read.
pub fn plan(team: &Team, plan: &Plan, limit: RateMinutes, style: Clock) -> Vec<String> {
    let name = &plan.meeting.name;
    let length = duration(plan.meeting.minutes);
    let limit = limit.points();
    let Some(written) = &plan.written else {
        if plan.meeting.chosen.is_empty() {
            return vec![format!(
                "{name}: no slot keeps the limit of {limit} points a week, and nobody has hours to write in."
            )];
        }
        let why = if plan.meeting.slots > 1 {
            let single = in_points(plan.single_a_week().points());
            format!(
                " One slot would cost somebody {single} a week, more than {limit}, so {} take turns.",
                plan.meeting.slots
            )
        } else {
            String::new()
        };
        return vec![format!("{name}, {length}: {}{why}", meet::sentence(&plan.best, style))];
    };
    let most = plan.best.attendees.iter().filter(|who| who.required).max_by_key(|who| who.burden);
    let most = most.map_or("somebody", |who| plan.best.name(who.member));
    let turns = match plan.best.slots.len() {
        1 => "The best slot costs",
        _ => "Even the best slots in turn cost",
    };
    let cost = in_points(plan.worst_a_week().points());
    let refused = format!("{name}: do not meet. {turns} {most} {cost} a week, more than {limit}.");
    let mut lines = vec![refused, posting(team, written, style)];
    lines.extend(readings(team, written, style));
    lines
}

/// When an update is posted: `Instead Ana posts an update Mo 16:45 Lisbon time; everybody has it within 15 h.`
pub fn posting(team: &Team, written: &Written, style: Clock) -> String {
    format!(
        "Instead {} posts an update {}; everybody can read it within {}.",
        name(team, written.author),
        meet::slot(&written.slot, style),
        duration(written.longest.max(Minutes(1)))
    )
}

/// So many lines stand for the readings of many.
const READING_LINES: usize = 40;

/// When each reads it, a line each: `Bo reads it by Mo 09:00 in New York (Mo 14:00 UTC), from 15 March Mo 13:00 UTC`. Of many, those who read
/// it at the same times have one line, and who waits longest comes first.
pub fn readings(team: &Team, written: &Written, style: Clock) -> Vec<String> {
    let known = written.readings.iter().filter_map(|reading| {
        let member = team.members.get(reading.member.index())?;
        Some((member.name.as_str(), reading_times(member, reading, written, style), longest_wait(reading, written)))
    });
    let known: Vec<(&str, String, Option<Minutes>)> = known.collect();
    if known.len() <= crowd::MANY {
        return known.iter().map(|(name, times, _)| reading_line(name, 1, times)).collect();
    }
    let mut groups = together(known, |(_, times, _)| times.clone());
    // Who never reads it comes first.
    groups.sort_by_key(|same| same[0].2.map_or(Reverse(Minutes(i64::MAX)), Reverse));
    let left: usize = groups.iter().skip(READING_LINES).map(Vec::len).sum();
    let line =
        |same: &Vec<(&str, String, _)>| reading_line(&crowd::like(same[0].0, same.len()), same.len(), &same[0].1);
    let lines = groups.iter().take(READING_LINES).map(line);
    lines.chain((left > 0).then(|| format!("{left} more wait no longer than these."))).collect()
}

fn reading_line(who: &str, many: usize, times: &str) -> String {
    match (times, many) {
        ("", 1) => format!("{who} has no hours to read it in."),
        ("", _) => format!("{who} have no hours to read it in."),
        (times, 1) => format!("{who} reads it by {times}."),
        (times, _) => format!("{who} read it by {times}."),
    }
}

/// How long somebody waits for an update at most; nothing if they never read one.
fn longest_wait(reading: &Reading, written: &Written) -> Option<Minutes> {
    reading.at.iter().zip(&written.posted).map(|(at, &posted)| at.map(|at| at - posted)).max().flatten()
}

/// The times at which somebody reads the updates, each until it changes; empty if they never do.
fn reading_times(member: &Member, reading: &Reading, written: &Written, style: Clock) -> String {
    let mut said = String::new();
    let mut last: Option<((String, String), String)> = None;
    let year = written.posted.first().map_or(0, |at| at.utc().year());
    for at in reading.at.iter().copied().flatten() {
        let (local, place) = presence::seen_at(member, at);
        let seen = (format!("{} in {place}", time(local, style)), format!("{} UTC", time(at.utc(), style)));
        if last.as_ref().is_some_and(|(known, _)| *known == seen) {
            continue;
        }
        let both = format!("{} ({})", seen.0, seen.1);
        said = match &last {
            None => both,
            Some((_, there)) => {
                // The place is said again only where it is another.
                let both = if *there == place { format!("{} ({})", time(local, style), seen.1) } else { both };
                format!("{said}, from {} {both}", clock::date(local.date(), year))
            }
        };
        last = Some((seen, place));
    }
    said
}

/// A weekday and a time: `Tu 10:00`.
fn time(at: NaiveDateTime, style: Clock) -> String {
    format!("{} {}", day_name(at.weekday()), style.time(at))
}

/// By when the whole of a group has read each update, most often: the first instant at that time of the week.
pub fn group_reads(written: &Written, members: &[MemberId]) -> Option<Instant> {
    let of_group: BTreeSet<MemberId> = members.iter().copied().collect();
    let of_group: Vec<_> = written.readings.iter().filter(|reading| of_group.contains(&reading.member)).collect();
    let last = |post: usize| of_group.iter().filter_map(|reading| reading.at.get(post).copied().flatten()).max();
    let all: Vec<Instant> = (0..written.posted.len()).filter_map(last).collect();
    let week = |at: &Instant| (at.utc().weekday().num_days_from_monday(), at.minute_of_utc_day());
    let often = |at: &Instant| all.iter().filter(|other| week(other) == week(at)).count();
    all.iter().copied().rev().max_by_key(|at| often(at))
}

/// Who misses an occurrence and why: `Ana (leave) and Bo (holiday, optional)`; many for the same reason as `Ana and 99 others (leave)`.
pub fn who_misses(missed: &Missed) -> String {
    let said = |same: &[&Miss]| {
        let (first, optional) = (same[0], if same[0].required { "" } else { ", optional" });
        format!("{} ({}{optional})", first_of(missed.name(first.member), same.len()), reason(first.reason))
    };
    let misses: Vec<&Miss> = missed.who.iter().collect();
    let groups = if misses.len() > crowd::MANY {
        together(misses, |one| (one.required, reason(one.reason)))
    } else {
        misses.into_iter().map(|one| vec![one]).collect()
    };
    clock::list(&groups.iter().map(|same| said(same)).collect::<Vec<_>>())
}

/// Why somebody is not there, in a word.
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Leave => "leave",
        Reason::Holiday => "holiday",
        Reason::Busy => "busy",
    }
}

/// Another date for an occurrence, as the anchor's clock shows it, with what it costs: `Wed 31 Mar 2027, 15:00`.
pub fn proposed(missed: &Missed, style: Clock) -> Option<String> {
    let proposal = missed.proposal.as_ref()?;
    let to = proposal.to;
    let cost =
        (proposal.worst > RateMinutes::ZERO).then(|| format!(" ({} for one)", in_points(proposal.worst.points())));
    let without = match proposal.missed_by.as_slice() {
        [] => String::new(),
        members => {
            let names: Vec<&str> = members.iter().map(|&member| missed.name(member)).collect();
            format!(" (without {})", crowd::names(&names))
        }
    };
    Some(format!("{}, {}{}{without}", clock::day(to.date()), style.time(to), cost.unwrap_or_default()))
}

/// `2027-03-30=2027-03-31T15:00`, as `sunwise meet --move` reads it.
pub fn as_move(missed: &Missed) -> Option<String> {
    let to = missed.proposal.as_ref()?.to;
    Some(format!("{}={}", missed.date, to.format("%Y-%m-%dT%H:%M")))
}

/// How often somebody misses a meeting that is held so often: `9 of 52 are missed by somebody`.
pub fn missed_count(missed: usize, held: usize) -> String {
    format!("{} of {} missed by somebody who should be there", missed, count(held, "meeting"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::cadence::{CadenceAsk, cadence};
    use crate::team;

    fn said(limit: RateMinutes) -> Vec<String> {
        let text = r#"Team(version: 1, name: "T", members: [
            (name: "Ana", zone: "Europe/Lisbon", hours: "Mo-Fr 09:00-17:00"),
            (name: "Bo", zone: "Europe/Prague", hours: "Mo-Fr 09:00-17:00"),
            (name: "Cai", zone: "Asia/Tokyo", hours: "Mo-Fr 09:00-17:00"),
        ])"#;
        let team = team::read("t.ron", text.as_bytes()).expect("a team").0;
        let from = "2027-01-04".parse().expect("a date");
        let (daily, weekly) = (CadenceAsk::USUAL_DAILY, CadenceAsk::USUAL_WEEKLY);
        let ask = CadenceAsk { team: &team, from, weeks: 8, limit, daily, weekly };
        let found = cadence(&ask).expect("a cadence");
        lines(&team, &found, limit, Clock::Hours24)
    }

    #[test]
    fn a_cadence_says_who_meets_and_who_pays() {
        let lines = said(CadenceAsk::USUAL_LIMIT);
        assert_eq!(lines[0], "Ana and Bo share at least 4 h a workday in every season.");
        assert!(lines[1].starts_with("Daily sync, 15 min: weekdays "), "{}", lines[1]);
        assert_eq!(lines[2], "Cai shares less than 4 h a workday with everybody: no daily sync.");
        assert!(lines[3].starts_with("Team weekly, 1 h: ") && lines[3].contains("so 2 take turns"), "{}", lines[3]);
    }

    #[test]
    fn where_nobody_can_meet_it_says_so_and_when_it_is_read() {
        let lines = said(RateMinutes::ZERO);
        assert!(lines[3].starts_with("Team weekly: do not meet. "), "{}", lines[3]);
        assert!(lines[3].ends_with(" points a week, more than 0."), "{}", lines[3]);
        assert!(lines[4].starts_with("Instead ") && lines[4].contains(" posts an update "), "{}", lines[4]);
        assert_eq!(
            lines[4..],
            [
                "Instead Cai posts an update Mo 16:45 Tokyo time; everybody can read it within 1 h 15 min.",
                "Ana reads it by Mo 09:00 in Lisbon (Mo 09:00 UTC).",
                "Bo reads it by Mo 09:00 in Prague (Mo 08:00 UTC).",
                "Ana and Bo can usually all have read it by Mo 09:00 UTC.",
            ]
        );
    }
}
