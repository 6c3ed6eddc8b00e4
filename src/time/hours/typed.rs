//! What people type when they mean hours: `Mon-Fri 9-17`, `9am-5pm`, `weekdays 9:30 to 5`.

use chrono::Weekday;

use super::time_of_day::{DAY, NoTimeOfDay, TimeOfDay};
use super::time_range::TimeRange;
use super::weekly::Hours;

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Days(Vec<Weekday>),
    Time { minutes: u16, half: Option<Half>, bare_hour: bool },
    To,
    And,
    Off,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Half {
    Morning,
    Afternoon,
}

impl TimeOfDay {
    /// Reads a time as people type it: `9`, `9:30`, `21.30`, `0930`, `9h30`, `9pm`, `9:30 a.m.`, `noon`, `midnight`.
    ///
    /// # Errors
    /// When it is none of these.
    ///
    /// # Example: as people type it
    /// ```
    /// use sunwise::time::TimeOfDay;
    /// assert_eq!(TimeOfDay::typed("9pm").unwrap().to_string(), "21:00");
    /// assert!(TimeOfDay::typed("soon").is_err());
    /// ```
    pub fn typed(text: &str) -> Result<Self, NoTimeOfDay> {
        guess_time(text).ok_or_else(|| NoTimeOfDay(text.trim().chars().take(40).collect()))
    }
}

/// The hours that `text` probably means, when every part of it is understood.
pub(super) fn guess(text: &str) -> Option<Hours> {
    let tokens = tokens(&text.to_lowercase())?;
    let mut hours = Hours::off();
    let mut rest = tokens.as_slice();
    let mut any = false;
    while !rest.is_empty() {
        rest = after_joints(rest);
        if rest.is_empty() {
            break;
        }
        let (days, after) = take_days(rest);
        let (ranges, after) = take_ranges(after)?;
        for day in days {
            hours.replace(day, ranges.clone());
        }
        any = true;
        rest = after;
    }
    any.then_some(hours)
}

/// The time of day that `text` means, when it is one: `9`, `9:30`, `21.30`, `0930`, `9pm`, `noon`.
fn guess_time(text: &str) -> Option<TimeOfDay> {
    match tokens(&text.to_lowercase())?.as_slice() {
        &[Token::Time { minutes, half, .. }] => TimeOfDay::from_minutes(on_the_clock(minutes, half)? % DAY),
        _ => None,
    }
}

fn after_joints(mut tokens: &[Token]) -> &[Token] {
    while let [Token::And, rest @ ..] = tokens {
        tokens = rest;
    }
    tokens
}

/// The days at the front; all seven when none are named.
fn take_days(mut tokens: &[Token]) -> (Vec<Weekday>, &[Token]) {
    let mut days: Vec<Weekday> = Vec::new();
    loop {
        match tokens {
            [Token::Days(from), Token::To, Token::Days(to), rest @ ..] if from.len() == 1 && to.len() == 1 => {
                let mut day = from[0];
                days.push(day);
                while day != to[0] {
                    day = day.succ();
                    days.push(day);
                }
                tokens = rest;
            }
            [Token::Days(some), rest @ ..] => {
                days.extend(some);
                tokens = rest;
            }
            [Token::And, rest @ ..] if matches!(after_joints(rest), [Token::Days(_), ..]) => tokens = rest,
            _ => break,
        }
    }
    if days.is_empty() {
        days.extend((0..7).filter_map(|day| Weekday::try_from(day).ok()));
    }
    (days, after_joints(tokens))
}

/// The ranges at the front, at least one; `off` is none.
fn take_ranges(mut tokens: &[Token]) -> Option<(Vec<TimeRange>, &[Token])> {
    if let [Token::Off, rest @ ..] = tokens {
        return Some((Vec::new(), rest));
    }
    let mut ranges = Vec::new();
    while let [from @ Token::Time { .. }, Token::To, to @ Token::Time { .. }, rest @ ..] = tokens {
        ranges.push(range(from, to)?);
        tokens = rest;
        match after_joints(rest) {
            next @ [Token::Time { .. }, ..] => tokens = next,
            _ => break,
        }
    }
    (!ranges.is_empty()).then_some((ranges, tokens))
}

/// `9-5` is a working day, `1-5pm` an afternoon, `22-6` a night.
fn range(from: &Token, to: &Token) -> Option<TimeRange> {
    let (
        &Token::Time { minutes: start, half: start_half, bare_hour },
        &Token::Time { minutes: end, half: end_half, bare_hour: bare_end },
    ) = (from, to)
    else {
        return None;
    };
    let noon = DAY / 2;
    let mut from = on_the_clock(start, start_half)?;
    let mut to = on_the_clock(end, end_half)?;
    if start_half.is_none() && end_half == Some(Half::Afternoon) && start < noon && from + noon < to && bare_hour {
        from += noon;
    } else if end_half.is_none() && bare_end && end < noon && from < noon && to <= from {
        to += noon;
    } else if end_half.is_none()
        && start_half == Some(Half::Afternoon)
        && end <= noon
        && to <= from
        && end + noon > from
    {
        to = end + noon;
    }
    if from == DAY {
        from = 0;
    }
    TimeRange::new(from, if to <= from { to + DAY } else { to })
}

fn on_the_clock(minutes: u16, half: Option<Half>) -> Option<u16> {
    let noon = DAY / 2;
    match half {
        None => (minutes <= DAY).then_some(minutes),
        Some(_) if minutes > noon + 59 => None,
        Some(Half::Morning) => Some(minutes % noon),
        Some(Half::Afternoon) => Some(minutes % noon + noon),
    }
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        if c.is_whitespace() || c == '.' || c == ':' {
            at += 1;
        } else if c.is_ascii_digit() {
            let (token, next) = time(&chars, at)?;
            tokens.push(token);
            at = next;
        } else if c.is_alphabetic() {
            let end = (at..chars.len()).find(|&i| !chars[i].is_alphabetic()).unwrap_or(chars.len());
            tokens.push(word(&chars[at..end].iter().collect::<String>())?);
            at = end;
        } else {
            tokens.push(match c {
                '-' | '–' | '—' | '−' | '‐' | '~' => Token::To,
                ',' | ';' | '&' | '+' | '|' | '/' => Token::And,
                _ => return None,
            });
            at += 1;
        }
    }
    Some(tokens)
}

/// `9`, `9:30`, `9.30`, `0930`, `9h30`, each with or without `am` or `pm`.
fn time(chars: &[char], at: usize) -> Option<(Token, usize)> {
    let digits = |from: usize| (from..chars.len()).take_while(|&i| chars[i].is_ascii_digit()).count();
    let number = |from: usize, len: usize| chars[from..from + len].iter().collect::<String>().parse::<u16>().ok();
    let len = digits(at);
    let (mut hour, mut minute, mut next) = (number(at, len.min(4))?, 0, at + len);
    let mut bare_hour = len <= 2;
    if len == 4 || len == 3 {
        (hour, minute) = (hour / 100, hour % 100);
    } else if len > 2 {
        return None;
    } else if next < chars.len() && matches!(chars[next], ':' | '.' | 'h') && digits(next + 1) == 2 {
        minute = number(next + 1, 2)?;
        bare_hour = len == 1;
        next += 3;
    } else if chars.get(next) == Some(&'h') {
        next += 1;
    }
    if hour > 24 || minute > 59 {
        return None;
    }
    let (half, next) = half(chars, next);
    Some((Token::Time { minutes: hour * 60 + minute, half, bare_hour }, next))
}

/// `am`, `a.m.`, `pm` or `p.m.` after a time.
fn half(chars: &[char], at: usize) -> (Option<Half>, usize) {
    let start = (at..chars.len()).find(|&i| chars[i] != ' ').unwrap_or(at);
    for (text, half) in
        [("a.m.", Half::Morning), ("p.m.", Half::Afternoon), ("am", Half::Morning), ("pm", Half::Afternoon)]
    {
        let end = start + text.len();
        if end <= chars.len()
            && chars[start..end].iter().copied().eq(text.chars())
            && !chars.get(end).is_some_and(|c| c.is_alphabetic())
        {
            return (Some(half), end);
        }
    }
    (None, at)
}

fn word(word: &str) -> Option<Token> {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let at = |hour: u16| Token::Time { minutes: hour * 60, half: None, bare_hour: false };
    Some(match word {
        "mo" | "mon" | "monday" | "mondays" => Token::Days(vec![Mon]),
        "tu" | "tue" | "tues" | "tuesday" | "tuesdays" => Token::Days(vec![Tue]),
        "we" | "wed" | "weds" | "wednesday" | "wednesdays" => Token::Days(vec![Wed]),
        "th" | "thu" | "thur" | "thurs" | "thursday" | "thursdays" => Token::Days(vec![Thu]),
        "fr" | "fri" | "friday" | "fridays" => Token::Days(vec![Fri]),
        "sa" | "sat" | "saturday" | "saturdays" => Token::Days(vec![Sat]),
        "su" | "sun" | "sunday" | "sundays" => Token::Days(vec![Sun]),
        "weekday" | "weekdays" | "workday" | "workdays" => Token::Days(vec![Mon, Tue, Wed, Thu, Fri]),
        "weekend" | "weekends" => Token::Days(vec![Sat, Sun]),
        "daily" | "day" | "days" | "everyday" => Token::Days(vec![Mon, Tue, Wed, Thu, Fri, Sat, Sun]),
        "to" | "till" | "til" | "until" | "through" | "thru" => Token::To,
        "and" | "from" | "on" | "at" | "every" => Token::And,
        "off" | "closed" | "none" => Token::Off,
        "noon" | "midday" => at(12),
        "midnight" => at(24),
        _ => return None,
    })
}
