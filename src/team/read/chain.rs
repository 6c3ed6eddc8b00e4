use chrono::Weekday;

use super::decoder::Decoder;
use super::fields::Kind;
use super::name::Taken;
use crate::team::Chain;
use crate::team::ron::Node;
use crate::time::hours::days_named;

static CHAIN: Kind = Kind { name: "Chain", said: "a chain", fields: &["name", "role", "days", "min_live"] };

impl Decoder<'_> {
    pub(super) fn chain(&mut self, node: &Node, taken: &mut Taken) -> Option<Chain> {
        let fields = self.fields(node, &CHAIN)?;
        let name = self.required(&fields, "name", |decoder, node| decoder.own_name(node, taken));
        let role = self.optional(&fields, "role", Self::role);
        let days = self.optional(&fields, "days", Self::days).unwrap_or_else(|| Chain::WORKDAYS.to_vec());
        let min_live = self.optional(&fields, "min_live", Self::min_live);
        Some(Chain { name: name?, role, days, min_live })
    }

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
