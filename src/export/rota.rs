//! What a rota can be saved as: every format under one roof, for the command line and the window.

use thiserror::Error;

use super::file_stem;
use super::ics::Feed;
use super::oncall::{Address, better_stack, goalert, grafana, pagerduty, terraform};
use super::{csv, ics, markdown, ron};
use crate::plan::rota::RotaPlan;
use crate::team::{Rota, Team};
use crate::time::Instant;
use crate::words::{clock::list, rota::tier};

/// A format of an exported rota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Rusty Object Notation: lossless, to plan the next rota by.
    Ron,
    /// iCalendar for the calendars of people.
    Ics,
    /// iCalendar that takes back what was imported.
    Cancellation,
    /// Comma-separated values, for spreadsheets and pay.
    Csv,
    /// Markdown, to read and to paste.
    Markdown,
    /// iCalendar as Grafana `OnCall` imports it.
    Grafana,
    /// iCalendar as Better Stack imports it.
    BetterStack,
    /// Overrides for a schedule of PagerDuty.
    PagerDuty,
    /// Layers for Terraform's provider of PagerDuty.
    Terraform,
    /// Temporary schedules of GoAlert.
    GoAlert,
}

/// How a rota is cut into files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Cut {
    /// All in one file.
    #[default]
    Whole,
    /// A file a tier.
    ByTier,
    /// A file a member.
    ByMember,
}

/// One of the files that are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What is added to the name of the file: `primary`, `ana-ribeiro`; nothing where there is one file.
    pub suffix: String,
    /// Its text.
    pub text: String,
}

/// Why a rota cannot be written in a format.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CannotExport {
    /// The tool would not know who these people are.
    #[error("{tool} knows people by their {address}, which {} {}; add it to the team file", list(names), if names.len() == 1 { "has not" } else { "have not" })]
    Unknown {
        /// The on-call tool.
        tool: &'static str,
        /// What it knows people by.
        address: &'static str,
        /// Who has none, in the team's order.
        names: Vec<String>,
    },
    /// Layers can only say a cycle.
    #[error("{0}; write overrides instead, which can say every rota")]
    NoCycle(String),
}

impl Format {
    /// All formats: for people first, then for on-call tools.
    pub const ALL: [Format; 10] = [
        Format::Ics,
        Format::Ron,
        Format::Csv,
        Format::Markdown,
        Format::Cancellation,
        Format::Grafana,
        Format::PagerDuty,
        Format::Terraform,
        Format::GoAlert,
        Format::BetterStack,
    ];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Ron => "RON",
            Format::Ics => "Calendar (ICS)",
            Format::Cancellation => "Cancelled calendar (ICS)",
            Format::Csv => "CSV",
            Format::Markdown => "Markdown",
            Format::Grafana => "Grafana OnCall",
            Format::BetterStack => "Better Stack",
            Format::PagerDuty => "PagerDuty overrides",
            Format::Terraform => "PagerDuty layers (Terraform)",
            Format::GoAlert => "GoAlert",
        }
    }

    /// The program that it is for.
    const fn tool(self) -> &'static str {
        match self {
            Format::PagerDuty | Format::Terraform => "PagerDuty",
            other => other.name(),
        }
    }

    /// What it is good for.
    pub const fn about(self) -> &'static str {
        match self {
            Format::Ron => "Lossless; the next rota is planned by it",
            Format::Ics => "For the calendars of people: free, not busy; import it again after a change",
            Format::Cancellation => "Takes the events of an imported calendar back",
            Format::Csv => "For spreadsheets and pay: hours, nights, holidays and points a turn",
            Format::Markdown => "To read, and to paste into a page or a chat",
            Format::Grafana => "An iCal file a tier; host it and give its address to a schedule",
            Format::BetterStack => "An iCal file a tier; unknown addresses are invited as members there",
            Format::PagerDuty => "The body of POST /schedules/{id}/overrides, a file a tier; handles are user ids",
            Format::Terraform => "pagerduty_schedule, only for a rota that is a pure cycle; handles are user ids",
            Format::GoAlert => "Mutations that set temporary schedules of 150 turns; handles are user ids",
        }
    }

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Format::Ron => "ron",
            Format::Ics | Format::Cancellation | Format::Grafana | Format::BetterStack => "ics",
            Format::Csv => "csv",
            Format::Markdown => "md",
            Format::PagerDuty | Format::GoAlert => "json",
            Format::Terraform => "tf",
        }
    }

    /// Whether it is for an on-call tool. There a tier is a step of the escalation policy, and each has a schedule, so a
    /// file, of its own.
    pub const fn is_for_a_tool(self) -> bool {
        self.address().is_some()
    }

    /// Whether its files can be cut by tier and by member.
    pub const fn can_be_cut(self) -> bool {
        matches!(self, Format::Ics | Format::Cancellation)
    }

    /// What an on-call tool knows people by.
    const fn address(self) -> Option<Address> {
        match self {
            Format::Grafana => Some(Address::Either),
            Format::BetterStack => Some(Address::Email),
            Format::PagerDuty | Format::Terraform | Format::GoAlert => Some(Address::Handle),
            _ => None,
        }
    }
}

/// The name that is proposed for the file of a rota: `production-escalation.ics`.
pub fn file_name(rota: &str, format: Format) -> String {
    format!("{}.{}", file_stem(rota, "rota"), format.ending())
}

/// `plan` of the `rota` of `team` in a format, as one file or several; `stamp` is the time of export.
///
/// # Errors
/// When a tool would not know some of the people, or cannot express the rota.
pub fn files(
    team: &Team,
    rota: &Rota,
    plan: &RotaPlan,
    format: Format,
    cut: Cut,
    stamp: Instant,
) -> Result<Vec<Part>, CannotExport> {
    if let Some(address) = format.address() {
        address.known(team, plan, format.tool())?;
        return (0..plan.problem.tiers()).map(|tier| for_tool(team, rota, plan, format, tier, stamp)).collect();
    }
    let whole = |text| vec![Part { suffix: String::new(), text }];
    Ok(match format {
        Format::Ron => whole(ron::write(&ron::WrittenRota::new(team, rota, plan))),
        Format::Csv => whole(csv::rota(team, plan)),
        Format::Markdown => whole(markdown::rota(team, rota, plan)),
        Format::Ics => calendars(team, plan, cut, |feed| ics::rota(team, plan, feed, stamp)),
        _ => calendars(team, plan, cut, |feed| ics::cancelled(team, plan, feed, stamp)),
    })
}

fn for_tool(
    team: &Team,
    rota: &Rota,
    plan: &RotaPlan,
    format: Format,
    number: usize,
    stamp: Instant,
) -> Result<Part, CannotExport> {
    let text = match format {
        Format::Grafana => grafana(team, plan, number, stamp),
        Format::BetterStack => better_stack(team, plan, number, stamp),
        Format::PagerDuty => pagerduty(team, plan, number),
        Format::GoAlert => goalert(team, plan, number),
        _ => terraform(team, rota, plan, number).map_err(CannotExport::NoCycle)?,
    };
    let suffix = if plan.problem.tiers() > 1 { file_stem(tier(number), "") } else { String::new() };
    Ok(Part { suffix, text })
}

fn calendars(team: &Team, plan: &RotaPlan, cut: Cut, write: impl Fn(&Feed) -> String) -> Vec<Part> {
    let part = |name: &str, feed: Feed| Part { suffix: file_stem(name, ""), text: write(&feed) };
    match cut {
        Cut::Whole => vec![part("", Feed::default())],
        Cut::ByTier => (0..plan.problem.tiers())
            .map(|number| part(tier(number), Feed { tier: Some(number), member: None }))
            .collect(),
        Cut::ByMember => {
            let mut parts: Vec<Part> = Vec::new();
            for member in team.members.iter().filter(|member| holds(plan, &member.name)) {
                let mut part = part(&member.name, Feed { tier: None, member: Some(member.name.clone()) });
                // `Ana!` and `Ana?` are two people, so two files.
                let same = |part: &Part| parts.iter().any(|other| other.suffix == part.suffix);
                while part.suffix.is_empty() || same(&part) {
                    part.suffix.push('x');
                }
                parts.push(part);
            }
            parts
        }
    }
}

/// Whether a member holds anything.
fn holds(plan: &RotaPlan, name: &str) -> bool {
    plan.rows.iter().any(|row| row.tiers.iter().flatten().any(|holder| holder == name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    const STAMP: Instant = Instant::from_epoch(29_927_520);

    fn made(rota: usize, format: Format, cut: Cut) -> Result<Vec<Part>, CannotExport> {
        let mut team = sample::team();
        for (member, handle) in team.members.iter_mut().zip(["ana", "bo", "cai"]) {
            member.handle = Some(handle.to_owned());
            member.email = Some(format!("{handle}@example.com"));
        }
        files(&team, &sample::rotas()[rota], &sample::planned(rota), format, cut, STAMP)
    }

    fn suffixes(parts: Result<Vec<Part>, CannotExport>) -> Vec<String> {
        parts.expect("files").into_iter().map(|part| part.suffix).collect()
    }

    #[test]
    fn a_file_is_named_after_its_rota() {
        assert_eq!(file_name("Production escalation", Format::Ics), "production-escalation.ics");
        assert_eq!(file_name(" A / b: c ", Format::Csv), "a-b-c.csv");
        assert_eq!(file_name("…", Format::Terraform), "rota.tf");
    }

    #[test]
    fn calendars_are_cut_as_asked() {
        assert_eq!(suffixes(made(0, Format::Ics, Cut::Whole)), [""]);
        assert_eq!(suffixes(made(0, Format::Ics, Cut::ByTier)), ["primary", "secondary"]);
        assert_eq!(suffixes(made(1, Format::Ics, Cut::ByMember)), ["ana-the-first", "bo", "cai"]);
    }

    #[test]
    fn tools_get_a_file_a_tier() {
        for format in Format::ALL.into_iter().filter(|format| format.is_for_a_tool() && *format != Format::Terraform) {
            assert_eq!(suffixes(made(0, format, Cut::Whole)), ["primary", "secondary"], "{format:?}");
            assert_eq!(suffixes(made(1, format, Cut::Whole)), [""], "{format:?}");
        }
    }

    #[test]
    fn people_that_a_tool_would_not_know_are_named() {
        let (team, rotas) = (sample::team(), sample::rotas());
        let error = |format| files(&team, &rotas[0], &sample::planned(0), format, Cut::Whole, STAMP).unwrap_err();
        assert_eq!(
            error(Format::GoAlert).to_string(),
            "GoAlert knows people by their `handle`, which Ana, the first, Bo and Cai have not; add it to the team file"
        );
        assert_eq!(
            error(Format::Grafana).to_string(),
            "Grafana OnCall knows people by their `handle` or `email`, which Bo and Cai have not; add it to the team file"
        );
    }
}
