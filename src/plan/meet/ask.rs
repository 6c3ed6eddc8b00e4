//! What is asked of a meeting, and why it may not be answered.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use thiserror::Error;

use super::budget::Untried;
use crate::availability::RateMinutes;
use crate::team::{Calendars, Every, Meeting, Member, Slot, Team};
use crate::time::{HORIZON_END, HORIZON_START, Minutes, Span, Zone};

/// What a meeting asks for, with everything resolved.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    /// Without whom the meeting is none; at least one.
    pub required: Vec<&'a Member>,
    /// Whose burden counts half.
    pub optional: Vec<&'a Member>,
    /// What their calendars say.
    pub calendars: &'a Calendars,
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
    /// What the slots have to keep to.
    pub rules: Rules,
}

/// What the slots of a meeting have to keep to ([`MeetingOptions`](crate::team::MeetingOptions) says what each means).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// At most so many slots are bad for any required member.
    pub max_bad_slots: Option<u8>,
    /// Of every so many occurrences in a row at least one is in comfort for both of any two required members.
    pub comfort_every: Option<u16>,
    /// Every occurrence is in comfort for at least so many required members.
    pub quorum: Option<u16>,
    /// The current slots, which stay the first suggestion as long as none has a lower largest and total burden; none to forget
    /// them.
    pub keep: Vec<Slot>,
    /// What the attendees have borne so far, in the order of [`Ask::attendees`]; nobody anything when empty.
    pub carried: Vec<RateMinutes>,
}

impl Rules {
    /// Whether some slots are not allowed.
    pub fn forbid_any(&self) -> bool {
        self.max_bad_slots.is_some() || self.comfort_every.is_some() || self.quorum.is_some()
    }
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
    /// More have to be in comfort than are required.
    #[error("a quorum of {quorum} cannot be reached: {required} are required")]
    Quorum {
        /// How many have to be in comfort.
        quorum: u16,
        /// How many are required.
        required: usize,
    },
    /// No slots keep to the rules.
    #[error("no {} to the rules{}{}", if *.slots == 1 { "slot keeps" } else { "rotation was found that keeps" }, .relaxed.advice(), cut_short(*.untried))]
    NoneAllowed {
        /// How many slots take turns.
        slots: u8,
        /// Without which rules there would be one.
        relaxed: Relaxed,
        /// What the search did not try.
        untried: Untried,
    },
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

/// The rules of which each, left out alone, lets slots through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relaxed(pub Vec<&'static str>);

impl Relaxed {
    fn advice(&self) -> String {
        match self.0.as_slice() {
            [] => "; relax several of them, or let more slots take turns".to_owned(),
            rules => format!("; relax {}", rules.join(" or ")),
        }
    }
}

fn cut_short(untried: Untried) -> String {
    if !untried.is_cut_short() {
        return String::new();
    }
    format!("; the search was cut short: {} of {} beginnings were not tried", untried.untried, untried.all)
}

impl<'a> Ask<'a> {
    /// What `meeting` asks for. Without required members everybody who is not optional is required; without a first date it is
    /// `coming_monday`.
    ///
    /// # Example
    ///
    /// ```
    /// # let text = r#"Team(version: 1, name: "T", members: [
    /// #     (name: "Ana", zone: "Europe/Lisbon", hours: "Mo-Fr 09:00-17:00"),
    /// #     (name: "Bo", zone: "America/New_York", hours: "Mo-Fr 09:00-17:00"),
    /// # ], meetings: [(name: "Sync", minutes: 30, every: Week, from: "2027-01-04", weeks: 4, chosen: [
    /// #     (weekday: "Tu", start: "15:00", anchor: "Europe/Lisbon"),
    /// # ])])"#;
    /// # let (team, _) = sunwise::team::read("t.ron", text.as_bytes()).unwrap();
    /// # let monday = "2027-01-04".parse().unwrap();
    /// use sunwise::plan::meet::Ask;
    ///
    /// let ask = Ask::of(&team, &team.meetings[0], monday).unwrap();
    /// let names: Vec<&str> = ask.attendees().map(|(member, _)| member.name.as_str()).collect();
    /// assert_eq!(names, ["Ana", "Bo"]);
    /// ```
    ///
    /// # Example: somebody who is no member
    ///
    /// ```
    /// # let text = r#"Team(version: 1, name: "T", members: [
    /// #     (name: "Ana", zone: "Europe/Lisbon", hours: "Mo-Fr 09:00-17:00"),
    /// #     (name: "Bo", zone: "America/New_York", hours: "Mo-Fr 09:00-17:00"),
    /// # ], meetings: [(name: "Sync", minutes: 30, every: Week, from: "2027-01-04", weeks: 4, chosen: [
    /// #     (weekday: "Tu", start: "15:00", anchor: "Europe/Lisbon"),
    /// # ])])"#;
    /// # let (team, _) = sunwise::team::read("t.ron", text.as_bytes()).unwrap();
    /// # let monday = "2027-01-04".parse().unwrap();
    /// use sunwise::plan::meet::{Ask, AskError};
    ///
    /// let mut meeting = team.meetings[0].clone();
    /// meeting.attendees.required = vec!["Cai".to_owned()];
    /// assert_eq!(Ask::of(&team, &meeting, monday).unwrap_err(), AskError::UnknownMember("Cai".to_owned()));
    /// ```
    ///
    /// # Errors
    /// When somebody is unknown or named twice, nobody is left, or a number is out of its range.
    pub fn of(team: &'a Team, meeting: &Meeting, coming_monday: NaiveDate) -> Result<Self, AskError> {
        let by_name: HashMap<&str, &'a Member> =
            team.members.iter().rev().map(|member| (member.name.as_str(), member)).collect();
        let named = |names: &[String]| -> Result<Vec<&'a Member>, AskError> {
            let member = |name: &String| by_name.get(name.as_str()).copied();
            names.iter().map(|name| member(name).ok_or_else(|| AskError::UnknownMember(name.clone()))).collect()
        };
        let optional = named(&meeting.attendees.optional)?;
        let required = if meeting.attendees.required.is_empty() {
            let optional: HashSet<&String> = meeting.attendees.optional.iter().collect();
            team.members.iter().filter(|member| !optional.contains(&member.name)).collect()
        } else {
            named(&meeting.attendees.required)?
        };
        let ask = Self {
            required,
            optional,
            calendars: &team.calendars,
            length: meeting.minutes,
            every: meeting.every,
            slots: meeting.slots,
            from: meeting.from.unwrap_or(coming_monday),
            weeks: meeting.weeks,
            rules: Rules::default(),
        };
        let options = &meeting.options;
        let rules = Rules {
            max_bad_slots: options.max_bad_slots,
            comfort_every: options.comfort_every,
            quorum: options.quorum,
            keep: if options.keep_chosen { meeting.chosen.clone() } else { Vec::new() },
            carried: opening_balance(&ask, &options.carried),
        };
        let ask = Self { rules, ..ask };
        ask.check().map(|()| ask)
    }

    /// Whether it can be planned.
    ///
    /// # Example: five slots
    ///
    /// ```
    /// # let text = r#"Team(version: 1, name: "T", members: [
    /// #     (name: "Ana", zone: "Europe/Lisbon", hours: "Mo-Fr 09:00-17:00"),
    /// #     (name: "Bo", zone: "America/New_York", hours: "Mo-Fr 09:00-17:00"),
    /// # ], meetings: [(name: "Sync", minutes: 30, every: Week, from: "2027-01-04", weeks: 4, chosen: [
    /// #     (weekday: "Tu", start: "15:00", anchor: "Europe/Lisbon"),
    /// # ])])"#;
    /// # let (team, _) = sunwise::team::read("t.ron", text.as_bytes()).unwrap();
    /// # let monday = "2027-01-04".parse().unwrap();
    /// use sunwise::plan::meet::{Ask, AskError};
    ///
    /// let ask = Ask { slots: 5, ..Ask::of(&team, &team.meetings[0], monday).unwrap() };
    /// assert_eq!(ask.check(), Err(AskError::Slots(5)));
    /// ```
    ///
    /// # Errors
    /// When nobody is required, somebody comes twice, or a number is out of its range.
    pub fn check(&self) -> Result<(), AskError> {
        if self.required.is_empty() {
            return Err(AskError::Nobody);
        }
        let mut names = HashSet::new();
        if let Some((twice, _)) = self.attendees().find(|(member, _)| !names.insert(member.name.as_str())) {
            return Err(AskError::NamedTwice(twice.name.clone()));
        }
        if !(1..=Minutes::DAY.0).contains(&self.length.0) {
            return Err(AskError::Length(self.length));
        }
        if !(1..=4).contains(&self.slots) {
            return Err(AskError::Slots(self.slots));
        }
        if let Some(quorum) = self.rules.quorum.filter(|&quorum| usize::from(quorum) > self.required.len()) {
            return Err(AskError::Quorum { quorum, required: self.required.len() });
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

/// What each attendee starts with: their own entry of the ledger, or the mean of those who come and have one.
pub(super) fn opening_balance(ask: &Ask, carried: &BTreeMap<String, f64>) -> Vec<RateMinutes> {
    let own: Vec<Option<f64>> = ask.attendees().map(|(member, _)| carried.get(&member.name).copied()).collect();
    let known: Vec<f64> = own.iter().copied().flatten().collect();
    if known.is_empty() {
        return Vec::new();
    }
    let mean = known.iter().sum::<f64>() / known.len() as f64;
    own.into_iter().map(|points| RateMinutes::from_points(points.unwrap_or(mean))).collect()
}
