//! The face One-off: a meeting that is held once, with those who must come and so many of those who may.

mod terms;
mod view;

use std::sync::Arc;

use iced::Task;

use crate::export::ics::Once;
use crate::export::once::CALENDAR;
use crate::plan::panel::{PanelAsk, PanelError, Sitting, suggest};
use crate::team::Team;
use crate::time::{Instant, Minutes, Span, Zone};
use crate::window::answer::{Answer, Report};
use crate::window::drafts::{Drafts, Form, Note};
use crate::window::form::Draft;
use crate::window::screen::{Action, Context, Wish};
use crate::words::panel as words;
pub use terms::Field;
use terms::Terms;
pub use view::face;

/// How many dates are offered.
const TOP: usize = 8;

/// The lists in what is kept: who must come, who does not, and how many of the others.
const MUST: &str = "must";
const NOT: &str = "not";
const AT_LEAST: &str = "at least";

/// What was found, or why nothing can be.
pub type Attempt = Result<Sittings, PanelError>;

/// The best times, with the team that they are of.
#[derive(Debug)]
pub struct Sittings {
    team: Arc<Team>,
    all: Vec<Sitting>,
}

/// Whether somebody comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Of whom some come.
    May,
    /// Without whom the meeting is none.
    Must,
    /// Who does not.
    No,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
struct Question {
    required: Vec<String>,
    pool: Vec<String>,
    at_least: usize,
    length: Minutes,
    over: Span,
    zone: Zone,
}

/// What the face remembers.
#[derive(Default)]
pub struct State {
    /// What is typed, once the face was shown.
    draft: Option<Draft<Terms>>,
    /// Who does not simply come if they can.
    parts: Vec<(String, Part)>,
    /// How many of those who may; two unless said.
    at_least: Option<usize>,
    found: Answer<Question, Attempt>,
    /// The sitting that is shown.
    chosen: usize,
}

/// What can happen in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Times were found.
    Found(Report<Attempt>),
    /// Something was typed.
    Typed(Field, String),
    /// Somebody is to come otherwise.
    Turned(String),
    /// So many of those who may are to come.
    AtLeast(usize),
    /// The usual things are to be asked for again.
    Reset,
    /// A sitting is to be shown.
    Chosen(usize),
    /// The shown sitting is to be saved as a calendar.
    CalendarWanted,
    /// Everybody's times of the shown sitting, or of all, are to be copied.
    LinesWanted(Option<usize>),
}

impl State {
    /// Looks for times anew if what is asked for has changed.
    pub fn refresh(&mut self, context: &Context) -> Task<Message> {
        self.parts.retain(|(name, _)| context.team.member(name).is_some());
        let usual = Terms::usual(super::coming_monday(context.now));
        self.draft.get_or_insert_with(|| Draft::of(&usual)).follow(&usual);
        let Some(question) = self.question(context) else { return Task::none() };
        let team = Arc::clone(context.team);
        let find = self.found.ask(context.revision, question, move |question, _| {
            let Question { required, pool, at_least, length, over, zone } = question;
            let ask = PanelAsk::of(&team, (required, pool), *at_least, *length, *over)?;
            let all = suggest(&ask, &team.policy.rates, TOP, Some((1, *zone)))?;
            Ok(Sittings { team: Arc::clone(&team), all })
        });
        find.map(Message::Found)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Found(report) => {
                if self.found.take(report) {
                    self.chosen = 0;
                }
                return Action::none();
            }
            Message::Chosen(place) => {
                self.chosen = place;
                return Action::none();
            }
            Message::LinesWanted(only) => return Action::wish(Wish::Copy(self.lines(context, only))),
            Message::CalendarWanted => return self.calendar(context),
            Message::Typed(field, text) => {
                let Some(draft) = &mut self.draft else { return Action::none() };
                draft.type_in(field, text);
                self.found.typed();
            }
            Message::Reset => (self.draft, self.parts, self.at_least) = (None, Vec::new(), None),
            Message::Turned(name) => self.turn(name),
            Message::AtLeast(count) => self.at_least = Some(count),
        }
        Action::run(self.refresh(context))
    }

    /// Whether somebody comes.
    fn part(&self, name: &str) -> Part {
        self.parts.iter().find(|(other, _)| other == name).map_or(Part::May, |&(_, part)| part)
    }

    fn turn(&mut self, name: String) {
        let next = match self.part(&name) {
            Part::May => Part::Must,
            Part::Must => Part::No,
            Part::No => Part::May,
        };
        self.parts.retain(|(other, _)| *other != name);
        self.parts.push((name, next));
    }

    fn names(&self, team: &Team, wanted: Part) -> Vec<String> {
        let of = |name: &&String| self.part(name) == wanted;
        team.members.iter().map(|member| &member.name).filter(of).cloned().collect()
    }

    /// How many of those who may are to come, and of how many.
    fn at_least(&self, team: &Team) -> (usize, usize) {
        let pool = self.names(team, Part::May).len();
        (self.at_least.unwrap_or(2).min(pool), pool)
    }

    /// Whether something else than the usual is asked for.
    fn is_changed(&self) -> bool {
        let typed = self.draft.as_ref().is_some_and(Draft::is_changed);
        typed || self.at_least.is_some() || self.parts.iter().any(|(_, part)| *part != Part::May)
    }

    /// What is typed and chosen, to be kept.
    pub fn note(&self) -> Option<Note> {
        let draft = self.draft.as_ref().filter(|_| self.is_changed())?;
        let with = |wanted| self.parts.iter().filter(move |(_, part)| *part == wanted).map(|(name, _)| name.clone());
        let count = self.at_least.map(|count| count.to_string());
        let lists = vec![
            (MUST.to_owned(), with(Part::Must).collect()),
            (NOT.to_owned(), with(Part::No).collect()),
            (AT_LEAST.to_owned(), count.into_iter().collect()),
        ];
        Some(Note { lists, ..draft.note(Form::OneOff, None, &Team::default()) })
    }

    /// Takes over what was kept.
    pub fn recall(&mut self, drafts: &Drafts, context: &Context) {
        let Some(note) = drafts.of(Form::OneOff).next() else { return };
        let mut draft = Draft::of(&Terms::usual(super::coming_monday(context.now)));
        draft.recall(note);
        self.draft = Some(draft);
        let with = |list: &str, part| note.list(list).unwrap_or_default().iter().map(move |name| (name.clone(), part));
        self.parts = with(MUST, Part::Must).chain(with(NOT, Part::No)).collect();
        self.at_least = note.list(AT_LEAST).and_then(|count| count.first()?.parse().ok());
    }

    /// What the meeting is, if every field holds what it takes.
    fn terms(&self, context: &Context) -> Option<Terms> {
        self.draft.as_ref()?.made(context.team)
    }

    /// Whole dates of the zone in which times are shown, as far as they are not over.
    fn question(&self, context: &Context) -> Option<Question> {
        let Terms { from, last, length, .. } = self.terms(context)?;
        let start: Instant = context.zone.midnight(from).max(next_quarter(context.now));
        let over = Span::new(start, context.zone.midnight(last.succ_opt()?))?;
        Some(Question {
            required: self.names(context.team, Part::Must),
            pool: self.names(context.team, Part::May),
            at_least: self.at_least(context.team).0,
            length,
            over,
            zone: context.zone,
        })
    }

    /// Offers the shown sitting as an event.
    fn calendar(&self, context: &Context) -> Action<Message> {
        let (Some(Ok(found)), Some(Terms { name, .. })) = (self.found.fresh(context.revision), self.terms(context))
        else {
            return Action::none();
        };
        let Some(sitting) = found.all.get(self.chosen) else { return Action::none() };
        let description = words::description(&found.team, sitting, context.clock);
        let once = Once { name: &name, team: &found.team, sitting, description: &description };
        let files = vec![(String::new(), (CALENDAR.write)(&once, context.now).into_bytes())];
        Action::wish(Wish::Export { name: CALENDAR.file_name(&name, "meeting"), files })
    }

    /// Everybody's times of the best sittings, to be pasted.
    fn lines(&self, context: &Context, only: Option<usize>) -> String {
        let Some(Ok(found)) = self.found.get() else { return String::new() };
        let wanted = match only {
            Some(place) => found.all.get(place..=place).unwrap_or_default(),
            None => &found.all,
        };
        words::lines(&found.team, wanted, context.clock).join("\n")
    }
}

/// The next quarter-hour: no meeting begins in between, and what is asked is the same until then.
fn next_quarter(now: Instant) -> Instant {
    now + Minutes((-i64::from(now.epoch_minutes())).rem_euclid(15))
}
