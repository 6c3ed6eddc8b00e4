//! What is asked and told about files, as it is seen.

use iced::widget::{Column, column, container, row, scrollable, space as gap, text};
use iced::{Fill, Font, Shrink};
use lucide_icons::Icon;

use super::modal::{Busy, Doing};
use super::recovery::Offer;
use super::{Document, Files, Message, Modal, Purpose, Read, Standing, Then, look, name_of, recovery::ago, save::What};
use crate::team::{Change, Difference};
use crate::time::Instant;
use crate::window::renderer::Element;
use crate::window::theme::{size, space, style};
use crate::window::widget::Button;
use crate::window::widget::{Field, body, busy, button, card, dialog, heading, muted, scroll, small, strong};

/// The name of the field for a path.
pub(super) const PATH: &str = "path";
/// How wide and how high what is wrong with a file is shown, in logical pixels.
const WIDE: f32 = 760.0;
const HIGH: f32 = 360.0;

impl Files {
    /// The question that is open, to lie over the window.
    pub fn view<'a>(&'a self, open: &'a Document, now: Instant) -> Option<Element<'a, Message>> {
        let dialog = match self.modal.as_ref()? {
            Modal::Choosing(_) | Modal::Busy(Busy { is_slow: false, .. }) => {
                return Some(iced::widget::opaque(iced::widget::space().width(Fill).height(Fill)));
            }
            Modal::Busy(Busy { doing, .. }) => slow(doing),
            Modal::Path { purpose, path, wrong } => path_dialog(purpose, path, wrong.as_ref()),
            Modal::Unsaved(then) => unsaved(then, open),
            Modal::Overwrite(job, standing) => overwrite(&job.path, *standing),
            Modal::Comments(_, lost) => comments(lost),
            Modal::Changed(changed) => return Some(dialog::over(changed_file(changed, open), Message::Dismissed)),
            Modal::Diagnostics { path, read, shown } => diagnostics(path, *read, shown),
            Modal::Failed { words, job } => failed(words, job.is_some()),
            Modal::Recovery(left) => recovery(left, now),
        };
        Some(dialog::over(dialog, Message::Dismissed))
    }
}

fn answer(button: Button<'_, Message>, message: Message) -> Element<'_, Message> {
    button.on_press(message).into()
}

fn cancel<'a>() -> Element<'a, Message> {
    answer(button::quiet(None, "Cancel"), Message::Dismissed)
}

/// What the disk does, when it takes long.
fn slow<'a>(doing: &Doing) -> Element<'a, Message> {
    let (heading, path, words) = match doing {
        Doing::Reading(path) => ("Reading …", path, "The team that is open stays until it was read."),
        Doing::Looking(job) | Doing::Writing(job) => {
            ("Writing …", &job.path, "The team stays open here whatever comes of it.")
        }
    };
    let words = format!("The disk takes its time with {}. {words}", path.display());
    let mark = busy("Waiting for the disk");
    dialog::question(heading, words, mark, [answer(button::secondary(None, "Stop waiting"), Message::Dismissed)])
}

/// Whose team is to hold, when both have changed since the file was read.
fn changed_file<'a>(changed: &look::Changed, open: &Document) -> Element<'a, Message> {
    let file = open.path().map(name_of).unwrap_or_default();
    let words = format!(
        "Somebody else has changed {file} since it was read here, and you have changes that are not in it. This differs from what was read:"
    );
    let both = row![
        side("Yours, not saved yet", &changed.of_mine, &changed.of_theirs),
        side(&format!("In {file} now"), &changed.of_theirs, &changed.of_mine),
    ];
    let keep = "Keep mine replaces the file by your team when you save it. Take theirs gives up yours, which undo brings back.";
    let answers = row![
        gap::horizontal(),
        answer(button::quiet(None, "Later"), Message::Dismissed),
        answer(button::secondary(None, "Take theirs"), Message::TakeTheirs),
        answer(button::secondary(None, "Keep mine"), Message::KeepMine),
        answer(button::primary(None, "Keep both…"), Message::KeepBoth),
    ];
    let sheet = column![
        heading("The file has changed"),
        muted(words),
        both.spacing(space::L),
        body(keep).style(style::muted),
        answers.spacing(space::S).width(Fill)
    ];
    container(sheet.spacing(space::M)).padding(space::XL).width(WIDE).style(style::floating).into()
}

/// One side of the question: what of it differs from what was read; what differs on the other side too is marked.
fn side<'a>(title: &str, own: &[Difference], other: &[Difference]) -> Element<'a, Message> {
    let line = |one: &Difference| -> Element<'a, Message> {
        let is_both = other.iter().any(|other| other.thing == one.thing);
        let mark = if is_both { " (on both sides)" } else { "" };
        body(format!("{} {}{mark}", one.thing, became(one.change))).into()
    };
    let mut lines: Vec<Element<'a, Message>> = own.iter().map(line).collect();
    if lines.is_empty() {
        lines.push(muted("Nothing").into());
    }
    let list = container(scroll(Column::with_children(lines).spacing(space::XS)).height(Shrink)).max_height(HIGH / 2.0);
    column![strong(title.to_owned()), list].spacing(space::S).width(Fill).into()
}

fn became(change: Change) -> &'static str {
    match change {
        Change::Added => "added",
        Change::Changed => "changed",
        Change::Removed => "removed",
        Change::Moved => "moved",
    }
}

fn path_dialog<'a>(purpose: &Purpose, path: &'a str, wrong: Option<&String>) -> Element<'a, Message> {
    let (heading, act) = match purpose {
        Purpose::Open => ("Open a team", "Open"),
        Purpose::Calendar(_) => ("Add a calendar", "Add"),
        Purpose::Write(What::Team(_)) => ("Save the team as", "Save"),
        Purpose::WriteBeside(What::Team(_)) => ("Save yours beside it as", "Save"),
        Purpose::Write(What::Export { .. }) | Purpose::WriteBeside(What::Export { .. }) => {
            ("Export to a file", "Export")
        }
    };
    let field = Field::new("Path", path)
        .id(PATH)
        .placeholder(if matches!(purpose, Purpose::Calendar(_)) {
            "/home/me/calendar.ics"
        } else {
            "/home/me/team.ron"
        })
        .error(wrong.cloned())
        .on_input(Message::PathTyped)
        .on_submit(Message::PathEntered)
        .on_leave(Message::Dismissed);
    let answers = [cancel(), answer(button::primary(None, act), Message::PathEntered)];
    dialog::question(heading, "", Element::from(field), answers)
}

fn unsaved<'a>(then: &Then, open: &Document) -> Element<'a, Message> {
    let heading = match then {
        Then::Quit => "Save before closing?",
        _ => "Save the team first?",
    };
    let name = if open.team().name.is_empty() { "The team" } else { &open.team().name };
    let file = match open.path().and_then(|path| path.file_name()) {
        Some(file) => format!("{name} has changes that are not in {} yet.", file.to_string_lossy()),
        None => format!("{name} has changes that are in no file yet."),
    };
    let drafts = open.drafts();
    let typed = format!("Typed and not taken into the team: {}. Saving does not keep that.", drafts.names());
    let (heading, words) = match (open.is_team_unsaved(), drafts.is_empty()) {
        (true, true) => (heading, file),
        (true, false) => (heading, format!("{file} {typed}")),
        (false, _) => ("Give up what was typed?", typed),
    };
    let save = open.is_team_unsaved().then(|| answer(button::primary(Some(Icon::Save), "Save"), Message::SaveFirst));
    let answers = [cancel(), answer(button::secondary(None, "Discard"), Message::DiscardFirst)];
    dialog::question(heading, words, None, answers.into_iter().chain(save))
}

fn overwrite<'a>(path: &std::path::Path, standing: Standing) -> Element<'a, Message> {
    let file = path.display();
    let (heading, words) = match standing {
        Standing::Changed => (
            "The file has changed",
            format!(
                "{file} is not as it was when it was last read here: somebody else may have changed it. Overwriting it loses what is in it now."
            ),
        ),
        Standing::Another => {
            ("Replace the file?", format!("{file} is there already. Replacing it loses what is in it now."))
        }
        Standing::Several => (
            "Replace the files?",
            format!("Files named after {file} are there already. Replacing them loses what is in them now."),
        ),
    };
    let answers = [
        cancel(),
        answer(button::secondary(None, "Save elsewhere…"), Message::Elsewhere),
        answer(button::danger(None, "Overwrite"), Message::Agreed),
    ];
    dialog::question(heading, words, None, answers)
}

fn comments(lost: &[String]) -> Element<'_, Message> {
    let lines = lost.iter().map(|comment| code(comment));
    let shown = scroll(Column::with_children(lines).spacing(space::XS)).height(Shrink);
    let shown = container(shown).max_height(160.0);
    let answers = [
        cancel(),
        answer(button::secondary(None, "Save elsewhere…"), Message::Elsewhere),
        answer(button::primary(None, "Save without them"), Message::Agreed),
    ];
    let words = "They stood beside what was changed or removed:";
    dialog::question("These comments would be lost", words, Element::from(shown), answers)
}

fn diagnostics<'a>(path: &std::path::Path, read: Read, shown: &'a [String]) -> Element<'a, Message> {
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let (heading, words) = match read {
        Read::Opened => {
            (format!("{file} was opened, with warnings"), "The team can be used. This may not be what was meant:")
        }
        Read::Refused => {
            (format!("{file} cannot be opened"), "The team that was open before still is. This is wrong with the file:")
        }
        Read::Back => (
            format!("{file} was not saved"),
            "It could not be opened again, so what stood there still does. Mend this in the team, then save it:",
        ),
    };
    let lines = shown.iter().flat_map(|one| one.lines().chain([""])).map(code);
    let sideways = scrollable::Direction::Both {
        vertical: scrollable::Scrollbar::new().width(8).scroller_width(6),
        horizontal: scrollable::Scrollbar::new().width(8).scroller_width(6),
    };
    let list = container(Column::with_children(lines)).padding(space::M);
    let list = scrollable(list).direction(sideways).style(style::scroll).width(Fill);
    let list = container(container(list).style(style::sunken)).max_height(HIGH);
    let answers = match read {
        Read::Opened | Read::Back => row![answer(button::primary(None, "Close"), Message::Dismissed)],
        Read::Refused => row![
            answer(button::quiet(None, "Close"), Message::Dismissed),
            answer(button::secondary(Some(Icon::RotateCw), "Try again"), Message::TryAgain),
        ],
    };
    let answers = container(answers.spacing(space::S)).align_right(Fill);
    let sheet =
        column![text(heading).size(size::HEADING).font(crate::window::theme::STRONG), muted(words), list, answers];
    container(sheet.spacing(space::M)).padding(space::XL).width(WIDE).style(style::floating).into()
}

/// A line as it stands in a file.
fn code(line: &str) -> Element<'_, Message> {
    text(if line.is_empty() { " " } else { line })
        .font(Font::MONOSPACE)
        .size(size::BODY - 1.0)
        .wrapping(text::Wrapping::None)
        .into()
}

fn failed<'a>(words: &str, can_go_elsewhere: bool) -> Element<'a, Message> {
    let elsewhere = can_go_elsewhere.then(|| answer(button::secondary(None, "Save elsewhere…"), Message::Elsewhere));
    let answers = elsewhere.into_iter().chain([answer(button::primary(None, "Close"), Message::Dismissed)]);
    dialog::question("That did not work", words.to_owned(), None, answers)
}

fn recovery(left: &[Offer], now: Instant) -> Element<'_, Message> {
    let copies = left.iter().enumerate().map(|(number, Offer { left, team })| {
        let name = match team.as_deref() {
            Some("") => "Unnamed team",
            Some(name) => name,
            None => "No team that can be opened",
        };
        let file = left.unsaved.path.as_ref().map_or("in no file yet".to_owned(), |path| path.display().to_string());
        let acts = row![
            answer(button::quiet(None, "Discard"), Message::Forget(number)),
            answer(button::primary(None, "Recover"), Message::Recover(number)),
        ];
        let about = column![strong(name), small(file), small(ago(left.written, now))].width(Fill);
        card(row![about, acts.spacing(space::S)].align_y(iced::Center)).padding(space::M).into()
    });
    let list = container(scroll(Column::with_children(copies).spacing(space::S)).height(Shrink)).max_height(HIGH);
    let content = column![list, body("They are kept until you recover or discard them.").style(style::muted)];
    let answers = [answer(button::quiet(None, "Later"), Message::Dismissed)];
    dialog::question(
        "Unsaved changes were found",
        "Sunwise ended before they were saved.",
        Element::from(content.spacing(space::M)),
        answers,
    )
}
