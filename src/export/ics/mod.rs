//! A rota as an iCalendar file (RFC 5545) for the calendars of people.
//!
//! - One event a shift (of a block, a piece) and tier, in UTC and without recurrence: no reader needs time-zone rules, and no change
//!   of clocks can move an event. Turns that nobody holds have no event.
//! - The UID of a turn never changes, whoever holds it, and SEQUENCE grows with the time of export: a calendar that takes the
//!   file again changes the events that it has.
//! - Free, not busy: on call one can still be invited. Outlook reads only its own word for that.
//! - No ATTENDEE and no ORGANIZER: calendars may send invitations to attendees when a file is imported, and a published event
//!   has none (RFC 5546 §3.2.1). The holder's address stands in the description.

mod line;

use std::fmt::Write;

use chrono::NaiveDateTime;

use crate::availability::whereabouts;
use crate::plan::rota::RotaPlan;
use crate::team::{Member, Place, Team};
use crate::time::{Instant, Minutes, Span, Zone};
use crate::words::rota::tier;
use line::{Lines, basic};

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
    let mut lines = Lines::default();
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", "-//Sunwise//Rota//EN");
    lines.raw("CALSCALE", "GREGORIAN");
    lines.raw("METHOD", "PUBLISH");
    lines.text("X-WR-CALNAME", &calendar_name(team, plan, feed));
    lines.raw("X-WR-TIMEZONE", "UTC");
    lines.raw("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    lines.raw("X-PUBLISHED-TTL", "PT1H");
    for (row, turns) in plan.rows.iter().enumerate() {
        for (tier, holder) in turns.tiers.iter().enumerate() {
            let Some(holder) = holder else { continue };
            let is_wanted = feed.tier.is_none_or(|wanted| wanted == tier)
                && feed.member.as_ref().is_none_or(|wanted| wanted == holder);
            if is_wanted {
                event(&mut lines, &Turn { team, plan, row, tier, holder }, stamp);
            }
        }
    }
    lines.raw("END", "VCALENDAR");
    lines.finish()
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

fn event(lines: &mut Lines, turn: &Turn, stamp: Instant) {
    let (span, tier) = (turn.span(), turn.tier_name());
    lines.raw("BEGIN", "VEVENT");
    lines.raw("UID", &turn.uid());
    lines.raw("SEQUENCE", &sequence(stamp).to_string());
    lines.instant("DTSTAMP", stamp);
    lines.instant("LAST-MODIFIED", stamp);
    lines.instant("DTSTART", span.start);
    lines.instant("DTEND", span.end);
    lines.text("SUMMARY", &format!("{tier} on call: {} ({}, {})", turn.holder, turn.plan.name, turn.team.name));
    lines.text("DESCRIPTION", &turn.description());
    lines.raw("CATEGORIES", &format!("on-call,{}", tier.to_lowercase()));
    lines.raw("STATUS", "CONFIRMED");
    lines.raw("TRANSP", "TRANSPARENT");
    lines.raw("X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
    lines.raw("END", "VEVENT");
}

/// Minutes since 2020: a number that grows from export to export and fits a calendar's 32 bits for millennia.
fn sequence(stamp: Instant) -> i64 {
    const START_OF_2020: Instant = Instant::from_epoch(26_297_280);
    (stamp - START_OF_2020).0.max(0)
}

impl Turn<'_> {
    fn span(&self) -> Span {
        self.plan.rows[self.row].span
    }

    fn tier_name(&self) -> &'static str {
        tier(self.tier)
    }

    /// The same for the same turn of the same rota, whoever holds it.
    fn uid(&self) -> String {
        let rota = fingerprint(&[&self.team.name, &self.plan.name]);
        format!("{}-{}-{rota:016x}@sunwise", basic(self.span().start), self.tier + 1)
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
            let _ = write!(text, "\nTakes over from: {before}");
        }
        if let Some(after) = self.neighbour(1) {
            let _ = write!(text, "\nHands over to: {after}");
        }
        text
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
