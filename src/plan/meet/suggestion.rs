//! What is suggested for a meeting, and what it means for everybody.

use std::sync::Arc;

use chrono::{NaiveDate, Weekday};

use crate::availability::{Points, RateMinutes};
use crate::team::{MemberId, Slot};
use crate::time::{Span, TimeOfDay};

/// A slot, or several that take turns, and what it means for everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The slots in the order in which they take turns.
    pub slots: Vec<Slot>,
    /// What suggestions are compared by.
    pub cost: Cost,
    /// Everybody who comes, the required first.
    pub attendees: Vec<Attendance>,
    /// Every time that the meeting is held, in time order.
    pub occurrences: Vec<Occurrence>,
    /// The names of all who come; suggestions of one question share them.
    pub names: Arc<[String]>,
}

impl Suggestion {
    /// The name of one who comes.
    pub fn name(&self, member: MemberId) -> &str {
        &self.names[member.index()]
    }
}

/// What a suggestion costs; the parts are compared in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost {
    /// The largest burden of any required member over all occurrences, with what they have borne before ([`Rules::carried`](super::Rules::carried)).
    pub worst: RateMinutes,
    /// Twice the burden of all; optional members count half, so that twice is whole.
    pub total_twice: RateMinutes,
    /// Occurrences, over all attendees, whose local time of day is not that attendee's most frequent one for that slot.
    pub moved: usize,
    /// Twice the minutes from the middle of each occurrence to the middle of the nearest span in which all required members are
    /// `Preferred`, summed over the occurrences; 0 when there is no such span.
    pub off_middle_twice: i64,
}

impl Cost {
    /// The burden of all, optional members half.
    pub fn total(&self) -> Points {
        Points(self.total_twice.0 as f64 / 120.0)
    }
}

/// One time that the meeting is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// From start to end.
    pub span: Span,
    /// Its slot, as a place in [`Suggestion::slots`].
    pub slot: usize,
}

/// What a suggestion means for one who comes. Who are alike share what they see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// Who, by their place among the attendees of the question ([`Ask::attendees`](super::Ask::attendees)).
    pub member: MemberId,
    /// Whether the meeting needs them.
    pub required: bool,
    /// Their burden over all occurrences.
    pub burden: RateMinutes,
    /// What they have borne before.
    pub carried: RateMinutes,
    /// The local times that they see; by slot, the most frequent first.
    pub times: Arc<[LocalTime]>,
    /// Occurrences that do not lie wholly in their `hours`.
    pub outside: usize,
    /// The local times of those, the most frequent first.
    pub outside_times: Arc<[(TimeOfDay, usize)]>,
    /// Occurrences of which they would sleep through some part.
    pub asleep: usize,
    /// When a slot begins to have another local time for them, in time order.
    pub moves: Arc<[Move]>,
    /// The occurrences for which they are away or have a holiday.
    pub absences: Arc<[Absence]>,
}

/// A local start and how often it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime {
    /// The slot, as a place in [`Suggestion::slots`].
    pub slot: usize,
    /// The local start.
    pub start: TimeOfDay,
    /// How many occurrences have it.
    pub count: usize,
}

/// A clock change (or a stay) that moves a slot for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The slot, as a place in [`Suggestion::slots`].
    pub slot: usize,
    /// The local date of the first occurrence at the new time.
    pub date: NaiveDate,
    /// Weekday and local start of the occurrence before.
    pub before: (Weekday, TimeOfDay),
    /// Weekday and local start from then on.
    pub after: (Weekday, TimeOfDay),
}

/// An occurrence that somebody misses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The occurrence, as a place in [`Suggestion::occurrences`].
    pub occurrence: usize,
    /// Their local date.
    pub date: NaiveDate,
    /// Why.
    pub reason: Reason,
}

/// Why somebody is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// On leave.
    Leave,
    /// A public holiday where they are.
    Holiday,
    /// Busy in an imported calendar.
    Busy,
}
