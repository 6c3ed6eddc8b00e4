//! The order of the rooms, and words that no source holds.

#![expect(clippy::disallowed_methods, reason = "a test reads the source")]

mod circles;

use std::path::{Path, PathBuf};

/// The rooms from the ground up: a room uses only rooms before it in this list.
const ROOMS: [&str; 12] = [
    "spelling",
    "disk",
    "time",
    "world",
    "team",
    "availability",
    "plan",
    "words",
    "picture",
    "export",
    "cli",
    "window",
];

/// Written in halves, so that this file does not hold them.
const FORBIDDEN: [[&str; 2]; 5] = [["db", "g!"], ["to", "do!"], ["unimple", "mented!"], ["FIX", "ME"], ["XX", "X"]];

fn sources(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(found.len() > 10, "the source is in `{folder}`");
    found
}

/// The room of a file of `src`; none for the roots `lib.rs` and `main.rs`.
fn room(file: &Path) -> Option<&str> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let within = file.strip_prefix(src).expect("within src");
    let mut parts = within.iter().filter_map(|part| part.to_str());
    let first = parts.next()?;
    match parts.next() {
        Some(_) => Some(first),
        None => first.strip_suffix(".rs").filter(|name| !["lib", "main"].contains(name)),
    }
}

/// The rooms that a line names behind `crate::`; comments name none.
fn named(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in code.split("crate::").skip(1) {
        let names: Vec<&str> = match part.strip_prefix('{') {
            Some(group) => first_names(group),
            None => vec![part],
        };
        let name =
            |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        found.extend(names.into_iter().map(name).filter(|name| ROOMS.contains(&name.as_str())));
    }
    found
}

/// `plan::{meet, rota}, team::Team}; ...` is `plan::...` and `team::...`.
fn first_names(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut names) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(&group[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    names
}

fn without_comments(text: &str) -> String {
    let code = |line: &&str| !line.trim_start().starts_with("//");
    text.lines().filter(code).collect::<Vec<_>>().join("\n")
}

#[test]
fn arrows_point_up() {
    let floor = |room: &str| ROOMS.iter().position(|known| *known == room);
    let mut down = Vec::new();
    for file in sources("src") {
        let Some(room) = room(&file) else { continue };
        let own = floor(room).unwrap_or_else(|| panic!("`{room}` is no room of the house: {}", file.display()));
        let code = without_comments(&std::fs::read_to_string(&file).expect("a source"));
        for target in named(&code) {
            if floor(&target).is_some_and(|target| target > own) {
                down.push(format!("{} uses {target}", file.display()));
            }
        }
    }
    assert!(down.is_empty(), "a room uses only rooms above it in the list:\n{}", down.join("\n"));
}

#[test]
fn the_map_shows_every_room_in_order() {
    let map = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("lib.rs");
    let rows: Vec<&str> =
        map.lines().filter_map(|line| line.strip_prefix("//! | [`")?.split_once("`]").map(|(room, _)| room)).collect();
    assert_eq!(rows, ROOMS);
}

#[test]
fn no_forbidden_words() {
    let mut found = Vec::new();
    for file in sources("src").into_iter().chain(sources("tests")) {
        let text = std::fs::read_to_string(&file).expect("a source");
        let words = FORBIDDEN.iter().map(|halves| halves.concat()).filter(|word| text.contains(word));
        found.extend(words.map(|word| format!("{}: {word}", file.display())));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn names_are_found_in_all_their_forms() {
    let code = "use crate::team::{Team, rota};\nuse crate::{plan::{meet, rota}, cli, other};\nlet x = crate::time::Zone::UTC;\n";
    assert_eq!(named(code), ["team", "plan", "cli", "time"]);
    assert_eq!(named(&without_comments("/// [`crate::window`]\n    // crate::cli\n")), Vec::<String>::new());
}
