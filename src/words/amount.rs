//! Amounts of time as people write them.

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
    fn a_count_agrees_with_its_noun() {
        assert_eq!(
            (count(0, "gap"), count(1, "gap"), count(2, "gap")),
            ("0 gaps".into(), "1 gap".into(), "2 gaps".into())
        );
    }
}
