//! The open team: its file, what was saved of it, and the changes that can be taken back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::team::{Content, Team};

/// How many changes can be taken back.
const DEPTH: usize = 200;

/// The open team with its history.
#[derive(Debug)]
pub struct Document {
    team: Arc<Team>,
    /// The same without ghosts: what belongs in the file.
    kept: Arc<Team>,
    /// Its state in the file; of a team that was never saved, its state at the start.
    saved: Arc<Team>,
    /// Whether that state is in no file, because the team was found again after the program ended.
    is_lost: bool,
    path: Option<PathBuf>,
    /// What the file held when it was last read or written; of an example, its text.
    held: Option<Arc<[u8]>>,
    past: Vec<Step>,
    future: Vec<Step>,
    revision: Revision,
    /// Whether the last step can grow by what is typed next.
    typing: bool,
}

/// Which state of which document: another one after each change, and each time another document is opened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision {
    document: u64,
    change: u64,
}

impl Revision {
    /// The next state of the same document.
    #[must_use]
    pub fn next(self) -> Self {
        Self { change: self.change + 1, ..self }
    }

    /// The first state of the document that is opened after this one.
    #[must_use]
    pub fn of_next_document(self) -> Self {
        Self { document: self.document + 1, change: 0 }
    }

    /// Whether both are states of one document.
    pub fn is_same_document(self, other: Self) -> bool {
        self.document == other.document
    }

    /// The document whatever has changed in it: for questions that do not ask about the team.
    #[must_use]
    pub fn whole_document(self) -> Self {
        Self { change: 0, ..self }
    }
}

/// A change: what it was, and the team on its other side.
#[derive(Debug)]
struct Step {
    what: String,
    team: Arc<Team>,
}

impl Document {
    /// A team that was read from a file, or begun without one.
    pub fn new(team: Team, path: Option<PathBuf>) -> Self {
        let team = Arc::new(team);
        let kept = without_ghosts(&team);
        Self {
            saved: Arc::clone(&kept),
            kept,
            team,
            is_lost: false,
            path,
            held: None,
            past: Vec::new(),
            future: Vec::new(),
            revision: Revision::default(),
            typing: false,
        }
    }

    /// A team with the bytes that it was read from: those of the file `path`, or of an example.
    pub fn read(team: Team, path: Option<PathBuf>, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self { held: Some(bytes.into()), ..Self::new(team, path) }
    }

    /// Takes another document in the place of this one; its revision goes on from here.
    pub fn replace(&mut self, other: Self) {
        *self = Self { revision: self.revision.of_next_document(), ..other };
    }

    /// A team that was found again after the program ended without saving it.
    pub fn recovered(team: Team, path: Option<PathBuf>, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self { is_lost: true, ..Self::read(team, path, bytes) }
    }

    /// The team as it is now.
    pub fn team(&self) -> &Arc<Team> {
        &self.team
    }

    /// The team without those who are only supposed: what belongs in the file.
    pub fn kept(&self) -> &Arc<Team> {
        &self.kept
    }

    /// Its file, if it has one.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// What the file held when it was last read or written.
    pub fn held(&self) -> Option<&Arc<[u8]>> {
        self.held.as_ref()
    }

    /// Another number after each change.
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// Whether something would be lost if the team were closed now.
    pub fn is_unsaved(&self) -> bool {
        self.is_lost || !Arc::ptr_eq(&self.kept, &self.saved) && self.kept != self.saved
    }

    /// Takes a changed team; `what` names the change: "Remove Ana Ribeiro".
    pub fn edit(&mut self, what: String, team: Team) {
        if *self.team == team {
            return;
        }
        let before = self.take(Arc::new(team));
        self.past.push(Step { what, team: before });
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
        self.future.clear();
        self.typing = false;
    }

    /// Takes another state of the team and gives the one before.
    fn take(&mut self, team: Arc<Team>) -> Arc<Team> {
        self.revision = self.revision.next();
        self.kept = without_ghosts(&team);
        std::mem::replace(&mut self.team, team)
    }

    /// Takes a team that is being typed: a change of the same name that came just before grows by it, so that one undo takes
    /// back all that was typed.
    pub fn type_in(&mut self, what: String, team: Team) {
        let grows = self.typing && self.past.last().is_some_and(|step| step.what == what);
        if !grows {
            self.edit(what, team);
            self.typing = true;
        } else if *self.team != team {
            self.take(Arc::new(team));
        }
    }

    /// Takes back the last change and says which it was.
    pub fn undo(&mut self) -> Option<String> {
        let step = self.past.pop()?;
        self.typing = false;
        let after = self.take(step.team);
        self.future.push(Step { what: step.what.clone(), team: after });
        Some(step.what)
    }

    /// Makes the change again that was taken back last and says which it was.
    pub fn redo(&mut self) -> Option<String> {
        let step = self.future.pop()?;
        self.typing = false;
        let before = self.take(step.team);
        self.past.push(Step { what: step.what.clone(), team: before });
        Some(step.what)
    }

    /// The change that would be taken back.
    pub fn undoable(&self) -> Option<&str> {
        self.past.last().map(|step| step.what.as_str())
    }

    /// The change that would be made again.
    pub fn redoable(&self) -> Option<&str> {
        self.future.last().map(|step| step.what.as_str())
    }

    /// Takes over what was found at the paths of calendars: no change of the team, and nothing to take back.
    pub fn calendars_read(&mut self, found: &[(String, Content)]) {
        let mut team = (*self.team).clone();
        for calendar in team.members.iter_mut().flat_map(|member| &mut member.busy) {
            if let Some((_, content)) = found.iter().find(|(path, _)| *path == calendar.path) {
                calendar.content = content.clone();
            }
        }
        self.take(Arc::new(team));
    }

    /// Notes that no calendar was read from where the team is now.
    pub fn forget_calendars(&mut self) {
        let all = self.team.members.iter().flat_map(|member| &member.busy);
        let found: Vec<_> = all.map(|calendar| (calendar.path.clone(), Content::Unread)).collect();
        if !found.is_empty() {
            self.calendars_read(&found);
        }
    }

    /// Notes that `team`, as [`Self::kept`] was then, now stands in the file `path` as these bytes.
    pub fn saved(&mut self, team: Arc<Team>, path: PathBuf, bytes: impl Into<Arc<[u8]>>) {
        self.saved = team;
        self.is_lost = false;
        self.path = Some(path);
        self.held = Some(bytes.into());
        self.typing = false;
    }
}

/// The same team where nobody is only supposed.
fn without_ghosts(team: &Arc<Team>) -> Arc<Team> {
    if team.ghosts().next().is_none() { Arc::clone(team) } else { Arc::new(team.without_ghosts()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Team {
        Team { name: name.to_owned(), ..Team::default() }
    }

    #[test]
    fn changes_are_taken_back_and_made_again() {
        let mut open = Document::new(named("a"), None);
        open.edit("Rename to b".into(), named("b"));
        open.edit("Rename to c".into(), named("c"));
        assert_eq!(open.undo().as_deref(), Some("Rename to c"));
        assert_eq!(open.team().name, "b");
        assert_eq!(open.redo().as_deref(), Some("Rename to c"));
        assert_eq!(open.team().name, "c");
        assert_eq!(open.redo(), None);
        open.undo();
        open.edit("Rename to d".into(), named("d"));
        assert_eq!(open.redoable(), None, "a new change ends what was taken back");
        open.undo();
        open.undo();
        assert_eq!(open.undo(), None);
        assert_eq!(open.team().name, "a");
    }

    #[test]
    fn every_state_has_a_revision_of_its_own() {
        let mut open = Document::new(named("a"), None);
        let mut seen = vec![open.revision()];
        open.edit("Rename".into(), named("b"));
        seen.push(open.revision());
        open.undo();
        seen.push(open.revision());
        open.redo();
        seen.push(open.revision());
        assert!(seen.is_sorted_by(|a, b| a < b), "{seen:?}");
    }

    #[test]
    fn only_what_differs_from_the_file_is_unsaved() {
        let mut open = Document::new(named("a"), None);
        assert!(!open.is_unsaved());
        open.edit("Rename".into(), named("b"));
        assert!(open.is_unsaved());
        let written = Arc::clone(open.team());
        open.edit("Rename".into(), named("c"));
        open.saved(written, PathBuf::from("team.ron"), *b"Team()");
        assert!(open.is_unsaved(), "what was typed while the file was written");
        open.undo();
        assert!(!open.is_unsaved());
        open.edit("Nothing".into(), named("b"));
        assert_eq!(open.undoable(), Some("Rename"), "an edit that changes nothing is none");
    }

    #[test]
    fn whoever_is_only_supposed_is_nothing_to_save() {
        use crate::team::{Member, Place};
        use crate::time::{Hours, Zone};
        let mut open = Document::new(named("a"), None);
        let ghost = Member { is_ghost: true, ..Member::new("Zoe", Place::zone(Zone::UTC), Hours::off()) };
        open.edit("Suppose Zoe".into(), Team { members: vec![ghost], ..named("a") });
        assert_eq!((open.is_unsaved(), open.team().members.len(), open.kept().members.len()), (false, 1, 0));
        let hired = open.team().with_ghosts_hired();
        open.edit("Hire Zoe".into(), hired);
        assert_eq!((open.is_unsaved(), open.kept().members.len()), (true, 1));
        open.undo();
        open.undo();
        assert_eq!((open.is_unsaved(), open.team().members.len()), (false, 0));
    }

    #[test]
    fn what_is_typed_is_one_change() {
        let mut open = Document::new(named("a"), None);
        for name in ["ab", "abc"] {
            open.type_in("Rename".into(), named(name));
        }
        assert_eq!(open.undo().as_deref(), Some("Rename"));
        assert_eq!(open.team().name, "a");
        open.redo();
        assert_eq!(open.team().name, "abc");
        open.type_in("Rename".into(), named("abcd"));
        open.undo();
        assert_eq!(open.team().name, "abc", "what was taken back in between does not grow");
        open.type_in("Rename".into(), named("x"));
        open.edit("Add".into(), named("y"));
        open.type_in("Rename".into(), named("z"));
        open.undo();
        assert_eq!(open.team().name, "y", "another change came between");
    }

    #[test]
    fn another_document_has_another_revision() {
        let mut open = Document::new(named("a"), None);
        open.edit("Rename".into(), named("b"));
        let before = open.revision();
        open.replace(Document::new(named("c"), None));
        assert!(open.revision() > before && !open.revision().is_same_document(before));
        assert!(!open.is_unsaved() && open.undoable().is_none());
    }

    #[test]
    fn reading_a_calendar_is_no_change_of_the_team() {
        use crate::team::{Calendar, Member, Place};
        let mut ana = Member::new("Ana", Place::zone(crate::time::Zone::UTC), crate::time::Hours::off());
        ana.busy.push(Calendar::new("a.ics"));
        let mut open = Document::new(Team { members: vec![ana], ..Team::default() }, None);
        let before = open.revision();
        open.calendars_read(&[("a.ics".into(), Content::Failed("why".into())), ("b.ics".into(), Content::Unread)]);
        assert!(open.revision() > before, "plans are made anew");
        assert!(!open.is_unsaved() && open.undoable().is_none());
        assert!(open.team().unread_calendars().is_empty());
        open.forget_calendars();
        assert_eq!(open.team().unread_calendars(), ["a.ics"]);
    }

    #[test]
    fn a_recovered_team_is_unsaved() {
        let mut open = Document::recovered(named("a"), Some(PathBuf::from("team.ron")), *b"Team()");
        assert!(open.is_unsaved());
        open.saved(Arc::clone(open.team()), PathBuf::from("team.ron"), *b"Team()");
        assert!(!open.is_unsaved());
    }
}
