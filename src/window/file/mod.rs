//! The life of the team's file in the window: new, open, save, quit, and what is asked before anything is lost.
//!
//! Files are read and written off the window's thread, which waits for no disk: what takes long is shown and can be stopped. What is under
//! way waits in a `Modal`: nothing else can be done to the team until it is answered, and whatever the answer is, the team that is open stays
//! until another one was read whole. What others do to the file is noticed in `look`.

mod ask;
mod calendars;
mod look;
mod message;
mod modal;
mod open;
mod recovery;
mod save;
mod view;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use iced::Task;
use iced::futures::SinkExt;

use super::document::Document;
use super::off_thread::{Lane, Limit, off_thread};
use super::revision::Edition;
use super::theme::style::Tone;
use crate::disk::{Keeping, NoAnswer, Recovery, WriteError};
use crate::team::Team;
pub use ask::Dialogs;
pub use calendars::{ReadCalendars, unreadable};
use look::Pending;
pub use look::{Look, Seen};
pub use message::{Chosen, Message, Opened, Outcome, Refused, Request};
use modal::{Busy, Doing, Modal, Purpose, Read, Standing, Then};
pub use recovery::{Offer, offers};
use save::What;

/// How long the disk may take before what it does is shown.
const SHOWN_AFTER: Duration = Duration::from_millis(400);

/// What the window knows of files, beside the open document.
#[derive(Debug, Default)]
pub struct Files {
    modal: Option<Modal>,
    dialogs: Dialogs,
    limit: Limit,
    /// The number of the last work on the disk that was waited for.
    number: u64,
    recovery: Option<Recovery>,
    /// The edition of which the recovery copy is, or will be as soon as it is written.
    copied: Option<Edition>,
    copying: Lane,
    /// How many changes the copy is behind, because somebody types without a pause.
    behind: usize,
    /// What was left at the last end, to be offered as soon as nothing else is asked and nothing would be lost.
    left: Vec<Offer>,
    /// What somebody else has made of the file, to be asked about.
    pending: Option<Pending>,
    looking: Lane,
    /// What of the file was told last.
    told: look::Told,
    /// Files into which something may still be written, although nobody waits for it.
    writing: Vec<(PathBuf, Lane)>,
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
        Self { dialogs: Dialogs::Typed, recovery, ..Self::default() }
    }

    /// The same, but the disk is waited for no longer than this.
    #[must_use]
    pub fn waiting(self, limit: Duration) -> Self {
        Self { limit: Limit(limit), ..self }
    }

    /// Whether a question is open, so that nothing else can be done.
    pub fn is_asking(&self) -> bool {
        self.modal.is_some()
    }

    /// Keeps what the user likes for the next time.
    pub fn keep_preferences(&self, keeping: Keeping) -> Task<Message> {
        let path = keeping.file().to_owned();
        Task::perform(off_thread(self.limit, move || keeping.write()), move |result| {
            let late = |why: NoAnswer| Err(WriteError { path: path.clone(), why: why.to_string() });
            Message::PreferencesKept(result.unwrap_or_else(late))
        })
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, open: &mut Document) -> Outcome {
        let outcome = self.take(message, open);
        if self.modal.is_some() { outcome } else { outcome.and(self.settle(open)) }
    }

    fn take(&mut self, message: Message, open: &mut Document) -> Outcome {
        match message {
            Message::Asked(request) => self.asked(request, open),
            Message::Start(path) => self.begin_reading(path),
            Message::Chosen(chosen) => self.chosen(chosen, open),
            Message::PathTyped(text) => {
                if let Some(Modal::Path { path, wrong, .. }) = &mut self.modal {
                    *path = text;
                    *wrong = None;
                }
                Outcome::none()
            }
            Message::PathEntered => self.path_entered(open),
            Message::Slow(number) => {
                if let Some(Modal::Busy(busy)) = &mut self.modal {
                    busy.is_slow |= busy.number == number;
                }
                Outcome::none()
            }
            Message::Read(number, path, result) => self.read(number, path, result, open),
            Message::Looked(number, seen) => self.looked(number, seen, open),
            Message::Written(number, result) => self.written(number, result, open),
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
            Message::Stirred => Outcome::run(Task::batch([self.look(open), self.copy_what_was_not(open)])),
            Message::LookedAgain(look) => self.looked_again(look, open),
            Message::Paused(edition) => self.paused(edition, open),
            Message::TakeTheirs => self.take_theirs(open),
            Message::KeepMine => self.keep_mine(open),
            Message::KeepBoth => self.keep_both(open),
            Message::Found(left) => {
                self.left = left;
                Outcome::none()
            }
            Message::Recover(which) => self.recover(which, open),
            Message::Forget(which) => self.forget(which),
            Message::Dismissed => self.dismiss(),
            Message::KeepCopy(edition) => self.keep_copy(edition, open),
            Message::Kept(result) => self.kept(result, open),
            Message::PreferencesKept(result) => match result {
                Ok(()) => Outcome::none(),
                Err(error) => Outcome::none().told(Tone::Warn, format!("Not kept for the next time: {error}")),
            },
            Message::Ended => Outcome { quit: true, ..Outcome::none() },
            Message::CalendarsRead(found) => self.calendars_read(&found, open),
            Message::ReadCalendarsAgain => Outcome::run(self.read_again(open)),
        }
    }

    /// Asks what has waited until nothing else is asked.
    fn settle(&mut self, open: &mut Document) -> Outcome {
        if let Some(pending) = self.pending.take_if(|pending| pending.is_due) {
            return self.face(pending, open);
        }
        if !self.left.is_empty() && !open.is_unsaved() {
            self.modal = Some(Modal::Recovery(std::mem::take(&mut self.left)));
        }
        Outcome::none()
    }

    /// Leaves the question as it is: the message was for another one.
    fn keep(&mut self, modal: Option<Modal>) -> Outcome {
        self.modal = modal;
        Outcome::none()
    }

    /// The question goes away and nothing is done; what the disk does is waited for until it is shown.
    fn dismiss(&mut self) -> Outcome {
        match self.modal.take() {
            Some(Modal::Busy(busy)) if busy.is_slow => stopped(&busy.doing),
            Some(modal @ (Modal::Busy(_) | Modal::Choosing(_))) => self.keep(Some(modal)),
            Some(Modal::Changed(changed)) => {
                self.told.put_off(&changed);
                Outcome::none()
            }
            _ => Outcome::none(),
        }
    }

    fn asked(&mut self, request: Request, open: &mut Document) -> Outcome {
        if matches!(request, Request::Quit) {
            self.let_quit();
        }
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

    /// Nobody has to wait for a disk, or to answer what loses nothing, in order to leave.
    fn let_quit(&mut self) {
        if matches!(
            self.modal,
            Some(Modal::Busy(_) | Modal::Failed { .. } | Modal::Diagnostics { .. } | Modal::Recovery(_))
        ) {
            self.modal = None;
        }
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
            // Nothing more is offered by a window that closes.
            Then::Quit => {
                self.left.clear();
                Outcome::run(self.discard_copy().chain(Task::done(Message::Ended)))
            }
        }
    }

    fn replace(&mut self, document: Document, open: &mut Document) -> Outcome {
        open.replace(document);
        self.told = look::Told::default();
        self.pending = None;
        Outcome { replaced: true, ..Outcome::run(self.discard_copy()) }
    }

    /// Does work on the disk, and shows it if it takes long; `told` makes the message of what it comes to.
    fn wait_for<T: Send + 'static>(
        &mut self,
        doing: Doing,
        work: impl FnOnce() -> T + Send + 'static,
        told: impl FnOnce(u64, Result<T, NoAnswer>) -> Message + Send + 'static,
    ) -> Outcome {
        self.number += 1;
        let (number, limit) = (self.number, self.limit);
        self.modal = Some(Modal::Busy(Busy { number, doing, is_slow: false }));
        // Nobody listens any more once the window is closed.
        let telling = iced::stream::channel(2, async move |mut sender| {
            let mut working = std::pin::pin!(off_thread(limit, work));
            let answer = if let Ok(answer) = tokio::time::timeout(SHOWN_AFTER, &mut working).await {
                answer
            } else {
                let _ = sender.send(Message::Slow(number)).await;
                working.await
            };
            let _ = sender.send(told(number, answer)).await;
        });
        Outcome::run(Task::stream(telling))
    }

    /// What the disk did, if it is the last that is waited for.
    fn done(&mut self, number: u64) -> Option<Doing> {
        match self.modal.take_if(|modal| matches!(modal, Modal::Busy(busy) if busy.number == number)) {
            Some(Modal::Busy(busy)) => Some(busy.doing),
            _ => None,
        }
    }
}

/// What is told when nobody wants to wait any longer.
fn stopped(doing: &Doing) -> Outcome {
    let (tone, words) = match doing {
        Doing::Reading(path) => (Tone::Info, format!("{} is not waited for any longer", name_of(path))),
        Doing::Looking(job) => (Tone::Warn, format!("Not saved: {} does not answer", name_of(&job.path))),
        Doing::Writing(job) => {
            (Tone::Warn, format!("{} does not answer: whether it was written is not known", name_of(&job.path)))
        }
    };
    Outcome::none().told(tone, words)
}

/// The path from the root, so that it means the same file wherever the program is started next.
fn whole(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}

/// The name of a file, for people.
fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The same bytes, most often the very same.
fn is_same(one: Option<&Arc<[u8]>>, other: Option<&Arc<[u8]>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other) || one == other,
        (None, None) => true,
        _ => false,
    }
}
