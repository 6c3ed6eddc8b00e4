//! What becomes of a rota: somebody is away, and the weeks that follow.

use chrono::Days;

use super::{Message, Screen};
use crate::plan::rota::Duty;
use crate::team::Team;
use crate::time::Dates;
use crate::window::screen::{Action, Context, Wish};
use crate::window::theme::style::Tone;

impl Screen {
    /// Gives leave to whoever holds a turn, for its dates by their clock, and plans again with as few changes as can be.
    pub(super) fn away(&mut self, context: &Context, duty: Duty) -> Action<Message> {
        let Some(sheet) = self.sheet() else { return Action::none() };
        let (plan, known) = (&sheet.plan, sheet.plan.published());
        let holder = plan.roster.holder(duty).map(|person| plan.members[person].name.clone());
        let mut team = Team::clone(context.team);
        let member = holder.and_then(|name| team.members.iter_mut().find(|member| member.name == name));
        let Some((member, shift)) = member.zip(plan.problem.shifts().get(duty.shift)) else { return Action::none() };
        let date = |at| member.home.zone.local(at).date();
        let Ok(dates) = Dates::new(date(shift.start()), date(shift.end())) else { return Action::none() };
        member.leave.push(dates);
        member.leave.sort_unstable();
        let what = format!("{} is away while their turn lasts", member.name);
        self.published.get_or_insert(known);
        self.selected = None;
        let told =
            Wish::Tell { tone: Tone::Info, words: format!("{what}; the rest changes as little as can be"), undo: true };
        Action::edit(what, team).and(told)
    }

    /// Adds the rota of the weeks that follow: what everybody held is carried, newcomers start with nothing.
    pub(super) fn next(&mut self, context: &Context) -> Action<Message> {
        let Some((sheet, rota)) = self.sheet().zip(context.team.rotas.get(self.chosen)) else { return Action::none() };
        let Some(start) = rota.start.checked_add_days(Days::new(7 * u64::from(rota.weeks))) else {
            return Action::none();
        };
        let points = |burden: crate::availability::RateMinutes| (burden.points().0 * 100.0).round() / 100.0;
        let carried = sheet.plan.members.iter();
        let carried = carried.map(|member| (member.name.clone(), points(member.carried + member.burden))).collect();
        let name = format!("{} from {start}", rota.name.split(" from ").next().unwrap_or(&rota.name));
        if context.team.rotas.iter().any(|other| other.name == name) {
            let words = format!("There is a rota `{name}` already");
            return Action::wish(Wish::Tell { tone: Tone::Warn, words, undo: false });
        }
        let mut team = Team::clone(context.team);
        let next = crate::team::Rota { name: name.clone(), start, carried, pins: Vec::new(), ..rota.clone() };
        self.forget();
        self.chosen = team.rotas.len();
        team.rotas.push(next);
        Action::edit(format!("Add rota {name}"), team)
    }
}
