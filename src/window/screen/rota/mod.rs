//! The place Rota: who is on duty, how fair it is, and why each turn is held by whom.

mod draft;
mod export;
mod life;
mod progress;
mod quality;
mod settings;
mod sheet;
mod starter;
pub mod versions;
mod view;
mod why;

use std::sync::Arc;

use iced::Element;

use super::{Action, Context, Place, Wish};
use crate::export::Format;
use crate::export::rota::{Cut as FileCut, Write};
use crate::picture::Id;
use crate::plan::rota::problem::Duty;
use crate::plan::rota::trade::Preset;
use crate::plan::rota::{Progress, Published};
use crate::team::{Pin, Rota, Team};
use crate::time::Instant;
use crate::window::answer::{Answer, Answered};
use crate::window::theme::style::Tone;
use crate::window::widget::Hit;
use draft::Draft;
pub use draft::{Cut, Field};
use sheet::Sheet;

/// A planned rota, or why it cannot be planned.
type Planned = Result<Sheet, String>;

/// What the place remembers.
#[derive(Default)]
pub struct Screen {
    /// The rota that is shown, by its place in the team.
    chosen: usize,
    answer: Answer<Planned>,
    /// What the last question was about.
    asked: Option<(u64, usize)>,
    /// What people know already, when plans are to change little.
    published: Option<Published>,
    /// The turn that is explained.
    selected: Option<Duty>,
    /// Whether days are the viewer's own.
    own_days: bool,
    /// The settings, while they are open.
    draft: Option<Draft>,
    /// What the rota can be saved as, while that is open.
    export: Option<export::Sheet>,
    /// The rules of the trade that are switched on.
    trade: Vec<Preset>,
    versions: versions::Versions,
    search: progress::Search,
}

/// What can happen in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// The members are to be shown.
    ToTeam,
    /// A rota was planned.
    Planned(Answered<Planned>),
    /// Another rota is to be shown.
    Chosen(usize),
    /// A first or another rota is wanted.
    Begun,
    /// The rota is to be removed.
    Removed,
    /// A turn was pressed.
    Pressed(Hit),
    /// The explanation, or what the rota can be saved as, is to be closed.
    Closed,
    /// A turn is to be held by this member whatever else happens.
    Pinned(Duty, String),
    /// A turn is to be planned freely again.
    Freed(Duty),
    /// Whoever holds this turn is away while it lasts.
    Away(Duty),
    /// The weeks that follow are to be planned, with what everybody carries.
    Next,
    /// Two turns are to be exchanged by those who hold them.
    Swapped(Duty, Duty),
    /// Days are to be the viewer's own, or those of the rota's zone.
    Days(bool),
    /// Plans are to change little against what is shown now, or to be made afresh.
    KeepPublished(bool),
    /// The settings are to be opened or closed.
    Settings(bool),
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
    /// The search came so far.
    Progressed(Progress),
    /// The rota is to be searched for longer.
    Longer,
    /// What the search has is enough.
    Enough,
    /// Among its published versions.
    Version(versions::Message),
}

impl Screen {
    /// Plans the shown rota if the team has changed.
    pub fn refresh(&mut self, context: &Context) -> Action<Message> {
        self.chosen = self.chosen.min(context.team.rotas.len().saturating_sub(1));
        let versions = match context.team.rotas.get(self.chosen) {
            Some(rota) => self.versions.refresh(&rota.name, context).map(Message::Version),
            None => iced::Task::none(),
        };
        if self.asked == Some((context.revision, self.chosen)) {
            return Action::run(versions);
        }
        self.asked = Some((context.revision, self.chosen));
        let Some(rota) = context.team.rotas.get(self.chosen) else {
            self.forget();
            return Action::none();
        };
        if self.draft.as_ref().is_some_and(|draft| !draft.is_changed()) {
            self.draft = Some(Draft::of(rota));
        }
        let (team, rota) = (Arc::clone(context.team), rota.clone());
        let (published, now) = (self.published.clone(), context.now);
        let (report, reports) = self.search.begin();
        let make = move || report.run(|effort| Sheet::make(&team, &rota, published.as_ref(), now, effort));
        let ask = self.answer.ask(make).map(Message::Planned);
        Action::run(iced::Task::batch([ask, reports.map(Message::Progressed), versions]))
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::ToTeam => return Action::wish(Wish::Go(Place::Team)),
            Message::Planned(answered) => {
                self.answer.take(answered);
                let turns = self.sheet().map(|sheet| sheet.plan.problem.shifts().len());
                self.selected = self.selected.filter(|duty| turns.is_some_and(|turns| duty.shift < turns));
            }
            Message::Chosen(number) => {
                self.chosen = number;
                self.forget();
                return self.refresh(context);
            }
            Message::Begun => return self.begin(context),
            Message::Removed => return self.remove(context),
            Message::Pressed(Hit { id: Id { part: "shift", row: shift, column: tier }, .. }) => {
                let duty = Duty { shift, tier };
                self.selected = (self.selected != Some(duty)).then_some(duty);
            }
            Message::Pressed(_) => {}
            Message::Closed if self.export.is_some() => self.export = None,
            Message::Closed => self.selected = None,
            Message::Preset(preset) => match self.trade.iter().position(|&other| other == preset) {
                Some(at) => {
                    self.trade.remove(at);
                }
                None => self.trade.push(preset),
            },
            Message::Exporting => self.export = self.sheet().map(|_| export::Sheet::default()),
            Message::CutInto(cut) => self.export = self.export.map(|_| export::Sheet { cut }),
            Message::Pinned(duty, member) => return self.pin(context, duty, Some(member)),
            Message::Freed(duty) => return self.pin(context, duty, None),
            Message::Away(duty) => return self.away(context, duty),
            Message::Next => return self.next(context),
            Message::Swapped(one, other) => return self.swap(context, one, other),
            Message::Days(own) => self.own_days = own,
            Message::KeepPublished(keep) => {
                self.published = self.sheet().filter(|_| keep).map(|sheet| sheet.plan.published());
                self.asked = None;
                return self.refresh(context);
            }
            Message::Settings(open) => {
                self.draft = context.team.rotas.get(self.chosen).filter(|_| open).map(Draft::of);
            }
            Message::Applied => return self.apply(context),
            Message::Exported(format) => return self.export(context, format),
            Message::Progressed(progress) => self.search.take(progress),
            Message::Longer => {
                self.search.is_long = true;
                self.asked = None;
                return self.refresh(context);
            }
            Message::Enough => self.search.stop(),
            Message::Version(message) => return self.version(message, context),
            Message::Typed(..) | Message::Cut(_) | Message::Tiers(_) | Message::Order(_) => self.set(message),
        }
        Action::none()
    }

    /// The place as it is seen.
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        view::place(self, context)
    }

    /// Publishes the shown plan, or takes a version as what people know.
    fn version(&mut self, message: versions::Message, context: &Context) -> Action<Message> {
        match message {
            versions::Message::Found(found) => {
                self.versions.take(found);
                Action::none()
            }
            versions::Message::Publish => {
                let planned = self.answer.get().and_then(|planned| planned.as_ref().ok());
                let Some((sheet, rota)) = planned.zip(context.team.rotas.get(self.chosen)) else {
                    return Action::none();
                };
                self.published = Some(sheet.plan.published());
                let kept = self.versions.publish(context.team, rota, &sheet.plan, context.now);
                self.asked = None;
                let told = Wish::Tell { tone: Tone::Good, words: format!("Published {}", rota.name), undo: false };
                Action::run(kept.map(Message::Version)).and(told).and_run(self.refresh(context).task)
            }
            versions::Message::Chosen(name) => {
                self.published = self.versions.choose(&name);
                self.asked = None;
                self.refresh(context)
            }
        }
    }

    /// The plan that is shown, if the last one succeeded.
    fn sheet(&self) -> Option<&Sheet> {
        self.answer.get()?.as_ref().ok()
    }

    /// Forgets everything about the rota that was shown.
    fn forget(&mut self) {
        self.answer.clear();
        self.published = None;
        self.selected = None;
        self.draft = None;
        self.export = None;
    }

    /// Changes a setting that is open.
    fn set(&mut self, message: Message) {
        let Some(draft) = &mut self.draft else { return };
        match message {
            Message::Typed(field, text) => draft.type_in(field, text),
            Message::Cut(cut) => draft.cut_by(cut),
            Message::Tiers(tiers) => draft.tiers = tiers,
            Message::Order(order) => draft.order = order,
            _ => {}
        }
    }

    fn begin(&mut self, context: &Context) -> Action<Message> {
        let rota = starter::rota(context.team, context.now, context.zone);
        let what = format!("Add rota {}", rota.name);
        let mut team = Team::clone(context.team);
        team.rotas.push(rota);
        self.forget();
        self.chosen = team.rotas.len() - 1;
        Action::edit(what, team)
    }

    fn remove(&mut self, context: &Context) -> Action<Message> {
        let mut team = Team::clone(context.team);
        if self.chosen >= team.rotas.len() {
            return Action::none();
        }
        let what = format!("Remove rota {}", team.rotas.remove(self.chosen).name);
        self.forget();
        let words = what.replacen("Remove", "Removed", 1);
        Action::edit(what, team).and(Wish::Tell { tone: Tone::Info, words, undo: true })
    }

    /// Takes the settings into the team.
    fn apply(&mut self, context: &Context) -> Action<Message> {
        let Some(rota) = self.draft.as_ref().and_then(Draft::rota) else {
            return Action::none();
        };
        self.draft = Some(Draft::of(&rota));
        self.change(context, &format!("Change rota {}", rota.name), |own| *own = rota)
    }

    /// Offers the shown plan as a file, or as several.
    fn export(&mut self, context: &Context, format: &Format<Write>) -> Action<Message> {
        let cut = self.export.map(|open| open.cut).unwrap_or_default();
        let rota = context.team.rotas.get(self.chosen);
        let made = export::made(self, context, format, cut).and_then(Result::ok);
        let Some((rota, parts)) = rota.zip(made) else { return Action::none() };
        let files = parts.into_iter().map(|part| (part.suffix, part.bytes)).collect();
        self.export = None;
        Action::wish(Wish::Export { name: format.file_name(&rota.name, "rota"), files })
    }

    /// Fixes a turn by hand, or frees it.
    fn pin(&mut self, context: &Context, duty: Duty, member: Option<String>) -> Action<Message> {
        let Some(shift) = self.start_of(duty) else { return Action::none() };
        let tier = duty.tier as u8 + 1;
        let what = match &member {
            Some(member) => format!("Fix a turn of {member}"),
            None => "Free a turn".to_owned(),
        };
        self.change(context, &what, |rota| {
            rota.pins.retain(|pin| (pin.shift, pin.tier) != (shift, tier));
            rota.pins.extend(member.map(|member| Pin { shift, tier, member }));
        })
    }

    /// Fixes two turns for each other's holders.
    fn swap(&mut self, context: &Context, one: Duty, other: Duty) -> Action<Message> {
        let Some(sheet) = self.sheet() else { return Action::none() };
        let pin = |duty: Duty, from: Duty| {
            let shift = sheet.plan.problem.shifts().get(duty.shift)?.start();
            let holder = sheet.plan.roster.holder(from)?;
            Some(Pin { shift, tier: duty.tier as u8 + 1, member: sheet.plan.members[holder].name.clone() })
        };
        let Some(pins) = pin(one, other).zip(pin(other, one)) else { return Action::none() };
        let what = format!("Swap turns of {} and {}", pins.1.member, pins.0.member);
        self.selected = None;
        self.change(context, &what, |rota| {
            for pin in [pins.0, pins.1] {
                rota.pins.retain(|old| (old.shift, old.tier) != (pin.shift, pin.tier));
                rota.pins.push(pin);
            }
        })
    }

    /// When a turn of the shown plan starts.
    fn start_of(&self, duty: Duty) -> Option<Instant> {
        Some(self.sheet()?.plan.problem.shifts().get(duty.shift)?.start())
    }

    /// The team with the shown rota changed.
    fn change(&self, context: &Context, what: &str, change: impl FnOnce(&mut Rota)) -> Action<Message> {
        let mut team = Team::clone(context.team);
        match team.rotas.get_mut(self.chosen) {
            Some(rota) => change(rota),
            None => return Action::none(),
        }
        Action::edit(what, team)
    }
}
