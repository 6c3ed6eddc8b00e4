//! The screen Handoffs: how work follows the sun, season by season.

mod chains;
mod cover;
mod view;

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};

use super::{Action, Context, Screen, Wish};
use crate::export::Format;
use crate::export::handoff::Write;
use crate::picture::Id;
use crate::team::{Chain, Member, Team};
use crate::window::answer::{Answer, Report};
use crate::window::renderer::Element;
use crate::window::widget::Hit;
use crate::words::clock::Clock;
use chains::Chains;

/// Who may take a leg.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub enum Who {
    /// Everybody.
    #[default]
    Everybody,
    /// Those with a role.
    Role(String),
    /// Those of a chain of the team's file, by its place there.
    Chain(usize),
}

impl Who {
    /// Whether a member may take a leg.
    fn takes(&self, team: &Team, member: &Member) -> bool {
        match self {
            Who::Everybody => true,
            Who::Role(role) => member.has_role(role),
            Who::Chain(_) => {
                self.chain(team).and_then(|chain| chain.role.as_ref()).is_none_or(|role| member.has_role(role))
            }
        }
    }

    /// The chain of the file, if it is one.
    fn chain<'a>(&self, team: &'a Team) -> Option<&'a Chain> {
        match self {
            Who::Chain(at) => team.chains.get(*at),
            Who::Everybody | Who::Role(_) => None,
        }
    }

    /// All that can be asked about in a team: its chains, everybody, and every role that somebody has.
    fn all(team: &Team) -> Vec<(Who, String)> {
        let chains = team.chains.iter().enumerate().map(|(at, chain)| (Who::Chain(at), chain.name.clone()));
        let mut roles: Vec<&String> = team.members.iter().flat_map(|member| &member.roles).collect();
        roles.sort_unstable();
        roles.dedup();
        let roles = roles.into_iter().map(|role| (Who::Role(role.clone()), role.clone()));
        chains.chain([(Who::Everybody, "Everybody".to_owned())]).chain(roles).collect()
    }
}

/// What is asked about the team.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Question {
    who: Who,
    /// The first date of the year.
    from: NaiveDate,
    clock: Clock,
}

/// What the screen remembers.
#[derive(Default)]
pub struct State {
    /// Who may take a leg, once the user has chosen.
    chosen: Option<Who>,
    answer: Answer<Question, Chains>,
    /// The season that is shown.
    season: usize,
    /// The date that is shown within it, if one was chosen.
    date: Option<NaiveDate>,
    /// Whether the one chain for all year is shown, instead of the best of each season.
    kept: bool,
    /// Whether the form stands beside the answer.
    asking: bool,
}

/// What can happen in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// The members are to be shown.
    ToTeam,
    /// The form is to stand beside the answer, or no longer.
    FormShown(bool),
    /// Chains were found.
    Found(Report<Chains>),
    /// Others may take a leg.
    Chosen(Who),
    /// A season was pressed.
    Pressed(Hit),
    /// The season before or after is to be shown.
    Season(usize),
    /// The date so many days after the first is to be shown.
    Scrubbed(u16),
    /// The one chain for all year is to be shown, or the best of each season.
    Kept(bool),
    /// The handoffs are to be saved in a format.
    Saved(&'static Format<Write>),
}

impl State {
    /// Finds the chains if the team has changed.
    pub fn refresh(&mut self, context: &Context) -> Action<Message> {
        let question =
            Question { who: self.who(context.team), from: next_monday(context.now.utc().date()), clock: context.clock };
        let (team, stamp) = (Arc::clone(context.team), context.now);
        let find = self.answer.ask(context.revision, question, move |question, work| {
            Chains::make(&team, &question.who, question.from, (stamp, question.clock), work.stop())
        });
        Action::run(find.map(Message::Found))
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::ToTeam => return Action::wish(Wish::Go(Screen::Team)),
            Message::FormShown(asking) => self.asking = asking,
            Message::Found(report) => {
                self.answer.take(report);
                self.stay_within();
            }
            Message::Chosen(who) => {
                self.chosen = Some(who);
                return self.refresh(context);
            }
            Message::Pressed(Hit { id: Id { part: "season", row, .. }, .. }) | Message::Season(row) => {
                (self.season, self.date) = (row, None);
                self.stay_within();
            }
            Message::Pressed(_) => {}
            Message::Scrubbed(days) => self.scrub(days),
            Message::Kept(kept) => {
                self.kept = kept;
                self.stay_within();
            }
            Message::Saved(format) => return self.save(context, format),
        }
        Action::none()
    }

    /// The screen as it is seen.
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        view::screen(self, context)
    }

    /// The seasons that are shown: those of the best chains, or of the one.
    fn seasons(&self) -> &[chains::Season] {
        let chains = self.answer.get();
        chains.map_or(&[], |chains| if self.kept { chains.kept.as_slice() } else { chains.seasons.as_slice() })
    }

    /// Shows a season and a date that there are, when other chains are shown.
    fn stay_within(&mut self) {
        let seasons = self.seasons();
        let last = seasons.len().saturating_sub(1);
        let within = |date: &NaiveDate| seasons.iter().any(|season| (season.part.from..season.part.to).contains(date));
        self.date = self.date.filter(within);
        let at = self.date.and_then(|date| self.seasons().iter().rposition(|season| season.part.from <= date));
        self.season = at.unwrap_or(self.season).min(last);
    }

    /// Shows the date so many days after the first, with its season.
    fn scrub(&mut self, days: u16) {
        let Some(first) = self.seasons().first().map(|season| season.part.from) else { return };
        let date = first + Days::new(days.into());
        self.season = self.seasons().iter().rposition(|season| season.part.from <= date).unwrap_or_default();
        self.date = Some(date);
    }

    /// The date that is shown: as scrubbed to, else the first of the season.
    fn shown(&self) -> Option<NaiveDate> {
        self.date.or_else(|| self.seasons().get(self.season).map(|season| season.part.from))
    }

    /// Offers the shown chains as a file.
    fn save(&self, context: &Context, format: &Format<Write>) -> Action<Message> {
        let Some(chains) = self.answer.fresh(context.revision) else { return Action::none() };
        let written = chains.files[usize::from(self.kept)].iter().find(|(written, _)| *written == format);
        let Some((_, text)) = written else { return Action::none() };
        let who = self.who(context.team);
        let name = who.chain(context.team).map_or("handoffs", |chain| chain.name.as_str());
        Action::wish(Wish::Export {
            name: format.file_name(name, "handoffs"),
            files: vec![(String::new(), text.clone().into_bytes())],
        })
    }

    /// Who is asked about: as chosen, as long as the team still has that; else the first chain of the file, or everybody.
    fn who(&self, team: &Team) -> Who {
        let all = Who::all(team);
        let chosen = self.chosen.clone().filter(|chosen| all.iter().any(|(who, _)| who == chosen));
        chosen.or_else(|| all.into_iter().next().map(|(who, _)| who)).unwrap_or_default()
    }
}

/// The coming Monday: today if it is one.
fn next_monday(date: NaiveDate) -> NaiveDate {
    date + Days::new(u64::from((7 - date.weekday().num_days_from_monday()) % 7))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::Place;
    use crate::time::{Hours, Zone};

    fn team() -> Team {
        let member = |name: &str, roles: &[&str]| {
            let hours = Hours::typed("Mo-Fr 9-17").expect("hours");
            let mut member = Member::new(name, Place::zone(Zone::UTC), hours);
            member.roles = roles.iter().map(ToString::to_string).collect();
            member
        };
        Team { members: vec![member("Ana", &["oncall", "lead"]), member("Bo", &["oncall"])], ..Team::default() }
    }

    #[test]
    fn everybody_and_every_role_can_be_asked_about() {
        let names: Vec<String> = Who::all(&team()).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["Everybody", "lead", "oncall"]);
        let lead = Who::Role("lead".into());
        let takes: Vec<bool> = team().members.iter().map(|member| lead.takes(&team(), member)).collect();
        assert_eq!(takes, [true, false]);
    }

    #[test]
    fn a_role_that_nobody_has_any_more_is_forgotten() {
        let mut state = State { chosen: Some(Who::Role("lead".into())), ..State::default() };
        let mut team = team();
        assert_eq!(state.who(&team), Who::Role("lead".into()));
        team.members.remove(0);
        assert_eq!(state.who(&team), Who::Everybody);
        state.chosen = None;
        let days = Chain::WORKDAYS.to_vec();
        team.chains.push(Chain { name: "Support".into(), role: Some("oncall".into()), days, min_live: None });
        assert_eq!(state.who(&team), Who::Chain(0));
    }

    #[test]
    fn the_year_begins_on_the_coming_monday() {
        let date = |text: &str| -> NaiveDate { text.parse().expect("a date") };
        assert_eq!(next_monday(date("2026-11-23")), date("2026-11-23"));
        assert_eq!(next_monday(date("2026-11-24")), date("2026-11-30"));
    }
}
