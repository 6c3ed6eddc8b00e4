use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde_json::{Value, json};

use super::{WriteError, read_bytes, write_atomic};

/// The largest copy that is read back, in bytes.
const LIMIT: usize = 64 * 1024 * 1024;
const ENDING: &str = "json";

/// Copies of unsaved work, kept while it is unsaved, so that it can be found again after the program ended without saving.
///
/// Each running program has one copy of its own; those of programs that ended are there to be offered.
#[derive(Clone, Debug)]
pub struct Recovery {
    folder: PathBuf,
    own: PathBuf,
}

/// Unsaved work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// The file that it belongs to, if it has one.
    pub path: Option<PathBuf>,
    /// The text.
    pub text: String,
}

/// Unsaved work that a program left when it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// What it is.
    pub unsaved: Unsaved,
    /// When the copy was written.
    pub written: SystemTime,
    copy: PathBuf,
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
        let own = folder.join(format!("{}.{ENDING}", std::process::id()));
        Self { folder, own }
    }

    /// Writes this program's copy, in place of its earlier one.
    ///
    /// # Errors
    /// When the folder cannot be made or the copy not be written.
    pub fn keep(&self, unsaved: &Unsaved) -> Result<(), WriteError> {
        let fail = |error: std::io::Error| WriteError { path: self.folder.clone(), why: error.to_string() };
        std::fs::create_dir_all(&self.folder).map_err(fail)?;
        let path = unsaved.path.as_deref().and_then(Path::to_str);
        let copy = json!({ "path": path, "text": unsaved.text });
        write_atomic(&self.own, copy.to_string().as_bytes())
    }

    /// Removes this program's copy: the work is saved, or given up.
    pub fn discard(&self) {
        remove(&self.own);
    }

    /// What programs left that have ended since, the newest first.
    pub fn left(&self) -> Vec<Left> {
        let Ok(entries) = self.folder.read_dir() else { return Vec::new() };
        let mut left: Vec<Left> = entries.filter_map(|entry| left_in(&entry.ok()?.path())).collect();
        left.sort_by_key(|copy| std::cmp::Reverse(copy.written));
        left
    }
}

impl Left {
    /// Removes the copy: it was taken over, or is not wanted.
    pub fn discard(&self) {
        remove(&self.copy);
    }
}

/// A copy that is gone already needs no removal, and one that cannot be removed is offered again.
fn remove(copy: &Path) {
    let _ = std::fs::remove_file(copy);
}

fn left_in(copy: &Path) -> Option<Left> {
    let is_copy = copy.extension().is_some_and(|ending| ending == ENDING);
    let writer: u32 = copy.file_stem()?.to_str()?.parse().ok()?;
    if !is_copy || is_running(writer) {
        return None;
    }
    let written = copy.metadata().ok()?.modified().ok()?;
    let content: Value = serde_json::from_slice(&read_bytes(copy, LIMIT).ok()?).ok()?;
    let path = content["path"].as_str().map(PathBuf::from);
    let text = content["text"].as_str()?.to_owned();
    Some(Left { unsaved: Unsaved { path, text }, written, copy: copy.to_owned() })
}

/// Whether the process is another running one of this program, as far as the system tells.
fn is_running(process: u32) -> bool {
    if process == std::process::id() {
        return false;
    }
    let program = std::fs::read_link(format!("/proc/{process}/exe"));
    program.is_ok_and(|program| std::env::current_exe().is_ok_and(|own| program.file_name() == own.file_name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unsaved(text: &str, path: Option<&str>) -> Unsaved {
        Unsaved { path: path.map(PathBuf::from), text: text.to_owned() }
    }

    #[test]
    fn a_copy_comes_back_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let recovery = Recovery::in_folder(folder.path().join("not/yet/there"));
        assert_eq!(recovery.left(), []);
        let first = unsaved("Team(\n\"first\")", None);
        recovery.keep(&first).expect("kept");
        let second = unsaved("Team(\n\"ü\")", Some("some/team.ron"));
        recovery.keep(&second).expect("kept");
        let left = recovery.left();
        assert_eq!(left.iter().map(|left| &left.unsaved).collect::<Vec<_>>(), [&second], "only the last holds");
        recovery.discard();
        assert_eq!(recovery.left(), []);
    }

    #[test]
    fn what_is_no_copy_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, content) in [("1.txt", "{}"), ("x.json", "{}"), ("4000000000.json", "{\"text\": 3}")] {
            write_atomic(&folder.path().join(name), content.as_bytes()).expect("written");
        }
        assert_eq!(Recovery::in_folder(folder.path().to_owned()).left(), []);
    }

    #[test]
    fn a_copy_of_an_ended_program_is_offered_until_it_is_discarded() {
        let folder = tempfile::tempdir().expect("a folder");
        // Above the largest process number of Linux.
        let copy = folder.path().join("4200000.json");
        write_atomic(&copy, br#"{"path":null,"text":"Team()"}"#).expect("written");
        let recovery = Recovery::in_folder(folder.path().to_owned());
        let left = recovery.left();
        assert_eq!(left.len(), 1);
        recovery.discard();
        assert_eq!(recovery.left().len(), 1, "one's own copy is another");
        left[0].discard();
        assert_eq!(recovery.left(), []);
    }
}
