//! The face What if: what would be different if clocks changed no more, or somebody came, went or moved; and the smallest shift of hours
//! that reaches a target. Nothing here is in the team before it is applied.

mod draft;
mod nudge;
mod view;

use std::sync::Arc;

use chrono::NaiveDate;
use iced::Task;

use super::question::{Question, YEAR};
use crate::plan::overlap::{Outcome, outcome};
use crate::team::{Member, Team, WhatIf};
use crate::time::{Clocks, Span};
use crate::window::answer::{Answer, Report, Work};
use crate::window::screen::{Action, Context, Wish};
use crate::window::theme::style::Tone;
use crate::window::widget::picker;
use crate::words::{amount, what_if as words};
use crate::world::ClockLaw;
pub use draft::Change;
use draft::Draft;
pub use view::face;

/// What the face remembers.
#[derive(Default)]
pub struct State {
    /// How clocks are kept under each law; as now if nothing is said.
    clocks: [Option<Clocks>; 2],
    /// What is typed as the date from which they are.
    from: Option<String>,
    /// Everything else that is supposed, in order.
    supposed: Vec<WhatIf>,
    draft: Draft,
    found: Answer<(Question, Vec<WhatIf>), Compared>,
    nudge: nudge::State,
}

/// What can happen in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// The outcomes were compared.
    Found(Report<Compared>),
    /// Clocks are to be kept under a law, or to change as now.
    Clocks(ClockLaw, Option<Clocks>),
    /// The date from which they are is typed.
    From(String),
    /// Another change of change is to be put together.
    Wanted(Change),
    /// This member is to move or leave.
    Who(String),
    /// The place is looked for.
    Place(picker::Message),
    /// The newcomer's name is typed.
    Name(String),
    /// The newcomer's hours are typed.
    Hours(String),
    /// The date of the move is typed.
    On(String),
    /// The change is to be supposed.
    Supposed,
    /// A supposition, by its place, is to be dropped.
    Dropped(usize),
    /// Nothing is to be supposed any more.
    Reset,
    /// All that a team can say is to be put into it.
    Applied,
    /// With the nudge.
    Nudge(nudge::Message),
}

/// What is and what would be.
#[derive(Debug)]
pub struct Compared {
    before: Outcome,
    /// Or why it cannot be supposed.
    after: Result<Outcome, String>,
    /// What is different, in sentences.
    sentences: Vec<String>,
}

impl State {
    /// Compares anew, and looks for the nudge anew, if what they are about has changed.
    pub fn refresh(&mut self, context: &Context, year: &Question) -> Task<Message> {
        let members = |name: &String| context.team.member(name).is_some();
        self.supposed.retain(|what_if| match what_if {
            WhatIf::Moves { member, .. } | WhatIf::Leaves(member) => members(member),
            WhatIf::Joins(_) | WhatIf::ClocksKept { .. } => true,
        });
        let nudge = self.nudge.refresh(context, year).map(Message::Nudge);
        let question = (Question { flexible: false, at_least: 0, ..year.clone() }, self.all(context));
        let team = Arc::clone(context.team);
        let compare =
            move |(question, what_ifs): &(Question, Vec<WhatIf>), _: &Work| Compared::of(&team, question, what_ifs);
        let compare = self.found.ask(context.revision, question, compare).map(Message::Found);
        Task::batch([compare, nudge])
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Found(report) => drop(self.found.take(report)),
            Message::Clocks(law, clocks) => self.clocks[place_of(law)] = clocks,
            Message::From(text) => {
                self.from = Some(text);
                self.found.typed();
            }
            Message::Supposed => {
                self.supposed.extend(self.draft.what_if(context.team));
                self.draft = self.draft.emptied();
            }
            Message::Dropped(place) => self.drop_at(place, context),
            Message::Reset => {
                (self.clocks, self.from) = ([None; 2], None);
                self.supposed.clear();
                self.draft = self.draft.emptied();
            }
            Message::Applied => return self.apply(context),
            Message::Nudge(message) => return self.nudge.update(message, context).map(Message::Nudge),
            draft => self.draft.update(draft),
        }
        Action::none()
    }

    /// The date from which clocks are kept: today unless said.
    fn from(&self, context: &Context) -> Result<NaiveDate, String> {
        match &self.from {
            None => Ok(context.zone.local(context.now).date()),
            Some(text) => draft::date(text),
        }
    }

    /// All that is supposed: first the laws.
    fn all(&self, context: &Context) -> Vec<WhatIf> {
        let mut all = self.laws(context);
        all.extend(self.supposed.iter().cloned());
        all
    }

    fn laws(&self, context: &Context) -> Vec<WhatIf> {
        let Ok(from) = self.from(context) else { return Vec::new() };
        let kept = ClockLaw::ALL.into_iter().zip(self.clocks);
        kept.filter_map(|(law, clocks)| Some(WhatIf::ClocksKept { law, clocks: clocks?, from })).collect()
    }

    /// Drops a supposition by its place among all.
    fn drop_at(&mut self, place: usize, context: &Context) {
        if let Some(WhatIf::ClocksKept { law, .. }) = self.laws(context).get(place) {
            self.clocks[place_of(*law)] = None;
        } else {
            let place = place - self.laws(context).len();
            if place < self.supposed.len() {
                self.supposed.remove(place);
            }
        }
    }

    /// Puts into the team what it can say. Laws on clocks stay supposed.
    fn apply(&mut self, context: &Context) -> Action<Message> {
        match context.team.supposing(&self.supposed) {
            Ok(team) => {
                let what = match self.supposed.as_slice() {
                    [one] => format!("Apply: {}", words::said(one, context.clock)),
                    several => format!("Apply {}", amount::count(several.len(), "change")),
                };
                self.supposed.clear();
                let told = "It is in the team now".to_owned();
                Action::edit(what, team).and(Wish::Tell { tone: Tone::Good, words: told, undo: true })
            }
            Err(error) => Action::wish(Wish::Tell { tone: Tone::Bad, words: error.to_string(), undo: false }),
        }
    }
}

fn place_of(law: ClockLaw) -> usize {
    match law {
        ClockLaw::EuropeanUnion => 0,
        ClockLaw::UnitedStates => 1,
    }
}

impl Compared {
    fn of(team: &Team, question: &Question, what_ifs: &[WhatIf]) -> Self {
        let asked = question.members(team);
        let start = question.zone.midnight(question.date);
        let horizon = Span { start, end: start + YEAR };
        let before = outcome(&asked, horizon, &team.policy);
        let after = team.supposing(what_ifs).map_err(|error| error.to_string()).and_then(|supposed| {
            let is_asked = |member: &&Member| {
                asked.iter().any(|other| other.name == member.name) || team.member(&member.name).is_none()
            };
            let members: Vec<&Member> = supposed.members.iter().filter(is_asked).collect();
            if members.is_empty() {
                return Err("Nobody would be left".to_owned());
            }
            Ok(outcome(&members, horizon, &supposed.policy))
        });
        let sentences = after.as_ref().map(|after| words::difference(&before, after)).unwrap_or_default();
        Self { before, after, sentences }
    }
}
