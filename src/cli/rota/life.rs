//! A rota after it was published: somebody falls ill or leaves, duties are swapped, burdens are carried over.

use chrono::NaiveDate;
use clap::Args;

use crate::cli::answer::Failure;
use crate::cli::choose;
use crate::cli::value::{date, instant};
use crate::plan::rota::difference::difference;
use crate::plan::rota::swap::swaps;
use crate::plan::rota::{Duty, MemberHours, Published, RotaPlan, Shift};
use crate::team::{Rota, Team};
use crate::time::{Dates, HORIZON_END, Instant};
use crate::words::clock::Clock;
use crate::words::rota as words;

/// So many swaps are shown.
const SWAPS: usize = 10;

#[derive(Args, Debug)]
pub struct LifeArguments {
    /// Leave all shifts that start before this date (in the rota's zone) as they were published, and change as little as can be after it
    #[arg(long, value_name = "D", value_parser = date, requires = "published")]
    replan_from: Option<NaiveDate>,
    /// Somebody is away, whatever the file says, such as "Ana:2027-02-01..2027-02-14"
    #[arg(long, value_name = "NAME:D..D", value_parser = absence)]
    ill: Vec<(String, Dates)>,
    /// Somebody leaves on this date for good, such as "Bo:2027-03-01"
    #[arg(long, value_name = "NAME:D", value_parser = leaving)]
    leaves: Vec<(String, Dates)>,
    /// Instead of the rota: who could take a duty, and against which of theirs; the start of its shift with the tier, such as
    /// 2027-02-01T10:00Z/1
    #[arg(long, value_name = "T/TIER", value_parser = duty, conflicts_with_all = ["json", "format", "output", "carry"])]
    swap: Option<(Instant, usize)>,
    /// Instead of the rota: what everybody carries afterwards, as the next rota's `carried`
    #[arg(long, conflicts_with_all = ["json", "format"])]
    carry: bool,
}

fn absence(text: &str) -> Result<(String, Dates), String> {
    let refuse = || "write a name and dates, such as \"Ana:2027-02-01..2027-02-14\"".to_owned();
    let (name, dates) = text.rsplit_once(':').ok_or_else(refuse)?;
    let (first, last) = dates.split_once("..").ok_or_else(refuse)?;
    let dates = Dates::new(date(first.trim())?, date(last.trim())?).map_err(|error| error.to_string())?;
    Ok((name.trim().to_owned(), dates))
}

fn leaving(text: &str) -> Result<(String, Dates), String> {
    let (name, first) =
        text.rsplit_once(':').ok_or_else(|| "write a name and a date, such as \"Bo:2027-03-01\"".to_owned())?;
    let dates =
        Dates::new(date(first.trim())?, HORIZON_END - chrono::Days::new(1)).map_err(|error| error.to_string())?;
    Ok((name.trim().to_owned(), dates))
}

fn duty(text: &str) -> Result<(Instant, usize), String> {
    let refuse = || "write the start of a shift and the tier, such as 2027-02-01T10:00Z/1".to_owned();
    let (start, tier) = text.rsplit_once('/').ok_or_else(refuse)?;
    let tier: usize = tier.trim().parse().map_err(|_| refuse())?;
    let tier = tier.checked_sub(1).ok_or_else(refuse)?;
    Ok((instant(start.trim())?, tier))
}

impl LifeArguments {
    /// Whether the published rota is to change as little as can be.
    pub fn replans(&self) -> bool {
        self.replan_from.is_some()
    }

    /// The instant until which shifts stay as they were published.
    pub fn kept_until(&self, rota: &Rota) -> Option<Instant> {
        self.replan_from.map(|date| rota.anchor.midnight(date))
    }

    /// The team with those away who are said to be.
    pub fn team(&self, mut team: Team) -> Result<Team, Failure> {
        for (name, dates) in self.ill.iter().chain(&self.leaves) {
            for name in choose::listed(&team, std::slice::from_ref(name))? {
                let member = team.members.iter_mut().find(|member| member.name == name);
                if let Some(member) = member {
                    member.leave.push(*dates);
                    member.leave.sort_unstable();
                }
            }
        }
        Ok(team)
    }

    /// What is asked for instead of the rota, if anything.
    pub fn instead(&self, rota: &Rota, found: &RotaPlan) -> Result<Option<String>, Failure> {
        if self.carry {
            return Ok(Some(carried(found)));
        }
        self.swap.map(|(start, tier)| exchanges(rota, found, start, tier)).transpose()
    }
}

/// What everybody carries afterwards.
fn carried(found: &RotaPlan) -> String {
    let line = |(name, member): (&str, &MemberHours)| {
        let points = (member.carried + member.burden).points();
        format!("    {name:?}: {:?},\n", (points.0 * 100.0).round() / 100.0)
    };
    let lines: String = found.named().map(line).collect();
    format!("carried: {{\n{lines}}},\n")
}

/// Who could take a duty, alone or against one of theirs.
fn exchanges(rota: &Rota, found: &RotaPlan, start: Instant, tier: usize) -> Result<String, Failure> {
    let problem = &found.problem;
    let shift = problem.shifts().iter().position(|shift| shift.pieces.iter().any(|piece| piece.start == start));
    let duty = shift.map(|shift| Duty { shift, tier }).filter(|duty| duty.tier < problem.tiers());
    let Some(duty) = duty else {
        let starts = problem.shifts().iter().map(Shift::start);
        let nearest = starts.min_by_key(|&other| (other - start).0.abs()).unwrap_or(start);
        let tiers = problem.tiers();
        return Err(Failure::new(format!(
            "no duty starts {start} in tier {}; the nearest starts {nearest}, and tiers are 1 to {tiers}",
            tier + 1
        )));
    };
    let span = problem.shifts()[duty.shift].pieces[0];
    let why = found.why(duty);
    let holder = duty_holder(found, duty);
    let mut text = format!("{}, {}: {holder}\n", words::tier(tier), words::when(span, rota.anchor, Clock::Hours24));
    for other in &why.others {
        let name = found.name(other.person);
        text = format!("{text}  {name} {}\n", words::verdict(problem, &why, other, rota.anchor, Clock::Hours24));
    }
    let found_swaps = swaps(problem, &found.roster, duty);
    if found_swaps.is_empty() {
        return Ok(text + "No duty can be exchanged for it.\n");
    }
    text.push_str("In exchange for a duty of theirs:\n");
    for swap in found_swaps.iter().take(SWAPS) {
        text = format!("{text}  {}\n", words::swap(found, swap, rota.anchor, Clock::Hours24));
    }
    match found_swaps.len().saturating_sub(SWAPS) {
        0 => Ok(text),
        more => Ok(format!("{text}  ... and {more} more\n")),
    }
}

fn duty_holder(found: &RotaPlan, duty: Duty) -> &str {
    found.roster.holder(duty).map_or("nobody", |person| found.name(person))
}

/// What changed since the rota that people know.
pub fn changes(rota: &Rota, published: &Published, found: &RotaPlan) -> String {
    let difference = difference(published, found);
    if difference.changes.is_empty() {
        return "\nNothing changed since it was published.\n".to_owned();
    }
    let mut text = "\nChanged since it was published:\n".to_owned();
    for change in &difference.changes {
        text = format!("{text}  {}\n", words::change(found, change, rota.anchor, Clock::Hours24));
    }
    for (name, exchange) in &difference.members {
        text = format!("{text}  {name}: {}\n", words::exchange(*exchange));
    }
    text
}
