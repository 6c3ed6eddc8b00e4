//! What is known of the calendars that a team names.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::times::Busy;
use crate::team::member::Member;
use crate::time::{Span, Spans};

/// A file of a calendar: its name for people, and its bytes.
pub type CalendarFile = (String, Vec<u8>);

/// What was found at the path of a calendar.
#[derive(Clone, Debug)]
pub enum Content {
    /// What it says.
    Read(Arc<Busy>),
    /// Why it cannot be used.
    Failed(String),
}

impl Content {
    /// What the calendar says, when it could be read.
    pub fn busy(&self) -> Option<&Busy> {
        match self {
            Self::Read(busy) => Some(busy),
            Self::Failed(_) => None,
        }
    }
}

/// What was found in calendars, by their paths as the team file writes them. A path that is missing was not looked at yet.
#[derive(Clone, Debug, Default)]
pub struct Calendars {
    found: BTreeMap<String, Content>,
}

impl Calendars {
    /// Those where nothing was looked at, for teams without calendars.
    pub fn unread() -> &'static Self {
        static UNREAD: Calendars = Calendars { found: BTreeMap::new() };
        &UNREAD
    }

    /// What was found at a path; nothing when it was not looked at yet.
    pub fn get(&self, path: &str) -> Option<&Content> {
        self.found.get(path)
    }

    /// Notes what was found at a path.
    pub fn insert(&mut self, path: impl Into<String>, content: Content) {
        self.found.insert(path.into(), content);
    }

    /// Forgets what was found at other paths than these.
    pub fn keep_only(&mut self, paths: &BTreeSet<&String>) {
        self.found.retain(|path, _| paths.contains(path));
    }

    /// When the calendars of `member`, as far as they could be read, make them busy within `over`.
    pub fn busy_spans(&self, member: &Member, over: Span) -> Spans {
        let read = member.busy.iter().filter_map(|path| self.get(path)?.busy());
        read.flat_map(|busy| busy.spans(member, over).iter().copied().collect::<Vec<_>>()).collect()
    }

    /// The paths of the calendars that make `member` busy in some minute of `within`.
    pub fn busy_in<'m>(&self, member: &'m Member, within: Span) -> impl Iterator<Item = &'m str> {
        let makes_busy = move |path: &&String| {
            self.get(path).and_then(Content::busy).is_some_and(|busy| !busy.spans(member, within).is_empty())
        };
        member.busy.iter().filter(makes_busy).map(String::as_str)
    }
}

/// A team is the same whether its calendars were read or not: what stands in them is not part of it.
impl PartialEq for Calendars {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The last part of a calendar's path, as people call it.
pub fn short_name(path: &str) -> &str {
    path.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::Place;
    use crate::team::busy::sample;
    use crate::time::{Hours, Instant, Minutes, Zone};

    #[test]
    fn only_the_calendars_of_a_member_make_them_busy() {
        let mut calendars = sample("ana.ics", "20270104T080000Z", "20270104T100000Z");
        calendars.insert("broken.ics", Content::Failed("why".into()));
        let of = |paths: &[&str]| {
            let member = Member::new("Ana", Place::zone(Zone::UTC), Hours::off());
            Member { busy: paths.iter().map(ToString::to_string).collect(), ..member }
        };
        let start = Instant::midnight("2027-01-04".parse().expect("a date"));
        let day = Span { start, end: start + Minutes::DAY };
        for (paths, hours, making_busy) in [
            (&["ana.ics"][..], 2, &["ana.ics"][..]),
            (&["unread.ics", "broken.ics", "ana.ics"], 2, &["ana.ics"]),
            (&["unread.ics", "broken.ics"], 0, &[]),
            (&[], 0, &[]),
        ] {
            let member = of(paths);
            assert_eq!(calendars.busy_spans(&member, day).minutes(), Minutes::hours(hours), "{paths:?}");
            assert_eq!(calendars.busy_in(&member, day).collect::<Vec<_>>(), making_busy, "{paths:?}");
        }
        let later = Span { start: start + Minutes::hours(10), end: day.end };
        assert_eq!(calendars.busy_in(&of(&["ana.ics"]), later).count(), 0);
    }

    #[test]
    fn a_calendar_is_called_by_the_last_part_of_its_path() {
        for (path, name) in
            [("ana.ics", "ana.ics"), ("of/ana.ics", "ana.ics"), ("C:\\of\\ana\\", "ana"), ("of/ana/", "ana")]
        {
            assert_eq!(short_name(path), name, "{path}");
        }
    }
}
