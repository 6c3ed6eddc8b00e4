//! What could be, side by side: the team as it is, with a hire, without somebody, without clock changes.

use std::cell::OnceCell;
use std::sync::Arc;

use chrono::NaiveDate;
use iced::widget::{column, container, pick_list, row};
use iced::{Fill, FillPortion, Task};
use lucide_icons::Icon;

use super::{Message as Outer, Newcomers};
use crate::plan::scenario::{Scenario, scenario};
use crate::team::{Member, WhatIf};
use crate::time::{Clocks, Hours, Span, Zone};
use crate::window::answer::{Answer, Report};
use crate::window::place;
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::style::Tone;
use crate::window::theme::{size, space, style};
use crate::window::widget::picker::{self, Look, Picker};
use crate::window::widget::{Column, Table, body, busy, button, card, label, muted, notice, section, strong};
use crate::words::amount::duration;
use crate::words::scenario as words;
use crate::world::{ClockLaw, Hit, Search};

/// Scenarios with their figures, or why they cannot be.
type Attempt = Result<Vec<Scenario>, String>;

/// What is compared.
#[derive(Default)]
pub struct State {
    /// What is supposed in each scenario, beside the team as it is.
    supposed: Vec<Vec<WhatIf>>,
    /// A place while it is looked for.
    picker: Picker<Hit>,
    search: OnceCell<Search>,
    answer: Answer<(Vec<Vec<WhatIf>>, Span), Attempt>,
}

/// What can happen with it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Scenarios were reckoned.
    Found(Report<Attempt>),
    /// In the choice of a place where somebody is to join in another scenario.
    Place(picker::Message),
    /// These are to join in another scenario.
    With(Newcomers),
    /// This member is to leave in another scenario.
    Without(String),
    /// Clocks of a law are to change no more in another scenario.
    Clocks(ClockLaw),
    /// A scenario is to be dropped.
    Dropped(usize),
}

impl State {
    /// Takes in what happened; `newcomers` are those of [`Message::With`], `hours` those of a hire at a place.
    pub fn update(
        &mut self,
        message: Message,
        newcomers: Vec<Member>,
        hours: impl Fn(Zone) -> Hours,
        horizon: Span,
        context: &Context,
    ) -> Task<Message> {
        match message {
            Message::Found(report) => drop(self.answer.take(report)),
            Message::Place(picked) => {
                let search = self.search.get_or_init(Search::new);
                if let Some(hit) = self.picker.update(picked, |text| place::find(search, text)) {
                    let place = place::of(hit);
                    self.suppose(vec![joins(Member::new(place.short_name(), place, hours(place.zone)))]);
                }
            }
            Message::With(Newcomers::Candidate(_)) => self.suppose(newcomers.into_iter().map(joins).collect()),
            Message::With(_) => {
                let named = |newcomer: Member| joins(Member { name: newcomer.home.short_name(), ..newcomer });
                self.suppose(newcomers.into_iter().map(named).collect());
            }
            Message::Without(name) => self.suppose(vec![WhatIf::Leaves(name)]),
            Message::Clocks(law) => self.suppose(vec![kept(law, horizon.start.utc().date())]),
            Message::Dropped(place) if place < self.supposed.len() => drop(self.supposed.remove(place)),
            Message::Dropped(_) => {}
        }
        self.refresh(horizon, context)
    }

    fn suppose(&mut self, what_ifs: Vec<WhatIf>) {
        if !what_ifs.is_empty() && !self.supposed.contains(&what_ifs) {
            self.supposed.push(what_ifs);
        }
    }

    /// Reckons anew if the team or what is supposed has changed; nothing while nothing is supposed.
    pub fn refresh(&mut self, horizon: Span, context: &Context) -> Task<Message> {
        let team = Arc::clone(context.kept);
        self.supposed.retain(|what_ifs| team.supposing(what_ifs).is_ok());
        if self.supposed.is_empty() {
            self.answer.clear();
            return Task::none();
        }
        let reckon =
            self.answer.ask(context.revision, (self.supposed.clone(), horizon), move |(supposed, horizon), work| {
                let all = std::iter::once(&[][..]).chain(supposed.iter().map(Vec::as_slice));
                // Those that are left out once nobody waits are never seen.
                let wanted = all.take_while(|_| !work.stop().is_set());
                wanted.map(|what_ifs| scenario(&team, what_ifs, *horizon).map_err(|error| error.to_string())).collect()
            });
        reckon.map(Message::Found)
    }

    /// Ways to more scenarios.
    fn acts<'a>(&'a self, found: &'a super::Ranking, context: &Context<'a>) -> Element<'a, Outer> {
        let look = Look {
            id: "scenario-place",
            label: "With somebody in",
            placeholder: "City, zone or country",
            icon: Some(Icon::Search),
            hint: None,
            missing: "Try a larger city nearby.",
        };
        let (now, clock) = (context.now, context.clock);
        let place = self.picker.view(String::new(), look, move |hit| place::line(*hit, now, clock));
        let place = container(place.map(|picked| Outer::Scenario(Message::Place(picked)))).width(230);
        let list = |name: &'static str, none: &'static str, names: Vec<&'a str>, pick: fn(&str) -> Message| {
            let list = pick_list(names, None::<&str>, move |name| Outer::Scenario(pick(name)))
                .placeholder(none)
                .text_size(size::BODY)
                .padding([space::S, space::M - 2.0])
                .width(190)
                .style(style::pick)
                .menu_style(style::menu);
            column![label(name), list].spacing(space::XS)
        };
        let with = |name: &str| Message::With(Newcomers::Candidate(name.to_owned()));
        let candidates: Vec<&str> = found.plan.candidates.iter().map(|named| named.name.as_str()).collect();
        let candidates = (!candidates.is_empty()).then(|| list("With the candidate", "A candidate", candidates, with));
        let members = context.kept.members.iter().map(|member| member.name.as_str()).collect();
        let without = list("Without", "A member", members, |name| Message::Without(name.to_owned()));
        let act = |words, message| {
            let act = button::secondary(None, words).on_press(Outer::Scenario(message));
            column![label(" "), act].spacing(space::XS)
        };
        let set = found.set.is_some().then(|| act("With the best together", Message::With(Newcomers::OfSet)));
        let us = act("US clocks kept", Message::Clocks(ClockLaw::UnitedStates));
        let eu = act("EU clocks kept", Message::Clocks(ClockLaw::EuropeanUnion));
        let acts = row![place, candidates, without, set, us, eu].spacing(space::M);
        acts.wrap().vertical_spacing(space::M).into()
    }

    /// The scenarios side by side, and ways to more of them.
    pub fn view<'a>(&'a self, found: &'a super::Ranking, context: &Context<'a>) -> Element<'a, Outer> {
        let acts = self.acts(found, context);
        let working = self.answer.is_busy().then(|| busy("Reckoning scenarios…"));
        let found: Option<Element<'a, Outer>> = match (self.answer.failed(), self.answer.get()) {
            (Some(failed), _) => Some(notice::banner(Tone::Bad, failed.to_string(), None)),
            (None, Some(Ok(found))) => Some(self.table(found, context)),
            (None, Some(Err(error))) => Some(notice::banner(Tone::Bad, error.clone(), None)),
            (None, None) => None,
        };
        let content = column![acts, found, working].spacing(space::M);
        let about =
            "The team as it is beside what it could be; what would differ stands out. Nothing of it changes the team."
                .to_owned();
        section("Scenarios", about, None, card(content).width(Fill))
    }

    /// A row a scenario, with a way to drop it; what is as now is muted.
    fn table<'a>(&self, found: &'a [Scenario], context: &Context) -> Element<'a, Outer> {
        let mut table = Table::new([
            Column::new("Scenario", FillPortion(5)),
            Column::new("All, worst season", FillPortion(3)).right(),
            Column::new("Covered a week", FillPortion(3)).right(),
            Column::new("Chain a day", FillPortion(3)).right(),
            Column::new("Slowest answer", FillPortion(5)),
            Column::new("Rota's worst", FillPortion(3)),
            Column::new("", 32.0),
        ]);
        let now = found.first().map(figures).unwrap_or_default();
        for (number, one) in found.iter().enumerate() {
            let differs = |(figure, as_now): (String, &String)| -> Element<'a, Outer> {
                match number {
                    0 => body(figure).into(),
                    _ if figure == *as_now => muted(figure).into(),
                    _ => strong(figure).into(),
                }
            };
            let place = self.supposed.iter().position(|supposed| *supposed == one.what_ifs);
            let drop = place.map(|place| {
                button::icon(Icon::X, "Compare it no more", Some(Outer::Scenario(Message::Dropped(place))))
            });
            let name: Element<'a, Outer> = strong(words::name(one, context.clock)).into();
            let cells = std::iter::once(name).chain(figures(one).into_iter().zip(&now).map(differs));
            table = table.row(cells.chain([drop.unwrap_or_else(|| row![].into())]));
        }
        table.into()
    }
}

/// What is compared, as it is written.
fn figures(one: &Scenario) -> [String; 5] {
    [
        duration(one.outcome.together.worst),
        duration(one.outcome.coverage.mean),
        duration(one.chain_covered),
        words::slowest(one),
        words::rotas(one),
    ]
}

fn joins(member: Member) -> WhatIf {
    WhatIf::Joins(Box::new(member))
}

fn kept(law: ClockLaw, from: NaiveDate) -> WhatIf {
    WhatIf::ClocksKept { law, clocks: Clocks::Summer, from }
}
