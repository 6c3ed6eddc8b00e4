use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{PanelAsk, PanelCost, PanelError, Seat, Sitting};
use crate::availability::{Availability, Level, RateMinutes};
use crate::team::{Member, Rates};
use crate::time::{Instant, Minutes, Span, Zone};

/// Minutes between the starts that a meeting can have; a quarter-hour is one by every clock of our time.
const GRID: i64 = 15;

/// The `top` best sittings, the best first; fewer when there are not so many, none when too many are away all the time.
///
/// They are compared by [`PanelCost`], then the earlier one wins. Of sittings that start on the same date in some zone only the
/// best `a_day` are given, if that is said.
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
    let known: Vec<Availability> = ask.everybody().map(|member| Availability::full(member, ask.over)).collect();
    let mut starts: Vec<(PanelCost, Instant)> = starts(ask)
        .filter_map(|start| {
            let span = Span { start, end: start + ask.length };
            Some((cost(ask, &burdens(&known, span, rates))?, start))
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
    Ok(best.map(|(cost, start)| sitting(ask, &known, Span { start, end: start + ask.length }, cost, rates)).collect())
}

/// Every quarter-hour from which the meeting ends in time.
fn starts(ask: &PanelAsk) -> impl Iterator<Item = Instant> {
    let early = i64::from(ask.over.start.epoch_minutes());
    let first = ask.over.start + Minutes((-early).rem_euclid(GRID));
    let room = (ask.over.end - first - ask.length).0;
    (0..=room.div_euclid(GRID)).map(move |quarter| first + Minutes(quarter * GRID))
}

/// What a sitting costs each; nothing for those who are away.
fn burdens(known: &[Availability], span: Span, rates: &Rates) -> Vec<Option<RateMinutes>> {
    let burden = |one: &Availability| (!one.away().intersects(span)).then(|| one.burden(span, rates));
    known.iter().map(burden).collect()
}

/// The cost with the cheapest choice of people; none if too few can come.
fn cost(ask: &PanelAsk, burdens: &[Option<RateMinutes>]) -> Option<PanelCost> {
    let (must, may) = burdens.split_at(ask.required.len());
    let must: Vec<RateMinutes> = must.iter().copied().collect::<Option<_>>()?;
    let mut may: Vec<RateMinutes> = may.iter().copied().flatten().collect();
    may.sort_unstable();
    let chosen = may.get(..ask.at_least)?;
    let all = || must.iter().chain(chosen).copied();
    Some(PanelCost { worst: all().max().unwrap_or_default(), total: all().sum() })
}

fn sitting(ask: &PanelAsk, known: &[Availability], span: Span, cost: PanelCost, rates: &Rates) -> Sitting {
    let burdens = burdens(known, span, rates);
    let count = ask.required.len();
    let seat = |place: usize, member: &Member| {
        let burden = burdens[place]?;
        let levels = known[place].segments_within(span).map(|(_, level)| level);
        let level = levels.max_by_key(|level| level.rate(rates)).unwrap_or(Level::Preferred);
        Some((place, Seat { member: member.name.clone(), required: place < count, burden, level }))
    };
    let mut must: Vec<(usize, Seat)> =
        ask.everybody().enumerate().filter_map(|(place, member)| seat(place, member)).collect();
    let mut may = must.split_off(count);
    may.sort_by_key(|(place, seat)| (seat.burden, *place));
    let others = may.split_off(ask.at_least);
    may.sort_by_key(|&(place, _)| place);
    let names = |seats: Vec<(usize, Seat)>| seats.into_iter().map(|(_, seat)| seat);
    let pool = ask.pool.iter().enumerate().filter(|(i, _)| burdens[count + i].is_none());
    Sitting {
        span,
        cost,
        attendees: names(must).chain(names(may)).collect(),
        substitutes: names(others).collect(),
        away: pool.map(|(_, member)| member.name.clone()).collect(),
    }
}
