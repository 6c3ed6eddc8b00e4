//! How many weeks are planned, as a file has it.

use chrono::{Days, NaiveDate};

use super::decoder::Decoder;
use super::fields::Fields;
use super::form::Whole;
use crate::time::HORIZON_END;

/// Weeks of a horizon: at most ten years.
pub(super) const WEEKS: Whole = Whole { what: "the number of weeks", least: 1, most: 520 };

impl Decoder<'_> {
    /// Notes at the field `weeks`, or else at `start`, a horizon that ends after the last year whose rules are known.
    pub(super) fn check_horizon(&mut self, fields: &Fields<'_>, start: &str, from: Option<NaiveDate>, weeks: u64) {
        let end = from.and_then(|from| from.checked_add_days(Days::new(7 * weeks)));
        if end.is_some_and(|end| end > HORIZON_END)
            && let Some(node) = fields.get("weeks").or(fields.get(start))
        {
            self.error(node.range.clone(), "these weeks end after 2099, the last year whose time-zone rules are known");
        }
    }
}
