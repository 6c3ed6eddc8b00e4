//! The calendars of the team's members: read off the window's thread whenever the team names one that was not read yet.

use std::path::{Path, PathBuf};

use iced::Task;
use iced::futures::{StreamExt, stream};
use lucide_icons::Icon;

use super::{Document, Files, Limit, Message, Outcome, off_thread};
use crate::disk;
use crate::team::busy::content;
use crate::team::{Content, MAX_CALENDAR_BYTES, Team};
use crate::window::renderer::Element;
use crate::window::theme::style::Tone;
use crate::window::widget::{button, notice};

/// How many are read at once: one that does not answer holds up no other for long.
const AT_ONCE: usize = 8;

/// What was found at the paths of calendars, from a folder on.
#[derive(Debug, Clone)]
pub struct ReadCalendars {
    folder: PathBuf,
    calendars: Vec<(String, Content)>,
}

impl Files {
    /// Reads the calendars that were not read yet.
    pub fn read_calendars(&mut self, open: &Document) -> Task<Message> {
        let mut unread = open.team().unread_calendars();
        unread.retain(|path| !self.reading.contains(path));
        self.look_at(unread, open)
    }

    /// Reads all calendars once more: they may have changed.
    pub(super) fn read_again(&mut self, open: &Document) -> Task<Message> {
        let mut paths: Vec<String> = open.team().calendar_paths().cloned().collect();
        paths.sort_unstable();
        paths.dedup();
        self.look_at(paths, open)
    }

    fn look_at(&mut self, paths: Vec<String>, open: &Document) -> Task<Message> {
        if paths.is_empty() {
            return Task::none();
        }
        self.reading.extend(paths.iter().cloned());
        let folder = folder(open);
        let (limit, from) = (self.limit, folder.clone());
        let reading = stream::iter(paths).map(move |path| read(from.clone(), path, limit)).buffered(AT_ONCE).collect();
        Task::perform(reading, move |calendars| {
            Message::CalendarsRead(ReadCalendars { folder: folder.clone(), calendars })
        })
    }

    /// Takes over what was found, unless another team is open now.
    pub(super) fn calendars_read(&mut self, found: &ReadCalendars, open: &mut Document) -> Outcome {
        self.reading.retain(|path| !found.calendars.iter().any(|(read, _)| read == path));
        if found.folder != folder(open) {
            return Outcome::none();
        }
        open.calendars_read(&found.calendars);
        Outcome { changed: true, ..Outcome::none() }
    }

    /// Gives a member the calendar at `path`, written from the team file's folder on if it lies in it.
    pub(super) fn add_calendar(path: &Path, name: &str, open: &mut Document) -> Outcome {
        let within = path.strip_prefix(folder(open)).ok().filter(|_| open.path().is_some());
        let path = within.unwrap_or(path).to_string_lossy().into_owned();
        let Some(member) = open.team().member(name) else { return Outcome::none() };
        if member.busy.contains(&path) {
            return Outcome::none().told(Tone::Info, format!("{name} has this calendar already"));
        }
        let mut member = member.clone();
        member.busy.push(path);
        let team = open.team().with_changed(name, member);
        open.edit(format!("Add a calendar to {name}"), team);
        Outcome { changed: true, ..Outcome::none() }
    }
}

/// What stands at the path of a calendar.
async fn read(folder: PathBuf, path: String, limit: Limit) -> (String, Content) {
    let from = path.clone();
    let reading = off_thread(limit, move || {
        let files = disk::read_named(&folder, &from, "ics", MAX_CALENDAR_BYTES);
        content(&from, files.map_err(|error| error.to_string()))
    });
    let found = reading.await.unwrap_or_else(|why| Content::Failed(format!("cannot read `{path}`: {why}")));
    (path, found)
}

/// The folder from which the paths of calendars are meant.
pub(super) fn folder(open: &Document) -> PathBuf {
    open.path().and_then(Path::parent).map(Path::to_path_buf).unwrap_or_default()
}

/// Whose calendars cannot be read, as long as there are such; nothing when all is well.
pub fn unreadable(team: &Team) -> Option<Element<'_, Message>> {
    let all = team.members.iter().flat_map(|member| member.busy.iter().map(move |path| (member, path)));
    let mut failed = all.filter_map(|(member, path)| match team.calendars.get(path) {
        Some(Content::Failed(why)) => Some((member, why)),
        Some(Content::Read(_)) | None => None,
    });
    let (member, why) = failed.next()?;
    let more = match failed.count() {
        0 => String::new(),
        1 => " One more calendar cannot be read.".to_owned(),
        more => format!(" {more} more calendars cannot be read."),
    };
    let stop = if why.ends_with('?') { "" } else { "." };
    let words = format!("Busy times of {} are not counted: {why}{stop}{more}", member.name);
    let again = button::secondary(Some(Icon::RotateCw), "Try again").on_press(Message::ReadCalendarsAgain);
    Some(notice::banner(Tone::Warn, words, Element::from(again)))
}
