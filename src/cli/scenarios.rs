//! `sunwise scenarios`: the team as it is and as it would be, side by side.

use std::path::PathBuf;

use clap::Args;

use super::answer::{Answer, Failure};
use super::output::Output;
use super::table::{Table, figures, words as head};
use super::value::FromTo;
use super::{Context, choose, what_if};
use crate::export::json;
use crate::plan::scenario::{Scenario, scenario};
use crate::team::WhatIf;
use crate::words::amount::duration;
use crate::words::clock::Clock;
use crate::words::scenario as words;

#[derive(Args, Debug)]
pub struct Arguments {
    /// The team file
    #[arg(value_name = "TEAM.ron")]
    team: PathBuf,
    /// With a hire there: "Lisbon", "Kenji in Tokyo", "Lima with Mo-Fr 08:00-16:00"; each is a scenario
    #[arg(long, value_name = "CITY")]
    with: Vec<String>,
    /// Without this member; each is a scenario
    #[arg(long, value_name = "NAME")]
    without: Vec<String>,
    /// If clocks change no more: us-permanent-summer, eu-permanent-standard, ...; each is a scenario
    #[arg(long, value_name = "LAW")]
    clocks: Vec<String>,
    /// What `overlap --what-if` supposes; several at once with `;` between them
    #[arg(long, value_name = "WHAT")]
    what_if: Vec<String>,
    #[command(flatten)]
    dates: FromTo,
    #[command(flatten)]
    pub output: Output,
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    let (team, warnings) = choose::team(&arguments.team)?;
    choose::members(&team, &[])?;
    let horizon = arguments.dates.horizon(context)?;
    let mut wanted: Vec<Vec<String>> = vec![Vec::new()];
    wanted.extend(arguments.with.iter().map(|text| vec![joins(text)]));
    wanted.extend(arguments.without.iter().map(|name| vec![format!("{name} leaves")]));
    wanted.extend(arguments.clocks.iter().map(|law| vec![law.clone()]));
    wanted.extend(arguments.what_if.iter().map(|texts| texts.split(';').map(|text| text.trim().to_owned()).collect()));
    let mut found = Vec::new();
    for texts in wanted {
        let (_, what_ifs): (_, Vec<WhatIf>) = what_if::suppose(&team, &texts, horizon.start.utc().date())?;
        found.push(scenario(&team, &what_ifs, horizon)?);
    }
    let text = if arguments.output.is_json() {
        json::scenarios(&team.name, horizon, &found)
    } else {
        for_people(&found, context)
    };
    Ok(Answer::new(text).with_notes(warnings))
}

/// `Lisbon` as `Lisbon joins`, `Kenji in Tokyo with ...` as `Kenji joins in Tokyo with ...`.
fn joins(text: &str) -> String {
    let (who, hours) = match text.split_once(" with ") {
        Some((who, hours)) => (who, format!(" with {hours}")),
        None => (text, String::new()),
    };
    match who.split_once(" in ") {
        Some((name, place)) => format!("{name} joins in {place}{hours}"),
        None => format!("{who} joins{hours}"),
    }
}

fn for_people(all: &[Scenario], context: Context) -> String {
    let columns = [
        head("Scenario"),
        figures("All a week"),
        figures("Worst season"),
        figures("Covered"),
        figures("Chain a day"),
        figures("Longest gap"),
        head("Slowest answer"),
        head("Rota's worst"),
    ];
    let mut table = Table::new(columns);
    for found in all {
        let outcome = &found.outcome;
        table.row([
            words::name(found, Clock::Hours24),
            duration(outcome.together.mean),
            duration(outcome.together.worst),
            duration(outcome.coverage.mean),
            duration(found.chain_covered),
            duration(found.chain_gap),
            words::slowest(found),
            words::rotas(found),
        ]);
    }
    table.text(context.style)
}

#[cfg(test)]
mod tests {
    #[test]
    fn who_comes_is_said_shortly() {
        for (text, meant) in [
            ("Lisbon", "Lisbon joins"),
            ("Kenji in Tokyo", "Kenji joins in Tokyo"),
            ("Lima with Mo-Fr 08:00-16:00", "Lima joins with Mo-Fr 08:00-16:00"),
            ("Luz in Lima with Mo-Fr 08:00-16:00", "Luz joins in Lima with Mo-Fr 08:00-16:00"),
        ] {
            assert_eq!(super::joins(text), meant);
        }
    }
}
