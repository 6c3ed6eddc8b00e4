//! A whole set of meetings for a team (SPEC section 5): a daily sync for each group that overlaps well, one weekly slot or a
//! rotation for all, and a written update where every slot costs somebody more than a limit.
//!
//! **Groups.** Two members are tied when they share the target overlap in the worst season, on pattern availability. A group is a
//! maximal set of members who are all tied to each other ([`cover()`] says which groups are chosen).
//!
//! **Limit.** What a meeting may cost any member in a week, in the mean over the horizon. A daily sync is one slot; the weekly
//! meeting of all is one slot if that keeps the limit, else the fewest slots in turn that do. Where none do, an update is written
//! ([`Written`]).

mod ask;
mod cover;
mod missed;
mod plan;
mod written;

pub use ask::{CadenceAsk, CadenceError};
pub use cover::{Cover, Ties, cover};
pub use missed::{Miss, Missed, Proposal, missed};
pub use plan::{Cadence, Group, Plan};
pub use written::{Reading, Written};

use super::meet::{Ask, AskError, Budget, Suggestion, Untried, suggest_within};
use super::overlap::pairs;
use crate::availability::{Alike, RateMinutes};
use crate::team::{Attendees, Every, Meeting, MeetingOptions, Member, MemberId, Team};
use crate::time::{Instant, Minutes, Span};

/// The cadence of a team.
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
/// use sunwise::plan::cadence::{CadenceAsk, cadence};
///
/// let (daily, weekly) = (CadenceAsk::USUAL_DAILY, CadenceAsk::USUAL_WEEKLY);
/// let ask = CadenceAsk { team: &team, from: monday, weeks: 4, limit: CadenceAsk::USUAL_LIMIT, daily, weekly };
/// let found = cadence(&ask).unwrap();
/// assert!(found.groups.is_empty(), "they share three hours a day, less than the target");
/// assert_eq!(found.all.meeting.chosen.len(), 1, "one slot within everybody's hours");
/// ```
///
/// # Example: a team of one
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
/// use sunwise::plan::cadence::{CadenceAsk, CadenceError, cadence};
///
/// let (daily, weekly) = (CadenceAsk::USUAL_DAILY, CadenceAsk::USUAL_WEEKLY);
/// let alone = sunwise::team::Team { members: team.members[..1].to_vec(), ..team };
/// let ask = CadenceAsk { team: &alone, from: monday, weeks: 4, limit: CadenceAsk::USUAL_LIMIT, daily, weekly };
/// assert_eq!(cadence(&ask).unwrap_err(), CadenceError::TooFew(1));
/// ```
///
/// # Errors
/// When the team has less than two members, or a number is out of its range.
pub fn cadence(ask: &CadenceAsk) -> Result<Cadence, CadenceError> {
    let team = ask.team;
    if team.members.len() < 2 {
        return Err(CadenceError::TooFew(team.members.len()));
    }
    let everybody: Vec<MemberId> = MemberId::all(team.members.len()).collect();
    // A horizon that cannot be planned is refused before anything is measured.
    let weekly = draft(ask, Every::Week, &everybody, free_name(team, "Team weekly"));
    Ask::of(team, &weekly, ask.from)?;
    let cover = cover(&ties(ask));
    let name = |number: usize| match cover.groups.len() {
        1 => free_name(team, "Daily sync"),
        _ => free_name(team, &format!("Daily sync {}", number + 1)),
    };
    let mut groups = Vec::new();
    let mut is_alone = vec![true; everybody.len()];
    for (number, members) in cover.groups.iter().enumerate() {
        for &member in members {
            is_alone[member] = false;
        }
        let sync = draft(ask, Every::Weekday, members, name(number));
        groups.push(Group { members: members.clone(), plan: plan(ask, sync, members, 1)? });
    }
    Ok(Cadence {
        groups,
        is_exact: cover.is_exact,
        alone: everybody.iter().copied().filter(|&member| is_alone[member]).collect(),
        all: plan(ask, weekly, &everybody, MOST_SLOTS)?,
    })
}

/// So many slots take turns at most.
const MOST_SLOTS: u8 = 4;

/// Who shares the target with whom in the worst season. Who are alike share the same with everybody, so that one of each pattern is
/// asked about, and a second one for what they share among themselves.
fn ties(ask: &CadenceAsk) -> Ties {
    let team = &ask.team.members;
    let alike = Alike::by_pattern(&team.iter().collect::<Vec<_>>());
    let members: Vec<Vec<MemberId>> = alike.sorts().map(|sort| alike.members(sort).to_vec()).collect();
    // Of each pattern the first two, and for each of these its pattern.
    let asked =
        members.iter().enumerate().flat_map(|(pattern, own)| own.iter().take(2).map(move |who| (*who, pattern)));
    let (asked, pattern): (Vec<&Member>, Vec<usize>) = asked.map(|(who, pattern)| (&team[who], pattern)).unzip();
    let start = Instant::midnight(ask.from);
    let horizon = Span { start, end: start + Minutes(Minutes::WEEK.0 * i64::from(ask.weeks)) };
    let found = pairs(&asked, horizon, &ask.team.policy);
    let mut tied = vec![vec![false; members.len()]; members.len()];
    for pair in found.all() {
        let (a, b) = (pattern[pair.a], pattern[pair.b]);
        (tied[a][b], tied[b][a]) = (!pair.is_under_target, !pair.is_under_target);
    }
    Ties { members, tied }
}

/// A meeting of some members that has no slots yet.
fn draft(ask: &CadenceAsk, every: Every, members: &[MemberId], name: String) -> Meeting {
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
fn plan(ask: &CadenceAsk, mut meeting: Meeting, members: &[MemberId], most_slots: u8) -> Result<Plan, AskError> {
    let rates = &ask.team.policy.rates;
    let limit = ask.limit * i64::from(ask.weeks);
    let mut found: Option<Suggestion> = None;
    let mut single = RateMinutes::ZERO;
    let mut untried = Untried::default();
    let budget = Budget(Budget::USUAL.0 / u64::from(most_slots));
    for slots in 1..=most_slots {
        meeting.slots = slots;
        let mut suggested = suggest_within(&Ask::of(ask.team, &meeting, ask.from)?, rates, 1, budget)?;
        untried = untried + suggested.untried;
        let Some(next) = suggested.all.pop() else { continue };
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
    let written = (!is_kept).then(|| written::written(&ask.team.members, members, ask.from, ask.weeks)).flatten();
    Ok(Plan { meeting, best, single, written, untried })
}

#[cfg(test)]
mod tests;
