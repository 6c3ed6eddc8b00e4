//! From a team and a rota as they are written to a [`Problem`] of integers.

use super::error::RotaError;
use super::problem::{Before, Duty, Limits, Person, Priority, Problem, Roster, Shift};
use super::rule::check;
use super::shifts::{SunTimes, shifts};
use super::{Published, Replan};
use crate::availability::{Availability, RateMinutes};
use crate::plan::handoff::{Question, boundaries};
use crate::team::{Member, Pin, Policy, Rota, Shifts, Team, Tiers};
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
    let availabilities: Vec<Availability> = members.iter().map(|member| Availability::full(member, horizon)).collect();
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
    let mut problem = Problem::new(shifts, people, rota.tiers.into(), limits)
        .with_priority(Priority { order: rota.order, change_second });
    if let Some((published, _)) = published {
        set_published(&mut problem, published);
        if let Some(kept) = kept {
            keep(&mut problem, rota, published, kept)?;
        }
    }
    set_pins(&mut problem, rota, kept)?;
    Ok(Built { problem, members, availabilities })
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
fn keep(problem: &mut Problem, rota: &Rota, published: &Published, kept: Instant) -> Result<(), RotaError> {
    let past: Vec<Duty> = problem.duties().filter(|duty| problem.shifts()[duty.shift].start() < kept).collect();
    for duty in past {
        match problem.before(duty) {
            Before::Person(person) => {
                let served = RateMinutes(problem.length(duty.shift).0);
                problem.allow(duty.shift, person, served);
                problem.pin(duty, person);
            }
            Before::Nobody => problem.close(duty),
            Before::Unknown => {}
            Before::Other => {
                let start = problem.shifts()[duty.shift].start();
                let row = published.rows.iter().find(|row| row.start == start);
                let member = row.and_then(|row| row.tiers.get(duty.tier).cloned().flatten()).unwrap_or_default();
                return Err(RotaError::KeptMember { rota: rota.name.clone(), shift: start, member });
            }
        }
    }
    Ok(())
}

/// Sets the pins, but for those on shifts that are `kept` as they were published.
fn set_pins(problem: &mut Problem, rota: &Rota, kept: Option<Instant>) -> Result<(), RotaError> {
    let mut roster = Roster::empty(problem);
    for duty in problem.duties() {
        roster.set(duty, problem.pinned(duty));
    }
    for pin in rota.pins.iter().filter(|pin| kept.is_none_or(|kept| pin.shift >= kept)) {
        let (duty, person) = pinned(problem, rota, pin)?;
        if problem.pinned(duty).is_some_and(|other| other != person) {
            return Err(breaks(rota, pin.shift, &pin.member, "shares it with another pin".into()));
        }
        problem.pin(duty, person);
        roster.set(duty, Some(person));
    }
    match check(problem, &roster).first() {
        None => Ok(()),
        Some(breach) => {
            let at = problem.shifts()[breach.duty.shift].start();
            Err(breaks(rota, at, &problem.people()[breach.person].name, breach.rule.sentence(problem)))
        }
    }
}

fn breaks(rota: &Rota, shift: Instant, member: &str, why: String) -> RotaError {
    RotaError::PinBreaks { rota: rota.name.clone(), shift, member: member.to_owned(), why }
}

/// The duty and person of `pin`. A block is named by the start of any of its pieces.
fn pinned(problem: &Problem, rota: &Rota, pin: &Pin) -> Result<(Duty, usize), RotaError> {
    let Some(shift) = shift_at(problem, pin.shift) else {
        let starts = problem.shifts().iter().map(Shift::start);
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
    let person = problem.people().iter().position(|person| person.name == pin.member);
    let person = person.ok_or_else(|| breaks(rota, pin.shift, &pin.member, "is not eligible for this rota".into()))?;
    Ok((Duty { shift, tier: usize::from(pin.tier) - 1 }, person))
}

/// The shift of which a piece starts at `start`.
fn shift_at(problem: &Problem, start: Instant) -> Option<usize> {
    problem.shifts().iter().position(|shift| shift.pieces.iter().any(|piece| piece.start == start))
}

fn set_published(problem: &mut Problem, published: &Published) {
    for row in &published.rows {
        // Of a block every piece is a row; the first one speaks for it.
        let Some(shift) = problem.shifts().iter().position(|shift| shift.start() == row.start) else { continue };
        for (tier, holder) in row.tiers.iter().enumerate().take(problem.tiers()) {
            let person = |name: &String| problem.people().iter().position(|person| person.name == *name);
            let before =
                holder.as_ref().map_or(Before::Nobody, |name| person(name).map_or(Before::Other, Before::Person));
            problem.published(Duty { shift, tier }, before);
        }
    }
}
