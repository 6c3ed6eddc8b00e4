use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};

use crate::availability::{WEEK, seasons, steady_week};
use crate::plan::meet::{Ask, Attendance, suggest};
use crate::team::{Candidate, Meeting, Member, Slot, Team};
use crate::time::{Hours, Minutes, Offset, Span, Spans, TimeRange};

/// What to talk about with a candidate: the hours of both sides through the year, and the meetings.
#[derive(Clone, Debug)]
pub struct Interview {
    /// The parts of the year in which nobody's offset changes.
    pub seasons: Vec<InterviewSeason>,
    /// The team's meetings to which the candidate would come.
    pub meetings: Vec<MeetingWith>,
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
    /// The best slots with the candidate.
    pub after: Vec<Slot>,
    /// What the best slots mean for the candidate.
    pub attendance: Attendance,
}

impl MeetingWith {
    /// Whether other slots would be better with the candidate.
    pub fn moves(&self) -> bool {
        self.before != self.after
    }
}

/// What to talk about with a candidate for a hire. Meetings that cannot be planned are left out.
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
    let meetings = team.meetings.iter().filter_map(|meeting| meeting_with(team, meeting, &guest, from)).collect();
    Interview { seasons: found, meetings }
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

fn meeting_with(team: &Team, meeting: &Meeting, guest: &Member, from: NaiveDate) -> Option<MeetingWith> {
    let best = |ask: &Ask| suggest(ask, &team.policy.rates, 1).ok()?.into_iter().next();
    let mut ask = Ask::of(team, meeting, from).ok()?;
    let before = if meeting.chosen.is_empty() { best(&ask)?.slots } else { meeting.chosen.clone() };
    ask.required.push(guest);
    // They have borne nothing yet: what the others have carries no further than the plan without them.
    ask.rules.carried.clear();
    let after = best(&ask)?;
    let attendance = after.attendees.into_iter().find(|attendance| attendance.member == guest.name)?;
    Some(MeetingWith { name: meeting.name.clone(), before, after: after.slots, attendance })
}
