//! The life of the team's file in the window: new, open, save, quit, and what is asked before anything is lost.
//!
//! Files are read and written off the window's thread. What is under way waits in a `Modal`: nothing else can be done to the
//! team until it is answered, and whatever the answer is, the team that is open stays until another one was read whole.

mod ask;
mod calendars;
mod open;
mod recovery;
mod save;
mod view;

use std::path::PathBuf;
use std::sync::Arc;

use iced::Task;

use super::document::Document;
use super::example::Example;
use super::revision::Edition;
use super::theme::style::Tone;
use crate::disk::{Left, ReadError, Recovery, WriteError};
use crate::team::{Diagnostic, Diagnostics, Team};
pub use ask::Dialogs;
pub use calendars::{ReadCalendars, unreadable};
use save::{Job, What};

/// What the window is asked to do with files.
#[derive(Debug, Clone)]
pub enum Request {
    /// Begin a new team.
    New,
    /// Ask for a file and open it.
    Open,
    /// Open this file.
    OpenFile(PathBuf),
    /// Open an example.
    Example(&'static Example),
    /// Save to the team's file.
    Save,
    /// Ask for a file and save to it.
    SaveAs,
    /// Ask for a file and write these; several go beside each other.
    Export {
        /// The name that is proposed.
        name: String,
        /// What is added to the name of each file (nothing where there is one), and its bytes.
        files: Vec<(String, Vec<u8>)>,
    },
    /// Ask for a calendar and give it to the member of this name.
    Calendar(String),
    /// Close the window.
    Quit,
}

/// What is done as soon as nothing can be lost by it.
#[derive(Debug, Clone)]
enum Then {
    Nothing,
    New,
    Open,
    OpenFile(PathBuf),
    Example(&'static Example),
    Quit,
}

/// What can happen.
#[derive(Debug, Clone)]
pub enum Message {
    /// The window is asked for something.
    Asked(Request),
    /// The program is started with this file.
    Start(PathBuf),
    /// A system's dialog was answered, or is not to be had.
    Chosen(Chosen),
    /// The path in the dialog was edited.
    PathTyped(String),
    /// The path in the dialog is the one.
    PathEntered,
    /// A file was read.
    Read(PathBuf, Result<Opened, Refused>),
    /// It is known what stands where something is to be written.
    Looked(Option<Arc<[u8]>>),
    /// A file was written, or could not be.
    Written(Result<(), WriteError>),
    /// The question is answered with: go on.
    Agreed,
    /// Save first, then go on.
    SaveFirst,
    /// Give up what is not saved, and go on.
    DiscardFirst,
    /// Save somewhere else.
    Elsewhere,
    /// Read the file with errors once more.
    TryAgain,
    /// Take over what was left at the last end.
    Recover(usize),
    /// What was left at the last end is not wanted.
    Forget(usize),
    /// The question goes away, and nothing is done.
    Dismissed,
    /// It is time for a recovery copy, if nothing has changed since.
    KeepCopy(Edition),
    /// A recovery copy was written, or could not be.
    Kept(Result<(), WriteError>),
    /// Calendars were looked at.
    CalendarsRead(ReadCalendars),
    /// Calendars are to be looked at once more.
    ReadCalendarsAgain,
}

/// A file as it was read.
#[derive(Debug, Clone)]
pub struct Opened {
    team: Box<Team>,
    bytes: Arc<[u8]>,
    warnings: Vec<Diagnostic>,
}

/// Why a file could not be opened.
#[derive(Debug, Clone)]
pub enum Refused {
    /// It could not be read.
    Disk(ReadError),
    /// It holds no team.
    Broken(Diagnostics),
}

/// What the user chose in a system's dialog.
#[derive(Debug, Clone)]
pub enum Chosen {
    /// This file.
    File(PathBuf),
    /// None.
    Cancelled,
    /// There is no dialog on this system: the path has to be typed.
    Unavailable,
}

/// What is asked or told before anything else can be done.
#[derive(Debug)]
enum Modal {
    /// A dialog of the system is open.
    Choosing(Purpose),
    /// A path is typed.
    Path { purpose: Purpose, path: String, wrong: Option<String> },
    /// Something would be lost.
    Unsaved(Then),
    /// Something is being read or written.
    Busy(Option<Job>),
    /// There is something else where the file is to be written.
    Overwrite(Job, Standing),
    /// Comments of the file would be lost.
    Comments(Job, Vec<String>),
    /// A file with errors, or with warnings; the places are shown.
    Diagnostics { path: PathBuf, read: Read, shown: Vec<String> },
    /// Something failed.
    Failed { words: String, job: Option<Job> },
    /// Unsaved work of an earlier time was found.
    Recovery(Vec<Left>),
}

/// When a text was read in which something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Read {
    /// The file was opened, with warnings.
    Opened,
    /// The file could not be opened.
    Refused,
    /// The text was about to be written, and is not: it could not be opened again.
    Back,
}

/// What stands where a file is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// The team's own file, changed by somebody else since it was read.
    Changed,
    /// Another file.
    Another,
    /// One or more of several files that are written beside each other.
    Several,
}

/// What a file is chosen for.
#[derive(Debug, Clone)]
enum Purpose {
    Open,
    /// A calendar of the member of this name.
    Calendar(String),
    Write(What),
}

/// What the window does when something has happened with files.
#[must_use]
pub struct Outcome {
    /// Work to run.
    pub task: Task<Message>,
    /// What the user is told in passing.
    pub told: Option<(Tone, String)>,
    /// Whether another team is open now.
    pub replaced: bool,
    /// Whether the open team says something else now.
    pub changed: bool,
    /// Whether the window is to close.
    pub quit: bool,
}

impl Outcome {
    fn none() -> Self {
        Self::run(Task::none())
    }

    fn run(task: Task<Message>) -> Self {
        Self { task, told: None, replaced: false, changed: false, quit: false }
    }

    fn told(self, tone: Tone, words: impl Into<String>) -> Self {
        Self { told: Some((tone, words.into())), ..self }
    }
}

/// What the window knows of files, beside the open document.
#[derive(Debug, Default)]
pub struct Files {
    modal: Option<Modal>,
    dialogs: Dialogs,
    recovery: Option<Recovery>,
    has_copy: bool,
    /// What was left at the last end, to be offered after the first file was read.
    waiting: Vec<Left>,
    /// The paths of calendars that are being read.
    reading: Vec<String>,
}

impl Files {
    /// Files by the system's dialogs, with recovery copies; offers what an earlier time left.
    pub fn of_system() -> Self {
        let recovery = Recovery::of_user();
        let dialogs = Dialogs::System;
        Self { dialogs, ..Self::with_recovery(recovery) }
    }

    /// Files by typed paths, with recovery copies; offers what an earlier time left.
    pub fn with_recovery(recovery: Option<Recovery>) -> Self {
        let left = recovery.as_ref().map(Recovery::left).unwrap_or_default();
        let modal = (!left.is_empty()).then_some(Modal::Recovery(left));
        Self { modal, dialogs: Dialogs::Typed, recovery, ..Self::default() }
    }

    /// Whether a question is open, so that nothing else can be done.
    pub fn is_asking(&self) -> bool {
        self.modal.is_some()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, open: &mut Document) -> Outcome {
        match message {
            Message::Asked(request) => self.asked(request, open),
            Message::Start(path) => self.start(path),
            Message::Chosen(chosen) => self.chosen(chosen, open),
            Message::PathTyped(text) => {
                if let Some(Modal::Path { path, wrong, .. }) = &mut self.modal {
                    *path = text;
                    *wrong = None;
                }
                Outcome::none()
            }
            Message::PathEntered => self.path_entered(open),
            Message::Read(path, result) => self.read(path, result, open),
            Message::Looked(there) => self.looked(there, open),
            Message::Written(result) => self.written(result, open),
            Message::Agreed => self.agreed(open),
            Message::SaveFirst => match self.modal.take() {
                Some(Modal::Unsaved(then)) => self.save(then, open),
                other => self.keep(other),
            },
            Message::DiscardFirst => match self.modal.take() {
                Some(Modal::Unsaved(then)) => self.go(then, open),
                other => self.keep(other),
            },
            Message::Elsewhere => self.elsewhere(open),
            Message::TryAgain => match self.modal.take() {
                Some(Modal::Diagnostics { path, read: Read::Refused, .. }) => self.begin_reading(path),
                other => self.keep(other),
            },
            Message::Recover(which) => self.recover(which, open),
            Message::Forget(which) => {
                self.forget(which);
                Outcome::none()
            }
            Message::Dismissed => {
                if !matches!(self.modal, Some(Modal::Busy(_) | Modal::Choosing(_))) {
                    self.modal = None;
                }
                Outcome::none()
            }
            Message::KeepCopy(edition) => self.keep_copy(edition, open),
            Message::Kept(Ok(())) => {
                if !open.is_unsaved() {
                    // It was saved or given up while the copy was written.
                    self.has_copy = true;
                    self.discard_copy();
                }
                Outcome::none()
            }
            Message::CalendarsRead(found) => self.calendars_read(&found, open),
            Message::ReadCalendarsAgain => Outcome::run(self.read_again(open)),
            Message::Kept(Err(error)) => {
                Outcome::none().told(Tone::Warn, format!("Changes are not kept for recovery: {error}"))
            }
        }
    }

    /// Leaves the question as it is: the message was for another one.
    fn keep(&mut self, modal: Option<Modal>) -> Outcome {
        self.modal = modal;
        Outcome::none()
    }

    fn asked(&mut self, request: Request, open: &mut Document) -> Outcome {
        if self.modal.is_some() {
            return Outcome::none();
        }
        let then = match request {
            Request::Save => return self.save(Then::Nothing, open),
            Request::SaveAs => return self.choose(Purpose::Write(What::Team(Then::Nothing)), open),
            Request::Export { name, files } => {
                return self.choose(Purpose::Write(What::Export { name, files: files.into() }), open);
            }
            Request::Calendar(name) => return self.choose(Purpose::Calendar(name), open),
            Request::New => Then::New,
            Request::Open => Then::Open,
            Request::OpenFile(path) => Then::OpenFile(path),
            Request::Example(example) => Then::Example(example),
            Request::Quit => Then::Quit,
        };
        if open.is_unsaved() {
            self.modal = Some(Modal::Unsaved(then));
            return Outcome::none();
        }
        self.go(then, open)
    }

    /// The team is saved: does what was asked for, unless what stands in forms would be lost by it.
    fn go_on(&mut self, then: Then, open: &mut Document) -> Outcome {
        if open.drafts().is_empty() || matches!(then, Then::Nothing) {
            return self.go(then, open);
        }
        self.modal = Some(Modal::Unsaved(then));
        Outcome::none()
    }

    /// Does what was asked for; what is not saved is given up.
    fn go(&mut self, then: Then, open: &mut Document) -> Outcome {
        self.modal = None;
        match then {
            Then::Nothing => Outcome::none(),
            Then::New => self.replace(Document::new(Team::default(), None), open),
            Then::Open => self.choose(Purpose::Open, open),
            Then::OpenFile(path) => self.begin_reading(path),
            Then::Example(example) => match example.document() {
                Ok(document) => self.replace(document, open),
                Err(error) => Outcome::none().told(Tone::Bad, error.to_string()),
            },
            Then::Quit => {
                self.discard_copy();
                Outcome { quit: true, ..Outcome::none() }
            }
        }
    }

    fn replace(&mut self, document: Document, open: &mut Document) -> Outcome {
        open.replace(document);
        self.discard_copy();
        Outcome { replaced: true, ..Outcome::none() }
    }
}

/// The path from the root, so that it means the same file wherever the program is started next.
fn whole(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}

/// Runs `work` off the window's thread; nothing comes back if it broke off.
async fn off_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    tokio::task::spawn_blocking(work).await.ok()
}
