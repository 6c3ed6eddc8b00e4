use chrono::{NaiveDate, Weekday};

use crate::time::{Minutes, TimeOfDay, Zone};

/// A recurring meeting that is to be placed (SPEC section 5).
#[derive(Clone, Debug, PartialEq, Eq)]
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
}

impl Meeting {
    /// Weeks of the horizon unless said.
    pub const USUAL_WEEKS: u16 = 52;
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
