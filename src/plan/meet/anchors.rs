//! What the choice of an anchor means for a meeting.

use chrono::{Datelike, Timelike};

use super::ask::{Ask, AskError};
use super::budget::{Budget, Effort, Untried};
use super::dates::{dates, held};
use super::detail::detail;
use super::grid::{anchor_zones, same_rules};
use super::search::plans;
use super::suggestion::Suggestion;
use super::table::Table;
use crate::team::{Every, Rates, Slot};
use crate::time::{TimeOfDay, Zone};

/// What each anchor makes of a meeting: the zone whose clocks it keeps to decides who pays when the clocks change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchors {
    /// The same time under every anchor: slots that begin at the same instants and from then on keep to the anchor's clocks.
    /// The cheapest first.
    pub same: Vec<AnchorChoice>,
    /// The best that every anchor can do, the cheapest first; none for an anchor whose slots do not keep to the rules.
    pub best: Vec<AnchorChoice>,
    /// What the searches for the best did not try.
    pub untried: Untried,
}

/// An anchor and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnchorChoice {
    /// The zone whose clocks the meeting keeps to.
    pub anchor: Zone,
    /// All zones of attendees (and UTC) whose clocks are the same throughout the horizon, with the anchor.
    pub zones: Vec<Zone>,
    /// Its slots and what they mean for everybody.
    pub suggestion: Suggestion,
}

/// Compares every attendee's zone (on stays too) and UTC as anchors of a meeting that begins in these slots; of zones with the
/// same clocks throughout the horizon one stands for all.
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
/// use sunwise::plan::meet::{Ask, anchors};
///
/// let ask = Ask { weeks: 52, ..Ask::of(&team, &team.meetings[0], monday).unwrap() };
/// let found = anchors(&ask, &team.policy.rates, &team.meetings[0].chosen).unwrap();
/// let mut names: Vec<&str> = found.same.iter().map(|choice| choice.anchor.name()).collect();
/// names.sort_unstable();
/// assert_eq!(names, ["America/New_York", "Europe/Lisbon", "UTC"]);
/// ```
///
/// # Errors
/// When the ask cannot be planned ([`Ask::check`]) or the meeting never takes place in its horizon.
pub fn anchors(ask: &Ask, rates: &Rates, slots: &[Slot]) -> Result<Anchors, AskError> {
    anchors_within(ask, rates, slots, Budget::USUAL)
}

/// The same as [`anchors`] with so much work, or until it is stopped ([`Budget::until`]).
///
/// # Errors
/// As those of [`anchors`].
pub fn anchors_within(
    ask: &Ask,
    rates: &Rates,
    slots: &[Slot],
    effort: impl Into<Effort>,
) -> Result<Anchors, AskError> {
    ask.check()?;
    let table = Table::new(ask, rates);
    let mut found = Anchors { same: Vec::new(), best: Vec::new(), untried: Untried::default() };
    let zones = anchor_zones(ask);
    let effort = effort.into().shared_by(zones.len());
    for anchor in zones {
        let choice = |slots: Vec<Slot>| AnchorChoice {
            anchor,
            zones: alike(ask, anchor),
            suggestion: detail(ask, &table, slots),
        };
        let moved = slots.iter().enumerate().map(|(place, &slot)| kept_to(ask, slot, place, anchor));
        found.same.push(choice(moved.collect()));
        let plans = plans(ask, &table, &[anchor], 1, &effort)?;
        found.untried = found.untried + plans.untried;
        found.best.extend(plans.slots.into_iter().map(choice));
    }
    found.same.sort_by_key(|choice| choice.suggestion.cost);
    found.best.sort_by_key(|choice| choice.suggestion.cost);
    Ok(found)
}

/// The slot that begins at the same instant as another and keeps to the clocks of `anchor`.
fn kept_to(ask: &Ask, slot: Slot, place: usize, anchor: Zone) -> Slot {
    let all = || dates(ask, slot.weekday).first().map(|date| slot.anchor.instant_at(date.date, slot.start.minutes()));
    let Some(first) = held(ask, slot, place).first().map(|&(_, start)| start).or_else(all) else {
        return Slot { anchor, ..slot };
    };
    let local = anchor.local(first);
    let start = TimeOfDay::from_minutes((local.hour() * 60 + local.minute()) as u16).unwrap_or(slot.start);
    let weekday = (ask.every != Every::Weekday).then(|| local.weekday());
    Slot { weekday, start, anchor }
}

fn alike(ask: &Ask, anchor: Zone) -> Vec<Zone> {
    let mut zones: Vec<Zone> = ask.attendees().flat_map(|(member, _)| member.zones()).chain([Zone::UTC]).collect();
    zones.sort_unstable();
    zones.dedup();
    zones.retain(|&zone| same_rules(zone, anchor, ask.reach()));
    zones
}
