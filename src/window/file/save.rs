//! Writing: the team, or an export. Nothing is overwritten that the user has not seen, and no comment without a word.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::look::{There, there};
use super::{
    Document, Doing, Files, Lane, Message, Modal, Outcome, Pending, Purpose, Read, Refused, Seen, Standing, Then,
    calendars, name_of, whole,
};
use crate::disk::{self, NoAnswer, ReadError, Unreadable, WriteError};
use crate::team::{self, Diagnostic, Rewritten, Team};
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
    pub(super) what: What,
    /// Whether the user agreed that what stands there is replaced.
    may_replace: bool,
    /// Whether the user agreed that comments are lost.
    may_lose: bool,
    /// What is written now: the team as it was then, and its text.
    team: Option<Arc<Team>>,
    bytes: Arc<[u8]>,
}

impl Job {
    /// What is done when the team is written; nothing of an export.
    pub(super) fn then(self) -> Option<Then> {
        match self.what {
            What::Team(then) => Some(then),
            What::Export { .. } => None,
        }
    }

    /// Whether several files are written beside each other.
    fn is_several(&self) -> bool {
        matches!(&self.what, What::Export { files, .. } if files.len() > 1)
    }
}

impl Files {
    /// Saves to the team's file; asks for one if it has none.
    pub(super) fn save(&mut self, then: Then, open: &Document) -> Outcome {
        match open.path() {
            Some(path) => self.begin_writing(path.to_path_buf(), What::Team(then), false, open),
            None => self.choose(Purpose::Write(What::Team(then)), open),
        }
    }

    /// Looks what stands there first.
    pub(super) fn begin_writing(&mut self, path: PathBuf, what: What, may_replace: bool, open: &Document) -> Outcome {
        let path = whole(path);
        if self.is_written_to(&path) {
            let words = format!(
                "{} still does not answer to what was written last. Wait until it does, or save elsewhere.",
                name_of(&path)
            );
            let job = Job { path, what, may_replace, may_lose: false, team: None, bytes: Arc::default() };
            self.modal = Some(Modal::Failed { words, job: Some(job) });
            return Outcome::none();
        }
        let paths: Vec<PathBuf> = match &what {
            What::Team(_) => vec![path.clone()],
            What::Export { files, .. } => files.iter().map(|(suffix, _)| disk::beside(&path, suffix)).collect(),
        };
        // The system's dialog has asked for the one file that it knew.
        let may_replace = may_replace && paths.contains(&path);
        let is_own = matches!(what, What::Team(_)) && open.path() == Some(path.as_path());
        let held = open.held().cloned();
        let own = is_own.then(|| path.clone());
        let job = Job { path, what, may_replace, may_lose: false, team: None, bytes: Arc::default() };
        let looking = move || match own {
            Some(own) => Seen::Own(there(&own, held.as_deref())),
            None => Seen::Other { is_there: paths.iter().any(|path| disk::is_there(path)) },
        };
        self.wait_for(Doing::Looking(job), looking, Message::Looked)
    }

    /// Whether something may still be written to this file, although nobody waits for it.
    fn is_written_to(&mut self, path: &Path) -> bool {
        self.writing.retain(|(_, lane)| lane.is_taken());
        self.writing.iter().any(|(other, _)| other == path)
    }

    pub(super) fn looked(&mut self, number: u64, seen: Result<Seen, NoAnswer>, open: &mut Document) -> Outcome {
        let Some(Doing::Looking(job)) = self.done(number) else { return Outcome::none() };
        let standing = match seen {
            Err(error) => return self.fail(job.path.clone(), error.to_string(), job),
            Ok(Seen::Own(There::Nothing | There::Same) | Seen::Other { is_there: false }) => {
                return self.write(job, open);
            }
            Ok(Seen::Other { .. }) if job.may_replace => return self.write(job, open),
            Ok(Seen::Own(There::Team(theirs))) if !self.told.may_replace(&theirs.bytes) => {
                return self.face(Pending { theirs, job: Some(job), is_due: true }, open);
            }
            Ok(Seen::Own(There::Team(_))) => return self.write(job, open),
            Ok(Seen::Own(There::Refused(Refused::Disk(ReadError { path, why })))) if !is_other(&why) => {
                return self.fail(path, why.to_string(), job);
            }
            Ok(Seen::Own(There::Refused(_))) => Standing::Changed,
            Ok(Seen::Other { .. }) if job.is_several() => Standing::Several,
            Ok(Seen::Other { .. }) => Standing::Another,
        };
        self.modal = Some(Modal::Overwrite(job, standing));
        Outcome::none()
    }

    fn fail(&mut self, path: PathBuf, why: String, job: Job) -> Outcome {
        let words = WriteError { path, why }.to_string();
        self.modal = Some(Modal::Failed { words, job: Some(job) });
        Outcome::none()
    }

    /// Makes the bytes and writes them, unless comments would be lost without a word. What could not be opened again is not written.
    fn write(&mut self, mut job: Job, open: &Document) -> Outcome {
        if let What::Team(_) = job.what {
            let Rewritten { text, comments_lost } = text_of(open.kept(), open.held().map(AsRef::as_ref));
            job.team = Some(Arc::clone(open.kept()));
            job.bytes = text.into_bytes().into();
            if let Err(diagnostics) = team::read(&name_of(&job.path), &job.bytes) {
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
        let mut lane = Lane::default();
        let writing = lane.enter(move || match what {
            What::Team(_) => disk::write_atomic(&path, &bytes),
            What::Export { files, .. } => {
                files.iter().try_for_each(|(suffix, bytes)| disk::write_atomic(&disk::beside(&path, suffix), bytes))
            }
        });
        self.writing.push((job.path.clone(), lane));
        let path = job.path.clone();
        self.wait_for(Doing::Writing(job), writing, move |number, result| {
            Message::Written(number, result.unwrap_or_else(|why| Err(WriteError { path, why: why.to_string() })))
        })
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

    pub(super) fn written(&mut self, number: u64, result: Result<(), WriteError>, open: &mut Document) -> Outcome {
        let Some(Doing::Writing(job)) = self.done(number) else { return Outcome::none() };
        if let Err(error) = result {
            self.modal = Some(Modal::Failed { words: error.to_string(), job: Some(job) });
            return Outcome::none();
        }
        let name = name_of(&job.path);
        let words =
            if job.is_several() { format!("Saved to files named after {name}") } else { format!("Saved to {name}") };
        match (job.what, job.team) {
            (What::Team(then), Some(team)) => {
                let folder = calendars::folder(open);
                open.saved(team, job.path, job.bytes);
                if calendars::folder(open) != folder {
                    open.forget_calendars();
                }
                (self.pending, self.told) = (None, super::look::Told::default());
                // What was typed while it was written is unsaved.
                let copied = self.copy_what_was_not(open);
                Outcome::run(copied).and(self.go_on(then, open)).told(Tone::Good, words)
            }
            _ => Outcome::none().told(Tone::Good, words),
        }
    }
}

/// Whether there is something of which nothing would be lost but that cannot be looked into.
fn is_other(why: &Unreadable) -> bool {
    matches!(why, Unreadable::Folder | Unreadable::NoFile | Unreadable::TooLarge { .. })
}

/// The text of a team's file, as near as can be to what the file held.
pub(super) fn text_of(team: &Team, held: Option<&[u8]>) -> Rewritten {
    match held.and_then(|bytes| std::str::from_utf8(bytes).ok()) {
        Some(old) => team::rewrite(old, team),
        None => Rewritten { text: team::write(team), comments_lost: Vec::new() },
    }
}
