//! The files that a path in a file names.

use std::path::{Path, PathBuf};

use super::{ReadError, Unreadable, read_bytes};
use crate::spelling;

/// The file that `path` names from `folder` on, or if it is a folder all files right in it whose name ends in `ending` (such as `ics`), by
/// name: what each is called, from `folder` on, and its bytes. All together may have `limit` bytes.
///
/// # Errors
/// When there is nothing of this name (with the nearest that there is), a file cannot be read, or there are more bytes.
pub fn read_named(folder: &Path, path: &str, ending: &str, limit: usize) -> Result<Vec<(String, Vec<u8>)>, ReadError> {
    let whole = folder.join(path);
    let fail = |path: &Path, why| ReadError { path: path.to_owned(), why };
    if !whole.is_dir() {
        let bytes = read_bytes(&whole, limit).map_err(|error| match error.why {
            Unreadable::Missing => {
                fail(Path::new(path), nearest(&whole, path).map_or(error.why, Unreadable::MissingBut))
            }
            why => fail(Path::new(path), why),
        })?;
        return Ok(vec![(path.to_owned(), bytes)]);
    }
    let refuse = |error: std::io::Error| fail(Path::new(path), Unreadable::System(error.to_string()));
    let mut names: Vec<PathBuf> = Vec::new();
    for entry in whole.read_dir().map_err(refuse)? {
        let name = PathBuf::from(entry.map_err(refuse)?.file_name());
        if name.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending)) && whole.join(&name).is_file() {
            names.push(name);
        }
    }
    names.sort();
    let (mut files, mut left) = (Vec::new(), limit);
    for name in names {
        let shown = Path::new(path).join(&name);
        let bytes = read_bytes(&whole.join(&name), left).map_err(|error| match error.why {
            Unreadable::TooLarge { .. } => fail(Path::new(path), Unreadable::TooLarge { limit }),
            why => fail(&shown, why),
        })?;
        left -= bytes.len();
        files.push((shown.display().to_string(), bytes));
    }
    Ok(files)
}

/// The path with the name of the file or folder beside the missing one that is nearest to it.
fn nearest(whole: &Path, path: &str) -> Option<PathBuf> {
    let written = whole.file_name()?.to_str()?;
    let folder = whole.parent().filter(|parent| *parent != Path::new("")).unwrap_or(Path::new("."));
    let names = folder.read_dir().ok()?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.collect();
    names.sort_unstable();
    let near = spelling::closest(written, names.iter().map(|name| (name, name)))?;
    Some(Path::new(path).with_file_name(near))
}

#[cfg(test)]
mod tests {
    use super::super::write_atomic;
    use super::*;

    #[test]
    fn a_path_names_a_file_or_all_of_a_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let sub = folder.path().join("calendars");
        std::fs::create_dir(&sub).expect("made");
        for (name, content) in [("b.ics", "bb"), ("a.ICS", "a"), ("notes.txt", "n")] {
            write_atomic(&sub.join(name), content.as_bytes()).expect("written");
        }
        let read = |path: &str, limit| {
            let files = read_named(folder.path(), path, "ics", limit).map_err(|error| error.to_string())?;
            Ok(files.into_iter().map(|(name, bytes)| (name.replace('\\', "/"), bytes.len())).collect::<Vec<_>>())
        };
        let both = vec![("calendars/a.ICS".to_owned(), 1), ("calendars/b.ics".to_owned(), 2)];
        for (case, path, limit, expected) in [
            ("a file", "calendars/b.ics", 9, Ok(vec![("calendars/b.ics".to_owned(), 2)])),
            ("a folder", "calendars", 3, Ok(both.clone())),
            (
                "from the root",
                &*sub.join("notes.txt").display().to_string(),
                9,
                Ok(vec![(sub.join("notes.txt").display().to_string(), 1)]),
            ),
            ("too much in all", "calendars", 2, Err("cannot read `calendars`: it is larger than 0 MB".to_owned())),
            (
                "mistyped",
                "calendars/c.ics",
                9,
                Err("cannot read `calendars/c.ics`: there is no such file; did you mean `calendars/b.ics`?".to_owned()),
            ),
            (
                "nothing like it",
                "elsewhere.ics",
                9,
                Err("cannot read `elsewhere.ics`: there is no such file".to_owned()),
            ),
        ] {
            assert_eq!(read(path, limit), expected, "{case}");
        }
    }
}
