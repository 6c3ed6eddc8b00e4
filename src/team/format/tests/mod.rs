//! Every field of every table: written, read again, and meant by whoever mistypes it.

mod limits;
mod told;

use std::fmt::Debug;

use super::chain::CHAIN;
use super::goal::{WEIGHTS, Weights};
use super::meeting::MEETING;
use super::member::{LEAVE, MEMBER, STAY};
use super::opening::{CANDIDATE, OPENING, REQUIREMENT};
use super::pin::{PIN, Pinned};
use super::policy::{POLICY, RATES};
use super::rota::ROTA;
use super::shifts::{BLOCKS, DAILY, SUN_WISE, WEEKLY};
use super::slot::SLOT;
use super::table::Table;
use super::taken::Taken;
use super::*;
use crate::team::ron::{Node, Value, parse};
use crate::team::source::Source;
use crate::team::{Goal, Shifts, Team, read, write};
use crate::time::Zone;

/// A tidy file in which every field is written at least once.
const FULL: &str = include_str!("../full.ron");

fn full() -> Team {
    let (team, warnings) = read("full.ron", FULL.as_bytes()).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(warnings, []);
    team
}

/// Reads the text of one group; what was found wrong, as messages.
fn reading<T, A>(table: &Table<T, A>, text: &str, around: &A) -> (Option<T>, Vec<String>) {
    let source = Source::new("a.ron", text);
    let mut decoder = Decoder::new(&source);
    let team = full();
    decoder.members.extend(team.members.iter().map(|member| member.name.clone()));
    decoder.roles.extend(team.members.iter().flat_map(|member| member.roles.clone()));
    decoder.taken.push(Taken::default());
    let value = table.read_within(&mut decoder, &root(text), around);
    (value, decoder.finish().into_iter().map(|diagnostic| diagnostic.message).collect())
}

fn root(text: &str) -> Node {
    parse(text).root.unwrap_or_else(|| panic!("{text} is RON"))
}

/// Proves that each of the `values` is read as it is written, that together they have every field of the table, and that a field with
/// a letter too many is refused with the right name. The table's name.
fn walk<T: PartialEq + Debug, A>(table: &Table<T, A>, values: &[&T], around: &A) -> &'static str {
    let mut left = table.names();
    for value in values {
        let mut text = String::new();
        Layout::Group("", table.show_within(value, around)).write(&mut text, 0, 0, 0);
        let (again, wrong) = reading(table, &text, around);
        assert_eq!((again.as_ref(), wrong), (Some(*value), vec![]), "{text}");
        let Value::Struct(_, fields) = root(&text).value else { panic!("{text} is a group") };
        for field in fields {
            let (name, place) = (&field.name, field.name_range);
            let mistyped = format!("{name}{}", &name[name.len() - 1..]);
            let wrong = format!("{}{mistyped}{}", &text[..place.start], &text[place.end..]);
            let refused = format!("{} has no field `{mistyped}`; did you mean `{name}`?", table.said);
            let (_, messages) = reading(table, &wrong, around);
            assert!(messages.contains(&refused), "{refused} {messages:?}");
            left.retain(|other| other != name);
        }
    }
    assert_eq!(left, Vec::<&str>::new(), "`full.ron` has no {} with these fields", table.name);
    table.name
}

#[test]
fn every_field_is_written_and_read_again() {
    let team = full();
    assert_eq!(write(&team), FULL);
    let (members, meetings) = (&team.members, &team.meetings);
    let (rotas, opening) = (&team.rotas, &team.openings[0]);
    let mut walked = vec![
        walk(&TEAM, &[&team], &()),
        walk(&MEMBER, &members.iter().collect::<Vec<_>>(), &()),
        walk(&STAY, &members[0].stays.iter().collect::<Vec<_>>(), &()),
        walk(&LEAVE, &[&members[0].leave[0]], &()),
        walk(&POLICY, &[&team.policy], &()),
        walk(&RATES, &[&team.policy.rates], &()),
        walk(&MEETING, &meetings.iter().collect::<Vec<_>>(), &()),
        walk(&SLOT, &[&meetings[0].chosen[0]], &Some(meetings[0].every)),
        walk(&CHAIN, &[&team.chains[0]], &()),
        walk(&ROTA, &rotas.iter().collect::<Vec<_>>(), &()),
        walk(&OPENING, &team.openings.iter().collect::<Vec<_>>(), &()),
        walk(&REQUIREMENT, &[&opening.requirements[0]], &()),
        walk(&CANDIDATE, &opening.candidates.iter().collect::<Vec<_>>(), &opening.hours),
    ];
    let rota = Pinned { tiers: 2, anchor: Some(Zone::UTC), horizon: None };
    walked.push(walk(&PIN, &[&rotas[0].pins[0]], &rota));
    for rota in rotas {
        walked.push(match &rota.shifts {
            Shifts::Weekly(at) => walk(&WEEKLY, &[at], &()),
            Shifts::Daily(at) => walk(&DAILY, &[at], &()),
            Shifts::Blocks(at) => walk(&BLOCKS, &[at], &()),
            Shifts::SunWise(legs) => walk(&SUN_WISE, &[legs], &()),
        });
    }
    for opening in &team.openings {
        if let Goal::Weights { overlap, coverage, handoff } = opening.goal {
            walked.push(walk(&WEIGHTS, &[&Weights { overlap, coverage, handoff }], &()));
        }
    }
    walked.sort_unstable();
    walked.dedup();
    let mut tables = names_of_tables();
    tables.sort_unstable();
    assert_eq!(walked, tables, "every table is walked");
}

/// The names of the tables that stand in the sources of this folder.
fn names_of_tables() -> Vec<String> {
    #[expect(clippy::disallowed_methods, reason = "a test reads the source")]
    let read = |path: std::path::PathBuf| std::fs::read_to_string(path).expect("a source");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/team/format");
    let sources = folder.read_dir().expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut names = Vec::new();
    for path in sources.filter(|path| path.extension().is_some_and(|ending| ending == "rs")) {
        let text = read(path);
        let tables = text
            .split(" static ")
            .skip(1)
            .filter(|rest| rest.lines().next().is_some_and(|line| line.contains(": Table<")));
        let name = |rest: &str| Some(rest.split_once("name: \"")?.1.split_once('"')?.0.to_owned());
        names.extend(tables.filter_map(name));
    }
    names
}
