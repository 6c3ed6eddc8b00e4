use std::path::PathBuf;

use clap::Args;

use super::answer::{Answer, Failure};
use super::output::Output;
use super::table::{Table, figures, words};
use super::value::{FromTo, duration};
use super::{Context, choose};
use crate::export::json;
use crate::plan::overlap::{Losses, Pairs, RoundTrip, losses, pairs, round_trips};
use crate::time::Minutes;
use crate::words::lost;

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
    /// What an answer takes, for the round trip of a question
    #[arg(long, value_name = "30m", default_value = "30m", value_parser = work)]
    work: Minutes,
    #[command(flatten)]
    pub output: Output,
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    let (team, warnings) = choose::team(&arguments.team)?;
    let members = choose::members(&team, &arguments.members)?;
    let horizon = arguments.dates.horizon(context)?;
    let found = pairs(&members, horizon, &team.policy);
    let trips = round_trips(&members, horizon, arguments.work);
    let losses = losses(&members, horizon, &found);
    let target = team.policy.target_overlap;
    let text = if arguments.output.is_json() {
        let asked = json::Trips { work: arguments.work, trips: &trips };
        json::pairs(&team.name, horizon, target, &found, asked, &losses)
    } else {
        let shared = shared(&found, target, context);
        let waits = waits(&found, &trips, context);
        format!("{shared}\n{waits}\n{}", without(&found, &losses, context))
    };
    Ok(Answer::new(text).with_notes(warnings))
}

/// What an answer takes: no longer than a plan reaches.
fn work(text: &str) -> Result<Minutes, String> {
    let minutes = duration(text)?;
    if minutes <= LONGEST { Ok(minutes) } else { Err(format!("an answer takes at most {LONGEST}")) }
}

/// Four weeks.
const LONGEST: Minutes = Minutes(4 * Minutes::WEEK.0);

/// What each pair shares, and who alone ties groups together.
fn shared(found: &Pairs, target: Minutes, context: Context) -> String {
    let name = |member: usize| found.members[member].clone();
    let mut shared = Table::new([words("Pair"), words(""), figures("Mean a week"), figures("Worst week"), words("")]);
    for (i, pair) in found.pairs.iter().enumerate() {
        let is_under = found.under_target.binary_search(&i).is_ok();
        let remark = if is_under { format!("under {target} a workday") } else { String::new() };
        shared.row_alarming_if(
            is_under,
            [name(pair.a), name(pair.b), pair.mean_week().to_string(), pair.worst_week.to_string(), remark],
        );
    }
    let bridge = |&member: &usize| format!("\n{} is the only bridge between two groups.\n", name(member));
    let bridges: String = found.bridges.iter().map(bridge).collect();
    shared.text(context.style) + &bridges
}

/// How long each waits for each other: until a question is seen, and until its answer is read.
fn waits(found: &Pairs, trips: &[RoundTrip], context: Context) -> String {
    let name = |member: usize| found.members[member].clone();
    let mut waits = Table::new([
        words("Asks"),
        words("Answers"),
        figures("Mean wait"),
        figures("Longest"),
        figures("Mean round trip"),
        figures("Longest"),
    ]);
    for (response, trip) in found.responses.iter().zip(trips) {
        let shown = |wait: Option<Minutes>| wait.map_or_else(|| "never".to_owned(), |wait| wait.to_string());
        waits.row([
            name(response.from),
            name(response.to),
            shown(response.mean),
            shown(response.longest),
            shown(trip.mean),
            shown(trip.longest.map(|(longest, _)| longest)),
        ]);
    }
    waits.text(context.style)
}

/// What becomes of the team without each member.
fn without(found: &Pairs, losses: &Losses, context: Context) -> String {
    let mut table = Table::new([words("Without"), words("")]);
    for (member, name) in found.members.iter().enumerate() {
        let parts = !losses.without[member].parted.is_empty();
        table.row_alarming_if(parts, [name.clone(), lost::line(losses, member, &found.members)]);
    }
    table.text(context.style)
}
