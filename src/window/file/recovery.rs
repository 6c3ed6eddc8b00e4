//! Unsaved work: kept while there is some, offered again after the program ended without saving it.

use std::path::Path;
use std::sync::Arc;

use iced::Task;

use super::{Document, Edition, Files, Message, Modal, Outcome, off_thread, save};
use crate::disk::{self, Left, Unsaved, WriteError};
use crate::team;
use crate::time::Instant;
use crate::window::drafts::Drafts;
use crate::window::off_thread::Limit;
use crate::window::theme::style::Tone;

/// How long nothing must be typed before a recovery copy is written.
pub(super) const PAUSE: std::time::Duration = std::time::Duration::from_secs(1);
/// How long a window that closes waits until its copy is gone.
const LAST_WAIT: Limit = Limit(std::time::Duration::from_secs(2));

/// How many changes somebody may type without a pause before a recovery copy is written all the same.
const MOST_BEHIND: usize = 10;

/// Unsaved work that was left, with what is shown of it.
#[derive(Debug, Clone)]
pub struct Offer {
    pub(super) left: Left,
    /// What the team in it is called; nothing if there is none that can be read.
    pub(super) team: Option<String>,
}

/// What was left in the folder of recovery copies.
pub fn offers(folder: &Path) -> Vec<Offer> {
    let offer = |left: Left| {
        let team = team::read("", Drafts::part(&left.unsaved.text).0.as_bytes()).ok().map(|(team, _)| team.name);
        Offer { left, team }
    };
    disk::left(folder).into_iter().map(offer).collect()
}

impl Files {
    /// Looks for what an earlier time left.
    pub fn look_for_left(&self) -> Task<Message> {
        let Some(folder) = self.recovery.as_ref().map(|recovery| recovery.folder().to_owned()) else {
            return Task::none();
        };
        let looking = off_thread(self.limit, move || offers(&folder));
        Task::perform(looking, |left| Message::Found(left.unwrap_or_default()))
    }

    /// Tells that the team has changed: a recovery copy is due.
    pub fn changed(&self, open: &Document) -> Task<Message> {
        if self.recovery.is_none() {
            return Task::none();
        }
        let edition = open.edition();
        Task::perform(async { tokio::time::sleep(PAUSE).await }, move |()| Message::KeepCopy(edition))
    }

    /// Takes over what was left; the rest is offered when nothing would be lost by it.
    pub(super) fn recover(&mut self, which: usize, open: &mut Document) -> Outcome {
        let Some(Modal::Recovery(left)) = &mut self.modal else { return Outcome::none() };
        if which >= left.len() {
            return Outcome::none();
        }
        let found = left.remove(which).left;
        self.left = std::mem::take(left);
        let Unsaved { path, text, held } = found.unsaved.clone();
        let (text, drafts) = Drafts::part(&text);
        match team::read("the recovery copy", text.as_bytes()) {
            Ok((team, _)) => {
                self.modal = None;
                let held = held.and_then(|held| {
                    let (team, _) = team::read("", held.as_bytes()).ok()?;
                    Some((team, held.into_bytes().into()))
                });
                let replaced = self.replace(Document::recovered(team, path, held).with_drafts(drafts), open);
                let more = match self.left.len() {
                    0 => "",
                    _ => "; what else was found is offered then",
                };
                let words = format!("Recovered. Save the team to keep it{more}");
                let kept = self.keep_now(open, Some(found));
                Outcome { task: Task::batch([replaced.task, kept, self.look(open)]), ..replaced }
                    .told(Tone::Good, words)
            }
            Err(diagnostics) => {
                let words = format!(
                    "What was kept is no team that can be opened. It stays where it is, as text in {}:\n{diagnostics}",
                    found.copy.display()
                );
                self.modal = Some(Modal::Failed { words, job: None });
                Outcome::none()
            }
        }
    }

    pub(super) fn forget(&mut self, which: usize) -> Outcome {
        let Some(Modal::Recovery(left)) = &mut self.modal else { return Outcome::none() };
        if which >= left.len() {
            return Outcome::none();
        }
        let unwanted = left.remove(which).left;
        if left.is_empty() {
            self.modal = None;
        }
        Outcome::run(Self::aside(move || unwanted.discard()))
    }

    pub(super) fn keep_copy(&mut self, edition: Edition, open: &Document) -> Outcome {
        if edition != open.edition() {
            self.behind += 1;
            if self.behind < MOST_BEHIND {
                return Outcome::none();
            }
        }
        self.behind = 0;
        Outcome::run(self.copy_what_was_not(open))
    }

    /// Makes the recovery copy that which is unsaved.
    pub(super) fn copy_what_was_not(&mut self, open: &Document) -> Task<Message> {
        if !open.is_unsaved() {
            return self.discard_copy();
        }
        if self.copied == Some(open.edition()) { Task::none() } else { self.keep_now(open, None) }
    }

    /// A copy was written, or could not be: what was typed since is copied next.
    pub(super) fn kept(&mut self, result: Result<(), WriteError>, open: &Document) -> Outcome {
        match result {
            Ok(()) if open.is_unsaved() && self.copied.is_some_and(|copied| copied != open.edition()) => {
                Outcome::run(self.changed(open))
            }
            Ok(()) => Outcome::none(),
            Err(error) => Outcome::none().told(Tone::Warn, format!("Changes are not kept for recovery: {error}")),
        }
    }

    /// Writes the copy; the one that it was `found` in goes when the new one is there.
    fn keep_now(&mut self, open: &Document, found: Option<Left>) -> Task<Message> {
        let Some(recovery) = self.recovery.as_ref().filter(|_| !self.copying.is_taken()) else { return Task::none() };
        self.copied = Some(open.edition());
        let turn = recovery.turn();
        let (team, path) = (Arc::clone(open.kept()), open.path().map(Path::to_path_buf));
        let (held, drafts) = (open.held().cloned(), open.drafts().clone());
        let folder = recovery.folder().to_owned();
        let work = self.copying.enter(move || {
            let text = drafts.behind(&save::text_of(&team, held.as_deref()).text);
            let held = held.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
            let kept = turn.keep(&Unsaved { path, text, held });
            if let Some(found) = found.filter(|_| kept.is_ok()) {
                found.discard();
            }
            kept
        });
        let late = move |why: disk::NoAnswer| Err(WriteError { path: folder.clone(), why: why.to_string() });
        Task::perform(off_thread(self.limit, work), move |result| Message::Kept(result.unwrap_or_else(&late)))
    }

    /// Removes the copy, if there is one or will be.
    pub(super) fn discard_copy(&mut self) -> Task<Message> {
        match (&self.recovery, self.copied.take()) {
            (Some(recovery), Some(_)) => {
                let turn = recovery.turn();
                Self::aside(move || turn.discard())
            }
            _ => Task::none(),
        }
    }

    /// Does something on the disk about which nothing is to be said: a copy that cannot be removed is offered again.
    fn aside(work: impl FnOnce() + Send + 'static) -> Task<Message> {
        Task::future(off_thread(LAST_WAIT, work)).discard()
    }
}

/// How long ago something was, for people.
pub(super) fn ago(then: std::time::SystemTime, now: Instant) -> String {
    let then = Instant::from_moment(chrono::DateTime::from(then));
    match (now - then).0 {
        ..=1 => "just now".to_owned(),
        minutes @ ..=119 => format!("{minutes} minutes ago"),
        minutes @ ..=2879 => format!("{} hours ago", minutes / 60),
        minutes => format!("{} days ago", minutes / 1440),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::Recovery;
    use crate::team::Team;

    #[test]
    fn who_types_without_a_pause_has_a_copy_now_and_then() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut files = Files::with_recovery(Some(Recovery::in_folder(folder.path().to_owned())));
        let mut open = Document::new(Team::default(), None);
        let mut copied = Vec::new();
        for number in 1..=2 * MOST_BEHIND {
            let before = open.edition();
            open.edit("Rename".into(), Team { name: number.to_string(), ..Team::default() });
            // The work is dropped before it begins, so that the next may.
            drop(files.keep_copy(before, &open));
            copied.extend(files.copied.filter(|copied| *copied == open.edition()).map(|_| number));
        }
        assert_eq!(copied, [MOST_BEHIND, 2 * MOST_BEHIND]);
    }
}
