//! Dates of a file, and what was meant where there is none.

use chrono::{Datelike, NaiveDate};

use super::decoder::Decoder;
use crate::spelling::did_you_mean;
use crate::team::ron::Node;
use crate::time::{DatesError, HORIZON_END, HORIZON_START};

impl Decoder<'_> {
    /// A date in the years that are planned.
    pub(super) fn date(&mut self, node: &Node) -> Option<NaiveDate> {
        let text = self.text(node)?;
        let message = match date(text) {
            Ok(date) if (HORIZON_START..HORIZON_END).contains(&date) => return Some(date),
            Ok(date) => DatesError::BeyondRules(date).to_string(),
            Err(message) => message,
        };
        self.error(node.range.clone(), message);
        None
    }
}

/// A date of the calendar, or what is wrong with the text.
pub(super) fn date(text: &str) -> Result<NaiveDate, String> {
    let shown: String = text.chars().take(40).collect();
    let refuse = |meant: Option<NaiveDate>| {
        let advice = "; write year, month and day, such as `2027-01-04`".to_owned();
        format!("`{shown}` is no date{}", meant.map_or(advice, |date| did_you_mean(Some(date))))
    };
    let digits = |part: &str, len| part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return Err(refuse(guess(text))) };
    if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        return Err(refuse(guess(text)));
    }
    let number = |part: &str| part.parse::<u32>().unwrap_or_default();
    NaiveDate::from_ymd_opt(number(year) as i32, number(month), number(day)).ok_or_else(|| {
        match days_of_month(number(year) as i32, number(month)) {
            Some(days) => format!("there is no `{shown}`: that month has {days} days"),
            None => format!("there is no `{shown}`: a year has the months 01 to 12"),
        }
    })
}

/// `2027-1-4`, `2027/01/04`, `2027.1.4`: the year first, so that nothing is ambiguous.
fn guess(text: &str) -> Option<NaiveDate> {
    let parts: Vec<u32> = text.split(['-', '/', '.']).map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let [year @ 1000..=9999, month, day] = parts[..] else { return None };
    NaiveDate::from_ymd_opt(year as i32, month, day)
}

fn days_of_month(year: i32, month: u32) -> Option<u32> {
    let next = NaiveDate::from_ymd_opt(if month == 12 { year + 1 } else { year }, month % 12 + 1, 1)?;
    (1..=12).contains(&month).then_some(next.pred_opt()?.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_or_explained() {
        assert_eq!(date("2028-02-29").map(|date| date.to_string()), Ok("2028-02-29".to_owned()));
        for (text, message) in [
            ("2027-02-29", "there is no `2027-02-29`: that month has 28 days"),
            ("2027-12-32", "there is no `2027-12-32`: that month has 31 days"),
            ("2027-13-01", "there is no `2027-13-01`: a year has the months 01 to 12"),
            ("2027-00-01", "there is no `2027-00-01`: a year has the months 01 to 12"),
            ("2027-1-4", "`2027-1-4` is no date; did you mean `2027-01-04`?"),
            ("2027/01/04", "`2027/01/04` is no date; did you mean `2027-01-04`?"),
            ("4.1.2027", "`4.1.2027` is no date; write year, month and day, such as `2027-01-04`"),
            ("", "`` is no date; write year, month and day, such as `2027-01-04`"),
            ("2027-01-0é", "`2027-01-0é` is no date; write year, month and day, such as `2027-01-04`"),
        ] {
            assert_eq!(date(text), Err(message.to_owned()), "{text}");
        }
    }
}
