//! Is the team file right, and do all share enough?

use std::path::PathBuf;

use clap::Args;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::answer::{Answer, Failure};
use super::output::Output;
use super::table::{Table, figures, words};
use super::value::{FromTo, duration};
use super::{Context, choose};
use crate::plan::overlap::{Pair, Pairs, PairsAlike, pairs};
use crate::team::{Member, MemberId, Team};
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
    let under = arguments.min_overlap.map(|least| Under::of(pairs(&members, horizon, &team.policy), least));
    let reason = under.as_ref().filter(|under| under.count > 0).map(|under| {
        format!("{} of {} pairs share less than {} a workday", under.count, under.found.count(), under.least)
    });
    let answer = if arguments.output.is_json() {
        Answer::json(Checked {
            team: team.name.clone(),
            ok: reason.is_none(),
            warnings: warnings.len(),
            members: team.members.iter().map(|member| member.name.clone()).collect(),
            calendars: read(&team, horizon).map(|calendar| calendar.as_json()).collect(),
            min_overlap_minutes: under.as_ref().map(|under| under.least.0),
            under: UnderRows(under),
        })
    } else {
        Answer::new(for_people(&team, horizon, under.as_ref(), context))
    };
    Ok(answer.with_notes(warnings).no_if(reason))
}

/// The pairs whose worst steady week has less than five workdays of what is wanted.
struct Under {
    least: Minutes,
    found: Pairs,
    count: usize,
}

impl Under {
    fn of(found: Pairs, least: Minutes) -> Self {
        let under = |pairs: &&PairsAlike| pairs.week.worst < Minutes(least.0 * 5);
        let count = found.alike().iter().filter(under).map(|pairs| pairs.count).sum();
        Self { least, found, count }
    }

    /// Each of them by name, in the members' order, with what it has in its worst week.
    fn all(&self) -> impl Iterator<Item = PairRow<'_>> {
        let week = Minutes(self.least.0 * 5);
        let under = self.found.all().filter(move |pair| pair.week.worst < week);
        let name = |member: MemberId| self.found.members[member].as_str();
        let row =
            move |pair: Pair| PairRow { a: name(pair.a), b: name(pair.b), minutes_per_week_worst: pair.week.worst.0 };
        under.map(row)
    }
}

/// The pairs as rows; none where nothing was asked.
struct UnderRows(Option<Under>);

impl Serialize for UnderRows {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().flat_map(Under::all))
    }
}

/// So many pairs are listed.
const MOST_LISTED: usize = 400;

fn for_people(team: &Team, horizon: Span, under: Option<&Under>, context: Context) -> String {
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
    let Some(under) = under else { return text };
    if under.count == 0 {
        let least = under.least;
        return format!("{text}\nEvery pair shares {least} a workday or more, in every season.\n");
    }
    let mut table = Table::new([words("Shares too little"), words("with"), words("A workday in the worst season")]);
    for pair in under.all().take(MOST_LISTED) {
        let a_workday = Minutes(pair.minutes_per_week_worst / 5);
        table.row_alarming_if(true, [pair.a.to_owned(), pair.b.to_owned(), a_workday.to_string()]);
    }
    let more = match under.count.saturating_sub(MOST_LISTED) {
        0 => String::new(),
        more => format!("and {more} pairs more; --json has every pair\n"),
    };
    format!("{text}\n{}{more}", table.text(context.style))
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
        member.busy.iter().filter_map(move |path| {
            Some(Read { member, path, busy: team.calendars.get(path)?.busy()?.spans(member, horizon) })
        })
    })
}

/// What a check finds, for machines.
#[derive(Serialize)]
struct Checked {
    team: String,
    ok: bool,
    warnings: usize,
    members: Vec<String>,
    calendars: Vec<Value>,
    min_overlap_minutes: Option<i64>,
    under: UnderRows,
}

/// A pair that shares too little.
#[derive(Serialize)]
struct PairRow<'a> {
    a: &'a str,
    b: &'a str,
    minutes_per_week_worst: i64,
}
