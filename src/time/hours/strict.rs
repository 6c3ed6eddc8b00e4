//! The standard syntax, read by `opening-hours-syntax`; its grammar's errors are said in people's words.

use chrono::Weekday;
use opening_hours_syntax::rules::day::WeekDayRange;
use opening_hours_syntax::rules::time::{Time, TimeSpan};
use opening_hours_syntax::rules::{RuleOperator, RuleSequence};
use opening_hours_syntax::{Error, ExtendedTime, RuleKind};

use super::error::{HoursError, Refused};
use super::time_of_day::DAY;
use super::time_range::TimeRange;
use super::typed;
use super::weekly::Hours;

/// A week of seven days with a dozen ranges each fits well.
const MOST_CHARACTERS: usize = 600;

impl Hours {
    /// Reads the standard syntax.
    ///
    /// # Errors
    /// When it is not that syntax or holds what the subset does not; with the place, and with the standard form of what was
    /// probably meant.
    ///
    /// # Example: what hours cannot hold is named, with its place
    /// ```
    /// use sunwise::time::Hours;
    /// let error = Hours::parse("Mo-Fr 25:00-26:00").unwrap_err();
    /// assert!(error.to_string().starts_with("`25:00` is no time of a day"));
    /// assert_eq!(error.at, 6);
    /// ```
    pub fn parse(text: &str) -> Result<Self, HoursError> {
        parse(text)
    }

    /// Reads what people type (`Mon-Fri 9-17`, `9am-5pm`), the standard syntax too. Hours without days are those of every day.
    ///
    /// # Errors
    /// When neither reading is possible: the error of [`Hours::parse`].
    ///
    /// # Example: as people type them
    /// ```
    /// use sunwise::time::Hours;
    /// assert_eq!(Hours::typed("Mon-Fri 9-17"), Hours::parse("Mo-Fr 09:00-17:00"));
    /// assert!(Hours::typed("whenever").is_err());
    /// ```
    pub fn typed(text: &str) -> Result<Self, HoursError> {
        parse(text).or_else(|error| error.meant.as_deref().cloned().ok_or(error))
    }
}

fn parse(text: &str) -> Result<Hours, HoursError> {
    let refuse = |refused, at| HoursError { refused, at, meant: None };
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err(refuse(Refused::Empty, 0));
    }
    if trimmed.chars().count() > MOST_CHARACTERS {
        return Err(refuse(Refused::TooLong(MOST_CHARACTERS), MOST_CHARACTERS));
    }
    let margin = text.chars().take_while(|c| c.is_whitespace()).count();
    let expression = opening_hours_syntax::parse(trimmed).map_err(|error| {
        let (refused, at) = in_words(trimmed, &error);
        HoursError { refused, at: margin + at, meant: typed::guess(trimmed).map(Box::new) }
    })?;
    let mut hours = Hours::off();
    for rule in &expression.rules {
        apply(&mut hours, rule).map_err(|what| {
            let at = margin + place_of(trimmed, what);
            HoursError { refused: Refused::Beyond(what), at, meant: None }
        })?;
    }
    Ok(hours)
}

const HOLIDAYS: &str = "holidays (`PH`, `SH`)";
const MONTHS: &str = "months and dates";
const WEEKS: &str = "week numbers";
const YEARS: &str = "years";
const NTH: &str = "an n-th weekday of a month";
const SUN: &str = "sunrise and sunset";
const OPEN_END: &str = "an open end (`+`)";
const REPEATS: &str = "a repetition (`/`)";
const COMMENT: &str = "a comment";
const UNKNOWN: &str = "`unknown`";
const FALLBACK: &str = "an alternative (`||`)";

fn apply(hours: &mut Hours, rule: &RuleSequence) -> Result<(), &'static str> {
    let days = days_of(rule)?;
    if !rule.comment.is_empty() {
        return Err(COMMENT);
    }
    let ranges = match rule.kind {
        RuleKind::Open => rule.time_selector.spans.iter().map(range_of).collect::<Result<Vec<_>, _>>()?,
        RuleKind::Closed => Vec::new(),
        RuleKind::Unknown => return Err(UNKNOWN),
    };
    for day in days {
        match rule.operator {
            RuleOperator::Normal => hours.replace(day, ranges.clone()),
            RuleOperator::Additional => hours.add(day, &ranges),
            RuleOperator::Fallback => return Err(FALLBACK),
        }
    }
    Ok(())
}

fn days_of(rule: &RuleSequence) -> Result<Vec<Weekday>, &'static str> {
    let selector = &rule.day_selector;
    for (given, what) in [
        (!selector.year.is_empty(), YEARS),
        (!selector.monthday.is_empty(), MONTHS),
        (!selector.week.is_empty(), WEEKS),
    ] {
        if given {
            return Err(what);
        }
    }
    let mut days = Vec::new();
    for weekday in &selector.weekday {
        match weekday {
            WeekDayRange::Fixed { range, offset, nth_from_start, nth_from_end } => {
                if *offset != 0 || nth_from_start.contains(&false) || nth_from_end.contains(&false) {
                    return Err(NTH);
                }
                let mut day = *range.start();
                days.push(day);
                while day != *range.end() {
                    day = day.succ();
                    days.push(day);
                }
            }
            WeekDayRange::Holiday { .. } => return Err(HOLIDAYS),
        }
    }
    if days.is_empty() {
        days.extend((0..7).filter_map(|day| Weekday::try_from(day).ok()));
    }
    Ok(days)
}

fn range_of(span: &TimeSpan) -> Result<TimeRange, &'static str> {
    if span.open_end {
        return Err(OPEN_END);
    }
    if span.repeats.is_some() {
        return Err(REPEATS);
    }
    let (Time::Fixed(start), Time::Fixed(end)) = (span.range.start, span.range.end) else {
        return Err(SUN);
    };
    let minutes = |time: ExtendedTime| time.mins_from_midnight();
    let (start, end) = (minutes(start), minutes(end));
    let end = if end <= start { end + DAY } else { end };
    // The grammar lets a range start before 24:00 and end by 48:00; anything else is met by name.
    TimeRange::new(start, end).ok_or("a range of more than two days")
}

/// What the grammar's error means, and where.
fn in_words(text: &str, error: &Error) -> (Refused, usize) {
    if let Some((time, at)) = impossible_time(text) {
        return (Refused::NoSuchTime(time), at);
    }
    match error {
        Error::Syntax(syntax) => {
            let column = match syntax.line_col {
                pest::error::LineColLocation::Pos((_, column)) | pest::error::LineColLocation::Span((_, column), _) => {
                    column
                }
            };
            let at = start_of_word(text, (column - 1).min(text.chars().count()));
            let rest: String = text.chars().skip(at).take(16).collect();
            if rest.trim().is_empty() {
                let last: String = text.chars().rev().take(16).collect::<Vec<_>>().into_iter().rev().collect();
                return (Refused::NotUnderstood(last), at);
            }
            (Refused::NotUnderstood(rest), at)
        }
        _ => (Refused::NotUnderstood(text.chars().take(16).collect()), 0),
    }
}

/// The place itself, or where the word begins in whose middle it lies (`Mon`, of which the grammar read `Mo`).
fn start_of_word(text: &str, at: usize) -> usize {
    let chars: Vec<char> = text.chars().collect();
    let in_word = |index: usize| chars.get(index).is_some_and(|c| c.is_alphabetic());
    (0..=at).rev().find(|&start| !in_word(start) || start == 0 || !in_word(start - 1)).unwrap_or(at)
}

/// The first written time (digits, a colon, digits) that no clock shows, and its place.
fn impossible_time(text: &str) -> Option<(String, usize)> {
    let chars: Vec<char> = text.chars().collect();
    for colon in 0..chars.len() {
        if chars[colon] != ':' {
            continue;
        }
        let from = (0..colon).rev().take_while(|&i| chars[i].is_ascii_digit()).last().unwrap_or(colon);
        let to = (colon + 1..chars.len()).take_while(|&i| chars[i].is_ascii_digit()).last().unwrap_or(colon);
        let number = |range: &[char]| range.iter().collect::<String>().parse::<u32>();
        let (Ok(hour), Ok(minute)) = (number(&chars[from..colon]), number(&chars[colon + 1..=to])) else {
            continue;
        };
        let is_end = chars[..from].iter().rev().find(|c| **c != ' ') == Some(&'-');
        let latest = if is_end { 48 * 60 } else { 24 * 60 - 1 };
        if minute > 59 || hour > 99 || hour * 60 + minute > latest {
            return Some((chars[from..=to].iter().collect(), from));
        }
    }
    None
}

/// About where in `text` the refused thing stands.
fn place_of(text: &str, what: &str) -> usize {
    let marks: &[&str] = match what {
        HOLIDAYS => &["PH", "SH"],
        MONTHS => &["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "easter"],
        WEEKS => &["week"],
        YEARS => &["19", "20", "21"],
        NTH => &["["],
        SUN => &["sunrise", "sunset", "dawn", "dusk"],
        OPEN_END => &["+"],
        REPEATS => &["/"],
        COMMENT => &["\""],
        UNKNOWN => &["unknown"],
        FALLBACK => &["||"],
        _ => &[],
    };
    let lower = text.to_lowercase();
    let byte = marks.iter().filter_map(|mark| lower.find(&mark.to_lowercase())).min().unwrap_or(0);
    lower[..byte].chars().count()
}
