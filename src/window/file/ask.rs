//! Asking for a file: by the system's dialog, or by a typed path where there is none.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use iced::widget::operation;
use iced::{Task, window};

use super::save::What;
use super::{Chosen, Document, Files, Limit, Message, Modal, Outcome, Purpose, Then, off_thread, view};
use crate::disk;
use crate::export::file_stem;

/// A dialog that is gone sooner was never there: nobody cancels so fast.
const INSTANT: Duration = Duration::from_millis(250);

/// How long it may take to find out whether there is a folder to begin in.
const GLANCE: Limit = Limit(Duration::from_millis(500));

/// How a file is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dialogs {
    /// By the system's dialogs.
    System,
    /// By its path, typed.
    #[default]
    Typed,
}

impl Files {
    pub(super) fn choose(&mut self, purpose: Purpose, open: &Document) -> Outcome {
        let proposed = proposed(&purpose, open);
        if self.dialogs == Dialogs::Typed {
            return self.type_path(purpose, proposed.display().to_string());
        }
        let task = dialog(purpose.clone(), &proposed);
        self.modal = Some(Modal::Choosing(purpose));
        Outcome::run(task.map(Message::Chosen))
    }

    fn type_path(&mut self, purpose: Purpose, path: String) -> Outcome {
        let path = if matches!(purpose, Purpose::Open | Purpose::Calendar(_)) { String::new() } else { path };
        self.modal = Some(Modal::Path { purpose, path, wrong: None });
        Outcome::run(operation::focus(view::PATH))
    }

    pub(super) fn chosen(&mut self, chosen: Chosen, open: &mut Document) -> Outcome {
        let purpose = match self.modal.take() {
            Some(Modal::Choosing(purpose)) => purpose,
            other => return self.keep(other),
        };
        match chosen {
            Chosen::Cancelled => Outcome::none(),
            Chosen::Unavailable => {
                self.dialogs = Dialogs::Typed;
                self.choose(purpose, open)
            }
            Chosen::File(path) => match purpose {
                Purpose::Open => self.go(Then::OpenFile(path), open),
                Purpose::Calendar(name) => Self::add_calendar(&path, &name, open),
                // The system's dialog has asked whether to replace a file that is there.
                Purpose::Write(what) | Purpose::WriteBeside(what) => self.begin_writing(path, what, true, open),
            },
        }
    }

    pub(super) fn path_entered(&mut self, open: &mut Document) -> Outcome {
        let Some(Modal::Path { purpose, path, wrong }) = &mut self.modal else { return Outcome::none() };
        let typed = path.trim();
        if typed.is_empty() {
            *wrong = Some("Type the path of a file".to_owned());
            return Outcome::none();
        }
        let path = with_home(typed);
        match purpose.clone() {
            Purpose::Open => self.go(Then::OpenFile(path), open),
            Purpose::Calendar(name) => {
                self.modal = None;
                Self::add_calendar(&path, &name, open)
            }
            Purpose::Write(what) | Purpose::WriteBeside(what) => self.begin_writing(path, what, false, open),
        }
    }
}

/// `~/team.ron` as the system means it.
fn with_home(typed: &str) -> PathBuf {
    match (typed.strip_prefix("~/"), directories::BaseDirs::new()) {
        (Some(rest), Some(places)) => places.home_dir().join(rest),
        _ => PathBuf::from(typed),
    }
}

/// The file that is proposed: the team's own, or one named after the team beside it.
fn proposed(purpose: &Purpose, open: &Document) -> PathBuf {
    let folder = open.path().and_then(|path| path.parent()).map(PathBuf::from).unwrap_or_default();
    match purpose {
        Purpose::Open | Purpose::Calendar(_) => folder,
        Purpose::Write(What::Export { name, .. }) | Purpose::WriteBeside(What::Export { name, .. }) => {
            folder.join(name)
        }
        Purpose::Write(What::Team(_)) | Purpose::WriteBeside(What::Team(_)) => match open.path() {
            Some(path) if matches!(purpose, Purpose::WriteBeside(_)) => disk::beside(path, "mine"),
            Some(path) => path.to_path_buf(),
            None => folder.join(format!("{}.ron", file_stem(&open.team().name, "team"))),
        },
    }
}

/// The system's dialog, before the window.
fn dialog(purpose: Purpose, proposed: &Path) -> Task<Chosen> {
    let (folder, name) = match &purpose {
        Purpose::Open | Purpose::Calendar(_) => (Some(proposed), None),
        Purpose::Write(_) | Purpose::WriteBeside(_) => (proposed.parent(), proposed.file_name()),
    };
    let (folder, name) = (folder.map(PathBuf::from), name.map(|name| name.to_string_lossy().into_owned()));
    let looking = off_thread(GLANCE, move || folder.filter(|folder| folder.is_dir()));
    Task::future(looking).then(move |folder| {
        let (purpose, folder, name) = (purpose.clone(), folder.ok().flatten(), name.clone());
        window::oldest()
            .and_then(move |id| {
                let (purpose, folder, name) = (purpose.clone(), folder.clone(), name.clone());
                window::run(id, move |window| {
                    let dialog = rfd::AsyncFileDialog::new().set_parent(&window);
                    asking(dialog, &purpose, folder, name)
                })
            })
            .then(Task::future)
    })
}

/// The answer to the system's dialog.
fn asking(
    mut dialog: rfd::AsyncFileDialog,
    purpose: &Purpose,
    folder: Option<PathBuf>,
    name: Option<String>,
) -> impl Future<Output = Chosen> + Send + use<> {
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    if let Some(name) = name {
        dialog = dialog.set_file_name(name);
    }
    match purpose {
        Purpose::Write(What::Export { .. }) | Purpose::WriteBeside(What::Export { .. }) => {}
        Purpose::Calendar(_) => dialog = dialog.add_filter("Calendar", &["ics"]),
        Purpose::Open | Purpose::Write(What::Team(_)) | Purpose::WriteBeside(What::Team(_)) => {
            dialog = dialog.add_filter("Team file", &["ron"]);
        }
    }
    let opening = Instant::now();
    let answer: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> = match purpose {
        Purpose::Open | Purpose::Calendar(_) => Box::pin(dialog.pick_file()),
        Purpose::Write(_) | Purpose::WriteBeside(_) => Box::pin(dialog.save_file()),
    };
    async move {
        match answer.await {
            Some(file) => Chosen::File(file.path().to_path_buf()),
            None if opening.elapsed() < INSTANT => Chosen::Unavailable,
            None => Chosen::Cancelled,
        }
    }
}
