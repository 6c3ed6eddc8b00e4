//! What to talk about with a candidate.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};

use crate::availability::{WEEK, seasons, steady_week};
use crate::plan::meet::{Ask, AskError, Attendance, suggest, weigh};
use crate::team::{Candidate, Meeting, Member, Slot, Team};
use crate::time::{Hours, Minutes, Offset, Span, Spans, TimeRange};

/// What to talk about with a candidate: the hours of both sides through the year, and the meetings.
#[derive(Clone, Debug)]
pub struct Interview {
    /// The parts of the year in which nobody's offset changes.
    pub seasons: Vec<InterviewSeason>,
    /// The team's meetings to which the candidate would come.
    pub meetings: Vec<MeetingWith>,
    /// Those of the team's meetings that cannot be planned, each with the reason.
    pub unplanned: Vec<(String, AskError)>,
}

/// The hours of both sides in a part of the year.
#[derive(Clone, Debug)]
pub struct InterviewSeason {
    /// Its time.
    pub span: Span,
    /// The candidate's offset.
    pub offset: Offset,
    /// Everybody of the team, in its order.
    pub members: Vec<WithMember>,
}

/// The hours of a member and a candidate in a steady week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithMember {
    /// Who.
    pub member: String,
    /// The member's hours on the candidate's clock.
    pub theirs: Hours,
    /// The candidate's hours on the member's clock.
    pub candidates: Hours,
    /// What both share, on the candidate's clock.
    pub shared: Hours,
    /// The same in a week.
    pub a_week: Minutes,
}

/// A meeting with a candidate among those who come.
#[derive(Clone, Debug)]
pub struct MeetingWith {
    /// What it is called.
    pub name: String,
    /// The slots without the candidate: those that were settled on, or else the best.
    pub before: Vec<Slot>,
    /// The best slots with the candidate, where they are others than the best without them.
    pub moved: Option<Vec<Slot>>,
    /// What the meeting then means for the candidate.
    pub attendance: Attendance,
}

/// What to talk about with a candidate for a hire.
pub fn interview(team: &Team, candidate: &Candidate, horizon: Span) -> Interview {
    let guest = Member::new(candidate.name.clone(), candidate.place, candidate.hours.clone());
    let everybody: Vec<&Member> = [&guest].into_iter().chain(&team.members).collect();
    let mut found: Vec<InterviewSeason> = Vec::new();
    for season in seasons(&everybody, horizon) {
        let offset = season.offsets[0];
        let members = team.members.iter().zip(&season.offsets[1..]);
        let members: Vec<WithMember> = members.map(|(member, &theirs)| with(member, theirs, &guest, offset)).collect();
        match found.last_mut() {
            Some(last) if last.members == members && last.offset == offset => last.span.end = season.span.end,
            _ => found.push(InterviewSeason { span: season.span, offset, members }),
        }
    }
    let from = horizon.start.utc().date();
    let (mut meetings, mut unplanned) = (Vec::new(), Vec::new());
    for meeting in &team.meetings {
        match meeting_with(team, meeting, &guest, from) {
            Ok(found) => meetings.extend(found),
            Err(error) => unplanned.push((meeting.name.clone(), error)),
        }
    }
    Interview { seasons: found, meetings, unplanned }
}

fn with(member: &Member, theirs: Offset, guest: &Member, offset: Offset) -> WithMember {
    let ahead = i32::from(offset.0) - i32::from(theirs.0);
    let shared = steady_week(&member.hours, theirs).intersection(&steady_week(&guest.hours, offset));
    WithMember {
        member: member.name.clone(),
        theirs: member.hours.shifted(ahead),
        candidates: guest.hours.shifted(-ahead),
        a_week: shared.minutes(),
        shared: on_clock(&shared, offset),
    }
}

/// Spans of a steady week as weekly hours on a clock.
fn on_clock(week: &Spans, offset: Offset) -> Hours {
    let mut days: BTreeMap<u8, Vec<TimeRange>> = BTreeMap::new();
    for span in joined(week) {
        let start = ((span.start - WEEK.start) + offset.minutes()).0.rem_euclid(Minutes::WEEK.0);
        let minute = (start % Minutes::DAY.0) as u16;
        let range = TimeRange::new(minute, minute + span.minutes().0 as u16);
        days.entry((start / Minutes::DAY.0) as u8).or_default().extend(range);
    }
    let mut hours = Hours::off();
    for (day, ranges) in days {
        hours = hours.with(Weekday::try_from(day).unwrap_or(Weekday::Mon), ranges);
    }
    hours
}

/// The spans of a week, of which one over its end is whole.
fn joined(week: &Spans) -> Vec<Span> {
    let mut spans = week.as_slice().to_vec();
    if let [first, .., last] = spans.as_slice()
        && first.start == WEEK.start
        && last.end == WEEK.end
    {
        let whole = Span { start: last.start, end: last.end + first.minutes() };
        spans.pop();
        spans[0] = whole;
    }
    spans
}

/// A meeting with the candidate; none where there is no slot at all.
fn meeting_with(
    team: &Team,
    meeting: &Meeting,
    guest: &Member,
    from: NaiveDate,
) -> Result<Option<MeetingWith>, AskError> {
    let rates = &team.policy.rates;
    let best = |ask: &Ask| suggest(ask, rates, 1).map(|found| found.into_iter().next());
    let mut ask = Ask::of(team, meeting, from)?;
    // The candidate has borne nothing yet: what others carry would move a meeting by itself.
    ask.rules.carried.clear();
    ask.rules.keep.clone_from(&meeting.chosen);
    let without = best(&ask)?;
    ask.required.push(guest);
    let Some((without, with)) = without.zip(best(&ask)?) else { return Ok(None) };
    let before = if meeting.chosen.is_empty() { without.slots.clone() } else { meeting.chosen.clone() };
    let moved = (with.slots != without.slots && with.slots != before).then_some(with.slots);
    let meant = weigh(&ask, rates, moved.as_ref().unwrap_or(&before))?;
    let attendance =
        meant.attendees.into_iter().find(|attendance| meant.names[attendance.member.index()] == guest.name);
    Ok(attendance.map(|attendance| MeetingWith { name: meeting.name.clone(), before, moved, attendance }))
}
