//! What each pair shares, and how long they wait for each other.

use std::path::PathBuf;

use clap::Args;

use super::answer::{Answer, Failure};
use super::output::Output;
use super::table::{Table, figures, words};
use super::value::{FromTo, duration};
use super::{Context, choose};
use crate::export::json::PairsDocument;
use crate::plan::overlap::{Losses, Pairs, PairsAlike, Response, RoundTrips, pairs_and_losses, round_trips};
use crate::team::{Member, MemberId};
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
    let (pairs, losses) = pairs_and_losses(&members, horizon, &team.policy);
    let trips = round_trips(&members, horizon, arguments.work);
    let target = team.policy.target_overlap;
    let answer = if arguments.output.is_json() {
        let (team, work) = (team.name.clone(), arguments.work);
        Answer::json(PairsDocument { team, horizon, target, pairs, work, trips, losses })
    } else {
        let text = Text { members: &members, pairs: &pairs, trips: &trips, target, context };
        Answer::new(format!("{}\n{}\n{}", text.shared(), text.waits(), text.without(&losses)))
    };
    Ok(answer.with_notes(warnings))
}

/// What an answer takes: no longer than a plan reaches.
fn work(text: &str) -> Result<Minutes, String> {
    let minutes = duration(text)?;
    if minutes <= LONGEST { Ok(minutes) } else { Err(format!("an answer takes at most {LONGEST}")) }
}

/// Four weeks.
const LONGEST: Minutes = Minutes(4 * Minutes::WEEK.0);

/// More rows nobody reads: then those who are alike are one row, and so many rows stand for all.
const MOST_ROWS: usize = 400;
/// So many rows of a table that stands for all.
const SUMMARY_ROWS: usize = 40;

/// The answer for people.
struct Text<'a> {
    members: &'a [&'a Member],
    pairs: &'a Pairs,
    trips: &'a RoundTrips,
    target: Minutes,
    context: Context,
}

impl Text<'_> {
    fn name(&self, member: MemberId) -> String {
        self.pairs.members[member].clone()
    }

    /// Members who are there at the same times: by name if it is one, else how many of which hours.
    fn group(&self, members: &[MemberId]) -> String {
        let Some((&first, others)) = members.split_first() else { return String::new() };
        if others.is_empty() {
            return self.name(first);
        }
        let who = self.members[first];
        format!("{} like {} in {}, {}", members.len(), who.name, who.home.short_name(), who.hours)
    }

    /// What each pair shares, and who alone ties groups together.
    fn shared(&self) -> String {
        let heads = [words("Pair"), words(""), figures("Mean a week"), figures("Worst week"), words("")];
        let mut table = Table::new(heads);
        let remark = |is_under: bool| {
            if is_under { format!("under {} a workday", self.target) } else { String::new() }
        };
        let mut more = String::new();
        if self.pairs.count() > MOST_ROWS {
            let alike = self.pairs.alike();
            for pairs in alike.iter().take(SUMMARY_ROWS) {
                let is_within = pairs.a == pairs.b;
                let other = if is_within { "each other".to_owned() } else { self.group(pairs.b) };
                let [mean, worst] = [pairs.week.mean, pairs.week.worst].map(|minutes| minutes.to_string());
                table.row_alarming_if(
                    pairs.is_under_target,
                    [self.group(pairs.a), other, mean, worst, remark(pairs.is_under_target)],
                );
            }
            more = self.summary(&alike);
        } else {
            for pair in self.pairs.all() {
                let [mean, worst] = [pair.week.mean, pair.week.worst].map(|minutes| minutes.to_string());
                table.row_alarming_if(
                    pair.is_under_target,
                    [self.name(pair.a), self.name(pair.b), mean, worst, remark(pair.is_under_target)],
                );
            }
        }
        let bridge = |&member: &MemberId| format!("\n{} is the only bridge between two groups.\n", self.name(member));
        let bridges: String = self.pairs.bridges.iter().map(bridge).collect();
        more + &table.text(self.context.style) + &bridges
    }

    /// What the pairs of a large team come to, the worst of them by name.
    fn summary(&self, alike: &[PairsAlike]) -> String {
        let least = self.pairs.least().map_or_else(String::new, |pair| {
            let worst = pair.week.worst;
            format!(" The least share {} and {}: {worst} in their worst week.", self.name(pair.a), self.name(pair.b))
        });
        let rows = match alike.len() {
            all @ ..=SUMMARY_ROWS => format!("{all} rows, those with the same hours together"),
            all => format!("the {SUMMARY_ROWS} that share least of {all} rows, those with the same hours together"),
        };
        format!(
            "{} pairs, {} of them under {} a workday.{least}\nBelow: {rows}; --json has every pair.\n\n",
            self.pairs.count(),
            self.pairs.count_under_target(),
            self.target,
        )
    }

    /// How long each waits for each other: until a question is seen, and until its answer is read.
    fn waits(&self) -> String {
        let mut table = Table::new([
            words("Asks"),
            words("Answers"),
            figures("Mean wait"),
            figures("Longest"),
            figures("Mean round trip"),
            figures("Longest"),
        ]);
        let shown = |wait: Option<Minutes>| wait.map_or_else(|| "never".to_owned(), |wait| wait.to_string());
        let figures = |response: &Response| {
            let trip = self.trips.trip(response.from, response.to);
            [response.mean, response.longest, trip.mean, trip.longest.map(|(longest, _)| longest)].map(shown)
        };
        if self.pairs.count() > MOST_ROWS {
            for (response, asking, answering) in self.pairs.responses_alike().iter().take(SUMMARY_ROWS) {
                let [mean, longest, trip, longest_trip] = figures(response);
                table.row([self.group(asking), self.group(answering), mean, longest, trip, longest_trip]);
            }
        } else {
            for response in self.pairs.responses() {
                let [mean, longest, trip, longest_trip] = figures(&response);
                table.row([self.name(response.from), self.name(response.to), mean, longest, trip, longest_trip]);
            }
        }
        table.text(self.context.style)
    }

    /// What becomes of the team without each member. In a large team those whose absence changes most stand for all.
    fn without(&self, losses: &Losses) -> String {
        let mut table = Table::new([words("Without"), words("")]);
        let mut shown: Vec<MemberId> = MemberId::all(self.pairs.members.len()).collect();
        if shown.len() > MOST_ROWS {
            shown.sort_by_key(|&member| {
                (losses.without[member].parted.is_empty(), -losses.uncovered(member).mean.0, member)
            });
            shown.truncate(SUMMARY_ROWS);
        }
        for member in shown {
            let parts = !losses.without[member].parted.is_empty();
            let line = lost::line(losses, member, &self.pairs.members);
            table.row_alarming_if(parts, [self.name(member), line]);
        }
        table.text(self.context.style)
    }
}
