//! The ledger of a meeting: what everybody has borne is booked, so that the next plan evens it out.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use thiserror::Error;

use super::ask::{Ask, AskError, opening_balance};
use super::dates::months;
use super::detail::detail;
use super::suggestion::Attendance;
use super::table::Table;
use crate::availability::RateMinutes;
use crate::team::{Every, Meeting, MemberId, Team};

/// A meeting whose past occurrences are booked.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled {
    /// The meeting from then on: its first date, whose turn it is, and what everybody has borne.
    pub meeting: Meeting,
    /// What each attendee bore, by their place in `names`.
    pub booked: Vec<(MemberId, RateMinutes)>,
    /// The attendees by name, the required first.
    names: Vec<String>,
    /// How many occurrences were booked.
    pub occurrences: usize,
}

impl Settled {
    /// The name of an attendee.
    pub fn name(&self, member: MemberId) -> &str {
        &self.names[member.index()]
    }
}

/// Why a meeting cannot be settled.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SettleError {
    /// It does not say when it began.
    #[error("the meeting has no first date; write for example from: \"2027-01-04\", so that it is known what is past")]
    NoBeginning,
    /// It has no slots.
    #[error("the meeting has no chosen slots yet, so nobody has borne anything")]
    NoSlots,
    /// Nothing is past.
    #[error("nothing is to be settled: no whole turn of the meeting lies between {from} and {until}")]
    NothingPast {
        /// The first date of the meeting.
        from: NaiveDate,
        /// The date before which all is settled.
        until: NaiveDate,
    },
    /// It cannot be planned.
    #[error(transparent)]
    Ask(#[from] AskError),
}

/// Books what the attendees of a meeting bore in its chosen slots before `until` into its ledger
/// ([`MeetingOptions::carried`](crate::team::MeetingOptions::carried)).
///
/// Who was on leave or had a holiday was not there and bore nothing. Who is new starts with the mean of the others. Settled are
/// whole turns: for a meeting every second or fourth week, up to the last such week that begins by `until`. The meeting begins
/// anew there: its slots keep their turns, and nothing is booked twice.
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
/// use sunwise::plan::meet::settle;
///
/// let settled = settle(&team, &team.meetings[0], "2027-01-20".parse().unwrap()).unwrap();
/// assert_eq!(settled.occurrences, 2);
/// assert_eq!(settled.meeting.from.unwrap().to_string(), "2027-01-18");
/// ```
///
/// # Example: nothing is past yet
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
/// use sunwise::plan::meet::{SettleError, settle};
///
/// let error = settle(&team, &team.meetings[0], "2027-01-06".parse().unwrap()).unwrap_err();
/// assert_eq!(error, SettleError::NothingPast { from: monday, until: "2027-01-06".parse().unwrap() });
/// ```
///
/// # Errors
/// When the meeting has no first date, no chosen slots, or no turn before `until`, or when it cannot be planned.
pub fn settle(team: &Team, meeting: &Meeting, until: NaiveDate) -> Result<Settled, SettleError> {
    let from = meeting.from.ok_or(SettleError::NoBeginning)?;
    if meeting.chosen.is_empty() {
        return Err(SettleError::NoSlots);
    }
    let (end, turns) = last_turn(meeting.every, from, until);
    if turns == 0 {
        return Err(SettleError::NothingPast { from, until });
    }
    let weeks = (end - from).num_days().div_euclid(7) + 1;
    let weeks = u16::try_from(weeks).map_err(|_| AskError::Horizon { from, weeks: u16::MAX })?;
    let past = Meeting { slots: meeting.chosen.len() as u8, weeks, ..meeting.clone() };
    let ask = Ask::of(team, &past, from)?;
    let table = Table::new(&ask, &team.policy.rates);
    let held = detail(&ask, &table, meeting.chosen.clone());
    let is_past = |occurrence: usize| {
        let held = held.occurrences[occurrence];
        meeting.chosen[held.slot].anchor.local(held.span.start).date() < end
    };
    let all: Vec<usize> = (0..held.occurrences.len()).filter(|&occurrence| is_past(occurrence)).collect();
    let bore = |who: &Attendance| {
        let was_there = |&&occurrence: &&usize| !who.absences.iter().any(|absence| absence.occurrence == occurrence);
        let starts: Vec<_> = all.iter().filter(was_there).map(|&i| held.occurrences[i].span.start).collect();
        (who.member, table.burden(table.pattern_of(who.member), &starts))
    };
    let booked: Vec<(MemberId, RateMinutes)> = held.attendees.iter().map(bore).collect();
    let names = held.names.to_vec();
    let mut after = meeting.clone();
    (after.from, after.options.carried) = (Some(end), carried(&ask, &meeting.options.carried, &names, &booked));
    after.chosen.rotate_left(turns % meeting.chosen.len());
    Ok(Settled { meeting: after, booked, names, occurrences: all.len() })
}

/// What was carried and what was booked, in points.
fn carried(
    ask: &Ask,
    before: &BTreeMap<String, f64>,
    names: &[String],
    booked: &[(MemberId, RateMinutes)],
) -> BTreeMap<String, f64> {
    let mut opening = opening_balance(ask, before);
    opening.resize(booked.len(), RateMinutes::ZERO);
    let own = booked.iter().map(|&(member, own)| (names[member.index()].clone(), (opening[member] + own).points().0));
    before.clone().into_iter().chain(own).collect()
}

/// The date by `until` at which the last turn that has begun is over, and how many turns come before it.
fn last_turn(every: Every, from: NaiveDate, until: NaiveDate) -> (NaiveDate, usize) {
    let days = (until - from).num_days().max(0) as u64;
    let whole = |length: u64| (from + Days::new(days / length * length), (days / length) as usize);
    match every {
        Every::Week => whole(7),
        Every::TwoWeeks => whole(14),
        Every::FourWeeks => whole(28),
        Every::Weekday => {
            let past = from.iter_days().take(days as usize);
            (from + Days::new(days), past.filter(|date| date.weekday().num_days_from_monday() < 5).count())
        }
        Every::Month(_) if days == 0 => (from, 0),
        // A turn is a calendar month: it begins on the first.
        Every::Month(_) => {
            let end = until.with_day(1).unwrap_or(until);
            if end <= from { (from, 0) } else { (end, months(from, end)) }
        }
    }
}
