//! `sunwise meet --settle`: what was borne goes into the ledger of the meeting.

use std::path::Path;

use chrono::NaiveDate;
use clap::Args;

use crate::cli::answer::Failure;
use crate::cli::table::{Table, figures, words};
use crate::cli::value::date;
use crate::cli::{Context, choose};
use crate::disk;
use crate::export::json;
use crate::plan::meet::{Settled, settle};
use crate::team::{Meeting, Team, rewrite};
use crate::words::amount::count;
use crate::words::meet::carried_lines;

#[derive(Args, Debug)]
pub struct LedgerArguments {
    /// Books what was borne before this date into the meeting's ledger, and shows what to write into the file
    #[arg(long, value_name = "D", value_parser = date, conflicts_with_all = ["minutes", "every", "with", "optional", "slots", "from", "weeks", "max_bad_slots", "comfort_every", "quorum", "keep", "carried"])]
    settle: Option<NaiveDate>,
    /// Writes what was settled into the file, whose comments stay
    #[arg(long, requires = "settle")]
    save: bool,
}

impl LedgerArguments {
    /// Books what was borne before the date, and writes it into the file at `path` if asked; nothing without a date.
    pub fn answer(
        &self,
        path: &Path,
        team: &Team,
        meeting: &Meeting,
        (is_json, context): (bool, Context),
    ) -> Result<Option<String>, Failure> {
        let Some(until) = self.settle else { return Ok(None) };
        let settled = settle(team, meeting, until)?;
        if self.save {
            save(path, team, &settled)?;
        }
        Ok(Some(if is_json { json::settled(&meeting.name, &settled) } else { for_people(&settled, context) }))
    }
}

fn save(path: &Path, team: &Team, settled: &Settled) -> Result<(), Failure> {
    let mut team = team.clone();
    for meeting in team.meetings.iter_mut().filter(|meeting| meeting.name == settled.meeting.name) {
        meeting.clone_from(&settled.meeting);
    }
    let bytes = choose::team_bytes(path)?;
    let rewritten = rewrite(&String::from_utf8_lossy(&bytes), &team);
    if !rewritten.comments_lost.is_empty() {
        let lost = rewritten.comments_lost.join("\n");
        return Err(Failure::new(format!("not saved, for these comments would be lost; move them elsewhere:\n{lost}")));
    }
    Ok(disk::write_atomic(path, rewritten.text.as_bytes())?)
}

fn for_people(settled: &Settled, context: Context) -> String {
    let until = settled.meeting.from.map(|from| from.to_string()).unwrap_or_default();
    let held = count(settled.occurrences, "occurrence");
    let mut table = Table::new([words("Who"), figures("Booked"), figures("Carried")]);
    for &(member, booked) in &settled.booked {
        let name = settled.name(member);
        let carried = settled.meeting.options.carried.get(name).copied().unwrap_or_default();
        table.row([name.to_owned(), booked.points().to_string(), crate::availability::Points(carried).to_string()]);
    }
    let lines: Vec<String> = carried_lines(settled).into_iter().map(|line| format!("    {line}\n")).collect();
    let name = &settled.meeting.name;
    format!(
        "{name}: {held} before {until} booked\n\n{}\nIn the team file (--save writes it):\n{}",
        table.text(context.style),
        lines.concat()
    )
}
