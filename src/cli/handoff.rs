//! `sunwise handoff`: the chain that follows the sun.

use std::path::PathBuf;

use chrono::Datelike;
use clap::Args;

use super::answer::{Answer, Failure};
use super::output::{Output, Wanted};
use super::style::Style;
use super::table::{Table, figures, words};
use super::value::FromTo;
use super::{Context, choose, clocks};
use crate::export::{self, HandoffFormats, json};
use crate::plan::handoff::{Question, SeasonChain, Waits, YearChain, absences, handoff, waits, worst_date, year};
use crate::team::{Calendars, Member, MemberId, Team};
use crate::time::Minutes;
use crate::words::clock::Clock;
use crate::words::handoff::{away as away_words, chain_sentence, local, wait, year_sentence};

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
    /// The one chain that is best for all of the time, instead of one a season
    #[arg(long)]
    one: bool,
    #[command(flatten)]
    pub output: Output<HandoffFormats>,
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
    let (found, year) = (handoff(&question), year(&question));
    let asked = Asked {
        question: &question,
        calendars: &team.calendars,
        names: members.iter().map(|member| member.name.clone()).collect(),
        style: context.style,
    };
    let name = chain.map_or(team.name.as_str(), |chain| &chain.name);
    let seasons = if arguments.one { &year.seasons } else { &found };
    let text = match arguments.output.wanted() {
        Wanted::Json => json::handoff(&team, &asked.names, &question, &found, &year),
        Wanted::Format(format) => {
            (format.write)(&export::handoff::Asked { name, question: &question, seasons, stamp: context.now })
        }
        Wanted::Table => {
            let seasons = seasons.iter().map(|season| asked.for_people(season)).collect::<Vec<_>>().join("\n");
            format!("{seasons}\n{}", asked.of_the_year(&year, &found, arguments.one))
        }
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

/// What is asked, and how the answer looks.
struct Asked<'a> {
    question: &'a Question<'a>,
    calendars: &'a Calendars,
    names: Vec<String>,
    style: Style,
}

impl Asked<'_> {
    fn for_people(&self, found: &SeasonChain) -> String {
        let (season, chain, names) = (&found.season, &found.chain, &self.names);
        let changes = clocks::changes(&season.changes, |member| &names[member]);
        let why = if changes.is_empty() { String::new() } else { format!(" ({changes})") };
        let title = format!("{} to {}{why}", season.span.start.utc().date(), season.span.end.utc().date());
        let mut text = format!("{}\n{}\n", self.style.heading(&title), chain_sentence(chain, names, Clock::Hours24));
        let waits = waits(self.question, found);
        if !chain.legs.is_empty() {
            text = format!("{text}{}.\n", wait("A question", &waits.covered));
        }
        if !chain.handoffs.is_empty() {
            text.push_str(&self.handoffs(found, &waits));
        }
        let away = absences(self.question, self.calendars, chain, season.span);
        for line in away_words(&away, names, season.span.start.utc().date().year()) {
            text = format!("{text}Away: {line}\n");
        }
        text
    }

    fn handoffs(&self, found: &SeasonChain, waits: &Waits) -> String {
        let mut table = Table::new([
            words("Handoff"),
            words(""),
            words("UTC"),
            words("Gives at"),
            words("Takes at"),
            figures("Together"),
            words(""),
            words("Least on"),
            figures("Mean wait"),
            figures("Longest"),
        ]);
        for (handoff, waited) in found.chain.handoffs.iter().zip(&waits.handoffs) {
            let clock =
                |member: MemberId| local(self.question.members[member], member, found, handoff.at, Clock::Hours24);
            let remark = if handoff.is_live { "live" } else { "not live" };
            let worst = worst_date(self.question, handoff, found.season.span);
            let worst = worst.map_or_else(String::new, |(date, live)| format!("{date} ({live})"));
            let minutes = |minutes: Option<Minutes>| minutes.map_or("never".to_owned(), |minutes| minutes.to_string());
            table.row_alarming_if(
                !handoff.is_live,
                [
                    self.names[handoff.from].clone(),
                    self.names[handoff.to].clone(),
                    handoff.at.to_string(),
                    clock(handoff.from),
                    clock(handoff.to),
                    handoff.live.to_string(),
                    remark.to_owned(),
                    worst,
                    minutes(waited.mean),
                    minutes(waited.longest),
                ],
            );
        }
        table.text(self.style)
    }

    /// What one chain for all of the time would be, or comes to.
    fn of_the_year(&self, year: &YearChain, found: &[SeasonChain], is_shown: bool) -> String {
        let title = self.style.heading("One chain for all of it");
        let hint = if is_shown { "" } else { "\nIts handoffs, season by season: --one" };
        format!(
            "{title}\n{}\n{}{hint}\n",
            chain_sentence(&year.chain, &self.names, Clock::Hours24),
            year_sentence(year, found)
        )
    }
}
