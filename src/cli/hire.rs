use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::answer::{Answer, Failure};
use super::table::{Table, figures, words};
use super::value::{FromWeeks, duration};
use super::{Context, choose};
use crate::export::json;
use crate::plan::hire::{Fail, Figures, HirePlan, Question, hire};
use crate::team::{Goal, Opening, Team};
use crate::time::{Hours, Minutes};
use crate::words::clock::Clock;
use crate::words::hire::{advert_line, cities};

/// How many places are shown to people unless they ask for another number.
const SHOWN: usize = 20;

#[derive(Args, Debug)]
pub struct Arguments {
    /// The team file
    #[arg(value_name = "TEAM.ron")]
    team: PathBuf,
    /// An opening of the file; the only one unless said
    #[arg(conflicts_with_all = ["hours", "shift"])]
    name: Option<String>,
    /// An opening with these hours, instead of one of the file
    #[arg(long, value_name = "H", value_parser = hours)]
    hours: Option<Hours>,
    /// How far the hours may be shifted, in half-hours
    #[arg(long, value_name = "2h", value_parser = duration, requires = "hours")]
    shift: Option<Minutes>,
    /// What the hire is for
    #[arg(long)]
    goal: Option<GoalArgument>,
    /// How many places
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    top: Option<u16>,
    #[command(flatten)]
    dates: FromWeeks,
    /// For machines
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum GoalArgument {
    /// Time shared with the team
    Overlap,
    /// Hours of the week in which somebody works
    Coverage,
    /// A chain that follows the sun
    Handoff,
}

impl From<GoalArgument> for Goal {
    fn from(goal: GoalArgument) -> Self {
        match goal {
            GoalArgument::Overlap => Self::Overlap,
            GoalArgument::Coverage => Self::Coverage,
            GoalArgument::Handoff => Self::Handoff,
        }
    }
}

fn hours(text: &str) -> Result<Hours, String> {
    Hours::parse(text).map_err(|error| error.to_string())
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    let (team, warnings) = choose::team(&arguments.team)?;
    let members = choose::members(&team, &[])?;
    let horizon = arguments.dates.horizon(context)?;
    let opening = opening(arguments, &team)?;
    let question = Question { members: &members, opening: &opening, policy: &team.policy, horizon };
    let plan = hire(&question, crate::world::cities().all());
    let top = arguments.top.map(usize::from);
    let text = if arguments.json { json::hire(&plan, top) } else { for_people(&plan, top.unwrap_or(SHOWN), context) };
    Ok(Answer::new(text).with_notes(warnings))
}

fn opening(arguments: &Arguments, team: &Team) -> Result<Opening, Failure> {
    let mut opening = match &arguments.hours {
        Some(hours) => {
            Opening { hours: hours.clone(), shift: arguments.shift.unwrap_or_default(), ..Opening::new("Hire") }
        }
        None if arguments.name.is_none() && team.openings.is_empty() => Opening::new("Hire"),
        None => choose::one_of("opening", &team.openings, arguments.name.as_deref(), |opening| &opening.name)?.clone(),
    };
    opening.goal = arguments.goal.map_or(opening.goal, Goal::from);
    Ok(opening)
}

fn for_people(plan: &HirePlan, top: usize, context: Context) -> String {
    let advert = plan.advert.as_ref().map(|advert| format!("{}\n\n", advert_line(advert, Clock::Hours24)));
    let columns = |place: &str| {
        let headings = [figures("#"), words(place), words("Zone"), words("Hours"), figures("Score")];
        let outcome = [figures("With all"), figures("Worst week"), figures("Newly covered"), words("Fails")];
        headings.into_iter().chain(outcome)
    };
    let mut table = Table::new(columns("Place"));
    for (i, line) in plan.lines.iter().take(top).enumerate() {
        let more = line.zones.len() - 1;
        let zone =
            if more == 0 { line.zone.name().to_owned() } else { format!("{} and {more} more", line.zone.name()) };
        let place = [(i + 1).to_string(), cities(&line.cities, 3), zone];
        let outcome = outcome(&line.figures, line.score, &line.fails);
        table.row_alarming_if(!line.fails.is_empty(), place.into_iter().chain(outcome));
    }
    let mut text = advert.unwrap_or_default() + &table.text(context.style);
    if !plan.candidates.is_empty() {
        let mut named = Table::new(columns("Candidate"));
        for (i, who) in plan.candidates.iter().enumerate() {
            let place = [(i + 1).to_string(), who.name.clone(), who.place.zone.name().to_owned()];
            let outcome = outcome(&who.figures, who.score, &who.fails);
            named.row_alarming_if(!who.fails.is_empty(), place.into_iter().chain(outcome));
        }
        text.push('\n');
        text.push_str(&named.text(context.style));
    }
    text
}

fn outcome(figures: &Figures, score: f64, fails: &[Fail]) -> Vec<String> {
    let fails: Vec<String> = fails.iter().map(ToString::to_string).collect();
    vec![
        figures.hours.to_string(),
        format!("{score:.1}"),
        figures.together.mean.to_string(),
        figures.together.worst.to_string(),
        figures.coverage.gain.to_string(),
        fails.join("; "),
    ]
}
