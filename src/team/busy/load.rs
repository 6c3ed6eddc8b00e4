//! Reading the calendars of a whole team, and pointing at those that cannot be read.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::calendars::{CalendarFile, Content};
use super::times::Busy;
use crate::team::ron::{self, Node, Value};
use crate::team::source::Source;
use crate::team::{Diagnostic, Severity, Team};

impl Team {
    /// Reads the calendars that were not read yet. `files` gives the files of the one that a path names, or why it cannot.
    pub fn read_calendars(&mut self, mut files: impl FnMut(&str) -> Result<Vec<CalendarFile>, String>) {
        for path in self.unread_calendars() {
            let content = content(&path, files(&path));
            self.calendars.insert(path, content);
        }
    }

    /// The paths of calendars that were not read yet, each once.
    pub fn unread_calendars(&self) -> Vec<String> {
        let unread: BTreeSet<&String> =
            self.calendar_paths().filter(|path| self.calendars.get(path).is_none()).collect();
        unread.into_iter().cloned().collect()
    }

    /// Forgets what was found at paths that no member names any more: who names one again wants to know what stands there then.
    pub fn forget_unnamed_calendars(&mut self) {
        let named: BTreeSet<&String> = self.members.iter().flat_map(|member| &member.busy).collect();
        self.calendars.keep_only(&named);
    }

    /// The paths of the members' calendars, as often as they are named.
    pub fn calendar_paths(&self) -> impl Iterator<Item = &String> {
        self.members.iter().flat_map(|member| &member.busy)
    }
}

/// What the files of the calendar at `path` say, or why not.
pub fn content(path: &str, files: Result<Vec<CalendarFile>, String>) -> Content {
    let read = |files: Vec<CalendarFile>| match files[..] {
        [] => Err(format!("there is no file in the folder `{path}` that ends in `.ics`")),
        _ => Busy::read(&files),
    };
    match files.and_then(read) {
        Ok(busy) => Content::Read(Arc::new(busy)),
        Err(why) => Content::Failed(why),
    }
}

/// What is wrong with the calendars that `team`, read from the `bytes` of the file `file_name`, names: an error at each that could not be
/// read, warnings of the others.
pub fn calendar_diagnostics(file_name: &str, bytes: &[u8], team: &Team) -> Vec<Diagnostic> {
    let troubled = |path: &String| match team.calendars.get(path) {
        Some(Content::Failed(_)) => true,
        Some(Content::Read(busy)) => !busy.warnings().is_empty(),
        None => false,
    };
    if !team.calendar_paths().any(troubled) {
        return Vec::new();
    }
    let text = String::from_utf8_lossy(bytes);
    let source = Source::new(file_name, &text);
    let members = ron::parse(&text).root;
    let members =
        members.as_ref().and_then(|root| root.given()?.field("members")?.given()).map_or(&[][..], Node::items);
    let mut found = Vec::new();
    for (node, member) in members.iter().zip(&team.members) {
        for (place, path) in places(node).into_iter().zip(&member.busy) {
            let note = |severity, message: String| Diagnostic::new(&source, severity, place.clone(), message);
            match team.calendars.get(path) {
                Some(Content::Failed(why)) => found.push(note(Severity::Error, why.clone())),
                Some(Content::Read(busy)) => {
                    found.extend(busy.warnings().iter().map(|warning| note(Severity::Warning, warning.clone())));
                }
                None => {}
            }
        }
    }
    found
}

/// Where the paths of a member's calendars stand.
fn places(member: &Node) -> Vec<Range<usize>> {
    let Some(busy) = member.given().and_then(|member| member.field("busy")?.given()) else { return Vec::new() };
    match &busy.value {
        Value::List(items) => items.iter().map(|item| item.range.clone()).collect(),
        _ => vec![busy.range.clone()],
    }
}
