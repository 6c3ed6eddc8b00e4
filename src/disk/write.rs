use std::fs::Metadata;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

/// A file that cannot be written. What stood in it before still does.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("cannot write `{}`: {why}", path.display())]
pub struct WriteError {
    /// The file, as it was named.
    pub path: PathBuf,
    /// What the system says.
    pub why: String,
}

/// Writes `bytes` as the whole content of the file `path`: either all of it stands there afterwards, or what stood there before.
///
/// The bytes go to a new file beside it, which then takes its name. A link stays a link, and a file keeps its permissions;
/// what is no file, such as a pipe, is written to directly.
///
/// # Errors
/// When the folder does not exist or the system refuses.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let fail = |error: &io::Error| WriteError { path: path.to_owned(), why: error.to_string() };
    match path.metadata() {
        Ok(about) if about.is_dir() => Err(WriteError { path: path.to_owned(), why: "it is a folder".to_owned() }),
        Ok(about) if !about.is_file() => write_to_device(path, bytes).map_err(|error| fail(&error)),
        Ok(about) => {
            let target = path.canonicalize().map_err(|error| fail(&error))?;
            replace(&target, bytes, Some(&about)).map_err(|error| fail(&error))
        }
        Err(_) => replace(path, bytes, None).map_err(|error| fail(&error)),
    }
}

/// The file of several that is named after `path`: `rota.ics` and `primary` give `rota-primary.ics`, nothing gives `path` itself.
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    if suffix.is_empty() {
        return path.to_owned();
    }
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push("-");
    name.push(suffix);
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

fn write_to_device(path: &Path, bytes: &[u8]) -> io::Result<()> {
    std::fs::OpenOptions::new().write(true).open(path)?.write_all(bytes)
}

fn replace(path: &Path, bytes: &[u8], before: Option<&Metadata>) -> io::Result<()> {
    let folder = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".sunwise-").suffix(".part");
    #[cfg(unix)]
    if before.is_none() {
        // As any new file: what the umask leaves. Without this it would be readable by its owner alone.
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    let mut new = builder.tempfile_in(folder)?;
    new.write_all(bytes)?;
    if let Some(before) = before {
        new.as_file().set_permissions(before.permissions())?;
    }
    new.as_file().sync_all()?;
    new.persist(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::read_bytes;
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = folder.read_dir().expect("a folder").map(|entry| entry.expect("an entry").file_name());
        entries.map(|name| name.to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn the_whole_content_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("rota.ics");
        write_atomic(&file, b"a long first content").expect("written");
        write_atomic(&file, b"short").expect("written");
        assert_eq!(read_bytes(&file, 100).as_deref(), Ok(&b"short"[..]));
        assert_eq!(names(folder.path()), ["rota.ics"]);
    }

    #[test]
    fn several_files_are_named_after_one() {
        for (path, suffix, expected) in [
            ("out/rota.ics", "primary", "out/rota-primary.ics"),
            ("rota", "ana-ribeiro", "rota-ana-ribeiro"),
            ("out/rota.v2.ics", "", "out/rota.v2.ics"),
        ] {
            assert_eq!(beside(Path::new(path), suffix), Path::new(expected));
        }
    }

    #[test]
    fn what_cannot_be_written_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let error = write_atomic(folder.path(), b"x").expect_err("a folder");
        assert!(error.to_string().ends_with("it is a folder"), "{error}");
        let error = write_atomic(&folder.path().join("no/such/rota.ics"), b"x").expect_err("no folder");
        assert!(error.to_string().starts_with("cannot write `"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().expect("a folder");
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        write_atomic(&file, b"before").expect("written");
        let narrow = PermissionsExt::from_mode(0o640);
        std::fs::set_permissions(&file, narrow).expect("permitted");
        symlink("file", &link).expect("a link");
        write_atomic(&link, b"after").expect("written");
        assert!(link.symlink_metadata().expect("metadata").is_symlink());
        assert_eq!(read_bytes(&file, 100).as_deref(), Ok(&b"after"[..]));
        assert_eq!(file.metadata().expect("metadata").permissions().mode() & 0o777, 0o640);
    }
}
