//! Slots of a meeting, as a file has them.

use chrono::Weekday;

use super::decoder::Decoder;
use super::fields::Fields;
use super::form::{By, ZONE};
use super::layout::Layout;
use super::row::{Own, needed};
use super::table::{Table, nothing_more};
use crate::spelling::did_you_mean;
use crate::team::ron::Node;
use crate::team::{Every, Slot};
use crate::time::hours::{day_name, day_named};
use crate::time::{TimeOfDay, Zone};

/// Minutes between the times at which a slot can start.
const GRID: u16 = 15;

/// The group around is a meeting: how often it is, when that could be read.
pub(super) static SLOT: Table<Slot, Option<Every>> = Table {
    name: "Slot",
    said: "a slot",
    blank: |_| Slot { weekday: None, start: TimeOfDay::MIDNIGHT, anchor: Zone::UTC },
    rows: &[
        &Own::<Slot, Option<Every>> {
            names: ["weekday"],
            read: |decoder, fields, slot, &every| {
                slot.weekday = decoder.slot_day(fields, every);
                Some(())
            },
            show: |slot| slot.weekday.map(|day| Layout::text(day_name(day))),
        },
        needed!(Slot.start, SLOT_START),
        needed!(Slot.anchor, ZONE),
    ],
    check: nothing_more,
};

const SLOT_START: By<TimeOfDay> =
    By { read: |decoder, node| decoder.slot_start(node), show: |start| Layout::quoted(start) };

impl Decoder<'_> {
    /// The weekday of a slot; none when the meeting is every weekday, or when an error was noted.
    fn slot_day(&mut self, fields: &Fields<'_>, every: Option<Every>) -> Option<Weekday> {
        match (fields.get("weekday"), every) {
            (Some(node), Some(Every::Weekday)) => {
                self.error(node.range.clone(), "the meeting is on every weekday, so its slots name none");
                None
            }
            (Some(node), _) => self.weekday(node),
            (None, Some(Every::Weekday) | None) => None,
            (None, Some(_)) => {
                self.missing(fields, "`weekday`", "; write for example weekday: \"Tu\"");
                None
            }
        }
    }

    fn weekday(&mut self, node: &Node) -> Option<Weekday> {
        let day = day_named(self.text(node)?);
        if day.is_none() {
            self.error(node.range.clone(), "this is no weekday; write one of Mo, Tu, We, Th, Fr, Sa, Su");
        }
        day
    }

    fn slot_start(&mut self, node: &Node) -> Option<TimeOfDay> {
        let start = self.time_of_day(node)?;
        if start.minutes() % GRID == 0 {
            return Some(start);
        }
        let before = TimeOfDay::from_minutes(start.minutes() - start.minutes() % GRID)?;
        self.error(node.range.clone(), format!("a slot starts on a quarter of an hour{}", did_you_mean([before])));
        None
    }
}
