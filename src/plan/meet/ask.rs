use chrono::NaiveDate;
use thiserror::Error;

use crate::team::{Every, Meeting, Member, Team};
use crate::time::{HORIZON_END, HORIZON_START, Minutes, Span, Zone};

/// What a meeting asks for, with everything resolved.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    /// Without whom the meeting is none; at least one.
    pub required: Vec<&'a Member>,
    /// Whose burden counts half.
    pub optional: Vec<&'a Member>,
    /// The length.
    pub length: Minutes,
    /// How often.
    pub every: Every,
    /// How many slots take turns, 1 to 4.
    pub slots: u8,
    /// The first date, in the anchor's zone.
    pub from: NaiveDate,
    /// Weeks of the horizon.
    pub weeks: u16,
}

/// Why a meeting cannot be planned.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AskError {
    /// Nobody comes.
    #[error("a meeting needs at least one required member; name somebody, or leave the list empty for the whole team")]
    Nobody,
    /// A name that is no member.
    #[error("`{0}` is no member of the team")]
    UnknownMember(String),
    /// Somebody is named twice.
    #[error("`{0}` is named twice among those who come; name everybody once")]
    NamedTwice(String),
    /// A length that is none.
    #[error("a meeting cannot last {} minutes; it lasts from 1 minute to 24 hours", .0.0)]
    Length(Minutes),
    /// A number of slots that cannot take turns.
    #[error("{0} slots cannot take turns; ask for 1 to 4")]
    Slots(u8),
    /// A horizon that is none, or one beyond the rules.
    #[error("{weeks} weeks from {from} cannot be planned; give 1 to 520 weeks within the years 2000 to 2099")]
    Horizon {
        /// The first date.
        from: NaiveDate,
        /// How many weeks.
        weeks: u16,
    },
    /// A horizon in which the meeting never takes place.
    #[error("the meeting never takes place in {weeks} weeks from {from}; give a longer horizon")]
    NoOccurrence {
        /// The first date.
        from: NaiveDate,
        /// How many weeks.
        weeks: u16,
    },
}

impl<'a> Ask<'a> {
    /// What `meeting` asks for. Without required members everybody who is not optional is required; without a first date it is
    /// `coming_monday`.
    ///
    /// # Errors
    /// When somebody is unknown or named twice, nobody is left, or a number is out of its range.
    pub fn of(team: &'a Team, meeting: &Meeting, coming_monday: NaiveDate) -> Result<Self, AskError> {
        let named = |names: &[String]| -> Result<Vec<&'a Member>, AskError> {
            names.iter().map(|name| team.member(name).ok_or_else(|| AskError::UnknownMember(name.clone()))).collect()
        };
        let optional = named(&meeting.attendees.optional)?;
        let required = if meeting.attendees.required.is_empty() {
            team.members.iter().filter(|member| !meeting.attendees.optional.contains(&member.name)).collect()
        } else {
            named(&meeting.attendees.required)?
        };
        let ask = Self {
            required,
            optional,
            length: meeting.minutes,
            every: meeting.every,
            slots: meeting.slots,
            from: meeting.from.unwrap_or(coming_monday),
            weeks: meeting.weeks,
        };
        ask.check().map(|()| ask)
    }

    /// Whether it can be planned.
    ///
    /// # Errors
    /// When nobody is required, somebody comes twice, or a number is out of its range.
    pub fn check(&self) -> Result<(), AskError> {
        if self.required.is_empty() {
            return Err(AskError::Nobody);
        }
        let everybody: Vec<&Member> = self.attendees().map(|(member, _)| member).collect();
        let twice = (1..everybody.len()).find(|&i| everybody[..i].iter().any(|m| m.name == everybody[i].name));
        if let Some(i) = twice {
            return Err(AskError::NamedTwice(everybody[i].name.clone()));
        }
        if !(1..=Minutes::DAY.0).contains(&self.length.0) {
            return Err(AskError::Length(self.length));
        }
        if !(1..=4).contains(&self.slots) {
            return Err(AskError::Slots(self.slots));
        }
        let end = self.from.checked_add_days(chrono::Days::new(7 * u64::from(self.weeks) + 3));
        let known = self.from > HORIZON_START && end.is_some_and(|end| end < HORIZON_END);
        if !known || !(1..=520).contains(&self.weeks) {
            return Err(AskError::Horizon { from: self.from, weeks: self.weeks });
        }
        Ok(())
    }

    /// Everybody who comes and whether they are required: the required first.
    pub fn attendees(&self) -> impl Iterator<Item = (&'a Member, bool)> {
        let required = self.required.iter().map(|&member| (member, true));
        required.chain(self.optional.iter().map(|&member| (member, false)))
    }

    /// The UTC time in which any occurrence lies, whatever its anchor.
    pub(super) fn reach(&self) -> Span {
        let start = Zone::UTC.midnight(self.from);
        Span { start: start - Minutes::DAY, end: start + Minutes(Minutes::WEEK.0 * i64::from(self.weeks) + 3 * 1440) }
    }
}
