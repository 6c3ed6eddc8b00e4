//! The dates on which a meeting is held.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::ask::Ask;
use crate::team::{Every, Nth, Slot};
use crate::time::Instant;

/// A date on which a meeting takes place if its slot is on this weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MeetingDate {
    /// In the anchor's zone.
    pub date: NaiveDate,
    /// Counts the times that the meeting is held: weeks, months or workdays since the first. A rotation of k slots takes slot
    /// `turn % k`.
    pub turn: usize,
}

/// The weekdays that a slot can have: none when the meeting is every weekday.
pub(super) fn weekdays(every: Every) -> Vec<Option<Weekday>> {
    match every {
        Every::Weekday => vec![None],
        _ => (0..7u8).map(|day| Weekday::try_from(day).ok()).collect(),
    }
}

/// The dates of a slot on `weekday`, in order: those in [from, from + 7 x weeks) on that weekday, every one, every second or
/// every fourth counted from the first week.
pub(super) fn dates(ask: &Ask, weekday: Option<Weekday>) -> Vec<MeetingDate> {
    let mut workdays = 0;
    let mut turn = |days: u64, date: NaiveDate| -> Option<usize> {
        let week = (days / 7) as usize;
        match ask.every {
            Every::Weekday => {
                let workday = date.weekday().num_days_from_monday() < 5;
                workdays += usize::from(workday);
                workday.then(|| workdays - 1)
            }
            Every::Week => Some(week),
            Every::TwoWeeks => week.is_multiple_of(2).then_some(week / 2),
            Every::FourWeeks => week.is_multiple_of(4).then_some(week / 4),
            Every::Month(nth) => is_nth(date, nth).then(|| months(ask.from, date)),
        }
    };
    (0..7 * u64::from(ask.weeks))
        .filter_map(|days| Some((days, ask.from.checked_add_days(Days::new(days))?)))
        .filter(|(_, date)| weekday.is_none_or(|day| date.weekday() == day))
        .filter_map(|(days, date)| turn(days, date).map(|turn| MeetingDate { date, turn }))
        .collect()
}

/// The dates in the anchor's zone on which the slot at `place` of `slots`, which take turns, is held, in order.
///
/// # Example
///
/// ```
/// # let text = r#"Team(version: 1, name: "T", members: [
/// #     (name: "Ana", zone: "Europe/Lisbon", hours: "Mo-Fr 09:00-17:00"),
/// #     (name: "Bo", zone: "America/New_York", hours: "Mo-Fr 09:00-17:00"),
/// # ], meetings: [(name: "Sync", minutes: 30, every: Week, from: "2027-01-04", weeks: 4, chosen: [
/// #     (weekday: "Tu", start: "15:00", anchor: "Europe/Lisbon"),
/// # ])])"#;
/// # let (team, _) = sunwise::team::read("t.ron", text.as_bytes()).unwrap();
/// # let monday = "2027-01-04".parse().unwrap();
/// use sunwise::plan::meet::{Ask, slot_dates};
///
/// let ask = Ask::of(&team, &team.meetings[0], monday).unwrap();
/// let slots = [team.meetings[0].chosen[0], team.meetings[0].chosen[0]];
/// let dates: Vec<String> = slot_dates(&ask, &slots, 1).iter().map(ToString::to_string).collect();
/// assert_eq!(dates, ["2027-01-12", "2027-01-26"]);
/// assert!(slot_dates(&ask, &slots, 2).is_empty(), "there is no third slot");
/// ```
pub fn slot_dates(ask: &Ask, slots: &[Slot], place: usize) -> Vec<NaiveDate> {
    let Some(slot) = slots.get(place) else { return Vec::new() };
    let held = dates(ask, slot.weekday).into_iter().filter(|date| date.turn % slots.len() == place);
    held.map(|date| date.date).collect()
}

/// The turns that a slot takes in a place of the rotation, with the starts of their occurrences.
pub(super) fn held(ask: &Ask, slot: Slot, place: usize) -> Vec<(usize, Instant)> {
    let taken = dates(ask, slot.weekday).into_iter().filter(|date| date.turn % usize::from(ask.slots) == place);
    taken.map(|date| (date.turn, slot.anchor.instant_at(date.date, slot.start.minutes()))).collect()
}

fn is_nth(date: NaiveDate, nth: Nth) -> bool {
    match nth {
        Nth::FromStart(n) => date.day0() / 7 + 1 == u32::from(n),
        Nth::Last => date.checked_add_days(Days::new(7)).is_none_or(|next| next.month() != date.month()),
    }
}

/// Calendar months from one date's to another's.
pub(super) fn months(from: NaiveDate, to: NaiveDate) -> usize {
    let count = |date: NaiveDate| date.year() * 12 + date.month0() as i32;
    (count(to) - count(from)) as usize
}

/// Whether a meeting that began on `from` takes place on `date`, as far as is known: of one every second or fourth week without a
/// first date any week may be its own.
///
/// # Example
///
/// ```
/// use sunwise::plan::meet::is_held_on;
/// use sunwise::team::Every;
///
/// let date = |text: &str| text.parse().unwrap();
/// let first = Some(date("2027-01-04"));
/// assert!(is_held_on(Every::TwoWeeks, first, date("2027-01-18")));
/// assert!(!is_held_on(Every::TwoWeeks, first, date("2027-01-11")));
/// assert!(is_held_on(Every::TwoWeeks, None, date("2027-01-11")));
/// ```
pub fn is_held_on(every: Every, from: Option<NaiveDate>, date: NaiveDate) -> bool {
    let days = from.map_or(0, |from| (date - from).num_days());
    let is_nth_week = |n: i64| from.is_none() || (days / 7) % n == 0;
    days >= 0
        && match every {
            Every::Weekday => date.weekday().num_days_from_monday() < 5,
            Every::Week => true,
            Every::TwoWeeks => is_nth_week(2),
            Every::FourWeeks => is_nth_week(4),
            Every::Month(nth) => is_nth(date, nth),
        }
}
