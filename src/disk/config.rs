//! The user's settings.

use std::path::PathBuf;
use std::time::Duration;

use super::turns::{Turn, Turns};
use super::{ReadError, Unreadable, WriteError, read_file, within, write, write_atomic};

/// The largest file that is read, in bytes.
const LIMIT: usize = 64 * 1024;
/// How long a program that begins waits for its settings: a home that does not answer holds nobody up.
const PATIENCE: Duration = Duration::from_millis(500);

/// A small file in the user's folder for the settings of programs.
#[derive(Clone, Debug)]
pub struct Config {
    file: PathBuf,
    turns: Turns<()>,
}

/// Settings that are still to be written.
#[derive(Debug)]
#[must_use]
pub struct Keeping {
    file: PathBuf,
    turn: Turn<()>,
    bytes: Vec<u8>,
}

impl Config {
    /// The file of this name among the user's settings for this program. None where the system names no such folder.
    pub fn of_user(name: &str) -> Option<Self> {
        let places = directories::ProjectDirs::from("", "", "sunwise")?;
        Some(Self::in_file(places.config_dir().join(name)))
    }

    /// A file, which need not exist yet, nor its folder.
    pub fn in_file(file: PathBuf) -> Self {
        Self { file, turns: Turns::default() }
    }

    /// What stands in it.
    ///
    /// # Errors
    /// When there is no such file, it is larger than any settings are, the system refuses, or does not answer at once.
    pub fn read(&self) -> Result<Vec<u8>, ReadError> {
        let file = self.file.clone();
        let late =
            |why: super::NoAnswer| Err(ReadError { path: self.file.clone(), why: Unreadable::System(why.to_string()) });
        within(PATIENCE, move || read_file(&file, LIMIT)).unwrap_or_else(late)
    }

    /// What is to stand in it from now on, to be written on any thread.
    pub fn keeping(&self, bytes: Vec<u8>) -> Keeping {
        Keeping { file: self.file.clone(), turn: self.turns.next(), bytes }
    }
}

impl Keeping {
    /// Writes the file whole, unless later settings were written; makes the folder first.
    ///
    /// # Errors
    /// When the folder cannot be made or the file not be written.
    pub fn write(self) -> Result<(), WriteError> {
        let Self { file, turn, bytes } = self;
        let written = turn.take(|()| {
            if let Some(folder) = file.parent() {
                write::make_folder(folder)?;
            }
            write_atomic(&file, &bytes)
        });
        written.unwrap_or(Ok(()))
    }

    /// The file.
    pub fn file(&self) -> &std::path::Path {
        &self.file
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_from_a_folder_that_was_not_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let config = Config::in_file(folder.path().join("not/yet/there.json"));
        assert!(config.read().is_err());
        config.keeping(b"{}".to_vec()).write().expect("written");
        assert_eq!(config.read().as_deref(), Ok(&b"{}"[..]));
        config.keeping(vec![b' '; LIMIT + 1]).write().expect("written");
        assert!(config.read().is_err(), "too large for settings");
    }
}
