//! What others do to the team's file: noticed when it happens, taken over where nothing is unsaved, else asked about.
//!
//! The system tells of changes in the file's folder (see [`watch`](crate::disk::watch)): a look each minute alone would let a minute's typing go
//! into a team that is no more, and more looks would wake a machine at rest. Since it does not tell for every network disk, the file is also
//! looked at each minute and when the window gets the focus. What is compared are the bytes: another date alone is no change.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use iced::futures::{SinkExt, Stream};
use iced::{Subscription, Task};

use super::recovery::PAUSE;
use super::save::{Job, What};
use super::{
    Document, Edition, Files, Limit, Message, Modal, Opened, Outcome, Purpose, Refused, Then, is_same, name_of,
    off_thread, open,
};
use crate::disk::{self, ReadError, Unreadable};
use crate::team::{Difference, MAX_FILE_BYTES, differences};
use crate::window::theme::style::Tone;

/// How long nothing more must happen to the file before it is looked at: who writes it may not be done.
const SETTLED: Duration = Duration::from_millis(200);

/// The file as it was found: where, what it had held until then, and what is there now.
#[derive(Debug, Clone)]
pub struct Look {
    path: PathBuf,
    held: Option<Arc<[u8]>>,
    there: There,
}

/// What stands where the team's file was.
#[derive(Debug, Clone)]
pub enum There {
    /// Nothing.
    Nothing,
    /// What it held.
    Same,
    /// Another team.
    Team(Opened),
    /// Something that is no team, or cannot be read.
    Refused(Refused),
}

/// What stands where something is to be written.
#[derive(Debug, Clone)]
pub enum Seen {
    /// The team's own file.
    Own(There),
    /// Something else, or nothing.
    Other {
        /// Whether there is something.
        is_there: bool,
    },
}

/// What somebody else has made of the file while the team here is unsaved.
#[derive(Debug)]
pub(super) struct Pending {
    pub(super) theirs: Opened,
    /// What waits for the answer, if the team was about to be written.
    pub(super) job: Option<Job>,
    /// Whether nobody types just now.
    pub(super) is_due: bool,
}

/// The question whose team is to hold, with what differs from what the file held before.
#[derive(Debug)]
pub(super) struct Changed {
    pub(super) theirs: Opened,
    pub(super) job: Option<Job>,
    pub(super) of_mine: Vec<Difference>,
    pub(super) of_theirs: Vec<Difference>,
}

/// What of the file was told and answered, so that it is not told and asked again.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// What was said of a file that cannot be opened.
    words: Option<String>,
    is_gone: bool,
    /// What may be overwritten.
    may_go: Option<Arc<[u8]>>,
    /// What is not to be asked about before the team is saved.
    put_off: Option<Arc<[u8]>>,
}

impl Told {
    /// The question about this is not to be asked again before the team is saved.
    pub(super) fn put_off(&mut self, changed: &Changed) {
        self.put_off = Some(Arc::clone(&changed.theirs.bytes));
    }

    /// Whether the user has seen these bytes and agreed that they are replaced.
    pub(super) fn may_replace(&self, bytes: &Arc<[u8]>) -> bool {
        is_same(self.may_go.as_ref(), Some(bytes))
    }
}

/// What stands at `path`, where the file `held` something.
pub(super) fn there(path: &Path, held: Option<&[u8]>) -> There {
    match disk::read_file(path, MAX_FILE_BYTES) {
        Err(ReadError { why: Unreadable::Missing, .. }) => There::Nothing,
        Err(error) => There::Refused(Refused::Disk(error)),
        Ok(bytes) if held == Some(&bytes) => There::Same,
        Ok(bytes) => open::read(path, bytes).map_or_else(There::Refused, There::Team),
    }
}

impl Files {
    /// Hears of what happens to the file.
    pub fn subscription(&self, open: &Document) -> Subscription<Message> {
        match open.path() {
            Some(path) => Subscription::run_with((path.to_owned(), self.limit.0), |(path, limit)| stirs(path, *limit)),
            None => Subscription::none(),
        }
    }

    /// Looks at the file, unless an earlier look has found no answer yet.
    pub(super) fn look(&mut self, open: &Document) -> Task<Message> {
        let Some(path) = open.path().filter(|_| !self.looking.is_taken()).map(Path::to_owned) else {
            return Task::none();
        };
        let held = open.held().cloned();
        let (at, known) = (path.clone(), held.clone());
        let work = self.looking.enter(move || there(&at, known.as_deref()));
        Task::perform(off_thread(self.limit, work), move |found| {
            let (path, held) = (path.clone(), held.clone());
            let late = |why: disk::NoAnswer| {
                There::Refused(Refused::Disk(ReadError {
                    path: path.clone(),
                    why: Unreadable::System(why.to_string()),
                }))
            };
            let there = found.unwrap_or_else(late);
            Message::LookedAgain(Look { path, held, there })
        })
    }

    pub(super) fn looked_again(&mut self, look: Look, open: &mut Document) -> Outcome {
        if open.path() != Some(&look.path) {
            return Outcome::none();
        }
        let is_writing = matches!(&self.modal, Some(Modal::Busy(busy)) if busy.doing.is_writing());
        if is_writing || !is_same(open.held(), look.held.as_ref()) {
            // It was written in between, or is just now: what was found may be that.
            let again = async { tokio::time::sleep(SETTLED).await };
            return Outcome::run(Task::perform(again, |()| Message::Stirred));
        }
        let name = name_of(&look.path);
        let is_back = !matches!(look.there, There::Nothing) && std::mem::take(&mut self.told.is_gone);
        if is_back {
            open.vanished(false);
        }
        match look.there {
            There::Same => {
                self.told.words = None;
                Outcome::run(if is_back { self.copy_what_was_not(open) } else { Task::none() })
            }
            There::Nothing if self.told.is_gone => Outcome::none(),
            There::Nothing => {
                self.told.is_gone = true;
                open.vanished(true);
                let words =
                    format!("{name} is gone from its folder. The team is still open here: save it to put it back");
                Outcome::run(self.copy_what_was_not(open)).told(Tone::Warn, words)
            }
            There::Refused(refused) => self.tell_once(refused.words(&name)),
            There::Team(theirs) => self.heed(theirs, open),
        }
    }

    /// Says what is wrong with the file, once.
    fn tell_once(&mut self, words: String) -> Outcome {
        if self.told.words.as_ref() == Some(&words) {
            return Outcome::none();
        }
        self.told.words = Some(words.clone());
        Outcome::none().told(Tone::Warn, words)
    }

    /// Takes over what somebody else has written, or sees to it that it is asked about: at once if that was to be written to, else when
    /// nobody types.
    fn heed(&mut self, theirs: Opened, open: &mut Document) -> Outcome {
        self.told.words = None;
        if let Some(Modal::Changed(changed)) = self.modal.take_if(|modal| matches!(modal, Modal::Changed(_))) {
            return self.face(Pending { theirs, job: changed.job, is_due: true }, open);
        }
        let is_answered = [&self.told.may_go, &self.told.put_off];
        if open.is_team_unsaved() && is_answered.iter().any(|seen| is_same(seen.as_ref(), Some(&theirs.bytes))) {
            return Outcome::none();
        }
        if !open.is_team_unsaved() || *theirs.team == **open.kept() {
            return self.face(Pending { theirs, job: None, is_due: true }, open);
        }
        let is_waiting = self.pending.is_some();
        self.pending = Some(Pending { theirs, job: None, is_due: false });
        if is_waiting { Outcome::none() } else { Outcome::run(pause(open.edition())) }
    }

    /// Nothing was typed for a while.
    pub(super) fn paused(&mut self, edition: Edition, open: &Document) -> Outcome {
        let Some(pending) = &mut self.pending else { return Outcome::none() };
        pending.is_due = edition == open.edition();
        if pending.is_due { Outcome::none() } else { Outcome::run(pause(open.edition())) }
    }

    /// Takes over what is on disk if nothing is lost by it, else asks.
    pub(super) fn face(&mut self, pending: Pending, open: &mut Document) -> Outcome {
        let Pending { theirs, job, .. } = pending;
        if *theirs.team == **open.kept() {
            open.in_file(theirs.bytes);
            let copied = self.copy_what_was_not(open);
            let then = job.and_then(Job::then).map_or_else(Outcome::none, |then| self.go_on(then, open));
            return Outcome::run(copied).and(then);
        }
        if !open.is_team_unsaved() {
            let name = open.path().map(name_of).unwrap_or_default();
            let warning = theirs.warnings.first().map(|warning| format!(". It has warnings: {}", warning.message));
            let words =
                format!("{name} was changed by somebody else, and was read again{}", warning.unwrap_or_default());
            return self.take_over(format!("Read {name} again"), theirs, job, open).told(Tone::Info, words);
        }
        let (of_mine, of_theirs) =
            (differences(open.saved_team(), open.kept()), differences(open.saved_team(), &theirs.team));
        self.modal = Some(Modal::Changed(Changed { theirs, job, of_mine, of_theirs }));
        Outcome::none()
    }

    /// Takes the team as it is on disk, which can be taken back, and does what was to be done after saving.
    fn take_over(&mut self, what: String, theirs: Opened, job: Option<Job>, open: &mut Document) -> Outcome {
        open.reread(what, *theirs.team, theirs.bytes);
        let copied = self.copy_what_was_not(open);
        let then = job.and_then(Job::then).map_or_else(Outcome::none, |then| self.go_on(then, open));
        Outcome { changed: true, ..Outcome::run(copied) }.and(then)
    }

    fn answered(&mut self) -> Option<Changed> {
        match self.modal.take_if(|modal| matches!(modal, Modal::Changed(_))) {
            Some(Modal::Changed(changed)) => Some(changed),
            _ => None,
        }
    }

    pub(super) fn take_theirs(&mut self, open: &mut Document) -> Outcome {
        let Some(Changed { theirs, job, .. }) = self.answered() else { return Outcome::none() };
        let name = open.path().map(name_of).unwrap_or_default();
        let outcome = self.take_over(format!("Take {name} as it is on disk"), theirs, job, open);
        outcome.told(Tone::Info, format!("{name} as it is on disk; undo brings yours back"))
    }

    pub(super) fn keep_mine(&mut self, open: &Document) -> Outcome {
        let Some(Changed { theirs, job, .. }) = self.answered() else { return Outcome::none() };
        self.told.may_go = Some(theirs.bytes);
        match job {
            Some(job) => self.begin_writing(job.path, job.what, false, open),
            None => Outcome::none().told(Tone::Info, "Yours is kept: saving it replaces what is on disk"),
        }
    }

    /// Asks for another name; until the team is saved there the question is still open.
    pub(super) fn keep_both(&mut self, open: &Document) -> Outcome {
        let Some(Changed { theirs, job, .. }) = self.answered() else { return Outcome::none() };
        let what = job.as_ref().map_or(What::Team(Then::Nothing), |job| job.what.clone());
        self.pending = Some(Pending { theirs, job, is_due: true });
        self.choose(Purpose::WriteBeside(what), open)
    }
}

impl Refused {
    /// What is told of the file `name` that was changed into this.
    fn words(&self, name: &str) -> String {
        let why = match self {
            Self::Disk(error) => format!("{name} cannot be looked at: {}", error.why),
            Self::Broken(_, diagnostics) => {
                let first = diagnostics.all().first().map(|first| first.message.clone()).unwrap_or_default();
                format!("{name} was changed by somebody else and cannot be opened now: {first}")
            }
        };
        format!("{why}. The team stays open here as it was read")
    }
}

fn pause(edition: Edition) -> Task<Message> {
    Task::perform(async { tokio::time::sleep(PAUSE).await }, move |()| Message::Paused(edition))
}

/// A message for whatever happens to the file, once it is over; the first at once, for what has happened before it was watched.
fn stirs(path: &Path, limit: Duration) -> impl Stream<Item = Message> + use<> {
    let path = path.to_owned();
    iced::stream::channel(1, async move |mut sender| {
        let stirred = Arc::new(tokio::sync::Notify::new());
        let tell = Arc::clone(&stirred);
        let watching = off_thread(Limit(limit), move || disk::watch(&path, move || tell.notify_one()));
        // What cannot be watched is looked at each minute.
        let Ok(Ok(_watch)) = watching.await else { return };
        stirred.notify_one();
        loop {
            stirred.notified().await;
            tokio::time::sleep(SETTLED).await;
            if sender.send(Message::Stirred).await.is_err() {
                return;
            }
        }
    })
}
