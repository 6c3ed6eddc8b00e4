//! What is said of a rota's quality: another program's score, rules of the trade, and that no minute is lost.

use super::amount::{count, duration};
use super::clock::{self, Clock};
use super::rota::tier;
use crate::plan::rota::quality::{Coverage, Score};
use crate::plan::rota::trade::{Preset, Violation};
use crate::plan::rota::{MemberHours, RotaPlan};
use crate::time::{Minutes, Zone};

/// The score of a tier and what it does not see: `Grafana OnCall would score the primary 100, Great. It does not see ...`.
pub fn score(plan: &RotaPlan, score: &Score) -> String {
    let head = format!(
        "Grafana OnCall would score the {} {}, {}.",
        tier(score.tier).to_lowercase(),
        score.total,
        score.name()
    );
    let mut hidden = Vec::new();
    if !score.unseen.is_empty() {
        let names: Vec<&str> = score.unseen.iter().map(|&member| plan.name(member)).collect();
        let verb = if names.len() == 1 { "holds" } else { "hold" };
        hidden.push(format!("that {} {verb} nothing in it", clock::list(&names)));
    }
    let nights: Minutes = plan.members.iter().map(|member| member.nights).sum();
    let most = |of: fn(&MemberHours) -> Minutes| {
        let most = plan.named().map(|(name, member)| (name, of(member))).max_by_key(|&(_, time)| time);
        most.filter(|&(_, time)| time > Minutes::ZERO)
    };
    if let Some((name, most)) = most(|member| member.nights) {
        hidden.push(format!("nights: {name} holds {} of {}", duration(most), duration(nights)));
    }
    if let Some((name, most)) = most(|member| member.days_off) {
        hidden.push(format!("days off: {name} gives {}", duration(most)));
    }
    if hidden.is_empty() { head } else { format!("{head} It does not see {}.", clock::list(&hidden)) }
}

/// What is broken, by whom and when: `Ana rests 8 h before Tue 5 Jan 2027, 06:00; 11 h are asked for.`
pub fn violation(plan: &RotaPlan, violation: &Violation, zone: Zone, style: Clock) -> String {
    let name = plan.name(violation.member);
    let local = zone.local(violation.at);
    let when = format!("{}, {}", clock::day(local.date()), style.time(local));
    let (found, allowed) = (duration(violation.found), duration(violation.allowed));
    match violation.preset {
        Preset::DailyRest => format!("{name} rests {found} before {when}; {allowed} are asked for."),
        Preset::Week48 => format!("{name} works {found} a week on average from {when} on; {allowed} are allowed."),
        Preset::Quarter => {
            format!("{name} is on call for {found}, the first time on {when}; {allowed} are a quarter of the time.")
        }
        Preset::NightsApart => {
            format!("{name} has {found} between nights, before that of {when}; {allowed} are asked for.")
        }
    }
}

/// That the shifts cover their horizon: `The shifts cover 2 184 h without a minute lost or doubled.`
pub fn coverage(coverage: &Coverage) -> String {
    let horizon = duration(coverage.horizon);
    match (coverage.lost, coverage.doubled) {
        (Minutes::ZERO, Minutes::ZERO) => {
            format!("The shifts cover their {horizon} exactly: no minute is lost or doubled by a change of clocks.")
        }
        (lost, doubled) => format!("Of {horizon} the shifts lose {} and double {}.", duration(lost), duration(doubled)),
    }
}

/// How many violations there are of what.
pub fn kept(presets: &[Preset], violations: &[Violation]) -> String {
    match violations.len() {
        0 if presets.is_empty() => "No rule of the trade is asked for.".to_owned(),
        0 => format!("{} kept.", if presets.len() == 1 { "The rule is" } else { "All rules are" }),
        broken => format!("{} against the rules.", count(broken, "shift")),
    }
}
