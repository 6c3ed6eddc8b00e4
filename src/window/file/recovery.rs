//! Unsaved work: kept while there is some, offered again after the program ended without saving it.

use std::path::Path;
use std::sync::Arc;

use iced::Task;

use super::{Document, Files, Message, Modal, Outcome, off_thread, save};
use crate::disk::Unsaved;
use crate::team;
use crate::time::Instant;
use crate::window::drafts::Drafts;
use crate::window::revision::Edition;
use crate::window::theme::style::Tone;

/// How long nothing must be typed before a recovery copy is written.
const PAUSE: std::time::Duration = std::time::Duration::from_secs(1);

impl Files {
    /// Tells that the team has changed: a recovery copy is due.
    pub fn changed(&self, open: &Document) -> Task<Message> {
        if self.recovery.is_none() {
            return Task::none();
        }
        let edition = open.edition();
        Task::perform(async { tokio::time::sleep(PAUSE).await }, move |()| Message::KeepCopy(edition))
    }

    pub(super) fn recover(&mut self, which: usize, open: &mut Document) -> Outcome {
        let Some(Modal::Recovery(left)) = &self.modal else { return Outcome::none() };
        let Some(found) = left.get(which).cloned() else { return Outcome::none() };
        let Unsaved { path, text } = found.unsaved.clone();
        let (text, drafts) = Drafts::part(&text);
        match team::read("the recovery copy", text.as_bytes()) {
            Ok((team, _)) => {
                self.modal = None;
                open.replace(Document::recovered(team, path, text.as_bytes()).with_drafts(drafts));
                let kept = self.keep_now(open);
                found.discard();
                Outcome { task: kept, replaced: true, ..Outcome::none() }
                    .told(Tone::Good, "Recovered. Save the team to keep it")
            }
            Err(diagnostics) => {
                let words = format!("What was kept cannot be read any more:\n{diagnostics}");
                self.modal = Some(Modal::Failed { words, job: None });
                Outcome::none()
            }
        }
    }

    pub(super) fn forget(&mut self, which: usize) {
        if let Some(Modal::Recovery(left)) = &mut self.modal
            && which < left.len()
        {
            left.remove(which).discard();
            if left.is_empty() {
                self.modal = None;
            }
        }
    }

    pub(super) fn keep_copy(&mut self, edition: Edition, open: &Document) -> Outcome {
        if edition != open.edition() {
            return Outcome::none();
        }
        Outcome::run(self.keep_or_discard(open))
    }

    /// Keeps a copy of what is unsaved, or none if nothing is.
    pub(super) fn keep_or_discard(&mut self, open: &Document) -> Task<Message> {
        if open.is_unsaved() {
            return self.keep_now(open);
        }
        self.discard_copy();
        Task::none()
    }

    fn keep_now(&mut self, open: &Document) -> Task<Message> {
        let Some(recovery) = self.recovery.clone() else { return Task::none() };
        self.has_copy = true;
        let (team, path) = (Arc::clone(open.kept()), open.path().map(Path::to_path_buf));
        let (held, drafts) = (open.held().cloned(), open.drafts().clone());
        let keeping = off_thread(move || {
            let text = drafts.behind(&save::text_of(&team, held.as_deref()).text);
            recovery.keep(&Unsaved { path, text })
        });
        Task::perform(keeping, |result| Message::Kept(result.unwrap_or(Ok(()))))
    }

    pub(super) fn discard_copy(&mut self) {
        if let Some(recovery) = self.recovery.as_ref().filter(|_| self.has_copy) {
            recovery.discard();
            self.has_copy = false;
        }
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
