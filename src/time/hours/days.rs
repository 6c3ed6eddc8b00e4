//! Weekdays, and days without times: `Mo-Fr`, `Su-Th`, `Mo,We,Fr`.

use std::fmt;

use chrono::Weekday;

const DAY_NAMES: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// The two letters of a weekday in hours and slots, such as `Mo`.
pub fn day_name(day: Weekday) -> &'static str {
    DAY_NAMES[day.num_days_from_monday() as usize]
}

/// The weekday of two letters such as `Mo`.
///
/// # Example: two letters, no more
/// ```
/// use sunwise::time::hours::{day_name, day_named};
/// assert_eq!(day_named("Mo").map(day_name), Some("Mo"));
/// assert_eq!(day_named("Mon"), None);
/// ```
pub fn day_named(name: &str) -> Option<Weekday> {
    let index = DAY_NAMES.iter().position(|&day| day == name)?;
    Weekday::try_from(index as u8).ok()
}

/// Days as ranges and singles: `Mo-We,Fr`. A run over the weekend stays whole: `Su-Th`.
pub(super) fn write_days(f: &mut fmt::Formatter<'_>, days: &[usize]) -> fmt::Result {
    let mut runs: Vec<Vec<usize>> = days.chunk_by(|a, b| a + 1 == *b).map(<[usize]>::to_vec).collect();
    if runs.len() > 1 && days.first() == Some(&0) && days.last() == Some(&6) {
        let mut over_sunday = runs.pop().unwrap_or_default();
        over_sunday.append(&mut runs[0]);
        runs[0] = over_sunday;
    }
    for (i, run) in runs.iter().enumerate() {
        if i > 0 {
            f.write_str(",")?;
        }
        match run.as_slice() {
            [one] => f.write_str(DAY_NAMES[*one])?,
            [a, b] => write!(f, "{},{}", DAY_NAMES[*a], DAY_NAMES[*b])?,
            [first, .., last] => write!(f, "{}-{}", DAY_NAMES[*first], DAY_NAMES[*last])?,
            [] => {}
        }
    }
    Ok(())
}

/// The days of `Mo-Fr`, `Su-Th` or `Mo,We,Fr`, from Monday on, each once; nothing for other texts.
///
/// # Example: over the weekend, and no days
/// ```
/// use sunwise::time::hours::{days_name, days_named};
/// assert_eq!(days_named("Th,Su-We").map(|days| days_name(&days)), Some("Su-Th".to_owned()));
/// assert_eq!(days_named("Mon-Fri"), None);
/// ```
pub fn days_named(text: &str) -> Option<Vec<Weekday>> {
    let mut days = Vec::new();
    for part in text.split(',').map(str::trim) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (mut day, last) = (day_named(first.trim())?, day_named(last.trim())?);
        days.push(day);
        while day != last {
            day = day.succ();
            days.push(day);
        }
    }
    days.sort_unstable_by_key(Weekday::num_days_from_monday);
    days.dedup();
    Some(days)
}

/// Days as [`days_named`] reads them.
pub fn days_name(days: &[Weekday]) -> String {
    struct Days(Vec<usize>);
    impl fmt::Display for Days {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write_days(f, &self.0)
        }
    }
    let mut places: Vec<usize> = days.iter().map(|day| day.num_days_from_monday() as usize).collect();
    places.sort_unstable();
    places.dedup();
    match places.len() {
        7 => "Mo-Su".to_owned(),
        _ => Days(places).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_and_written() {
        for (text, shown, count) in [
            ("Mo-Fr", "Mo-Fr", 5),
            ("Su-Th", "Su-Th", 5),
            ("We, Mo,Fr", "Mo,We,Fr", 3),
            ("Mo-Su", "Mo-Su", 7),
            ("Tu-Mo", "Mo-Su", 7),
            ("Sa", "Sa", 1),
            ("Sa,Su", "Sa,Su", 2),
        ] {
            let days = days_named(text).expect(text);
            assert_eq!((days_name(&days).as_str(), days.len()), (shown, count), "{text}");
            assert_eq!(days_named(shown), Some(days));
        }
        for text in ["", "Mon-Fri", "mo", "Mo-", "Mo;Tu", "Mo-Tu-We"] {
            assert_eq!(days_named(text), None, "{text}");
        }
    }
}
