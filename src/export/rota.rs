//! What a rota can be saved as.

use super::address::Address;
use super::cannot_export::CannotExport;
use super::file_name::file_stem;
use super::format::{Format, Formats};
use super::ics::Feed;
use super::oncall::{better_stack, goalert, grafana, pagerduty, terraform};
use super::part::Part;
use super::tool::Tool;
use super::{csv, ics, markdown, ron};
use crate::plan::rota::RotaPlan;
use crate::team::{Rota, Team};
use crate::time::Instant;
use crate::words::rota::tier;

/// A rota that is to be written.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Whose it is.
    pub team: &'a Team,
    /// What was asked for.
    pub rota: &'a Rota,
    /// Who is on duty when.
    pub plan: &'a RotaPlan,
    /// The time of export.
    pub stamp: Instant,
}

/// How a format is cut into files, and what writes one of them.
#[derive(Clone, Copy, Debug)]
pub enum Write {
    /// All stands in one file.
    Whole(fn(&Asked) -> String),
    /// As is asked, see [`Cut`].
    Cut(fn(&Asked, Feed) -> String),
    /// For an on-call tool. There a tier is a step of the escalation policy, and each has a schedule, so a file, of its own.
    ATier(Tool, fn(&Asked, usize) -> Result<String, CannotExport>),
}

/// How a rota is cut into files, where its format allows it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Cut {
    /// All in one file.
    #[default]
    Whole,
    /// A file a tier.
    ByTier,
    /// A file a member.
    ByMember,
    /// One file with a part; a format of files by tier has that tier alone.
    Only(Feed),
}

const PAGERDUTY: Tool = Tool { name: "PagerDuty", address: Address::Handle };

/// Takes back what was imported.
pub const CANCELLED: Format<Write> = Format {
    id: "cancelled-ics",
    name: "Cancelled calendar (ICS)",
    about: "Takes the events of an imported calendar back",
    ending: "ics",
    write: Write::Cut(|asked, feed| ics::cancelled(asked.team, asked.plan, feed, asked.stamp)),
};

/// The formats of rotas: for people first, then for on-call tools.
#[derive(Clone, Copy, Debug)]
pub struct RotaFormats;

impl Formats for RotaFormats {
    type Write = Write;
    const ALL: &'static [Format<Write>] = &[
        Format {
            id: "ics",
            name: "Calendar (ICS)",
            about: "For the calendars of people: free, not busy; import it again after a change",
            ending: "ics",
            write: Write::Cut(|asked, feed| ics::rota(asked.team, asked.plan, feed, asked.stamp)),
        },
        Format {
            id: "ron",
            name: "RON",
            about: "Lossless; the next rota is planned by it",
            ending: "ron",
            write: Write::Whole(|asked| ron::write(&ron::WrittenRota::new(asked.team, asked.rota, asked.plan))),
        },
        Format {
            id: "csv",
            name: "CSV",
            about: "For spreadsheets and pay: hours, nights, holidays and points a duty",
            ending: "csv",
            write: Write::Whole(|asked| csv::rota(asked.team, asked.plan)),
        },
        Format {
            id: "markdown",
            name: "Markdown",
            about: "To read, and to paste into a page or a chat",
            ending: "md",
            write: Write::Whole(|asked| markdown::rota(asked.team, asked.rota, asked.plan)),
        },
        CANCELLED,
        Format {
            id: "grafana",
            name: "Grafana OnCall",
            about: "An iCal file a tier; host it and give its address to a schedule",
            ending: "ics",
            write: Write::ATier(Tool { name: "Grafana OnCall", address: Address::Either }, |asked, tier| {
                Ok(grafana(asked.team, asked.plan, tier, asked.stamp))
            }),
        },
        Format {
            id: "pagerduty",
            name: "PagerDuty overrides",
            about: "The body of POST /schedules/{id}/overrides, a file a tier; handles are user ids",
            ending: "json",
            write: Write::ATier(PAGERDUTY, |asked, tier| Ok(pagerduty(asked.team, asked.plan, tier))),
        },
        Format {
            id: "pagerduty-terraform",
            name: "PagerDuty layers (Terraform)",
            about: "pagerduty_schedule, only for a rota that is a pure cycle; handles are user ids",
            ending: "tf",
            write: Write::ATier(PAGERDUTY, |asked, tier| {
                terraform(asked.team, asked.rota, asked.plan, tier).map_err(CannotExport::NoCycle)
            }),
        },
        Format {
            id: "goalert",
            name: "GoAlert",
            about: "Mutations that set temporary schedules of 150 duties; handles are user ids",
            ending: "json",
            write: Write::ATier(Tool { name: "GoAlert", address: Address::Handle }, |asked, tier| {
                Ok(goalert(asked.team, asked.plan, tier))
            }),
        },
        Format {
            id: "better-stack",
            name: "Better Stack",
            about: "An iCal file a tier; unknown addresses are invited as members there",
            ending: "ics",
            write: Write::ATier(Tool { name: "Better Stack", address: Address::Email }, |asked, tier| {
                Ok(better_stack(asked.team, asked.plan, tier, asked.stamp))
            }),
        },
    ];
}

impl Format<Write> {
    /// Whether it is for an on-call tool.
    pub const fn is_for_a_tool(&self) -> bool {
        matches!(self.write, Write::ATier(..))
    }

    /// Whether its files can be cut by tier and by member.
    pub const fn can_be_cut(&self) -> bool {
        matches!(self.write, Write::Cut(_))
    }
}

/// A rota in a format, as one file or several.
///
/// # Errors
/// When a tool would not know some of the people, or cannot express the rota.
pub fn files(asked: &Asked, format: &Format<Write>, cut: Cut) -> Result<Vec<Part>, CannotExport> {
    match format.write {
        Write::Whole(write) => Ok(vec![Part::whole(write(asked))]),
        Write::Cut(write) => {
            let part = |(suffix, feed)| Part { suffix, bytes: write(asked, feed).into_bytes() };
            Ok(feeds(asked, cut).into_iter().map(part).collect())
        }
        Write::ATier(tool, write) => {
            tool.knows_all(asked.team, asked.plan)?;
            let part = |(suffix, number)| Ok(Part { suffix, bytes: write(asked, number)?.into_bytes() });
            tiers(asked, cut).into_iter().map(part).collect()
        }
    }
}

/// The tiers that have a file each, with what is added to its name.
fn tiers(asked: &Asked, cut: Cut) -> Vec<(String, usize)> {
    match (cut, asked.plan.problem.tiers()) {
        (Cut::Only(Feed { tier: Some(number), .. }), _) => vec![(String::new(), number)],
        (_, 1) => vec![(String::new(), 0)],
        (_, count) => (0..count).map(|number| (file_stem(tier(number), ""), number)).collect(),
    }
}

/// What stands in each file, with what is added to its name.
fn feeds(asked: &Asked, cut: Cut) -> Vec<(String, Feed)> {
    match cut {
        Cut::Whole => vec![(String::new(), Feed::default())],
        Cut::Only(feed) => vec![(String::new(), feed)],
        Cut::ByTier => {
            let of = |number| (file_stem(tier(number), ""), Feed { tier: Some(number), member: None });
            (0..asked.plan.problem.tiers()).map(of).collect()
        }
        Cut::ByMember => {
            let places = asked.plan.places_in(asked.team);
            let mut feeds: Vec<(String, Feed)> = Vec::new();
            for member in asked.plan.holders().into_iter().filter_map(|holder| places[holder]) {
                let mut stem = file_stem(&asked.team.members[member].name, "");
                // `Ana!` and `Ana?` are two people, so two files.
                while stem.is_empty() || feeds.iter().any(|(other, _)| *other == stem) {
                    stem.push('x');
                }
                feeds.push((stem, Feed { tier: None, member: Some(member) }));
            }
            feeds
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;
    use crate::team::Member;

    const STAMP: Instant = Instant::from_epoch(29_927_520);

    fn format(id: &str) -> &'static Format<Write> {
        RotaFormats::ALL.iter().find(|format| format.id == id).expect("a format")
    }

    /// The files of one of the sample's rotas, for a team whose people have addresses everywhere.
    fn made(rota: usize, format: &Format<Write>, cut: Cut) -> Vec<Part> {
        let (team, rotas, plan) = (sample::reachable(), sample::rotas(), sample::planned(rota));
        let asked = Asked { team: &team, rota: &rotas[rota], plan: &plan, stamp: STAMP };
        files(&asked, format, cut).expect("files")
    }

    fn suffixes(parts: Vec<Part>) -> Vec<String> {
        parts.into_iter().map(|part| part.suffix).collect()
    }

    #[test]
    fn a_file_is_named_after_its_rota() {
        assert_eq!(format("ics").file_name("Production escalation", "rota"), "production-escalation.ics");
        assert_eq!(format("pagerduty-terraform").file_name("…", "rota"), "rota.tf");
    }

    #[test]
    fn calendars_are_cut_as_asked() {
        let made = |rota, cut| suffixes(made(rota, format("ics"), cut));
        assert_eq!(made(0, Cut::Whole), [""]);
        assert_eq!(made(0, Cut::ByTier), ["primary", "secondary"]);
        assert_eq!(made(1, Cut::ByMember), ["ana-the-first", "bo", "cai"]);
    }

    #[test]
    fn a_part_alone_is_one_file() {
        let secondary = Feed { tier: Some(1), member: None };
        for format in ["ics", "grafana"].map(format) {
            let all = made(0, format, Cut::ByTier);
            let one = made(0, format, Cut::Only(secondary));
            assert_eq!((one.len(), one[0].suffix.as_str()), (1, ""));
            assert_eq!(events(&one[0]), events(&all[1]), "{}", format.id);
        }
    }

    fn events(part: &Part) -> Vec<&str> {
        let text = std::str::from_utf8(&part.bytes).expect("text");
        text.split("\r\n").filter(|line| line.starts_with("UID:")).collect()
    }

    #[test]
    fn tools_get_a_file_a_tier() {
        let all = RotaFormats::ALL.iter().filter(|format| format.is_for_a_tool() && format.id != "pagerduty-terraform");
        for format in all {
            assert_eq!(suffixes(made(0, format, Cut::Whole)), ["primary", "secondary"], "{}", format.id);
            assert_eq!(suffixes(made(1, format, Cut::Whole)), [""], "{}", format.id);
        }
    }

    #[test]
    fn people_are_found_wherever_they_stand_in_the_team() {
        let mut team = sample::reachable();
        let stranger = Member { email: None, ..team.members[2].clone() };
        team.members.insert(0, Member { name: "Not eligible".to_owned(), ..stranger });
        let (rotas, plan) = (sample::rotas(), sample::planned(0));
        let asked = Asked { team: &team, rota: &rotas[0], plan: &plan, stamp: STAMP };
        let formats = RotaFormats::ALL.iter().filter(|format| format.id != "pagerduty-terraform");
        for (format, cut) in formats.map(|format| (format, Cut::Whole)).chain([(format("ics"), Cut::ByMember)]) {
            assert_eq!(files(&asked, format, cut), Ok(made(0, format, cut)), "{}", format.id);
        }
    }

    #[test]
    fn people_that_a_tool_would_not_know_are_named() {
        let (team, rotas, plan) = (sample::team(), sample::rotas(), sample::planned(0));
        let asked = Asked { team: &team, rota: &rotas[0], plan: &plan, stamp: STAMP };
        let error = |id| files(&asked, format(id), Cut::Whole).unwrap_err().to_string();
        assert_eq!(
            error("goalert"),
            "GoAlert knows people by their `handle`, which Ana, the first, Bo and Cai have not; add it to the team file"
        );
        assert_eq!(
            error("grafana"),
            "Grafana OnCall knows people by their `handle` or `email`, which Bo and Cai have not; add it to the team file"
        );
        assert_eq!(error("pagerduty").split(' ').next(), Some("PagerDuty"));
        assert_eq!(error("pagerduty-terraform").split(' ').next(), Some("PagerDuty"));
    }
}
