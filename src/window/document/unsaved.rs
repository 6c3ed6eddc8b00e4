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
}
