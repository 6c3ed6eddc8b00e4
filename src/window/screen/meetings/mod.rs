//! The screen Meetings: slots for the team's meetings, with what each costs to whom.

mod anchors;
mod cadence;
mod card;
mod clocks;
mod compare;
mod draft;
mod face;
mod form;
mod kept;
mod offers;
mod one_off;
mod settled;
mod view;

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};

use super::{Action, Context, Screen, Wish};
use crate::plan::meet::{Ask, anchors_within, settle};
use crate::plan::meet::{Budget, suggest_within};
use crate::team::{Every, Meeting, Slot, Team};
use crate::time::Instant;
use crate::window::answer::{Answer, Report};
use crate::window::form::Aside;
use crate::window::renderer::Element;
use crate::window::shown::Shown;
use crate::window::theme::style::Tone;
use crate::words::amount::count;
use crate::words::meet as words;
use draft::Draft;
pub use draft::{Coming, Field};
pub use face::Face;
pub use offers::{Attempt, Offer, Offers};

/// How many suggestions are looked for.
const TOP: usize = 6;

/// What slots are looked for.
#[derive(Debug, Clone, PartialEq)]
struct Question {
    /// The meeting without its name, which matters to no slot.
    meeting: Meeting,
    /// The first date of a meeting that does not say.
    monday: NaiveDate,
}

/// What the screen remembers.
#[derive(Default)]
pub struct State {
    /// The meeting that is shown; behind the last, one that is not kept yet.
    shown: Shown,
    /// The form.
    draft: Option<Draft>,
    /// Whether the form stands beside the answer.
    asking: bool,
    /// What was typed for other meetings.
    aside: Aside<Draft>,
    answer: Answer<Question, Attempt>,
    /// The suggestion whose details are shown.
    opened: Option<usize>,
    /// The suggestions that are compared, two at most.
    compared: Vec<usize>,
    /// The face that is shown.
    face: Face,
    cadence: cadence::State,
    one_off: one_off::State,
}

/// What can happen in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Slots were found.
    Found(Report<Attempt>),
    /// The form is to stand beside the answer, or no longer.
    FormShown(bool),
    /// Another meeting is to be shown.
    Shown(usize),
    /// The shown meeting is to be removed.
    Removed,
    /// Something was typed into the form.
    Typed(Field, String),
    /// It is to take place so often.
    Recurs(Every),
    /// So many slots are to take turns.
    Turns(u8),
    /// Somebody is to come otherwise.
    Turned(String),
    /// The form is to be kept in the team.
    Kept,
    /// What was typed is to be forgotten.
    Reset,
    /// The details of a suggestion are to be shown, or hidden.
    Opened(usize),
    /// A suggestion is to be compared, or no longer.
    Compared(usize),
    /// The slots that the meeting has are to be saved as a calendar.
    CalendarWanted,
    /// The text of an invitation is to be copied.
    InvitationWanted,
    /// A suggestion is settled on.
    Settled(usize),
    /// These slots are settled on, whatever was suggested.
    Anchored(Vec<Slot>),
    /// The settled slots are to be open again.
    Unsettled,
    /// So many slots may be bad for one.
    Bad(Option<u8>),
    /// Any two are to meet in comfort every so many times.
    Comfort(Option<u16>),
    /// Chosen slots are to stay on a tie, or need not.
    Stays(bool),
    /// What was borne until now is to be booked.
    Booked,
    /// A suggestion is to be copied, with everybody's times.
    BriefingWanted(usize),
    /// A face is to be shown.
    Faced(Face),
    /// In the face of the cadence.
    Cadence(cadence::Message),
    /// In the face of the meeting that is held once.
    OneOff(one_off::Message),
    /// The members are to be shown.
    TeamWanted,
}

impl State {
    /// Answers anew what the shown face asks, if that has changed.
    pub fn refresh(&mut self, context: &Context) -> Action<Message> {
        match self.face {
            _ if context.team.members.is_empty() => self.refresh_series(context),
            Face::Series => self.refresh_series(context),
            Face::Cadence => Action::run(self.cadence.refresh(context).map(Message::Cadence)),
            Face::OneOff => Action::run(self.one_off.refresh(context).map(Message::OneOff)),
        }
    }

    /// Looks for slots anew if the team or the form has changed.
    fn refresh_series(&mut self, context: &Context) -> Action<Message> {
        let team = context.team;
        let names: Vec<&str> = team.meetings.iter().map(|meeting| meeting.name.as_str()).collect();
        let before = self.shown.name().map(str::to_owned);
        if !self.shown.follow(&names) {
            self.put_aside(before.as_deref(), team);
            self.draft = self.aside.take(self.shown.name());
        }
        let kept = self.kept(team);
        match &mut self.draft {
            Some(draft) => draft.follow(&kept, team),
            None => self.draft = Some(Draft::of(&kept, team)),
        }
        if team.members.is_empty() {
            self.answer.clear();
            return Action::none();
        }
        let Some(meeting) = self.draft.as_ref().and_then(|draft| draft.meeting(team)) else { return Action::none() };
        let unnamed = Meeting { name: String::new(), ..meeting.clone() };
        let question = Question { meeting: unnamed, monday: coming_monday(context.now) };
        if !self.answer.is_asked(context.revision, &question) {
            self.opened = None;
            self.compared.clear();
        }
        let team = Arc::clone(team);
        let find = self.answer.ask(context.revision, question, move |question, work| {
            let ask = Ask::of(&team, &meeting, question.monday)?;
            let rates = &team.policy.rates;
            let effort = Budget::USUAL.until(work.stop());
            let found = suggest_within(&ask, rates, TOP, effort.clone())?.all;
            let best = found.first().map(|best| best.slots.clone()).unwrap_or_default();
            let anchors = anchors_within(&ask, rates, &best, effort)?;
            Ok(Offers { all: found.into_iter().map(|suggestion| Offer::of(&ask, suggestion)).collect(), anchors })
        });
        Action::run(find.map(Message::Found))
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Found(report) => {
                if self.answer.take(report) {
                    (self.opened, self.compared) = (None, Vec::new());
                }
            }
            Message::FormShown(asking) => self.asking = asking,
            Message::Shown(number) => {
                // A new meeting begins with what is asked.
                self.asking |= number == context.team.meetings.len();
                let names: Vec<&str> = context.team.meetings.iter().map(|meeting| meeting.name.as_str()).collect();
                let before = std::mem::replace(&mut self.shown, Shown::at(number, &names));
                self.put_aside(before.name(), context.team);
                self.draft = self.aside.take(self.shown.name());
                self.answer.clear();
                return self.refresh(context);
            }
            Message::Removed => return self.remove(context),
            Message::Kept => return self.keep(context),
            Message::Reset => {
                self.draft = None;
                return self.refresh(context);
            }
            Message::Opened(number) => self.opened = (self.opened != Some(number)).then_some(number),
            Message::Compared(number) => self.compare(number),
            Message::CalendarWanted => return self.calendar(context),
            Message::InvitationWanted => return self.invitation(context),
            Message::Settled(number) => return self.settle(number, context),
            Message::Anchored(slots) if self.answer.fresh(context.revision).is_some() => {
                return self.choose(slots, context);
            }
            Message::Anchored(_) => {}
            Message::Unsettled => return self.choose(Vec::new(), context),
            Message::Booked => return self.book(context),
            Message::BriefingWanted(number) => {
                let found = self.answer.get().and_then(|found| found.as_ref().ok());
                let words = found.and_then(|found| found.all.get(number));
                let words = words.map(|offer| card::briefing(&offer.suggestion, context.clock));
                return words.map_or_else(Action::none, |words| Action::wish(Wish::Copy(words)));
            }
            Message::Faced(face) => {
                self.face = face;
                return self.refresh(context);
            }
            Message::Cadence(message) => return self.cadence.update(message, context).map(Message::Cadence),
            Message::OneOff(message) => return self.one_off.update(message, context).map(Message::OneOff),
            Message::TeamWanted => return Action::wish(Wish::Go(Screen::Team)),
            other => {
                let Some(draft) = &mut self.draft else { return Action::none() };
                match other {
                    Message::Typed(field, text) => {
                        draft.type_in(field, text);
                        self.answer.typed();
                    }
                    Message::Recurs(every) => draft.choose(|meeting| meeting.every = every),
                    Message::Turns(slots) => draft.choose(|meeting| meeting.slots = slots),
                    Message::Bad(most) => draft.choose(|meeting| meeting.options.max_bad_slots = most),
                    Message::Comfort(row) => draft.choose(|meeting| meeting.options.comfort_every = row),
                    Message::Stays(stays) => draft.choose(|meeting| meeting.options.keep_chosen = stays),
                    Message::Turned(name) => draft.turn(&name),
                    _ => {}
                }
                return self.refresh(context);
            }
        }
        Action::none()
    }

    /// The screen as it is seen.
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        view::screen(self, context)
    }

    /// The meeting as the team has it, or a usual one.
    fn kept(&self, team: &Team) -> Meeting {
        team.meetings.get(self.shown.place()).cloned().unwrap_or_else(|| draft::usual(team))
    }

    /// Whether the team has the shown meeting.
    fn is_kept(&self, team: &Team) -> bool {
        self.shown.place() < team.meetings.len()
    }

    /// Compares a suggestion, or no longer; of three the first gives way.
    fn compare(&mut self, number: usize) {
        if let Some(at) = self.compared.iter().position(|&other| other == number) {
            self.compared.remove(at);
            return;
        }
        if self.compared.len() == 2 {
            self.compared.remove(0);
        }
        self.compared.push(number);
    }

    /// Settles on a suggestion.
    fn settle(&mut self, number: usize, context: &Context) -> Action<Message> {
        let found = self.answer.fresh(context.revision).and_then(|found| found.as_ref().ok());
        match found.and_then(|found| found.all.get(number)) {
            Some(offer) => self.choose(offer.suggestion.slots.clone(), context),
            None => Action::none(),
        }
    }

    /// Writes the form into the team with these slots.
    fn choose(&mut self, slots: Vec<Slot>, context: &Context) -> Action<Message> {
        let Some(meeting) = self.draft.as_ref().and_then(|draft| draft.meeting(context.team)) else {
            return Action::none();
        };
        let written: Vec<String> = slots.iter().map(|slot| words::slot(slot, context.clock)).collect();
        let (what, told) = if slots.is_empty() {
            (format!("Open the slot of {} again", meeting.name), format!("{} has no slot now", meeting.name))
        } else {
            let written = written.join(", then ");
            (format!("Choose {written} for {}", meeting.name), format!("{} takes place {written}", meeting.name))
        };
        let told = Wish::Tell { tone: Tone::Good, words: told, undo: true };
        self.edit(context, what, Meeting { chosen: slots, ..meeting }).and(told)
    }

    /// Books what everybody bore in the settled slots until the coming Monday.
    fn book(&mut self, context: &Context) -> Action<Message> {
        let Some(meeting) = context.team.meetings.get(self.shown.place()) else { return Action::none() };
        match settle(context.team, meeting, coming_monday(context.now)) {
            Ok(settled) => {
                let booked = count(settled.occurrences, "meeting");
                let told = Wish::Tell { tone: Tone::Good, words: format!("{booked} booked"), undo: true };
                let what = format!("Book {booked} of {}", settled.meeting.name);
                self.write(context, what, settled.meeting).and(told)
            }
            Err(error) => Action::wish(Wish::Tell { tone: Tone::Warn, words: error.to_string(), undo: false }),
        }
    }

    /// Writes the form into the team.
    fn keep(&mut self, context: &Context) -> Action<Message> {
        let Some(meeting) = self.draft.as_ref().and_then(|draft| draft.meeting(context.team)) else {
            return Action::none();
        };
        let verb = if self.is_kept(context.team) { "Change" } else { "Add" };
        self.edit(context, format!("{verb} meeting {}", meeting.name), meeting)
    }

    /// Writes what the form holds into the team: nothing of it is only typed any more.
    fn edit(&mut self, context: &Context, what: String, meeting: Meeting) -> Action<Message> {
        self.draft = None;
        self.write(context, what, meeting)
    }

    fn write(&mut self, context: &Context, what: String, meeting: Meeting) -> Action<Message> {
        let mut team = Team::clone(context.team);
        let count = team.meetings.len();
        let name = meeting.name.clone();
        if let Some(kept) = team.meetings.get_mut(self.shown.place()) {
            *kept = meeting;
        } else {
            self.shown = Shown::named(name, count, count + 1);
            team.meetings.push(meeting);
        }
        Action::edit(what, team)
    }

    fn remove(&mut self, context: &Context) -> Action<Message> {
        let Some(meeting) = context.team.meetings.get(self.shown.place()) else { return Action::none() };
        let told = Wish::Tell { tone: Tone::Info, words: format!("Removed {}", meeting.name), undo: true };
        let what = format!("Remove meeting {}", meeting.name);
        let mut team = Team::clone(context.team);
        let removed = team.meetings.remove(self.shown.place());
        self.put_aside(Some(&removed.name), context.team);
        Action::edit(what, team).and(told)
    }
}

/// The first date of a meeting that does not say: the coming Monday, today if it is one.
fn coming_monday(now: Instant) -> NaiveDate {
    let today = now.utc().date();
    today + Days::new(u64::from((7 - today.weekday().num_days_from_monday()) % 7))
}
