//! From a team and a rota as they are written to a [`Problem`] of integers.

use super::ask::{Published, Replan};
use super::check::check;
use super::error::RotaError;
use super::facts::{Before, Facts, Limits, Person, Priority};
use super::problem::Problem;
use super::roster::Roster;
use super::shift::{Duty, Shift};
use super::shifts::{SunTimes, shifts};
use crate::availability::{Availability, RateMinutes};
use crate::plan::handoff::{Question, boundaries};
use crate::team::{Member, MemberId, Pin, Policy, Rota, Shifts, Team, Tiers};
use crate::time::{HORIZON_END, Instant, Minutes, Span};

/// Points an hour, and points carried, beyond which sums would not be exact.
const MOST_POINTS: u32 = 100_000;
const MOST_CARRIED: i64 = 1_000_000_000;
const MOST_REST: Minutes = Minutes(366 * 24 * 60);

/// A problem with the team's members behind its people.
pub struct Built<'a> {
    /// The integers.
    pub problem: Problem,
    /// By person.
    pub members: Vec<&'a Member>,
    /// By person, from the first boundary to the last.
    pub availabilities: Vec<Availability>,
}

/// The problem of `rota`; `published` is the rota that people know already, of which all that starts before `kept` stays.
pub fn build<'a>(
    team: &'a Team,
    rota: &Rota,
    published: Option<(&Published, Replan)>,
    kept: Option<Instant>,
) -> Result<Built<'a>, RotaError> {
    check_sizes(team, rota)?;
    let members: Vec<&Member> = team.members.iter().filter(|member| tiers_of(rota, member).contains(&true)).collect();
    let sun = match rota.shifts {
        Shifts::SunWise(legs) => sun_times(&members, &team.policy, rota, legs),
        _ => Vec::new(),
    };
    let shifts = shifts(rota, &sun);
    if shifts.is_empty() {
        return Err(RotaError::NoShifts { rota: rota.name.clone() });
    }
    let horizon = horizon(&shifts);
    let availabilities: Vec<Availability> =
        members.iter().map(|member| Availability::full(member, &team.calendars, horizon)).collect();
    let people = members.iter().zip(&availabilities).map(|(member, availability)| Person {
        name: member.name.clone(),
        capacity: member.capacity,
        carried: rota.carried.get(&member.name).map_or(RateMinutes::ZERO, |&points| RateMinutes::from_points(points)),
        tiers: tiers_of(rota, member),
        costs: shifts.iter().map(|shift| cost(availability, shift, &team.policy)).collect(),
    });
    let limits = Limits {
        rest: rota.rest.unwrap_or(team.policy.rest),
        max_shifts_per_7_days: rota.max_shifts_per_7_days,
        max_weeks_in_a_row: rota.max_weeks_in_a_row,
    };
    let people = people.collect();
    let change_second = matches!(published, Some((_, Replan::KeepPublished)));
    let mut facts = Facts::new(shifts, people, rota.tiers.into(), limits)
        .with_priority(Priority { order: rota.order, change_second });
    if let Some((published, _)) = published {
        set_published(&mut facts, published);
        if let Some(kept) = kept {
            keep(&mut facts, rota, published, kept)?;
        }
    }
    let pinned = set_pins(&mut facts, rota, kept)?;
    let problem = Problem::new(facts);
    match check(&problem, &pinned).first() {
        None => Ok(Built { problem, members, availabilities }),
        Some(breach) => {
            let start = problem.shifts()[breach.duty.shift].start();
            let name = &problem.people()[breach.person].name;
            Err(breaks(rota, start, name, (breach.rule.sentence)(&problem)))
        }
    }
}

fn check_sizes(team: &Team, rota: &Rota) -> Result<(), RotaError> {
    let name = || rota.name.clone();
    let too_large = |what: String, most: i64| RotaError::TooLarge { rota: name(), what, most };
    if !(1..=3).contains(&rota.tiers) {
        return Err(RotaError::Tiers { rota: name(), tiers: rota.tiers });
    }
    let Policy { rates, duty, .. } = team.policy;
    if [rates.flexible, rates.asleep, rates.off, duty].iter().any(|&points| points > MOST_POINTS) {
        return Err(too_large("a rate of the policy".into(), MOST_POINTS.into()));
    }
    if rota.rest.unwrap_or(team.policy.rest) > MOST_REST {
        return Err(too_large("the rest (in hours)".into(), MOST_REST.0 / 60));
    }
    let absurd = |&(_, points): &(&String, &f64)| !points.is_finite() || points.abs() > MOST_CARRIED as f64;
    match rota.carried.iter().find(absurd) {
        Some((member, _)) => Err(too_large(format!("what `{member}` carries"), MOST_CARRIED)),
        None => Ok(()),
    }
}

/// The boundaries of the best chain of the eligible members, season by season over the rota's weeks.
fn sun_times(members: &[&Member], policy: &Policy, rota: &Rota, legs: u8) -> Vec<SunTimes> {
    let start = rota.anchor.midnight(rota.start);
    let end = start + Minutes(Minutes::WEEK.0 * i64::from(rota.weeks)) + Minutes::DAY + Minutes::DAY;
    let Some(horizon) = Span::new(start, end.min(Instant::midnight(HORIZON_END))) else { return Vec::new() };
    let season = |(from, times)| SunTimes { from, times };
    boundaries(&Question::usual(members, policy, horizon), legs).into_iter().map(season).collect()
}

/// From the first start to the last end.
fn horizon(shifts: &[Shift]) -> Span {
    let end = shifts.iter().map(Shift::end).max().unwrap_or(shifts[0].end());
    Span { start: shifts[0].start(), end }
}

/// For each tier whether `member` may hold it. A tier without roles is open to everybody.
fn tiers_of(rota: &Rota, member: &Member) -> Vec<bool> {
    let has_any = |roles: &Vec<String>| roles.is_empty() || roles.iter().any(|role| member.has_role(role));
    let tiers = usize::from(rota.tiers);
    match &rota.eligible {
        Tiers::Anyone => vec![true; tiers],
        Tiers::Roles(roles) => vec![has_any(roles); tiers],
        Tiers::ByTier(by_tier) => (0..tiers).map(|tier| by_tier.get(tier).is_none_or(has_any)).collect(),
    }
}

/// What `shift` costs: on top of every minute's level the duty itself; none when away in any part of it.
fn cost(availability: &Availability, shift: &Shift, policy: &Policy) -> Option<RateMinutes> {
    let of_piece = |&piece: &Span| {
        let away = availability.away().intersects(piece);
        let duty = RateMinutes(piece.minutes().0 * i64::from(policy.duty));
        (!away).then(|| availability.burden(piece, &policy.rates) + duty)
    };
    shift.pieces.iter().map(of_piece).sum()
}

/// Fixes every shift that starts before `kept` as it was published, whoever was away then.
fn keep(facts: &mut Facts, rota: &Rota, published: &Published, kept: Instant) -> Result<(), RotaError> {
    let past: Vec<Duty> = facts.duties().filter(|duty| facts.shifts()[duty.shift].start() < kept).collect();
    for duty in past {
        match facts.before(duty) {
            Before::Person(person) => {
                let served = RateMinutes(facts.length(duty.shift).0);
                facts.allow(duty.shift, person, served);
                facts.pin(duty, person);
            }
            Before::Nobody => facts.close(duty),
            Before::Unknown => {}
            Before::Other => {
                let start = facts.shifts()[duty.shift].start();
                let row = published.rows.iter().find(|row| row.start == start);
                let member = row.and_then(|row| row.tiers.get(duty.tier).cloned().flatten()).unwrap_or_default();
                return Err(RotaError::KeptMember { rota: rota.name.clone(), shift: start, member });
            }
        }
    }
    Ok(())
}

/// Sets the pins, but for those on shifts that are `kept` as they were published. All that is fixed, as a rota.
fn set_pins(facts: &mut Facts, rota: &Rota, kept: Option<Instant>) -> Result<Roster, RotaError> {
    let mut roster = Roster::empty(facts);
    for duty in facts.duties() {
        roster.set(duty, facts.pinned(duty));
    }
    for pin in rota.pins.iter().filter(|pin| kept.is_none_or(|kept| pin.shift >= kept)) {
        let (duty, person) = pinned(facts, rota, pin)?;
        if facts.pinned(duty).is_some_and(|other| other != person) {
            return Err(breaks(rota, pin.shift, &pin.member, "shares it with another pin".into()));
        }
        facts.pin(duty, person);
        roster.set(duty, Some(person));
    }
    Ok(roster)
}

fn breaks(rota: &Rota, shift: Instant, member: &str, why: String) -> RotaError {
    RotaError::PinBreaks { rota: rota.name.clone(), shift, member: member.to_owned(), why }
}

/// The duty and person of `pin`. A block is named by the start of any of its pieces.
fn pinned(facts: &Facts, rota: &Rota, pin: &Pin) -> Result<(Duty, MemberId), RotaError> {
    let Some(shift) = shift_at(facts, pin.shift) else {
        let starts = facts.shifts().iter().map(Shift::start);
        let nearest = starts.min_by_key(|&start| (start - pin.shift).0.abs()).unwrap_or(pin.shift);
        return Err(RotaError::PinShift { rota: rota.name.clone(), shift: pin.shift, nearest });
    };
    if !(1..=rota.tiers).contains(&pin.tier) {
        return Err(RotaError::PinTier {
            rota: rota.name.clone(),
            shift: pin.shift,
            member: pin.member.clone(),
            tier: pin.tier,
            tiers: rota.tiers,
        });
    }
    let person = named(facts, &pin.member);
    let person = person.ok_or_else(|| breaks(rota, pin.shift, &pin.member, "is not eligible for this rota".into()))?;
    Ok((Duty { shift, tier: usize::from(pin.tier) - 1 }, person))
}

/// The person who is called `name`.
fn named(facts: &Facts, name: &str) -> Option<MemberId> {
    facts.members().find(|&person| facts.people()[person].name == name)
}

/// The shift of which a piece starts at `start`.
fn shift_at(facts: &Facts, start: Instant) -> Option<usize> {
    facts.shifts().iter().position(|shift| shift.pieces.iter().any(|piece| piece.start == start))
}

fn set_published(facts: &mut Facts, published: &Published) {
    for row in &published.rows {
        // Of a block every piece is a row; the first one speaks for it.
        let Some(shift) = facts.shifts().iter().position(|shift| shift.start() == row.start) else { continue };
        for (tier, holder) in row.tiers.iter().enumerate().take(facts.tiers()) {
            let before =
                holder.as_ref().map_or(Before::Nobody, |name| named(facts, name).map_or(Before::Other, Before::Person));
            facts.published(Duty { shift, tier }, before);
        }
    }
}
