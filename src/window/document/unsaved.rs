//! What would be lost if the team were closed now: changes of the team, and what stands in forms.

use std::sync::Arc;

use super::{Document, Drafts};
use crate::window::revision::Edition;

impl Document {
    /// The same with what stood in forms then.
    #[must_use]
    pub fn with_drafts(self, drafts: Drafts) -> Self {
        Self { drafts, ..self }
    }

    /// Whether something would be lost if the team were closed now.
    pub fn is_unsaved(&self) -> bool {
        self.is_team_unsaved() || !self.drafts.is_empty()
    }

    /// What stands in forms and in no team.
    pub fn drafts(&self) -> &Drafts {
        &self.drafts
    }

    /// Notes what stands in forms now. Whether it is something else than before.
    pub fn note_drafts(&mut self, drafts: Drafts) -> bool {
        let is_other = self.drafts != drafts;
        self.noted += u64::from(is_other);
        self.drafts = drafts;
        is_other
    }

    /// A number for all that would be lost: another one after each change of the team and of what stands in forms.
    pub fn edition(&self) -> Edition {
        Edition { revision: self.revision, noted: self.noted }
    }

    /// Whether the team itself is another than in its file.
    pub fn is_team_unsaved(&self) -> bool {
        self.is_lost || !Arc::ptr_eq(&self.kept, &self.saved) && self.kept != self.saved
    }

    /// What was typed and deleted again is no change: nothing is there to be taken back.
    pub(super) fn forget_no_change(&mut self) {
        if self.past.last().is_some_and(|step| step.state.team == self.now.team) {
            self.past.pop();
            self.typing = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::Team;
    use crate::window::drafts::{Form, Note};

    fn named(name: &str) -> Team {
        Team { name: name.to_owned(), ..Team::default() }
    }

    #[test]
    fn what_is_typed_and_deleted_again_is_no_change() {
        let mut open = Document::new(named("a"), None);
        open.edit("Add".into(), named("b"));
        for name in ["bc", "b"] {
            open.type_in("Rename".into(), named(name));
        }
        assert_eq!(open.undoable(), Some("Add"));
        open.type_in("Rename".into(), named("bd"));
        assert_eq!(open.undo().as_deref(), Some("Rename"));
    }

    #[test]
    fn what_stands_in_forms_is_unsaved_and_no_change_of_the_team() {
        let mut open = Document::new(named("a"), None);
        let (revision, edition) = (open.revision(), open.edition());
        let drafts: Drafts = [Note::new(Form::Cadence, None)].into_iter().collect();
        assert!(open.note_drafts(drafts.clone()) && !open.note_drafts(drafts), "noted once");
        assert_eq!((open.is_unsaved(), open.is_team_unsaved(), open.revision()), (true, false, revision));
        assert_ne!(open.edition(), edition, "a copy is due");
        open.replace(Document::new(named("b"), None));
        assert!(!open.is_unsaved());
    }
}
