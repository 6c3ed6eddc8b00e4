//! The command line: verbs, tables for people, JSON for machines, exit codes (SPEC section 9).
//!
//! [`run`] reads from the top: arguments, the team, the verb, the answer. Each verb is a file with its arguments and one function that
//! makes an `Answer`; nothing but [`run`] prints, and nothing but [`run`] reads the clock. What is said of the answer itself, how it is written and
//! where to, is `Output`, the same for all verbs.

mod about;
mod answer;
mod briefing;
mod cadence;
mod check;
mod choose;
mod cities;
mod clocks;
mod context;
mod handoff;
mod hire;
mod meet;
mod missed;
mod output;
mod overlap;
mod pairs;
mod panel;
mod rota;
mod scenarios;
mod style;
mod table;
mod value;
mod what_if;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::{Parser, Subcommand};

use crate::disk::{self, ReadError, Unreadable};
use crate::spelling;
use crate::time::Instant;
use answer::{Answer, Failure};
use context::Context;
use style::Style;

/// How long it may take to find out whether a file for the window can be read.
const PATIENCE: Duration = Duration::from_millis(500);

/// What the command line came to.
#[derive(Clone, Debug)]
pub enum Asked {
    /// No verb: the window is wanted, with this team.
    Window(Option<PathBuf>),
    /// A verb was done, or could not be: what the process says of it.
    Done(ExitCode),
}

/// Plan for a team that is spread over the world's time zones.
///
/// Without a verb the window opens. Dates are UTC dates of the years 2000 to 2099, such as 2027-01-04; unless said,
/// plans begin with the coming Monday (today, if it is one) and reach over 52 weeks.
#[derive(Debug, Parser)]
#[command(name = "sunwise", version, args_conflicts_with_subcommands = true)]
#[command(after_help = "Exit codes: 0 done; 1 the answer is \"no\" (a check fails, a gap is left); 2 unusable input.")]
struct Arguments {
    /// The team to open in the window
    #[arg(value_name = "TEAM.ron")]
    team: Option<PathBuf>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Is the team file right? With --min-overlap: do all share enough?
    Check(check::Arguments),
    /// When members are together
    Overlap(overlap::Arguments),
    /// What each pair shares, and how long they wait for each other
    Pairs(pairs::Arguments),
    /// When a recurring meeting hurts least
    Meet(meet::Arguments),
    /// A whole set of meetings: daily syncs, one for all, and what should be written instead
    Cadence(cadence::Arguments),
    /// Which times of a meeting somebody misses, each with another date
    Missed(missed::Arguments),
    /// One meeting, once: an interview panel, with so many of some people
    Panel(panel::Arguments),
    /// The chain that follows the sun, season by season
    Handoff(handoff::Arguments),
    /// Who is on duty when
    Rota(rota::Arguments),
    /// Where in the world a hire would fit
    Hire(hire::Arguments),
    /// The team as it is and as it would be, side by side
    Scenarios(scenarios::Arguments),
    /// What a week's clock changes move, and for whom
    Briefing(briefing::Arguments),
    /// Find cities, countries, zones and abbreviations of zones
    Cities(cities::Arguments),
    /// Version, time-zone rules, data sources
    About(about::Arguments),
}

/// Does what the arguments (the program's name first) ask for, and prints the answer; `drawn_by` says what draws the window here.
pub fn run(arguments: impl IntoIterator<Item = OsString>, drawn_by: fn() -> String) -> Asked {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return Asked::Done(answer::print_usage(&error)),
    };
    #[expect(clippy::disallowed_methods, reason = "the command line reads the clock once, here")]
    let now = Instant::from_moment(chrono::Utc::now());
    let context = Context { now, style: Style::of_terminal(), drawn_by };
    match arguments.verb {
        None => match arguments.team.map(openable).transpose() {
            Ok(team) => Asked::Window(team),
            Err(failure) => Asked::Done(refuse(&failure.to_string())),
        },
        Some(verb) => Asked::Done(answer::print(verb.answer(context))),
    }
}

/// Says on standard error why something cannot be done; the exit code for it.
pub fn refuse(why: &str) -> ExitCode {
    answer::print(Err(Failure::new(why)))
}

impl Verb {
    fn answer(&self, context: Context) -> Result<Answer, Failure> {
        match self {
            Self::Check(asked) => asked.output.put(context, |context| check::run(asked, context)),
            Self::Overlap(asked) => asked.output.put(context, |context| overlap::run(asked, context)),
            Self::Pairs(asked) => asked.output.put(context, |context| pairs::run(asked, context)),
            Self::Meet(asked) => asked.output.put(context, |context| meet::run(asked, context)),
            Self::Cadence(asked) => asked.output.put(context, |context| cadence::run(asked, context)),
            Self::Missed(asked) => asked.output.put(context, |context| missed::run(asked, context)),
            Self::Panel(asked) => asked.output.put(context, |context| panel::run(asked, context)),
            Self::Handoff(asked) => asked.output.put(context, |context| handoff::run(asked, context)),
            Self::Rota(asked) => asked.output.put(context, |context| rota::run(asked, context)),
            Self::Hire(asked) => asked.output.put(context, |context| hire::run(asked, context)),
            Self::Scenarios(asked) => asked.output.put(context, |context| scenarios::run(asked, context)),
            Self::Briefing(asked) => asked.output.put(context, |context| briefing::run(asked, context)),
            Self::Cities(asked) => asked.output.put(context, |context| cities::run(asked, context)),
            Self::About(asked) => asked.output.put(context, |context| Ok(about::run(asked, context))),
        }
    }
}

/// A file for the window, unless it cannot be read: what a disk that does not answer holds is left to the window, as is a file that is
/// gone if it was being changed when a window ended. A mistyped verb is no file, and is told from one.
fn openable(path: PathBuf) -> Result<PathBuf, Failure> {
    let asked = path.clone();
    let found = disk::within(PATIENCE, move || match disk::can_read(&asked) {
        Err(ReadError { why: Unreadable::Missing, .. }) if is_left(&asked) => Ok(()),
        found => found,
    });
    match found.unwrap_or(Ok(())) {
        Ok(()) => Ok(path),
        Err(error) => {
            let failure = Failure::from(error);
            let verbs: Vec<String> = <Arguments as clap::CommandFactory>::command()
                .get_subcommands()
                .map(|v| v.get_name().to_owned())
                .collect();
            let typed = path.to_string_lossy();
            let near = spelling::closest(&typed, verbs.iter().map(|verb| (verb, verb)));
            Err(near.map_or(failure, |verb| {
                Failure::new(format!("there is no verb `{typed}`{}", spelling::did_you_mean([verb])))
            }))
        }
    }
}

/// Whether a window that ended left unsaved work of this file.
fn is_left(path: &Path) -> bool {
    let Some(copies) = disk::Recovery::of_user() else { return false };
    let Ok(whole) = std::path::absolute(path) else { return false };
    disk::left(copies.folder()).iter().any(|left| left.unsaved.path.as_ref() == Some(&whole))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        super::Arguments::command().debug_assert();
    }
}
