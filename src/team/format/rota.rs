//! Rotas, as a file has them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::carried::CARRIED;
use super::decoder::Decoder;
use super::form::{By, DATE, Maybe, OWN_NAME, Whole, ZONE};
use super::horizon::WEEKS;
use super::layout::Layout;
use super::pin::{PIN, Pinned};
use super::policy::REST;
use super::row::{Own, needed, optional};
use super::shifts::SHIFTS;
use super::table::Table;
use crate::team::ron::{Node, Value};
use crate::team::{Order, Rota, Shifts, Tiers};
use crate::time::{HORIZON_START, Zone};

pub(super) static ROTA: Table<Rota> = Table {
    name: "Rota",
    said: "a rota",
    blank: |()| Rota {
        name: String::new(),
        anchor: Zone::UTC,
        start: HORIZON_START,
        weeks: 1,
        shifts: Shifts::SunWise(1),
        tiers: 1,
        eligible: Tiers::Anyone,
        order: Order::Fairness,
        rest: None,
        max_shifts_per_7_days: None,
        max_weeks_in_a_row: None,
        pins: Vec::new(),
        carried: BTreeMap::new(),
    },
    rows: &[
        needed!(Rota.name, OWN_NAME),
        needed!(Rota.anchor, ZONE),
        needed!(Rota.start, DATE),
        needed!(Rota.weeks, WEEKS),
        needed!(Rota.shifts, SHIFTS),
        optional!(Rota.tiers, Whole { what: "the number of tiers", least: 1, most: MOST_TIERS }),
        &Own::<Rota> {
            names: ["eligible"],
            read: |decoder, fields, rota, ()| {
                let read = |decoder: &mut Decoder<'_>, node: &Node| decoder.eligible(node, rota.tiers);
                rota.eligible = decoder.optional(fields, "eligible", read).unwrap_or(Tiers::Anyone);
                Some(())
            },
            show: |rota| match &rota.eligible {
                Tiers::Anyone => None,
                Tiers::Roles(roles) => Some(Layout::texts(roles)),
                Tiers::ByTier(tiers) => Some(Layout::List(tiers.iter().map(|roles| Layout::texts(roles)).collect())),
            },
        },
        optional!(Rota.order, ORDER),
        optional!(Rota.rest, Maybe(REST)),
        optional!(Rota.max_shifts_per_7_days, Maybe(CAP)),
        optional!(Rota.max_weeks_in_a_row, Maybe(CAP)),
        &Own::<Rota> {
            names: ["pins"],
            read: |decoder, fields, rota, ()| {
                let usable = |name: &str| fields.is_usable(name);
                let pinned = Pinned {
                    tiers: rota.tiers,
                    anchor: usable("anchor").then_some(rota.anchor),
                    horizon: (usable("start") && usable("weeks")).then_some((rota.start, rota.weeks)),
                };
                rota.pins = decoder.pins(fields, &pinned);
                Some(())
            },
            show: |rota| {
                let pins = rota.pins.iter().map(|pin| Layout::Group("", PIN.show_within(pin, &Pinned::default())));
                (!rota.pins.is_empty()).then(|| Layout::List(pins.collect()))
            },
        },
        optional!(Rota.carried, CARRIED),
    ],
    check: |decoder, fields, rota| {
        let start: Option<NaiveDate> = fields.is_usable("start").then_some(rota.start);
        // The first boundary may come up to a week after the start.
        let weeks = if fields.is_usable("weeks") { u64::from(rota.weeks) + 1 } else { 0 };
        decoder.check_horizon(fields, "start", start, weeks);
    },
};

/// Tiers of a shift, at most.
const MOST_TIERS: u32 = 3;

const CAP: Whole = Whole { what: "`{}`", least: 1, most: 1000 };
const ORDERS: [(&str, Order); 2] = [("Fairness", Order::Fairness), ("Comfort", Order::Comfort)];
const ORDER: By<Order> = By {
    read: |decoder, node| decoder.choice(node, &ORDERS, &[]),
    show: |order| Layout::shown(ORDERS.iter().find(|(_, own)| own == order).map_or("", |(name, _)| name)),
};
impl Decoder<'_> {
    /// Roles, or lists of roles by tier.
    fn eligible(&mut self, node: &Node, tiers: u8) -> Option<Tiers> {
        let by_tier = node.items().first().is_some_and(|item| matches!(item.value, Value::List(_)));
        if !by_tier {
            return self.some_roles(node).map(Tiers::Roles);
        }
        let lists = self.list(node, Self::some_roles)?;
        if node.items().len() != usize::from(tiers) {
            let message = format!("the rota has {tiers} tiers, but roles are listed for {}", node.items().len());
            self.error(node.range.clone(), message);
            return None;
        }
        Some(Tiers::ByTier(lists))
    }

    fn some_roles(&mut self, node: &Node) -> Option<Vec<String>> {
        let roles = self.list(node, Self::role)?;
        if node.items().is_empty() {
            let message = "an empty list makes nobody eligible; leave `eligible` out to make everybody eligible";
            self.error(node.range.clone(), message);
        }
        Some(roles)
    }
}
