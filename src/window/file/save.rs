//! Writing: the team, or an export. Nothing is overwritten that the user has not seen, and no comment without a word.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::Task;

use super::{Document, Files, Message, Modal, Outcome, Purpose, Read, Standing, Then, calendars, off_thread, whole};
use crate::disk::{self, WriteError};
use crate::team::{self, Diagnostic, MAX_FILE_BYTES, Rewritten, Team};
use crate::window::theme::style::Tone;

/// What is written.
#[derive(Debug, Clone)]
pub(super) enum What {
    /// The team, and what is done then.
    Team(Then),
    /// Something made of it: what is added to the name of each file, and its bytes.
    Export { name: String, files: Arc<[(String, Vec<u8>)]> },
}

/// A file that is being written.
#[derive(Debug, Clone)]
pub(super) struct Job {
    pub(super) path: PathBuf,
    what: What,
    /// Whether the user agreed that what stands there is replaced.
    may_replace: bool,
    /// Whether the user agreed that comments are lost.
    may_lose: bool,
    /// What is written now: the team as it was then, and its text.
    team: Option<Arc<Team>>,
    bytes: Arc<[u8]>,
}

impl Job {
    /// Whether several files are written beside each other.
    fn is_several(&self) -> bool {
        matches!(&self.what, What::Export { files, .. } if files.len() > 1)
    }
}

impl Files {
    /// Saves to the team's file; asks for one if it has none.
    pub(super) fn save(&mut self, then: Then, open: &Document) -> Outcome {
        match open.path() {
            Some(path) => self.begin_writing(path.to_path_buf(), What::Team(then), false),
            None => self.choose(Purpose::Write(What::Team(then)), open),
        }
    }

    /// Looks what stands there first.
    pub(super) fn begin_writing(&mut self, path: PathBuf, what: What, may_replace: bool) -> Outcome {
        let path = whole(path);
        let paths: Vec<PathBuf> = match &what {
            What::Team(_) => vec![path.clone()],
            What::Export { files, .. } => files.iter().map(|(suffix, _)| disk::beside(&path, suffix)).collect(),
        };
        // The system's dialog has asked for the one file that it knew.
        let may_replace = may_replace && paths.contains(&path);
        let bytes = Arc::default();
        self.modal = Some(Modal::Busy(Some(Job { path, what, may_replace, may_lose: false, team: None, bytes })));
        let looking = off_thread(move || {
            paths.iter().find_map(|there| match disk::read_bytes(there, MAX_FILE_BYTES) {
                Ok(bytes) => Some(bytes.into()),
                // Something is there, if not a file that can be read: none of ours.
                Err(_) if there.exists() => Some(Arc::default()),
                Err(_) => None,
            })
        });
        Outcome::run(Task::perform(looking, |there| Message::Looked(there.unwrap_or_default())))
    }

    pub(super) fn looked(&mut self, there: Option<Arc<[u8]>>, open: &Document) -> Outcome {
        let job = match self.modal.take() {
            Some(Modal::Busy(Some(job))) => job,
            other => return self.keep(other),
        };
        let is_own = matches!(job.what, What::Team(_)) && open.path() == Some(job.path.as_path());
        let standing = match there {
            None => None,
            Some(bytes) if is_own => (open.held() != Some(&bytes)).then_some(Standing::Changed),
            Some(_) if job.may_replace => None,
            Some(_) => Some(if job.is_several() { Standing::Several } else { Standing::Another }),
        };
        match standing {
            Some(standing) => {
                self.modal = Some(Modal::Overwrite(job, standing));
                Outcome::none()
            }
            None => self.write(job, open),
        }
    }

    /// Makes the bytes and writes them, unless comments would be lost without a word. What could not be opened again is not written.
    fn write(&mut self, mut job: Job, open: &Document) -> Outcome {
        if let What::Team(_) = job.what {
            let Rewritten { text, comments_lost } = text_of(open.kept(), open.held().map(AsRef::as_ref));
            job.team = Some(Arc::clone(open.kept()));
            job.bytes = text.into_bytes().into();
            if let Err(diagnostics) = team::read(&file_name(&job.path), &job.bytes) {
                let shown = diagnostics.all().iter().map(Diagnostic::to_string).collect();
                self.modal = Some(Modal::Diagnostics { path: job.path, read: Read::Back, shown });
                return Outcome::none();
            }
            if !comments_lost.is_empty() && !job.may_lose {
                self.modal = Some(Modal::Comments(job, comments_lost));
                return Outcome::none();
            }
        }
        let (path, what, bytes) = (job.path.clone(), job.what.clone(), Arc::clone(&job.bytes));
        let stopped = WriteError { path: path.clone(), why: "writing broke off".to_owned() };
        self.modal = Some(Modal::Busy(Some(job)));
        let writing = off_thread(move || match what {
            What::Team(_) => disk::write_atomic(&path, &bytes),
            What::Export { files, .. } => {
                files.iter().try_for_each(|(suffix, bytes)| disk::write_atomic(&disk::beside(&path, suffix), bytes))
            }
        });
        Outcome::run(Task::perform(writing, move |result| Message::Written(result.unwrap_or(Err(stopped.clone())))))
    }

    pub(super) fn agreed(&mut self, open: &Document) -> Outcome {
        match self.modal.take() {
            Some(Modal::Overwrite(job, _)) => self.write(Job { may_replace: true, ..job }, open),
            Some(Modal::Comments(job, _)) => self.write(Job { may_lose: true, ..job }, open),
            other => self.keep(other),
        }
    }

    pub(super) fn elsewhere(&mut self, open: &Document) -> Outcome {
        match self.modal.take() {
            Some(Modal::Overwrite(job, _) | Modal::Comments(job, _) | Modal::Failed { job: Some(job), .. }) => {
                self.choose(Purpose::Write(job.what), open)
            }
            other => self.keep(other),
        }
    }

    pub(super) fn written(&mut self, result: Result<(), WriteError>, open: &mut Document) -> Outcome {
        let job = match self.modal.take() {
            Some(Modal::Busy(Some(job))) => job,
            other => return self.keep(other),
        };
        if let Err(error) = result {
            self.modal = Some(Modal::Failed { words: error.to_string(), job: Some(job) });
            return Outcome::none();
        }
        let name = file_name(&job.path);
        let words =
            if job.is_several() { format!("Saved to files named after {name}") } else { format!("Saved to {name}") };
        match (job.what, job.team) {
            (What::Team(then), Some(team)) => {
                let folder = calendars::folder(open);
                open.saved(team, job.path, job.bytes);
                if calendars::folder(open) != folder {
                    open.forget_calendars();
                }
                let kept = self.keep_or_discard(open);
                let outcome = self.go_on(then, open).told(Tone::Good, words);
                Outcome { task: Task::batch([kept, outcome.task]), ..outcome }
            }
            _ => Outcome::none().told(Tone::Good, words),
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The text of a team's file, as near as can be to what the file held.
pub(super) fn text_of(team: &Team, held: Option<&[u8]>) -> Rewritten {
    match held.and_then(|bytes| std::str::from_utf8(bytes).ok()) {
        Some(old) => team::rewrite(old, team),
        None => Rewritten { text: team::write(team), comments_lost: Vec::new() },
    }
}
