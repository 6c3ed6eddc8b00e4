//! The screen Overlap: the hours that the team shares, on a day, in its week and through the year.

mod asked;
mod chosen;
mod dates;
mod export;
mod face;
mod lists;
pub mod pairs;
mod question;
mod ribbon;
mod scrub;
mod steps;
mod typing;
mod view;
pub mod what_if;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::{Action, Context, Screen, Wish};
use crate::availability::seasons;
use crate::export::Format;
use crate::export::drawing::Write;
use crate::picture::ribbon::Place as Hour;
use crate::picture::{Id, strip};
use crate::team::Member;
use crate::time::{HORIZON_END, HORIZON_START, Instant, Minutes, Span, Zone};
use crate::window::answer::{Answer, Report};
use crate::window::command::Step;
use crate::window::renderer::Element;
use crate::window::theme::style::Tone;
use crate::words::share::Form;
pub use export::What;
pub use face::Face;
pub use question::{Day, Question, Year};
use scrub::Scrub;
use typing::{Purpose, Typing};

/// How far the next clock change is looked for, in weeks.
const CHANGES: i64 = 104;

/// What the screen remembers.
#[derive(Default)]
pub struct State {
    /// Who is not asked about, by name; newcomers are.
    left_out: BTreeSet<String>,
    /// How many are enough; all of them unless said.
    at_least: Option<usize>,
    /// Whether flexible hours count.
    flexible: bool,
    /// The shown date; today unless said.
    date: Option<NaiveDate>,
    /// Whose row is the first, by name; the reader's unless said.
    from: Option<String>,
    /// The time that is looked at.
    scrub: Scrub,
    /// The field that is open in the strip or above it.
    typing: Option<Typing>,
    /// For where times are copied.
    form: Form,
    /// Whether members are named in what is copied.
    with_names: bool,
    /// Whether the levels at the held time are explained.
    why: bool,
    /// What is said of the held time.
    said: Option<chosen::Said>,
    /// The hour of the year under the pointer, with who is at work then.
    hour: Option<ribbon::Pointed>,
    /// Whether the panel with what is asked is open.
    asking: asked::Asking,
    /// The face that is shown.
    face: Face,
    pairs: pairs::State,
    what_if: what_if::State,
    /// What stands for the members in exported drawings.
    names: export::Names,
    day: Answer<Question, Day>,
    year: Answer<Question, Year>,
}

/// What can happen in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// The day and its week were looked at.
    DayFound(Report<Day>),
    /// The year was looked at.
    YearFound(Report<Year>),
    /// A member is to be asked about, or no longer.
    Toggled(String),
    /// All are to be asked about.
    Everybody,
    /// None are to be asked about, until some are chosen.
    Nobody,
    /// The panel with what is asked is to be open, or closed.
    PanelOpened(bool),
    /// So many are to be enough.
    Enough(usize),
    /// Flexible hours are to count, or no longer.
    Flexible(bool),
    /// The date is to go so many days on.
    Turned(i64),
    /// This date is to be shown.
    Went(NaiveDate),
    /// Today is to be shown.
    Today,
    /// The next date on which somebody's clocks change is to be shown.
    NextChange,
    /// The pointer is at a time of the day, or left it.
    Pointed(Option<Instant>),
    /// A part of the strip was pressed, at a time.
    Pressed(Id, Option<Instant>),
    /// The pointer is at an hour of the year, or left it.
    HourPointed(Option<Hour>),
    /// An hour of the year was pressed.
    HourPressed(Option<Hour>),
    /// The button that was pressed on the strip was let go.
    Released,
    /// A key moves through time.
    Stepped(Step),
    /// The field, or else the panel, or else what is held, is to go away.
    Dismissed,
    /// The date is to be typed.
    DateWanted,
    /// This stands in the field that is open.
    Typed(String),
    /// What stands in the field is meant.
    Entered,
    /// Times are to be copied for there.
    Formed(Form),
    /// Members are to be named in what is copied, or no longer.
    Named(bool),
    /// Levels are to be explained, or no longer.
    Explained(bool),
    /// The times of this member, or the reader's own, are to be shown.
    SeenFrom(Option<String>),
    /// A face is to be shown.
    Faced(Face),
    /// In the face of the pairs.
    Pairs(pairs::Message),
    /// In the face of what could be.
    WhatIf(what_if::Message),
    /// Words are to be copied.
    Copied(String),
    /// The sentences of the year are to be copied.
    YearWanted,
    /// What the week moves is to be copied.
    BriefingWanted,
    /// Exported drawings are to have numbers for names, or names.
    WithoutNames(bool),
    /// A drawing is to be saved.
    Drawn(export::What, &'static Format<Write>),
    /// The members are to be shown.
    TeamWanted,
}

impl State {
    /// Looks at the day and the year anew if they, or the team, have changed.
    pub fn refresh(&mut self, context: &Context) -> Action<Message> {
        let action = self.ask(context);
        self.say(context);
        action
    }

    fn ask(&mut self, context: &Context) -> Action<Message> {
        let team = &context.team;
        self.left_out.retain(|name| team.member(name).is_some());
        if self.from.as_ref().is_some_and(|name| team.member(name).is_none()) {
            self.from = None;
        }
        let day = self.question(context);
        if day.members.is_empty() {
            self.day.clear();
            self.year.clear();
            return Action::none();
        }
        let year = day.of_the_year(self.today(context));
        let for_the_year = Arc::clone(team);
        let ask_year = self.year.ask(context.revision, year.clone(), move |year, _| year.year(&for_the_year));
        if !self.day.is_asked(context.revision, &day) {
            self.scrub.turn_to(day.span());
            self.typing = self.typing.take().filter(|typing| typing.what == Purpose::Date);
        }
        let for_the_day = Arc::clone(team);
        let ask_day = self.day.ask(context.revision, day, move |day, _| day.day(&for_the_day));
        let action = Action::run(ask_year.map(Message::YearFound)).and_run(ask_day.map(Message::DayFound));
        match self.face {
            Face::Hours => action,
            Face::Pairs => action.and_run(self.pairs.refresh(context, &year).map(Message::Pairs)),
            Face::WhatIf => action.and_run(self.what_if.refresh(context, &year).map(Message::WhatIf)),
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        let action = self.take_in(message, context);
        self.say(context);
        action
    }

    /// Says anew what is to be said of the held time.
    fn say(&mut self, context: &Context) {
        let said = self.said.take();
        self.said = chosen::say(self, said, context);
    }

    fn take_in(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::DayFound(report) => {
                if self.day.take(report) {
                    self.stay_in_the_day();
                }
            }
            Message::YearFound(report) => {
                if self.year.take(report) {
                    // It was an hour of another year.
                    self.hour = None;
                }
            }
            Message::Toggled(name) => {
                if !self.left_out.remove(&name) {
                    self.left_out.insert(name);
                }
            }
            Message::Everybody => self.left_out.clear(),
            Message::Nobody => self.left_out = context.team.members.iter().map(|member| member.name.clone()).collect(),
            Message::PanelOpened(open) => self.asking = asked::Asking::of(open),
            Message::Enough(count) => {
                let all = self.chosen(context).len();
                self.at_least = (count < all).then_some(count.max(1));
            }
            Message::Flexible(on) => self.flexible = on,
            Message::Turned(days) => self.turn(days, context),
            Message::Went(date) => self.date = Some(within_the_rules(date)),
            Message::Today => self.date = None,
            Message::Stepped(step) => return self.step(step, context),
            Message::NextChange => return self.go_to_next_change(context),
            Message::Pointed(at) => {
                let day = self.day.get().map(|day| day.strip.day);
                self.scrub.point(at, day.unwrap_or_else(|| self.question(context).span()));
                // After midnight today is another day.
                if self.day.question().is_some_and(|asked| asked.date == self.date(context)) {
                    return Action::none();
                }
            }
            Message::Pressed(id, at) => return self.press(id, at, context),
            Message::HourPointed(hour) => {
                let year = self.year.get();
                self.hour =
                    hour.zip(year).map(|(hour, year)| ribbon::Pointed::at(hour, year, self.flexible, context.clock));
                return Action::none();
            }
            Message::HourPressed(hour) => return self.go_to_hour(hour, context),
            Message::Released => {
                self.scrub.drop();
                return Action::none();
            }
            Message::Dismissed => {
                if self.typing.take().is_none() && std::mem::take(&mut self.asking) == asked::Asking::InWords {
                    self.scrub.release();
                }
                return Action::none();
            }
            Message::DateWanted => return self.open(Purpose::Date),
            Message::Typed(text) => {
                self.typed(text);
                return Action::none();
            }
            Message::Entered => return self.enter(context),
            Message::Formed(form) => self.form = form,
            Message::Named(named) => self.with_names = named,
            Message::Explained(why) => {
                self.why = why;
                return Action::none();
            }
            Message::SeenFrom(name) => self.from = name,
            Message::Faced(face) => self.face = face,
            Message::Pairs(message) => self.pairs.update(message, context),
            Message::WhatIf(message) => {
                let action = self.what_if.update(message, context).map(Message::WhatIf);
                // A changed team asks by itself.
                return if action.wishes.is_empty() { self.refresh(context) } else { action };
            }
            Message::Copied(words) => return Action::wish(Wish::Copy(words)),
            Message::YearWanted => return Action::wish(Wish::Copy(lists::year(self))),
            Message::BriefingWanted => {
                let lines = self.day.get().map(|day| day.briefing.join("\n"));
                return lines.map_or_else(Action::none, |lines| Action::wish(Wish::Copy(lines)));
            }
            Message::WithoutNames(without) => self.names = export::Names::of(without),
            Message::Drawn(what, format) => return export::save(self, context, what, format),
            Message::TeamWanted => return Action::wish(Wish::Go(Screen::Team)),
        }
        self.refresh(context)
    }

    /// The screen as it is seen.
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        view::screen(self, context)
    }

    /// Another strip is shown: a field stays open only in a row that it has.
    fn stay_in_the_day(&mut self) {
        let rows = self.day.get().map_or(0, |day| day.strip.rows.len());
        let has_row = |typing: &Typing| !matches!(typing.what, Purpose::Time(row) if row >= rows);
        self.typing = self.typing.take().filter(has_row);
    }

    /// A press on a name shows the day from there, one beside it lets a time be typed; one on the hours holds the time, lets it go,
    /// or begins a span.
    fn press(&mut self, id: Id, at: Option<Instant>, context: &Context) -> Action<Message> {
        self.typing = None;
        if id.part == strip::MEMBER {
            let row = self.day.get().and_then(|day| day.strip.rows.get(id.row));
            self.from = row.filter(|row| row.counted).map(|row| row.name.clone());
            if let Some(when) = self.scrub.kept() {
                // What is held stays in sight, be it on another date there.
                self.date = Some(within_the_rules(self.zone(context).local(when.start()).date()));
            }
            return self.refresh(context);
        }
        if id.part == strip::TIME {
            return self.open(Purpose::Time(id.row));
        }
        if let Some(at) = at {
            self.scrub.press(at);
        }
        Action::none()
    }

    /// Shows the next date on which somebody's clocks change, or on which somebody moves.
    fn go_to_next_change(&mut self, context: &Context) -> Action<Message> {
        let zone = self.zone(context);
        let members = self.chosen(context);
        let Some(day) = question::day_of(self.date(context), zone) else { return Action::none() };
        let reach = Span { start: day.end, end: day.end + Minutes(CHANGES * Minutes::WEEK.0) };
        let own = zone.transitions(reach).map(|change| change.at);
        let theirs = seasons(&members, reach).into_iter().skip(1).map(|season| season.span.start);
        match own.chain(theirs).min() {
            Some(at) => {
                self.date = Some(within_the_rules(zone.local(at).date()));
                self.refresh(context)
            }
            None => Action::wish(Wish::Tell {
                tone: Tone::Info,
                words: "Nobody's clocks change in the two years after this day".to_owned(),
                undo: false,
            }),
        }
    }

    /// Who is asked about.
    fn chosen<'a>(&self, context: &Context<'a>) -> Vec<&'a Member> {
        context.team.members.iter().filter(|member| !self.left_out.contains(&member.name)).collect()
    }

    fn today(&self, context: &Context) -> NaiveDate {
        self.zone(context).local(context.now).date()
    }

    /// The date that the screen shows: the one that was asked for last.
    fn shown(&self, context: &Context) -> NaiveDate {
        self.day.question().map_or_else(|| self.date(context), |asked| asked.date)
    }

    fn date(&self, context: &Context) -> NaiveDate {
        self.date.unwrap_or_else(|| self.today(context))
    }

    /// The zone of the first row.
    fn zone(&self, context: &Context) -> Zone {
        let member = self.from.as_ref().and_then(|name| context.team.member(name));
        let date = self.date.unwrap_or_else(|| context.zone.local(context.now).date());
        member.map_or(context.zone, |member| member.zone_on(date))
    }

    fn question(&self, context: &Context) -> Question {
        let members: Vec<String> = self.chosen(context).iter().map(|member| member.name.clone()).collect();
        let at_least = self.at_least.unwrap_or(members.len()).min(members.len());
        let (zone, date) = (self.zone(context), self.date(context));
        let (clock, first_weekday) = (context.clock, context.first_weekday);
        Question {
            members,
            at_least,
            flexible: self.flexible,
            from: self.from.clone(),
            zone,
            date,
            clock,
            first_weekday,
        }
    }
}

/// The date, or the nearest whose week and year are within the years that are planned.
fn within_the_rules(date: NaiveDate) -> NaiveDate {
    date.clamp(HORIZON_START + Days::new(31), HORIZON_END - Days::new(400))
}
