//! How times and weeks are written where a locale comes from.

use chrono::Weekday;

use super::Country;

/// How people write times and weeks where a locale comes from, by Unicode CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Customs {
    /// Whether clocks have 12 hours, not 24.
    pub has_12_hours: bool,
    /// The day on which calendars start the week.
    pub first_weekday: Weekday,
}

impl Default for Customs {
    /// 24 hours, weeks from Monday: what CLDR says of the world, and ISO 8601.
    fn default() -> Self {
        Self { has_12_hours: false, first_weekday: Weekday::Mon }
    }
}

impl Customs {
    /// Those of a locale as systems name it: `en-US`, `pt_PT.UTF-8`, `zh-Hant-TW`, `ca_ES@valencia`. The usual ones where it
    /// names no country: `C`, `eo`.
    pub fn of_locale(locale: &str) -> Self {
        let tag = locale.split(['.', '@']).next().unwrap_or_default();
        let mut parts = tag.split(['-', '_']);
        let language = parts.next().unwrap_or_default().to_lowercase();
        let country = parts.filter(|part| part.len() == 2).find_map(|code| Country::of_code(&code.to_uppercase()));
        country.map_or_else(Self::default, |country| Self {
            has_12_hours: country.has_12_hours(&language),
            first_weekday: country.first_weekday(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_are_read_as_systems_write_them() {
        for (locale, has_12_hours, first_weekday) in [
            ("en-US", true, Weekday::Sun),
            ("en_US.UTF-8", true, Weekday::Sun),
            ("de_DE.UTF-8@euro", false, Weekday::Mon),
            ("en_GB", false, Weekday::Mon),
            ("zh-Hant-TW", true, Weekday::Sun),
            ("fr-CA", false, Weekday::Sun),
            ("en-CA", true, Weekday::Sun),
            ("ar-EG", true, Weekday::Sat),
            ("fa_IR", false, Weekday::Sat),
            ("C.UTF-8", false, Weekday::Mon),
            ("POSIX", false, Weekday::Mon),
            ("eo", false, Weekday::Mon),
            ("", false, Weekday::Mon),
            ("xx-ÄÖ-ZZ", false, Weekday::Mon),
        ] {
            assert_eq!(Customs::of_locale(locale), Customs { has_12_hours, first_weekday }, "{locale}");
        }
    }
}
