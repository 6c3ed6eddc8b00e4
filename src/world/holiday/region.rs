//! Countries and subdivisions with public holidays.

use std::fmt;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use thiserror::Error;

use super::calendar::{ENTRIES, Entry};
use super::day::Holiday;
use crate::spelling::did_you_mean;
use crate::world::{Country, UnknownCountry, fold};

/// A country, or a subdivision of one, whose public holidays are known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(u16);

/// A text that names no region with known holidays.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum UnknownRegion {
    /// The part before the hyphen is no country.
    #[error(transparent)]
    Country(#[from] UnknownCountry),
    /// No holidays are known of the country.
    #[error("no holidays are known of `{0}`; write \"none\" for a member without public holidays")]
    NoHolidays(String),
    /// The country has no such subdivision.
    #[error("unknown region `{name}`: {} is divided into {}", country.name(), parts.join(", "))]
    Part {
        /// What was written.
        name: String,
        /// The country.
        country: Country,
        /// Its subdivisions, as they may be written: `DE-BY`.
        parts: Vec<&'static str>,
    },
    /// The country has no subdivisions with holidays of their own.
    #[error("unknown region `{name}`: {} has the same holidays everywhere{}", country.name(), did_you_mean([country.code()]))]
    Undivided {
        /// What was written.
        name: String,
        /// The country.
        country: Country,
    },
}

impl Region {
    /// The whole country, when its holidays are known.
    pub fn of_country(country: Country) -> Option<Self> {
        Self::all().find(|region| region.code() == country.code())
    }

    /// Reads `PT`, `DE-BY` or `DE-Bayern`; case does not matter, and a country may be named in words.
    ///
    /// # Errors
    /// When there is no such country or subdivision; with what would be right.
    pub fn parse(text: &str) -> Result<Self, UnknownRegion> {
        let text = text.trim();
        let (country, part) = match (Country::named(text), text.split_once('-')) {
            (Ok(country), _) => (country, None),
            (Err(_), Some((country, part))) => (Country::named(country)?, Some(part)),
            (Err(unknown), None) => return Err(unknown.into()),
        };
        let whole = Self::of_country(country).ok_or_else(|| UnknownRegion::NoHolidays(country.code().to_owned()))?;
        let Some(part) = part else { return Ok(whole) };
        let mut parts = whole.parts();
        parts.find(|region| region.is_part(part)).ok_or_else(|| {
            let name = text.to_owned();
            let parts: Vec<_> = whole.parts().map(Self::code).collect();
            if parts.is_empty() {
                UnknownRegion::Undivided { name, country }
            } else {
                UnknownRegion::Part { name, country, parts }
            }
        })
    }

    /// All regions with known holidays, each country before its subdivisions.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..ENTRIES.len()).map(|at| Self(at as u16))
    }

    /// The subdivisions of a country that have holidays of their own; none of a subdivision.
    pub fn parts(self) -> impl Iterator<Item = Self> {
        let divided = self.entry().code == self.entry().country();
        let after = Self::all().skip(usize::from(self.0) + 1);
        after.take_while(move |region| divided && region.entry().country() == self.entry().code)
    }

    /// How a team file writes it, `PT` or `DE-BY`.
    pub fn code(self) -> &'static str {
        self.entry().code
    }

    /// Its name: of a country the English one, of a subdivision the local one (or its code) after the country.
    pub fn name(self) -> String {
        let country = Country::of_code(self.entry().country()).map_or(self.entry().country(), Country::name);
        match self.code().split_once('-') {
            None => country.to_owned(),
            Some((_, part)) => format!("{country}, {}", self.entry().names().next().unwrap_or(part)),
        }
    }

    /// All known holidays, by date.
    pub fn holidays(self) -> &'static [Holiday] {
        self.entry().holidays()
    }

    /// The holidays from `first` to `last`, both inside, by date.
    pub fn between(self, first: NaiveDate, last: NaiveDate) -> &'static [Holiday] {
        let all = self.holidays();
        let from = all.partition_point(|holiday| holiday.date < first);
        let to = all.partition_point(|holiday| holiday.date <= last);
        &all[from..to.max(from)]
    }

    /// The dates of the holidays from `first` to `last`, both inside, sorted.
    pub fn dates(self, first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
        self.between(first, last).iter().map(|holiday| holiday.date).collect()
    }

    /// The holiday on a date, if it is one.
    pub fn holiday(self, date: NaiveDate) -> Option<Holiday> {
        self.between(date, date).first().copied()
    }

    /// Whether a date is a public holiday.
    pub fn is_holiday(self, date: NaiveDate) -> bool {
        self.holiday(date).is_some()
    }

    /// The years of which holidays of this region are known: as a rule [`COVERED`](super::COVERED), for a few countries
    /// fewer, because they announce each year; none where holidays are suspended.
    pub fn years(self) -> Option<RangeInclusive<i32>> {
        Some(self.holidays().first()?.date.year()..=self.holidays().last()?.date.year())
    }

    fn is_part(self, text: &str) -> bool {
        let code = self.code().split_once('-').map_or("", |(_, part)| part);
        code.eq_ignore_ascii_case(text) || self.entry().names().any(|name| fold(name) == fold(text))
    }

    fn entry(self) -> &'static Entry {
        &ENTRIES[usize::from(self.0)]
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::super::COVERED;
    use super::*;

    fn region(code: &str) -> Region {
        Region::parse(code).unwrap_or_else(|error| panic!("{error}"))
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn of_2027(code: &str) -> &'static [Holiday] {
        region(code).between(date("2027-01-01"), date("2027-12-31"))
    }

    #[test]
    fn holidays_fall_where_they_should() {
        let cases = [
            ("PT", "2027-04-25", Some("Freedom Day")),
            ("PT", "2027-03-26", Some("Good Friday")),
            ("PT", "2027-04-26", None),
            ("DE-BY", "2027-01-06", Some("Epiphany")),
            ("DE", "2027-01-06", None),
            ("DE-BY", "2027-10-03", Some("German Unity Day")),
            (
                "DE-BE",
                "2025-05-08",
                Some("80th anniversary of the liberation from Nazism and the end of the Second World War in Europe"),
            ),
            ("DE-BE", "2027-05-08", None),
            ("US", "2027-11-25", Some("Thanksgiving Day")),
            ("US-TX", "2027-03-02", Some("Texas Independence Day")),
            ("US", "2027-03-02", None),
            ("TH", "2027-04-13", Some("Songkran Festival")),
            ("CZ", "2027-09-28", Some("Statehood Day")),
            ("MX", "2027-09-16", Some("Independence Day")),
            ("AR", "2027-07-09", Some("Independence Day")),
            ("GB-SCT", "2027-11-30", Some("Saint Andrew's Day")),
            ("GB-ENG", "2027-11-30", None),
            ("JP", "2027-05-05", Some("Children's Day")),
            ("ZA", "2027-04-27", Some("Freedom Day")),
            ("PT", "2036-12-25", None),
            ("PT", "2024-12-25", None),
        ];
        for (code, day, name) in cases {
            assert_eq!(region(code).holiday(date(day)).map(|holiday| holiday.name), name, "{code} {day}");
        }
    }

    #[test]
    fn years_have_their_number_of_holidays() {
        for (code, number) in [("PT", 13), ("TH", 25), ("AE", 12), ("DE", 9)] {
            assert_eq!(of_2027(code).len(), number, "{code}: {:#?}", of_2027(code));
        }
    }

    #[test]
    fn a_subdivision_can_take_a_holiday_away() {
        let gone = |region: Region| {
            let country = Region::all().find(|country| region.code().starts_with(&format!("{}-", country.code())));
            country.is_some_and(|country| country.holidays().iter().any(|holiday| !region.is_holiday(holiday.date)))
        };
        assert!(Region::all().any(gone));
    }

    #[test]
    fn islamic_dates_are_estimates() {
        assert!(of_2027("AE").iter().any(|holiday| holiday.estimated && holiday.name.contains("Eid al-Fitr")));
        assert!(of_2027("PT").iter().all(|holiday| !holiday.estimated));
        let marked = |region: Region| region.holidays().iter().any(|holiday| holiday.name.contains("estimated"));
        assert!(!Region::all().any(marked));
    }

    #[test]
    fn ranges_are_inclusive() {
        let days = |from, to| region("PT").dates(date(from), date(to));
        assert_eq!(days("2027-12-08", "2027-12-25"), [date("2027-12-08"), date("2027-12-25")]);
        assert_eq!(days("2027-12-09", "2027-12-24"), []);
        assert_eq!(days("2027-12-25", "2027-12-08"), []);
    }

    #[test]
    fn every_region_is_read_as_it_is_written() {
        for each in Region::all() {
            assert_eq!(Region::parse(each.code()), Ok(each));
            assert!(each.holidays().windows(2).all(|pair| pair[0].date < pair[1].date), "{each}");
            assert!(each.years().is_none_or(|years| COVERED.contains(years.start()) && COVERED.contains(years.end())));
        }
        assert!(Region::all().count() > 850);
    }

    #[test]
    fn regions_are_read_in_words_too() {
        let cases = [
            ("pt", "PT"),
            ("Portugal", "PT"),
            ("de-by", "DE-BY"),
            ("DE-Bayern", "DE-BY"),
            ("UK", "GB"),
            ("Timor-Leste", "TL"),
        ];
        for (text, code) in cases {
            assert_eq!(Region::parse(text).map(Region::code), Ok(code), "{text}");
        }
        assert_eq!(region("DE-BY").name(), "Germany, Bayern");
        assert_eq!(region("PT").name(), "Portugal");
    }

    #[test]
    fn unknown_regions_say_what_would_be_right() {
        let error = |text| Region::parse(text).expect_err(text).to_string();
        assert!(error("GB-XX").starts_with("unknown region `GB-XX`: United Kingdom is divided into GB-ENG, "));
        assert_eq!(error("Portugl"), "unknown country `Portugl`; did you mean `PT` (Portugal)?");
        assert_eq!(
            error("QA-XX"),
            "unknown region `QA-XX`: Qatar has the same holidays everywhere; did you mean `QA`?"
        );
        assert_eq!(error("none"), "unknown country `none`");
    }
}
