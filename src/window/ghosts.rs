//! Members who are only supposed: who they are, on every place, with ways to hire them or to let them go.

use iced::Element;
use iced::widget::row;
use lucide_icons::Icon;

use super::theme::space;
use super::theme::style::Tone;
use super::widget::{button, notice};
use crate::team::Team;
use crate::words::clock;

/// What can be done with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// They are to be members like the others.
    Hired,
    /// They are to be supposed no more.
    Gone,
}

impl Message {
    /// The change by its name, and the team after it.
    pub fn change(self, team: &Team) -> (String, Team) {
        let names = names(team);
        match self {
            Self::Hired => (format!("Hire {names}"), team.with_ghosts_hired()),
            Self::Gone => (format!("Let {names} go"), team.without_ghosts()),
        }
    }
}

/// Who is only supposed; nothing while nobody is.
pub fn banner<'a>(team: &Team) -> Option<Element<'a, Message>> {
    team.ghosts().next()?;
    let words = format!("Only supposed: {}. Seen in every place, and in no file.", names(team));
    let hired = button::secondary(Some(Icon::UserCheck), "Keep as hired");
    let acts = row![hired.on_press(Message::Hired), button::secondary(None, "Let go").on_press(Message::Gone)];
    Some(notice::banner(Tone::Info, words, Element::from(acts.spacing(space::S))))
}

fn names(team: &Team) -> String {
    clock::list(&team.ghosts().map(|ghost| ghost.name.as_str()).collect::<Vec<_>>())
}
