//! Amounts of time as people write them.

use crate::availability::Points;
use crate::time::Minutes;

/// A duration in hours and minutes: `45 min`, `8 h`, `3 h 30 min`; with a minus before it if it is negative.
pub fn duration(minutes: Minutes) -> String {
    let sign = if minutes.0 < 0 { "−" } else { "" };
    let (hours, rest) = (minutes.0.abs() / 60, minutes.0.abs() % 60);
    match (hours, rest) {
        (0, rest) => format!("{sign}{rest} min"),
        (hours, 0) => format!("{sign}{hours} h"),
        (hours, rest) => format!("{sign}{hours} h {rest:02} min"),
    }
}

/// A count with its noun: `1 shift`, `3 shifts`.
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// Points of burden: tenths below 100, whole from there on, thousands set off: `41.5`, `6 888`.
pub fn points(points: Points) -> String {
    if points.0.abs() < 99.95 { points.to_string() } else { grouped(points.0.round() as i64) }
}

/// Points of burden with their noun: `1 point`, `1.5 points`.
pub fn in_points(burden: Points) -> String {
    let number = points(burden);
    let noun = if number == "1" { "point" } else { "points" };
    format!("{number} {noun}")
}

/// A whole number with its thousands set off by a narrow space: `2 140 000`.
pub fn grouped(number: i64) -> String {
    let digits = number.abs().to_string();
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push('\u{202f}');
        }
        written.push(digit);
    }
    if number < 0 { format!("−{written}") } else { written }
}

/// Reads a duration as people type it: `11h`, `3 h 30 min`, `1:30`, `45 min`, `1.5h`.
///
/// # Errors
///
/// What is wrong and how it is written, as a sentence.
pub fn typed_duration(text: &str) -> Result<Minutes, String> {
    let refuse = || format!("`{}` is no duration; write `11h`, `1:30` or `45 min`", text.trim());
    let compact: String = text.to_lowercase().chars().filter(|letter| !letter.is_whitespace()).collect();
    if let Some((hours, minutes)) = compact.split_once(':') {
        let minutes = number(minutes).filter(|&minutes| minutes < 60.0).ok_or_else(refuse)?;
        return Ok(Minutes((number(hours).ok_or_else(refuse)? * 60.0 + minutes).round() as i64));
    }
    let (mut sum, mut rest, mut after_hours) = (0.0, compact.as_str(), false);
    while !rest.is_empty() {
        let digits = rest.find(|letter: char| letter.is_alphabetic()).unwrap_or(rest.len());
        let amount = number(&rest[..digits]).ok_or_else(refuse)?;
        rest = &rest[digits..];
        let unit = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
        sum += match &rest[..unit] {
            "h" | "hr" | "hrs" | "hour" | "hours" if !after_hours => amount * 60.0,
            "m" | "min" | "mins" | "minute" | "minutes" => amount,
            "" if after_hours => amount,
            _ => return Err(refuse()),
        };
        after_hours = rest.starts_with('h');
        rest = &rest[unit..];
    }
    if compact.is_empty() { Err(refuse()) } else { Ok(Minutes(sum.round() as i64)) }
}

/// A number of no more than a year of hours, in plain digits.
fn number(digits: &str) -> Option<f64> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    digits.parse().ok().filter(|&number: &f64| plain && number < 10_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_written_in_hours_and_minutes() {
        for (minutes, written) in
            [(0, "0 min"), (45, "45 min"), (480, "8 h"), (210, "3 h 30 min"), (65, "1 h 05 min"), (-90, "−1 h 30 min")]
        {
            assert_eq!(duration(Minutes(minutes)), written);
        }
    }

    #[test]
    fn durations_are_read_as_they_are_typed() {
        for (text, minutes) in [
            ("11h", 660),
            (" 11 h ", 660),
            ("11 hours", 660),
            ("1 hour", 60),
            ("1.5h", 90),
            ("3 h 30 min", 210),
            ("3h30", 210),
            ("1:30", 90),
            ("45 min", 45),
            ("45 minutes", 45),
            ("45m", 45),
            ("0h", 0),
        ] {
            assert_eq!(typed_duration(text), Ok(Minutes(minutes)), "{text}");
        }
        for text in ["", "11", "h", "1:75", "-3h", "soon", "3x", "1h 5 days"] {
            assert!(typed_duration(text).is_err(), "{text}");
        }
    }

    #[test]
    fn large_numbers_are_whole_and_set_off() {
        for (number, written) in
            [(0.0, "0"), (41.52, "41.5"), (99.96, "100"), (6888.4, "6\u{202f}888"), (-37_812.5, "−37\u{202f}813")]
        {
            assert_eq!(points(Points(number)), written);
        }
        assert_eq!(grouped(2_140_000), "2\u{202f}140\u{202f}000");
    }

    #[test]
    fn a_count_agrees_with_its_noun() {
        assert_eq!([1.0, 1.5, 0.0].map(|number| in_points(Points(number))), ["1 point", "1.5 points", "0 points"]);
        assert_eq!(
            (count(0, "gap"), count(1, "gap"), count(2, "gap")),
            ("0 gaps".into(), "1 gap".into(), "2 gaps".into())
        );
    }
}
