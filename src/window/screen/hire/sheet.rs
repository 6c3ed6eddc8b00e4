//! The sheet for an interview: made off the window's thread, because it plans the meetings that would move.

use std::sync::Arc;

use iced::Task;

use super::{Message, State, year_from};
use crate::export::{file_stem, markdown};
use crate::plan::hire::interview;
use crate::window::revision::Revision;
use crate::window::screen::{Action, Context, Wish};

/// A sheet that was made.
#[derive(Debug, Clone)]
pub struct Written {
    /// Of which state of the team.
    revision: Revision,
    name: String,
    text: String,
}

impl State {
    /// Begins to make the sheet of a candidate.
    pub(super) fn interview(&self, context: &Context, name: &str) -> Action<Message> {
        let opening = self.opening(context.team);
        let who = opening.candidates.iter().find(|candidate| candidate.name == name).cloned();
        let plan = self.answer.fresh(context.revision).map(|found| &found.plan);
        let judged = plan.and_then(|plan| plan.candidates.iter().find(|judged| judged.name == name)).cloned();
        let members = plan.map(|plan| plan.members.clone());
        let (Some(who), Some(judged), Some(members)) = (who, judged, members) else { return Action::none() };
        let (team, year, revision) = (Arc::clone(context.team), year_from(context.now), context.revision);
        let write = move || {
            let found = interview(&team, &who, year);
            let text = markdown::interview(&opening.name, &judged, &members, &found);
            Written { revision, name: format!("{}.md", file_stem(&who.name, "interview")), text }
        };
        Action::run(Task::perform(tokio::task::spawn_blocking(write), |written| Message::Written(written.ok())))
    }

    /// Asks where the sheet is to be saved, if the team is still that of which it speaks.
    pub(super) fn written(written: Option<Written>, context: &Context) -> Action<Message> {
        match written.filter(|written| written.revision == context.revision) {
            Some(Written { name, text, .. }) => {
                Action::wish(Wish::Export { name, files: vec![(String::new(), text.into_bytes())] })
            }
            None => Action::none(),
        }
    }
}
