//! A whole set of meetings for a team (SPEC section 5): a daily sync for each group that overlaps well, one weekly slot or a
//! rotation for all, and a written update where every slot costs somebody more than a limit.
//!
//! **Groups.** Two members are tied when they share the target overlap in the worst season, on pattern availability. A group is a
//! maximal set of members who are all tied to each other ([`cover()`] says which groups are chosen).
//!
//! **Limit.** What a meeting may cost any member in a week, in the mean over the horizon. A daily sync is one slot; the weekly
//! meeting of all is one slot if that keeps the limit, else the fewest slots in turn that do. Where none do, an update is written
//! ([`Written`]).

mod cover;
mod missed;
mod written;

pub use cover::{Cover, cover};
pub use missed::{Miss, Missed, Proposal, missed};
pub use written::{Reading, Written};

use chrono::NaiveDate;
use thiserror::Error;

use super::meet::{Ask, AskError, Suggestion, suggest};
use super::overlap::pairs;
use crate::availability::RateMinutes;
use crate::team::{Attendees, Every, Meeting, MeetingOptions, Member, Team};
use crate::time::{Instant, Minutes, Span};

/// For whom a cadence is planned, and within which limit.
#[derive(Clone, Copy, Debug)]
pub struct CadenceAsk<'a> {
    /// The team, all of it.
    pub team: &'a Team,
    /// The first date.
    pub from: NaiveDate,
    /// Weeks of the horizon.
    pub weeks: u16,
    /// What a meeting may cost anybody in a week, in the mean.
    pub limit: RateMinutes,
    /// The length of a daily sync.
    pub daily: Minutes,
    /// The length of the weekly meeting of all.
    pub weekly: Minutes,
}

impl CadenceAsk<'_> {
    /// Two points a week: an hour outside all hours every second week and a little, but not every week, and a night only once in
    /// five weeks.
    pub const USUAL_LIMIT: RateMinutes = RateMinutes(2 * 60);
    /// A quarter of an hour.
    pub const USUAL_DAILY: Minutes = Minutes(15);
    /// An hour.
    pub const USUAL_WEEKLY: Minutes = Minutes::HOUR;
}

/// A whole set of meetings.
#[derive(Clone, Debug)]
pub struct Cadence {
    /// Who meets every day.
    pub groups: Vec<Group>,
    /// Whether no better choice of groups exists.
    pub is_exact: bool,
    /// Who is tied to nobody, by name.
    pub alone: Vec<String>,
    /// The weekly meeting of all.
    pub all: Plan,
}

/// Members who overlap well, with their daily sync.
#[derive(Clone, Debug)]
pub struct Group {
    /// Who, by name, in the team's order.
    pub members: Vec<String>,
    /// Their daily sync.
    pub plan: Plan,
}

/// A meeting, or why it is none.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The meeting with the slots found, ready to be added to the team; without slots if it should be written.
    pub meeting: Meeting,
    /// The best slots: those of the meeting, or those that cost too much.
    pub best: Suggestion,
    /// What the best single slot costs the worst-off, over the horizon.
    pub single: RateMinutes,
    /// The update that is written instead of meeting; none if the meeting keeps the limit.
    pub written: Option<Written>,
}

impl Plan {
    /// What the best slots cost the worst-off in a week, in the mean.
    pub fn worst_a_week(&self) -> RateMinutes {
        a_week(self.best.cost.worst, self.meeting.weeks)
    }

    /// What the best single slot costs the worst-off in a week, in the mean.
    pub fn single_a_week(&self) -> RateMinutes {
        a_week(self.single, self.meeting.weeks)
    }
}

fn a_week(over_all: RateMinutes, weeks: u16) -> RateMinutes {
    RateMinutes(Minutes::ratio(over_all.0, i64::from(weeks.max(1))).0)
}

/// Why no cadence can be planned.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CadenceError {
    /// There is nobody to meet.
    #[error("a cadence needs at least two members; the team has {0}")]
    TooFew(usize),
    /// A meeting of it cannot be planned.
    #[error(transparent)]
    Meeting(#[from] AskError),
}

/// The cadence of a team.
///
/// # Errors
/// When the team has less than two members, or a number is out of its range.
pub fn cadence(ask: &CadenceAsk) -> Result<Cadence, CadenceError> {
    let team = ask.team;
    if team.members.len() < 2 {
        return Err(CadenceError::TooFew(team.members.len()));
    }
    let everybody: Vec<usize> = (0..team.members.len()).collect();
    // A horizon that cannot be planned is refused before anything is measured.
    let weekly = draft(ask, Every::Week, &everybody, free_name(team, "Team weekly"));
    Ask::of(team, &weekly, ask.from)?;
    let ties = ties(ask);
    let cover = cover(&ties);
    let name = |number: usize| match cover.groups.len() {
        1 => free_name(team, "Daily sync"),
        _ => free_name(team, &format!("Daily sync {}", number + 1)),
    };
    let mut groups = Vec::new();
    for (number, group) in cover.groups.iter().enumerate() {
        let members = group.iter().map(|&member| team.members[member].name.clone()).collect();
        let sync = draft(ask, Every::Weekday, group, name(number));
        groups.push(Group { members, plan: plan(ask, sync, 1)? });
    }
    let is_alone = |&&member: &&usize| cover.groups.iter().all(|group| !group.contains(&member));
    let alone = everybody.iter().filter(is_alone).map(|&member| team.members[member].name.clone()).collect();
    Ok(Cadence { groups, is_exact: cover.is_exact, alone, all: plan(ask, weekly, MOST_SLOTS)? })
}

/// So many slots take turns at most.
const MOST_SLOTS: u8 = 4;

/// Who shares the target with whom in the worst season.
fn ties(ask: &CadenceAsk) -> Vec<Vec<bool>> {
    let members: Vec<&Member> = ask.team.members.iter().collect();
    let start = Instant::midnight(ask.from);
    let horizon = Span { start, end: start + Minutes(Minutes::WEEK.0 * i64::from(ask.weeks)) };
    let found = pairs(&members, horizon, &ask.team.policy);
    let mut ties = vec![vec![false; members.len()]; members.len()];
    for pair in found.all() {
        ties[pair.a][pair.b.index()] = !pair.is_under_target;
        ties[pair.b][pair.a.index()] = !pair.is_under_target;
    }
    ties
}

/// A meeting of some members that has no slots yet.
fn draft(ask: &CadenceAsk, every: Every, members: &[usize], name: String) -> Meeting {
    let all = members.len() == ask.team.members.len();
    let names = members.iter().map(|&member| ask.team.members[member].name.clone());
    Meeting {
        name,
        minutes: if every == Every::Weekday { ask.daily } else { ask.weekly },
        every,
        // Everybody, those included who come later, when nobody is named.
        attendees: Attendees { required: if all { Vec::new() } else { names.collect() }, optional: Vec::new() },
        slots: 1,
        from: Some(ask.from),
        weeks: ask.weeks,
        chosen: Vec::new(),
        options: MeetingOptions::default(),
    }
}

/// A name that no meeting of the team has.
fn free_name(team: &Team, wanted: &str) -> String {
    let numbered = (2..).map(|number| format!("{wanted} ({number})"));
    let is_free = |name: &String| team.meetings.iter().all(|meeting| meeting.name != *name);
    std::iter::once(wanted.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
}

/// The fewest slots in turn that keep the limit, or the update that is written instead.
fn plan(ask: &CadenceAsk, mut meeting: Meeting, most_slots: u8) -> Result<Plan, AskError> {
    let rates = &ask.team.policy.rates;
    let limit = ask.limit * i64::from(ask.weeks);
    let mut found: Option<Suggestion> = None;
    let mut single = RateMinutes::ZERO;
    for slots in 1..=most_slots {
        meeting.slots = slots;
        let mut suggested = suggest(&Ask::of(ask.team, &meeting, ask.from)?, rates, 1)?;
        let Some(next) = suggested.pop() else { continue };
        if slots == 1 {
            single = next.cost.worst;
        }
        let is_kept = next.cost.worst <= limit;
        if found.as_ref().is_none_or(|best| next.cost.worst < best.cost.worst) {
            found = Some(next);
        }
        if is_kept {
            break;
        }
    }
    let best = found.ok_or(AskError::NoOccurrence { from: ask.from, weeks: ask.weeks })?;
    meeting.slots = best.slots.len() as u8;
    let is_kept = best.cost.worst <= limit;
    if is_kept {
        meeting.chosen.clone_from(&best.slots);
    }
    let readers: Vec<&Member> = Ask::of(ask.team, &meeting, ask.from)?.required;
    let written = (!is_kept).then(|| written::written(&readers, ask.from, ask.weeks)).flatten();
    Ok(Plan { meeting, best, single, written })
}

#[cfg(test)]
mod tests;
