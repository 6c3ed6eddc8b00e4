//! What becomes of the open team when its file changes under it.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Document, State};
use crate::team::Team;
use crate::window::supposed::Supposed;

impl Document {
    /// The team as its file had it when it was last read or written: what unsaved changes are changes of.
    pub fn saved_team(&self) -> &Arc<Team> {
        &self.saved
    }

    /// Takes the team as its file has it now, as a change that can be taken back. Who is only supposed still is.
    pub fn reread(&mut self, what: String, team: Team, bytes: impl Into<Arc<[u8]>>) {
        let team = Team { calendars: self.now.team.calendars.clone(), ..team };
        let supposed = self.now.supposed.of(&self.now.team);
        let (mut joined, supposed) = Supposed::default().joined(&team, supposed);
        joined.forget_unnamed_calendars();
        self.step(what, State { team: Arc::new(joined), supposed });
        self.in_file(bytes);
    }

    /// Notes that the team as it is now stands in its file as these bytes, whoever wrote them.
    pub fn in_file(&mut self, bytes: impl Into<Arc<[u8]>>) {
        self.saved = Arc::clone(&self.kept);
        self.held = Some(bytes.into());
        self.is_lost = false;
        self.typing = false;
    }

    /// Notes that `team`, as [`Self::kept`] was then, now stands in the file `path` as these bytes.
    pub fn saved(&mut self, team: Arc<Team>, path: PathBuf, bytes: impl Into<Arc<[u8]>>) {
        self.saved = team;
        self.is_lost = false;
        self.path = Some(path);
        self.held = Some(bytes.into());
        self.typing = false;
    }

    /// Notes that the file is gone, so that the team stands in none, or that it is back.
    pub fn vanished(&mut self, is_gone: bool) {
        self.is_lost = is_gone;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::{Member, Place};
    use crate::time::{Hours, Zone};

    fn named(name: &str) -> Team {
        Team { name: name.to_owned(), ..Team::default() }
    }

    #[test]
    fn what_is_read_again_is_saved_and_can_be_taken_back() {
        let mut open = Document::new(named("a"), None);
        open.edit("Rename".into(), named("mine"));
        open.suppose(vec![Member::new("Zoe", Place::zone(Zone::UTC), Hours::off())]);
        open.reread("Take theirs".into(), named("theirs"), *b"Team()");
        assert!(!open.is_unsaved());
        assert_eq!((open.kept().name.as_str(), open.supposed().names()), ("theirs", "Zoe".to_owned()));
        assert_eq!(open.undo().as_deref(), Some("Take theirs"));
        assert_eq!(open.kept().name, "mine");
        assert!(open.is_unsaved());
    }

    #[test]
    fn a_team_whose_file_is_gone_stands_in_none() {
        let mut open = Document::read(named("a"), Some("t.ron".into()), *b"Team()");
        open.vanished(true);
        assert!(open.is_unsaved());
        open.vanished(false);
        assert!(!open.is_unsaved());
    }
}
