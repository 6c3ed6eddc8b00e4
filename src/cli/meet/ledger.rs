//! `sunwise meet --settle`: what was borne goes into the ledger of the meeting.

use chrono::NaiveDate;

use super::Arguments;
use crate::cli::answer::{Answer, Failure};
use crate::cli::table::{Table, figures, words};
use crate::cli::{Context, choose};
use crate::disk;
use crate::export::json;
use crate::plan::meet::{Settled, settle};
use crate::team::{Meeting, Team, rewrite};
use crate::words::amount::count;
use crate::words::meet::carried_lines;

/// Books what was borne before `until`, and writes it into the file if asked.
pub(super) fn run(
    arguments: &Arguments,
    team: &Team,
    meeting: &Meeting,
    until: NaiveDate,
    context: Context,
) -> Result<Answer, Failure> {
    let settled = settle(team, meeting, until)?;
    if arguments.save {
        save(arguments, team, &settled)?;
    }
    let text =
        if arguments.output.is_json() { json::settled(&meeting.name, &settled) } else { for_people(&settled, context) };
    Ok(Answer::new(text))
}

fn save(arguments: &Arguments, team: &Team, settled: &Settled) -> Result<(), Failure> {
    let mut team = team.clone();
    for meeting in team.meetings.iter_mut().filter(|meeting| meeting.name == settled.meeting.name) {
        meeting.clone_from(&settled.meeting);
    }
    let bytes = choose::team_bytes(&arguments.team)?;
    let rewritten = rewrite(&String::from_utf8_lossy(&bytes), &team);
    if !rewritten.comments_lost.is_empty() {
        let lost = rewritten.comments_lost.join("\n");
        return Err(Failure::new(format!("not saved, for these comments would be lost; move them elsewhere:\n{lost}")));
    }
    Ok(disk::write_atomic(&arguments.team, rewritten.text.as_bytes())?)
}

fn for_people(settled: &Settled, context: Context) -> String {
    let until = settled.meeting.from.map(|from| from.to_string()).unwrap_or_default();
    let held = count(settled.occurrences, "occurrence");
    let mut table = Table::new([words("Who"), figures("Booked"), figures("Carried")]);
    for (name, booked) in &settled.booked {
        let carried = settled.meeting.options.carried.get(name).copied().unwrap_or_default();
        table.row([name.clone(), booked.points().to_string(), crate::availability::Points(carried).to_string()]);
    }
    let lines: Vec<String> = carried_lines(settled).into_iter().map(|line| format!("    {line}\n")).collect();
    let name = &settled.meeting.name;
    format!(
        "{name}: {held} before {until} booked\n\n{}\nIn the team file (--save writes it):\n{}",
        table.text(context.style),
        lines.concat()
    )
}
