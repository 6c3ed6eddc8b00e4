//! Pins of a rota, as a file has them.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate};

use super::date::date;
use super::decoder::Decoder;
use super::fields::Fields;
use super::form::MEMBER_NAME;
use super::layout::Layout;
use super::row::{Own, needed};
use super::table::{Table, nothing_more};
use crate::team::Pin;
use crate::team::ron::Node;
use crate::time::{HORIZON_END, HORIZON_START, Instant, TimeOfDay, Zone};

/// What pins have to know of their rota; where it is nothing, the rota's own field could not be read.
#[derive(Default)]
pub(super) struct Pinned {
    pub(super) tiers: u8,
    pub(super) anchor: Option<Zone>,
    /// The first date, and how many weeks.
    pub(super) horizon: Option<(NaiveDate, u16)>,
}

pub(super) static PIN: Table<Pin, Pinned> = Table {
    name: "Pin",
    said: "a pin",
    blank: |_| Pin { shift: Instant::midnight(HORIZON_START), tier: 1, member: String::new() },
    rows: &[
        &Own::<Pin, Pinned> {
            names: ["shift"],
            read: |decoder, fields, pin, rota| {
                let read = |decoder: &mut Decoder<'_>, node: &Node| decoder.shift_start(node, rota.anchor);
                pin.shift = decoder.required(fields, "shift", read)?;
                Some(())
            },
            show: |pin| Some(Layout::quoted(pin.shift)),
        },
        &Own::<Pin, Pinned> {
            names: ["tier"],
            read: |decoder, fields, pin, rota| {
                let most = rota.tiers.into();
                let read = |decoder: &mut Decoder<'_>, node: &Node| decoder.whole(node, "the tier", 1, most);
                pin.tier = decoder.required(fields, "tier", read)? as u8;
                Some(())
            },
            show: |pin| Some(Layout::shown(pin.tier)),
        },
        needed!(Pin.member, MEMBER_NAME),
    ],
    check: nothing_more,
};

impl Decoder<'_> {
    /// The pins of a rota: none twice, and a warning for one outside of the horizon.
    pub(super) fn pins(&mut self, fields: &Fields<'_>, rota: &Pinned) -> Vec<Pin> {
        // By shift, who is pinned where.
        let mut pinned: BTreeMap<Instant, Vec<(u8, String)>> = BTreeMap::new();
        self.items(fields, "pins", |decoder, node| {
            let pin = PIN.read_within(decoder, node, rota)?;
            if let (Some(zone), Some((start, weeks))) = (rota.anchor, rota.horizon) {
                decoder.check_inside(node, &pin, zone, start, weeks);
            }
            let others = pinned.entry(pin.shift).or_default();
            if let Some((_, other)) = others.iter().find(|(tier, _)| *tier == pin.tier) {
                let message = format!("tier {} of this shift is pinned to `{other}` already", pin.tier);
                decoder.error(node.range.clone(), message);
            } else if let Some((tier, name)) = others.iter().find(|(_, name)| *name == pin.member) {
                decoder.error(node.range.clone(), format!("`{name}` is pinned to tier {tier} of this shift already"));
            }
            others.push((pin.tier, pin.member.clone()));
            Some(pin)
        })
    }

    /// An instant with its offset, or a local time in the anchor zone.
    fn shift_start(&mut self, node: &Node, anchor: Option<Zone>) -> Option<Instant> {
        let text = self.text(node)?;
        let message = match DateTime::parse_from_rfc3339(text) {
            Ok(moment) if known_year(moment.naive_utc().date()) => return Some(Instant::from_utc(moment.naive_utc())),
            Ok(_) => "time-zone rules are known for the years 2000 to 2099 only".to_owned(),
            Err(_) => match local_time(text) {
                Ok((date, time)) if known_year(date) => return Some(anchor?.instant_at(date, time.minutes())),
                Ok(_) => "time-zone rules are known for the years 2000 to 2099 only".to_owned(),
                Err(message) => message,
            },
        };
        self.error(node.range.clone(), message);
        None
    }

    fn check_inside(&mut self, node: &Node, pin: &Pin, zone: Zone, start: NaiveDate, weeks: u16) {
        // The first shift may start up to a week after the first date.
        let last = start.checked_add_days(Days::new(7 * (u64::from(weeks) + 1) - 1)).unwrap_or(HORIZON_END);
        if !(zone.midnight(start)..zone.instant_at(last, 24 * 60)).contains(&pin.shift) {
            let message = format!("no shift of this rota starts then: all start from {start} to {last}");
            self.warning(node.range.clone(), message);
        }
    }
}

fn known_year(date: NaiveDate) -> bool {
    (HORIZON_START..HORIZON_END).contains(&date)
}

/// `2027-01-04 10:00`.
fn local_time(text: &str) -> Result<(NaiveDate, TimeOfDay), String> {
    let (day, time) = text.split_once([' ', 'T']).ok_or_else(|| {
        let shown: String = text.chars().take(40).collect();
        format!("`{shown}` is no instant; write \"2027-01-04T10:00:00Z\", or local time in the anchor zone, \"2027-01-04 10:00\"")
    })?;
    Ok((date(day)?, time.trim().parse::<TimeOfDay>().map_err(|error| error.to_string())?))
}
