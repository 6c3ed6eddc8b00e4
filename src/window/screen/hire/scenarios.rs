//! What could be, side by side: the team as it is, with a hire, without somebody, without clock changes.

use std::sync::Arc;

use chrono::NaiveDate;
use iced::widget::{Row, column, pick_list, row};
use iced::{Center, Element, Fill, FillPortion, Task};
use lucide_icons::Icon;

use super::Message as Outer;
use crate::plan::hire::HirePlan;
use crate::plan::scenario::{Scenario, scenario};
use crate::team::{Member, WhatIf};
use crate::time::{Clocks, Span};
use crate::window::answer::{Answer, Answered};
use crate::window::screen::Context;
use crate::window::theme::style::Tone;
use crate::window::theme::{size, space, style};
use crate::window::widget::{Column, Table, body, busy, button, card, muted, notice, section, strong};
use crate::words::amount::duration;
use crate::words::{scenario as words, what_if};
use crate::world::ClockLaw;

/// Scenarios with their figures, or why they cannot be.
type Found = Result<Vec<Scenario>, String>;

/// What is compared.
#[derive(Default)]
pub struct Screen {
    /// What is supposed, a scenario each, beside the team as it is.
    supposed: Vec<WhatIf>,
    answer: Answer<Found>,
    asked: Option<(u64, Vec<WhatIf>)>,
}

/// What can happen with it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Scenarios were reckoned.
    Found(Answered<Found>),
    /// Somebody at this line's largest city is to join in another scenario.
    With(usize),
    /// This member is to leave in another scenario.
    Without(String),
    /// Clocks of a law are to change no more in another scenario.
    Clocks(ClockLaw),
    /// A scenario is to be dropped.
    Dropped(usize),
}

impl Screen {
    /// Takes in what happened.
    pub fn update(
        &mut self,
        message: Message,
        plan: Option<&HirePlan>,
        horizon: Span,
        context: &Context,
    ) -> Task<Message> {
        match message {
            Message::Found(answered) => self.answer.take(answered),
            Message::With(line) => self.suppose(plan.and_then(|plan| joins(plan, line))),
            Message::Without(name) => self.suppose(Some(WhatIf::Leaves(name))),
            Message::Clocks(law) => self.suppose(Some(kept(law, horizon.start.utc().date()))),
            Message::Dropped(place) if place < self.supposed.len() => drop(self.supposed.remove(place)),
            Message::Dropped(_) => {}
        }
        self.refresh(horizon, context)
    }

    fn suppose(&mut self, what_if: Option<WhatIf>) {
        self.supposed.extend(what_if.filter(|what_if| !self.supposed.contains(what_if)));
    }

    /// Reckons anew if the team or what is supposed has changed; nothing while nothing is supposed.
    pub fn refresh(&mut self, horizon: Span, context: &Context) -> Task<Message> {
        let team = Arc::new(context.team.without_ghosts());
        self.supposed.retain(|what_if| team.supposing(std::slice::from_ref(what_if)).is_ok());
        if self.supposed.is_empty() {
            self.answer.clear();
            self.asked = None;
            return Task::none();
        }
        let asked = (context.revision, self.supposed.clone());
        if self.asked.as_ref() == Some(&asked) {
            return Task::none();
        }
        let supposed = self.supposed.clone();
        self.asked = Some(asked);
        let reckon = move || -> Found {
            let one = |what_ifs: &[WhatIf]| scenario(&team, what_ifs, horizon).map_err(|error| error.to_string());
            std::iter::once(one(&[])).chain(supposed.iter().map(|what_if| one(std::slice::from_ref(what_if)))).collect()
        };
        self.answer.ask(reckon).map(Message::Found)
    }

    /// The scenarios side by side, and ways to more of them. `line` is the line that a hire would come from.
    pub fn view<'a>(&'a self, plan: &'a HirePlan, line: usize, context: &Context<'a>) -> Element<'a, Outer> {
        let city = plan.lines.get(line).and_then(|line| line.cities.first());
        let with = city.map(|city| {
            let add = button::secondary(Some(Icon::UserPlus), "With a hire");
            let add = add.on_press(Outer::Scenario(Message::With(line)));
            row![add, muted(format!("in {}", city.name))].spacing(space::S).align_y(Center)
        });
        let names: Vec<&str> =
            context.team.members.iter().filter(|member| !member.is_ghost).map(|m| m.name.as_str()).collect();
        let without = pick_list(names, None::<&str>, |name| Outer::Scenario(Message::Without(name.to_owned())))
            .placeholder("Without…")
            .text_size(size::BODY)
            .padding([space::S, space::M - 2.0])
            .style(style::pick)
            .menu_style(style::menu);
        let laws = [(ClockLaw::UnitedStates, "US clocks kept"), (ClockLaw::EuropeanUnion, "EU clocks kept")];
        let laws = laws
            .map(|(law, words)| button::secondary(None, words).on_press(Outer::Scenario(Message::Clocks(law))).into());
        let acts = row![with, without].extend(laws).spacing(space::S).align_y(Center);
        let drops = self.supposed.iter().enumerate().map(|(place, supposed)| {
            let drop = button::icon(Icon::X, "Compare it no more", Some(Outer::Scenario(Message::Dropped(place))));
            row![muted(what_if::said(supposed, context.clock)), drop].align_y(Center).into()
        });
        let drops = (!self.supposed.is_empty()).then(|| Row::with_children(drops).spacing(space::M).wrap());
        let found: Option<Element<'a, Outer>> = match (self.answer.failed(), self.answer.get()) {
            (Some(failed), _) => Some(notice::banner(Tone::Bad, failed.to_string(), None)),
            (None, Some(Ok(found))) => Some(table(found, context)),
            (None, Some(Err(error))) => Some(notice::banner(Tone::Bad, error.clone(), None)),
            (None, None) => self.answer.is_busy().then(|| busy("Reckoning scenarios…")),
        };
        let content = column![acts.wrap().vertical_spacing(space::S), drops, found].spacing(space::M);
        let about = "The team as it is beside what it could be; nothing of it changes the team".to_owned();
        section("Scenarios", about, None, card(content).width(Fill))
    }
}

fn table<'a>(found: &[Scenario], context: &Context) -> Element<'a, Outer> {
    let mut table = Table::new([
        Column::new("Scenario", FillPortion(5)),
        Column::new("All, worst season", FillPortion(3)).right(),
        Column::new("Covered a week", FillPortion(3)).right(),
        Column::new("Chain a day", FillPortion(3)).right(),
        Column::new("Slowest answer", FillPortion(5)),
        Column::new("Rota's worst", FillPortion(3)),
    ]);
    for one in found {
        let cells: [Element<'a, Outer>; 6] = [
            strong(words::name(one, context.clock)).into(),
            body(duration(one.outcome.together.worst)).into(),
            body(duration(one.outcome.coverage.mean)).into(),
            body(duration(one.chain_covered)).into(),
            body(words::slowest(one)).into(),
            body(words::rotas(one)).into(),
        ];
        table = table.row(cells);
    }
    table.into()
}

/// Somebody with a line's best hours in its largest city.
fn joins(plan: &HirePlan, line: usize) -> Option<WhatIf> {
    let line = plan.lines.get(line)?;
    let city = *line.cities.first()?;
    let place = crate::team::Place::city(city);
    Some(WhatIf::Joins(Box::new(Member::new(city.name, place, line.figures.hours.clone()))))
}

fn kept(law: ClockLaw, from: NaiveDate) -> WhatIf {
    WhatIf::ClocksKept { law, clocks: Clocks::Summer, from }
}
