//! `sunwise panel`: one meeting, once.

use std::cmp::Reverse;
use std::path::PathBuf;

use chrono::{Days, NaiveDate};
use clap::Args;

use super::answer::{Answer, Failure};
use super::output::Output;
use super::table::{Table, figures, words as head};
use super::value::date;
use super::{Context, choose};
use crate::export::ics::Once;
use crate::export::once::Write;
use crate::export::{Format, Formats, OnceFormats, json};
use crate::plan::panel::{Attendee, PanelAsk, Sitting, suggest};
use crate::team::{Member, Team};
use crate::time::{Instant, Minutes, Span, Zone, coming_monday};
use crate::words::clock::Clock;
use crate::words::crowd;
use crate::words::panel as words;

#[derive(Args, Debug)]
pub struct Arguments {
    /// The team file
    #[arg(value_name = "TEAM.ron")]
    team: PathBuf,
    /// How long it lasts; 60 unless said
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(i64).range(1..=1440))]
    minutes: i64,
    /// Of whom some come; the whole team if nobody is named
    #[arg(long, value_name = "A,B,C")]
    with: Vec<String>,
    /// How many of them come; all unless said
    #[arg(long, value_name = "K")]
    at_least: Option<usize>,
    /// Without whom the meeting is none
    #[arg(long, value_name = "D")]
    required: Vec<String>,
    /// The first date; the coming Monday unless said
    #[arg(long, value_name = "D", value_parser = date)]
    from: Option<NaiveDate>,
    /// The date at whose 00:00 UTC the search ends; two weeks after the first unless said
    #[arg(long, value_name = "D", value_parser = date)]
    to: Option<NaiveDate>,
    /// How many times
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=1000))]
    top: u16,
    /// At most so many times of each UTC date
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=96))]
    a_day: Option<u16>,
    #[command(flatten)]
    pub output: Output<OnceFormats>,
    /// As lines to paste into a mail or a chat
    #[arg(long, conflicts_with_all = ["json", "format"])]
    paste: bool,
    /// One of the times into this file as an event for calendars; the same as --format ics -o FILE
    #[arg(long, value_name = "FILE", conflicts_with_all = ["json", "format", "output", "paste"])]
    ics: Option<PathBuf>,
    /// The time to write, 1 for the best, which it is unless said
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1000))]
    pick: Option<u16>,
    /// What the event is called; "Meeting" unless said
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    let event = arguments.event();
    if event.is_none() {
        let options = [("--pick", arguments.pick.is_some()), ("--name", arguments.name.is_some())];
        arguments.output.refuse_misplaced(|_| true, &options)?;
    }
    let (team, warnings) = choose::team(&arguments.team)?;
    let ask = ask(arguments, &team, context)?;
    let a_day = arguments.a_day.map(|most| (most.into(), Zone::UTC));
    let most = arguments.top.max(arguments.pick.unwrap_or(1));
    let found = suggest(&ask, &team.policy.rates, most.into(), a_day)?;
    let none = found.is_empty().then(|| words::none(&ask));
    let text = if let Some(format) = event.filter(|_| none.is_none()) {
        written(arguments, format, &team, &found, context)?
    } else if arguments.output.is_json() {
        json::panel(&team, &ask, &found)
    } else if arguments.paste {
        words::lines(&team, &found, Clock::Hours24).into_iter().map(|line| line + "\n").collect()
    } else {
        for_people(&ask, &found, context)
    };
    let answer = Answer::new(text).with_notes(warnings).no_if(none);
    Ok(match &arguments.ics {
        Some(path) => answer.into_file(path),
        None => answer,
    })
}

impl Arguments {
    /// The format in which one of the times is wanted, instead of the answer.
    fn event(&self) -> Option<&'static Format<Write>> {
        self.output.format().or_else(|| self.ics.as_ref().and(OnceFormats::ALL.first()))
    }
}

fn ask<'t>(arguments: &Arguments, team: &'t Team, context: Context) -> Result<PanelAsk<'t>, Failure> {
    choose::members(team, &[])?;
    let listed = |lists: &[String]| if lists.is_empty() { Ok(Vec::new()) } else { choose::listed(team, lists) };
    let required = listed(&arguments.required)?;
    let everybody = || team.members.iter().map(|member| member.name.clone()).collect::<Vec<_>>();
    let pool = match listed(&arguments.with)? {
        // With only those who must come named, nobody else is asked for.
        none if none.is_empty() && required.is_empty() => everybody(),
        none if none.is_empty() && arguments.at_least.is_some() => {
            let required: std::collections::HashSet<&String> = required.iter().collect();
            everybody().into_iter().filter(|name| !required.contains(name)).collect()
        }
        named => named,
    };
    let from = arguments.from.unwrap_or_else(|| coming_monday(context.now));
    let to = arguments.to.or_else(|| from.checked_add_days(Days::new(PanelAsk::USUAL_DAYS)));
    // What is over today is not offered, unless the date is said.
    let start =
        if arguments.from.is_some() { Instant::midnight(from) } else { Instant::midnight(from).max(context.now) };
    let over = to.and_then(|to| Span::new(start, Instant::midnight(to)));
    let over = over.ok_or_else(|| Failure::new(format!("the dates are reversed: --to does not come after {from}")))?;
    let at_least = arguments.at_least.unwrap_or(pool.len());
    Ok(PanelAsk::of(team, (&required, &pool), at_least, Minutes(arguments.minutes), over)?)
}

/// The time that is picked, for calendars.
fn written(
    arguments: &Arguments,
    format: &Format<Write>,
    team: &Team,
    found: &[Sitting],
    context: Context,
) -> Result<String, Failure> {
    let number = usize::from(arguments.pick.unwrap_or(1));
    let sitting = found.get(number - 1);
    let sitting = sitting.ok_or_else(|| {
        Failure::new(format!("there is no time {number} for this meeting: only {} can be picked", found.len()))
    })?;
    let description = words::description(team, sitting, Clock::Hours24);
    let name = arguments.name.as_deref().unwrap_or("Meeting");
    Ok((format.write)(&Once { name, team, sitting, description: &description }, context.now))
}

fn for_people(ask: &PanelAsk, found: &[Sitting], context: Context) -> String {
    let Some(best) = found.first() else { return String::new() };
    let mut text = format!("{}\n\n", words::sentence(best, Clock::Hours24));
    let mut table = Table::new([
        figures("#"),
        head("UTC"),
        head("Who"),
        figures("Most for one"),
        figures("For all"),
        head("Others"),
    ]);
    for (i, one) in found.iter().enumerate() {
        let (start, end) = (one.span.start.utc(), one.span.end.utc());
        let when = format!("{} {}", start.format("%a %-d %b"), Clock::Hours24.between(start, end));
        let names: Vec<&str> = one.attendees.iter().map(|comes| one.name(comes.member)).collect();
        let who = if names.len() > crowd::MANY { crowd::names(&names) } else { names.join(", ") };
        let (worst, total) = (one.cost.worst.points().to_string(), one.cost.total.points().to_string());
        table.row([(i + 1).to_string(), when, who, worst, total, words::others(one)]);
    }
    text.push_str(&table.text(context.style));
    text + "\nThe best, by everybody's clock:\n" + &clocks(ask, best, context)
}

/// So many rows stand for many people.
const CLOCK_ROWS: usize = 40;

/// What the best time is by everybody's clock. Of many, those who see and pay the same have one row, and who pays most comes first.
fn clocks(ask: &PanelAsk, best: &Sitting, context: Context) -> String {
    let comes = best.attendees.iter().map(|one| (one, if one.required { "required" } else { "" }));
    let could = best.substitutes.iter().map(|one| (one, "could come as well"));
    let everybody: Vec<&Member> = ask.everybody().collect();
    let row = |(one, remark): (&Attendee, &'static str)| {
        let member = everybody[one.member];
        (member.name.as_str(), words::local(member, best, Clock::Hours24), one.burden, remark)
    };
    let mut rows: Vec<_> = comes.chain(could).map(row).map(|row| (row, 1)).collect();
    if rows.len() > crowd::MANY {
        let alike = crowd::together(rows, |((_, local, burden, remark), _)| (local.clone(), *burden, *remark));
        rows = alike.into_iter().map(|mut same| (same.swap_remove(0).0, same.len() + 1)).collect();
        rows.sort_by_key(|((_, _, burden, _), _)| Reverse(*burden));
    }
    let mut table = Table::new([head("Who"), head("Local time"), figures("Points"), head("")]);
    let most = if rows.len() > crowd::MANY { CLOCK_ROWS } else { rows.len() };
    for ((name, local, burden, remark), many) in rows.iter().take(most) {
        table.row([crowd::like(name, *many), local.clone(), burden.points().to_string(), (*remark).to_owned()]);
    }
    let left: usize = rows.iter().skip(most).map(|(_, many)| many).sum();
    let more = if left > 0 { format!("... and {left} more, who pay no more than these\n") } else { String::new() };
    table.text(context.style) + &more
}
