//! The screen Hire: where the next person should sit.

mod draft;
mod form;
mod list;
pub mod map;
mod places;
pub mod scenarios;
mod sheet;
mod view;

use std::sync::Arc;

use chrono::{Datelike, Days};

use super::{Action, Context, Screen, Wish};
use crate::plan::hire::{HirePlan, Question, SetPlan, best_set, hire};
use crate::team::{Member, Opening, Team};
use crate::time::{Hours, Instant, Minutes, Span};
use crate::window::answer::{Answer, Report};
use crate::window::drafts::{Drafts, Form, Note};
use crate::window::form::Aside;
use crate::window::renderer::Element;
use crate::window::shown::Shown;
use crate::window::theme::style::Tone;
use crate::world::{City, cities};
use draft::Draft;
pub use draft::{Aim, Field};

/// How many places are shown at first, and how many more at a time.
const STEP: usize = 8;

/// The places by rank, and the best set of several where several are wanted.
#[derive(Debug)]
pub struct Ranking {
    /// The places.
    pub plan: HirePlan,
    /// The best two or three together.
    pub set: Option<SetPlan>,
}

/// What the screen remembers.
#[derive(Default)]
pub struct State {
    /// The opening that is shown.
    shown: Shown,
    /// What is tried while the team has no opening.
    trial: Option<Opening>,
    /// The form.
    draft: Option<Draft>,
    /// What was typed for other openings.
    aside: Aside<Draft>,
    answer: Answer<(Opening, Span), Ranking>,
    /// The line whose details are shown.
    line: Option<usize>,
    /// How many lines are shown.
    lines: usize,
    /// Whether the panel with the form is open.
    is_panel_open: bool,
    /// Whether all figures are shown as a table.
    has_table: bool,
    map: map::State,
    scenarios: scenarios::State,
}

/// What can happen in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// The members are to be shown.
    ToTeam,
    /// Places were ranked.
    Ranked(Report<Ranking>),
    /// Another opening is to be shown.
    Chosen(usize),
    /// Another opening is wanted.
    Begun,
    /// The shown opening is to be removed.
    Removed,
    /// Something was typed into the form.
    Typed(Field, String),
    /// The hire is for this.
    Aimed(Aim),
    /// So many people are wanted.
    People(u8),
    /// Contact is to fade with distance, or not.
    Fades(bool),
    /// Another requirement is wanted.
    RequirementAdded,
    /// A requirement is to be removed.
    RequirementRemoved(usize),
    /// How much a requirement asks for was typed.
    RequirementTyped(usize, String),
    /// A member is to be in a requirement, or no longer.
    RequirementToggled(usize, String),
    /// The form is to be taken.
    Applied,
    /// The opening is to be kept in the team.
    Kept,
    /// A line was pressed.
    Opened(usize),
    /// More lines are to be shown.
    More,
    /// The panel with the form is to be open, or closed.
    PanelOpened(bool),
    /// All figures are to be shown as a table, or no longer.
    Tabled(bool),
    /// The interview sheet of this candidate is to be saved.
    Interview(String),
    /// An interview sheet was made; nothing where that broke off.
    Written(Option<sheet::Written>),
    /// Among the scenarios.
    Scenario(scenarios::Message),
    /// On the map.
    Map(map::Message),
    /// These are to be supposed in the team.
    Supposed(Newcomers),
    /// The advert's line is to be copied.
    Copied(String),
}

/// Who could be in the team.
#[derive(Debug, Clone)]
pub enum Newcomers {
    /// Somebody in the largest city of a line.
    OfLine(usize),
    /// The candidate of this name.
    Candidate(String),
    /// Those of the best set.
    OfSet,
}

impl State {
    /// Ranks places if the team or the opening has changed.
    pub fn refresh(&mut self, context: &Context) -> Action<Message> {
        let before = self.shown.name().map(str::to_owned);
        if !self.shown.follow(&names(context.team)) {
            self.put_aside(before.as_deref());
            self.draft = self.aside.take(self.shown.name());
        }
        if let Some(trial) = &mut self.trial {
            draft::forget_strangers(trial, context.team);
        }
        let opening = self.opening(context.team);
        match &mut self.draft {
            Some(draft) => draft.follow(&opening, context.team),
            None => self.draft = Some(Draft::of(&opening)),
        }
        if context.team.members.is_empty() {
            self.answer.clear();
            return Action::none();
        }
        let horizon = year_from(context.now);
        let question = (opening, horizon);
        if !self.answer.is_asked(context.revision, &question) {
            (self.line, self.lines) = (None, STEP);
        }
        let team = Arc::clone(context.team);
        let rank = self.answer.ask(context.revision, question, move |(opening, horizon), work| {
            let members: Vec<&Member> = team.members.iter().collect();
            let question = Question { members: &members, opening, policy: &team.policy, horizon: *horizon };
            let set = best_set(&question, cities().all(), work.stop());
            Ranking { plan: hire(&question, cities().all(), work.stop()), set }
        });
        let scenarios = self.scenarios.refresh(horizon, context).map(Message::Scenario);
        Action::run(iced::Task::batch([rank.map(Message::Ranked), scenarios]))
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::ToTeam => return Action::wish(Wish::Go(Screen::Team)),
            Message::Ranked(report) => {
                if self.answer.take(report) {
                    // A line of another ranking is another place.
                    self.line = None;
                }
            }
            Message::Chosen(number) => {
                let before = std::mem::replace(&mut self.shown, Shown::at(number, &names(context.team)));
                self.put_aside(before.name());
                self.draft = self.aside.take(self.shown.name());
                self.answer.clear();
                return self.refresh(context);
            }
            Message::Begun => {
                let opening = draft::usual(context.team);
                self.put_aside(self.shown.name().map(str::to_owned).as_deref());
                self.is_panel_open = true;
                return self.add(context, opening);
            }
            Message::Removed => return self.remove(context),
            Message::Applied => return self.apply(context),
            Message::Kept => {
                let opening = self.opening(context.team);
                self.trial = None;
                return self.add(context, opening);
            }
            Message::Opened(line) => self.line = (self.line != Some(line)).then_some(line),
            Message::PanelOpened(open) => self.is_panel_open = open,
            Message::Tabled(on) => self.has_table = on,
            Message::More => self.lines += STEP,
            Message::Map(message) => self.map.update(message),
            Message::Interview(name) => return self.interview(context, &name),
            Message::Written(written) => return Self::written(written, context),
            Message::Scenario(message) => {
                let newcomers = match &message {
                    scenarios::Message::With(newcomers) => self.members(context, newcomers),
                    _ => Vec::new(),
                };
                let usual = self.opening(context.team).hours;
                let lines = self.answer.get().map_or(&[][..], |found| &found.plan.lines);
                let hours = |zone| {
                    let line = lines.iter().find(|line| line.zones.contains(&zone));
                    line.map_or_else(|| usual.clone(), |line| line.figures.hours.clone())
                };
                let task = self.scenarios.update(message, newcomers, hours, year_from(context.now), context);
                return Action::run(task.map(Message::Scenario));
            }
            Message::Supposed(newcomers) => return self.suppose(context, &newcomers),
            Message::Copied(words) => return Action::wish(Wish::Copy(words)),
            other => self.fill(other),
        }
        Action::none()
    }

    /// The screen as it is seen.
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        view::screen(self, context)
    }

    /// The opening that is asked about.
    fn opening(&self, team: &Team) -> Opening {
        let kept = team.openings.get(self.shown.place()).cloned();
        kept.or_else(|| self.trial.clone()).unwrap_or_else(|| draft::usual(team))
    }

    /// Changes the form.
    fn fill(&mut self, message: Message) {
        let Some(draft) = &mut self.draft else { return };
        match message {
            Message::Typed(field, text) => draft.type_in(field, text),
            Message::Aimed(aim) => draft.aim_for(aim),
            Message::People(people) => draft.want(people),
            Message::Fades(fades) => draft.fade(fades),
            Message::RequirementAdded => {
                draft.wanted.push(draft::Wanted { at_least: "3 h".to_owned(), with: Vec::new() });
            }
            Message::RequirementRemoved(at) if at < draft.wanted.len() => {
                draft.wanted.remove(at);
            }
            Message::RequirementTyped(at, text) => {
                if let Some(wanted) = draft.wanted.get_mut(at) {
                    wanted.at_least = text;
                }
            }
            Message::RequirementToggled(at, name) => {
                if let Some(wanted) = draft.wanted.get_mut(at) {
                    let before = wanted.with.len();
                    wanted.with.retain(|other| *other != name);
                    if wanted.with.len() == before {
                        wanted.with.push(name);
                    }
                }
            }
            _ => {}
        }
    }

    /// Takes the form: into the team if the opening is kept there, else only to try it.
    fn apply(&mut self, context: &Context) -> Action<Message> {
        let Some(opening) = self.draft.as_ref().and_then(|draft| draft.opening(context.team)) else {
            return Action::none();
        };
        self.draft = None;
        let at = self.shown.place();
        if at < context.team.openings.len() {
            return edit(context, &format!("Change opening {}", opening.name), |team| team.openings[at] = opening);
        }
        self.trial = Some(opening);
        self.refresh(context)
    }

    /// Adds an opening, which will be shown.
    fn add(&mut self, context: &Context, opening: Opening) -> Action<Message> {
        let count = context.team.openings.len();
        self.shown = Shown::named(opening.name.as_str(), count, count + 1);
        edit(context, &format!("Add opening {}", opening.name), |team| team.openings.push(opening))
    }

    /// Supposes people in the team, to be seen on every other screen.
    fn suppose(&mut self, context: &Context, newcomers: &Newcomers) -> Action<Message> {
        let hires = self.members(context, newcomers);
        if hires.is_empty() {
            return Action::none();
        }
        Action::wish(Wish::Suppose(hires))
    }

    /// The people with their best hours, as members.
    fn members(&self, context: &Context, newcomers: &Newcomers) -> Vec<Member> {
        let member = |name: &str, place, hours: &Hours| Member::new(name, place, hours.clone());
        let hire = |city: &'static City, hours: &Hours| {
            member(&format!("Hire in {}", city.name), crate::team::Place::city(city), hours)
        };
        let found = self.answer.fresh(context.revision);
        let of_line = |line: usize| {
            let line = found?.plan.lines.get(line)?;
            Some(hire(line.cities.first()?, &line.figures.hours))
        };
        match newcomers {
            Newcomers::OfLine(line) => of_line(*line).into_iter().collect(),
            Newcomers::Candidate(name) => {
                let opening = self.opening(context.team);
                let candidates = opening.candidates.iter().filter(|candidate| candidate.name == *name);
                candidates.map(|candidate| member(name, candidate.place, &candidate.hours)).collect()
            }
            Newcomers::OfSet => {
                let seats = found.and_then(|found| found.set.as_ref()).map_or(&[][..], |set| &set.seats);
                seats.iter().filter_map(|seat| Some(hire(seat.cities.first()?, &seat.hours))).collect()
            }
        }
    }

    fn remove(&mut self, context: &Context) -> Action<Message> {
        let Some(opening) = context.team.openings.get(self.shown.place()) else { return Action::none() };
        let words = format!("Removed opening {}", opening.name);
        let (what, at) = (format!("Remove opening {}", opening.name), self.shown.place());
        self.put_aside(Some(&opening.name));
        let told = Wish::Tell { tone: Tone::Info, words, undo: true };
        edit(context, &what, |team| drop(team.openings.remove(at))).and(told)
    }

    /// Puts what was typed for an opening aside.
    fn put_aside(&mut self, of: Option<&str>) {
        if let Some(draft) = self.draft.take().filter(Draft::is_changed) {
            self.aside.put(of, draft);
        }
    }

    /// What stands in its forms and in no team: also what is only tried.
    pub fn notes(&self, team: &Team) -> Vec<Note> {
        let usual = self.trial.as_ref().filter(|_| team.openings.is_empty()).map(|_| draft::usual(team));
        let tried = usual.and_then(|usual| Some(self.draft.as_ref()?.rebased(usual)));
        let shown = tried.as_ref().or(self.draft.as_ref()).map(|draft| (self.shown.name(), draft));
        let is_there = |of: Option<&str>| of.is_none_or(|of| team.openings.iter().any(|opening| opening.name == of));
        let all = shown.into_iter().chain(self.aside.iter());
        let changed = all.filter(|(of, draft)| is_there(*of) && draft.is_changed());
        changed.map(|(of, draft)| draft.note(of, team)).collect()
    }

    /// Takes over what stood in its forms.
    pub fn recall(&mut self, drafts: &Drafts, context: &Context) {
        for note in drafts.of(Form::Opening) {
            let mut openings = context.team.openings.iter();
            let opening = match &note.of {
                Some(name) => openings.find(|opening| opening.name == *name).cloned(),
                None => Some(draft::usual(context.team)),
            };
            if let Some(opening) = opening {
                let mut draft = Draft::of(&opening);
                draft.recall(note);
                self.aside.put(note.of.as_deref(), draft);
            }
        }
        self.shown.follow(&names(context.team));
        self.draft = self.aside.take(self.shown.name());
        // What was typed is in sight again.
        self.is_panel_open |= self.draft.is_some();
    }
}

/// The team with its openings changed.
fn edit(context: &Context, what: &str, change: impl FnOnce(&mut Team)) -> Action<Message> {
    let mut team = Team::clone(context.team);
    change(&mut team);
    Action::edit(what, team)
}

/// What the openings of a team are called.
fn names(team: &Team) -> Vec<&str> {
    team.openings.iter().map(|opening| opening.name.as_str()).collect()
}

/// 52 weeks from the coming Monday.
fn year_from(now: Instant) -> Span {
    let today = now.utc().date();
    let monday = today + Days::new(u64::from((7 - today.weekday().num_days_from_monday()) % 7));
    let start = Instant::midnight(monday);
    Span { start, end: start + Minutes(52 * Minutes::WEEK.0) }
}
