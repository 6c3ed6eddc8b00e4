//! `sunwise briefing`: what a week moves.

use std::path::PathBuf;

use chrono::{Datelike, Days, NaiveDate};
use clap::Args;
use serde_json::{Value, json};

use super::answer::{Answer, Failure};
use super::output::Output;
use super::table::{Table, words as head};
use super::value::date;
use super::{Context, choose};
use crate::export::json::text;
use crate::plan::briefing::{Briefing, ChainChange, ClockChange, MovedMeeting, briefing};
use crate::team::{MemberId, Team};
use crate::time::HORIZON_START;
use crate::words::briefing::{lines as words_of, said, what};
use crate::words::clock::Clock;

#[derive(Args, Debug)]
pub struct Arguments {
    /// The team file
    #[arg(value_name = "TEAM.ron")]
    team: PathBuf,
    /// Any date of the week, Monday to Sunday
    #[arg(long, value_name = "D", value_parser = date)]
    week: NaiveDate,
    #[command(flatten)]
    pub output: Output,
    /// As sentences to paste into a chat
    #[arg(long, conflicts_with_all = ["json", "format"])]
    paste: bool,
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    let (team, warnings) = choose::team(&arguments.team)?;
    let monday = arguments.week.checked_sub_days(Days::new(arguments.week.weekday().num_days_from_monday().into()));
    let monday =
        monday.filter(|monday| *monday > HORIZON_START).ok_or_else(|| Failure::new("the week begins before 2000"))?;
    let briefing = briefing(&team, monday);
    let text = if arguments.output.is_json() {
        as_json(&team, &briefing)
    } else if arguments.paste {
        words_of(&team, &briefing, Clock::Hours24).join("\n") + "\n"
    } else {
        for_people(&team, monday, &briefing, context)
    };
    Ok(Answer::new(text).with_notes(warnings))
}

fn for_people(team: &Team, monday: NaiveDate, briefing: &Briefing, context: Context) -> String {
    let Briefing { clocks, meetings, chains, .. } = briefing;
    let mut text = context.style.heading(&format!("{}, week of {monday}", team.name)) + "\n";
    let name = |member: MemberId| team.members[member].name.clone();
    let local = |change: &ClockChange| {
        let instant = change.at + change.before.minutes();
        instant.utc().format("%a %-d %b %H:%M").to_string()
    };
    if clocks.is_empty() {
        text.push_str("\nNobody's clock changes in this week or the one before.\n");
    } else {
        let mut table = Table::new([head("Clocks change for"), head("on (local)"), head("From"), head("To")]);
        for change in clocks {
            table.row([name(change.member), local(change), change.before.to_string(), change.after.to_string()]);
        }
        text = format!("{text}\n{}", table.text(context.style));
    }
    if meetings.is_empty() {
        let settled = team.meetings.iter().any(|meeting| !meeting.chosen.is_empty());
        text.push_str(if settled { "\nNo meeting moves.\n" } else { "\nNo meeting of the file has a settled slot.\n" });
    } else {
        let mut table = Table::new([head("Meeting"), head("Slot"), head("moves for"), head("From"), head("To")]);
        for one in meetings {
            let slot = crate::words::meet::slot(&one.slot, Clock::Hours24);
            table.row([
                one.meeting.clone(),
                slot,
                name(one.member),
                said(one.before, Clock::Hours24),
                said(one.after, Clock::Hours24),
            ]);
        }
        text = format!("{text}\n{}", table.text(context.style));
    }
    let handoffs = chains.iter().map(|change| {
        let at = change.at.utc().format("%a %-d %b %H:%M");
        format!("\nHandoffs of {} from {at} UTC: {}\n", change.chain, what(team, change, Clock::Hours24))
    });
    text.extend(handoffs);
    text
}

fn as_json(team: &Team, briefing: &Briefing) -> String {
    let name = |member: MemberId| team.members[member].name.as_str();
    let clock = |change: &ClockChange| -> Value {
        json!({
            "member": name(change.member), "at": change.at.to_string(),
            "before": change.before.to_string(), "after": change.after.to_string(),
        })
    };
    let meeting = |one: &MovedMeeting| -> Value {
        json!({
            "meeting": one.meeting, "slot": crate::words::meet::slot(&one.slot, Clock::Hours24), "member": name(one.member),
            "before": said(one.before, Clock::Hours24), "after": said(one.after, Clock::Hours24),
        })
    };
    let chain = |change: &ChainChange| json!({"chain": change.chain, "at": change.at.to_string(), "changes": what(team, change, Clock::Hours24)});
    text(&json!({
        "team": team.name,
        "from": briefing.week.start.to_string(),
        "to": briefing.week.end.to_string(),
        "clock_changes": briefing.clocks.iter().map(clock).collect::<Vec<_>>(),
        "meetings": briefing.meetings.iter().map(meeting).collect::<Vec<_>>(),
        "handoffs": briefing.chains.iter().map(chain).collect::<Vec<_>>(),
        "lines": words_of(team, briefing, Clock::Hours24),
    }))
}
