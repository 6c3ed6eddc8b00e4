//! The screen Rota: who is on duty, how fair it is, and why each duty is held by whom.

mod draft;
mod export;
mod kept;
mod life;
mod people;
mod planned;
mod progress;
mod quality;
mod selected;
mod settings;
mod starter;
pub mod versions;
mod view;
mod why;

use std::sync::Arc;

use iced::widget::operation;

use super::{Action, Context, Screen, Wish};
use crate::export::Format;
use crate::export::rota::{Cut as FileCut, Write};
use crate::picture::Id;
use crate::plan::rota::Duty;
use crate::plan::rota::trade::Preset;
use crate::plan::rota::{Progress, Published};
use crate::team::{Rota, Team};
use crate::window::answer::{Answer, Report};
use crate::window::form::Aside;
use crate::window::renderer::Element;
use crate::window::shown::Shown;
use crate::window::theme::style::Tone;
use crate::window::widget::Hit;
use crate::words::rota::to_mend;
use draft::Draft;
pub use draft::{Cut, Field};
use planned::Planned;
use selected::{Explained, Selected};

/// A planned rota, or why it cannot be planned.
type Attempt = Result<Planned, String>;

/// What is planned, beside the team.
#[derive(Debug, Clone, PartialEq)]
struct Question {
    /// Which rota, by its place in the team.
    rota: usize,
    /// What people know already, when plans are to change little.
    published: Option<Published>,
}

/// What the screen remembers.
#[derive(Default)]
pub struct State {
    /// The rota that is shown.
    shown: Shown,
    answer: Answer<Question, Attempt, Progress>,
    search: progress::Search,
    /// What people know already, when plans are to change little.
    published: Option<Published>,
    /// The duty that is explained.
    selected: Option<Selected>,
    /// What is said of it.
    explained: Option<Explained>,
    /// What of the shown plan is to be mended.
    to_mend: Vec<String>,
    /// Whether days are the viewer's own.
    own_days: bool,
    /// The settings, while they are open.
    draft: Option<Draft>,
    /// What was typed into settings that are not open.
    aside: Aside<Draft>,
    /// What the rota can be saved as, while that is open.
    export: Option<export::Exporting>,
    /// The rules of the trade that are switched on.
    trade: Vec<Preset>,
    versions: versions::Versions,
    /// Whose duties stand out in the calendar, if anybody's.
    lit: Option<String>,
}

/// What can happen in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// The members are to be shown.
    ToTeam,
    /// A rota was planned, or the search came so far.
    Planned(Report<Attempt, Progress>),
    /// Another rota is to be shown.
    Chosen(usize),
    /// A first or another rota is wanted.
    Begun,
    /// The rota is to be removed.
    Removed,
    /// A duty was pressed.
    Pressed(Hit),
    /// The explanation, or what the rota can be saved as, is to be closed.
    Closed,
    /// A duty is to be held by this member whatever else happens.
    Pinned(Duty, String),
    /// A duty is to be planned freely again.
    Freed(Duty),
    /// Whoever holds this duty is away while it lasts.
    Away(Duty),
    /// The weeks that follow are to be planned, with what everybody carries.
    Next,
    /// Two duties are to be exchanged by those who hold them.
    Swapped(Duty, Duty),
    /// Days are to be the viewer's own, or those of the rota's zone.
    Days(bool),
    /// Plans are to change little against what is shown now, or to be made afresh.
    KeepPublished(bool),
    /// The settings are to be opened or closed; what was typed stays.
    Settings(bool),
    /// A part of the question was pressed: the settings are to be opened at this field, if it is typed.
    Asked(Option<&'static str>),
    /// Somebody's duties are to stand out in the calendar, or no longer.
    Lit(String),
    /// The settings are to be closed without what was typed.
    Discarded,
    /// Something was typed into a setting.
    Typed(Field, String),
    /// The horizon is to be cut another way.
    Cut(Cut),
    /// So many tiers are wanted.
    Tiers(u8),
    /// This is to be compared first.
    Order(crate::team::Order),
    /// The settings are to be taken.
    Applied,
    /// A rule of the trade is to be switched on or off.
    Preset(Preset),
    /// What the rota can be saved as is to be shown.
    Exporting,
    /// Calendars are to be cut into files like this.
    CutInto(FileCut),
    /// The rota is to be saved in a format.
    Exported(&'static Format<Write>),
    /// The rota is to be searched for longer.
    Longer,
    /// What the search has is enough.
    Enough,
    /// Among its published versions.
    Version(versions::Message),
}

impl State {
    /// Plans the shown rota if it, or the team, has changed.
    pub fn refresh(&mut self, context: &Context) -> Action<Message> {
        let before = self.shown.clone();
        if !self.shown.follow(&names(context)) {
            let now = std::mem::replace(&mut self.shown, before);
            self.forget();
            self.shown = now;
        }
        let Some(rota) = self.rota(context) else {
            self.forget();
            return Action::none();
        };
        if let Some(draft) = &mut self.draft {
            draft.follow(rota);
        }
        let versions = self.versions.refresh(&rota.name, context).map(Message::Version);
        let question = Question { rota: self.shown.place(), published: self.published.clone() };
        if self.answer.is_asked(context.revision, &question) {
            self.look(context);
            return Action::run(versions);
        }
        let (team, rota, now) = (Arc::clone(context.team), rota.clone(), context.now);
        let search = self.search.begin();
        let plan = self.answer.ask(context.revision, question, move |question, work| {
            search.run(work, |effort| Planned::make(&team, &rota, question.published.as_ref(), now, effort))
        });
        self.look(context);
        Action::run(iced::Task::batch([plan.map(Message::Planned), versions]))
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::ToTeam => return Action::wish(Wish::Go(Screen::Team)),
            Message::Planned(report) => {
                if self.answer.take(report) {
                    self.look(context);
                }
            }
            Message::Chosen(number) => {
                self.forget();
                self.shown = Shown::at(number, &names(context));
                self.draft = self.aside.take(self.shown.name());
                return self.refresh(context);
            }
            Message::Begun => return self.begin(context),
            Message::Removed => return self.remove(context),
            Message::Pressed(Hit { id: Id { part: "shift", row: shift, column: tier }, .. }) => {
                let pressed = self.planned().and_then(|planned| Selected::of(planned, Duty { shift, tier }));
                self.selected = pressed.filter(|pressed| self.draft.is_some() || self.selected != Some(*pressed));
                self.put_aside();
                self.look(context);
            }
            Message::Pressed(_) => {}
            Message::Closed if self.export.is_some() => self.export = None,
            Message::Closed if self.draft.is_some() => self.put_aside(),
            Message::Closed => {
                self.selected = None;
                self.look(context);
            }
            Message::Preset(preset) => match self.trade.iter().position(|&other| other == preset) {
                Some(at) => {
                    self.trade.remove(at);
                }
                None => self.trade.push(preset),
            },
            Message::Exporting => {
                self.export = self.fresh(context).map(|_| export::Exporting::default());
                self.look(context);
            }
            Message::CutInto(cut) => {
                self.export = self.export.take().map(|_| export::Exporting { cut, ..export::Exporting::default() });
                self.look(context);
            }
            Message::Pinned(duty, member) => return self.pin(context, duty, Some(member)),
            Message::Freed(duty) => return self.pin(context, duty, None),
            Message::Away(duty) => return self.away(context, duty),
            Message::Next => return self.next(context),
            Message::Swapped(one, other) => return self.swap(context, one, other),
            Message::Days(own) => self.own_days = own,
            Message::KeepPublished(keep) => {
                self.versions.leave();
                self.published = self.fresh(context).filter(|_| keep).map(|planned| planned.plan.published());
                return self.refresh(context);
            }
            Message::Settings(true) => return self.open(context),
            Message::Asked(field) => {
                let opened = self.open(context);
                return field.into_iter().fold(opened, |action, field| action.and_run(operation::focus(field)));
            }
            Message::Lit(name) => self.lit = Some(name).filter(|name| self.lit.as_ref() != Some(name)),
            Message::Settings(false) => self.put_aside(),
            Message::Discarded => self.draft = None,
            Message::Applied => return self.apply(context),
            Message::Exported(format) => return self.export(context, format),
            Message::Longer => {
                self.search.is_long = true;
                self.answer.ask_again();
                return self.refresh(context);
            }
            Message::Enough => self.search.end(),
            Message::Version(message) => return self.version(message, context),
            Message::Typed(..) | Message::Cut(_) | Message::Tiers(_) | Message::Order(_) => self.set(message),
        }
        Action::none()
    }

    /// The screen as it is seen.
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        view::screen(self, context)
    }

    /// Publishes the shown plan, or takes a version as what people know.
    fn version(&mut self, message: versions::Message, context: &Context) -> Action<Message> {
        match message {
            versions::Message::Found(found) => {
                self.versions.take(found);
                Action::none()
            }
            versions::Message::Publish => {
                let Some((planned, rota)) = self.fresh(context).zip(self.rota(context)) else {
                    return Action::none();
                };
                let (published, written) =
                    (planned.plan.published(), versions::written(context.team, rota, &planned.plan));
                let keeping = self.versions.publish(context, &rota.name, published, written);
                Action::run(keeping.map(Message::Version))
            }
            versions::Message::Published(publication) => {
                let shown = self.rota(context).map_or("", |rota| &rota.name);
                if let Some(published) = self.versions.published(&publication, shown, context) {
                    self.published = Some(published);
                }
                if publication.kept.is_err() {
                    return Action::none();
                }
                let words = format!("Published {}", publication.rota);
                self.refresh(context).and(Wish::Tell { tone: Tone::Good, words, undo: false })
            }
            versions::Message::Chosen(name) => {
                self.published = self.versions.choose(&name);
                self.refresh(context)
            }
        }
    }

    /// The rota that is shown, as the team has it.
    fn rota<'a>(&self, context: &Context<'a>) -> Option<&'a Rota> {
        context.team.rotas.get(self.shown.place())
    }

    /// The plan that is shown, if the last one succeeded: perhaps of an earlier state of the team.
    fn planned(&self) -> Option<&Planned> {
        self.answer.get()?.as_ref().ok()
    }

    /// The plan that is shown, if it is of the team as it is now: only by such a one is the team changed or a file written.
    fn fresh(&self, context: &Context) -> Option<&Planned> {
        self.answer.fresh(context.revision)?.as_ref().ok()
    }

    /// Looks again at what is remembered of the plan, which may be another one now.
    fn look(&mut self, context: &Context) {
        let planned = self.answer.get().and_then(|planned| planned.as_ref().ok());
        self.explained = planned.zip(self.selected).and_then(|(planned, selected)| Explained::of(planned, selected));
        self.to_mend = planned.map(|planned| to_mend(&planned.plan, planned.anchor, context.clock)).unwrap_or_default();
        let offered = self.fresh(context).zip(self.rota(context));
        let offers = offered.map(|(planned, rota)| {
            let cut = self.export.as_ref().map(|open| open.cut);
            cut.map(|cut| export::offers(context, rota, planned, cut)).unwrap_or_default()
        });
        if let Some(open) = &mut self.export {
            open.offers = offers.unwrap_or_default();
        }
    }

    /// Opens the settings: they stand in the place of what is said of a duty until they are closed.
    fn open(&mut self, context: &Context) -> Action<Message> {
        let kept = self.draft.take().or_else(|| self.aside.take(self.shown.name()));
        self.draft = kept.or_else(|| self.rota(context).map(Draft::of));
        self.refresh(context)
    }

    /// Forgets everything about the rota that was shown.
    fn forget(&mut self) {
        self.lit = None;
        self.answer.clear();
        self.published = None;
        (self.selected, self.explained) = (None, None);
        self.put_aside();
        self.export = None;
    }

    /// Changes a setting that is open.
    fn set(&mut self, message: Message) {
        let Some(draft) = &mut self.draft else { return };
        match message {
            Message::Typed(field, text) => draft.type_in(field, text),
            Message::Cut(cut) => draft::cut_by(draft, cut),
            Message::Tiers(tiers) => draft.choose(|rota| rota.tiers = tiers),
            Message::Order(order) => draft.choose(|rota| rota.order = order),
            _ => {}
        }
    }

    /// Takes the settings into the team.
    fn apply(&mut self, context: &Context) -> Action<Message> {
        let Some(rota) = self.draft.as_ref().and_then(|draft| draft::rota(draft, context.team)) else {
            return Action::none();
        };
        self.draft = Some(Draft::of(&rota));
        self.change(context, &format!("Change rota {}", rota.name), |own| *own = rota)
    }

    /// Offers the shown plan as a file, or as several.
    fn export(&mut self, context: &Context, format: &Format<Write>) -> Action<Message> {
        let cut = self.export.as_ref().map(|open| open.cut).unwrap_or_default();
        let shown = self.fresh(context).zip(self.rota(context));
        let made = shown.map(|(planned, rota)| (rota, export::made(context, rota, planned, format, cut)));
        let Some((rota, Ok(parts))) = made else { return Action::none() };
        let files = parts.into_iter().map(|part| (part.suffix, part.bytes)).collect();
        self.export = None;
        Action::wish(Wish::Export { name: format.file_name(&rota.name, "rota"), files })
    }

    /// The team with the shown rota changed.
    fn change(&self, context: &Context, what: &str, change: impl FnOnce(&mut Rota)) -> Action<Message> {
        let mut team = Team::clone(context.team);
        match team.rotas.get_mut(self.shown.place()) {
            Some(rota) => change(rota),
            None => return Action::none(),
        }
        Action::edit(what, team)
    }
}

/// What the rotas of the team are called.
fn names<'a>(context: &Context<'a>) -> Vec<&'a str> {
    context.team.rotas.iter().map(|rota| rota.name.as_str()).collect()
}
