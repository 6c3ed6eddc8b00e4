//! Copies of unsaved work, so that it can be found again after the program ended without saving it.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use fs4::fs_std::FileExt;
use serde_json::{Value, json};

use super::turns::{Turn, Turns};
use super::write::{self, write_atomic};
use super::{WriteError, read_file};

/// The largest copy that is read back, in bytes.
const LIMIT: usize = 64 * 1024 * 1024;
/// How the names of copies end, and those of the files that are locked by whoever writes a copy, as long as they run.
const COPY: &str = "json";
const LOCK: &str = "lock";

/// Copies of unsaved work, kept while it is unsaved.
///
/// Each window has one copy of its own, under a name that no other takes; beside it lies a file that it holds locked, so that others know
/// that it still runs. The copies of those that ended are there to be offered.
#[derive(Debug)]
pub struct Recovery {
    folder: PathBuf,
    /// There from the first that is kept until it is discarded.
    own: Turns<Option<Held>>,
}

/// The name of a copy, without its ending, and its locked file.
#[derive(Debug)]
struct Held {
    stem: PathBuf,
    _lock: File,
}

/// A turn in which the own copy is kept or discarded.
#[derive(Debug)]
pub struct CopyTurn {
    folder: PathBuf,
    turn: Turn<Option<Held>>,
}

/// Unsaved work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// The file that it belongs to, if it has one.
    pub path: Option<PathBuf>,
    /// The text.
    pub text: String,
    /// What the file held when it was last read or written, by which it is known later whether somebody else has changed it.
    pub held: Option<String>,
}

/// Unsaved work that a window left when it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// What it is.
    pub unsaved: Unsaved,
    /// When the copy was written.
    pub written: SystemTime,
    /// The copy itself.
    pub copy: PathBuf,
}

impl Recovery {
    /// The copies of this user: in the folder for the state of programs, or else for their data. None where the system names
    /// no such folder.
    pub fn of_user() -> Option<Self> {
        let places = directories::ProjectDirs::from("", "", "sunwise")?;
        let folder = places.state_dir().unwrap_or_else(|| places.data_local_dir());
        Some(Self::in_folder(folder.join("recovery")))
    }

    /// The copies in a folder, which need not exist yet.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self { folder, own: Turns::default() }
    }

    /// The next turn to keep or to discard the own copy.
    pub fn turn(&self) -> CopyTurn {
        CopyTurn { folder: self.folder.clone(), turn: self.own.next() }
    }

    /// The folder of the copies, in which [`left`] looks.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// What windows left in the folder of copies that have ended since, the newest first.
pub fn left(folder: &Path) -> Vec<Left> {
    let Ok(entries) = folder.read_dir() else { return Vec::new() };
    let files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let ends_in = |file: &Path, ending: &str| file.extension().is_some_and(|own| own == ending);
    for lock in files.iter().filter(|file| ends_in(file, LOCK)) {
        if !lock.with_extension(COPY).exists() && !is_held(lock) {
            remove(lock);
        }
    }
    let mut left: Vec<Left> =
        files.iter().filter(|file| ends_in(file, COPY)).filter_map(|copy| left_in(copy)).collect();
    left.sort_by_key(|copy| std::cmp::Reverse(copy.written));
    left
}

impl CopyTurn {
    /// Writes the own copy, in place of its earlier one, unless a later turn was taken.
    ///
    /// # Errors
    /// When the folder cannot be made or the copy not be written.
    pub fn keep(self, unsaved: &Unsaved) -> Result<(), WriteError> {
        let Self { folder, turn } = self;
        let kept = turn.take(|own| {
            write::make_folder(&folder)?;
            let held = match own {
                Some(held) => held,
                none => none.insert(hold(&folder)?),
            };
            let path = unsaved.path.as_deref().and_then(Path::to_str);
            let copy = json!({ "path": path, "text": unsaved.text, "held": unsaved.held });
            write_atomic(&held.stem.with_extension(COPY), copy.to_string().as_bytes())
        });
        kept.unwrap_or(Ok(()))
    }

    /// Removes the own copy, unless a later turn was taken: the work is saved, or given up.
    pub fn discard(self) {
        self.turn.take(|own| {
            if let Some(held) = own.take() {
                remove(&held.stem.with_extension(COPY));
                remove(&held.stem.with_extension(LOCK));
            }
        });
    }
}

impl Left {
    /// Removes the copy: it was taken over, or is not wanted.
    pub fn discard(&self) {
        remove(&self.copy);
        remove(&self.copy.with_extension(LOCK));
    }
}

/// A copy that is gone already needs no removal, and one that cannot be removed is offered again.
fn remove(copy: &Path) {
    let _ = std::fs::remove_file(copy);
}

/// Takes a name that nobody has. Its file is locked before it has the name, so that nobody takes the window for ended.
fn hold(folder: &Path) -> Result<Held, WriteError> {
    let fail =
        |error: std::io::Error| WriteError { path: folder.to_owned(), why: write::why(&folder.join(LOCK), &error) };
    let prefix = format!("{}-", std::process::id());
    let new = tempfile::Builder::new().prefix(&prefix).suffix(".part").tempfile_in(folder).map_err(fail)?;
    // Where there are no locks, the number of the process in the name has to do.
    let _ = new.as_file().try_lock_exclusive();
    let stem = new.path().with_extension("");
    let lock = new.persist_noclobber(stem.with_extension(LOCK)).map_err(|error| fail(error.error))?;
    Ok(Held { stem, _lock: lock })
}

fn left_in(copy: &Path) -> Option<Left> {
    if is_held(&copy.with_extension(LOCK)) {
        return None;
    }
    let written = copy.metadata().ok()?.modified().ok()?;
    let content: Value = serde_json::from_slice(&read_file(copy, LIMIT).ok()?).ok()?;
    let text_of = |key: &str| content[key].as_str().map(str::to_owned);
    let unsaved = Unsaved { path: text_of("path").map(PathBuf::from), text: text_of("text")?, held: text_of("held") };
    Some(Left { unsaved, written, copy: copy.to_owned() })
}

/// Whether the window that made this locked file still runs.
fn is_held(lock: &Path) -> bool {
    #[expect(clippy::disallowed_methods, reason = "this is the room that touches files")]
    let Ok(file) = File::open(lock) else { return false };
    match file.try_lock_exclusive() {
        Ok(is_ours) => !is_ours,
        Err(_) => lock.file_stem().and_then(|stem| process_of(stem.to_str()?)).is_some_and(is_running),
    }
}

/// The number of the process in the name of a copy.
fn process_of(stem: &str) -> Option<u32> {
    stem.split('-').next()?.parse().ok()
}

/// Whether the process is a running one of this program, as far as the system tells.
fn is_running(process: u32) -> bool {
    let program = std::fs::read_link(format!("/proc/{process}/exe"));
    program.is_ok_and(|program| std::env::current_exe().is_ok_and(|own| program.file_name() == own.file_name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unsaved(text: &str, path: Option<&str>) -> Unsaved {
        Unsaved { path: path.map(PathBuf::from), text: text.to_owned(), held: path.map(|_| "held".to_owned()) }
    }

    fn texts(folder: &Path) -> Vec<String> {
        left(folder).into_iter().map(|left| left.unsaved.text).collect()
    }

    fn names(folder: &Path) -> usize {
        folder.read_dir().expect("a folder").count()
    }

    #[test]
    fn a_copy_comes_back_whole_once_its_window_has_ended() {
        let folder = tempfile::tempdir().expect("a folder");
        let copies = folder.path().join("not/yet/there");
        let recovery = Recovery::in_folder(copies.clone());
        assert_eq!(left(&copies), []);
        recovery.turn().keep(&unsaved("Team(\n\"first\")", None)).expect("kept");
        let second = unsaved("Team(\n\"ü\")", Some("some/team.ron"));
        recovery.turn().keep(&second).expect("kept");
        assert_eq!(left(&copies), [], "it still runs");
        drop(recovery);
        let found = left(&copies);
        assert_eq!(found.iter().map(|left| &left.unsaved).collect::<Vec<_>>(), [&second], "only the last holds");
        found[0].discard();
        assert_eq!((left(&copies), names(&copies)), (Vec::new(), 0));
    }

    #[test]
    fn windows_of_one_process_have_copies_of_their_own() {
        let folder = tempfile::tempdir().expect("a folder");
        let windows = ["one", "two"].map(|text| {
            let window = Recovery::in_folder(folder.path().to_owned());
            window.turn().keep(&unsaved(text, None)).expect("kept");
            window
        });
        let [one, two] = windows;
        assert_eq!(left(folder.path()), []);
        drop(one);
        assert_eq!(texts(folder.path()), ["one"]);
        two.turn().discard();
        drop(two);
        assert_eq!(texts(folder.path()), ["one"], "one's own copy is another");
        assert_eq!(names(folder.path()), 2, "of the other nothing is left");
    }

    #[test]
    fn what_is_kept_too_late_does_not_come_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let recovery = Recovery::in_folder(folder.path().to_owned());
        recovery.turn().keep(&unsaved("first", None)).expect("kept");
        let late = recovery.turn();
        recovery.turn().discard();
        late.keep(&unsaved("late", None)).expect("nothing to do");
        assert_eq!(names(folder.path()), 0);
    }

    #[test]
    fn what_is_no_copy_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, content) in [("1.txt", "{}"), ("x.json", "{}"), ("4000000000.json", "{\"text\": 3}")] {
            write_atomic(&folder.path().join(name), content.as_bytes()).expect("written");
        }
        assert_eq!(left(folder.path()), []);
        assert_eq!(names(folder.path()), 3);
    }

    #[test]
    fn a_copy_of_an_earlier_version_is_offered_and_its_lock_needs_no_file() {
        let folder = tempfile::tempdir().expect("a folder");
        write_atomic(&folder.path().join("4200000.json"), br#"{"path":null,"text":"Team()"}"#).expect("written");
        write_atomic(&folder.path().join("4200000-x.lock"), b"").expect("written");
        assert_eq!(texts(folder.path()), ["Team()"]);
        assert_eq!(names(folder.path()), 1, "a lock without a copy is of no use");
    }
}
