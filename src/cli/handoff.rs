use std::path::PathBuf;

use clap::Args;

use super::answer::{Answer, Failure};
use super::table::{Table, figures, words};
use super::value::FromTo;
use super::{Context, choose, clocks};
use crate::export::json;
use crate::plan::handoff::{Question, SeasonChain, handoff};
use crate::team::{Member, Team};
use crate::words::handoff::chain_sentence;

#[derive(Args, Debug)]
pub struct Arguments {
    /// The team file
    #[arg(value_name = "TEAM.ron")]
    team: PathBuf,
    /// Only members with this role
    #[arg(long, value_name = "R")]
    role: Option<String>,
    /// The role, days and live minutes of a chain of the file
    #[arg(long, value_name = "NAME")]
    chain: Option<String>,
    #[command(flatten)]
    dates: FromTo,
    /// For machines
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    let (team, warnings) = choose::team(&arguments.team)?;
    let horizon = arguments.dates.horizon(context)?;
    let chain = match &arguments.chain {
        Some(name) => Some(choose::one_of("chain", &team.chains, Some(name), |chain| &chain.name)?),
        None => None,
    };
    let role = arguments.role.as_deref().or(chain.and_then(|chain| chain.role.as_deref()));
    let members = with_role(&team, role)?;
    let mut question = Question::usual(&members, &team.policy, horizon);
    if let Some(chain) = chain {
        question.days = &chain.days;
        question.min_live = chain.min_live.unwrap_or(team.policy.min_live);
    }
    let found = handoff(&question);
    let names: Vec<String> = members.iter().map(|member| member.name.clone()).collect();
    let text = if arguments.json {
        json::handoff(&team.name, &names, &found)
    } else {
        found.iter().map(|season| for_people(season, &names, context)).collect::<Vec<_>>().join("\n")
    };
    Ok(Answer::new(text).with_notes(warnings))
}

/// The members with a role; all without one.
fn with_role<'t>(team: &'t Team, role: Option<&str>) -> Result<Vec<&'t Member>, Failure> {
    let members = choose::members(team, &[])?;
    let Some(role) = role else { return Ok(members) };
    let mut roles: Vec<&str> = team.members.iter().flat_map(|member| &member.roles).map(String::as_str).collect();
    roles.sort_unstable();
    roles.dedup();
    let role = *choose::one_of("role", &roles, Some(role), |role| role)?;
    Ok(members.into_iter().filter(|member| member.has_role(role)).collect())
}

fn for_people(season: &SeasonChain, names: &[String], context: Context) -> String {
    let (span, chain) = (season.season.span, &season.chain);
    let changes = clocks::changes(&season.season.changes, |member| &names[member]);
    let why = if changes.is_empty() { String::new() } else { format!(" ({changes})") };
    let title = format!("{} to {}{why}", span.start.utc().date(), span.end.utc().date());
    let mut text = format!("{}\n{}\n", context.style.heading(&title), chain_sentence(chain, names));
    if chain.handoffs.is_empty() {
        return text;
    }
    let mut table = Table::new([words("Handoff"), words(""), words("UTC"), figures("Together"), words("")]);
    for handoff in &chain.handoffs {
        let remark = if handoff.is_live { "live" } else { "not live" };
        table.row_alarming_if(
            !handoff.is_live,
            [
                names[handoff.from].clone(),
                names[handoff.to].clone(),
                handoff.at.to_string(),
                handoff.live.to_string(),
                remark.to_owned(),
            ],
        );
    }
    text.push_str(&table.text(context.style));
    text
}
