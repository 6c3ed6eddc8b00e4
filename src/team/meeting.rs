//! A recurring meeting that is wanted.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};

use crate::time::{Minutes, TimeOfDay, Zone};

/// A recurring meeting that is to be placed (SPEC section 5).
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// What the meeting is called.
    pub name: String,
    /// Its length.
    pub minutes: Minutes,
    /// How often.
    pub every: Every,
    /// Who comes.
    pub attendees: Attendees,
    /// How many slots take turns, 1 to 4.
    pub slots: u8,
    /// The first date of the horizon; the coming Monday unless said.
    pub from: Option<NaiveDate>,
    /// Weeks of the horizon.
    pub weeks: u16,
    /// The slots that were settled on, if any.
    pub chosen: Vec<Slot>,
    /// What its slots have to keep to.
    pub options: MeetingOptions,
}

impl Meeting {
    /// Weeks of the horizon unless said.
    pub const USUAL_WEEKS: u16 = 52;
}

/// What the slots of a meeting have to keep to, and what its people have borne so far (SPEC section 5). An occurrence is in
/// *comfort* for somebody who is `Preferred` or `Flexible` for all of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MeetingOptions {
    /// At most so many slots are bad for any required member; a slot is bad for whom at least half of its occurrences are not in
    /// comfort. Any number unless said.
    pub max_bad_slots: Option<u8>,
    /// Of every so many occurrences in a row at least one is in comfort for both of any two required members.
    pub comfort_every: Option<u16>,
    /// Every occurrence is in comfort for at least so many required members.
    pub quorum: Option<u16>,
    /// Whether the chosen slots stay the first suggestion as long as none has a lower largest and total burden.
    pub keep_chosen: bool,
    /// Burden from earlier occurrences, in points, by name. Who is not listed while others are starts at their mean.
    pub carried: BTreeMap<String, f64>,
}

/// Who comes to a meeting, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendees {
    /// Without whom the meeting is none. All members of the team when empty.
    pub required: Vec<String>,
    /// Whose burden counts half.
    pub optional: Vec<String>,
}

/// How often a meeting takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// Monday to Friday.
    Weekday,
    /// Once a week.
    Week,
    /// Every second week, counted from the first.
    TwoWeeks,
    /// Every fourth week, counted from the first.
    FourWeeks,
    /// On an n-th weekday of each month.
    Month(Nth),
}

/// Which of a month's days of one weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nth {
    /// The first (1) to the fourth (4).
    FromStart(u8),
    /// The last.
    Last,
}

/// A place in the week: weekday and local start in the anchor zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    /// The weekday in the anchor zone; none when the meeting is every weekday.
    pub weekday: Option<Weekday>,
    /// The local start in the anchor zone.
    pub start: TimeOfDay,
    /// The zone whose clocks the meeting keeps to.
    pub anchor: Zone,
}
