//! The open team: its file, what was saved of it, and the changes that can be taken back.

mod disk;
mod unsaved;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::drafts::Drafts;
use super::revision::Revision;
use super::supposed::Supposed;
use crate::team::{Calendars, Content, Member, Team};
use crate::words::clock;

/// How many changes can be taken back.
const DEPTH: usize = 200;

/// The open team with its history.
#[derive(Debug)]
pub struct Document {
    now: State,
    /// The same without those who are only supposed: what belongs in the file.
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
    /// What stands in forms and in no team.
    drafts: Drafts,
    /// How often that was another.
    noted: u64,
    /// Whether the last step can grow by what is typed next.
    typing: bool,
}

/// A team, and who in it is only supposed.
#[derive(Debug, Clone)]
struct State {
    team: Arc<Team>,
    supposed: Supposed,
}

impl State {
    /// The same team where nobody is only supposed.
    fn kept(&self) -> Arc<Team> {
        if self.supposed.is_empty() { Arc::clone(&self.team) } else { Arc::new(self.supposed.left(&self.team)) }
    }
}

/// A change: what it was, and the state on its other side.
#[derive(Debug)]
struct Step {
    what: String,
    state: State,
}

impl Document {
    /// A team that was read from a file, or begun without one.
    pub fn new(team: Team, path: Option<PathBuf>) -> Self {
        let team = Arc::new(team);
        Self {
            saved: Arc::clone(&team),
            kept: Arc::clone(&team),
            now: State { team, supposed: Supposed::default() },
            is_lost: false,
            path,
            held: None,
            past: Vec::new(),
            future: Vec::new(),
            revision: Revision::default(),
            drafts: Drafts::default(),
            noted: 0,
            typing: false,
        }
    }

    /// A team with the bytes that it was read from: those of the file `path`, or of an example.
    pub fn read(team: Team, path: Option<PathBuf>, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self { held: Some(bytes.into()), ..Self::new(team, path) }
    }

    /// Takes another document in the place of this one; its revision goes on from here.
    pub fn replace(&mut self, other: Self) {
        *self = Self { revision: self.revision.of_next_document(), noted: self.noted + 1, ..other };
    }

    /// A team that was found again after the program ended without saving it; `held` is what its file held then, and the team in that.
    pub fn recovered(team: Team, path: Option<PathBuf>, held: Option<(Team, Arc<[u8]>)>) -> Self {
        let (saved, held) = held.unzip();
        let new = Self::new(team, path);
        Self { saved: saved.map_or(Arc::clone(&new.saved), Arc::new), held, is_lost: true, ..new }
    }

    /// The team as it is now.
    pub fn team(&self) -> &Arc<Team> {
        &self.now.team
    }

    /// Who in it is only supposed.
    pub fn supposed(&self) -> &Supposed {
        &self.now.supposed
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

    /// Takes a changed team; `what` names the change: "Remove Ana Ribeiro".
    pub fn edit(&mut self, what: String, mut team: Team) {
        if *self.now.team == team {
            return;
        }
        team.forget_unnamed_calendars();
        let supposed = self.now.supposed.followed(&self.now.team, &team);
        self.step(what, State { team: Arc::new(team), supposed });
    }

    /// Supposes hires in the team, and says who they are.
    pub fn suppose(&mut self, hires: Vec<Member>) -> String {
        let before = self.now.team.members.len();
        let (team, supposed) = self.now.supposed.joined(&self.now.team, hires);
        let new: Vec<&str> = team.members.iter().skip(before).map(|member| member.name.as_str()).collect();
        let names = clock::list(&new);
        self.step(format!("Suppose {names}"), State { team: Arc::new(team), supposed });
        names
    }

    /// Takes all who are only supposed as members like the others.
    pub fn hire(&mut self) {
        let state = State { supposed: Supposed::default(), ..self.now.clone() };
        self.step(format!("Hire {}", self.now.supposed.names()), state);
    }

    /// Supposes nobody any more.
    pub fn let_go(&mut self) {
        let state = State { team: Arc::clone(&self.kept), supposed: Supposed::default() };
        self.step(format!("Let {} go", self.now.supposed.names()), state);
    }

    /// Takes another state as a change that can be taken back.
    fn step(&mut self, what: String, state: State) {
        let before = self.take(state);
        self.past.push(Step { what, state: before });
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
        self.future.clear();
        self.typing = false;
    }

    /// Takes another state and gives the one before.
    fn take(&mut self, state: State) -> State {
        self.revision = self.revision.next();
        self.kept = state.kept();
        std::mem::replace(&mut self.now, state)
    }

    /// Takes a team that is being typed: a change of the same name that came just before grows by it, so that one undo takes
    /// back all that was typed.
    pub fn type_in(&mut self, what: String, team: Team) {
        let grows = self.typing && self.past.last().is_some_and(|step| step.what == what);
        if !grows {
            self.edit(what, team);
            self.typing = true;
        } else if *self.now.team != team {
            let supposed = self.now.supposed.followed(&self.now.team, &team);
            self.take(State { team: Arc::new(team), supposed });
            self.forget_no_change();
        }
    }

    /// Takes back the last change and says which it was.
    pub fn undo(&mut self) -> Option<String> {
        let step = self.past.pop()?;
        self.typing = false;
        let after = self.take(step.state);
        self.future.push(Step { what: step.what.clone(), state: after });
        Some(step.what)
    }

    /// Makes the change again that was taken back last and says which it was.
    pub fn redo(&mut self) -> Option<String> {
        let step = self.future.pop()?;
        self.typing = false;
        let before = self.take(step.state);
        self.past.push(Step { what: step.what.clone(), state: before });
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
        let mut team = (*self.now.team).clone();
        for (path, content) in found {
            team.calendars.insert(path.clone(), content.clone());
        }
        team.forget_unnamed_calendars();
        self.take(State { team: Arc::new(team), supposed: self.now.supposed.clone() });
    }

    /// Notes that no calendar was read from where the team is now.
    pub fn forget_calendars(&mut self) {
        if self.now.team.calendar_paths().next().is_some() {
            let team = Team { calendars: Calendars::default(), ..(*self.now.team).clone() };
            self.take(State { team: Arc::new(team), supposed: self.now.supposed.clone() });
        }
    }
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
        use crate::team::Place;
        use crate::time::{Hours, Zone};
        let zoe = || Member::new("Zoe", Place::zone(Zone::UTC), Hours::off());
        let mut open = Document::new(named("a"), None);
        assert_eq!(open.suppose(vec![zoe(), zoe()]), "Zoe and Zoe 2");
        assert_eq!((open.is_unsaved(), open.team().members.len(), open.kept().members.len()), (false, 2, 0));
        open.edit("Rename Zoe".into(), open.team().with_renamed("Zoe", "Zora"));
        assert_eq!((open.supposed().names(), open.is_unsaved()), ("Zora and Zoe 2".to_owned(), false));
        open.undo();
        assert_eq!(open.supposed().names(), "Zoe and Zoe 2");
        open.hire();
        assert_eq!((open.is_unsaved(), open.kept().members.len(), open.supposed().is_empty()), (true, 2, true));
        assert_eq!(open.undo().as_deref(), Some("Hire Zoe and Zoe 2"));
        open.let_go();
        assert_eq!((open.is_unsaved(), open.team().members.len()), (false, 0));
        assert_eq!(open.undo().as_deref(), Some("Let Zoe and Zoe 2 go"));
        assert_eq!((open.supposed().names().as_str(), open.team().members.len()), ("Zoe and Zoe 2", 2));
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
        use crate::team::Place;
        let mut ana = Member::new("Ana", Place::zone(crate::time::Zone::UTC), crate::time::Hours::off());
        ana.busy.push("a.ics".into());
        let mut open = Document::new(Team { members: vec![ana], ..Team::default() }, None);
        let before = open.revision();
        open.calendars_read(&[("a.ics".into(), Content::Failed("why".into()))]);
        assert!(open.revision() > before, "plans are made anew");
        assert!(!open.is_unsaved() && open.undoable().is_none());
        assert!(open.team().unread_calendars().is_empty());
        open.forget_calendars();
        assert_eq!(open.team().unread_calendars(), ["a.ics"]);
    }

    #[test]
    fn a_calendar_that_is_named_again_is_read_again() {
        use crate::team::Place;
        let team = |busy: &[&str]| {
            let ana = Member::new("Ana", Place::zone(crate::time::Zone::UTC), crate::time::Hours::off());
            let ana = Member { busy: busy.iter().map(ToString::to_string).collect(), ..ana };
            Team { members: vec![ana], ..Team::default() }
        };
        let mut open = Document::new(team(&["a.ics", "b.ics"]), None);
        let failed = |path: &str| (path.to_owned(), Content::Failed("why".into()));
        open.calendars_read(&[failed("a.ics"), failed("b.ics"), failed("c.ics")]);
        for (busy, unread) in [(&["b.ics"][..], &[][..]), (&["a.ics", "b.ics", "c.ics"], &["a.ics", "c.ics"])] {
            let calendars = open.team().calendars.clone();
            open.edit("Change".into(), Team { calendars, ..team(busy) });
            assert_eq!(open.team().unread_calendars(), unread, "{busy:?}");
        }
        open.undo();
        open.undo();
        assert!(open.team().unread_calendars().is_empty(), "what was read is known after an undo");
    }

    #[test]
    fn a_recovered_team_is_unsaved() {
        let held = (named("b"), Arc::from(*b"Team()"));
        let mut open = Document::recovered(named("a"), Some(PathBuf::from("team.ron")), Some(held));
        assert!(open.is_unsaved());
        open.saved(Arc::clone(open.team()), PathBuf::from("team.ron"), *b"Team()");
        assert!(!open.is_unsaved());
    }
}
