//! What is typed and not in the team: kept for each thing while another is shown, and for a copy of all that is unsaved.

use super::{Context, Draft, State, names};
use crate::team::Team;
use crate::window::drafts::{Drafts, Form, Note};

impl State {
    /// Closes the settings; what was typed into them is kept.
    pub(super) fn put_aside(&mut self) {
        if let Some(draft) = self.draft.take().filter(Draft::is_changed) {
            self.aside.put(self.shown.name(), draft);
        }
    }

    /// What stands in its forms and in no team.
    pub fn notes(&self, team: &Team) -> Vec<Note> {
        let shown = self.draft.iter().map(|draft| (self.shown.name(), draft));
        let is_there = |of: Option<&str>| of.is_some_and(|of| team.rotas.iter().any(|rota| rota.name == of));
        let changed = shown.chain(self.aside.iter()).filter(|(of, draft)| is_there(*of) && draft.is_changed());
        changed.map(|(of, draft)| draft.note(Form::Rota, of, team)).collect()
    }

    /// Takes over what stood in its forms.
    pub fn recall(&mut self, drafts: &Drafts, context: &Context) {
        for note in drafts.of(Form::Rota) {
            let rota = context.team.rotas.iter().find(|rota| Some(&rota.name) == note.of.as_ref());
            if let Some(rota) = rota {
                let mut draft = Draft::of(rota);
                draft.recall(note);
                self.aside.put(Some(&rota.name), draft);
            }
        }
        self.shown.follow(&names(context));
        self.draft = self.aside.take(self.shown.name());
    }
}
