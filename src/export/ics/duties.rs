//! The duties of a rota as events.

use std::fmt::Write;

use chrono::NaiveDateTime;

use super::calendar::{Calendar, Event};
use super::uid;
use crate::availability::whereabouts;
use crate::plan::rota::RotaPlan;
use crate::team::{Member, MemberId, Place, Team};
use crate::time::{Instant, Minutes, Span, Zone};
use crate::words::rota::tier;

/// Which duties of a rota are wanted; all unless said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    /// Only this tier, 0 for the primary.
    pub tier: Option<usize>,
    /// Only what this member holds.
    pub member: Option<MemberId>,
}

/// The duties of `plan`, a rota of `team`, that `feed` wants; `stamp` is the time of export.
pub fn rota(team: &Team, plan: &RotaPlan, feed: Feed, stamp: Instant) -> String {
    duties(team, plan, feed, stamp, false)
}

/// The same duties taken back: a calendar that has imported them and takes this file removes them, or strikes them out.
pub fn cancelled(team: &Team, plan: &RotaPlan, feed: Feed, stamp: Instant) -> String {
    duties(team, plan, feed, stamp, true)
}

fn duties(team: &Team, plan: &RotaPlan, feed: Feed, stamp: Instant, is_cancelled: bool) -> String {
    let mut calendar = Calendar::new(&calendar_name(team, plan, feed), stamp);
    let places = plan.places_in(team);
    for (row, held) in plan.rows.iter().enumerate() {
        for (tier, &holder) in held.tiers.iter().enumerate() {
            let Some(holder) = holder else { continue };
            let is_wanted = feed.tier.is_none_or(|wanted| wanted == tier)
                && feed.member.is_none_or(|wanted| places[holder] == Some(wanted));
            if is_wanted {
                Duty { team, plan, places: &places, row, tier, holder }.write(&mut calendar, is_cancelled);
            }
        }
    }
    calendar.finish()
}

fn calendar_name(team: &Team, plan: &RotaPlan, feed: Feed) -> String {
    let mut name = format!("{}: {}", team.name, plan.name);
    for part in
        [feed.tier.map(tier), feed.member.map(|member| team.members[member].name.as_str())].into_iter().flatten()
    {
        name.push_str(", ");
        name.push_str(part);
    }
    name
}

/// One tier of one row, and who holds it.
struct Duty<'a> {
    team: &'a Team,
    plan: &'a RotaPlan,
    /// Where in the team the plan's people are.
    places: &'a [Option<MemberId>],
    row: usize,
    tier: usize,
    holder: MemberId,
}

impl Duty<'_> {
    fn write(&self, calendar: &mut Calendar, is_cancelled: bool) {
        let (span, tier) = (self.span(), tier(self.tier));
        let name = self.plan.name(self.holder);
        let summary = format!("{tier} on call: {name} ({}, {})", self.plan.name, self.team.name);
        let uid = uid::duty(self.team, self.plan, span, self.tier);
        let (description, categories) = (self.description(), format!("on-call,{}", tier.to_lowercase()));
        let (description, categories) = (Some(description.as_str()), Some(categories.as_str()));
        calendar.event(&Event {
            uid: &uid,
            span,
            recurrence: None,
            summary: &summary,
            description,
            categories,
            is_cancelled,
        });
    }

    fn span(&self) -> Span {
        self.plan.rows[self.row].span
    }

    fn description(&self) -> String {
        let mut text = format!("{}, {}: tier {} of {}", self.plan.name, self.team.name, self.tier + 1, self.tiers());
        let member = self.member(self.holder);
        let address = member.and_then(|member| member.email.as_deref());
        let address = address.map_or_else(String::new, |email| format!(" <{email}>"));
        // Writing to a string cannot fail.
        let _ = write!(text, "\nOn call: {}{address}", self.plan.name(self.holder));
        for (place, zone) in
            member.map(|member| clock(member, self.span())).into_iter().chain([("UTC".into(), Zone::UTC)])
        {
            let _ = write!(text, "\n{place}: {}", local_times(zone, self.span()));
        }
        if let Some(before) = self.neighbour(-1) {
            let _ = write!(text, "\nTakes over from: {}", self.at_home(before, self.span().start));
        }
        if let Some(after) = self.neighbour(1) {
            let _ = write!(text, "\nHands over to: {}", self.at_home(after, self.span().end));
        }
        text
    }

    /// A name with the local time of a handoff there: `Bo (Mon 29 Mar 05:00 in New York City)`.
    fn at_home(&self, holder: MemberId, at: Instant) -> String {
        let name = self.plan.name(holder);
        let Some(member) = self.member(holder) else { return name.to_owned() };
        let (place, zone) = clock(member, Span { start: at, end: at + Minutes(1) });
        format!("{name} ({} in {place})", zone.local(at).format("%a %-d %b %H:%M"))
    }

    /// A holder as the team knows them, if they are in it.
    fn member(&self, holder: MemberId) -> Option<&Member> {
        self.places[holder].map(|place| &self.team.members[place])
    }

    fn tiers(&self) -> usize {
        self.plan.rows[self.row].tiers.len()
    }

    /// Who holds the tier in the row before (-1) or after (1).
    fn neighbour(&self, step: isize) -> Option<MemberId> {
        let row = self.plan.rows.get(self.row.checked_add_signed(step)?)?;
        row.tiers[self.tier]
    }
}

/// Where a member is when `span` begins, and by which clock they live there.
fn clock(member: &Member, span: Span) -> (String, Zone) {
    let zone = whereabouts(member, span).first().map_or(member.home.zone, |&(_, zone)| zone);
    let place = member.place_on(zone.local(span.start).date());
    let place = if place.zone == zone { place } else { Place::zone(zone) };
    (place.short_name(), zone)
}

/// `Mon 4 Jan 2027 10:00 to Mon 11 Jan 2027 10:00 (+00:00)`, with both offsets when the clocks change in between.
fn local_times(zone: Zone, span: Span) -> String {
    let shown = |at: NaiveDateTime| at.format("%a %-d %b %Y %H:%M").to_string();
    let (start, end) = (zone.offset_at(span.start), zone.offset_at(span.end));
    let offsets = if start == end { start.to_string() } else { format!("{start}, then {end}") };
    format!("{} to {} ({offsets})", shown(zone.local(span.start)), shown(zone.local(span.end)))
}

#[cfg(test)]
mod tests;
