//! `sunwise overlap`: when members are together.

mod at;
mod draw;

use std::path::PathBuf;

use clap::Args;

use super::answer::{Answer, Failure};
use super::output::Output;
use super::table::{self, Table, figures};
use super::value::FromTo;
use super::{Context, choose, clocks, value, what_if};
use crate::availability::whereabouts;
use crate::export::{Part, json};
use crate::plan::overlap::{Nudge, Outcome, Overlap, Steady, nudge, outcome, overlap, steady};
use crate::team::{Member, Team};
use crate::time::{Instant, Minutes, Span, Spans};
use crate::words;
use crate::words::clock::Clock;
use crate::words::overlap::year;

/// Windows are listed one by one up to this length of horizon.
const LISTED: Minutes = Minutes(5 * Minutes::WEEK.0);

#[derive(Args, Debug)]
pub struct Arguments {
    /// The team file
    #[arg(value_name = "TEAM.ron")]
    team: PathBuf,
    #[command(flatten)]
    dates: FromTo,
    /// Only these members
    #[arg(long, value_name = "A,B")]
    members: Vec<String>,
    /// How many of them must be there; all unless said
    #[arg(long, value_name = "K")]
    at_least: Option<usize>,
    /// Count flexible hours, too
    #[arg(long)]
    flexible: bool,
    #[command(flatten)]
    at: at::AtArguments,
    /// The smallest shift of hours, each within their flexible ones, that reaches so much a workday; the team's target unless said
    #[arg(long, value_name = "3h", num_args = 0..=1, value_parser = value::duration)]
    #[expect(clippy::option_option, reason = "the option may be left out, or come without a value")]
    nudge: Option<Option<Minutes>>,
    /// Suppose something: eu-permanent-summer, "Ana moves to Bangkok from 2027-04-01", "Tokyo joins", "Ana leaves"; several in turn
    #[arg(long, value_name = "WHAT")]
    what_if: Vec<String>,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    drawing: draw::DrawArguments,
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    let (base, warnings) = choose::team(&arguments.team)?;
    if let Some(text) = arguments.at.answer(&base.calendars, || choose::members(&base, &arguments.members))? {
        return Ok(Answer::new(text).with_notes(warnings));
    }
    let horizon = arguments.dates.horizon(context)?;
    let (team, what_ifs) = what_if::suppose(&base, &arguments.what_if, horizon.start.utc().date())?;
    let asked = choose::members(&base, &arguments.members)?;
    let members = still_chosen(&base, &team, &asked)?;
    if let Some(wanted) = arguments.at_least.filter(|wanted| !(1..=members.len()).contains(wanted)) {
        return Err(Failure::new(format!("--at-least {wanted} of {} cannot be; give 1 to {0}", members.len())));
    }
    if let Some(path) = &arguments.drawing.draw {
        let at_least = arguments.at_least.unwrap_or(members.len());
        let asked = draw::Asked { team: &team, members: &members, at_least, flexible: arguments.flexible };
        let first = horizon.start.utc().date();
        let drawing = Part::whole(arguments.drawing.bytes(path, &asked, first)?);
        return Ok(Answer::of(vec![drawing]).into_file(path).with_notes(warnings));
    }
    let found = overlap(&members, &team.calendars, horizon, arguments.at_least, arguments.flexible);
    let shifts = arguments
        .nudge
        .map(|target| nudge(&members, horizon, found.at_least, target.unwrap_or(team.policy.target_overlap)));
    let supposed: Vec<String> = what_ifs.iter().map(|what_if| words::what_if::said(what_if, Clock::Hours24)).collect();
    let outcomes = (!supposed.is_empty())
        .then(|| (outcome(&asked, horizon, &base.policy), outcome(&members, horizon, &team.policy)));
    let answer = if arguments.output.is_json() {
        let mut document = json::OverlapDocument::new(&team.name, &found, arguments.flexible);
        if let Some(nudge) = &shifts {
            document = document.with_nudge(nudge, &members);
        }
        if let Some((before, after)) = outcomes {
            document = document.with_what_if(json::Supposed { supposed, before, after });
        }
        Answer::json(document)
    } else {
        let compared = outcomes.map(|(before, after)| difference(&supposed, &before, &after)).unwrap_or_default();
        let nudged = shifts.as_ref().map(|nudge| nudged(nudge, &members)).unwrap_or_default();
        Answer::new(compared + &nudged + &for_people(&members, &found, arguments.flexible, context))
    };
    let missed = shifts.filter(|nudge| !nudge.is_reached());
    let missed = missed.map(|nudge| format!("no shift of hours reaches {} a workday", nudge.target));
    Ok(answer.with_notes(warnings).no_if(missed))
}

/// Of the supposed team those who were asked about and are still there, and those who joined.
fn still_chosen<'t>(base: &Team, team: &'t Team, asked: &[&Member]) -> Result<Vec<&'t Member>, Failure> {
    let is_chosen =
        |member: &&Member| asked.iter().any(|other| other.name == member.name) || base.member(&member.name).is_none();
    let members: Vec<&Member> = team.members.iter().filter(is_chosen).collect();
    if members.is_empty() { Err(Failure::new("nobody is left to be together")) } else { Ok(members) }
}

/// What was supposed, and what it changes.
fn difference(supposed: &[String], before: &Outcome, after: &Outcome) -> String {
    let sentences = words::what_if::difference(before, after).join("\n");
    format!("What if: {}.\n{sentences}\n\n", supposed.join("; "))
}

/// How a target is reached: the answer, and a line for every shift.
fn nudged(nudge: &Nudge, members: &[&Member]) -> String {
    let mut text = words::nudge::answer(nudge, members) + "\n";
    for shift in &nudge.shifts {
        text = format!("{text}  {}\n", words::nudge::shift(shift, members));
    }
    text + "\n"
}

fn for_people(members: &[&Member], found: &Overlap, flexible: bool, context: Context) -> String {
    let (all, k) = (members.len(), found.at_least);
    let who = if k == all { "All".to_owned() } else { format!("At least {k}") };
    let weeks = found.over.minutes().0 as f64 / Minutes::WEEK.0 as f64;
    let mean = Minutes((found.windows.minutes().0 as f64 / weeks).round() as i64);
    let has_calendars = members.iter().any(|member| !member.busy.is_empty());
    let counted = if has_calendars { "leave, holidays and busy times" } else { "leave and holidays" };
    let mut text = format!(
        "{who} of {all} are together for {mean} a week ({} windows, {} to {} UTC, {counted} counted)\n\n",
        found.windows.iter().count(),
        date(found.over.start),
        date(found.over.end),
    );
    let steady = steady(members, found.over, k, flexible);
    text = format!("{text}{}.\n\n", year(&steady, crate::time::Zone::UTC));
    if k == all && !flexible {
        text.push_str(&by_seasons(members, &steady, context));
    }
    if found.over.minutes() <= LISTED && !found.windows.is_empty() {
        text.push_str(&listed(members, &found.windows, found.over, context));
    }
    text
}

/// The steady week of every season: what a week without leave and holidays looks like.
fn by_seasons(members: &[&Member], seasons: &[Steady], context: Context) -> String {
    let mut table = Table::new([
        table::words("From"),
        table::words("To"),
        figures("A week"),
        figures("A workday"),
        table::words("Clocks and moves"),
    ]);
    for season in seasons {
        let week = season.a_week();
        table.row_alarming_if(
            week == Minutes::ZERO,
            [
                date(season.span.start),
                date(season.span.end),
                week.to_string(),
                Minutes(week.0 / 5).to_string(),
                clocks::changes(&season.changes, |member| &members[member].name),
            ],
        );
    }
    table.text(context.style) + "\n"
}

/// Every window, with the local times of those who are few enough to be shown side by side.
fn listed(members: &[&Member], windows: &Spans, over: Span, context: Context) -> String {
    const SIDE_BY_SIDE: usize = 6;
    let shown = if members.len() <= SIDE_BY_SIDE { members } else { &[] };
    let columns = [table::words("UTC"), figures("Length")]
        .into_iter()
        .chain(shown.iter().map(|member| table::words(&member.name)));
    let places: Vec<Vec<(Span, crate::time::Zone)>> = shown.iter().map(|member| whereabouts(member, over)).collect();
    let mut table = Table::new(columns);
    for window in windows {
        let utc = |at: Instant| at.utc().format("%H:%M").to_string();
        let local = |places: &Vec<(Span, crate::time::Zone)>| {
            let zone = places.iter().find(|(span, _)| span.contains(window.start)).map(|&(_, zone)| zone);
            let clock = |at: Instant| zone.map_or(at.utc(), |zone| zone.local(at)).format("%a %H:%M").to_string();
            format!("{}-{}", clock(window.start), &clock(window.end)[4..])
        };
        let day = window.start.utc().format("%a %Y-%m-%d");
        let first = [format!("{day} {}-{}", utc(window.start), utc(window.end)), window.minutes().to_string()];
        table.row(first.into_iter().chain(places.iter().map(local)));
    }
    table.text(context.style)
}

fn date(at: Instant) -> String {
    at.utc().date().to_string()
}
