//! Writing files: all of it, or nothing.

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
    /// What stands in the way, and what would be right.
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
    let fail = |error: &io::Error| WriteError { path: path.to_owned(), why: why(path, error) };
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

/// Writes a file of a name that nothing has yet, as whole as [`write_atomic`]; whether the name was free.
///
/// # Errors
/// As there.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
    let made = written_beside(path, bytes, None).and_then(|new| match new.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(taken) if taken.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(failed) => Err(failed.error),
    });
    let made = made.map_err(|error| WriteError { path: path.to_owned(), why: why(path, &error) })?;
    keep_name(path);
    Ok(made)
}

/// Makes a folder, with those in which it lies, if it is not there.
///
/// # Errors
/// When it cannot be made.
pub fn make_folder(folder: &Path) -> Result<(), WriteError> {
    std::fs::create_dir_all(folder).map_err(|error| WriteError { path: folder.to_owned(), why: why(folder, &error) })
}

/// What an error of the system means to somebody who writes to `path`, and what would be right.
pub(super) fn why(path: &Path, error: &io::Error) -> String {
    use io::ErrorKind;
    let folder = folder_of(path).display();
    match error.kind() {
        ErrorKind::NotFound => format!("there is no folder `{folder}`; make it, or name another"),
        ErrorKind::NotADirectory => format!("`{folder}` is no folder; name another"),
        ErrorKind::PermissionDenied => {
            format!("new files in the folder `{folder}` are not permitted; name another, or have them permitted")
        }
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read; name a place on another".to_owned(),
        ErrorKind::StorageFull => "the disk is full; make room, or name a place on another".to_owned(),
        ErrorKind::QuotaExceeded => {
            "you may not use more of the disk; make room, or name a place on another".to_owned()
        }
        _ => error.to_string(),
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
    written_beside(path, bytes, before)?.persist(path).map_err(|error| error.error)?;
    keep_name(path);
    Ok(())
}

/// A new file in the folder of `path` with these bytes, which are on the disk: it only lacks the name.
fn written_beside(path: &Path, bytes: &[u8], before: Option<&Metadata>) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".sunwise-").suffix(".part");
    #[cfg(unix)]
    if before.is_none() {
        // As any new file: what the umask leaves. Without this it would be readable by its owner alone.
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    let mut new = builder.tempfile_in(folder_of(path))?;
    new.write_all(bytes)?;
    if let Some(before) = before {
        new.as_file().set_permissions(before.permissions())?;
    }
    new.as_file().sync_all()?;
    Ok(new)
}

/// Sees to it that the new name of a file outlives a loss of power. Where folders cannot be synced the system does so in its own time: the
/// bytes are whole under one name or the other.
fn keep_name(path: &Path) {
    #[expect(clippy::disallowed_methods, reason = "this is the room that touches files")]
    let folder = std::fs::File::open(folder_of(path));
    let _ = folder.and_then(|folder| folder.sync_all());
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."))
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
    fn a_new_file_takes_no_name_that_is_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("rota.ron");
        assert_eq!(write_new(&file, b"first"), Ok(true));
        assert_eq!(write_new(&file, b"second"), Ok(false));
        assert_eq!(read_bytes(&file, 100).as_deref(), Ok(&b"first"[..]));
        assert_eq!(names(folder.path()), ["rota.ron"]);
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
        let missing = folder.path().join("no/such");
        let error = write_atomic(&missing.join("rota.ics"), b"x").expect_err("no folder");
        assert_eq!(error.why, format!("there is no folder `{}`; make it, or name another", missing.display()));
        write_atomic(&folder.path().join("file"), b"x").expect("written");
        let error = make_folder(&folder.path().join("file/rotas")).expect_err("no folder");
        assert!(error.to_string().ends_with("/file` is no folder; name another"), "{error}");
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
