//! The face Cadence: which meetings a team should have, each ready to be added to it, and what should be written instead.

mod terms;
mod view;

use std::sync::Arc;

use chrono::NaiveDate;
use iced::Task;

use crate::plan::cadence::{Cadence, CadenceAsk, CadenceError, Missed, Plan, cadence, missed};
use crate::plan::meet::Ask;
use crate::team::{Meeting, MemberId, Team};
use crate::time::Minutes;
use crate::window::answer::{Answer, Report};
use crate::window::drafts::{Drafts, Form, Note};
use crate::window::form::Draft;
use crate::window::screen::{Action, Context, Wish};
use crate::window::theme::style::Tone;
use crate::words::clock::{self, Clock};
use crate::words::{cadence as words, meet};
pub use terms::Field;
use terms::Terms;
pub use view::face;

/// What was found, or why there is nothing.
pub type Attempt = Result<Plans, CadenceError>;

/// A cadence, with what is missed of it.
#[derive(Debug)]
pub struct Plans {
    cadence: Cadence,
    /// What is said of each meeting, in lines; those of the groups in their order, then that of all.
    said: Vec<Vec<String>>,
    /// Who is in each group, and who is in none, by name.
    called: Vec<String>,
    alone: String,
    /// How many members and how much overlap the team wants of two, when it was planned.
    members: usize,
    target: Minutes,
    /// Of the groups in their order, then of all.
    missed: Vec<Vec<Missed>>,
}

impl Plans {
    fn of(ask: &CadenceAsk, clock: Clock) -> Attempt {
        let found = cadence(ask)?;
        let of_plan = |plan: &Plan| -> Result<Vec<Missed>, CadenceError> {
            let asked = Ask::of(ask.team, &plan.meeting, ask.from)?;
            Ok(missed(&asked, &plan.meeting.chosen, &ask.team.policy.rates))
        };
        let groups = found.groups.iter().map(|group| &group.plan);
        let missed = groups.chain([&found.all]).map(of_plan).collect::<Result<_, _>>()?;
        let plans = found.groups.iter().map(|group| &group.plan).chain([&found.all]);
        let mut said: Vec<Vec<String>> = plans.map(|plan| words::plan(ask.team, plan, ask.limit, clock)).collect();
        if let Some((written, lines)) = found.all.written.as_ref().zip(said.last_mut()) {
            lines.extend(
                found.groups.iter().filter_map(|group| words::group_line(ask.team, written, &group.members, clock)),
            );
        }
        let names = |members: &[MemberId]| clock::list(&words::who(ask.team, members));
        Ok(Self {
            called: found.groups.iter().map(|group| names(&group.members)).collect(),
            alone: names(&found.alone),
            cadence: found,
            said,
            members: ask.team.members.len(),
            target: ask.team.policy.target_overlap,
            missed,
        })
    }

    /// Every meeting: those of the groups, then that of all.
    fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.cadence.groups.iter().map(|group| &group.plan).chain([&self.cadence.all])
    }
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Question {
    from: NaiveDate,
    terms: Terms,
    clock: Clock,
}

/// What the face remembers.
#[derive(Default)]
pub struct State {
    draft: Draft<Terms>,
    found: Answer<Question, Attempt>,
    /// The meeting whose missed times are shown.
    opened: Option<usize>,
}

/// What can happen in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// A cadence was found.
    Found(Report<Attempt>),
    /// Something was typed.
    Typed(Field, String),
    /// The usual terms are to hold again.
    Reset,
    /// A meeting, by its place, is to be added to the team.
    Added(usize),
    /// What is missed of a meeting is to be shown, or hidden.
    Opened(usize),
    /// What is said of a meeting is to be copied.
    LinesWanted(usize),
}

impl State {
    /// Plans anew if what it is about has changed.
    pub fn refresh(&mut self, context: &Context) -> Task<Message> {
        let Some(question) = self.question(context) else { return Task::none() };
        let team = Arc::clone(context.team);
        let plan = self.found.ask(context.revision, question, move |question, _| {
            let Question { from, terms: Terms { limit, weeks, daily, weekly }, clock } = *question;
            Plans::of(&CadenceAsk { team: &team, from, weeks, limit, daily, weekly }, clock)
        });
        plan.map(Message::Found)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Found(report) => {
                if self.found.take(report) {
                    self.opened = None;
                }
            }
            Message::Typed(field, text) => {
                self.draft.type_in(field, text);
                self.found.typed();
                return Action::run(self.refresh(context));
            }
            Message::Reset => {
                self.draft = Draft::default();
                return Action::run(self.refresh(context));
            }
            Message::Added(place) => return self.add(place, context),
            Message::Opened(place) => self.opened = (self.opened != Some(place)).then_some(place),
            Message::LinesWanted(place) => {
                let found = self.found.get().and_then(|found| found.as_ref().ok());
                let lines = found.and_then(|found| found.said.get(place)).map(|lines| lines.join("\n"));
                return lines.map_or_else(Action::none, |lines| Action::wish(Wish::Copy(lines)));
            }
        }
        Action::none()
    }

    /// What is typed, to be kept.
    pub fn note(&self) -> Option<Note> {
        self.draft.is_changed().then(|| self.draft.note(Form::Cadence, None, &Team::default()))
    }

    /// Takes over what was kept.
    pub fn recall(&mut self, drafts: &Drafts) {
        drafts.of(Form::Cadence).for_each(|note| self.draft.recall(note));
    }

    /// What is asked for, if every field holds what it takes.
    fn question(&self, context: &Context) -> Option<Question> {
        let terms = self.draft.made(context.team)?;
        Some(Question { from: super::coming_monday(context.now), terms, clock: context.clock })
    }

    fn add(&self, place: usize, context: &Context) -> Action<Message> {
        let found = self.found.fresh(context.revision).and_then(|found| found.as_ref().ok());
        let Some(meeting) = found.and_then(|found| found.plans().nth(place)).map(|plan| plan.meeting.clone()) else {
            return Action::none();
        };
        if is_kept(context.team, &meeting) || context.team.meetings.iter().any(|other| other.name == meeting.name) {
            return Action::none();
        }
        let slots: Vec<String> = meeting.chosen.iter().map(|slot| meet::slot(slot, context.clock)).collect();
        let told = format!("{} takes place {}", meeting.name, slots.join(", then "));
        let what = format!("Add meeting {}", meeting.name);
        let mut team = Team::clone(context.team);
        team.meetings.push(meeting);
        Action::edit(what, team).and(Wish::Tell { tone: Tone::Good, words: told, undo: true })
    }
}

/// Whether the team has such a meeting already, whatever it is called.
fn is_kept(team: &Team, meeting: &Meeting) -> bool {
    let same = |other: &Meeting| {
        (other.minutes, other.every, &other.chosen, &other.attendees)
            == (meeting.minutes, meeting.every, &meeting.chosen, &meeting.attendees)
    };
    team.meetings.iter().any(same)
}
