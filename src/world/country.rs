//! Countries: names, weekends, clocks.

use std::fmt;
use std::sync::LazyLock;

use chrono::Weekday;
use thiserror::Error;

use super::{asset, fold};
use crate::spelling::{closest, question};

/// A country or territory with an ISO 3166 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(u16);

struct Record {
    code: &'static str,
    name: &'static str,
    /// Folded: both codes, the name, then other names.
    names: Vec<String>,
    weekend: Vec<Weekday>,
    first_weekday: Weekday,
    /// The hours of the usual clock, then the languages with the other one: `12 fr:24`.
    clock: &'static str,
}

/// A text that names no country.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("unknown country `{name}`{}", suggestion.map(|c| question(format_args!("`{}` ({})", c.code(), c.name()))).unwrap_or_default())]
pub struct UnknownCountry {
    /// What was written.
    pub name: String,
    /// The nearest country, when one is near.
    pub suggestion: Option<Country>,
}

static COUNTRIES: LazyLock<Vec<Record>> =
    LazyLock::new(|| asset::lines(include_str!("../../assets/countries.tsv")).map(record).collect());

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

fn record(line: &'static str) -> Record {
    let mut columns = line.split('\t');
    let mut next = || columns.next().unwrap_or_default();
    let (code, iso3, name, others) = (next(), next(), next(), next());
    let names = [code, iso3, name].into_iter().chain(others.split(';')).map(fold).filter(|n| !n.is_empty());
    let names = names.collect();
    let day = |digit: char| digit.to_digit(7).map(|day| WEEK[day as usize]);
    let weekend = next().chars().filter_map(day).collect();
    let first_weekday = next().chars().find_map(day).unwrap_or(Weekday::Mon);
    let clock = next();
    Record { code, name, names, weekend, first_weekday, clock }
}

impl Country {
    /// The country with this ISO code of two or three letters, English name, or other usual name (`UK`, `USA`); case
    /// and accents do not matter.
    ///
    /// # Errors
    /// When no country has it; with the nearest, if one is near.
    pub fn named(text: &str) -> Result<Self, UnknownCountry> {
        let folded = fold(text);
        let found = Self::all().find(|country| country.is_named(&folded));
        found.ok_or_else(|| UnknownCountry { name: text.to_owned(), suggestion: nearest(&folded) })
    }

    /// The country of an ISO code of two capital letters.
    pub(super) fn of_code(code: &str) -> Option<Self> {
        COUNTRIES.binary_search_by(|record| record.code.cmp(code)).ok().map(|at| Self(at as u16))
    }

    /// All countries, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..COUNTRIES.len()).map(|at| Self(at as u16))
    }

    /// ISO 3166 code of two letters, `PT`.
    pub fn code(self) -> &'static str {
        self.record().code
    }

    /// English name, `Portugal`.
    pub fn name(self) -> &'static str {
        self.record().name
    }

    /// The days of the weekend, in order from its first, by Unicode CLDR; one day in India, Iran and Uganda.
    pub fn weekend(self) -> &'static [Weekday] {
        &self.record().weekend
    }

    /// The day on which calendars start the week, by Unicode CLDR.
    pub fn first_weekday(self) -> Weekday {
        self.record().first_weekday
    }

    /// Whether people there who speak `language` (ISO 639, `fr`) write times on a clock of 12 hours, by Unicode CLDR.
    ///
    /// # Example: languages of a country differ
    /// ```
    /// use sunwise::world::Country;
    /// let canada = Country::named("Canada").unwrap();
    /// assert!(canada.has_12_hours("en") && !canada.has_12_hours("fr"));
    /// ```
    pub fn has_12_hours(self, language: &str) -> bool {
        let mut clocks = self.record().clock.split(' ');
        let usual = clocks.next() == Some("12");
        let differs = clocks.any(|clock| clock.split_once(':').is_some_and(|(other, _)| other == language));
        usual != differs
    }

    /// The hours of a new member from there: nine to five from the day after the weekend to the day before it.
    ///
    /// # Example: weekends differ
    /// ```
    /// use sunwise::world::Country;
    /// assert_eq!(Country::named("Portugal").unwrap().default_hours(), "Mo-Fr 09:00-17:00");
    /// assert_eq!(Country::named("Israel").unwrap().default_hours(), "Su-Th 09:00-17:00");
    /// ```
    pub fn default_hours(self) -> String {
        let short = |day: Weekday| ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"][day.num_days_from_monday() as usize];
        match self.weekend() {
            [] => "Mo-Su 09:00-17:00".to_owned(),
            [first, .., last] | [first @ last] => {
                format!("{}-{} 09:00-17:00", short(last.succ()), short(first.pred()))
            }
        }
    }

    /// Whether this folded text is a code or name of the country.
    pub(super) fn is_named(self, folded: &str) -> bool {
        self.names().iter().any(|name| name == folded)
    }

    /// Its folded codes (the first two) and names.
    pub(super) fn names(self) -> &'static [String] {
        &self.record().names
    }

    fn record(self) -> &'static Record {
        &COUNTRIES[self.0 as usize]
    }
}

fn nearest(folded: &str) -> Option<Country> {
    // The codes are too short to be told apart by letters.
    let names = |country: Country| country.names()[2..].iter().map(move |name| (name, country));
    closest(folded, Country::all().flat_map(names))
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_found_by_code_and_name() {
        let cases = [
            ("PT", "PT"),
            ("prt", "PT"),
            ("Portugal", "PT"),
            ("UK", "GB"),
            ("England", "GB"),
            ("USA", "US"),
            ("U.S.A.", "US"),
            ("america", "US"),
            ("UAE", "AE"),
            ("Czech Republic", "CZ"),
            ("Türkiye", "TR"),
            ("Cote d'Ivoire", "CI"),
            ("The Netherlands", "NL"),
            ("Holland", "NL"),
            ("日本", "JP"),
        ];
        for (text, code) in cases {
            assert_eq!(Country::named(text).map(Country::code), Ok(code), "{text}");
        }
    }

    #[test]
    fn unknown_countries_get_a_suggestion() {
        let error = Country::named("Portugl").expect_err("a typing error");
        assert_eq!(error.to_string(), "unknown country `Portugl`; did you mean `PT` (Portugal)?");
        assert_eq!(Country::named("Atlantis").expect_err("none").to_string(), "unknown country `Atlantis`");
    }

    #[test]
    fn weekends_set_the_hours() {
        let cases = [
            ("PT", "Mo-Fr", Weekday::Sun),
            ("AE", "Mo-Fr", Weekday::Mon),
            ("IL", "Su-Th", Weekday::Sun),
            ("EG", "Su-Th", Weekday::Sat),
            ("IR", "Sa-Th", Weekday::Sat),
            ("AF", "Sa-We", Weekday::Sat),
            ("IN", "Mo-Sa", Weekday::Sun),
            ("US", "Mo-Fr", Weekday::Sun),
            ("MV", "Mo-Fr", Weekday::Fri),
        ];
        for (code, days, first) in cases {
            let country = Country::of_code(code).expect(code);
            assert_eq!(country.default_hours(), format!("{days} 09:00-17:00"), "{code}");
            assert_eq!(country.first_weekday(), first, "{code}");
        }
    }

    #[test]
    fn codes_are_sorted_and_single() {
        let codes: Vec<_> = Country::all().map(Country::code).collect();
        assert!(codes.len() > 240 && codes.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
