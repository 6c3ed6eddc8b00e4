//! Reading the team's file.

use std::path::{Path, PathBuf};

use super::{Document, Doing, Files, Message, Modal, Opened, Outcome, Read, Refused, name_of, whole};
use crate::disk::{self, ReadError, Unreadable};
use crate::team::{self, Diagnostic, MAX_FILE_BYTES};

impl Files {
    pub(super) fn begin_reading(&mut self, path: PathBuf) -> Outcome {
        let path = whole(path);
        let from = path.clone();
        self.wait_for(
            Doing::Reading(path.clone()),
            move || disk::read_bytes(&from, MAX_FILE_BYTES).map_err(Refused::Disk).and_then(|bytes| read(&from, bytes)),
            move |number, result| {
                let late = |why: disk::NoAnswer| {
                    Err(Refused::Disk(ReadError { path: path.clone(), why: Unreadable::System(why.to_string()) }))
                };
                let result = result.unwrap_or_else(late);
                Message::Read(number, path, result)
            },
        )
    }

    pub(super) fn read(
        &mut self,
        number: u64,
        path: PathBuf,
        result: Result<Opened, Refused>,
        open: &mut Document,
    ) -> Outcome {
        if self.done(number).is_none() {
            return Outcome::none();
        }
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
            Err(Refused::Broken(_, diagnostics)) => {
                let shown = diagnostics.all().iter().map(Diagnostic::to_string).collect();
                self.modal = Some(Modal::Diagnostics { path, read: Read::Refused, shown });
                Outcome::none()
            }
        }
    }
}

/// The team in the bytes of a file.
pub(super) fn read(path: &Path, bytes: Vec<u8>) -> Result<Opened, Refused> {
    match team::read(&name_of(path), &bytes) {
        Ok((team, warnings)) => Ok(Opened { team: Box::new(team), bytes: bytes.into(), warnings }),
        Err(diagnostics) => Err(Refused::Broken(bytes.into(), diagnostics)),
    }
}
