//! A time of a calendar, and by which clock it is meant.

use std::rc::Rc;

use calcard::common::PartialDateTime;
use chrono::NaiveDateTime;

use crate::time::{Instant, Minutes, Rules, Zone};

/// The clock by which a time is meant.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Clock {
    /// That of whoever the calendar belongs to, wherever they are.
    Own,
    /// That of a zone of the tz database, or UTC.
    Zone(Zone),
    /// One that the calendar describes itself and that has no known name.
    Described(Rc<Rules>),
}

/// A time as a calendar writes it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Moment {
    pub(super) local: NaiveDateTime,
    pub(super) clock: Clock,
    /// Whether only the date is written.
    pub(super) is_date: bool,
}

/// Tells moments apart, whatever clock they are written by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// A local time of no zone.
    Local(NaiveDateTime),
    /// An instant.
    At(Instant),
}

impl Moment {
    pub(super) fn key(&self) -> Key {
        self.instant().map_or(Key::Local(self.local), Key::At)
    }

    /// The instant, unless it depends on where somebody is.
    pub(super) fn instant(&self) -> Option<Instant> {
        match &self.clock {
            Clock::Own => None,
            Clock::Zone(zone) => Some(zone.instant(self.local)),
            Clock::Described(rules) => Some(rules.instant(self.local)),
        }
    }

    /// The same clock at another local time.
    pub(super) fn at(&self, local: NaiveDateTime) -> Self {
        Self { local, ..self.clone() }
    }

    /// By how much clock time `other` is later, when both are written by one clock; else by how much time.
    pub(super) fn shift_to(&self, other: &Self) -> Minutes {
        if self.clock == other.clock { Minutes((other.local - self.local).num_minutes()) } else { self.until(other) }
    }

    /// How long it is until `other`, exactly when both have instants.
    pub(super) fn until(&self, other: &Self) -> Minutes {
        match (self.instant(), other.instant()) {
            (Some(start), Some(end)) => end - start,
            _ => Minutes((other.local - self.local).num_minutes()),
        }
    }
}

/// The offset written behind a time, in minutes.
pub(super) fn minutes_east(written: &PartialDateTime) -> Option<i64> {
    let minutes = i64::from(written.tz_hour?) * 60 + i64::from(written.tz_minute.unwrap_or(0));
    Some(if written.tz_minus { -minutes } else { minutes })
}
