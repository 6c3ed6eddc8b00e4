//! The nudge: the smallest shift of hours that reaches a target, before and after, applied with one press.

use std::sync::Arc;

use iced::widget::{column, container, row};
use iced::{Fill, FillPortion, Task};
use lucide_icons::Icon;

use crate::plan::overlap::{Nudge, nudge};
use crate::team::{Member, Team};
use crate::time::{Minutes, Span};
use crate::window::answer::{Answer, Report, Work};
use crate::window::renderer::Element;
use crate::window::screen::overlap::question::{Question, YEAR};
use crate::window::screen::{Action, Context, Wish};
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{Column, Field, Table, body, busy, button, card, heading, muted, notice, section, strong};
use crate::words::clock::Clock;
use crate::words::{amount, hours, nudge as words};

/// What is remembered of it.
#[derive(Default)]
pub struct State {
    /// What is typed as the target; the team's while nothing is.
    target: Option<String>,
    found: Answer<(Question, Minutes), Shifts>,
}

/// What can happen with it.
#[derive(Debug, Clone)]
pub enum Message {
    /// The smallest shift was looked for.
    Found(Report<Shifts>),
    /// The target is typed.
    Target(String),
    /// The shifts are to be put into the team.
    Applied,
}

/// Shifts of the hours of some members.
#[derive(Debug)]
pub struct Shifts {
    members: Vec<Member>,
    nudge: Nudge,
    answer: String,
}

impl State {
    /// Looks anew if the team, who is asked about, or the target has changed.
    pub fn refresh(&mut self, context: &Context, year: &Question) -> Task<Message> {
        let target = self.target(context).unwrap_or(context.team.policy.target_overlap);
        let question = Question { flexible: false, ..year.clone() };
        let team = Arc::clone(context.team);
        let look = move |(question, target): &(Question, Minutes), _: &Work| Shifts::of(&team, question, *target);
        self.found.ask(context.revision, (question, target), look).map(Message::Found)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Found(report) => drop(self.found.take(report)),
            Message::Target(text) => {
                self.target = Some(text);
                self.found.typed();
            }
            Message::Applied => return self.apply(context),
        }
        Action::none()
    }

    /// The target of a workday.
    fn target(&self, context: &Context) -> Result<Minutes, String> {
        let Some(text) = &self.target else { return Ok(context.team.policy.target_overlap) };
        let target = amount::typed_duration(text)?;
        if (1..=Minutes::DAY.0).contains(&target.0) {
            Ok(target)
        } else {
            Err("Write more than nothing, up to 24 h".to_owned())
        }
    }

    fn apply(&self, context: &Context) -> Action<Message> {
        let Some(found) = self.found.fresh(context.revision) else { return Action::none() };
        let mut team = Team::clone(context.team);
        for shift in &found.nudge.shifts {
            let name = &found.members[shift.member].name;
            if let Some(member) = team.members.iter_mut().find(|member| member.name == *name) {
                member.hours = shift.hours.clone();
            }
        }
        let what = match found.nudge.shifts.as_slice() {
            [one] => format!("Shift the hours of {}", found.members[one.member].name),
            shifts => format!("Shift the hours of {}", amount::count(shifts.len(), "member")),
        };
        let told = format!("Shifted by {} in all", amount::duration(found.nudge.total()));
        Action::edit(what, team).and(Wish::Tell { tone: Tone::Good, words: told, undo: true })
    }

    /// The target, the answer, and the shifts before and after.
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let typed = self.target.clone().unwrap_or_else(|| amount::duration(context.team.policy.target_overlap));
        let target = Field::new("Together on every workday for", typed)
            .id("nudge-target")
            .width(220.0)
            .error(self.target(context).err())
            .on_input(Message::Target);
        let found: Element<'a, Message> = match (self.found.failed(), self.found.get()) {
            (Some(failed), _) => notice::banner(Tone::Bad, failed.to_string(), None),
            (None, None) => busy("Trying shifts…"),
            (None, Some(found)) => found.view(context.clock),
        };
        let busy = (self.found.is_busy() && self.found.get().is_some()).then(|| busy(""));
        let card = card(column![row![target, busy].spacing(space::M), found].spacing(space::L)).width(Fill);
        let about = "Hours move by whole quarters of an hour, and only to where they are flexible".to_owned();
        section("The smallest shift of hours", about, None, card)
    }
}

impl Shifts {
    fn of(team: &Team, question: &Question, target: Minutes) -> Self {
        let members = question.members(team);
        let start = question.zone.midnight(question.date);
        let nudge = nudge(&members, Span { start, end: start + YEAR }, question.at_least, target);
        let answer = words::answer(&nudge, &members);
        Self { answer, nudge, members: members.into_iter().cloned().collect() }
    }

    fn view(&self, clock: Clock) -> Element<'_, Message> {
        let answer = heading(self.answer.as_str()).line_height(1.4);
        if self.nudge.shifts.is_empty() {
            return answer.into();
        }
        let mut table = Table::new([
            Column::new("Member", FillPortion(3)),
            Column::new("Before", FillPortion(5)),
            Column::new("After", FillPortion(5)),
            Column::new("", FillPortion(3)).right(),
        ]);
        for shift in &self.nudge.shifts {
            let member = &self.members[shift.member];
            let cells: [Element<'_, Message>; 4] = [
                strong(member.name.as_str()).into(),
                muted(hours(&member.hours, clock)).into(),
                body(hours(&shift.hours, clock)).into(),
                body(words::by(shift)).into(),
            ];
            table = table.row(cells);
        }
        let words = if self.nudge.is_reached() { "Shift these hours" } else { "Shift them as far as it goes" };
        let apply = button::primary(Some(Icon::Check), words).on_press(Message::Applied);
        column![answer, table, container(apply)].spacing(space::M).into()
    }
}
