//! What the place asks, and the answers: a day with its week, and the year.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::dates;
use crate::availability::{Availability, Level};
use crate::picture::strip::{Row, Strip};
use crate::picture::{days, ribbon};
use crate::plan::briefing::briefing;
use crate::plan::overlap::{overlap, steady};
use crate::team::{Calendars, Member, Team};
use crate::time::{Instant, Minutes, Span, Zone};
use crate::words::amount;
use crate::words::briefing::lines;
use crate::words::clock::{self, Clock};
use crate::words::overlap::{Asked, Sentence, sentences, year as words_of_the_year};
use crate::words::together::headline;

/// The year: 52 weeks, in minutes.
pub const YEAR: Minutes = Minutes(52 * Minutes::WEEK.0);

/// What is asked about whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Who, by name.
    pub members: Vec<String>,
    /// How many are enough.
    pub at_least: usize,
    /// Whether flexible hours count.
    pub flexible: bool,
    /// Whose row is the first; that of `zone` unless said.
    pub from: Option<String>,
    /// The zone of times and dates.
    pub zone: Zone,
    /// The day; of the year, its first.
    pub date: NaiveDate,
    /// How times are written.
    pub clock: Clock,
    /// The day with which weeks begin.
    pub first_weekday: Weekday,
}

/// A day, and the week around it.
#[derive(Debug)]
pub struct Day {
    /// The date.
    pub date: NaiveDate,
    /// The strip of the day.
    pub strip: Strip,
    /// The windows of the week that begins with the first day of the user's weeks.
    pub week: Vec<Span>,
    /// The dates of the week, with what happens on them.
    pub dates: Vec<days::Day>,
    /// Who is away or has a holiday on the day, as short sentences.
    pub notes: Vec<String>,
    /// What the week moves, in lines to paste.
    pub briefing: Vec<String>,
    /// The zone of its times.
    pub zone: Zone,
    /// Whether flexible hours count.
    pub flexible: bool,
}

/// The year from some day on.
#[derive(Debug)]
pub struct Year {
    /// The answer for all of it.
    pub headline: String,
    /// The stretches of the year.
    pub sentences: Vec<Sentence>,
    /// The zone of its times.
    pub zone: Zone,
    /// The whole of it in a sentence.
    pub summary: String,
    /// The year as a ribbon.
    pub ribbon: ribbon::Year,
    /// Those who are asked about, with their levels through it.
    pub people: Vec<(Member, Availability)>,
    /// What their calendars say.
    pub calendars: Calendars,
}

/// A date from midnight to midnight; nothing where the zone leaves it out.
pub fn day_of(date: NaiveDate, zone: Zone) -> Option<Span> {
    Span::new(zone.midnight(date), zone.midnight(date + Days::new(1)))
}

impl Question {
    /// The same about the year that the day lies in: it begins today, or on the day where that is earlier or beyond.
    #[must_use]
    pub fn of_the_year(&self, today: NaiveDate) -> Self {
        let within = today <= self.date && self.date < today + Days::new(7 * 52);
        let first = if within { today } else { self.date };
        // The days of a week do not matter to a year.
        Self { date: first, first_weekday: Weekday::Mon, ..self.clone() }
    }

    /// The day from midnight to midnight.
    pub fn span(&self) -> Span {
        let midnight = self.zone.midnight(self.date);
        day_of(self.date, self.zone).unwrap_or(Span { start: midnight, end: midnight + Minutes::DAY })
    }

    /// Who, as members of `team`.
    pub fn members<'a>(&self, team: &'a Team) -> Vec<&'a Member> {
        self.members.iter().filter_map(|name| team.member(name)).collect()
    }

    /// The day and its week.
    pub fn day(&self, team: &Team) -> Day {
        let members = self.members(team);
        let day = self.span();
        let first = self.date - Days::new(self.date.weekday().days_since(self.first_weekday).into());
        let start = self.zone.midnight(first).min(day.start);
        let week = Span { start, end: self.zone.midnight(first + Days::new(7)).max(day.end) };
        // Windows over the week's edges are whole.
        let around = Span { start: week.start - Minutes::DAY, end: week.end + Minutes::DAY };
        let enough = overlap(&members, &team.calendars, around, Some(self.at_least), self.flexible).windows;
        let strip =
            Strip::of(self.rows(team, &members, day), &members, &team.calendars, day, self.at_least, self.flexible);
        let strip = Strip { clock: self.clock, ..strip };
        let week = enough.iter().copied().filter(|window| window.start >= week.start && window.start < week.end);
        let notes = notes(&members, &strip);
        let windows: Vec<Span> = enough.iter().copied().collect();
        let dates = dates::week(&members, &windows, self.zone, first);
        let monday = self.date - Days::new(self.date.weekday().num_days_from_monday().into());
        let briefing = lines(team, &briefing(team, monday), self.clock);
        Day {
            date: self.date,
            week: week.collect(),
            dates,
            strip,
            notes,
            briefing,
            zone: self.zone,
            flexible: self.flexible,
        }
    }

    /// The rows: the first is the chosen one, else a member who shares the reader's clock, else the reader's clock alone.
    fn rows(&self, team: &Team, members: &[&Member], day: Span) -> Vec<Row> {
        let mut rows: Vec<Row> = members.iter().map(|member| Row::of(member, &team.calendars, day)).collect();
        let first = match &self.from {
            Some(name) => rows.iter().position(|row| row.name == *name),
            None => rows.iter().position(|row| row.zone == self.zone && row.clock == own_clock(self.zone, day)),
        };
        match (first, &self.from) {
            (Some(first), _) => rows[..=first].rotate_right(1),
            (None, Some(name)) => {
                let row =
                    team.member(name).map(|member| Row { counted: false, ..Row::of(member, &team.calendars, day) });
                rows.splice(0..0, row);
            }
            (None, None) => rows.insert(0, Row::of_zone("Your clock", self.zone, day)),
        }
        rows
    }

    /// The year.
    pub fn year(&self, team: &Team) -> Year {
        let members = self.members(team);
        let start = self.zone.midnight(self.date);
        let horizon = Span { start, end: start + YEAR };
        let asked = Asked {
            members: &members,
            at_least: self.at_least,
            flexible: self.flexible,
            zone: self.zone,
            clock: self.clock,
        };
        let steady = steady(&members, horizon, self.at_least, self.flexible);
        let reach = ribbon::Year::reach(self.zone, self.date);
        let availability: Vec<Availability> =
            members.iter().map(|member| Availability::full(member, &team.calendars, reach)).collect();
        Year {
            headline: headline(asked, horizon),
            sentences: sentences(asked, &steady),
            summary: words_of_the_year(&steady, self.zone),
            zone: self.zone,
            ribbon: ribbon::Year::of(asked, &availability, &steady, self.date),
            calendars: team.calendars.clone(),
            people: members.into_iter().cloned().zip(availability).collect(),
        }
    }
}

fn own_clock(zone: Zone, day: Span) -> Vec<(Instant, crate::time::Offset)> {
    Row::of_zone("", zone, day).clock
}

/// Who is not there on the day: on leave, busy by a calendar, or with a holiday.
fn notes(members: &[&Member], strip: &Strip) -> Vec<String> {
    let mut away = Vec::new();
    let mut notes = Vec::new();
    for member in members {
        let Some(row) = strip.rows.iter().find(|row| row.name == member.name) else { continue };
        // Their date at the middle of the shown day is the one that matters most to it.
        let noon = strip.day.start + Minutes(strip.day.minutes().0 / 2);
        let date = row.local(noon).date();
        let lost: Minutes =
            row.levels.iter().filter(|&&(_, level)| level == Level::Away).map(|(span, _)| span.minutes()).sum();
        let ends = [strip.day.start, strip.day.end - Minutes(1)].map(|at| row.local(at).date());
        if lost > Minutes::ZERO && ends.into_iter().any(|date| member.is_on_leave(date)) {
            away.push(member.name.as_str());
        } else if lost > Minutes::ZERO {
            notes.push(format!("{} is busy for {}", member.name, amount::duration(lost)));
        } else if let Some(holiday) = member.holiday_region().and_then(|region| region.holiday(date)) {
            notes.push(format!("{} has a holiday ({})", member.name, holiday.name));
        }
    }
    if !away.is_empty() {
        let verb = if away.len() == 1 { "is" } else { "are" };
        notes.insert(0, format!("{} {verb} away", clock::list(&away)));
    }
    notes
}
