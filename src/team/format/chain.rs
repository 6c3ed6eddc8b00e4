//! Chains, as a file has them.

use chrono::Weekday;

use super::decoder::Decoder;
use super::form::{By, Maybe, OWN_NAME, ROLE};
use super::layout::Layout;
use super::policy::MIN_LIVE;
use super::row::{needed, optional};
use super::table::{Table, nothing_more};
use crate::team::Chain;
use crate::team::ron::Node;
use crate::time::hours::{days_name, days_named};

pub(super) static CHAIN: Table<Chain> = Table {
    name: "Chain",
    said: "a chain",
    blank: |()| Chain { name: String::new(), role: None, days: Chain::WORKDAYS.to_vec(), min_live: None },
    rows: &[
        needed!(Chain.name, OWN_NAME),
        optional!(Chain.role, Maybe(ROLE)),
        optional!(Chain.days, DAYS),
        optional!(Chain.min_live, Maybe(MIN_LIVE)),
    ],
    check: nothing_more,
};

const DAYS: By<Vec<Weekday>> =
    By { read: |decoder, node| decoder.days(node), show: |days| Layout::text(&days_name(days)) };

impl Decoder<'_> {
    fn days(&mut self, node: &Node) -> Option<Vec<Weekday>> {
        let days = days_named(self.text(node)?);
        if days.is_none() {
            self.error(
                node.range.clone(),
                "these are no days of the week; write for example \"Mo-Fr\" or \"Mo,We,Fr\"",
            );
        }
        days
    }
}
