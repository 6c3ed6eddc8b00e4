//! Published versions of a rota, kept in a folder beside the team's file.

use std::path::PathBuf;

use iced::Task;
use iced::widget::{Column, pick_list};
use lucide_icons::Icon;

use super::Message as Outer;
use crate::disk::{ReadError, WriteError, keep_new, kept, rotas_folder};
use crate::export::{file_stem, ron};
use crate::plan::rota::{Published, RotaPlan};
use crate::team::{Rota, Team};
use crate::window::answer::{Answer, Report};
use crate::window::off_thread::{Limit, off_thread};
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::style::Tone;
use crate::window::theme::{size, space, style};
use crate::window::widget::{button, notice};

/// The largest version that is read, in bytes.
const MOST_BYTES: usize = 16 * 1024 * 1024;
/// So many versions of one minute are told apart.
const MOST_IN_A_MINUTE: usize = 1000;

/// The versions of a rota, or why they cannot be looked for.
type Attempt = Result<Found, String>;

/// What was found in the folder.
#[derive(Debug, Default)]
pub struct Found {
    /// The versions of the rota, the newest first.
    versions: Vec<Version>,
    /// What is wrong with each file that cannot be read.
    unreadable: Vec<String>,
}

/// A published version.
#[derive(Debug, Clone)]
pub struct Version {
    /// When it was published, as its file says: `2027-01-04 0900`, the second of that minute `2027-01-04 0900 2`.
    pub name: String,
    /// What it says.
    pub published: Published,
}

/// The versions of the shown rota.
#[derive(Default)]
pub struct Versions {
    /// By the team's file and the name of the rota.
    found: Answer<(PathBuf, String), Attempt>,
    /// The version against which plans are made.
    chosen: Option<String>,
    /// Whether a version is being written.
    is_publishing: bool,
    /// Why the last one could not be.
    failed: Option<String>,
}

/// What came of publishing.
#[derive(Debug, Clone)]
pub struct Publication {
    /// The team's file.
    pub path: PathBuf,
    /// The name of the rota.
    pub rota: String,
    /// What was published.
    pub published: Published,
    /// The version, once it is on disk.
    pub kept: Result<String, WriteError>,
}

/// What can happen with them.
#[derive(Debug, Clone)]
pub enum Message {
    /// They were looked up.
    Found(Report<Attempt>),
    /// The shown plan is to be published.
    Publish,
    /// It was published, or could not be.
    Published(Box<Publication>),
    /// Plans are to change little against this version.
    Chosen(String),
}

impl Versions {
    /// Looks the versions up if another file or rota is shown.
    pub fn refresh(&mut self, rota: &str, context: &Context) -> Task<Message> {
        let Some(path) = context.path else {
            self.forget();
            return Task::none();
        };
        let question = (path.to_owned(), rota.to_owned());
        if self.found.question().is_some_and(|asked| *asked != question) {
            self.forget();
        }
        let looking = |(path, rota): (PathBuf, String), _| async move {
            let folder = rotas_folder(&path);
            let found = off_thread(Limit::default(), move || read(&path, &rota)).await;
            Ok(found.unwrap_or_else(|why| Err(format!("cannot read `{}`: {why}", folder.display()))))
        };
        self.found.ask_by(context.revision.whole_document(), question, looking).map(Message::Found)
    }

    /// Forgets what was looked up.
    pub fn forget(&mut self) {
        self.found.clear();
        (self.chosen, self.failed) = (None, None);
    }

    /// Takes in what was looked up.
    pub fn take(&mut self, found: Report<Attempt>) {
        self.found.take(found);
    }

    /// Keeps a rota as it is [`written`] as the newest version. It is published when that is on disk, and not before.
    pub fn publish(&mut self, context: &Context, rota: &str, published: Published, text: String) -> Task<Message> {
        let Some(path) = context.path.filter(|_| !self.is_publishing) else { return Task::none() };
        (self.is_publishing, self.failed) = (true, None);
        let stamp = context.now.utc().format("%Y-%m-%d %H%M").to_string();
        let (path, rota, folder) = (path.to_owned(), rota.to_owned(), rotas_folder(path));
        let (stem, place) = (file_stem(&rota, "rota"), folder.clone());
        let keeping = off_thread(Limit::default(), move || {
            let names = (1..=MOST_IN_A_MINUTE).map(|number| file_name(&stem, &stamp, number));
            let name = keep_new(&place, names, text.as_bytes())?;
            Ok(version_of(&stem, &name).unwrap_or_default().to_owned())
        });
        Task::perform(keeping, move |kept| {
            let late = |why: crate::disk::NoAnswer| Err(WriteError { path: folder.clone(), why: why.to_string() });
            let (path, rota, published) = (path.clone(), rota.clone(), published.clone());
            Message::Published(Box::new(Publication { path, rota, published, kept: kept.unwrap_or_else(late) }))
        })
    }

    /// Takes in what came of publishing; what was published, if the rota is the one that is shown.
    pub fn published(&mut self, publication: &Publication, shown: &str, context: &Context) -> Option<Published> {
        self.is_publishing = false;
        let is_shown = context.path == Some(publication.path.as_path()) && shown == publication.rota;
        match &publication.kept {
            Ok(version) if is_shown => {
                self.chosen = Some(version.clone());
                self.found.ask_again();
                Some(publication.published.clone())
            }
            Ok(_) => None,
            Err(error) => {
                self.failed = Some(format!("{} is not published: {error}", publication.rota));
                None
            }
        }
    }

    /// A version by its name, from now on the chosen one.
    pub fn choose(&mut self, name: &str) -> Option<Published> {
        let all = self.found.get()?.as_ref().ok()?;
        let version = all.versions.iter().find(|version| version.name == name)?;
        self.chosen = Some(version.name.clone());
        Some(version.published.clone())
    }

    /// Whether plans change little against a published version.
    pub fn is_chosen(&self) -> bool {
        self.chosen.is_some()
    }

    /// Plans change little against no version any more.
    pub fn leave(&mut self) {
        self.chosen = None;
    }

    /// A way to publish, the one act of the place if it `is_first`.
    pub fn publish_button<'a>(&self, can: bool, is_first: bool) -> Element<'a, Outer> {
        let is_kept = self.found.question().is_some();
        let can = can && is_kept && !self.is_publishing;
        let words = if self.is_publishing { "Publishing …" } else { "Publish" };
        let made = if is_first { button::primary } else { button::secondary };
        let publish = made(Some(Icon::BookUp), words).on_press_maybe(can.then_some(Outer::Version(Message::Publish)));
        let tip = if is_kept {
            "Keep this rota beside the team's file, as what people know"
        } else {
            "Save the team first: published rotas are kept beside its file"
        };
        button::tip(publish, tip, iced::widget::tooltip::Position::Bottom)
    }

    /// The versions to compare with, if there are any.
    pub fn list(&self) -> Option<Element<'_, Outer>> {
        let versions = &self.found.get()?.as_ref().ok()?.versions;
        let names: Vec<String> = versions.iter().map(|version| version.name.clone()).collect();
        let list = pick_list(names, self.chosen.clone(), |name| Outer::Version(Message::Chosen(name)));
        (!versions.is_empty()).then(|| {
            list.placeholder("Change little against…")
                .text_size(size::BODY)
                .padding([space::S, space::M - 2.0])
                .style(style::pick)
                .menu_style(style::menu)
                .into()
        })
    }

    /// What went wrong with publishing and with reading versions.
    pub fn wrong(&self) -> Option<Element<'_, Outer>> {
        let found = self.found.get().map(|found| found.as_ref());
        let failed = self.failed.iter().chain(found.and_then(Result::err));
        let failed = failed.map(|words| notice::banner(Tone::Bad, words.clone(), None));
        let unreadable = found.and_then(Result::ok).map(|found| found.unreadable.as_slice()).unwrap_or_default();
        let unreadable = unreadable.iter().map(|words| notice::banner(Tone::Warn, words.clone(), None));
        let all: Vec<Element<'_, Outer>> = failed.chain(unreadable).collect();
        (!all.is_empty()).then(|| Column::with_children(all).spacing(space::S).into())
    }
}

/// A planned rota as a version is kept.
pub fn written(team: &Team, rota: &Rota, plan: &RotaPlan) -> String {
    ron::write(&ron::WrittenRota::new(team, rota, plan))
}

/// The name of the file of a version, the `number`-th of its minute.
fn file_name(stem: &str, stamp: &str, number: usize) -> String {
    if number == 1 { format!("{stem} {stamp}.ron") } else { format!("{stem} {stamp} {number}.ron") }
}

/// The version in the name of a file, if it may be one of a rota with this stem: the name of another may begin alike.
fn version_of<'n>(stem: &str, name: &'n str) -> Option<&'n str> {
    name.strip_suffix(".ron")?.strip_prefix(stem)?.strip_prefix(' ')
}

/// The order in which versions were published.
fn order(version: &str) -> (&str, usize) {
    let number = version.rsplit_once(' ').and_then(|(stamp, number)| {
        // What stands behind the date alone is the time.
        stamp.contains(' ').then_some((stamp, number.parse().unwrap_or(0)))
    });
    number.unwrap_or((version, 1))
}

/// The versions of a rota beside the team's file. Those of rotas whose names differ in signs alone lie beside them, under the same stem: what
/// they are of stands in them.
fn read(path: &std::path::Path, rota: &str) -> Attempt {
    let stem = file_stem(rota, "rota");
    let files = kept(&rotas_folder(path), MOST_BYTES, |name| version_of(&stem, name).is_some())
        .map_err(|error| error.to_string())?;
    let mut found = Found::default();
    for (name, bytes) in files {
        match of_file(bytes) {
            Ok(written) if written.name == rota => {
                let version = version_of(&stem, &name).unwrap_or_default().to_owned();
                found.versions.push(Version { name: version, published: written.published() });
            }
            Ok(_) => {}
            Err(why) => found.unreadable.push(format!("The version `{name}` cannot be read: {why}")),
        }
    }
    found.versions.sort_by(|one, other| order(&other.name).cmp(&order(&one.name)));
    Ok(found)
}

/// The rota in a kept file, or what is wrong with it.
fn of_file(bytes: Result<Vec<u8>, ReadError>) -> Result<ron::WrittenRota, String> {
    let bytes = bytes.map_err(|error| error.why.to_string())?;
    let text = String::from_utf8(bytes).map_err(|_| "it is no UTF-8 text".to_owned())?;
    ron::read(&text).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_told_apart_by_minute_and_number_and_not_taken_for_those_of_others() {
        let stamp = "2027-01-04 0900";
        let names = [1, 2, 10].map(|number| file_name("pager", stamp, number));
        assert_eq!(names[0], "pager 2027-01-04 0900.ron");
        assert_eq!(names[2], "pager 2027-01-04 0900 10.ron");
        let mut versions: Vec<&str> = names.iter().rev().filter_map(|name| version_of("pager", name)).collect();
        versions.push("2027-01-03 2300");
        versions.sort_by_key(|version| order(version));
        assert_eq!(versions, ["2027-01-03 2300", stamp, "2027-01-04 0900 2", "2027-01-04 0900 10"]);
        for other in ["pager-2027 2027-01-04 0900.ron", "pager.ron", "other 2027-01-04 0900.ron"] {
            assert_eq!(version_of("pager", other), None, "{other}");
        }
    }
}
