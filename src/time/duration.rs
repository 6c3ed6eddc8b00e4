//! Durations as people write them: `11h`, `1h30m`, `90m`.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::Minutes;
use crate::spelling::did_you_mean;

/// No duration that anybody writes is longer: a hundred years.
const LONGEST: i64 = 100 * 366 * 24 * 60;

/// A text that is no duration.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{text}` is no duration{}", advice(*meant))]
pub struct NoDuration {
    /// What was written, cut to its beginning.
    pub text: String,
    /// What was probably meant.
    pub meant: Option<Minutes>,
}

fn advice(meant: Option<Minutes>) -> String {
    meant.map_or_else(
        || "; write hours and minutes, such as `1h30m`, `11h` or `45m`".to_owned(),
        |minutes| did_you_mean([minutes]),
    )
}

impl FromStr for Minutes {
    type Err = NoDuration;

    /// Reads hours, minutes, or both in this order: `11h`, `90m`, `1h30m`.
    fn from_str(text: &str) -> Result<Self, NoDuration> {
        strict(text).ok_or_else(|| NoDuration { text: text.chars().take(40).collect(), meant: guess(text) })
    }
}

fn strict(text: &str) -> Option<Minutes> {
    let (hours, minutes) = match text.split_once('h') {
        Some((hours, "")) => (hours, "0"),
        Some((hours, rest)) => (hours, rest.strip_suffix('m')?),
        None => ("0", text.strip_suffix('m')?),
    };
    let total = number(hours)?.checked_mul(60)?.checked_add(number(minutes)?)?;
    (total <= LONGEST).then_some(Minutes(total))
}

fn number(digits: &str) -> Option<i64> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// `3 hours`, `1:30`, `1.5h`, `45 min`, `1 h 30`: what people write elsewhere.
fn guess(text: &str) -> Option<Minutes> {
    if text.len() > 40 {
        return None;
    }
    let squeezed: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let of_fraction = |hours: &str| {
        let minutes = hours.replace(',', ".").parse::<f64>().ok()? * 60.0;
        let whole = minutes.fract() == 0.0 && (0.0..=LONGEST as f64).contains(&minutes);
        whole.then_some(Minutes(minutes as i64))
    };
    if let Some((hours, minutes)) = squeezed.split_once(':') {
        return strict(&format!("{hours}h{minutes}m"));
    }
    let mut short = squeezed;
    for (long, letter) in [
        ("hours", "h"),
        ("hour", "h"),
        ("hrs", "h"),
        ("hr", "h"),
        ("minutes", "m"),
        ("minute", "m"),
        ("mins", "m"),
        ("min", "m"),
    ] {
        short = short.replace(long, letter);
    }
    strict(&short)
        .or_else(|| short.contains('h').then(|| strict(&format!("{short}m"))).flatten())
        .or_else(|| of_fraction(short.strip_suffix('h')?))
}

/// In the written form, `1h30m`; `0m` for no time.
impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (hours, minutes) = (self.0.unsigned_abs() / 60, self.0.unsigned_abs() % 60);
        match (hours, minutes) {
            (0, minutes) => write!(f, "{sign}{minutes}m"),
            (hours, 0) => write!(f, "{sign}{hours}h"),
            (hours, minutes) => write!(f, "{sign}{hours}h{minutes}m"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_short_text_is_guessed_at() {
        let hint = |text: &str| text.parse::<Minutes>().expect_err("no duration").to_string();
        let (short, long) = (format!("3{}hours", " ".repeat(34)), format!("3{}hours", " ".repeat(35)));
        assert_eq!((short.len(), long.len()), (40, 41));
        assert!(hint(&short).contains("`3h`") && !hint(&long).contains("`3h`"), "{}", hint(&short));
    }

    #[test]
    fn durations_are_read() {
        for (text, minutes, shown) in
            [("11h", 660, "11h"), ("1h30m", 90, "1h30m"), ("90m", 90, "1h30m"), ("0m", 0, "0m"), ("0h5m", 5, "5m")]
        {
            assert_eq!(text.parse(), Ok(Minutes(minutes)), "{text}");
            assert_eq!(Minutes(minutes).to_string(), shown);
        }
        assert_eq!(Minutes(-90).to_string(), "-1h30m");
    }

    #[test]
    fn what_is_no_duration_gets_a_suggestion() {
        for (text, meant) in [
            ("3 hours", Some(180)),
            ("1:30", Some(90)),
            ("1.5h", Some(90)),
            ("45 min", Some(45)),
            ("1 h 30", Some(90)),
            ("11H", Some(660)),
            ("", None),
            ("h", None),
            ("-3h", None),
            ("11", None),
            ("99999999999999999999h", None),
            ("9999999h", None),
            ("soon", None),
        ] {
            let error = text.parse::<Minutes>().expect_err(text);
            assert_eq!(error.meant, meant.map(Minutes), "{text}");
        }
        assert_eq!(
            "1:30".parse::<Minutes>().expect_err("no").to_string(),
            "`1:30` is no duration; did you mean `1h30m`?"
        );
    }

    #[test]
    fn what_is_shown_is_read_again() {
        for minutes in (0..3000).chain([LONGEST]) {
            assert_eq!(Minutes(minutes).to_string().parse(), Ok(Minutes(minutes)));
        }
    }
}
