//! What becomes of a rota after it was published: changes, swaps, what would have to give, and what is to be mended.

use super::duty::{duties, moment, tier, when};
use crate::plan::rota::difference::{Change, Exchange};
use crate::plan::rota::relax::{Relaxation, relaxation};
use crate::plan::rota::rule::Ease;
use crate::plan::rota::swap::Swap;
use crate::plan::rota::{Duty, MemberHours, Progress, RotaPlan};
use crate::team::MemberId;
use crate::time::{Minutes, Zone};
use crate::words::amount::{count, duration, points};
use crate::words::clock::{self, Clock};

/// How far a search has come: `Round 3: 0 unfilled (at least 0), most of one 5 718 (5 357), in all 36 271 (36 115)`.
pub fn progress(progress: &Progress) -> String {
    let (found, least) = (&progress.objective, &progress.bound);
    format!(
        "Round {}: {} unfilled (at least {}), most of one {} ({}), in all {} ({})",
        progress.rounds,
        found.gap,
        least.gap,
        points(found.worst.points()),
        points(least.worst.points()),
        points(found.total.points()),
        points(least.total.points())
    )
}

/// A duty that is held otherwise in `plan`: `Primary, Mon 4 Jan, 10:00 – 18:00: Bo instead of Ana`.
pub fn change(plan: &RotaPlan, change: &Change, zone: Zone, clock: Clock) -> String {
    let after = change.after.map_or("nobody", |holder| plan.name(holder));
    let before = change.before.as_deref().unwrap_or("nobody");
    format!("{}, {}: {after} instead of {before}", tier(change.tier), when(change.span, zone, clock))
}

/// What the changes are to somebody: `8 h more`, `16 h less`, `8 h taken over, 8 h given away`.
pub fn exchange(exchange: Exchange) -> String {
    let Exchange { gained, lost } = exchange;
    match (gained, lost) {
        (gained, Minutes::ZERO) => format!("{} more", duration(gained)),
        (Minutes::ZERO, lost) => format!("{} less", duration(lost)),
        (gained, lost) => format!("{} taken over, {} given away", duration(gained), duration(lost)),
    }
}

/// An exchange of a duty: `Bo, for Secondary on Tue 5 Jan, 10:00 – 18:00: 4 points more in all, whoever carries most 120`.
pub fn swap(plan: &RotaPlan, swap: &Swap, zone: Zone, clock: Clock) -> String {
    let name = plan.name(swap.person);
    let Duty { shift, tier: other } = swap.other;
    let span = plan.problem.shifts()[shift].pieces[0];
    let more = swap.more.points().0;
    let in_all = if more.abs() < 0.05 {
        "as much in all".to_owned()
    } else {
        let way = if more > 0.0 { "more" } else { "less" };
        format!("{} points {way} in all", points(crate::availability::Points(more.abs())))
    };
    let worst = points(swap.worst.points());
    format!("{name}, for {} on {}: {in_all}, {worst} for whoever carries most", tier(other), when(span, zone, clock))
}

/// What would have to give: `Bo could take it with 8 h of rest instead of 11 h`.
pub fn relaxed(plan: &RotaPlan, found: &Relaxation) -> String {
    let rules: Vec<String> = found.rules.iter().map(|relaxed| eased(relaxed.ease)).collect();
    format!("{} could take it with {}", plan.name(found.person), clock::list(&rules))
}

/// How a rule gives: `8 h of rest instead of 11 h`.
fn eased(ease: Ease) -> String {
    match ease {
        Ease::Whole(words) => words.to_owned(),
        Ease::Count { most, instead_of, noun, within } => {
            format!("{} {within} instead of {instead_of}", count(most.into(), noun))
        }
        Ease::Less { left, instead_of, none, .. } if left <= Minutes::ZERO => {
            format!("{none} instead of {}", duration(instead_of))
        }
        Ease::Less { left, instead_of, of, .. } => {
            format!("{} {of} instead of {}", duration(left), duration(instead_of))
        }
    }
}

/// How much more than the mean somebody may have before it is named.
const FAR: f64 = 2.0;
/// How far above the proven least the worst load may be before it is named, in percent.
const CLOSE: f64 = 5.0;

/// What of a rota is to be mended, a sentence each, the gravest first; one that says so when nothing is.
pub fn to_mend(plan: &RotaPlan, zone: Zone, clock: Clock) -> Vec<String> {
    let mut found = Vec::new();
    let open = plan.roster.unfilled(&plan.problem);
    if let Some(&first) = open.first() {
        let start = plan.problem.shifts()[first.shift].start();
        let way = relaxation(&plan.problem, &plan.roster, first);
        let way = way.map(|way| format!(" {}.", relaxed(plan, &way))).unwrap_or_default();
        let many = duties(open.len());
        let at = moment(zone.local(start), clock);
        found.push(format!("{many} without anybody, the first on {at} ({}).{way}", tier(first.tier)));
    }
    let (worst, least) = (plan.objective.worst.points().0, plan.bound.worst.points().0);
    if worst > least * (1.0 + CLOSE / 100.0) && least > 0.0 {
        let most = plan.problem.members().max_by_key(|&person| plan.load(person));
        let name = most.map_or("Somebody", |person| plan.name(person));
        let above = ((worst / least - 1.0) * 100.0).round();
        found.push(format!(
            "{name} carries most, {above:.0} % above what is proven to be the least: a longer search may help."
        ));
    }
    let share = |person: MemberId, held: Minutes| held.0 as f64 / plan.problem.people()[person].capacity.as_f64();
    for (what, of) in [
        ("at night", (|member| member.nights) as fn(&MemberHours) -> Minutes),
        ("on days off", |member| member.days_off),
    ] {
        let shares = plan.problem.members().map(|person| (person, share(person, of(&plan.members[person]))));
        let mean = shares.clone().map(|(_, own)| own).sum::<f64>() / plan.members.len().max(1) as f64;
        let far = shares.filter(|&(_, own)| mean > 60.0 && own > FAR * mean);
        if let Some((person, _)) = far.max_by(|a, b| a.1.total_cmp(&b.1)) {
            let (name, held) = (plan.name(person), of(&plan.members[person]));
            found.push(format!("{name} holds {} {what}, more than twice the mean.", duration(held)));
        }
    }
    let idle: Vec<&str> =
        plan.named().filter(|(_, member)| member.held == Minutes::ZERO).map(|(name, _)| name).collect();
    if !idle.is_empty() && idle.len() < plan.members.len() {
        let hold = if idle.len() == 1 { "holds" } else { "hold" };
        found.push(format!("{} could, but {hold} nothing.", clock::list(&idle)));
    }
    if found.is_empty() {
        found.push(
            "Nothing to mend: every duty is held, and the burden is shared about as well as it can be.".to_owned(),
        );
    }
    found
}
