//! What a rota is to those who hold it, in units of life: nights, weekends, hours.

use crate::plan::rota::{MemberHours, RotaPlan};
use crate::time::{Instant, Minutes, Zone};
use crate::words::amount::{count, duration, points};
use crate::words::clock::{self, Clock};

use super::duty::{duties, moment};

/// The most people who are named.
const NAMED: usize = 3;

/// The answer in two sentences: `All 26 duties are held. Nights 34–41 h and weekends 3 or 4 each; Ana carries most, and no rota asks less of
/// whoever does.` `weekends` are those of the plan's people.
pub fn told(plan: &RotaPlan, weekends: &[usize]) -> String {
    let held = gap(plan);
    let Some(shares) = shares(plan, weekends) else { return format!("{held} Nobody can hold any of it.") };
    match heaviest(plan) {
        Some(who) => format!("{held} {shares}; {who}."),
        None => format!("{held} {shares}."),
    }
}

/// What everybody has of it: `Nights 34–41 h and weekends 3 or 4 each`. Nothing where nobody can hold any of it.
fn shares(plan: &RotaPlan, weekends: &[usize]) -> Option<String> {
    let nights = hours(plan.members.iter().map(|member| member.nights))?;
    let weekends = range(weekends.iter().copied())?;
    let each = if plan.members.len() > 1 { " each" } else { "" };
    Some(match (nights.as_str(), weekends.as_str()) {
        ("0 h", "0") => "No nights and no weekends".to_owned(),
        ("0 h", weekends) => format!("No nights, weekends {weekends}{each}"),
        (nights, "0") => format!("Nights {nights}{each}, no weekends"),
        (nights, weekends) => format!("Nights {nights} and weekends {weekends}{each}"),
    })
}

/// Who carries most, and how far that is from the least that is possible. Nothing where nobody carries anything.
fn heaviest(plan: &RotaPlan) -> Option<String> {
    let (worst, least) = (plan.objective.worst, plan.bound.worst);
    let people = plan.problem.members().filter(|&person| plan.load(person) == worst);
    let names: Vec<&str> = people.map(|person| plan.name(person)).collect();
    if worst.points().0 <= 0.0 || names.is_empty() {
        return None;
    }
    let is_all = names.len() == plan.members.len() && names.len() > 1;
    let who = match names.len() {
        _ if is_all => "all carry the same".to_owned(),
        1 => format!("{} carries most", names[0]),
        2..=NAMED => format!("{} carry most", clock::list(&names)),
        many => format!("{} of {} people carry most", clock::spelled(many), plan.members.len()),
    };
    let above = (worst.points().0 / least.points().0 - 1.0) * 100.0;
    Some(match above {
        _ if worst <= least => format!("{who}, and no rota asks less of whoever carries most"),
        above if !above.is_finite() => who,
        above if above < 0.5 => format!("{who}, less than 1 % above the least possible"),
        above => format!("{who}, {above:.0} % above the least possible"),
    })
}

/// How much is unfilled.
pub fn gap(plan: &RotaPlan) -> String {
    let all = plan.problem.duties().count();
    let (gap, least) = (plan.objective.gap, plan.bound.gap);
    let has = if gap == 1 { "has" } else { "have" };
    match gap {
        0 => format!("All {} are held.", duties(all)),
        _ if gap == least => format!("{gap} of {} {has} nobody, and no rota can fill more.", duties(all)),
        _ => format!("{gap} of {} {has} nobody; no rota leaves fewer than {least} unfilled.", duties(all)),
    }
}

/// Who carries most, and how much of it could be spared at best.
pub fn worst(plan: &RotaPlan) -> String {
    let heaviest: Vec<&str> = plan
        .problem
        .members()
        .filter(|&person| plan.load(person) == plan.objective.worst)
        .map(|person| plan.name(person))
        .collect();
    let (worst, least) = (points(plan.objective.worst.points()), points(plan.bound.worst.points()));
    let who = match heaviest.as_slice() {
        [] => return "Nobody can hold any of it.".to_owned(),
        [one] => (*one).to_owned(),
        [one, other] => format!("{one} and {other}"),
        [one, ..] => format!("{one} and {} more", heaviest.len() - 1),
    };
    let carry = if heaviest.len() == 1 { "carries" } else { "carry" };
    if plan.objective.worst <= plan.bound.worst {
        format!("{who} {carry} most, {worst} points: no rota asks less of whoever carries most.")
    } else {
        format!("{who} {carry} most, {worst} points; no rota can come below {least}.")
    }
}

/// What it costs all together.
pub fn total(plan: &RotaPlan) -> String {
    let (total, least) = (points(plan.objective.total.points()), points(plan.bound.total.points()));
    if plan.objective.total <= plan.bound.total {
        format!("All together it costs {total} points, the least there is.")
    } else {
        format!("All together it costs {total} points; at least {least} cannot be avoided.")
    }
}

/// From the least to the most of some counts: `3`, `3 or 4`, `3–7`. Nothing of none.
pub fn range(counts: impl Iterator<Item = usize> + Clone) -> Option<String> {
    let (least, most) = counts.clone().min().zip(counts.max())?;
    Some(match most - least {
        0 => least.to_string(),
        1 => format!("{least} or {most}"),
        _ => format!("{least}–{most}"),
    })
}

/// From the least to the most of some times, in whole hours: `34 h`, `34–41 h`. Nothing of none.
pub fn hours(times: impl Iterator<Item = Minutes> + Clone) -> Option<String> {
    let (least, most) = times.clone().min().zip(times.max())?;
    let [least, most] = [least, most].map(|time| format!("{:.0}", time.as_hours()));
    Some(if least == most { format!("{least} h") } else { format!("{least}–{most} h") })
}

/// Who has most and who least of something: `most Ana and Bo, least Cy`, or that it is the same for all.
pub fn ends<T: Ord + Copy>(plan: &RotaPlan, of: &[T]) -> String {
    let Some((&least, &most)) = of.iter().min().zip(of.iter().max()) else { return String::new() };
    let names = |wanted: T| {
        let all: Vec<&str> =
            plan.named().zip(of).filter(|&(_, &own)| own == wanted).map(|((name, _), _)| name).collect();
        if all.len() > NAMED { format!("{} people", clock::spelled(all.len())) } else { clock::list(&all) }
    };
    match of.len() {
        1 => names(most),
        _ if least == most => "the same for everybody".to_owned(),
        _ => format!("most {}, least {}", names(most), names(least)),
    }
}

/// What somebody has of it: `34 h of nights, 3 weekends; next Mon 12 Apr, 10:00`. `next` is when they are on duty next, by `zone`.
pub fn own(member: &MemberHours, weekends: usize, next: Option<Instant>, zone: Zone, clock: Clock) -> String {
    let nights = match member.nights {
        Minutes::ZERO => "no nights".to_owned(),
        nights => format!("{:.0} h of nights", nights.as_hours()),
    };
    let weekends = if weekends == 0 { "no weekends".to_owned() } else { count(weekends, "weekend") };
    match next {
        _ if member.held == Minutes::ZERO => "Holds nothing".to_owned(),
        Some(next) => format!("{nights}, {weekends}\nNext {}", moment(zone.local(next), clock)),
        None => format!("{nights}, {weekends}\nNothing more to come"),
    }
}

/// What points are, and what the rota comes to in them, a sentence each.
pub fn fine_print(plan: &RotaPlan) -> Vec<String> {
    let what = "Points weigh what a duty costs a person: each hour by what it falls on for them (asleep, off or flexible, as the \
                team's policy rates them) and for being on duty at all. The primary's hours count double, and a load is divided by one's \
                share of on-call.";
    let spread =
        format!("Hours on duty are {} off equal shares, summed over everybody.", duration(plan.objective.spread));
    vec![what.to_owned(), worst(plan), total(plan), spread]
}
