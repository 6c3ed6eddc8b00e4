//! Rotas and handoffs as iCalendar files (RFC 5545) for the calendars of people. Of a rota:
//!
//! - One event a shift (of a block, a piece) and tier, in UTC and without recurrence: no reader needs time-zone rules, and no change
//!   of clocks can move an event. Turns that nobody holds have no event.
//! - The UID of a turn never changes, whoever holds it, and SEQUENCE grows with the time of export: a calendar that takes the
//!   file again changes the events that it has.
//! - Free, not busy: on call one can still be invited. Outlook reads only its own word for that.
//! - No ATTENDEE and no ORGANIZER: calendars may send invitations to attendees when a file is imported, and a published event
//!   has none (RFC 5546 §3.2.1). The holder's address stands in the description.

mod calendar;
mod handoff;
mod line;
mod meeting;
mod once;
mod vtimezone;

use std::fmt::Write;

use chrono::NaiveDateTime;

use crate::availability::whereabouts;
use crate::plan::rota::RotaPlan;
use crate::team::{Member, Place, Team};
use crate::time::{Instant, Minutes, Span, Zone};
use crate::words::rota::tier;
pub use calendar::{Calendar, Event};
pub use handoff::handoffs;
use line::basic;
pub use meeting::{Exception, Series, meeting};
pub use once::{Once, once};

/// Which turns of a rota are wanted; all unless said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    /// Only this tier, 0 for the primary.
    pub tier: Option<usize>,
    /// Only what this member holds.
    pub member: Option<String>,
}

/// The turns of `plan`, a rota of `team`, that `feed` wants; `stamp` is the time of export.
pub fn rota(team: &Team, plan: &RotaPlan, feed: &Feed, stamp: Instant) -> String {
    turns(team, plan, feed, stamp, false)
}

/// The same turns taken back: a calendar that has imported them and takes this file removes them, or strikes them out.
pub fn cancelled(team: &Team, plan: &RotaPlan, feed: &Feed, stamp: Instant) -> String {
    turns(team, plan, feed, stamp, true)
}

fn turns(team: &Team, plan: &RotaPlan, feed: &Feed, stamp: Instant, is_cancelled: bool) -> String {
    let mut calendar = Calendar::new(&calendar_name(team, plan, feed), stamp);
    for (row, turns) in plan.rows.iter().enumerate() {
        for (tier, holder) in turns.tiers.iter().enumerate() {
            let Some(holder) = holder else { continue };
            let is_wanted = feed.tier.is_none_or(|wanted| wanted == tier)
                && feed.member.as_ref().is_none_or(|wanted| wanted == holder);
            if is_wanted {
                Turn { team, plan, row, tier, holder }.write(&mut calendar, is_cancelled);
            }
        }
    }
    calendar.finish()
}

/// The UID of a turn: the same for the same turn of the same rota, whoever holds it.
pub fn uid(team: &Team, plan: &RotaPlan, span: Span, tier: usize) -> String {
    let rota = fingerprint(&[&team.name, &plan.name]);
    format!("{}-{}-{rota:016x}@sunwise", basic(span.start), tier + 1)
}

fn calendar_name(team: &Team, plan: &RotaPlan, feed: &Feed) -> String {
    let mut name = format!("{}: {}", team.name, plan.name);
    for part in [feed.tier.map(tier), feed.member.as_deref()].into_iter().flatten() {
        name.push_str(", ");
        name.push_str(part);
    }
    name
}

/// One tier of one row, and who holds it.
struct Turn<'a> {
    team: &'a Team,
    plan: &'a RotaPlan,
    row: usize,
    tier: usize,
    holder: &'a str,
}

impl Turn<'_> {
    fn write(&self, calendar: &mut Calendar, is_cancelled: bool) {
        let (span, tier) = (self.span(), tier(self.tier));
        let summary = format!("{tier} on call: {} ({}, {})", self.holder, self.plan.name, self.team.name);
        let uid = uid(self.team, self.plan, span, self.tier);
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
        let member = self.team.member(self.holder);
        let address = member.and_then(|member| member.email.as_deref());
        let address = address.map_or_else(String::new, |email| format!(" <{email}>"));
        // Writing to a string cannot fail.
        let _ = write!(text, "\nOn call: {}{address}", self.holder);
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

    /// A name with the local time of a handover there: `Bo (Mon 29 Mar 05:00 in New York City)`.
    fn at_home(&self, name: &str, at: Instant) -> String {
        let Some(member) = self.team.member(name) else { return name.to_owned() };
        let (place, zone) = clock(member, Span { start: at, end: at + Minutes(1) });
        format!("{name} ({} in {place})", zone.local(at).format("%a %-d %b %H:%M"))
    }

    fn tiers(&self) -> usize {
        self.plan.rows[self.row].tiers.len()
    }

    /// Who holds the tier in the row before (-1) or after (1).
    fn neighbour(&self, step: isize) -> Option<&str> {
        let row = self.plan.rows.get(self.row.checked_add_signed(step)?)?;
        row.tiers.get(self.tier)?.as_deref()
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
    let (start, end) = (zone.offset_at(span.start), zone.offset_at(span.end - Minutes(1)));
    let offsets = if start == end { start.to_string() } else { format!("{start}, then {end}") };
    format!("{} to {} ({offsets})", shown(zone.local(span.start)), shown(zone.local(span.end)))
}

/// FNV-1a of texts, with a byte between them that no text holds.
fn fingerprint(texts: &[&str]) -> u64 {
    let bytes = texts.iter().flat_map(|text| text.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests;
