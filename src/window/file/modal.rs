//! What is asked or told before anything else can be done.

use std::path::PathBuf;

use super::look::Changed;
use super::recovery::Offer;
use super::save::{Job, What};
use crate::window::example::Example;

/// What is asked or told before anything else can be done.
#[derive(Debug)]
pub(super) enum Modal {
    /// A dialog of the system is open.
    Choosing(Purpose),
    /// A path is typed.
    Path { purpose: Purpose, path: String, wrong: Option<String> },
    /// Something would be lost.
    Unsaved(Then),
    /// Something is being read or written.
    Busy(Busy),
    /// There is something else where the file is to be written.
    Overwrite(Job, Standing),
    /// Comments of the file would be lost.
    Comments(Job, Vec<String>),
    /// The team's file was changed by somebody else, and the team here too.
    Changed(Changed),
    /// A file with errors, or with warnings; the places are shown.
    Diagnostics { path: PathBuf, read: Read, shown: Vec<String> },
    /// Something failed.
    Failed { words: String, job: Option<Job> },
    /// Unsaved work of an earlier time was found.
    Recovery(Vec<Offer>),
}

/// Work on the disk that is waited for.
#[derive(Debug)]
pub(super) struct Busy {
    pub(super) number: u64,
    pub(super) doing: Doing,
    /// Whether it takes so long that it is shown.
    pub(super) is_slow: bool,
}

/// What is done on the disk.
#[derive(Debug)]
pub(super) enum Doing {
    /// A team is read.
    Reading(PathBuf),
    /// It is looked what stands where something is to be written.
    Looking(Job),
    /// Something is written.
    Writing(Job),
}

impl Doing {
    /// Whether something is to be written, now or as soon as it is known what stands there.
    pub(super) fn is_writing(&self) -> bool {
        matches!(self, Self::Looking(_) | Self::Writing(_))
    }
}

/// When a text was read in which something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Read {
    /// The file was opened, with warnings.
    Opened,
    /// The file could not be opened.
    Refused,
    /// The text was about to be written, and is not: it could not be opened again.
    Back,
}

/// What stands where a file is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// The team's own file, changed by somebody else since it was read, into something that cannot be opened.
    Changed,
    /// Another file.
    Another,
    /// One or more of several files that are written beside each other.
    Several,
}

/// What a file is chosen for.
#[derive(Debug, Clone)]
pub(super) enum Purpose {
    Open,
    /// A calendar of the member of this name.
    Calendar(String),
    Write(What),
    /// The team as it is here, beside its file as somebody else has changed it.
    WriteBeside(What),
}

/// What is done as soon as nothing can be lost by it.
#[derive(Debug, Clone)]
pub(super) enum Then {
    Nothing,
    New,
    Open,
    OpenFile(PathBuf),
    Example(&'static Example),
    Quit,
}
