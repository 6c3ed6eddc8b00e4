//! When people are together, in sentences: one for each stretch of the year in which the hours stay the same.

use chrono::{Datelike, NaiveDate, Weekday};

use super::clock::{self, Clock};
use crate::availability::{Change, WEEK};
use crate::plan::overlap::Steady;
use crate::team::Member;
use crate::time::{Minutes, Offset, Span, Spans, Zone};
/// Minutes of a day.
pub(super) const DAY: i64 = Minutes::DAY.0;

/// Who is asked about, and from where it is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The chosen members.
    pub members: &'a [&'a Member],
    /// How many of them must be there.
    pub at_least: usize,
    /// Whether flexible hours count.
    pub flexible: bool,
    /// The zone of all times and dates in the sentences.
    pub zone: Zone,
    /// How times are written.
    pub clock: Clock,
}

/// A stretch of the year in which the hours stay the same on the reader's clock, and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The stretch.
    pub span: Span,
    /// Its dates in the reader's zone: `until 14 March`, `from 14 to 28 March`, `from 28 March on`.
    pub dates: String,
    /// The hours with their days: `15:00-16:30 on weekdays`; nothing where nobody is together.
    pub hours: String,
    /// Shared in a week.
    pub a_week: Minutes,
    /// The most members that are ever there together.
    pub most: usize,
    /// Who changed at its start, as a sentence without a full stop; nothing for the first.
    pub because: String,
    /// The whole sentence as one of a row: only the first names who and whose clock.
    pub words: String,
    /// The whole sentence by itself.
    pub alone: String,
}

/// A sentence for each stretch of `seasons` in which the reader's clock shows the same hours; exact for weeks without leave and
/// holidays.
pub fn sentences(asked: Asked, seasons: &[Steady]) -> Vec<Sentence> {
    let pieces = merged(pieces(asked, seasons));
    let year = pieces.first().map_or(0, |piece| first_date(piece.span, asked.zone).year());
    let count = pieces.len();
    pieces
        .into_iter()
        .enumerate()
        .map(|(index, piece)| {
            let dates = dates(piece.span, asked.zone, year, (index == 0, index + 1 == count));
            let hours = hours(&piece.week, asked.clock);
            let words = sentence(asked, index, &dates, &hours, piece.most);
            let alone = sentence(asked, 0, &dates, &hours, piece.most);
            let (a_week, because) = (piece.week.minutes(), piece.because.join("; "));
            Sentence { span: piece.span, dates, hours, a_week, most: piece.most, because, words, alone }
        })
        .collect()
}

/// The weekly windows of a stretch on the reader's clock: from Monday 00:00, as minutes of [`WEEK`].
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) week: Week,
    most: usize,
    because: Vec<String>,
}

/// Windows of a week on one clock: where they start, in minutes from Monday 00:00, and how long they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Week(pub(super) Vec<(i64, Minutes)>);

impl Week {
    /// Windows of the UTC week as a clock with this offset shows them; those that run over the week's end are whole.
    pub(super) fn shown(windows: &Spans, offset: Offset) -> Self {
        let mut found: Vec<(i64, Minutes)> =
            windows.iter().map(|span| ((span.start - WEEK.start).0, span.minutes())).collect();
        if let (Some(&(0, length)), Some(&(last, tail))) = (found.first(), found.last())
            && found.len() > 1
            && last + tail.0 == Minutes::WEEK.0
        {
            found.remove(0);
            found.pop();
            found.push((last, tail + length));
        }
        if found != [(0, Minutes::WEEK)] {
            for (start, _) in &mut found {
                *start = (*start + i64::from(offset.0)).rem_euclid(Minutes::WEEK.0);
            }
        }
        found.sort_unstable();
        Self(found)
    }

    pub(super) fn minutes(&self) -> Minutes {
        self.0.iter().map(|&(_, length)| length).sum()
    }
}

/// The seasons, cut where the reader's own clocks change.
pub(super) fn pieces(asked: Asked, seasons: &[Steady]) -> Vec<Piece> {
    let mut found = Vec::new();
    for season in seasons {
        let own = asked.zone.transitions(season.span);
        let mut start = season.span.start;
        let mut because = why(asked.members, &season.changes, season.span);
        for change in own.filter(|change| change.before != change.after) {
            if let Some(span) = Span::new(start, change.at) {
                found.push(piece(asked, season, span, std::mem::take(&mut because)));
            }
            let is_a_members = |member: &&Member| member.zone_on(asked.zone.local(change.at).date()) == asked.zone;
            if !asked.members.iter().any(is_a_members) {
                because.push(format!("clocks go {} in your zone", turned(change.before, change.after)));
            }
            start = change.at;
        }
        found.extend(Span::new(start, season.span.end).map(|span| piece(asked, season, span, because)));
    }
    found
}

fn piece(asked: Asked, season: &Steady, span: Span, because: Vec<String>) -> Piece {
    let week = Week::shown(&season.windows, asked.zone.offset_at(span.start));
    Piece { span, week, most: season.most, because }
}

/// Stretches side by side that the reader cannot tell apart are one.
pub(super) fn merged(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    for piece in pieces {
        match found.last_mut() {
            Some(last) if last.week == piece.week && last.most == piece.most => last.span.end = piece.span.end,
            _ => found.push(piece),
        }
    }
    found
}

/// The year in a sentence: `3 h a workday, except 14 to 27 March and 31 October to 6 November, when 4 h`. Workdays are five a week;
/// dates are those of `zone`.
pub fn year(seasons: &[Steady], zone: Zone) -> String {
    let mut by_length: Vec<(Minutes, Vec<Span>)> = Vec::new();
    for season in seasons {
        let daily = Minutes::ratio(season.a_week().0, 5);
        match by_length.iter_mut().find(|(known, _)| *known == daily) {
            Some((_, spans)) => match spans.last_mut().filter(|last| last.end == season.span.start) {
                Some(last) => last.end = season.span.end,
                None => spans.push(season.span),
            },
            None => by_length.push((daily, vec![season.span])),
        }
    }
    let long = |spans: &[Span]| -> Minutes { spans.iter().map(|span| span.minutes()).sum() };
    // The first of equals stays before the others.
    by_length.sort_by_key(|(_, spans)| std::cmp::Reverse(long(spans)));
    let length = |daily: Minutes| match daily {
        Minutes::ZERO => "nothing".to_owned(),
        daily => super::amount::duration(daily),
    };
    let Some(((usual, _), others)) = by_length.split_first() else { return String::new() };
    let first = seasons.first().map_or(0, |season| first_date(season.span, zone).year());
    let stretch = |span: &Span| {
        let (from, to) = (first_date(*span, zone), zone.local(span.end - Minutes(1)).date());
        // A change of clocks in the night belongs to the day that follows.
        let to = if zone.local(span.end).date() == to { to.pred_opt().unwrap_or(to).max(from) } else { to };
        if from == to { clock::date(from, first) } else { clock::dates(from, to, first) }
    };
    let exceptions = others.iter().map(|(daily, spans)| {
        let dates: Vec<String> = spans.iter().map(stretch).collect();
        format!("{}, when {}", clock::list(&dates), length(*daily))
    });
    let exceptions: Vec<String> = exceptions.collect();
    let usual = match *usual {
        Minutes::ZERO => "Nothing shared".to_owned(),
        daily => format!("{} a workday", super::amount::duration(daily)),
    };
    if exceptions.is_empty() {
        format!("{usual} all year")
    } else {
        format!("{usual}, except {}", exceptions.join("; "))
    }
}

/// Who changed at the start of a season, those with the same change together: `Clocks go forward for Ana and Bo`.
pub fn because(members: &[&Member], season: &Steady) -> Vec<String> {
    why(members, &season.changes, season.span).iter().map(|line| capital(line)).collect()
}

/// Who changed at the start of a season, those with the same change together.
fn why(members: &[&Member], changes: &[Change], season: Span) -> Vec<String> {
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for change in changes {
        let member = members[change.member];
        let turned = turned(change.before, change.after);
        let stay = member.stays.iter().find(|stay| {
            let zone = stay.place.zone;
            zone.midnight(stay.dates.first()) == season.start
        });
        let back = member.stays.iter().any(|stay| {
            stay.dates.last().succ_opt().is_some_and(|next| member.zone_on(next).midnight(next) == season.start)
        });
        let what = match stay {
            Some(stay) => format!("{} for", stay.place.short_name()),
            None if back => format!("{} again for", member.home.short_name()),
            None => format!("clocks go {turned} for"),
        };
        match groups.iter_mut().find(|(words, _)| *words == what) {
            Some((_, names)) => names.push(&member.name),
            None => groups.push((what, vec![&member.name])),
        }
    }
    groups.into_iter().map(|(what, names)| format!("{what} {}", clock::list(&names))).collect()
}

/// Which way clocks are turned, and by how much unless it is an hour.
fn turned(before: Offset, after: Offset) -> String {
    let by = after.0 - before.0;
    let way = if by > 0 { "forward" } else { "back" };
    if by.abs() == 60 { way.to_owned() } else { format!("{way} {}", super::amount::duration(Minutes(by.abs().into()))) }
}

pub(super) fn first_date(span: Span, zone: Zone) -> NaiveDate {
    zone.local(span.start).date()
}

/// The dates of a stretch: the clocks change on the night to the first, and in the night to the date that is named as its end.
pub(super) fn dates(span: Span, zone: Zone, year: i32, (first, last): (bool, bool)) -> String {
    let (start, end) = (first_date(span, zone), zone.local(span.end).date());
    match (first, last) {
        (true, true) => "all year".to_owned(),
        (true, false) => format!("until {}", clock::date(end, year)),
        (false, true) => format!("from {} on", clock::date(start, year)),
        (false, false) => format!("from {}", clock::dates(start, end, year)),
    }
}

/// The windows of a week with their days, those of the same hours together.
pub(super) fn hours(week: &Week, clock: Clock) -> String {
    if week.minutes() == Minutes::WEEK {
        return "round the clock".to_owned();
    }
    let mut groups: Vec<(Vec<String>, Vec<Weekday>)> = Vec::new();
    for day in 0..7u8 {
        let Ok(weekday) = Weekday::try_from(day) else { continue };
        let starts = week.0.iter().filter(|(start, _)| start.div_euclid(DAY) == i64::from(day));
        let ranges: Vec<String> = starts.map(|&(start, length)| clock.range(start.rem_euclid(DAY), length)).collect();
        if ranges.is_empty() {
            continue;
        }
        match groups.iter_mut().find(|(known, _)| *known == ranges) {
            Some((_, days)) => days.push(weekday),
            None => groups.push((ranges, vec![weekday])),
        }
    }
    let said: Vec<String> =
        groups.iter().map(|(ranges, days)| format!("{} {}", clock::list(ranges), clock::weekdays(days))).collect();
    said.join(", ")
}

/// The whole sentence: the first names who and whose clock, the others go on from there.
fn sentence(asked: Asked, index: usize, dates: &str, hours: &str, most: usize) -> String {
    let who = who(asked, index);
    if hours.is_empty() {
        let most = match most {
            0 => "nobody has hours".to_owned(),
            1 => "no two of them are at work together".to_owned(),
            most => format!("at most {} are at work together", clock::spelled(most)),
        };
        let none = if asked.at_least < asked.members.len() { "are never at work together" } else { "share no hours" };
        return match (asked.members.len(), index) {
            (1, _) => format!("{who} has no hours {dates}."),
            (2, _) => format!("{who} {none} {dates}."),
            (_, 0) => format!("{who} {none} {dates}: {most}."),
            _ => format!("{} they share none: {most}.", capital(dates)),
        };
    }
    if index > 0 {
        return format!("{}: {hours}.", capital(dates));
    }
    let verb = match (asked.members.len(), asked.at_least) {
        (1, _) if asked.flexible => "can work",
        (1, _) => "works",
        (all, k) if k < all => "are at work together",
        _ => "share",
    };
    // The clock is named after the first range; days and dates follow.
    let clocked = match hours.split_once(' ') {
        Some((range, rest)) if range.contains('-') => {
            format!("{range} {} {rest}", clock::zone(asked.zone)).trim_end().to_owned()
        }
        _ => hours.to_owned(),
    };
    let aside = if asked.flexible && asked.members.len() > 1 { ", flexible hours included" } else { "" };
    format!("{who} {verb} {clocked} {dates}{aside}.")
}

/// Who is together: their names if they are few, else how many.
pub(super) fn who(asked: Asked, index: usize) -> String {
    let all = asked.members.len();
    match asked.members {
        [one] => one.name.clone(),
        _ if asked.at_least < all => {
            format!("At least {} of {}", clock::spelled(asked.at_least), clock::spelled(all))
        }
        [a, b] => format!("{} and {}", a.name, b.name),
        _ if index == 0 => format!("All {}", clock::spelled(all)),
        _ => "They".to_owned(),
    }
}

pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
