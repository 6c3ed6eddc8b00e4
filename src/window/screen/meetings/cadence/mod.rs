//! The face Cadence: which meetings a team should have, each ready to be added to it, and what should be written instead.

mod view;

use std::sync::Arc;

use chrono::NaiveDate;
use iced::Task;

use crate::availability::RateMinutes;
use crate::plan::cadence::{Cadence, CadenceAsk, CadenceError, Missed, Plan, cadence, missed};
use crate::plan::meet::Ask;
use crate::team::{Meeting, Team};
use crate::window::answer::{Answer, Answered};
use crate::window::screen::{Action, Context, Wish};
use crate::window::theme::style::Tone;
use crate::words::meet as words;
pub use view::face;

/// What was found, or why there is nothing.
pub type Found = Result<Plans, CadenceError>;

/// A cadence, with what is missed of it.
#[derive(Debug)]
pub struct Plans {
    cadence: Cadence,
    limit: RateMinutes,
    /// Of the groups in their order, then of all.
    missed: Vec<Vec<Missed>>,
}

impl Plans {
    fn of(ask: &CadenceAsk) -> Found {
        let found = cadence(ask)?;
        let of_plan = |plan: &Plan| -> Result<Vec<Missed>, CadenceError> {
            let asked = Ask::of(ask.team, &plan.meeting, ask.from)?;
            Ok(missed(&asked, &plan.meeting.chosen, &ask.team.policy.rates))
        };
        let groups = found.groups.iter().map(|group| &group.plan);
        let missed = groups.chain([&found.all]).map(of_plan).collect::<Result<_, _>>()?;
        Ok(Self { cadence: found, limit: ask.limit, missed })
    }

    /// Every meeting: those of the groups, then that of all.
    fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.cadence.groups.iter().map(|group| &group.plan).chain([&self.cadence.all])
    }
}

/// What the face remembers.
#[derive(Default)]
pub struct Screen {
    /// What is typed as the limit; the usual one unless something is.
    limit: Option<String>,
    found: Answer<Found>,
    asked: Option<(u64, NaiveDate, RateMinutes)>,
    /// The meeting whose missed times are shown.
    opened: Option<usize>,
}

/// What can happen in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// A cadence was found.
    Found(Answered<Found>),
    /// The limit is typed.
    Limit(String),
    /// A meeting, by its place, is to be added to the team.
    Added(usize),
    /// What is missed of a meeting is to be shown, or hidden.
    Opened(usize),
    /// Words are to be copied.
    Copied(String),
}

impl Screen {
    /// Plans anew if what it is about has changed.
    pub fn refresh(&mut self, context: &Context) -> Task<Message> {
        let (Ok(limit), from) = (self.limit(), super::coming_monday(context.now)) else { return Task::none() };
        let asked = (context.revision, from, limit);
        if self.asked == Some(asked) {
            return Task::none();
        }
        self.asked = Some(asked);
        let team = Arc::clone(context.team);
        let plan = self.found.ask(move || {
            let (daily, weekly) = (CadenceAsk::USUAL_DAILY, CadenceAsk::USUAL_WEEKLY);
            Plans::of(&CadenceAsk { team: &team, from, weeks: Meeting::USUAL_WEEKS, limit, daily, weekly })
        });
        plan.map(Message::Found)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Found(answered) => self.found.take(answered),
            Message::Limit(text) => {
                self.limit = Some(text);
                return Action::run(self.refresh(context));
            }
            Message::Added(place) => return self.add(place, context),
            Message::Opened(place) => self.opened = (self.opened != Some(place)).then_some(place),
            Message::Copied(words) => return Action::wish(Wish::Copy(words)),
        }
        Action::none()
    }

    /// Points a week.
    fn limit(&self) -> Result<RateMinutes, String> {
        let Some(text) = &self.limit else { return Ok(CadenceAsk::USUAL_LIMIT) };
        let points = text.trim().parse::<f64>().ok().filter(|points| (0.0..=1_000_000.0).contains(points));
        points.map(RateMinutes::from_points).ok_or_else(|| "write points, such as 2".to_owned())
    }

    fn add(&self, place: usize, context: &Context) -> Action<Message> {
        let found = self.found.get().and_then(|found| found.as_ref().ok());
        let Some(meeting) = found.and_then(|found| found.plans().nth(place)).map(|plan| plan.meeting.clone()) else {
            return Action::none();
        };
        if is_kept(context.team, &meeting) || context.team.meetings.iter().any(|other| other.name == meeting.name) {
            return Action::none();
        }
        let slots: Vec<String> = meeting.chosen.iter().map(|slot| words::slot(slot, context.clock)).collect();
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
