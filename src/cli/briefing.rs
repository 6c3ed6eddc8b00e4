use std::path::PathBuf;

use chrono::{Datelike, Days, NaiveDate};
use clap::Args;
use serde_json::{Value, json};

use super::answer::{Answer, Failure};
use super::table::{Table, words};
use super::value::date;
use super::{Context, choose};
use crate::availability::{seasons, whereabouts};
use crate::export::json::text;
use crate::plan::handoff::{Question, handoff};
use crate::plan::meet::is_held_on;
use crate::team::{Meeting, Member, Slot, Team};
use crate::time::hours::day_name;
use crate::time::{HORIZON_START, Instant, Minutes, Offset, Span};
use crate::words;

#[derive(Args, Debug)]
pub struct Arguments {
    /// The team file
    #[arg(value_name = "TEAM.ron")]
    team: PathBuf,
    /// Any date of the week, Monday to Sunday
    #[arg(long, value_name = "D", value_parser = date)]
    week: NaiveDate,
    /// For machines
    #[arg(long)]
    json: bool,
}

/// Weeks between two times of a meeting, at most: an n-th weekday of a month.
const LONGEST_PAUSE: u64 = 5;

/// Whose clock changes, by season or by moving.
struct ClockChange {
    member: String,
    at: Instant,
    before: Offset,
    after: Offset,
}

/// A settled slot of a meeting that somebody sees at another time than the last time.
struct Moved {
    meeting: String,
    slot: Slot,
    member: String,
    before: String,
    after: String,
}

/// A chain of the file that is another from an instant on.
struct ChainChange {
    chain: String,
    at: Instant,
    what: String,
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    let (team, warnings) = choose::team(&arguments.team)?;
    let monday = arguments.week.checked_sub_days(Days::new(arguments.week.weekday().num_days_from_monday().into()));
    let monday =
        monday.filter(|monday| *monday > HORIZON_START).ok_or_else(|| Failure::new("the week begins before 2000"))?;
    let start = Instant::midnight(monday);
    let week = Span { start, end: start + Minutes::WEEK };
    let (clocks, moved, chains) = (clocks(&team, week), moved(&team, monday), chains(&team, week));
    let text = if arguments.json {
        as_json(&team, week, &clocks, &moved, &chains)
    } else {
        for_people(&team, monday, (&clocks, &moved, &chains), context)
    };
    Ok(Answer::new(text).with_notes(warnings))
}

/// What makes a week differ from the one before it changed since that began.
fn since_last_week(week: Span) -> Span {
    Span { start: week.start - Minutes::WEEK, end: week.end }
}

fn clocks(team: &Team, week: Span) -> Vec<ClockChange> {
    let members: Vec<&Member> = team.members.iter().collect();
    let seasons = seasons(&members, since_last_week(week));
    let of_season = seasons.iter().flat_map(|season| season.changes.iter().map(|change| (season.span.start, change)));
    of_season
        .map(|(at, change)| ClockChange {
            member: members[change.member].name.clone(),
            at,
            before: change.before,
            after: change.after,
        })
        .collect()
}

fn moved(team: &Team, monday: NaiveDate) -> Vec<Moved> {
    let mut found = Vec::new();
    for meeting in &team.meetings {
        for &slot in &meeting.chosen {
            // On every weekday it moves with whatever day of the week is the first to move.
            let days = slot.weekday.map_or(0..5, |day| {
                let day = u64::from(day.num_days_from_monday());
                day..day + 1
            });
            for member in attendees(team, meeting) {
                let mut of_day = days.clone().filter_map(|day| monday.checked_add_days(Days::new(day)));
                found.extend(of_day.find_map(|date| moved_on(meeting, slot, member, date)));
            }
        }
    }
    found
}

fn attendees<'t>(team: &'t Team, meeting: &'t Meeting) -> impl Iterator<Item = &'t Member> {
    let named = &meeting.attendees;
    let comes =
        |name: &String| named.required.is_empty() || named.required.contains(name) || named.optional.contains(name);
    team.members.iter().filter(move |member| comes(&member.name))
}

/// Whether `member` sees `slot` on the anchor's `date` at another time than the last time.
fn moved_on(meeting: &Meeting, slot: Slot, member: &Member, date: NaiveDate) -> Option<Moved> {
    let is_held = |date: &NaiveDate| is_held_on(meeting.every, meeting.from, *date);
    let weeks_before = (1..=LONGEST_PAUSE).filter_map(|weeks| date.checked_sub_days(Days::new(7 * weeks)));
    let last = weeks_before.into_iter().find(is_held).filter(|_| is_held(&date))?;
    let local = |date: NaiveDate| {
        let at = slot.anchor.instant_at(date, slot.start.minutes());
        let here = whereabouts(member, Span { start: at, end: at + Minutes(1) });
        here.first().map(|&(_, zone)| zone.local(at))
    };
    let (before, after) = (local(last)?, local(date)?);
    let said = |at: chrono::NaiveDateTime| format!("{} {}", day_name(at.weekday()), at.format("%H:%M"));
    (before + (date - last) != after).then(|| Moved {
        meeting: meeting.name.clone(),
        slot,
        member: member.name.clone(),
        before: said(before),
        after: said(after),
    })
}

fn chains(team: &Team, week: Span) -> Vec<ChainChange> {
    let mut found = Vec::new();
    for chain in &team.chains {
        let has_role = |member: &&Member| chain.role.as_ref().is_none_or(|role| member.has_role(role));
        let members: Vec<&Member> = team.members.iter().filter(has_role).collect();
        let names: Vec<String> = members.iter().map(|member| member.name.clone()).collect();
        let question = Question {
            members: &members,
            policy: &team.policy,
            days: &chain.days,
            min_live: chain.min_live.unwrap_or(team.policy.min_live),
            horizon: since_last_week(week),
        };
        for pair in handoff(&question).windows(2) {
            let what = words::handoff::changes(&pair[0].chain, &pair[1].chain, &names);
            if !what.is_empty() {
                found.push(ChainChange { chain: chain.name.clone(), at: pair[1].season.span.start, what });
            }
        }
    }
    found
}

fn for_people(
    team: &Team,
    monday: NaiveDate,
    (clocks, moved, chains): (&[ClockChange], &[Moved], &[ChainChange]),
    context: Context,
) -> String {
    let mut text = context.style.heading(&format!("{}, week of {monday}", team.name)) + "\n";
    let local = |change: &ClockChange| {
        let instant = change.at + change.before.minutes();
        instant.utc().format("%a %-d %b %H:%M").to_string()
    };
    if clocks.is_empty() {
        text.push_str("\nNobody's clock changes in this week or the one before.\n");
    } else {
        let mut table = Table::new([words("Clocks change for"), words("on (local)"), words("From"), words("To")]);
        for change in clocks {
            table.row([change.member.clone(), local(change), change.before.to_string(), change.after.to_string()]);
        }
        text = format!("{text}\n{}", table.text(context.style));
    }
    if moved.is_empty() {
        let settled = team.meetings.iter().any(|meeting| !meeting.chosen.is_empty());
        text.push_str(if settled { "\nNo meeting moves.\n" } else { "\nNo meeting of the file has a settled slot.\n" });
    } else {
        let mut table = Table::new([words("Meeting"), words("Slot"), words("moves for"), words("From"), words("To")]);
        for one in moved {
            let slot = words::meet::slot(&one.slot);
            table.row([one.meeting.clone(), slot, one.member.clone(), one.before.clone(), one.after.clone()]);
        }
        text = format!("{text}\n{}", table.text(context.style));
    }
    let handoffs = chains.iter().map(|change| {
        let at = change.at.utc().format("%a %-d %b %H:%M");
        format!("\nHandoffs of {} from {at} UTC: {}\n", change.chain, change.what)
    });
    text.extend(handoffs);
    text
}

fn as_json(team: &Team, week: Span, clocks: &[ClockChange], moved: &[Moved], chains: &[ChainChange]) -> String {
    let clock = |change: &ClockChange| -> Value {
        json!({
            "member": change.member, "at": change.at.to_string(),
            "before": change.before.to_string(), "after": change.after.to_string(),
        })
    };
    let meeting = |one: &Moved| -> Value {
        json!({
            "meeting": one.meeting, "slot": words::meet::slot(&one.slot), "member": one.member,
            "before": one.before, "after": one.after,
        })
    };
    let chain =
        |change: &ChainChange| json!({"chain": change.chain, "at": change.at.to_string(), "changes": change.what});
    text(&json!({
        "team": team.name,
        "from": week.start.to_string(),
        "to": week.end.to_string(),
        "clock_changes": clocks.iter().map(clock).collect::<Vec<_>>(),
        "meetings": moved.iter().map(meeting).collect::<Vec<_>>(),
        "handoffs": chains.iter().map(chain).collect::<Vec<_>>(),
    }))
}
