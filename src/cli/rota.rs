//! `sunwise rota`: who is on duty when.

mod life;

use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};

use super::answer::{Answer, Failure};
use super::output::{Output, Wanted};
use super::style::Style;
use super::table::{Table, figures, words as head};
use super::{Context, choose};
use crate::disk;
use crate::export::ics::Feed;
use crate::export::rota::{Asked, CANCELLED, Cut, Write, files};
use crate::export::{Format, Part, RotaFormats, json, ron};
use crate::plan::rota::quality;
use crate::plan::rota::relax::relaxation;
use crate::plan::rota::trade::{Preset, violations};
use crate::plan::rota::{Duty, Published, Replan, RotaPlan, Search, plan_watched};
use crate::team::{MemberId, Rota, Team};
use crate::words::amount::{duration, points};
use crate::words::clock::Clock;
use crate::words::quality as words;
use crate::words::rota::{answer, relaxed, tier, to_mend, verdict, when};

/// Unfilled duties are explained one by one up to this number.
const EXPLAINED: usize = 10;
/// The largest rota file that is read, in bytes.
const MOST_BYTES: usize = 64 * 1024 * 1024;

#[derive(Args, Debug)]
pub struct Arguments {
    /// The team file
    #[arg(value_name = "TEAM.ron")]
    team: PathBuf,
    /// A rota of the file; the only one unless said
    name: Option<String>,
    #[command(flatten)]
    pub output: Output<RotaFormats>,
    /// Search for so long, instead of a fixed effort that gives the same rota on every machine
    #[arg(long, value_name = "S", value_parser = clap::value_parser!(u64).range(0..=86_400))]
    seconds: Option<u64>,
    /// The rota that people know already, as RON: changes against it are counted
    #[arg(long, value_name = "FILE")]
    published: Option<PathBuf>,
    /// Change as little of the published rota as can be
    #[arg(long, requires = "published")]
    keep: bool,
    #[command(flatten)]
    life: life::LifeArguments,
    /// Check the rota against rules of the trade
    #[arg(long, value_enum, value_delimiter = ',', value_name = "RULES")]
    rules: Vec<Rule>,
    /// ICS and on-call tools: only this tier
    #[arg(long, value_name = "1", value_parser = clap::value_parser!(u8).range(1..=3))]
    tier: Option<u8>,
    /// ICS: only what this member holds
    #[arg(long, value_name = "NAME")]
    member: Option<String>,
    /// ICS: a file a tier or a member, named after FILE
    #[arg(long, value_enum, requires = "output", conflicts_with_all = ["tier", "member"])]
    each: Option<Each>,
    /// ICS: the file that takes the events of an imported one back
    #[arg(long)]
    cancel: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Rule {
    /// 11 hours between two shifts (EU)
    Rest,
    /// At most 48 hours of primary duty a week on average (EU)
    Week,
    /// At most a quarter of the time on call
    Quarter,
    /// Two days off between nights that do not follow each other
    Nights,
}

impl Rule {
    fn preset(self) -> Preset {
        match self {
            Self::Rest => Preset::DailyRest,
            Self::Week => Preset::Week48,
            Self::Quarter => Preset::Quarter,
            Self::Nights => Preset::NightsApart,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Each {
    Tier,
    Member,
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    arguments.refuse_misplaced()?;
    let (team, warnings) = choose::team(&arguments.team)?;
    let team = arguments.life.team(team)?;
    let rota = choose::one_of("rota", &team.rotas, arguments.name.as_deref(), |rota| &rota.name)?;
    let cut = arguments.cut(&team)?;
    let published = published(arguments)?;
    let found = planned(arguments, &team, rota, published.as_ref())?;
    if let Some(text) = arguments.life.instead(rota, &found)? {
        return Ok(Answer::new(text).with_notes(warnings));
    }
    let gap = found.objective.gap;
    let reason = (gap > 0).then(|| crate::words::rota::gap(&found));
    let parts = match arguments.format() {
        Wanted::Table => {
            let changes = published.as_ref().map(|known| life::changes(rota, known, &found)).unwrap_or_default();
            let said = for_people(rota, &found, context.style) + &quality(arguments, &team, rota, &found) + &changes;
            vec![Part::whole(said)]
        }
        Wanted::Json => vec![Part::whole(json::rota(&found, published.as_ref()))],
        Wanted::Format(format) => {
            arguments.refuse_missing_tier(format, &found)?;
            files(&Asked { team: &team, rota, plan: &found, stamp: context.now }, format, cut)?
        }
    };
    Ok(Answer::of(parts).with_notes(warnings).no_if(reason))
}

impl Arguments {
    /// The form that is wanted: `--cancel` is a calendar of its own.
    fn format(&self) -> Wanted<RotaFormats> {
        match self.output.wanted() {
            Wanted::Format(format) if self.cancel && format.can_be_cut() => Wanted::Format(&CANCELLED),
            wanted => wanted,
        }
    }

    /// Options that are for calendars and tools alone are refused elsewhere.
    fn refuse_misplaced(&self) -> Result<(), Failure> {
        let options = [("--member", self.member.is_some()), ("--each", self.each.is_some()), ("--cancel", self.cancel)];
        self.output.refuse_misplaced(Format::can_be_cut, &options)?;
        let has_tiers = |format: &Format<Write>| format.can_be_cut() || format.is_for_a_tool();
        self.output.refuse_misplaced(has_tiers, &[("--tier", self.tier.is_some())])
    }

    /// A schedule of nothing would be taken for one in which nobody is on duty.
    fn refuse_missing_tier(&self, format: &Format<Write>, found: &RotaPlan) -> Result<(), Failure> {
        let tiers = found.problem.tiers();
        match self.tier {
            Some(number) if format.is_for_a_tool() && usize::from(number) > tiers => {
                Err(Failure::new(format!("the rota has no tier {number}: it has {tiers}")))
            }
            _ => Ok(()),
        }
    }

    /// How the rota is cut into files.
    fn cut(&self, team: &Team) -> Result<Cut, Failure> {
        let names = match &self.member {
            Some(name) => choose::listed(team, std::slice::from_ref(name))?,
            None => Vec::new(),
        };
        if names.len() > 1 {
            return Err(Failure::new("--member takes one name: a calendar is for one member, or without it for all"));
        }
        let tier = self.tier.map(|tier| usize::from(tier) - 1);
        let member = names.first().and_then(|name| team.members.iter().position(|member| member.name == *name));
        let feed = Feed { tier, member: member.map(MemberId::new) };
        Ok(match self.each {
            Some(Each::Tier) => Cut::ByTier,
            Some(Each::Member) => Cut::ByMember,
            None if feed == Feed::default() => Cut::Whole,
            None => Cut::Only(feed),
        })
    }
}

fn published(arguments: &Arguments) -> Result<Option<Published>, Failure> {
    let Some(path) = &arguments.published else { return Ok(None) };
    let bytes = disk::read_bytes(path, MOST_BYTES)?;
    let fail = |why: String| Failure::new(format!("cannot read `{}`: {why}", path.display()));
    let text = String::from_utf8(bytes).map_err(|_| fail("it is no UTF-8 text".to_owned()))?;
    ron::read(&text).map(|rota| Some(rota.published())).map_err(|error| fail(error.to_string()))
}

fn planned(
    arguments: &Arguments,
    team: &Team,
    rota: &Rota,
    published: Option<&Published>,
) -> Result<RotaPlan, Failure> {
    let replan = if arguments.keep || arguments.life.replans() { Replan::KeepPublished } else { Replan::CountChanges };
    let search = Search {
        until_stopped: arguments.seconds.is_some(),
        published: published.map(|published| (published, replan)),
        kept_until: arguments.life.kept_until(rota),
        ..Search::default()
    };
    let end = arguments.seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let mut should_stop = || end.is_some_and(|end| Instant::now() >= end);
    // Somebody who waits is told how far it has come.
    let is_told = arguments.seconds.is_some() && std::io::stderr().is_terminal();
    let mut watch = |progress| {
        if is_told {
            eprintln!("{}", crate::words::rota::progress(&progress));
        }
    };
    Ok(plan_watched(team, rota, &search, &mut should_stop, &mut watch)?)
}

fn for_people(rota: &Rota, found: &RotaPlan, style: Style) -> String {
    let mut text = format!("{}: {}\n\n", found.name, answer(found));
    let tiers = (0..found.problem.tiers()).map(|number| head(tier(number)));
    let mut shifts = Table::new([head(format!("{} time", rota.anchor.name()))].into_iter().chain(tiers));
    for row in &found.rows {
        let names = found.names_of(row).map(|name| name.unwrap_or("NOBODY").to_owned());
        let is_open = row.tiers.contains(&None);
        shifts.row_alarming_if(is_open, [when(row.span, rota.anchor, Clock::Hours24)].into_iter().chain(names));
    }
    text.push_str(&shifts.text(style));
    text.push('\n');
    text.push_str(&by_member(found, style));
    text.push_str(&unfilled(rota, found));
    text
}

/// What is left to know: that no minute is lost, another program's score, and rules of the trade.
fn quality(arguments: &Arguments, team: &Team, rota: &Rota, found: &RotaPlan) -> String {
    let mut lines = vec![String::new()];
    lines.extend(to_mend(found, rota.anchor, Clock::Hours24));
    lines.push(words::coverage(&quality::coverage(found)));
    lines.extend(quality::scores(found).iter().map(|score| words::score(found, score)));
    if !arguments.rules.is_empty() {
        let presets: Vec<Preset> = arguments.rules.iter().map(|rule| rule.preset()).collect();
        let broken = violations(team, found, &presets);
        lines.push(words::kept(&presets, &broken));
        lines.extend(
            broken.iter().map(|one| format!("  {}", words::violation(found, one, rota.anchor, Clock::Hours24))),
        );
    }
    lines.join("\n") + "\n"
}

fn by_member(found: &RotaPlan, style: Style) -> String {
    let hours = [figures("On duty"), figures("Nights"), figures("Days off"), figures("Burden"), figures("Carried")];
    let mut table = Table::new([head("Member")].into_iter().chain(hours));
    for (name, member) in found.named() {
        table.row([
            name.to_owned(),
            duration(member.held),
            duration(member.nights),
            duration(member.days_off),
            points(member.burden.points()),
            points(member.carried.points()),
        ]);
    }
    table.text(style)
}

/// For each duty that nobody holds what forbids it to everybody.
fn unfilled(rota: &Rota, found: &RotaPlan) -> String {
    let open: Vec<Duty> = found.roster.unfilled(&found.problem);
    let explained = open.iter().take(EXPLAINED).map(|&duty| {
        let why = found.why(duty);
        let start = found.problem.shifts()[duty.shift].pieces[0];
        let others = why.others.iter().map(|other| {
            let name = found.name(other.person);
            format!("  {name} {}\n", verdict(&found.problem, &why, other, rota.anchor, Clock::Hours24))
        });
        let way = relaxation(&found.problem, &found.roster, duty);
        let way = way.map(|way| format!("  Smallest way out: {}\n", relaxed(found, &way))).unwrap_or_default();
        format!(
            "\nNobody: {}, {}\n{}{way}",
            tier(duty.tier),
            when(start, rota.anchor, Clock::Hours24),
            others.collect::<String>()
        )
    });
    let explained: String = explained.collect();
    match open.len().saturating_sub(EXPLAINED) {
        0 => explained,
        more => format!("{explained}\n... and {more} more duties that nobody holds\n"),
    }
}
