//! Reading the team's file.

use std::path::{Path, PathBuf};

use iced::Task;

use super::{Document, Files, Message, Modal, Opened, Outcome, Read, Refused, off_thread, whole};
use crate::disk::{self, ReadError};
use crate::team::{self, Diagnostic, MAX_FILE_BYTES};

impl Files {
    /// Reads the first file, without taking away the offer of what was left.
    pub(super) fn start(&mut self, path: PathBuf) -> Outcome {
        let offered = self.modal.take();
        let outcome = self.begin_reading(path);
        if let Some(Modal::Recovery(left)) = offered {
            self.waiting = left;
        }
        outcome
    }

    pub(super) fn begin_reading(&mut self, path: PathBuf) -> Outcome {
        let path = whole(path);
        self.modal = Some(Modal::Busy(None));
        let from = path.clone();
        let reading = off_thread(move || read(&from));
        let stopped = ReadError { path: path.clone(), why: disk::Unreadable::System("reading broke off".to_owned()) };
        Outcome::run(Task::perform(reading, move |result| {
            Message::Read(path.clone(), result.unwrap_or(Err(Refused::Disk(stopped.clone()))))
        }))
    }

    pub(super) fn read(&mut self, path: PathBuf, result: Result<Opened, Refused>, open: &mut Document) -> Outcome {
        let waiting = std::mem::take(&mut self.waiting);
        self.modal = (!waiting.is_empty()).then_some(Modal::Recovery(waiting));
        match result {
            Ok(Opened { team, bytes, warnings }) => {
                if !warnings.is_empty() {
                    let shown = warnings.iter().map(Diagnostic::to_string).collect();
                    self.modal = Some(Modal::Diagnostics { path: path.clone(), read: Read::Opened, shown });
                }
                self.replace(Document::read(*team, Some(path), bytes), open)
            }
            Err(Refused::Disk(error)) => {
                self.modal = Some(Modal::Failed { words: error.to_string(), job: None });
                Outcome::none()
            }
            Err(Refused::Broken(diagnostics)) => {
                let shown = diagnostics.all().iter().map(Diagnostic::to_string).collect();
                self.modal = Some(Modal::Diagnostics { path, read: Read::Refused, shown });
                Outcome::none()
            }
        }
    }
}

/// The team in a file.
fn read(path: &Path) -> Result<Opened, Refused> {
    let bytes = disk::read_bytes(path, MAX_FILE_BYTES).map_err(Refused::Disk)?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let (team, warnings) = team::read(&name, &bytes).map_err(Refused::Broken)?;
    Ok(Opened { team: Box::new(team), bytes: bytes.into(), warnings })
}
