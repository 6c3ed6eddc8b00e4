//! The policy, as a file has it.

use super::form::{Duration, Group, Whole};
use super::row::optional;
use super::table::{Table, nothing_more};
use crate::team::{Policy, Rates};
use crate::time::Minutes;

pub(super) static POLICY: Table<Policy> = Table {
    name: "Policy",
    said: "a policy",
    blank: |()| Policy::default(),
    rows: &[
        optional!(Policy.rates, Group(&RATES)),
        optional!(Policy.duty, POINTS),
        optional!(Policy.target_overlap, TARGET_OVERLAP),
        optional!(Policy.rest, REST),
        optional!(Policy.min_live, MIN_LIVE),
    ],
    check: nothing_more,
};

pub(super) static RATES: Table<Rates> = Table {
    name: "Rates",
    said: "a set of rates",
    blank: |()| Rates::default(),
    rows: &[optional!(Rates.flexible, POINTS), optional!(Rates.asleep, POINTS), optional!(Rates.off, POINTS)],
    check: nothing_more,
};

/// Points an hour, at most 1000: sums over a century stay exact.
const POINTS: Whole = Whole { what: "`{}`, in points an hour,", least: 0, most: 1000 };
const TARGET_OVERLAP: Duration = Duration { what: "the overlap of a day", least: Minutes::ZERO, most: Minutes::DAY };
/// Rest between two shifts.
pub(super) const REST: Duration =
    Duration { what: "the rest between two shifts", least: Minutes::ZERO, most: Minutes::WEEK };
/// The time that a live handoff needs.
pub(super) const MIN_LIVE: Duration = Duration { what: "a live handoff", least: Minutes::ZERO, most: Minutes::DAY };
