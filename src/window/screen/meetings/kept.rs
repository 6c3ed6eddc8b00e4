//! What is typed and not in the team: kept for each thing while another is shown, and for a copy of all that is unsaved.

use super::{Context, Draft, State, draft};
use crate::team::Team;
use crate::window::drafts::{Drafts, Form, Note};

impl State {
    /// What stands in its forms and in no team.
    pub fn notes(&self, team: &Team) -> Vec<Note> {
        let shown = self.draft.iter().map(|draft| (self.shown.name(), draft));
        let is_there = |of: Option<&str>| of.is_none_or(|of| team.meetings.iter().any(|meeting| meeting.name == of));
        let changed = shown.chain(self.aside.iter()).filter(|(of, draft)| is_there(*of) && draft.is_changed(team));
        let meetings = changed.map(|(of, draft)| draft.note(of, team));
        meetings.chain(self.cadence.note()).chain(self.one_off.note()).collect()
    }

    /// Takes over what stood in its forms.
    pub fn recall(&mut self, drafts: &Drafts, context: &Context) {
        for note in drafts.of(Form::Meeting) {
            let mut meetings = context.team.meetings.iter();
            let meeting = match &note.of {
                Some(name) => meetings.find(|meeting| meeting.name == *name).cloned(),
                None => Some(draft::usual(context.team)),
            };
            if let Some(meeting) = meeting {
                let mut draft = Draft::of(&meeting, context.team);
                draft.recall(note);
                self.aside.put(note.of.as_deref(), draft);
            }
        }
        let names: Vec<&str> = context.team.meetings.iter().map(|meeting| meeting.name.as_str()).collect();
        self.shown.follow(&names);
        self.draft = self.aside.take(self.shown.name());
        self.asking = self.draft.is_some();
        self.cadence.recall(drafts);
        self.one_off.recall(drafts, context);
    }

    /// Puts what was typed for a meeting aside.
    pub(super) fn put_aside(&mut self, of: Option<&str>, team: &Team) {
        if let Some(draft) = self.draft.take().filter(|draft| draft.is_changed(team)) {
            self.aside.put(of, draft);
        }
    }
}
