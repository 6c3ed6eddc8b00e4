//! What a week moves (SPEC section 5): clocks and moves of members, meetings with a settled slot, handoff chains.

use std::collections::HashSet;

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::handoff::{HandoffChain, Question, handoff};
use super::meet::is_held_on;
use crate::availability::{seasons, whereabouts};
use crate::team::{Meeting, Member, MemberId, Slot, Team};
use crate::time::{Instant, Minutes, Offset, Span};

/// Weeks between two times of a meeting, at most: an n-th weekday of a month.
const LONGEST_PAUSE: u64 = 5;

/// What differs in a week from the one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Briefing {
    /// The week, Monday to Monday in UTC.
    pub week: Span,
    /// Whose clock changes, by season or by moving.
    pub clocks: Vec<ClockChange>,
    /// Meetings that somebody sees at another time than the last time.
    pub meetings: Vec<MovedMeeting>,
    /// Chains of the file that are others from an instant on.
    pub chains: Vec<ChainChange>,
}

/// A member whose clock changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// Who, by their place in the team.
    pub member: MemberId,
    /// When.
    pub at: Instant,
    /// The offset until then.
    pub before: Offset,
    /// The offset from then on.
    pub after: Offset,
}

/// A settled slot of a meeting that a member sees at another time than the last time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedMeeting {
    /// The meeting.
    pub meeting: String,
    /// Which of its slots.
    pub slot: Slot,
    /// For whom, by their place in the team.
    pub member: MemberId,
    /// Their local start the last time.
    pub before: NaiveDateTime,
    /// Their local start now.
    pub after: NaiveDateTime,
}

/// A chain of the file that is another from an instant on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainChange {
    /// What the chain is called.
    pub chain: String,
    /// Who may take its legs, by their places in the team, in the order of the legs' places.
    pub members: Vec<MemberId>,
    /// From when on.
    pub at: Instant,
    /// The chain until then.
    pub before: HandoffChain,
    /// The chain from then on.
    pub after: HandoffChain,
}

impl Briefing {
    /// Whether nothing moves.
    pub fn is_quiet(&self) -> bool {
        self.clocks.is_empty() && self.meetings.is_empty() && self.chains.is_empty()
    }
}

/// What the week that begins on `monday` moves.
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
/// use sunwise::plan::briefing::briefing;
///
/// assert!(briefing(&team, "2027-01-18".parse().unwrap()).is_quiet());
/// // New York's clocks go forward on Sunday 14 March: on the 16th it is 11:00 there, not 10:00.
/// let moved = briefing(&team, "2027-03-15".parse().unwrap()).meetings;
/// assert_eq!(team.members[moved[0].member].name, "Bo");
/// assert_eq!(moved[0].after.to_string(), "2027-03-16 11:00:00");
/// ```
pub fn briefing(team: &Team, monday: NaiveDate) -> Briefing {
    let start = Instant::midnight(monday);
    let week = Span { start, end: start + Minutes::WEEK };
    Briefing { week, clocks: clocks(team, week), meetings: moved(team, monday), chains: chains(team, week) }
}

/// What makes a week differ from the one before it changed since that began.
fn since_last_week(week: Span) -> Span {
    Span { start: week.start - Minutes::WEEK, end: week.end }
}

fn clocks(team: &Team, week: Span) -> Vec<ClockChange> {
    let members: Vec<&Member> = team.members.iter().collect();
    let seasons = seasons(&members, since_last_week(week));
    let changes = seasons.iter().flat_map(|season| &season.changes);
    changes
        .map(|change| ClockChange { member: change.member, at: change.at, before: change.before, after: change.after })
        .collect()
}

fn moved(team: &Team, monday: NaiveDate) -> Vec<MovedMeeting> {
    let mut found = Vec::new();
    for meeting in &team.meetings {
        let attendees = attendees(team, meeting);
        for &slot in &meeting.chosen {
            // On every weekday it moves with whatever day of the week is the first to move.
            let days = slot.weekday.map_or(0..5, |day| {
                let day = u64::from(day.num_days_from_monday());
                day..day + 1
            });
            for &member in &attendees {
                let mut of_day = days.clone().filter_map(|day| monday.checked_add_days(Days::new(day)));
                let moved = of_day.find_map(|date| moved_on(meeting, slot, &team.members[member], date));
                found.extend(moved.map(|(before, after)| MovedMeeting {
                    meeting: meeting.name.clone(),
                    slot,
                    member,
                    before,
                    after,
                }));
            }
        }
    }
    found
}

/// Who comes to a meeting, by their places in the team.
fn attendees(team: &Team, meeting: &Meeting) -> Vec<MemberId> {
    let named = &meeting.attendees;
    let names: HashSet<&String> = named.required.iter().chain(&named.optional).collect();
    let comes = |member: &MemberId| named.required.is_empty() || names.contains(&team.members[*member].name);
    MemberId::all(team.members.len()).filter(comes).collect()
}

/// The last and the new local start, if `member` sees `slot` on the anchor's `date` at another time than the last time.
fn moved_on(meeting: &Meeting, slot: Slot, member: &Member, date: NaiveDate) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let is_held = |date: &NaiveDate| is_held_on(meeting.every, meeting.from, *date);
    let weeks_before = (1..=LONGEST_PAUSE).filter_map(|weeks| date.checked_sub_days(Days::new(7 * weeks)));
    let last = weeks_before.into_iter().find(is_held).filter(|_| is_held(&date))?;
    let local = |date: NaiveDate| {
        let at = slot.anchor.instant_at(date, slot.start.minutes());
        let here = whereabouts(member, Span { start: at, end: at + Minutes(1) });
        here.first().map(|&(_, zone)| zone.local(at))
    };
    let (before, after) = (local(last)?, local(date)?);
    (before + (date - last) != after).then_some((before, after))
}

fn chains(team: &Team, week: Span) -> Vec<ChainChange> {
    let mut found = Vec::new();
    for chain in &team.chains {
        let has_role = |&member: &MemberId| chain.role.as_ref().is_none_or(|role| team.members[member].has_role(role));
        let ids: Vec<MemberId> = MemberId::all(team.members.len()).filter(has_role).collect();
        let members: Vec<&Member> = ids.iter().map(|&member| &team.members[member]).collect();
        let usual = Question::usual(&members, &team.policy, since_last_week(week));
        let question = Question { days: &chain.days, min_live: chain.min_live.unwrap_or(usual.min_live), ..usual };
        for pair in handoff(&question).windows(2) {
            let (before, after) = (&pair[0].chain, &pair[1].chain);
            if before.legs != after.legs {
                found.push(ChainChange {
                    chain: chain.name.clone(),
                    members: ids.clone(),
                    at: pair[1].season.span.start,
                    before: before.clone(),
                    after: after.clone(),
                });
            }
        }
    }
    found
}
