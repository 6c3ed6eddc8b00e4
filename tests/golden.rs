//! Figures of the year 2027 that were measured elsewhere, with another library and the rules of 2025b; none of these zones has
//! changed its rules since.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sunwise::time::Zone;

fn zone(name: &str) -> Zone {
    Zone::named(name).expect("a zone")
}

/// How many days of 2027 two zones are so many hours apart at noon UTC.
fn apart(a: &str, b: &str) -> BTreeMap<i16, usize> {
    let (a, b) = (zone(a), zone(b));
    let mut days = BTreeMap::new();
    let first = NaiveDate::from_ymd_opt(2027, 1, 1).expect("a date");
    for date in first.iter_days().take(365) {
        let noon = Zone::UTC.instant_at(date, 12 * 60);
        *days.entry((b.offset_at(noon).0 - a.offset_at(noon).0) / 60).or_default() += 1;
    }
    days
}

#[test]
fn offsets_by_days_of_2027() {
    type Case<'a> = (&'a str, &'a str, &'a [(i16, usize)]);
    let cases: [Case; 7] = [
        ("America/New_York", "Europe/London", &[(4, 21), (5, 344)]),
        ("Europe/London", "Australia/Sydney", &[(9, 182), (10, 35), (11, 148)]),
        ("America/New_York", "Australia/Sydney", &[(14, 182), (15, 56), (16, 127)]),
        ("America/New_York", "America/Santiago", &[(0, 154), (1, 84), (2, 127)]),
        ("Europe/London", "Africa/Cairo", &[(1, 35), (2, 330)]),
        ("Australia/Sydney", "Pacific/Auckland", &[(2, 358), (3, 7)]),
        ("America/New_York", "Asia/Jerusalem", &[(6, 19), (7, 346)]),
    ];
    for (a, b, expected) in cases {
        let found: Vec<(i16, usize)> = apart(a, b).into_iter().collect();
        assert_eq!(found, expected, "{a} to {b}");
    }
}
