//! Dates as people type them.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::time::{DatesError, HORIZON_END, HORIZON_START};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Reads a date: `2027-03-29`, `29 Mar`, `March 29th, 2027`, `29.3.`, `Mon 29 Mar`, `tomorrow`, `friday`. Without a year, and of a
/// weekday alone, the first such date from `today` on is meant. With slashes, one of the numbers must say that it is the day.
///
/// # Errors
///
/// What is wrong and how it is written, as a sentence.
pub fn date(text: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    let text = text.trim().to_lowercase();
    let named = match text.as_str() {
        "today" => Some(today),
        "tomorrow" => today.succ_opt(),
        "yesterday" => today.pred_opt(),
        _ => weekday(&text).and_then(|day| (0..7).map(|on| today + Days::new(on)).find(|date| date.weekday() == day)),
    };
    let found = match named {
        Some(date) => Some(date),
        None => iso(&text).or_else(|| in_parts(&text, today)),
    };
    let shown: String = text.chars().take(40).collect();
    let date = found.ok_or_else(|| format!("`{shown}` is no date; write `29 Mar`, `2027-03-29` or `friday`"))?;
    let within = (HORIZON_START..HORIZON_END).contains(&date);
    if within { Ok(date) } else { Err(DatesError::BeyondRules(date).to_string()) }
}

/// `2027-03-29`, `2027/3/29`.
fn iso(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    let &[year, month, day] = parts.as_slice() else { return None };
    NaiveDate::from_ymd_opt(number(year).filter(|_| year.len() == 4)? as i32, number(month)?, number(day)?)
}

/// Day and month in either order, with or without a year and a weekday.
fn in_parts(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let slashed = text.contains('/');
    let mut month = None;
    let mut numbers = Vec::new();
    for part in text.split([' ', ',', '.', '/', '-', '\t']).filter(|part| !part.is_empty()) {
        let plain = ["st", "nd", "rd", "th"].iter().find_map(|ending| part.strip_suffix(ending)).unwrap_or(part);
        if let Some(number) = number(plain) {
            numbers.push(number);
        } else if let Some(named) = begins(&MONTHS, part) {
            month = Some(named as u32 + 1);
        } else if part != "of" && weekday(part).is_none() {
            return None;
        }
    }
    if let (None, true, [first, second, ..]) = (month, slashed, numbers.as_mut_slice()) {
        if *first <= 12 && *second <= 12 && first != second {
            return None;
        }
        if *second > 12 {
            std::mem::swap(first, second);
        }
    }
    let ((Some(month), &[day, ref year @ ..]) | (None, &[day, month, ref year @ ..])) = (month, numbers.as_slice())
    else {
        return None;
    };
    let year = match year {
        [] => None,
        &[year] => Some(year),
        _ => return None,
    };
    match year {
        Some(short @ 0..100) => NaiveDate::from_ymd_opt(2000 + short as i32, month, day),
        Some(year) => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day),
        // Of 29 February the next that there is: eight years may lie between two.
        None => {
            (0..=8).filter_map(|on| NaiveDate::from_ymd_opt(today.year() + on, month, day)).find(|&date| date >= today)
        }
    }
}

fn weekday(text: &str) -> Option<Weekday> {
    begins(&DAYS, text).and_then(|day| Weekday::try_from(day as u8).ok())
}

/// The name that a word of three letters or more begins; of the days two are enough where no other begins so.
fn begins(names: &[&str], word: &str) -> Option<usize> {
    let least = if names.len() == 7 { 2 } else { 3 };
    (word.len() >= least).then(|| names.iter().position(|name| name.starts_with(word))).flatten()
}

fn number(digits: &str) -> Option<u32> {
    let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_typed() {
        // A Tuesday.
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a date");
        for (text, meant) in [
            ("2027-03-29", "2027-03-29"),
            ("2027/3/9", "2027-03-09"),
            ("29 Mar", "2027-03-29"),
            ("mar 29", "2027-03-29"),
            ("29 March 2028", "2028-03-29"),
            ("March 29th, 2028", "2028-03-29"),
            ("the-x", ""),
            ("Mon 29 Mar 2027", "2027-03-29"),
            ("29.3.", "2027-03-29"),
            ("24.11.", "2026-11-24"),
            ("23.11", "2027-11-23"),
            ("29.3.27", "2027-03-29"),
            ("29/3", "2027-03-29"),
            ("3/29", "2027-03-29"),
            ("3/29/2028", "2028-03-29"),
            ("3/4", ""),
            ("4/4", "2027-04-04"),
            ("today", "2026-11-24"),
            (" Tomorrow ", "2026-11-25"),
            ("tue", "2026-11-24"),
            ("Monday", "2026-11-30"),
            ("fr", "2026-11-27"),
            ("29 feb", "2028-02-29"),
            ("30 feb", ""),
            ("1 of june", "2027-06-01"),
            ("", ""),
            ("29", ""),
            ("29 3 27 1", ""),
            ("99999999999 mar", ""),
            ("ü 3", ""),
        ] {
            let found = date(text, today).map(|date| date.to_string());
            assert_eq!(found.as_deref().unwrap_or_default(), meant, "{text}: {found:?}");
        }
        assert!(date("29 mar 1999", today).expect_err("no rules").contains("2000 to 2099"));
    }
}
