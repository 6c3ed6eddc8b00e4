mod settled;

use std::path::PathBuf;

use clap::Args;

use super::answer::{Answer, Failure};
use super::table::{Table, figures, words};
use super::value::{FromWeeks, every};
use super::{Context, choose};
use crate::export::json;
use crate::plan::meet::{Ask, Suggestion, suggest};
use crate::team::{Attendees, Every, Meeting, Team};
use crate::time::{Minutes, coming_monday};
use crate::words::clock::Clock;
use crate::words::meet::{sentence, slot};

#[derive(Args, Debug)]
pub struct Arguments {
    /// The team file
    #[arg(value_name = "TEAM.ron")]
    team: PathBuf,
    /// A meeting of the file; the only one unless said
    #[arg(conflicts_with_all = ["minutes", "every", "with", "optional"])]
    name: Option<String>,
    /// A meeting of this length, instead of one of the file; 30 unless said
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=1440))]
    minutes: Option<i64>,
    /// How often: weekday, week, 2-weeks, 4-weeks, or once a month 1st, 2nd, 3rd, 4th, last; week unless said
    #[arg(long, value_parser = every)]
    every: Option<Every>,
    /// Without whom the meeting is none; the whole team unless said
    #[arg(long, value_name = "A,B")]
    with: Vec<String>,
    /// Whose burden counts half
    #[arg(long, value_name = "C")]
    optional: Vec<String>,
    /// How many slots take turns
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(u8).range(1..=4))]
    slots: Option<u8>,
    #[command(flatten)]
    dates: FromWeeks,
    /// How many suggestions
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=100))]
    top: u16,
    /// For machines
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    settled: settled::SettledArguments,
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    let (team, warnings) = choose::team(&arguments.team)?;
    let meeting = meeting(arguments, &team)?;
    let ask = Ask::of(&team, &meeting, coming_monday(context.now))?;
    if arguments.settled.is_wanted() {
        let text = arguments.settled.text(&meeting, &ask, &team.policy.rates, context)?;
        return Ok(arguments.settled.put(text)?.with_notes(warnings));
    }
    let found = suggest(&ask, &team.policy.rates, arguments.top.into())?;
    let text = if arguments.json { json::meet(&meeting.name, &found) } else { for_people(&meeting, &found, context) };
    Ok(Answer::new(text).with_notes(warnings))
}

/// The meeting of the file or of the arguments; arguments about slots and dates hold for either.
fn meeting(arguments: &Arguments, team: &Team) -> Result<Meeting, Failure> {
    let Arguments { minutes, every, with, optional, .. } = arguments;
    let is_of_file = minutes.is_none() && every.is_none() && with.is_empty() && optional.is_empty();
    let mut meeting = if is_of_file {
        choose::one_of("meeting", &team.meetings, arguments.name.as_deref(), |meeting| &meeting.name)
            .map_err(|failure| with_advice(&failure, arguments.name.is_none() && team.meetings.is_empty()))?
            .clone()
    } else {
        choose::members(team, &[])?;
        let listed = |lists: &[String]| if lists.is_empty() { Ok(Vec::new()) } else { choose::listed(team, lists) };
        Meeting {
            name: "Meeting".to_owned(),
            minutes: Minutes(minutes.unwrap_or(30)),
            every: every.unwrap_or(Every::Week),
            attendees: Attendees { required: listed(with)?, optional: listed(optional)? },
            slots: 1,
            from: None,
            weeks: Meeting::USUAL_WEEKS,
            chosen: Vec::new(),
        }
    };
    meeting.slots = arguments.slots.unwrap_or(meeting.slots);
    meeting.from = arguments.dates.from.or(meeting.from);
    meeting.weeks = arguments.dates.weeks.unwrap_or(meeting.weeks);
    Ok(meeting)
}

fn with_advice(failure: &Failure, is_none_there: bool) -> Failure {
    let advice = if is_none_there { "; say what is wanted, such as --minutes 30 --every week" } else { "" };
    Failure::new(format!("{failure}{advice}"))
}

fn for_people(meeting: &Meeting, found: &[Suggestion], context: Context) -> String {
    let Some(best) = found.first() else { return "nothing can be suggested\n".to_owned() };
    let mut text = format!("{}: {}\n\n", meeting.name, sentence(best, Clock::Hours24));
    let mut ranked =
        Table::new([figures("#"), words("Slots"), figures("Most for one"), figures("For all"), figures("Moved")]);
    for (i, suggestion) in found.iter().enumerate() {
        let slots: Vec<String> = suggestion.slots.iter().map(|one| slot(one, Clock::Hours24)).collect();
        ranked.row([
            (i + 1).to_string(),
            slots.join(", then "),
            suggestion.cost.worst.points().to_string(),
            suggestion.cost.total().to_string(),
            suggestion.cost.moved.to_string(),
        ]);
    }
    text.push_str(&ranked.text(context.style));
    text.push_str("\nThe best, by everybody's clock:\n");
    text.push_str(&by_clock(best, context));
    text
}

fn by_clock(best: &Suggestion, context: Context) -> String {
    let columns =
        [words("Who"), words("Local start (times)"), figures("Outside hours"), figures("Points"), words("Moves")];
    let mut table = Table::new(columns);
    for who in &best.attendees {
        let times: Vec<String> = who.times.iter().map(|time| format!("{} ({})", time.start, time.count)).collect();
        let moves: Vec<String> =
            who.moves.iter().map(|moved| format!("{} {} to {}", moved.date, moved.before.1, moved.after.1)).collect();
        let optional = if who.required { "" } else { " (optional)" };
        table.row([
            format!("{}{optional}", who.member),
            times.join(", "),
            who.outside.to_string(),
            who.burden.points().to_string(),
            moves.join(", "),
        ]);
    }
    table.text(context.style)
}
