//! `sunwise cadence`: a whole set of meetings.

use std::path::PathBuf;

use clap::Args;

use super::answer::{Answer, Failure};
use super::missed::missed_table;
use super::output::Output;
use super::table::{Table, figures, words as head};
use super::value::FromWeeks;
use super::{Context, choose};
use crate::availability::RateMinutes;
use crate::export::json;
use crate::plan::cadence::{Cadence, CadenceAsk, Missed, Plan, cadence, missed};
use crate::plan::meet::Ask;
use crate::team::Team;
use crate::time::{Minutes, USUAL_WEEKS, coming_monday};
use crate::words::cadence as words;
use crate::words::clock::Clock;
use crate::words::meet::slot;

#[derive(Args, Debug)]
pub struct Arguments {
    /// The team file
    #[arg(value_name = "TEAM.ron")]
    team: PathBuf,
    /// What a meeting may cost anybody in a week, in the mean; 2 points unless said
    #[arg(long, value_name = "POINTS", value_parser = points)]
    limit: Option<RateMinutes>,
    /// The length of a daily sync, in minutes; 15 unless said
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=1440))]
    daily: Option<i64>,
    /// The length of the weekly meeting of all, in minutes; 60 unless said
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=1440))]
    weekly: Option<i64>,
    #[command(flatten)]
    dates: FromWeeks,
    #[command(flatten)]
    pub output: Output,
}

fn points(text: &str) -> Result<RateMinutes, String> {
    let points = text.parse::<f64>().ok().filter(|points| (0.0..=1_000_000.0).contains(points));
    points
        .map(RateMinutes::from_points)
        .ok_or_else(|| "write a number of points from 0 on, such as 2 or 1.5".to_owned())
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    let (team, warnings) = choose::team(&arguments.team)?;
    let limit = arguments.limit.unwrap_or(CadenceAsk::USUAL_LIMIT);
    let ask = CadenceAsk {
        team: &team,
        from: arguments.dates.from.unwrap_or_else(|| coming_monday(context.now)),
        weeks: arguments.dates.weeks.unwrap_or(USUAL_WEEKS),
        limit,
        daily: arguments.daily.map_or(CadenceAsk::USUAL_DAILY, Minutes),
        weekly: arguments.weekly.map_or(CadenceAsk::USUAL_WEEKLY, Minutes),
    };
    let found = cadence(&ask)?;
    let plans: Vec<&Plan> = found.groups.iter().map(|group| &group.plan).chain([&found.all]).collect();
    let mut misses = Vec::new();
    for plan in &plans {
        let asked = Ask::of(&team, &plan.meeting, ask.from)?;
        misses.push(missed(&asked, &plan.meeting.chosen, &team.policy.rates));
    }
    let text = if arguments.output.is_json() {
        json::cadence(&team, &found, limit, &misses)
    } else {
        for_people(&team, &found, limit, &plans, &misses, context)
    };
    Ok(Answer::new(text).with_notes(warnings))
}

fn for_people(
    team: &Team,
    found: &Cadence,
    limit: RateMinutes,
    plans: &[&Plan],
    misses: &[Vec<Missed>],
    context: Context,
) -> String {
    let mut text = words::lines(team, found, limit, Clock::Hours24).join("\n") + "\n\n";
    let mut table = Table::new([
        head("Meeting"),
        head("Who"),
        head("When"),
        figures("Minutes"),
        figures("Most for one, a week"),
        figures("Missed"),
    ]);
    let groups = found.groups.iter().map(|group| group.members.as_slice()).chain([&[][..]]);
    for ((plan, misses), members) in plans.iter().zip(misses).zip(groups) {
        let is_all = plan.meeting.attendees.required.is_empty();
        let who = if is_all { format!("all {}", team.members.len()) } else { words::who(team, members).join(", ") };
        let slots: Vec<String> = plan.meeting.chosen.iter().map(|one| slot(one, Clock::Hours24)).collect();
        let missed = misses.iter().filter(|one| one.who.iter().any(|who| who.required)).count();
        let held = plan.best.occurrences.len();
        table.row_alarming_if(
            slots.is_empty(),
            [
                plan.meeting.name.clone(),
                who,
                if slots.is_empty() { "written".to_owned() } else { slots.join(", then ") },
                plan.meeting.minutes.0.to_string(),
                plan.worst_a_week().points().to_string(),
                if slots.is_empty() { String::new() } else { format!("{missed} of {held}") },
            ],
        );
    }
    text.push_str(&table.text(context.style));
    // A daily sync that somebody misses has its next one a day later.
    let weekly = misses.last().filter(|missed| !missed.is_empty());
    let name = &found.all.meeting.name;
    text + &weekly.map_or_else(String::new, |missed| {
        format!("\n{name} is missed:\n{}", missed_table(&found.all.meeting.chosen, missed, context))
    })
}
