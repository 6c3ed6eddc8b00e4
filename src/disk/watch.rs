//! Noticing that a file has changed.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecursiveMode, Watcher};

use super::ReadError;
use super::read::Unreadable;

/// A file that is watched as long as this is there.
pub struct Watch {
    _watcher: notify::RecommendedWatcher,
}

/// Watches the file `path` and calls `tell`, on a thread of its own, whenever something may have happened to it: it was written to, another one took its
/// name, it went or came back.
///
/// Folders are watched, not the file: editors write a new file and rename it, and a file that is gone cannot be watched. Of a link, both
/// the folder in which it lies and that of its file are. What others do on a network disk may never be told of: look now and then too.
///
/// # Errors
/// When the folder cannot be watched, because it is gone or the system watches no more.
pub fn watch(path: &Path, tell: impl Fn() + Send + 'static) -> Result<Watch, ReadError> {
    let fail = |error: &notify::Error| ReadError { path: path.to_owned(), why: Unreadable::System(error.to_string()) };
    let places: Vec<(PathBuf, OsString)> = [Some(path.to_owned()), path.canonicalize().ok()]
        .into_iter()
        .flatten()
        .filter_map(|file| place(&file))
        .collect();
    let names: Vec<OsString> = places.iter().map(|(_, name)| name.clone()).collect();
    let heard = move |event: notify::Result<Event>| {
        let is_meant = event.map_or(true, |event| is_change(event.kind) && names_one(&event, &names));
        if is_meant {
            tell();
        }
    };
    let mut watcher = notify::recommended_watcher(heard).map_err(|error| fail(&error))?;
    for (folder, _) in &places {
        watcher.watch(folder, RecursiveMode::NonRecursive).map_err(|error| fail(&error))?;
    }
    Ok(Watch { _watcher: watcher })
}

/// The folder of a file, and its name in it.
fn place(file: &Path) -> Option<(PathBuf, OsString)> {
    let folder = file.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    Some((folder.to_owned(), file.file_name()?.to_owned()))
}

/// Whether the content of something may be another one now; that it was read, by this program too, is no change.
fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

fn names_one(event: &Event, names: &[OsString]) -> bool {
    event.need_rescan() || event.paths.iter().any(|path| names.iter().any(|name| path.file_name() == Some(name)))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::super::{read_bytes, write_atomic};
    use super::*;

    const PATIENCE: Duration = Duration::from_secs(20);
    const QUIET: Duration = Duration::from_millis(200);

    /// Nothing is left to be told of.
    fn settle(told: &mpsc::Receiver<()>) {
        while told.recv_timeout(QUIET).is_ok() {}
    }

    #[test]
    fn every_change_of_the_file_is_told_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, other) = (folder.path().join("team.ron"), folder.path().join("other.ron"));
        write_atomic(&file, b"one").expect("written");
        let (sender, told) = mpsc::channel();
        let _watch = watch(&file, move || _ = sender.send(())).expect("watched");
        let calm: [(&str, &dyn Fn()); 2] = [
            ("another file", &|| write_atomic(&other, b"x").expect("written")),
            ("it is read", &|| drop(read_bytes(&file, 100).expect("read"))),
        ];
        for (case, act) in calm {
            act();
            assert_eq!(told.recv_timeout(QUIET), Err(mpsc::RecvTimeoutError::Timeout), "{case}");
        }
        #[expect(clippy::disallowed_methods, reason = "as an editor that writes in place")]
        let in_place = || std::fs::write(&file, b"two").expect("written");
        let changes: [(&str, &dyn Fn()); 4] = [
            ("written in place", &in_place),
            ("replaced", &|| std::fs::rename(&other, &file).expect("renamed")),
            ("gone", &|| std::fs::remove_file(&file).expect("removed")),
            ("back", &|| write_atomic(&file, b"three").expect("written")),
        ];
        for (case, act) in changes {
            act();
            assert_eq!(told.recv_timeout(PATIENCE), Ok(()), "{case}");
            settle(&told);
        }
    }

    #[cfg(unix)]
    #[test]
    fn the_file_of_a_link_is_watched_too() {
        let (folder, elsewhere) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let (link, file) = (folder.path().join("link.ron"), elsewhere.path().join("team.ron"));
        write_atomic(&file, b"one").expect("written");
        std::os::unix::fs::symlink(&file, &link).expect("a link");
        let (sender, told) = mpsc::channel();
        let _watch = watch(&link, move || _ = sender.send(())).expect("watched");
        write_atomic(&file, b"two").expect("written");
        assert_eq!(told.recv_timeout(PATIENCE), Ok(()));
    }

    #[test]
    fn a_folder_that_is_not_there_cannot_be_watched() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(watch(&folder.path().join("no/team.ron"), || ()).is_err());
    }
}
