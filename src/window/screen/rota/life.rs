//! What becomes of a rota: it is added and removed, duties are fixed, freed and swapped, somebody is away, and the weeks that follow.

use chrono::Days;

use super::{Message, State};
use crate::plan::rota::Duty;
use crate::team::{Pin, Rota, Team};
use crate::time::Dates;
use crate::window::screen::{Action, Context, Wish};
use crate::window::shown::Shown;
use crate::window::theme::style::Tone;

impl State {
    /// Adds a first or another rota with usual settings.
    pub(super) fn begin(&mut self, context: &Context) -> Action<Message> {
        let rota = super::starter::rota(context.team, context.now, context.zone);
        let what = format!("Add rota {}", rota.name);
        self.add(context, what, rota)
    }

    /// Adds a rota, which will be shown.
    pub(super) fn add(&mut self, context: &Context, what: String, rota: Rota) -> Action<Message> {
        let mut team = Team::clone(context.team);
        self.forget();
        self.shown = Shown::named(rota.name.as_str(), team.rotas.len(), team.rotas.len() + 1);
        team.rotas.push(rota);
        Action::edit(what, team)
    }

    /// Removes the rota that is shown.
    pub(super) fn remove(&mut self, context: &Context) -> Action<Message> {
        let mut team = Team::clone(context.team);
        let place = self.shown.place();
        if place >= team.rotas.len() {
            return Action::none();
        }
        let what = format!("Remove rota {}", team.rotas.remove(place).name);
        self.forget();
        let words = what.replacen("Remove", "Removed", 1);
        Action::edit(what, team).and(Wish::Tell { tone: Tone::Info, words, undo: true })
    }

    /// Gives leave to whoever holds a duty, for its dates by their clock, and plans again with as few changes as can be.
    pub(super) fn away(&mut self, context: &Context, duty: Duty) -> Action<Message> {
        let Some(planned) = self.fresh(context) else { return Action::none() };
        let (plan, known) = (&planned.plan, planned.plan.published());
        let holder = plan.roster.holder(duty).map(|person| plan.name(person).to_owned());
        let mut team = Team::clone(context.team);
        let member = holder.and_then(|name| team.members.iter_mut().find(|member| member.name == name));
        let Some((member, shift)) = member.zip(plan.problem.shifts().get(duty.shift)) else { return Action::none() };
        let date = |at| member.home.zone.local(at).date();
        let Ok(dates) = Dates::new(date(shift.start()), date(shift.end())) else { return Action::none() };
        member.leave.push(dates);
        member.leave.sort_unstable();
        let what = format!("{} is away while their duty lasts", member.name);
        self.published.get_or_insert(known);
        self.selected = None;
        let told =
            Wish::Tell { tone: Tone::Info, words: format!("{what}; the rest changes as little as can be"), undo: true };
        Action::edit(what, team).and(told)
    }

    /// Adds the rota of the weeks that follow: what everybody held is carried, newcomers start with nothing.
    pub(super) fn next(&mut self, context: &Context) -> Action<Message> {
        let Some((planned, rota)) = self.fresh(context).zip(self.rota(context)) else { return Action::none() };
        let Some(start) = rota.start.checked_add_days(Days::new(7 * u64::from(rota.weeks))) else {
            return Action::none();
        };
        let points = |burden: crate::availability::RateMinutes| (burden.points().0 * 100.0).round() / 100.0;
        let carried = planned.plan.named();
        let carried = carried.map(|(name, own)| (name.to_owned(), points(own.carried + own.burden))).collect();
        let name = format!("{} from {start}", rota.name.split(" from ").next().unwrap_or(&rota.name));
        if context.team.rotas.iter().any(|other| other.name == name) {
            let words = format!("There is a rota `{name}` already");
            return Action::wish(Wish::Tell { tone: Tone::Warn, words, undo: false });
        }
        let next = Rota { name: name.clone(), start, carried, pins: Vec::new(), ..rota.clone() };
        self.add(context, format!("Add rota {name}"), next)
    }

    /// Fixes a duty by hand, or frees it.
    pub(super) fn pin(&mut self, context: &Context, duty: Duty, member: Option<String>) -> Action<Message> {
        let shift =
            self.fresh(context).and_then(|planned| Some(planned.plan.problem.shifts().get(duty.shift)?.start()));
        let Some(shift) = shift else { return Action::none() };
        let tier = duty.tier as u8 + 1;
        let what = match &member {
            Some(member) => format!("Fix a duty of {member}"),
            None => "Free a duty".to_owned(),
        };
        self.change(context, &what, |rota| match member {
            Some(member) => fix(rota, Pin { shift, tier, member }),
            None => rota.pins.retain(|pin| (pin.shift, pin.tier) != (shift, tier)),
        })
    }

    /// Fixes two duties for each other's holders.
    pub(super) fn swap(&mut self, context: &Context, one: Duty, other: Duty) -> Action<Message> {
        let Some(planned) = self.fresh(context) else { return Action::none() };
        let pin = |duty: Duty, from: Duty| {
            let shift = planned.plan.problem.shifts().get(duty.shift)?.start();
            let holder = planned.plan.roster.holder(from)?;
            Some(Pin { shift, tier: duty.tier as u8 + 1, member: planned.plan.name(holder).to_owned() })
        };
        let Some(pins) = pin(one, other).zip(pin(other, one)) else { return Action::none() };
        let what = format!("Swap duties of {} and {}", pins.1.member, pins.0.member);
        self.selected = None;
        self.change(context, &what, |rota| {
            fix(rota, pins.0);
            fix(rota, pins.1);
        })
    }
}

/// Fixes a duty for a member. A duty has one pin, and nobody is pinned to two tiers of a shift.
fn fix(rota: &mut Rota, pin: Pin) {
    rota.pins.retain(|old| old.shift != pin.shift || (old.tier != pin.tier && old.member != pin.member));
    rota.pins.push(pin);
}
