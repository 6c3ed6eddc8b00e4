use std::fs;
use std::path::{Path, PathBuf};

use super::{ReadError, Unreadable, WriteError, read_named, write_atomic};

/// The folder beside a team's file in which its published rotas are kept: `team.ron` has `team.rotas`.
pub fn rotas_folder(team: &Path) -> PathBuf {
    team.with_extension("rotas")
}

/// Keeps a file in a folder, which is made if it is not there.
///
/// # Errors
/// When the folder cannot be made or the file cannot be written.
pub fn keep(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), WriteError> {
    let fail = |error: std::io::Error| WriteError { path: folder.to_owned(), why: error.to_string() };
    fs::create_dir_all(folder).map_err(fail)?;
    write_atomic(&folder.join(name), bytes)
}

/// The files of a folder whose names end in `ending`, by name; none where there is no such folder.
///
/// # Errors
/// When a file cannot be read, or all together have more than `limit` bytes.
pub fn kept(folder: &Path, ending: &str, limit: usize) -> Result<Vec<(String, Vec<u8>)>, ReadError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let found = read_named(folder, ".", ending, limit)?;
    let name = |path: String| Path::new(&path).file_name().and_then(|name| name.to_str()).map(str::to_owned);
    let named = found.into_iter().map(|(path, bytes)| {
        let missing = ReadError { path: PathBuf::from(&path), why: Unreadable::Missing };
        name(path).map(|name| (name, bytes)).ok_or(missing)
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_found_by_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let rotas = rotas_folder(&folder.path().join("team.ron"));
        assert!(rotas.ends_with("team.rotas"));
        assert_eq!(kept(&rotas, "ron", 100).expect("no folder is no fault"), []);
        keep(&rotas, "b.ron", b"two").expect("kept");
        keep(&rotas, "a.ron", b"one").expect("kept");
        keep(&rotas, "c.txt", b"no").expect("kept");
        let found = kept(&rotas, "ron", 100).expect("both");
        assert_eq!(found, [("a.ron".to_owned(), b"one".to_vec()), ("b.ron".to_owned(), b"two".to_vec())]);
        assert!(kept(&rotas, "ron", 4).is_err(), "too much");
    }
}
