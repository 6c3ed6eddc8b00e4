//! `sunwise meet`: when a recurring meeting hurts least.

use std::path::PathBuf;

use clap::Args;

use super::answer::{Answer, Failure};
use super::output::Output;
use super::value::{FromWeeks, every};
use super::{Context, choose};
use crate::export::{MeetingFormats, json};
use crate::plan::meet::{Ask, AskError, Budget, Suggestions, anchors, suggest_within};
use crate::team::{Attendees, Every, Meeting, MeetingOptions, Team};
use crate::time::{Minutes, coming_monday};

mod ledger;
mod people;
mod settled;

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
    rules: Rules,
    #[command(flatten)]
    dates: FromWeeks,
    /// How many suggestions
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=100))]
    top: u16,
    #[command(flatten)]
    ledger: ledger::LedgerArguments,
    #[command(flatten)]
    pub output: Output<MeetingFormats>,
    #[command(flatten)]
    settled: settled::SettledArguments,
}

/// What the slots have to keep to; each holds instead of what the file says.
#[derive(Args, Debug)]
struct Rules {
    /// At most so many slots are bad for any required member: not in their hours or flexible time at least half of the time
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=4))]
    max_bad_slots: Option<u8>,
    /// Any two required members meet in comfort at least every N-th time
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1000))]
    comfort_every: Option<u16>,
    /// Every time at least so many required members are in comfort
    #[arg(long, value_name = "Q", value_parser = clap::value_parser!(u16).range(1..=5000))]
    quorum: Option<u16>,
    /// The chosen slots stay first as long as no others burden people less
    #[arg(long)]
    keep: bool,
    /// What somebody has borne before, such as "Ana=12.5"; may be given several times
    #[arg(long, value_name = "NAME=POINTS", value_parser = carried)]
    carried: Vec<(String, f64)>,
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    arguments.output.refuse_misplaced(|_| true, &arguments.settled.given())?;
    let (team, warnings) = choose::team(&arguments.team)?;
    let meeting = meeting(arguments, &team)?;
    if let Some(text) =
        arguments.ledger.answer(&arguments.team, &team, &meeting, (arguments.output.is_json(), context))?
    {
        return Ok(Answer::new(text).with_notes(warnings));
    }
    let ask = Ask::of(&team, &meeting, coming_monday(context.now))?;
    if let Some(format) = arguments.output.format() {
        let text = arguments.settled.text(format, &meeting, &ask, &team.policy.rates, context)?;
        return Ok(Answer::new(text).with_notes(warnings));
    }
    let rates = &team.policy.rates;
    let found = match suggest_within(&ask, rates, arguments.top.into(), Budget::USUAL) {
        Err(ref none @ AskError::NoneAllowed { untried, .. }) => {
            let nothing = Suggestions { all: Vec::new(), untried };
            let text =
                if arguments.output.is_json() { json::meet(&meeting.name, &nothing, None) } else { String::new() };
            return Ok(Answer::new(text).with_notes(warnings).no_if(Some(none.to_string())));
        }
        found => found?,
    };
    let anchors = found.all.first().map(|best| anchors(&ask, rates, &best.slots)).transpose()?;
    let text = if arguments.output.is_json() {
        json::meet(&meeting.name, &found, anchors.as_ref())
    } else {
        people::answer(&meeting, &found, anchors.as_ref(), context)
    };
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
            options: MeetingOptions::default(),
        }
    };
    meeting.slots = arguments.slots.unwrap_or(meeting.slots);
    meeting.from = arguments.dates.from.or(meeting.from);
    meeting.weeks = arguments.dates.weeks.unwrap_or(meeting.weeks);
    arguments.rules.apply(&mut meeting.options, team)?;
    Ok(meeting)
}

impl Rules {
    fn apply(&self, options: &mut MeetingOptions, team: &Team) -> Result<(), Failure> {
        options.max_bad_slots = self.max_bad_slots.or(options.max_bad_slots);
        options.comfort_every = self.comfort_every.or(options.comfort_every);
        options.quorum = self.quorum.or(options.quorum);
        options.keep_chosen |= self.keep;
        for (name, points) in &self.carried {
            for name in choose::listed(team, std::slice::from_ref(name))? {
                options.carried.insert(name, *points);
            }
        }
        Ok(())
    }
}

/// `Ana Ribeiro=12.5`.
fn carried(text: &str) -> Result<(String, f64), String> {
    let parts = text.rsplit_once('=').map(|(name, points)| (name.trim().to_owned(), points.trim().parse::<f64>()));
    match parts {
        Some((name, Ok(points))) if (0.0..=1e6).contains(&points) => Ok((name, points)),
        _ => Err("write a name and points from 0 to 1000000, such as \"Ana=12.5\"".to_owned()),
    }
}

fn with_advice(failure: &Failure, is_none_there: bool) -> Failure {
    let advice = if is_none_there { "; say what is wanted, such as --minutes 30 --every week" } else { "" };
    Failure::new(format!("{failure}{advice}"))
}
