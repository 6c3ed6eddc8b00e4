use std::path::PathBuf;

use clap::Args;

use super::answer::{Answer, Failure};
use super::table::{Table, figures, words};
use super::value::FromTo;
use super::{Context, choose};
use crate::export::json;
use crate::plan::overlap::{Pairs, pairs};
use crate::time::Minutes;

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
    /// For machines
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    let (team, warnings) = choose::team(&arguments.team)?;
    let members = choose::members(&team, &arguments.members)?;
    let horizon = arguments.dates.horizon(context)?;
    let found = pairs(&members, horizon, &team.policy);
    let target = team.policy.target_overlap;
    let text = if arguments.json {
        json::pairs(&team.name, horizon, target, &found)
    } else {
        for_people(&found, target, context)
    };
    Ok(Answer::new(text).with_notes(warnings))
}

fn for_people(found: &Pairs, target: Minutes, context: Context) -> String {
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
    let mut waits = Table::new([words("Asks"), words("Answers"), figures("Mean wait"), figures("Longest")]);
    for response in &found.responses {
        let shown = |wait: Option<Minutes>| wait.map_or_else(|| "never".to_owned(), |wait| wait.to_string());
        waits.row([name(response.from), name(response.to), shown(response.mean), shown(response.longest)]);
    }
    let bridge = |&member: &usize| format!("\n{} is the only bridge between two groups.\n", name(member));
    let bridges: String = found.bridges.iter().map(bridge).collect();
    format!("{}{bridges}\n{}", shared.text(context.style), waits.text(context.style))
}
