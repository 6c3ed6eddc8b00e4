//! What the abbreviations of zones mean. No standard settles them, and many have several meanings.

/// Abbreviation, what it stands for, and a zone that uses it; the most usual meaning first.
const MEANINGS: &[(&str, &str, &str)] = &[
    ("GMT", "Greenwich Mean Time", "Europe/London"),
    ("GMT", "Greenwich Mean Time, all year", "Africa/Abidjan"),
    ("PT", "Pacific Time", "America/Los_Angeles"),
    ("PST", "Pacific Standard Time", "America/Los_Angeles"),
    ("PST", "Philippine Standard Time", "Asia/Manila"),
    ("PST", "Pakistan Standard Time", "Asia/Karachi"),
    ("PDT", "Pacific Daylight Time", "America/Los_Angeles"),
    ("MT", "Mountain Time", "America/Denver"),
    ("MST", "Mountain Standard Time", "America/Denver"),
    ("MST", "Mountain Standard Time, all year", "America/Phoenix"),
    ("MST", "Malaysia Standard Time", "Asia/Kuala_Lumpur"),
    ("MST", "Myanmar Standard Time", "Asia/Yangon"),
    ("MDT", "Mountain Daylight Time", "America/Denver"),
    ("CT", "Central Time", "America/Chicago"),
    ("CST", "Central Standard Time", "America/Chicago"),
    ("CST", "China Standard Time", "Asia/Shanghai"),
    ("CST", "Cuba Standard Time", "America/Havana"),
    ("CST", "Central Standard Time, all year", "America/Mexico_City"),
    ("CDT", "Central Daylight Time", "America/Chicago"),
    ("CDT", "Cuba Daylight Time", "America/Havana"),
    ("ET", "Eastern Time", "America/New_York"),
    ("EST", "Eastern Standard Time", "America/New_York"),
    ("EST", "Eastern Standard Time, all year", "America/Panama"),
    ("EDT", "Eastern Daylight Time", "America/New_York"),
    ("AST", "Atlantic Standard Time", "America/Halifax"),
    ("AST", "Atlantic Standard Time, all year", "America/Puerto_Rico"),
    ("AST", "Arabia Standard Time", "Asia/Riyadh"),
    ("ADT", "Atlantic Daylight Time", "America/Halifax"),
    ("NST", "Newfoundland Standard Time", "America/St_Johns"),
    ("NDT", "Newfoundland Daylight Time", "America/St_Johns"),
    ("AKST", "Alaska Standard Time", "America/Anchorage"),
    ("AKDT", "Alaska Daylight Time", "America/Anchorage"),
    ("HST", "Hawaii Standard Time", "Pacific/Honolulu"),
    ("HDT", "Hawaii-Aleutian Daylight Time", "America/Adak"),
    ("SST", "Samoa Standard Time", "Pacific/Pago_Pago"),
    ("SST", "Singapore Standard Time", "Asia/Singapore"),
    ("ChST", "Chamorro Standard Time", "Pacific/Guam"),
    ("BRT", "Brasília Time", "America/Sao_Paulo"),
    ("AMT", "Amazon Time", "America/Manaus"),
    ("AMT", "Armenia Time", "Asia/Yerevan"),
    ("ART", "Argentina Time", "America/Argentina/Buenos_Aires"),
    ("BOT", "Bolivia Time", "America/La_Paz"),
    ("CLT", "Chile Standard Time", "America/Santiago"),
    ("CLST", "Chile Summer Time", "America/Santiago"),
    ("COT", "Colombia Time", "America/Bogota"),
    ("ECT", "Ecuador Time", "America/Guayaquil"),
    ("PET", "Peru Time", "America/Lima"),
    ("PYT", "Paraguay Time", "America/Asuncion"),
    ("UYT", "Uruguay Time", "America/Montevideo"),
    ("VET", "Venezuela Time", "America/Caracas"),
    ("WET", "Western European Time", "Europe/Lisbon"),
    ("WEST", "Western European Summer Time", "Europe/Lisbon"),
    ("BST", "British Summer Time", "Europe/London"),
    ("BST", "Bangladesh Standard Time", "Asia/Dhaka"),
    ("CET", "Central European Time", "Europe/Berlin"),
    ("CET", "Central European Time, all year", "Africa/Algiers"),
    ("CEST", "Central European Summer Time", "Europe/Berlin"),
    ("EET", "Eastern European Time", "Europe/Athens"),
    ("EET", "Eastern European Time", "Africa/Cairo"),
    ("EEST", "Eastern European Summer Time", "Europe/Athens"),
    ("MSK", "Moscow Time", "Europe/Moscow"),
    ("TRT", "Turkey Time", "Europe/Istanbul"),
    ("WAT", "West Africa Time", "Africa/Lagos"),
    ("CAT", "Central Africa Time", "Africa/Maputo"),
    ("EAT", "East Africa Time", "Africa/Nairobi"),
    ("SAST", "South Africa Standard Time", "Africa/Johannesburg"),
    ("IST", "India Standard Time", "Asia/Kolkata"),
    ("IST", "Israel Standard Time", "Asia/Jerusalem"),
    ("IST", "Irish Standard Time", "Europe/Dublin"),
    ("IDT", "Israel Daylight Time", "Asia/Jerusalem"),
    ("GST", "Gulf Standard Time", "Asia/Dubai"),
    ("GST", "South Georgia Time", "Atlantic/South_Georgia"),
    ("IRST", "Iran Standard Time", "Asia/Tehran"),
    ("AFT", "Afghanistan Time", "Asia/Kabul"),
    ("PKT", "Pakistan Standard Time", "Asia/Karachi"),
    ("UZT", "Uzbekistan Time", "Asia/Tashkent"),
    ("NPT", "Nepal Time", "Asia/Kathmandu"),
    ("BTT", "Bhutan Time", "Asia/Thimphu"),
    ("MMT", "Myanmar Time", "Asia/Yangon"),
    ("ICT", "Indochina Time", "Asia/Bangkok"),
    ("WIB", "Western Indonesia Time", "Asia/Jakarta"),
    ("WITA", "Central Indonesia Time", "Asia/Makassar"),
    ("WIT", "Eastern Indonesia Time", "Asia/Jayapura"),
    ("MYT", "Malaysia Time", "Asia/Kuala_Lumpur"),
    ("SGT", "Singapore Time", "Asia/Singapore"),
    ("PHT", "Philippine Time", "Asia/Manila"),
    ("HKT", "Hong Kong Time", "Asia/Hong_Kong"),
    ("JST", "Japan Standard Time", "Asia/Tokyo"),
    ("KST", "Korea Standard Time", "Asia/Seoul"),
    ("AWST", "Australian Western Standard Time", "Australia/Perth"),
    ("ACWST", "Australian Central Western Standard Time", "Australia/Eucla"),
    ("ACST", "Australian Central Standard Time", "Australia/Adelaide"),
    ("ACST", "Australian Central Standard Time, all year", "Australia/Darwin"),
    ("ACDT", "Australian Central Daylight Time", "Australia/Adelaide"),
    ("AEST", "Australian Eastern Standard Time", "Australia/Sydney"),
    ("AEST", "Australian Eastern Standard Time, all year", "Australia/Brisbane"),
    ("AEDT", "Australian Eastern Daylight Time", "Australia/Sydney"),
    ("LHST", "Lord Howe Standard Time", "Australia/Lord_Howe"),
    ("LHDT", "Lord Howe Daylight Time", "Australia/Lord_Howe"),
    ("NZST", "New Zealand Standard Time", "Pacific/Auckland"),
    ("NZDT", "New Zealand Daylight Time", "Pacific/Auckland"),
    ("CHAST", "Chatham Standard Time", "Pacific/Chatham"),
    ("CHADT", "Chatham Daylight Time", "Pacific/Chatham"),
];

/// An abbreviation with one of its meanings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    pub abbreviation: &'static str,
    pub stands_for: &'static str,
    pub zone: &'static str,
}

/// What a text may mean as an abbreviation, in either case; the most usual meaning first.
pub(super) fn meanings(text: &str) -> impl Iterator<Item = Meaning> {
    let text = text.trim();
    MEANINGS
        .iter()
        .filter(move |(abbreviation, ..)| abbreviation.eq_ignore_ascii_case(text))
        .map(|&(abbreviation, stands_for, zone)| Meaning { abbreviation, stands_for, zone })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Zone;

    #[test]
    fn every_meaning_has_a_zone() {
        for (abbreviation, _, zone) in MEANINGS {
            assert!(Zone::named(zone).is_ok(), "{abbreviation} {zone}");
        }
    }

    #[test]
    fn ambiguous_abbreviations_have_several_meanings() {
        let zones = |text| meanings(text).map(|meaning| meaning.zone).collect::<Vec<_>>();
        assert_eq!(zones("ist"), ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"]);
        assert_eq!(zones("BST"), ["Europe/London", "Asia/Dhaka"]);
        assert_eq!(zones("chst"), ["Pacific/Guam"]);
        assert!(zones("XYZ").is_empty());
    }
}
