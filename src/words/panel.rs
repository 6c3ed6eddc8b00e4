//! A panel or a one-off, in words.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::Hash;

use super::amount::{count, duration, in_points};
use super::clock::{self, Clock};
use super::crowd::{self, together};
use super::presence;
use super::share::{self, When, share};
use crate::availability::{Level, RateMinutes};
use crate::plan::panel::{Attendee, PanelAsk, Sitting};
use crate::team::{Member, Team};

/// The best time in a sentence: `Mon 4 Jan 2027, 14:00-15:00 UTC: Ana and Bo, within everybody's hours.`
pub fn sentence(sitting: &Sitting, style: Clock) -> String {
    let names: Vec<&str> = sitting.attendees.iter().map(|one| sitting.name(one.member)).collect();
    let (start, end) = (sitting.span.start.utc(), sitting.span.end.utc());
    let when = format!("{}, {} UTC", clock::day(start.date()), style.between(start, end));
    format!("{when}: {}, {}.", crowd::names(&names), cost(sitting))
}

/// Who pays: `within everybody's hours`, `Bo is outside their hours (3 points)`. Of many, those who pay alike together, the worst first.
pub fn cost(sitting: &Sitting) -> String {
    let mut payers: Vec<&Attendee> = sitting.attendees.iter().filter(|one| one.burden > RateMinutes::ZERO).collect();
    if payers.is_empty() {
        return "within everybody's hours".to_owned();
    }
    let is_many = sitting.attendees.len() > crowd::MANY;
    if is_many {
        payers.sort_by_key(|one| Reverse(one.burden));
    }
    let groups = groups(payers, is_many, |one| (one.level, one.burden));
    let said = |same: &[&Attendee]| {
        let each = if same.len() > 1 { " each" } else { "" };
        format!("{} {} ({}{each})", called(sitting, same), level(same[0].level), in_points(same[0].burden.points()))
    };
    clock::list(&first_groups(&groups, is_many, said, "pay less"))
}

/// Each alone, or of many those with the same key together.
fn groups<K: Eq + Hash>(all: Vec<&Attendee>, is_many: bool, key: impl Fn(&Attendee) -> K) -> Vec<Vec<&Attendee>> {
    if is_many { together(all, |one| key(one)) } else { all.into_iter().map(|one| vec![one]).collect() }
}

/// What is said of each group; of many groups only of the first, and of the others how many they are and that they `do_what`.
fn first_groups(
    groups: &[Vec<&Attendee>],
    is_many: bool,
    said: impl Fn(&[&Attendee]) -> String,
    do_what: &str,
) -> Vec<String> {
    let most = if is_many { crowd::IN_A_SENTENCE } else { groups.len() };
    let left: usize = groups.iter().skip(most).map(Vec::len).sum();
    let rest = (left > 0).then(|| format!("{} {do_what}", count(left, "other")));
    groups.iter().take(most).map(|same| said(same)).chain(rest).collect()
}

/// `Ana`, or `Ana and 99 others`.
fn called(sitting: &Sitting, same: &[&Attendee]) -> String {
    crowd::first_of(sitting.name(same[0].member), same.len())
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Preferred => "at work",
        Level::Flexible => "in flexible time",
        Level::Off => "outside their hours",
        Level::Asleep => "asleep",
        Level::Away => "away",
    }
}

/// What somebody's clock shows then: `Tu 09:00-10:00 in Auckland`.
pub fn local(member: &Member, sitting: &Sitting, style: Clock) -> String {
    let (start, place) = presence::seen_at(member, sitting.span.start);
    let (end, _) = presence::seen_at(member, sitting.span.end);
    format!("{} {} in {place}", start.format("%a"), style.between(start, end))
}

/// Who of the pool could come as well, and who cannot: `Cai could (3 points); Dan is away`. Of many, those who would pay alike together.
pub fn others(sitting: &Sitting) -> String {
    let all: Vec<&Attendee> = sitting.substitutes.iter().collect();
    let is_many = all.len() > crowd::MANY;
    let groups = groups(all, is_many, |one| one.burden);
    let could = |same: &[&Attendee]| match same[0].burden {
        RateMinutes::ZERO => format!("{} could too", called(sitting, same)),
        burden => format!("{} could ({})", called(sitting, same), in_points(burden.points())),
    };
    let mut said = first_groups(&groups, is_many, could, "could for more");
    match sitting.away.as_slice() {
        [first, others @ ..] if others.len() >= crowd::MANY => {
            said.push(format!("{} are away", crowd::first_of(sitting.name(*first), others.len() + 1)));
        }
        away => said.extend(away.iter().map(|&member| format!("{} is away", sitting.name(member)))),
    }
    said.join("; ")
}

/// Why there is no time.
pub fn none(ask: &PanelAsk) -> String {
    let (from, to) = (ask.over.start.utc().date(), ask.over.end.utc().date());
    let who = match (ask.required.len(), ask.pool.len()) {
        (_, 0) => "everybody who must come".to_owned(),
        (0, pool) => format!("{} of {pool}", ask.at_least),
        (required, pool) => format!("the {} and {} of {pool}", count(required, "required member"), ask.at_least),
    };
    format!("there is no {} from {from} to {to} at which {who} can come: too many are away", duration(ask.length))
}

/// For the description of an event, which those who come read: everybody's times, but neither who pays nor who else was asked.
pub fn description(team: &Team, sitting: &Sitting, style: Clock) -> String {
    lines(team, std::slice::from_ref(sitting), style).join("\n")
}

/// The times as lines to paste, everybody who comes by name unless they are many.
pub fn lines(team: &Team, found: &[Sitting], style: Clock) -> Vec<String> {
    let by_name: HashMap<&str, &Member> =
        team.members.iter().rev().map(|member| (member.name.as_str(), member)).collect();
    let line = |sitting: &Sitting| {
        let member = |one: &Attendee| by_name.get(sitting.name(one.member)).copied();
        let members: Vec<&Member> = sitting.attendees.iter().filter_map(member).collect();
        let names = members.len() <= crowd::MANY;
        let how = share::Style { names, clock: style, ..share::Style::default() };
        share(When::Over(sitting.span), &members, how)
    };
    found.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::panel::suggest;
    use crate::team;
    use crate::time::{Instant, Minutes, Span};

    #[test]
    fn a_sitting_says_who_comes_and_who_pays() {
        let text = r#"Team(version: 1, name: "T", members: [
            (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00", holidays: "none"),
            (name: "Bo", city: "New York", hours: "Mo-Fr 09:00-17:00", holidays: "none"),
            (name: "Cai", city: "Tokyo", hours: "Mo-Fr 09:00-17:00", leave: [(from: "2027-01-04", to: "2027-01-31")]),
        ])"#;
        let team = team::read("t.ron", text.as_bytes()).expect("a team").0;
        let start = Instant::midnight("2027-01-11".parse().expect("a date"));
        let over = Span { start, end: start + Minutes::WEEK };
        let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        let ask = |required: &[&str], pool: &[&str], at_least, hours| {
            PanelAsk::of(&team, (&names(required), &names(pool)), at_least, Minutes::hours(hours), over)
                .expect("an ask")
        };
        let best = |ask: &PanelAsk| suggest(ask, &team.policy.rates, 1, None).expect("an answer");
        let found = best(&ask(&["Ana"], &["Bo", "Cai"], 1, 1));
        assert_eq!(
            sentence(&found[0], Clock::Hours24),
            "Mon 11 Jan 2027, 14:00-15:00 UTC: Ana and Bo, within everybody's hours."
        );
        assert_eq!(others(&found[0]), "Cai is away");
        assert_eq!(
            lines(&team, &found, Clock::Hours24),
            ["Mon 11 Jan 2027: 14:00-15:00 UTC, 09:00-10:00 New York (Bo), 14:00-15:00 Lisbon (Ana)"]
        );
        assert_eq!(local(&team.members[1], &found[0], Clock::Hours24), "Mon 09:00-10:00 in New York City");
        let long = best(&ask(&["Ana", "Bo"], &[], 0, 4));
        // Three hours are shared; each pays half of the fourth.
        let said = sentence(&long[0], Clock::Hours24);
        assert!(
            said.ends_with("Ana outside their hours (1.5 points) and Bo outside their hours (1.5 points)."),
            "{said}"
        );
        let never = ask(&["Cai"], &["Ana", "Bo"], 1, 1);
        assert_eq!(best(&never), []);
        assert_eq!(
            none(&never),
            "there is no 1 h from 2027-01-11 to 2027-01-18 at which the 1 required member and 1 of 2 can come: too many are away"
        );
    }
}
