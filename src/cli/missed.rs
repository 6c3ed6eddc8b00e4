//! `sunwise missed`: which times of meetings somebody misses, each with another date.

use std::path::PathBuf;

use clap::Args;

use super::answer::{Answer, Failure};
use super::output::Output;
use super::table::{Table, words as head};
use super::value::FromWeeks;
use super::{Context, choose};
use crate::export::json;
use crate::plan::cadence::{Missed, missed};
use crate::plan::meet::{Ask, suggest};
use crate::team::{Meeting, Slot, Team};
use crate::time::coming_monday;
use crate::words::cadence as words;
use crate::words::clock::{self, Clock};
use crate::words::meet::slot;

#[derive(Args, Debug)]
pub struct Arguments {
    /// The team file
    #[arg(value_name = "TEAM.ron")]
    team: PathBuf,
    /// A meeting of the file; every one unless said
    name: Option<String>,
    /// The suggestion that is looked at, 1 for the best; the slots chosen in the file unless said, and the best where none are
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=100))]
    pick: Option<u16>,
    #[command(flatten)]
    dates: FromWeeks,
    #[command(flatten)]
    pub output: Output,
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    let (team, warnings) = choose::team(&arguments.team)?;
    let meetings: Vec<&Meeting> = match &arguments.name {
        None if team.meetings.is_empty() => return Err(Failure::new("the team file has no meeting")),
        None => team.meetings.iter().collect(),
        name => vec![choose::one_of("meeting", &team.meetings, name.as_deref(), |meeting| &meeting.name)?],
    };
    let mut found: Vec<(&str, Vec<Slot>, Vec<Missed>)> = Vec::new();
    for meeting in meetings {
        let (slots, misses) = of_meeting(arguments, &team, meeting, context)?;
        found.push((&meeting.name, slots, misses));
    }
    let text = if arguments.output.is_json() {
        let lent: Vec<(&str, &[Slot], Vec<Missed>)> =
            found.iter().map(|(name, slots, missed)| (*name, slots.as_slice(), missed.clone())).collect();
        json::missed(&team.name, &lent)
    } else {
        for_people(&found, context)
    };
    Ok(Answer::new(text).with_notes(warnings))
}

fn of_meeting(
    arguments: &Arguments,
    team: &Team,
    meeting: &Meeting,
    context: Context,
) -> Result<(Vec<Slot>, Vec<Missed>), Failure> {
    let mut meeting = meeting.clone();
    meeting.from = arguments.dates.from.or(meeting.from);
    meeting.weeks = arguments.dates.weeks.unwrap_or(meeting.weeks);
    let ask = Ask::of(team, &meeting, coming_monday(context.now))?;
    let slots = match arguments.pick {
        None if !meeting.chosen.is_empty() => meeting.chosen.clone(),
        pick => {
            let number = usize::from(pick.unwrap_or(1));
            let picked = suggest(&ask, &team.policy.rates, number)?.into_iter().nth(number - 1);
            let none = || Failure::new(format!("there is no suggestion {number} of the meeting `{}`", meeting.name));
            picked.ok_or_else(none)?.slots
        }
    };
    let misses = missed(&ask, &slots, &team.policy.rates);
    Ok((slots, misses))
}

fn for_people(found: &[(&str, Vec<Slot>, Vec<Missed>)], context: Context) -> String {
    let said = |(name, slots, missed): &(&str, Vec<Slot>, Vec<Missed>)| {
        let written: Vec<String> = slots.iter().map(|one| slot(one, Clock::Hours24)).collect();
        let written = written.join(", then ");
        if missed.is_empty() {
            return format!("{name} ({written}): nobody misses it.\n");
        }
        format!("{name} ({written}):\n{}", missed_table(slots, missed, context))
    };
    found.iter().map(said).collect::<Vec<_>>().join("\n")
}

/// The occurrences that somebody misses, with another date and how `sunwise meet` is told of it.
pub fn missed_table(slots: &[Slot], missed: &[Missed], context: Context) -> String {
    let mut table =
        Table::new([head("Date"), head("Who misses it"), head("Rather"), head("For `sunwise meet --write`")]);
    for one in missed {
        let needed = one.who.iter().any(|who| who.required);
        let whose = slots.get(one.slot).map(|slot| clock::zone(slot.anchor)).unwrap_or_default();
        let rather = match words::proposed(one, Clock::Hours24) {
            Some(to) => format!("{to} {whose}"),
            None if needed => "no other date".to_owned(),
            None => String::new(),
        };
        let option = match words::as_move(one) {
            Some(to) => format!("--move {to}"),
            None if needed => format!("--skip {}", one.date),
            None => String::new(),
        };
        table.row([clock::day(one.date), words::who_misses(one), rather, option]);
    }
    table.text(context.style)
}
