//! Reading the calendars of a whole team, and pointing at those that cannot be read.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::calendar::{Calendar, CalendarFile, Content};
use super::times::Busy;
use crate::team::ron::{self, Node, Value};
use crate::team::source::Source;
use crate::team::{Diagnostic, Severity, Team};

impl Team {
    /// Reads the calendars that were not read yet. `files` gives the files of the one that a path names, or why it cannot.
    pub fn read_calendars(&mut self, mut files: impl FnMut(&str) -> Result<Vec<CalendarFile>, String>) {
        let mut read: BTreeMap<String, Content> = BTreeMap::new();
        for calendar in self.members.iter_mut().flat_map(|member| &mut member.busy) {
            if matches!(calendar.content, Content::Unread) {
                let content = || content(&calendar.path, files(&calendar.path));
                calendar.content = read.entry(calendar.path.clone()).or_insert_with(content).clone();
            }
        }
    }

    /// The paths of calendars that were not read yet, each once.
    pub fn unread_calendars(&self) -> Vec<String> {
        let all = self.members.iter().flat_map(|member| &member.busy);
        let unread = all.filter(|calendar| matches!(calendar.content, Content::Unread));
        let mut paths: Vec<String> = unread.map(|calendar| calendar.path.clone()).collect();
        paths.sort_unstable();
        paths.dedup();
        paths
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
    let troubled = |calendar: &Calendar| match &calendar.content {
        Content::Failed(_) => true,
        Content::Read(busy) => !busy.warnings().is_empty(),
        Content::Unread => false,
    };
    if !team.members.iter().flat_map(|member| &member.busy).any(troubled) {
        return Vec::new();
    }
    let text = String::from_utf8_lossy(bytes);
    let source = Source::new(file_name, &text);
    let members = ron::parse(&text).root;
    let members =
        members.as_ref().and_then(|root| root.given()?.field("members")?.given()).map_or(&[][..], Node::items);
    let mut found = Vec::new();
    for (node, member) in members.iter().zip(&team.members) {
        for (place, calendar) in places(node).into_iter().zip(&member.busy) {
            let note = |severity, message: String| Diagnostic::new(&source, severity, place.clone(), message);
            match &calendar.content {
                Content::Failed(why) => found.push(note(Severity::Error, why.clone())),
                Content::Read(busy) => {
                    found.extend(busy.warnings().iter().map(|warning| note(Severity::Warning, warning.clone())));
                }
                Content::Unread => {}
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
