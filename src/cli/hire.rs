//! `sunwise hire`: where a hire would fit.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::answer::{Answer, Failure};
use super::output::Output;
use super::table::{Table, figures, words};
use super::value::{FromWeeks, duration};
use super::{Context, choose};
use crate::export::{json, markdown};
use crate::plan::Stop;
use crate::plan::hire::{Fail, Figures, HirePlan, Question, add_chains, best_set, interview, rank};
use crate::team::{Goal, Opening, Team};
use crate::time::{Hours, Minutes};
use crate::words::clock::Clock;
use crate::words::hire::{advert_line, cities, set_proof, set_sentence, why};

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
    /// Contact counts 11 % less for every hour between the clocks (Chauvin, Choudhury and Fang)
    #[arg(long)]
    fades_with_distance: bool,
    /// The best places for two or three people at once
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=3))]
    people: Option<u8>,
    /// Instead of the places, the interview sheet of a candidate of the opening, as Markdown
    #[arg(long, value_name = "NAME", conflicts_with_all = ["json", "format", "top"])]
    sheet: Option<String>,
    /// How many places
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    top: Option<u16>,
    #[command(flatten)]
    dates: FromWeeks,
    #[command(flatten)]
    pub output: Output,
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
    if let Some(name) = &arguments.sheet {
        return Ok(Answer::new(sheet(&question, &team, name)?).with_notes(warnings));
    }
    let cities = crate::world::cities().all();
    let never = Stop::default();
    let mut plan = rank(&question, cities, &never);
    let set = best_set(&question, cities, &never);
    let top = arguments.top.map(usize::from);
    let shown = top.unwrap_or(if arguments.output.is_json() { usize::MAX } else { SHOWN });
    add_chains(&question, &mut plan, shown, &never);
    let answer = if arguments.output.is_json() {
        Answer::json(json::HireDocument { plan, set, top })
    } else {
        let set = set.map(|set| {
            format!("The best for {} together: {} {}\n\n", opening.people, set_sentence(&set), set_proof(&set))
        });
        Answer::new(for_people(&plan, &set.unwrap_or_default(), shown, context))
    };
    Ok(answer.with_notes(warnings))
}

/// The interview sheet of a candidate of the opening.
fn sheet(question: &Question, team: &Team, name: &str) -> Result<String, Failure> {
    let opening = question.opening;
    let who = choose::one_of("candidate", &opening.candidates, Some(name), |candidate| &candidate.name)?;
    let never = Stop::default();
    let mut plan = rank(question, &[], &never);
    add_chains(question, &mut plan, 0, &never);
    let named = plan.candidates.iter().find(|named| named.name == who.name);
    let named = named.ok_or_else(|| Failure::new(format!("`{name}` is no candidate")))?;
    Ok(markdown::interview(&opening.name, named, &plan.members, &interview(team, who, question.horizon)))
}

fn opening(arguments: &Arguments, team: &Team) -> Result<Opening, Failure> {
    let mut opening = match &arguments.hours {
        Some(hours) => {
            Opening { hours: hours.clone(), shift: arguments.shift.unwrap_or_default(), ..Opening::new("Hire") }
        }
        None if arguments.name.is_none() && team.openings.is_empty() => Opening::new("Hire"),
        None => choose::one_of("opening", &team.openings, arguments.name.as_deref(), |opening| &opening.name)?.clone(),
    };
    opening.people = arguments.people.unwrap_or(opening.people);
    opening.fades_with_distance |= arguments.fades_with_distance;
    opening.goal = arguments.goal.map_or(opening.goal, Goal::from);
    Ok(opening)
}

fn for_people(plan: &HirePlan, set: &str, top: usize, context: Context) -> String {
    let advert = plan.advert.as_ref().map(|advert| format!("{}\n\n", advert_line(advert, Clock::Hours24)));
    let columns = |place: &str| {
        let headings = [figures("#"), words(place), words("Zone"), words("Hours"), figures("Score")];
        let shared = [figures("A member"), figures("With all"), figures("Worst week")];
        headings.into_iter().chain(shared).chain([figures("Newly covered"), words("Fails")])
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
    let best = plan.lines.first().filter(|line| line.fails.is_empty());
    let why = best.map(|best| format!("Why the first: {}\n", why(best, &plan.members).join(" ")));
    let none = if best.is_none() { "No place meets every requirement; these come nearest.\n\n" } else { "" };
    let mut text = advert.unwrap_or_default() + none + set + &table.text(context.style) + &why.unwrap_or_default();
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
        figures.with_mean().mean.to_string(),
        figures.together.mean.to_string(),
        figures.together.worst.to_string(),
        figures.coverage.gain.to_string(),
        fails.join("; "),
    ]
}
