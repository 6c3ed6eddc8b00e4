//! What members have borne before, as a file has it.

use std::collections::BTreeMap;

use super::decoder::Decoder;
use super::form::By;
use super::layout::Layout;
use crate::team::ron::{Node, Value};

/// Points that a member brings along, at most.
const MOST_CARRIED: f64 = 1_000_000.0;

/// Points by member.
pub(super) const CARRIED: By<BTreeMap<String, f64>> = By {
    read: |decoder, node| decoder.carried(node),
    show: |points| {
        let entry = |(name, &points): (&String, &f64)| (format!("{name:?}"), Layout::decimal(points));
        Layout::Map(points.iter().map(entry).collect())
    },
};

impl Decoder<'_> {
    fn carried(&mut self, node: &Node) -> Option<BTreeMap<String, f64>> {
        let Value::Map(entries) = &node.value else {
            self.expected(node, "a map such as {\"Ana Ribeiro\": 42.0}");
            return None;
        };
        let mut carried = BTreeMap::new();
        for (key, value) in entries {
            let name = self.member_name(key);
            let points = self.decimal(value, "a carried burden, in points,", 0.0, MOST_CARRIED);
            if let (Some(name), Some(points)) = (name, points)
                && carried.insert(name.clone(), points).is_some()
            {
                self.error(key.range.clone(), format!("`{name}` is named twice"));
            }
        }
        Some(carried)
    }
}
