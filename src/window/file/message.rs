//! What can happen with files, and what the window does then.

use std::path::PathBuf;
use std::sync::Arc;

use iced::Task;

use super::calendars::ReadCalendars;
use super::look::{Look, Seen};
use super::recovery::Offer;
use crate::disk::{NoAnswer, ReadError, WriteError};
use crate::team::{Diagnostic, Diagnostics, Team};
use crate::window::example::Example;
use crate::window::revision::Edition;
use crate::window::theme::style::Tone;

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

/// What can happen. Numbers are those of the work on the disk that is told of: of another than the last nobody waits for it.
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
    /// The disk takes its time: what it does is shown.
    Slow(u64),
    /// A file was read.
    Read(u64, PathBuf, Result<Opened, Refused>),
    /// It is known what stands where something is to be written.
    Looked(u64, Result<Seen, NoAnswer>),
    /// A file was written, or could not be.
    Written(u64, Result<(), WriteError>),
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
    /// The file may have changed on disk, or it is time to see whether it has.
    Stirred,
    /// The file was looked at again.
    LookedAgain(Look),
    /// Nothing was typed for a while since the file was seen to have changed, if nothing has changed since.
    Paused(Edition),
    /// Take the team as it is on disk now.
    TakeTheirs,
    /// Keep the team as it is here; saving it replaces what is on disk.
    KeepMine,
    /// Save the team as it is here under another name.
    KeepBoth,
    /// This is what was left at the last end.
    Found(Vec<Offer>),
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
    /// What the user likes was kept for the next time, or could not be.
    PreferencesKept(Result<(), WriteError>),
    /// Nothing is left to do before the window closes.
    Ended,
    /// Calendars were looked at.
    CalendarsRead(ReadCalendars),
    /// Calendars are to be looked at once more.
    ReadCalendarsAgain,
}

/// A file as it was read.
#[derive(Debug, Clone)]
pub struct Opened {
    pub(super) team: Box<Team>,
    pub(super) bytes: Arc<[u8]>,
    pub(super) warnings: Vec<Diagnostic>,
}

/// Why a file could not be opened.
#[derive(Debug, Clone)]
pub enum Refused {
    /// It could not be read.
    Disk(ReadError),
    /// It holds no team.
    Broken(Arc<[u8]>, Diagnostics),
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
    pub(super) fn none() -> Self {
        Self::run(Task::none())
    }

    pub(super) fn run(task: Task<Message>) -> Self {
        Self { task, told: None, replaced: false, changed: false, quit: false }
    }

    pub(super) fn told(self, tone: Tone, words: impl Into<String>) -> Self {
        Self { told: Some((tone, words.into())), ..self }
    }

    /// Both; of two things to tell the later one.
    pub(super) fn and(self, then: Self) -> Self {
        Self {
            task: Task::batch([self.task, then.task]),
            told: then.told.or(self.told),
            replaced: self.replaced || then.replaced,
            changed: self.changed || then.changed,
            quit: self.quit || then.quit,
        }
    }
}
