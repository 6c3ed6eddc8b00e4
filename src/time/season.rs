//! Stretches of time without a change of clocks.

use chrono::NaiveDate;

use super::{Instant, Offset, Span, Zone};

/// A maximal stretch of time in which none of some zones changes its UTC offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Season {
    /// From the change that begins it to the change that ends it, within the horizon asked for.
    pub span: Span,
    /// What changed at its start; none for the first.
    pub changes: Vec<OffsetChange>,
}

/// One zone's change of clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OffsetChange {
    /// Whose clocks.
    pub zone: Zone,
    /// The offset until then.
    pub before: Offset,
    /// The offset from then on.
    pub after: Offset,
}

impl Season {
    /// The UTC date of its first minute.
    pub fn first_date(&self) -> NaiveDate {
        self.span.start.utc().date()
    }
}

/// The seasons of `zones` over `horizon`, in time order and without a hole. At least one.
pub fn seasons(zones: &[Zone], horizon: Span) -> Vec<Season> {
    let mut zones = zones.to_vec();
    zones.sort_unstable();
    zones.dedup();
    let mut changes: Vec<(Instant, OffsetChange)> = zones
        .iter()
        .flat_map(|&zone| {
            zone.transitions(horizon).map(move |t| (t.at, OffsetChange { zone, before: t.before, after: t.after }))
        })
        .filter(|&(at, _)| at > horizon.start)
        .collect();
    changes.sort_by_key(|&(at, change)| (at, change.zone));
    let mut found = vec![Season { span: horizon, changes: Vec::new() }];
    for (at, change) in changes {
        let last = found.len() - 1;
        if found[last].span.start == at {
            found[last].changes.push(change);
        } else {
            found[last].span.end = at;
            found.push(Season { span: Span { start: at, end: horizon.end }, changes: vec![change] });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_york_and_prague_have_five_seasons_in_2027() {
        let date = |m, d| Instant::midnight(NaiveDate::from_ymd_opt(2027, m, d).expect("a date"));
        let year = Span { start: date(1, 1), end: date(12, 31) };
        let zones = ["America/New_York", "Europe/Prague"].map(|name| Zone::named(name).expect("a zone"));
        let found = seasons(&zones, year);
        let starts: Vec<String> = found.iter().map(|s| s.span.start.to_string()).collect();
        assert_eq!(
            starts,
            [
                "2027-01-01T00:00:00Z",
                "2027-03-14T07:00:00Z",
                "2027-03-28T01:00:00Z",
                "2027-10-31T01:00:00Z",
                "2027-11-07T06:00:00Z",
            ]
        );
        assert_eq!(found[1].changes[0].zone.name(), "America/New_York");
        assert!(found.windows(2).all(|w| w[0].span.end == w[1].span.start));
    }
}
