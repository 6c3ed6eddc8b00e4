//! The face One-off: a meeting that is held once, with those who must come and so many of those who may.

mod view;

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use iced::Task;

use crate::export::ics::Once;
use crate::export::once::CALENDAR;
use crate::plan::panel::{PanelAsk, PanelError, Sitting, suggest};
use crate::team::Team;
use crate::time::{Dates, Instant, Minutes, Span, Zone};
use crate::window::answer::{Answer, Report};
use crate::window::screen::{Action, Context, Wish};
use crate::words::amount::{duration, typed_duration};
use crate::words::panel as words;
pub use view::face;

/// How many dates are offered.
const TOP: usize = 8;

/// What was found, or why nothing can be.
pub type Attempt = Result<Sittings, PanelError>;

/// The best times, with the team that they are of.
#[derive(Debug)]
pub struct Sittings {
    team: Arc<Team>,
    all: Vec<Sitting>,
}

/// A setting that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// What it is called.
    Name,
    /// How long it lasts.
    Length,
    /// The first date.
    From,
    /// The last date.
    Last,
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
    /// What is typed, in the order of [`Field`]; usual things unless something is.
    texts: [Option<String>; 4],
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
                self.texts[field as usize] = Some(text);
                self.found.typed();
            }
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

    /// What stands in a field.
    fn text(&self, field: Field, context: &Context) -> String {
        let from = super::coming_monday(context.now);
        self.texts[field as usize].clone().unwrap_or_else(|| match field {
            Field::Name => "Meeting".to_owned(),
            Field::Length => duration(Minutes::HOUR),
            Field::From => from.to_string(),
            Field::Last => (from + Days::new(PanelAsk::USUAL_DAYS - 1)).to_string(),
        })
    }

    fn name(&self, context: &Context) -> Result<String, String> {
        let name = self.text(Field::Name, context).trim().to_owned();
        if name.is_empty() { Err("a meeting needs a name".to_owned()) } else { Ok(name) }
    }

    fn length(&self, context: &Context) -> Result<Minutes, String> {
        let length = typed_duration(&self.text(Field::Length, context))?;
        let is_possible = (1..=Minutes::DAY.0).contains(&length.0);
        if is_possible { Ok(length) } else { Err("from 1 minute to 24 hours".to_owned()) }
    }

    fn date(&self, field: Field, context: &Context) -> Result<NaiveDate, String> {
        self.text(field, context).trim().parse().map_err(|_| "write a date such as 2027-01-04".to_owned())
    }

    fn last(&self, context: &Context) -> Result<NaiveDate, String> {
        let last = self.date(Field::Last, context)?;
        let Ok(from) = self.date(Field::From, context) else { return Ok(last) };
        Dates::new(from, last).map(Dates::last).map_err(|error| error.to_string())
    }

    /// What is wrong with a field, if anything.
    fn error(&self, field: Field, context: &Context) -> Option<String> {
        match field {
            Field::Name => self.name(context).err(),
            Field::Length => self.length(context).err(),
            Field::From => self.date(field, context).err(),
            Field::Last => self.last(context).err(),
        }
    }

    /// Whole dates of the zone in which times are shown, as far as they are not over.
    fn question(&self, context: &Context) -> Option<Question> {
        let (from, last) = (self.date(Field::From, context).ok()?, self.last(context).ok()?);
        let start: Instant = context.zone.midnight(from).max(next_quarter(context.now));
        let over = Span::new(start, context.zone.midnight(last.succ_opt()?))?;
        Some(Question {
            required: self.names(context.team, Part::Must),
            pool: self.names(context.team, Part::May),
            at_least: self.at_least(context.team).0,
            length: self.length(context).ok()?,
            over,
            zone: context.zone,
        })
    }

    /// Offers the shown sitting as an event.
    fn calendar(&self, context: &Context) -> Action<Message> {
        let (Some(Ok(found)), Ok(name)) = (self.found.fresh(context.revision), self.name(context)) else {
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
