use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::answer::{Answer, Failure};
use super::output::Output;
use super::table::{Table, figures, words};
use super::value::{FromTo, duration};
use super::{Context, choose};
use crate::export::json::text;
use crate::plan::overlap::{Pair, Pairs, pairs};
use crate::team::{Member, Team};
use crate::time::{Instant, Minutes, Span, Spans};
use crate::words::busy::first_and_last;

#[derive(Args, Debug)]
pub struct Arguments {
    /// The team file
    #[arg(value_name = "TEAM.ron")]
    team: PathBuf,
    /// Fail unless every pair shares so much a workday: a fifth of its worst steady week
    #[arg(long, value_name = "3h", value_parser = duration)]
    min_overlap: Option<Minutes>,
    #[command(flatten)]
    dates: FromTo,
    #[command(flatten)]
    pub output: Output,
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    let (team, warnings) = choose::team(&arguments.team)?;
    let horizon = arguments.dates.horizon(context)?;
    let members: Vec<&Member> = team.members.iter().collect();
    let found = arguments.min_overlap.map(|least| (least, pairs(&members, horizon, &team.policy)));
    let under: Vec<&Pair> = found.iter().flat_map(|(least, found)| under(found, *least)).collect();
    let answer = if arguments.output.is_json() {
        as_json(&team, horizon, warnings.len(), found.as_ref(), &under)
    } else {
        for_people(&team, horizon, found.as_ref(), &under, context)
    };
    let reason = found.as_ref().filter(|_| !under.is_empty()).map(|(least, found)| {
        format!("{} of {} pairs share less than {least} a workday", under.len(), found.pairs.len())
    });
    Ok(Answer::new(answer).with_notes(warnings).no_if(reason))
}

/// The pairs whose worst steady week has less than five workdays of `least`.
fn under(found: &Pairs, least: Minutes) -> impl Iterator<Item = &Pair> {
    found.pairs.iter().filter(move |pair| pair.worst_week < Minutes(least.0 * 5))
}

fn a_workday(pair: &Pair) -> Minutes {
    Minutes(pair.worst_week.0 / 5)
}

fn for_people(
    team: &Team,
    horizon: Span,
    found: Option<&(Minutes, Pairs)>,
    under: &[&Pair],
    context: Context,
) -> String {
    let count = |number: usize, noun: &str| format!("{number} {noun}{}", if number == 1 { "" } else { "s" });
    let mut text = format!(
        "{}: {}, {}, {}, {}, {}\n",
        team.name,
        count(team.members.len(), "member"),
        count(team.meetings.len(), "meeting"),
        count(team.chains.len(), "chain"),
        count(team.rotas.len(), "rota"),
        count(team.openings.len(), "opening"),
    );
    if !team.members.is_empty() {
        let mut table = Table::new([words("Member"), words("Place"), words("Zone"), words("Hours")]);
        for member in &team.members {
            let (place, zone) = (member.home.short_name(), member.home.zone.name().to_owned());
            table.row([member.name.clone(), place, zone, member.hours.to_string()]);
        }
        text = format!("{text}\n{}", table.text(context.style));
    }
    text.push_str(&calendars(team, horizon, context));
    let Some((least, found)) = found else { return text };
    if under.is_empty() {
        return format!("{text}\nEvery pair shares {least} a workday or more, in every season.\n");
    }
    let mut table = Table::new([words("Shares too little"), words("with"), words("A workday in the worst season")]);
    for pair in under {
        let name = |member: usize| found.members[member].clone();
        table.row_alarming_if(true, [name(pair.a), name(pair.b), a_workday(pair).to_string()]);
    }
    format!("{text}\n{}", table.text(context.style))
}

/// The calendars that were read, with their busy times within the horizon.
fn calendars(team: &Team, horizon: Span, context: Context) -> String {
    let all: Vec<Read<'_>> = read(team, horizon).collect();
    if all.is_empty() {
        return String::new();
    }
    let mut table = Table::new([words("Member"), words("Calendar"), figures("Busy times"), words("From"), words("To")]);
    for Read { member, path, busy } in all {
        let [first, last] = first_and_last(&busy, member).unwrap_or_default();
        table.row([member.name.clone(), path.to_owned(), busy.as_slice().len().to_string(), first, last]);
    }
    let date = |at: Instant| at.utc().date();
    format!(
        "\nBusy by their calendars, {} to {} UTC\n\n{}",
        date(horizon.start),
        date(horizon.end),
        table.text(context.style)
    )
}

/// A calendar of somebody.
struct Read<'t> {
    member: &'t Member,
    path: &'t str,
    busy: Spans,
}

impl Read<'_> {
    fn as_json(&self) -> Value {
        let dates = first_and_last(&self.busy, self.member);
        let [first, last] = dates.map_or([None, None], |dates| dates.map(Some));
        json!({
            "member": self.member.name,
            "path": self.path,
            "busy_times": self.busy.as_slice().len(),
            "busy_minutes": self.busy.minutes().0,
            "from": first,
            "to": last,
        })
    }
}

fn read(team: &Team, horizon: Span) -> impl Iterator<Item = Read<'_>> {
    team.members.iter().flat_map(move |member| {
        member.busy.iter().filter_map(move |calendar| {
            Some(Read { member, path: &calendar.path, busy: calendar.busy()?.spans(member, horizon) })
        })
    })
}

fn as_json(team: &Team, horizon: Span, warnings: usize, found: Option<&(Minutes, Pairs)>, under: &[&Pair]) -> String {
    let short = |pair: &&Pair| {
        let names = &found.map_or(&[][..], |(_, found)| &found.members);
        json!({
            "a": names.get(pair.a),
            "b": names.get(pair.b),
            "minutes_per_week_worst": pair.worst_week.0,
        })
    };
    text(&json!({
        "team": team.name,
        "ok": under.is_empty(),
        "warnings": warnings,
        "members": team.members.iter().map(|member| &member.name).collect::<Vec<_>>(),
        "calendars": read(team, horizon).map(|calendar| calendar.as_json()).collect::<Vec<_>>(),
        "min_overlap_minutes": found.map(|(least, _)| least.0),
        "under": under.iter().map(short).collect::<Vec<_>>(),
    }))
}
