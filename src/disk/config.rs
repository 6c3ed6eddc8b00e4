//! The user's settings.

use std::path::PathBuf;

use super::{ReadError, WriteError, read_file, write, write_atomic};

/// The largest file that is read, in bytes.
const LIMIT: usize = 64 * 1024;

/// A small file in the user's folder for the settings of programs.
#[derive(Clone, Debug)]
pub struct Config {
    file: PathBuf,
}

impl Config {
    /// The file of this name among the user's settings for this program. None where the system names no such folder.
    pub fn of_user(name: &str) -> Option<Self> {
        let places = directories::ProjectDirs::from("", "", "sunwise")?;
        Some(Self::in_file(places.config_dir().join(name)))
    }

    /// A file, which need not exist yet, nor its folder.
    pub fn in_file(file: PathBuf) -> Self {
        Self { file }
    }

    /// What stands in it.
    ///
    /// # Errors
    /// When there is no such file, it is larger than any settings are, or the system refuses.
    pub fn read(&self) -> Result<Vec<u8>, ReadError> {
        read_file(&self.file, LIMIT)
    }

    /// Writes it whole; makes the folder first.
    ///
    /// # Errors
    /// When the folder cannot be made or the file not be written.
    pub fn write(&self, bytes: &[u8]) -> Result<(), WriteError> {
        if let Some(folder) = self.file.parent() {
            write::make_folder(folder)?;
        }
        write_atomic(&self.file, bytes)
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
        config.write(b"{}").expect("written");
        assert_eq!(config.read().as_deref(), Ok(&b"{}"[..]));
        config.write(&vec![b' '; LIMIT + 1]).expect("written");
        assert!(config.read().is_err(), "too large for settings");
    }
}
