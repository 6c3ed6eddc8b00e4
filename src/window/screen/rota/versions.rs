//! Published versions of a rota, kept in a folder beside the team's file.

use std::path::PathBuf;

use iced::widget::{pick_list, row};
use iced::{Center, Task};
use lucide_icons::Icon;

use super::Message as Outer;
use crate::disk::{keep, kept, rotas_folder};
use crate::export::{file_stem, ron};
use crate::plan::rota::{Published, RotaPlan};
use crate::team::{Rota, Team};
use crate::window::answer::{Answer, Report, Work};
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::style::Tone;
use crate::window::theme::{size, space, style};
use crate::window::widget::{button, notice};

/// All versions of a team together may have so many bytes.
const MOST_BYTES: usize = 256 * 1024 * 1024;

/// The versions of one rota, the newest first, or why they cannot be read or kept.
type Attempt = Result<Vec<Version>, String>;

/// A published version.
#[derive(Debug, Clone)]
pub struct Version {
    /// When it was published, as its file says: `2027-01-04 0900`.
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
}

/// What can happen with them.
#[derive(Debug, Clone)]
pub enum Message {
    /// They were looked up.
    Found(Report<Attempt>),
    /// The shown plan is to be published.
    Publish,
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
        if self.found.question() != Some(&question) {
            self.forget();
        }
        self.found.ask(context.revision.whole_document(), question, |question, _| read(question)).map(Message::Found)
    }

    /// Forgets what was looked up.
    pub fn forget(&mut self) {
        self.found.clear();
        self.chosen = None;
    }

    /// Takes in what was looked up.
    pub fn take(&mut self, found: Report<Attempt>) {
        self.found.take(found);
    }

    /// Keeps a rota as it is [`written`] as the newest version.
    pub fn publish(&mut self, context: &Context, rota: &str, text: String) -> Task<Message> {
        let Some(path) = context.path else { return Task::none() };
        let version = context.now.utc().format("%Y-%m-%d %H%M").to_string();
        let file = format!("{} {version}.ron", file_stem(rota, "rota"));
        self.chosen = Some(version);
        let question = (path.to_owned(), rota.to_owned());
        self.found.ask_again();
        let keep = move |question: &(PathBuf, String), _: &Work| -> Attempt {
            keep(&rotas_folder(&question.0), &file, text.as_bytes()).map_err(|error| error.to_string())?;
            read(question)
        };
        self.found.ask(context.revision.whole_document(), question, keep).map(Message::Found)
    }

    /// A version by its name, from now on the chosen one.
    pub fn choose(&mut self, name: &str) -> Option<Published> {
        let all = self.found.get()?.as_ref().ok()?;
        let version = all.iter().find(|version| version.name == name)?;
        self.chosen = Some(version.name.clone());
        Some(version.published.clone())
    }

    /// A way to publish, and the versions to compare with.
    pub fn view(&self, can: bool) -> Element<'_, Outer> {
        let found = self.found.get().map(|found| found.as_ref());
        let names: Vec<String> =
            found.and_then(Result::ok).map(|all| all.iter().map(|v| v.name.clone()).collect()).unwrap_or_default();
        let is_kept = self.found.question().is_some();
        let publish = button::secondary(Some(Icon::BookUp), "Publish");
        let publish = publish.on_press_maybe((can && is_kept).then_some(Outer::Version(Message::Publish)));
        let tip = if is_kept {
            "Keep this rota beside the team's file, as what people know"
        } else {
            "Save the team first: published rotas are kept beside its file"
        };
        let publish = button::tip(publish, tip, iced::widget::tooltip::Position::Bottom);
        let list = (!names.is_empty()).then(|| {
            pick_list(names, self.chosen.clone(), |name| Outer::Version(Message::Chosen(name)))
                .placeholder("Change little against…")
                .text_size(size::BODY)
                .padding([space::S, space::M - 2.0])
                .style(style::pick)
                .menu_style(style::menu)
        });
        let failed = found.and_then(Result::err).map(|error| notice::banner(Tone::Bad, error.clone(), None));
        row![publish, list, failed].spacing(space::S).align_y(Center).into()
    }
}

/// A planned rota as a version is kept.
pub fn written(team: &Team, rota: &Rota, plan: &RotaPlan) -> String {
    ron::write(&ron::WrittenRota::new(team, rota, plan))
}

/// The versions of a rota beside the team's file, the newest first.
fn read((path, rota): &(PathBuf, String)) -> Attempt {
    let stem = file_stem(rota, "rota");
    let files = kept(&rotas_folder(path), "ron", MOST_BYTES).map_err(|error| error.to_string())?;
    let mut found = Vec::new();
    for (name, bytes) in files {
        let Some(version) = name.strip_suffix(".ron").and_then(|name| name.strip_prefix(stem.as_str())) else {
            continue;
        };
        // The name of another rota may begin alike.
        let Some(version) = version.strip_prefix(' ') else { continue };
        let text = String::from_utf8(bytes).map_err(|_| format!("`{name}` is no UTF-8 text"))?;
        let written = ron::read(&text).map_err(|error| format!("`{name}`: {error}"))?;
        found.push(Version { name: version.to_owned(), published: written.published() });
    }
    found.reverse();
    Ok(found)
}
