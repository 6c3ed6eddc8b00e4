//! Who meets once, and why no time can be looked for.

use std::collections::{HashMap, HashSet};

use thiserror::Error;

use crate::team::{Calendars, Member, Team};
use crate::time::{Minutes, Span};

/// Who meets, for how long, and when at the earliest and at the latest.
#[derive(Clone, Debug)]
pub struct PanelAsk<'a> {
    /// Without whom the meeting is none.
    pub required: Vec<&'a Member>,
    /// Of whom some come.
    pub pool: Vec<&'a Member>,
    /// What their calendars say.
    pub calendars: &'a Calendars,
    /// How many of the pool come.
    pub at_least: usize,
    /// The length.
    pub length: Minutes,
    /// The meeting lies within.
    pub over: Span,
}

/// Why a meeting cannot be looked for.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PanelError {
    /// Nobody comes.
    #[error("a meeting needs somebody who comes; name who may, or who must")]
    Nobody,
    /// A name that is no member.
    #[error("`{0}` is no member of the team")]
    UnknownMember(String),
    /// Somebody is named twice.
    #[error("`{0}` is named twice; name everybody once, among those who may come or those who must")]
    NamedTwice(String),
    /// More of the pool than there are.
    #[error("{at_least} of {pool} cannot come; ask for at most {pool}")]
    TooMany {
        /// How many are asked for.
        at_least: usize,
        /// How many there are.
        pool: usize,
    },
    /// A length that is none.
    #[error("a meeting cannot last {} minutes; it lasts from 1 minute to 24 hours", .0.0)]
    Length(Minutes),
    /// More time than is looked through.
    #[error("a meeting is looked for in at most {} days", MOST_DAYS)]
    TooLong,
    /// Less time than the meeting takes.
    #[error("the meeting is longer than the time it is looked for in")]
    NoRoom,
}

/// A meeting is looked for in so many days at most.
const MOST_DAYS: i64 = 366;

impl<'a> PanelAsk<'a> {
    /// The days that are looked through unless said: two weeks.
    pub const USUAL_DAYS: u64 = 14;

    /// What is asked about members by name.
    ///
    /// # Example: two of one
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
    /// # let over = sunwise::time::Span {
    /// #     start: sunwise::time::Instant::midnight(monday),
    /// #     end: sunwise::time::Instant::midnight(monday) + sunwise::time::Minutes::WEEK,
    /// # };
    /// # let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    /// use sunwise::plan::panel::{PanelAsk, PanelError};
    /// use sunwise::time::Minutes;
    ///
    /// let error = PanelAsk::of(&team, (&[], &names(&["Ana"])), 2, Minutes::HOUR, over).unwrap_err();
    /// assert_eq!(error, PanelError::TooMany { at_least: 2, pool: 1 });
    /// ```
    ///
    /// # Errors
    /// As [`PanelAsk::check`], and when somebody is unknown.
    pub fn of(
        team: &'a Team,
        (required, pool): (&[String], &[String]),
        at_least: usize,
        length: Minutes,
        over: Span,
    ) -> Result<Self, PanelError> {
        let by_name: HashMap<&str, &'a Member> =
            team.members.iter().rev().map(|member| (member.name.as_str(), member)).collect();
        let named = |names: &[String]| -> Result<Vec<&'a Member>, PanelError> {
            let member = |name: &String| by_name.get(name.as_str()).copied();
            names.iter().map(|name| member(name).ok_or_else(|| PanelError::UnknownMember(name.clone()))).collect()
        };
        let ask =
            Self { required: named(required)?, pool: named(pool)?, calendars: &team.calendars, at_least, length, over };
        ask.check().map(|()| ask)
    }

    /// Whether it can be looked for.
    ///
    /// # Errors
    /// When nobody comes or somebody twice, and when a number is out of its range.
    pub fn check(&self) -> Result<(), PanelError> {
        let mut names = HashSet::new();
        if let Some(twice) = self.everybody().find(|member| !names.insert(member.name.as_str())) {
            return Err(PanelError::NamedTwice(twice.name.clone()));
        }
        if self.at_least > self.pool.len() {
            return Err(PanelError::TooMany { at_least: self.at_least, pool: self.pool.len() });
        }
        if self.required.len() + self.at_least == 0 {
            return Err(PanelError::Nobody);
        }
        if !(1..=Minutes::DAY.0).contains(&self.length.0) {
            return Err(PanelError::Length(self.length));
        }
        if self.over.minutes().0 > MOST_DAYS * Minutes::DAY.0 {
            return Err(PanelError::TooLong);
        }
        if self.over.minutes() < self.length {
            return Err(PanelError::NoRoom);
        }
        Ok(())
    }

    /// Everybody who comes or may: the required first.
    pub fn everybody(&self) -> impl Iterator<Item = &'a Member> {
        self.required.iter().chain(&self.pool).copied()
    }
}
