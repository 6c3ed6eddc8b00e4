//! How the values of arguments are read: dates, durations, lists of names, recurrences.

use chrono::{Days, NaiveDate};
use clap::Args;

use super::Context;
use super::answer::Failure;
use crate::team::{Every, Nth};
use crate::time::{DatesError, HORIZON_END, HORIZON_START, Instant, Minutes, Span, USUAL_WEEKS, coming_monday};

/// A date of the years that are planned.
pub fn date(text: &str) -> Result<NaiveDate, String> {
    let shape: Vec<usize> = text.split('-').map(str::len).collect();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let date = (shape == [4, 2, 2] && digits).then(|| text.parse::<NaiveDate>().ok()).flatten();
    let date = date.ok_or("write a date as year, month and day, such as 2027-01-04")?;
    if (HORIZON_START..HORIZON_END).contains(&date) { Ok(date) } else { Err(DatesError::BeyondRules(date).to_string()) }
}

/// An instant as RFC 3339 writes it, with or without seconds, which are cut off: `2027-03-29T15:00Z`, `2027-03-29T17:00+02:00`.
pub fn instant(text: &str) -> Result<Instant, String> {
    let refuse = || "write date, time and offset, such as 2027-03-29T15:00Z or 2027-03-29T17:00+02:00".to_owned();
    let shape = text.get(..16).filter(|_| text.len() > 16).ok_or_else(refuse)?;
    let rest = text.get(16..).ok_or_else(refuse)?;
    // RFC 3339 wants seconds; people leave them out.
    let whole = if rest.starts_with(':') { text.to_owned() } else { format!("{shape}:00{rest}") };
    let moment = chrono::DateTime::parse_from_rfc3339(&whole).map_err(|_| refuse())?;
    let within = date(&moment.to_utc().date_naive().to_string())?;
    Ok(Instant::midnight(within) + Minutes(i64::from(Instant::from_moment(moment.to_utc()).minute_of_utc_day())))
}

/// A duration such as `3h`, `90m` or `1h30m`.
pub fn duration(text: &str) -> Result<Minutes, String> {
    text.parse::<Minutes>().map_err(|error| error.to_string())
}

/// A recurrence of meetings. The n-th weekday of a month is named, such as `2nd`; the weekday is searched.
pub fn every(text: &str) -> Result<Every, String> {
    Ok(match text.to_lowercase().as_str() {
        "weekday" | "day" => Every::Weekday,
        "week" => Every::Week,
        "2-weeks" | "two-weeks" | "fortnight" => Every::TwoWeeks,
        "4-weeks" | "four-weeks" => Every::FourWeeks,
        "1st" => Every::Month(Nth::FromStart(1)),
        "2nd" => Every::Month(Nth::FromStart(2)),
        "3rd" => Every::Month(Nth::FromStart(3)),
        "4th" => Every::Month(Nth::FromStart(4)),
        "last" => Every::Month(Nth::Last),
        _ => {
            return Err("write weekday, week, 2-weeks, 4-weeks, or for once a month 1st, 2nd, 3rd, 4th or last".into());
        }
    })
}

/// `--from D --to E`.
#[derive(Args, Clone, Copy, Debug)]
pub struct FromTo {
    /// The first date; the coming Monday unless said
    #[arg(long, value_name = "D", value_parser = date)]
    pub from: Option<NaiveDate>,
    /// The date at whose 00:00 UTC the plan ends; 52 weeks after the first unless said
    #[arg(long, value_name = "D", value_parser = date)]
    pub to: Option<NaiveDate>,
}

impl FromTo {
    /// `[from 00:00Z, to 00:00Z)`.
    pub fn horizon(self, context: Context) -> Result<Span, Failure> {
        let from = self.from.unwrap_or_else(|| coming_monday(context.now));
        let to = match self.to {
            Some(to) => to,
            None => weeks_after(from, USUAL_WEEKS)?,
        };
        let span = Span::new(Instant::midnight(from), Instant::midnight(to));
        span.ok_or_else(|| Failure::new(format!("the dates are reversed: --to {to} does not come after --from {from}")))
    }
}

/// `--from D --weeks N`.
#[derive(Args, Clone, Copy, Debug)]
pub struct FromWeeks {
    /// The first date; the coming Monday unless said
    #[arg(long, value_name = "D", value_parser = date)]
    pub from: Option<NaiveDate>,
    /// How many weeks; 52 unless said
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=520))]
    pub weeks: Option<u16>,
}

impl FromWeeks {
    /// From 00:00 UTC of the first date.
    pub fn horizon(self, context: Context) -> Result<Span, Failure> {
        let from = self.from.unwrap_or_else(|| coming_monday(context.now));
        let to = weeks_after(from, self.weeks.unwrap_or(USUAL_WEEKS))?;
        Ok(Span { start: Instant::midnight(from), end: Instant::midnight(to) })
    }
}

fn weeks_after(from: NaiveDate, weeks: u16) -> Result<NaiveDate, Failure> {
    let end = from.checked_add_days(Days::new(7 * u64::from(weeks))).filter(|&end| end <= HORIZON_END);
    end.ok_or_else(|| {
        Failure::new(format!("{weeks} weeks from {from} end after 2099, beyond which no time-zone rules are known"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_of_the_years_with_rules() {
        assert!(date("2000-01-01").is_ok() && date("2099-12-31").is_ok());
        for (text, problem) in [
            ("1999-12-31", "outside the years 2000 to 2099"),
            ("2100-01-01", "outside the years 2000 to 2099"),
            ("2027-02-30", "such as 2027-01-04"),
            ("4.1.2027", "such as 2027-01-04"),
            ("+2027-1-4", "such as 2027-01-04"),
            ("", "such as 2027-01-04"),
        ] {
            let error = date(text).expect_err(text);
            assert!(error.contains(problem), "{text}: {error}");
        }
    }

    #[test]
    fn instants_have_an_offset() {
        for (text, meant) in [
            ("2027-03-29T15:00Z", "2027-03-29T15:00:00Z"),
            ("2027-03-29T15:00:59Z", "2027-03-29T15:00:00Z"),
            ("2027-03-29T01:00+02:00", "2027-03-28T23:00:00Z"),
            ("2027-03-29 15:00Z", "2027-03-29T15:00:00Z"),
        ] {
            assert_eq!(instant(text).map(|at| at.to_string()).as_deref(), Ok(meant), "{text}");
        }
        for text in ["", "15:00", "2027-03-29T15:00", "2027-03-29T25:00Z", "2027-03-29T15:0ü0Z", "2027-02-30T15:00Z"] {
            assert!(instant(text).expect_err(text).contains("such as 2027-03-29T15:00Z"), "{text}");
        }
        assert!(instant("2100-01-01T00:00Z").expect_err("no rules").contains("2000 to 2099"));
    }

    #[test]
    fn horizons_have_usual_ends_and_never_leave_the_rules() {
        let day = |text: &str| date(text).expect("a date");
        let (now, style) = (Instant::midnight(day("2026-11-24")), super::super::style::Style::PLAIN);
        let context = Context { now, style, drawn_by: String::new };
        let horizon = |from: Option<&str>, to: Option<&str>| {
            FromTo { from: from.map(day), to: to.map(day) }.horizon(context).map(|span| span.to_string())
        };
        assert_eq!(horizon(None, None).as_deref(), Ok("2026-11-30T00:00:00Z/2027-11-29T00:00:00Z"));
        assert_eq!(
            horizon(Some("2027-01-01"), Some("2027-01-02")).as_deref(),
            Ok("2027-01-01T00:00:00Z/2027-01-02T00:00:00Z")
        );
        for (from, to, problem) in [
            (Some("2027-01-02"), Some("2027-01-02"), "reversed"),
            (None, Some("2026-11-29"), "reversed"),
            (Some("2099-06-01"), None, "after 2099"),
        ] {
            let error = horizon(from, to).expect_err("no horizon").to_string();
            assert!(error.contains(problem), "{error}");
        }
    }
}
