//! Reading files, and why one cannot be read.

use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::spelling::did_you_mean;

/// A file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("cannot read `{}`: {why}", path.display())]
pub struct ReadError {
    /// The file, as it was named.
    pub path: PathBuf,
    /// Why not.
    pub why: Unreadable,
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// Nothing has this name.
    #[error("there is no such file")]
    Missing,
    /// Nothing has this name, but something a similar one.
    #[error("there is no such file{}", did_you_mean([.0.display()]))]
    MissingBut(PathBuf),
    /// It is a folder.
    #[error("it is a folder; name a file in it")]
    Folder,
    /// It is a pipe or a device, where a file is needed.
    #[error("it is a pipe or a device; name a file")]
    NoFile,
    /// It may not be read.
    #[error("reading it is not permitted")]
    Forbidden,
    /// It has more bytes than the caller takes.
    #[error("it is larger than {} MB", limit / (1024 * 1024))]
    TooLarge {
        /// How many bytes the caller takes.
        limit: usize,
    },
    /// What the system says.
    #[error("{0}")]
    System(String),
}

impl Unreadable {
    /// What an error of the system means to somebody who reads.
    pub(super) fn of(error: &std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::IsADirectory => Self::Folder,
            ErrorKind::PermissionDenied => Self::Forbidden,
            _ => Self::System(error.to_string()),
        }
    }
}

/// Whether anything has the name `path`.
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether `path` can be opened to be read, as far as can be told without opening what is no file.
///
/// # Errors
/// When there is nothing of this name, it is a folder, or the system refuses.
pub fn can_read(path: &Path) -> Result<(), ReadError> {
    let fail = |why| Err(ReadError { path: path.to_owned(), why });
    match path.metadata() {
        Ok(about) if about.is_dir() => fail(Unreadable::Folder),
        Ok(about) if about.is_file() => open(path).map(drop),
        Ok(_) => Ok(()),
        Err(error) => fail(Unreadable::of(&error)),
    }
}

/// The same as [`read_bytes`] of files alone: a pipe into which nobody writes would never end.
///
/// # Errors
/// When it is no file, and as there.
pub fn read_file(path: &Path, limit: usize) -> Result<Vec<u8>, ReadError> {
    let fail = |why| ReadError { path: path.to_owned(), why };
    let about = path.metadata().map_err(|error| fail(Unreadable::of(&error)))?;
    if about.is_file() || about.is_dir() { read_bytes(path, limit) } else { Err(fail(Unreadable::NoFile)) }
}

/// The bytes of the file `path`, of which there may be `limit` at most. Pipes and devices are read up to the limit, too.
///
/// # Errors
/// When there is no such file, it is a folder, it is too large, or the system refuses.
pub fn read_bytes(path: &Path, limit: usize) -> Result<Vec<u8>, ReadError> {
    let fail = |why| ReadError { path: path.to_owned(), why };
    let system = |error: &std::io::Error| fail(Unreadable::of(error));
    let file = open(path)?;
    let about = file.metadata().map_err(|error| system(&error))?;
    if about.is_dir() {
        return Err(fail(Unreadable::Folder));
    }
    if about.len() > limit as u64 {
        return Err(fail(Unreadable::TooLarge { limit }));
    }
    let mut bytes = Vec::with_capacity(about.len() as usize);
    file.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(|error| system(&error))?;
    if bytes.len() > limit {
        return Err(fail(Unreadable::TooLarge { limit }));
    }
    Ok(bytes)
}

fn open(path: &Path) -> Result<std::fs::File, ReadError> {
    #[expect(clippy::disallowed_methods, reason = "this is the room that touches files")]
    let opened = std::fs::File::open(path);
    opened.map_err(|error| ReadError { path: path.to_owned(), why: Unreadable::of(&error) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_told_apart() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("five");
        super::super::write_atomic(&file, b"12345").expect("written");
        let why = |path: &Path, limit| read_bytes(path, limit).map_err(|error| error.why);
        assert_eq!(why(&file, 5), Ok(b"12345".to_vec()));
        assert_eq!(why(&file, 4), Err(Unreadable::TooLarge { limit: 4 }));
        assert_eq!(why(folder.path(), 5), Err(Unreadable::Folder));
        assert_eq!(why(&folder.path().join("none"), 5), Err(Unreadable::Missing));
        assert_eq!(can_read(&file), Ok(()));
        for refused in [folder.path().to_owned(), folder.path().join("none")] {
            assert_eq!(can_read(&refused).map_err(|error| error.why), why(&refused, 5).map(drop));
        }
        let missing = read_bytes(Path::new("no/such.ron"), 5).expect_err("missing");
        assert_eq!(missing.to_string(), "cannot read `no/such.ron`: there is no such file");
    }

    #[cfg(unix)]
    #[test]
    fn a_device_without_end_is_too_large() {
        let error = read_bytes(Path::new("/dev/zero"), 1024).expect_err("endless");
        assert_eq!(error.why, Unreadable::TooLarge { limit: 1024 });
        let error = read_file(Path::new("/dev/zero"), 1024).expect_err("no file");
        assert_eq!(error.why, Unreadable::NoFile);
    }
}
