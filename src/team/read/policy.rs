use super::decoder::Decoder;
use super::fields::{Fields, Kind};
use crate::team::ron::Node;
use crate::team::{Policy, Rates};
use crate::time::Minutes;

static POLICY: Kind =
    Kind { name: "Policy", said: "a policy", fields: &["rates", "duty", "target_overlap", "rest", "min_live"] };
static RATES: Kind = Kind { name: "Rates", said: "a set of rates", fields: &["flexible", "asleep", "off"] };

/// Points an hour, at most: sums over a century stay exact.
const MOST_POINTS: u32 = 1000;

impl Decoder<'_> {
    pub(super) fn policy(&mut self, node: &Node) -> Option<Policy> {
        let usual = Policy::default();
        let fields = self.fields(node, &POLICY)?;
        Some(Policy {
            rates: self.optional(&fields, "rates", Self::rates).unwrap_or(usual.rates),
            duty: self.points(&fields, "duty").unwrap_or(usual.duty),
            target_overlap: self
                .optional(&fields, "target_overlap", |decoder, node| {
                    decoder.duration(node, "the overlap of a day", Minutes::ZERO, Minutes::DAY)
                })
                .unwrap_or(usual.target_overlap),
            rest: self.optional(&fields, "rest", Self::rest).unwrap_or(usual.rest),
            min_live: self.optional(&fields, "min_live", Self::min_live).unwrap_or(usual.min_live),
        })
    }

    fn rates(&mut self, node: &Node) -> Option<Rates> {
        let usual = Rates::default();
        let fields = self.fields(node, &RATES)?;
        Some(Rates {
            flexible: self.points(&fields, "flexible").unwrap_or(usual.flexible),
            asleep: self.points(&fields, "asleep").unwrap_or(usual.asleep),
            off: self.points(&fields, "off").unwrap_or(usual.off),
        })
    }

    fn points(&mut self, fields: &Fields<'_>, name: &str) -> Option<u32> {
        let what = format!("`{name}`, in points an hour,");
        self.optional(fields, name, |decoder, node| decoder.whole(node, &what, 0, MOST_POINTS))
    }

    /// Rest between two shifts.
    pub(super) fn rest(&mut self, node: &Node) -> Option<Minutes> {
        self.duration(node, "the rest between two shifts", Minutes::ZERO, Minutes::WEEK)
    }

    /// The time that a live handoff needs.
    pub(super) fn min_live(&mut self, node: &Node) -> Option<Minutes> {
        self.duration(node, "a live handoff", Minutes::ZERO, Minutes::DAY)
    }
}
