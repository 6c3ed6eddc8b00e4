//! Every quarter of an hour is weighed, those who are alike at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::ask::{PanelAsk, PanelError};
use super::sitting::{Attendee, PanelCost, Sitting};
use crate::availability::{Alike, Availability, Level, RateMinutes};
use crate::team::{MemberId, Rates};
use crate::time::{Instant, Minutes, Span, Zone};

/// Minutes between the starts that a meeting can have; a quarter-hour is one by every clock of our time.
const GRID: i64 = 15;

/// The `top` best sittings, the best first; fewer when there are not so many, none when too many are away all the time.
///
/// They are compared by [`PanelCost`], then the earlier one wins. Of sittings that start on the same date in some zone only the
/// best `a_day` are given, if that is said.
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
/// # let over = sunwise::time::Span {
/// #     start: sunwise::time::Instant::midnight(monday),
/// #     end: sunwise::time::Instant::midnight(monday) + sunwise::time::Minutes::WEEK,
/// # };
/// # let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
/// use sunwise::plan::panel::{PanelAsk, suggest};
/// use sunwise::time::Minutes;
///
/// let ask = PanelAsk::of(&team, (&names(&["Ana"]), &names(&["Bo"])), 1, Minutes::HOUR, over).unwrap();
/// let found = suggest(&ask, &team.policy.rates, 1, None).unwrap();
/// assert_eq!(found[0].span.start.to_string(), "2027-01-04T14:00:00Z");
/// assert_eq!(found[0].name(found[0].attendees[1].member), "Bo");
/// ```
///
/// # Example: a minute too long
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
/// # let over = sunwise::time::Span {
/// #     start: sunwise::time::Instant::midnight(monday),
/// #     end: sunwise::time::Instant::midnight(monday) + sunwise::time::Minutes::WEEK,
/// # };
/// # let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
/// use sunwise::plan::panel::{PanelAsk, PanelError, suggest};
/// use sunwise::time::Minutes;
///
/// let ask = PanelAsk::of(&team, (&names(&["Ana"]), &[]), 0, Minutes::DAY, over).unwrap();
/// let ask = PanelAsk { length: Minutes(1441), ..ask };
/// assert_eq!(suggest(&ask, &team.policy.rates, 1, None), Err(PanelError::Length(Minutes(1441))));
/// ```
///
/// # Errors
/// When it cannot be looked for ([`PanelAsk::check`]).
pub fn suggest(
    ask: &PanelAsk,
    rates: &Rates,
    top: usize,
    a_day: Option<(usize, Zone)>,
) -> Result<Vec<Sitting>, PanelError> {
    ask.check()?;
    let panel = Panel::of(ask, rates);
    let mut starts: Vec<(PanelCost, Instant)> = starts(ask)
        .filter_map(|start| {
            let span = Span { start, end: start + ask.length };
            Some((panel.cost(&panel.burdens(span))?, start))
        })
        .collect();
    starts.sort_unstable();
    let mut dates: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    let mut is_wanted = |start: Instant| {
        a_day.is_none_or(|(most, zone)| {
            let taken = dates.entry(zone.local(start).date()).or_default();
            *taken += 1;
            *taken <= most
        })
    };
    let best = starts.into_iter().filter(|&(_, start)| is_wanted(start)).take(top);
    Ok(best.map(|(cost, start)| panel.sitting(Span { start, end: start + ask.length }, cost)).collect())
}

/// Every quarter-hour from which the meeting ends in time.
fn starts(ask: &PanelAsk) -> impl Iterator<Item = Instant> {
    let early = i64::from(ask.over.start.epoch_minutes());
    let first = ask.over.start + Minutes((-early).rem_euclid(GRID));
    let room = (ask.over.end - first - ask.length).0;
    (0..=room.div_euclid(GRID)).map(move |quarter| first + Minutes(quarter * GRID))
}

/// Everybody who was asked about; who are alike are looked at once.
struct Panel<'a> {
    ask: &'a PanelAsk<'a>,
    rates: &'a Rates,
    names: Arc<[String]>,
    alike: Alike,
    /// By pattern.
    known: Vec<Availability>,
    /// By pattern: how many of them have to come, and how many may.
    counts: Vec<(usize, usize)>,
}

impl<'a> Panel<'a> {
    fn of(ask: &'a PanelAsk<'a>, rates: &'a Rates) -> Self {
        let everybody: Vec<_> = ask.everybody().collect();
        let alike = Alike::by_full(&everybody);
        let required = ask.required.len();
        let counts = alike.sorts().map(|sort| {
            let members = alike.members(sort);
            let must = members.partition_point(|member| member.index() < required);
            (must, members.len() - must)
        });
        Self {
            ask,
            rates,
            names: everybody.iter().map(|member| member.name.clone()).collect(),
            known: alike
                .sorts()
                .map(|sort| Availability::full(everybody[alike.first(sort)], ask.calendars, ask.over))
                .collect(),
            counts: counts.collect(),
            alike,
        }
    }

    /// What a sitting costs one of each pattern; nothing for those who are away.
    fn burdens(&self, span: Span) -> Vec<Option<RateMinutes>> {
        let burden = |one: &Availability| (!one.away().intersects(span)).then(|| one.burden(span, self.rates));
        self.known.iter().map(burden).collect()
    }

    /// The cost with the cheapest choice of people; none if too few can come.
    fn cost(&self, burdens: &[Option<RateMinutes>]) -> Option<PanelCost> {
        let mut cost = PanelCost::default();
        let mut add = |burden: RateMinutes, count: usize| {
            if count > 0 {
                cost.worst = cost.worst.max(burden);
                cost.total += burden * count as i64;
            }
        };
        let mut may: Vec<(RateMinutes, usize)> = Vec::new();
        for (burden, &(must, others)) in burdens.iter().zip(&self.counts) {
            match *burden {
                None if must > 0 => return None,
                None => {}
                Some(burden) => {
                    add(burden, must);
                    may.push((burden, others));
                }
            }
        }
        may.sort_unstable();
        let mut wanted = self.ask.at_least;
        for (burden, others) in may {
            let count = others.min(wanted);
            add(burden, count);
            wanted -= count;
        }
        (wanted == 0).then_some(cost)
    }

    fn sitting(&self, span: Span, cost: PanelCost) -> Sitting {
        let burdens = self.burdens(span);
        let levels: Vec<Level> = self.known.iter().map(|one| self.costliest(one, span)).collect();
        let count = self.ask.required.len();
        let attendee = |member: MemberId| {
            let pattern = self.alike.sort_of(member).index();
            let burden = burdens[pattern]?;
            Some(Attendee { member, required: member.index() < count, burden, level: levels[pattern] })
        };
        let everybody = MemberId::all(self.names.len());
        let mut attendees: Vec<Attendee> = everybody.clone().filter_map(attendee).collect();
        let mut may = attendees.split_off(count);
        may.sort_by_key(|one| (one.burden, one.member));
        let substitutes = may.split_off(self.ask.at_least);
        may.sort_by_key(|one| one.member);
        attendees.extend(may);
        let is_away = |member: &MemberId| burdens[self.alike.sort_of(*member).index()].is_none();
        Sitting {
            span,
            cost,
            attendees,
            substitutes,
            away: everybody.skip(count).filter(is_away).collect(),
            names: Arc::clone(&self.names),
        }
    }

    /// The level of the costliest minute.
    fn costliest(&self, one: &Availability, span: Span) -> Level {
        let levels = one.segments_within(span).map(|(_, level)| level);
        levels.max_by_key(|level| level.rate(self.rates)).unwrap_or(Level::Preferred)
    }
}
