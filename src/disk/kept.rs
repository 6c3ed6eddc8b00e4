//! Published rotas, kept beside the team's file.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::write::{self, write_new};
use super::{ReadError, Unreadable, WriteError, read_file};

/// A kept file: its name, and its bytes or why they cannot be read.
pub type Kept = (String, Result<Vec<u8>, ReadError>);

/// The folder beside a team's file in which its published rotas are kept: `team.ron` has `team.rotas`.
pub fn rotas_folder(team: &Path) -> PathBuf {
    team.with_extension("rotas")
}

/// Keeps bytes in a folder, which is made if it is not there, under the first of the `names` that nothing has yet; says which that was.
///
/// # Errors
/// When the folder cannot be made, the file cannot be written, or all names are taken.
pub fn keep_new(folder: &Path, names: impl Iterator<Item = String>, bytes: &[u8]) -> Result<String, WriteError> {
    write::make_folder(folder)?;
    for name in names {
        if write_new(&folder.join(&name), bytes)? {
            return Ok(name);
        }
    }
    Err(WriteError { path: folder.to_owned(), why: "all names for it are taken".to_owned() })
}

/// The files of a folder whose names are `meant`, by name; none where there is no such folder. One that cannot be read, or has more than
/// `limit` bytes, hides no other.
///
/// # Errors
/// When the folder cannot be read.
pub fn kept(folder: &Path, limit: usize, meant: impl Fn(&str) -> bool) -> Result<Vec<Kept>, ReadError> {
    let fail = |error: &std::io::Error| ReadError { path: folder.to_owned(), why: Unreadable::of(error) };
    let entries = match folder.read_dir() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(|error| fail(&error))?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.map_err(|error| fail(&error))?.file_name();
        names.extend(name.to_str().filter(|name| meant(name)).map(str::to_owned));
    }
    names.sort_unstable();
    let read = |name: String| {
        let bytes = read_file(&folder.join(&name), limit);
        // Beside others it is known by its name alone.
        let bytes = bytes.map_err(|error| ReadError { path: PathBuf::from(OsStr::new(&name)), ..error });
        (name, bytes)
    };
    Ok(names.into_iter().map(read).collect())
}

#[cfg(test)]
mod tests {
    use super::super::write_atomic;
    use super::*;

    fn names(name: &str) -> impl Iterator<Item = String> {
        (1..4).map(move |number| format!("{name}{number}.ron"))
    }

    #[test]
    fn what_is_kept_is_found_by_name_and_one_that_cannot_be_read_hides_no_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let rotas = rotas_folder(&folder.path().join("team.ron"));
        assert!(rotas.ends_with("team.rotas"));
        let found = |limit| kept(&rotas, limit, |name| !name.ends_with("txt")).expect("a folder");
        assert_eq!(found(100), [], "no folder is no fault");
        assert_eq!(keep_new(&rotas, names("b"), b"two"), Ok("b1.ron".to_owned()));
        assert_eq!(keep_new(&rotas, names("a"), b"one..").as_deref(), Ok("a1.ron"));
        write_atomic(&rotas.join("c.txt"), b"no").expect("written");
        std::fs::create_dir(rotas.join("d.ron")).expect("a folder");
        let too_large = ReadError { path: "a1.ron".into(), why: Unreadable::TooLarge { limit: 4 } };
        let no_file = ReadError { path: "d.ron".into(), why: Unreadable::Folder };
        let expected = [
            ("a1.ron".to_owned(), Err(too_large)),
            ("b1.ron".to_owned(), Ok(b"two".to_vec())),
            ("d.ron".to_owned(), Err(no_file)),
        ];
        assert_eq!(found(4), expected);
    }

    #[test]
    fn a_name_that_is_taken_is_taken_by_no_other() {
        let folder = tempfile::tempdir().expect("a folder");
        for expected in ["r1.ron", "r2.ron", "r3.ron"] {
            assert_eq!(keep_new(folder.path(), names("r"), expected.as_bytes()).as_deref(), Ok(expected));
        }
        let error = keep_new(folder.path(), names("r"), b"four").expect_err("no name is left");
        assert!(error.to_string().ends_with("all names for it are taken"), "{error}");
        let all = kept(folder.path(), 100, |_| true).expect("a folder");
        assert!(all.iter().all(|(name, bytes)| bytes.as_deref() == Ok(name.as_bytes())), "none was replaced: {all:?}");
    }
}
