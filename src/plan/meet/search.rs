//! The question of a meeting, answered.

use super::alike::Alike;
use super::ask::{Ask, AskError, Relaxed, Rules};
use super::budget::{Budget, Effort, Untried};
use super::dates::held;
use super::detail::detail;
use super::grid::{Grid, anchor_zones};
use super::rotation::rotations;
use super::rules;
use super::singles::singles;
use super::space::Space;
use super::suggestion::Suggestion;
use super::table::{QUARTER, Table};
use crate::team::{Every, Rates, Slot};
use crate::time::Zone;

/// The `top` best suggestions, the best first; fewer when there are not so many.
///
/// They are compared by [`Cost`](super::suggestion::Cost), then the earlier slot wins: by weekday from Monday, start, name of the anchor.
/// Slots whose occurrences are the same instants are one; its anchor is then the home of the most attendees. The first is the
/// best of all. Each further one is the best that is unlike those before: some slot of it begins an hour or more apart (in the
/// week for a single slot, else in the day), so that the list offers a choice and not the same time a quarter of an hour later.
///
/// With [`Rules::keep`] the current slots come first if no suggestion has a lower largest and total burden.
///
/// The work is that of [`Budget::USUAL`]; [`suggest_within`] says what was not tried, too.
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
/// use sunwise::plan::meet::{Ask, suggest};
///
/// let ask = Ask::of(&team, &team.meetings[0], monday).unwrap();
/// let best = suggest(&ask, &team.policy.rates, 3).unwrap();
/// assert_eq!(best.len(), 3);
/// // Lisbon and New York share 14:00 to 17:00 UTC in January; half an hour in the middle begins at 15:15.
/// assert_eq!(best[0].occurrences[0].span.start.to_string(), "2027-01-04T15:15:00Z");
/// ```
///
/// # Example: what no slot keeps to
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
/// use sunwise::plan::meet::{Ask, AskError, Rules, suggest};
///
/// let ask = Ask::of(&team, &team.meetings[0], monday).unwrap();
/// // A whole day in which both are in comfort all the time.
/// let rules = Rules { quorum: Some(2), ..Rules::default() };
/// let ask = Ask { length: sunwise::time::Minutes::DAY, rules, ..ask };
/// let error = suggest(&ask, &team.policy.rates, 1).unwrap_err();
/// assert_eq!(error.to_string(), "no slot keeps to the rules; relax quorum");
/// assert!(matches!(error, AskError::NoneAllowed { slots: 1, .. }));
/// ```
///
/// # Errors
/// When the ask cannot be planned ([`Ask::check`]), the meeting never takes place in its horizon, or no slots keep to the rules.
pub fn suggest(ask: &Ask, rates: &Rates, top: usize) -> Result<Vec<Suggestion>, AskError> {
    suggest_within(ask, rates, top, Budget::USUAL).map(|found| found.all)
}

/// What is suggested for a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestions {
    /// The best first.
    pub all: Vec<Suggestion>,
    /// What was not tried, so that a better rotation may exist.
    pub untried: Untried,
}

/// The same as [`suggest`] with so much work, or until it is stopped ([`Budget::until`]). Single slots are all weighed, whatever the budget.
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
/// use sunwise::plan::meet::{Ask, Budget, suggest_within};
///
/// let ask = Ask { slots: 2, ..Ask::of(&team, &team.meetings[0], monday).unwrap() };
/// let whole = suggest_within(&ask, &team.policy.rates, 1, Budget::USUAL).unwrap();
/// assert!(!whole.untried.is_cut_short());
/// let hasty = suggest_within(&ask, &team.policy.rates, 1, Budget(1)).unwrap();
/// assert!(hasty.untried.is_cut_short());
/// assert!(hasty.all[0].cost >= whole.all[0].cost);
/// ```
///
/// # Errors
/// As those of [`suggest`].
pub fn suggest_within(
    ask: &Ask,
    rates: &Rates,
    top: usize,
    effort: impl Into<Effort>,
) -> Result<Suggestions, AskError> {
    ask.check()?;
    let effort = effort.into();
    let table = Table::new(ask, rates);
    let zones = anchor_zones(ask);
    let plans = plans(ask, &table, &zones, top, &effort)?;
    let untried = plans.untried;
    let current = current(ask, &table);
    if plans.slots.is_empty() && top > 0 && current.is_none() {
        let relaxed = relaxed(ask, rates, &zones, &effort);
        return Err(AskError::NoneAllowed { slots: ask.slots, relaxed, untried });
    }
    let burdens = |plan: &Suggestion| (plan.cost.worst, plan.cost.total_twice);
    let mut all: Vec<Suggestion> = plans.slots.into_iter().map(|slots| detail(ask, &table, slots)).collect();
    if let Some(current) = current.filter(|own| all.first().is_none_or(|best| burdens(own) <= burdens(best))) {
        all.retain(|other| other.occurrences != current.occurrences);
        all.insert(0, current);
        all.truncate(top);
    }
    Ok(Suggestions { all, untried })
}

/// What a meeting in these slots means.
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
/// use sunwise::plan::meet::{Ask, weigh};
///
/// let ask = Ask::of(&team, &team.meetings[0], monday).unwrap();
/// let meant = weigh(&ask, &team.policy.rates, &team.meetings[0].chosen).unwrap();
/// assert_eq!(meant.occurrences.len(), 4);
/// let bo = &meant.attendees[1];
/// assert_eq!((meant.name(bo.member), bo.times[0].start.to_string()), ("Bo", "10:00".to_owned()));
/// ```
///
/// # Errors
/// When the ask cannot be planned ([`Ask::check`]).
pub fn weigh(ask: &Ask, rates: &Rates, slots: &[Slot]) -> Result<Suggestion, AskError> {
    ask.check()?;
    Ok(detail(ask, &Table::new(ask, rates), slots.to_vec()))
}

/// The slots of the best suggestions.
pub(super) struct Plans {
    pub slots: Vec<Vec<Slot>>,
    pub untried: Untried,
}

/// The slots of the `top` best suggestions that keep to the clocks of these zones.
pub(super) fn plans(ask: &Ask, table: &Table, zones: &[Zone], top: usize, effort: &Effort) -> Result<Plans, AskError> {
    let grid = Grid::new(ask, zones);
    if grid.len() == 0 {
        return Err(AskError::NoOccurrence { from: ask.from, weeks: ask.weeks });
    }
    if ask.slots == 1 {
        let numbers = singles(table, &grid, ask, top);
        let slots = numbers.into_iter().map(|number| vec![grid.slot(number)]).collect();
        return Ok(Plans { slots, untried: Untried::default() });
    }
    let space = Space::new(table, &grid, &ask.rules, effort);
    let alike = Alike::new(space.choices.iter().map(|choice| grid.begin(choice.number)).collect());
    let slots = |chosen: Vec<usize>| chosen.into_iter().map(|slot| grid.slot(space.choices[slot].number)).collect();
    let slots = rotations(&space, &alike, top).into_iter().map(slots).collect();
    Ok(Plans { slots, untried: space.untried() })
}

/// What the current slots mean, if they are to be kept, can be, and keep to the rules.
fn current(ask: &Ask, table: &Table) -> Option<Suggestion> {
    let slots = &ask.rules.keep;
    let fits = |slot: &Slot| {
        slot.weekday.is_none() == (ask.every == Every::Weekday)
            && usize::from(slot.start.minutes()).is_multiple_of(QUARTER)
    };
    if slots.len() != usize::from(ask.slots) || !slots.iter().all(fits) {
        return None;
    }
    let all: Vec<_> = slots.iter().enumerate().map(|(place, &slot)| held(ask, slot, place)).collect();
    let allowed =
        all.iter().any(|held| !held.is_empty()) && (!ask.rules.forbid_any() || rules::allow(&ask.rules, table, &all));
    allowed.then(|| detail(ask, table, slots.clone()))
}

/// The rules of which each, left out alone, lets slots through.
fn relaxed(ask: &Ask, rates: &Rates, zones: &[Zone], effort: &Effort) -> Relaxed {
    let without: [(&'static str, Option<Rules>); 3] = [
        ("max_bad_slots", ask.rules.max_bad_slots.map(|_| Rules { max_bad_slots: None, ..ask.rules.clone() })),
        ("comfort_every", ask.rules.comfort_every.map(|_| Rules { comfort_every: None, ..ask.rules.clone() })),
        ("quorum", ask.rules.quorum.map(|_| Rules { quorum: None, ..ask.rules.clone() })),
    ];
    let without_count = without.iter().filter(|(_, rules)| rules.is_some()).count();
    let lets_through = |rules: Rules| {
        let ask = Ask { rules, ..ask.clone() };
        let effort = effort.shared_by(without_count);
        plans(&ask, &Table::new(&ask, rates), zones, 1, &effort).is_ok_and(|plans| !plans.slots.is_empty())
    };
    let relaxed =
        without.into_iter().filter_map(|(name, rules)| rules.filter(|r| lets_through(r.clone())).map(|_| name));
    Relaxed(relaxed.collect())
}
