//! Drawing computes nothing: files that only draw use what was made before.

#![expect(clippy::disallowed_methods, reason = "a test reads the source")]

use std::path::{Path, PathBuf};

/// What files are called that only draw.
const DRAWN: [&str; 13] = [
    "anchors", "card", "compare", "editor", "face", "form", "lists", "map", "places", "quality", "settings", "view",
    "why",
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = folder.read_dir().expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// The names that a source uses of the rooms that compute, in lower case: functions and modules, not types.
fn computing(source: &str) -> Vec<String> {
    let uses = source.split(';').filter_map(|line| line.trim().strip_prefix("use crate::"));
    let of_rooms =
        uses.filter(|path| ["plan::", "export::", "availability::"].iter().any(|room| path.starts_with(room)));
    let leaves = of_rooms.flat_map(|path| {
        let leaves = path.rsplit_once("::{").or_else(|| path.rsplit_once("::")).map_or("", |(_, leaves)| leaves);
        leaves.trim_end_matches('}').split(',').map(|leaf| leaf.trim().to_owned()).collect::<Vec<_>>()
    });
    leaves.filter(|leaf| leaf.starts_with(char::is_lowercase)).collect()
}

#[test]
fn files_that_draw_use_no_function_that_plans_or_writes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/window/screen");
    let is_drawn = |path: &PathBuf| path.file_stem().is_some_and(|stem| DRAWN.iter().any(|name| stem == *name));
    let drawn: Vec<PathBuf> = sources(&folder).into_iter().filter(is_drawn).collect();
    assert!(drawn.len() >= 20, "{} files", drawn.len());
    for path in drawn {
        let source = std::fs::read_to_string(&path).expect("a source");
        assert_eq!(computing(&source), [""; 0], "{}", path.display());
    }
}

#[test]
fn functions_are_told_from_types() {
    let source =
        "use crate::plan::rota::swap::{Swap, swaps};\nuse crate::export::rota::files;\nuse crate::words::meet;";
    assert_eq!(computing(source), ["swaps", "files"]);
}
