//! The asset, read where it lies: a line `=PT` opens a country, `=DE-BY` a subdivision, which adds to its country's holidays and replaces
//! those of the same date. The others are a name, `e` if estimated, and dates; `*-12-25` is every year's, and a line
//! without a name takes its dates away.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use chrono::NaiveDate;

use super::day::{COVERED, Holiday};

/// A country or subdivision in the asset.
pub(super) struct Entry {
    /// `PT` or `DE-BY`.
    pub code: &'static str,
    /// Other names of a subdivision, parted by `;`.
    names: &'static str,
    /// The lines below its own.
    lines: &'static str,
    merged: OnceLock<Vec<Holiday>>,
}

/// All countries, each followed by its subdivisions, by code.
pub(super) static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let (_, entries) =
        include_str!("../../../assets/holidays.tsv").split_once("\n=").expect("an entry below the header");
    let entry = |text: &'static str| {
        let (head, lines) = text.split_once('\n').unwrap_or((text, ""));
        let (code, names) = head.split_once('\t').expect("a code and other names");
        Entry { code, names, lines, merged: OnceLock::new() }
    };
    entries.split("\n=").map(entry).collect()
});

impl Entry {
    /// The code of its country.
    pub fn country(&self) -> &'static str {
        self.code.split('-').next().unwrap_or(self.code)
    }

    /// Other names of a subdivision.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.split(';').filter(|name| !name.is_empty())
    }

    /// Its holidays, the country's included, by date.
    pub fn holidays(&self) -> &[Holiday] {
        self.merged.get_or_init(|| {
            let mut dates = BTreeMap::new();
            if self.code != self.country() {
                let national = ENTRIES.iter().find(|entry| entry.code == self.country());
                dates.extend(national.into_iter().flat_map(Entry::holidays).map(|&holiday| (holiday.date, holiday)));
            }
            for line in self.lines.lines() {
                change(&mut dates, line);
            }
            dates.into_values().collect()
        })
    }
}

fn change(dates: &mut BTreeMap<NaiveDate, Holiday>, line: &'static str) {
    let mut columns = line.split('\t');
    let mut next = || columns.next().unwrap_or_default();
    let (name, estimated, days) = (next(), next() == "e", next());
    for date in days.split(' ').flat_map(days_of) {
        if name.is_empty() {
            dates.remove(&date);
        } else {
            dates.insert(date, Holiday { date, name, estimated });
        }
    }
}

fn days_of(text: &str) -> Vec<NaiveDate> {
    match text.strip_prefix('*') {
        Some(day) => COVERED.filter_map(|year| format!("{year}{day}").parse().ok()).collect(),
        None => text.parse().into_iter().collect(),
    }
}
