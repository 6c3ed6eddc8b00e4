//! Circles between files: a file uses another, which by some way uses the first.

use std::collections::{BTreeMap, BTreeSet};

use super::{room, sources, without_comments};

/// Rooms without circles, a list that grows.
const FREE: [&str; 10] = ["disk", "time", "world", "team", "availability", "plan", "words", "picture", "export", "cli"];

/// A module by its path in the crate: `["export", "ics"]`.
type Module = Vec<String>;

/// What a file names of others: a path as it is written, and how the file calls it.
#[derive(Debug, PartialEq, Eq)]
struct Use {
    path: Vec<String>,
    called: String,
}

/// The files of a room, each with what it names; tests are no part of the house.
fn files(wanted: &str) -> BTreeMap<Module, Vec<Use>> {
    let mut codes: BTreeMap<Module, String> = BTreeMap::new();
    for file in sources("src").into_iter().filter(|file| room(file) == Some(wanted)) {
        let name = |part: &std::ffi::OsStr| part.to_str().expect("a name").trim_end_matches(".rs").to_owned();
        let mut module: Module = file.iter().skip_while(|part| *part != "src").skip(1).map(name).collect();
        // Beside a file of tests there is always what it tests.
        if module.last().is_some_and(|last| ["tests", "testing", "sample", "golden"].contains(&last.as_str())) {
            continue;
        }
        module.pop_if(|last| last == "mod");
        let code = without_comments(&std::fs::read_to_string(&file).expect("a source"));
        let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
        codes.insert(module, code);
    }
    assert!(codes.len() > 1, "`{wanted}` is a room");
    let children = |module: &Module| -> Vec<String> {
        codes
            .keys()
            .filter(|other| other.split_last().is_some_and(|(_, parent)| parent == module))
            .map(|other| other[other.len() - 1].clone())
            .collect()
    };
    codes.iter().map(|(module, code)| (module.clone(), uses(code, &children(module)))).collect()
}

/// All that some code names of other files: by `use`, or by a path that begins at the crate, above, or with a module of its own.
fn uses(code: &str, children: &[String]) -> Vec<Use> {
    let mut found = Vec::new();
    let mut rest = String::new();
    let mut statement: Option<String> = None;
    for line in without_sight(code).lines() {
        let start =
            line.trim_start().trim_start_matches("pub").trim_start_matches("(super)").trim_start_matches("(crate)");
        if statement.is_none() && start.trim_start().starts_with("use ") {
            statement = Some(start.trim_start()["use ".len()..].to_owned());
        } else if let Some(begun) = &mut statement {
            begun.push_str(line.trim());
        } else {
            rest.push_str(line);
            rest.push('\n');
        }
        if let Some((tree, _)) = statement.as_ref().and_then(|statement| statement.split_once(';')) {
            expand(&[], tree, &mut found);
            statement = None;
        }
    }
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    for path in rest.split(|c| !is_path(c)) {
        let path: Vec<String> = path.split("::").map(str::to_owned).collect();
        if path.len() > 1 && (["crate", "super"].contains(&path[0].as_str()) || children.contains(&path[0])) {
            found.push(Use { called: String::new(), path });
        }
    }
    found
}

/// Code without the modules that may see something: `pub(in a::b)` uses nothing.
fn without_sight(code: &str) -> String {
    let mut parts = code.split("pub(in ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + "pub" + part.split_once(')').map_or(part, |(_, rest)| rest))
}

/// `a::{b::C, D as E}` as its paths.
fn expand(before: &[String], tree: &str, found: &mut Vec<Use>) {
    let segments = |path: &str| -> Vec<String> {
        before
            .iter()
            .cloned()
            .chain(path.split("::").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()))
            .collect()
    };
    if let Some((path, group)) = tree.split_once('{') {
        let path = segments(path);
        for inner in super::first_names(&format!("{group}}}")).into_iter().filter(|inner| !inner.trim().is_empty()) {
            expand(&path, inner.trim(), found);
        }
        return;
    }
    let (path, called) =
        tree.split_once(" as ").map_or((tree, None), |(path, called)| (path, Some(called.trim().to_owned())));
    let mut path = segments(path);
    path.pop_if(|last| last == "self");
    let called = called.or_else(|| path.last().cloned()).unwrap_or_default();
    found.push(Use { path, called });
}

/// The file of the room in which that stands which `module` names by `path`: names that a file only passes on stand where they come from.
fn stands_in(files: &BTreeMap<Module, Vec<Use>>, module: &Module, path: &[String], depth: usize) -> Option<Module> {
    let mut at: Module = match path.first()?.as_str() {
        "crate" => Vec::new(),
        "super" => module.split_last()?.1.to_vec(),
        _ => module.clone(),
    };
    let skipped = usize::from(["crate", "super", "self"].contains(&path[0].as_str()));
    for (number, part) in path.iter().enumerate().skip(skipped) {
        let inner: Module = at.iter().cloned().chain([part.clone()]).collect();
        if part == "super" {
            at.pop();
        } else if files.keys().any(|file| file.starts_with(&inner)) {
            at = inner;
        } else {
            let passed_on = files.get(&at)?.iter().find(|one| one.called == *part && *at != *module);
            let from = |one: &Use| [one.path.clone(), path[number + 1..].to_vec()].concat();
            let origin = passed_on.filter(|_| depth > 0).and_then(|one| stands_in(files, &at, &from(one), depth - 1));
            return Some(origin.unwrap_or(at));
        }
    }
    files.contains_key(&at).then_some(at)
}

/// The arrows of a room that are part of circles, or lie between two.
fn circles(files: &BTreeMap<Module, Vec<Use>>) -> Vec<String> {
    let mut arrows: BTreeSet<(Module, Module)> = BTreeSet::new();
    for (module, uses) in files {
        let targets = uses.iter().filter_map(|one| stands_in(files, module, &one.path, 8));
        arrows.extend(targets.filter(|target| target != module).map(|target| (module.clone(), target)));
    }
    loop {
        let all = arrows.clone();
        let goes_on = |module: &Module| all.iter().any(|(from, _)| from == module);
        let is_reached = |module: &Module| all.iter().any(|(_, to)| to == module);
        arrows.retain(|(from, to)| goes_on(to) && is_reached(from));
        if arrows.len() == all.len() {
            return all.into_iter().map(|(from, to)| format!("{} uses {}", from.join("::"), to.join("::"))).collect();
        }
    }
}

#[test]
fn no_circles_between_files_of_free_rooms() {
    for room in FREE {
        let found = circles(&files(room));
        assert!(found.is_empty(), "{room}: what both need stands in a file of its own:\n{}", found.join("\n"));
    }
}

#[test]
fn circles_are_found() {
    let parts = |path: &str| -> Vec<String> { path.split("::").map(str::to_owned).collect() };
    let code = |codes: &[(&str, &str)]| -> BTreeMap<Module, Vec<Use>> {
        let children = ["child".to_owned(), "other".to_owned()];
        codes.iter().map(|(module, code)| (parts(module), uses(code, &children))).collect()
    };
    let child_takes_from_parent =
        code(&[("room", "mod child;\npub fn draw() {\n    child::draw();\n}"), ("room::child", "use super::Strip;")]);
    assert_eq!(circles(&child_takes_from_parent), ["room uses room::child", "room::child uses room"]);
    let passed_on = code(&[
        ("room", "pub use child::Strip;\nuse other::{self, draw as paint};"),
        ("room::child", "use crate::time::Span;"),
        ("room::other", "use crate::{\n    room::Strip,\n    time::Zone,\n};"),
    ]);
    assert_eq!(circles(&passed_on), Vec::<String>::new(), "`Strip` is the child's");
    let seen_from_above = code(&[
        ("room", "mod child;\npub fn draw() {\n    child::draw();\n}"),
        ("room::child", "pub(in crate::room) fn draw() {}\npub(in crate::room) use crate::time::Span;"),
    ]);
    assert_eq!(circles(&seen_from_above), Vec::<String>::new(), "who may see something is not used by it");
    let between_children = code(&[
        ("room", "pub use child::Strip;"),
        ("room::child", "fn new() -> super::other::Row {}"),
        ("room::other", "use super::Strip;"),
    ]);
    assert_eq!(circles(&between_children), ["room::child uses room::other", "room::other uses room::child"]);
}
