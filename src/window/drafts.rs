//! What stands in forms and in no team yet, so that it can be kept, marked and asked about like a changed team.

use serde::{Deserialize, Serialize};

use super::screen::Screen;
use crate::words::clock;

/// Ends the team's text in a recovery copy, before what stands in forms. No text of a team holds it.
const END_OF_TEAM: char = '\u{1e}';

/// All that stands in forms and is not in the team.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drafts(Vec<Note>);

/// A form with what differs in it from the thing of the team that it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Which form.
    pub form: Form,
    /// What the thing is called; none where it is not in the team yet.
    pub of: Option<String>,
    /// What stands in fields, by their names.
    pub fields: Vec<(String, String)>,
    /// What is chosen of many, by what for.
    pub lists: Vec<(String, Vec<String>)>,
    /// What else is chosen, as a team's text that holds the thing with it.
    pub chosen: Option<String>,
}

/// A form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Of a member, with their stays and leave.
    Member,
    /// Of a meeting.
    Meeting,
    /// Of a cadence.
    Cadence,
    /// Of a meeting that is held once.
    OneOff,
    /// The settings of a rota.
    Rota,
    /// Of an opening.
    Opening,
}

impl Form {
    /// The screen where it stands.
    pub fn screen(self) -> Screen {
        match self {
            Self::Member => Screen::Team,
            Self::Meeting | Self::Cadence | Self::OneOff => Screen::Meetings,
            Self::Rota => Screen::Rota,
            Self::Opening => Screen::Hire,
        }
    }
}

impl Note {
    /// A form of which nothing is noted yet.
    pub fn new(form: Form, of: Option<&str>) -> Self {
        Self { form, of: of.map(str::to_owned), fields: Vec::new(), lists: Vec::new(), chosen: None }
    }

    /// What stood in a field, if that was noted.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, text)| text.as_str())
    }

    /// What was chosen of many, if that was noted.
    pub fn list(&self, name: &str) -> Option<&[String]> {
        self.lists.iter().find(|(list, _)| list == name).map(|(_, names)| names.as_slice())
    }

    /// What it is, in a sentence.
    fn name(&self) -> String {
        let named =
            |kind: &str, new: &str| self.of.as_ref().map_or_else(|| new.to_owned(), |of| format!("{kind} {of}"));
        match self.form {
            Form::Member => named("what is typed for", "a member"),
            Form::Meeting => named("the meeting", "a new meeting"),
            Form::Cadence => "the terms of the cadence".to_owned(),
            Form::OneOff => "the meeting that is held once".to_owned(),
            Form::Rota => named("the settings of", "a rota"),
            Form::Opening => named("the opening", "a new opening"),
        }
    }
}

impl FromIterator<Note> for Drafts {
    fn from_iter<I: IntoIterator<Item = Note>>(notes: I) -> Self {
        Self(notes.into_iter().collect())
    }
}

impl Drafts {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether something stands in a form of this screen.
    pub fn are_in(&self, screen: Screen) -> bool {
        self.0.iter().any(|note| note.form.screen() == screen)
    }

    /// Those of a form.
    pub fn of(&self, form: Form) -> impl Iterator<Item = &Note> {
        self.0.iter().filter(move |note| note.form == form)
    }

    /// All of them in a sentence: `the meeting Sync and a new opening`.
    pub fn names(&self) -> String {
        let names: Vec<String> = self.0.iter().map(Note::name).collect();
        clock::list(&names.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// The text of a team with these behind it, as a recovery copy holds them.
    pub fn behind(&self, team: &str) -> String {
        if self.is_empty() {
            return team.to_owned();
        }
        let text = ron::to_string(self).expect("names and texts can be written");
        format!("{team}{END_OF_TEAM}{text}")
    }

    /// The text of a team in a recovery copy, and what stood behind it; of that what cannot be read is left out.
    pub fn part(copy: &str) -> (&str, Self) {
        match copy.split_once(END_OF_TEAM) {
            Some((team, text)) => (team, ron::from_str(text).unwrap_or_default()),
            None => (copy, Self::default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_holds_the_team_and_what_stands_in_forms() {
        let note = Note {
            fields: vec![("Length".to_owned(), "45 \"min\u{2009}".to_owned())],
            lists: vec![("required".to_owned(), vec!["Ana".to_owned()])],
            ..Note::new(Form::Meeting, Some("Sync"))
        };
        let drafts: Drafts = [note, Note::new(Form::Opening, None)].into_iter().collect();
        let copy = drafts.behind("Team()\n");
        assert_eq!(Drafts::part(&copy), ("Team()\n", drafts.clone()));
        assert_eq!(Drafts::part("Team()"), ("Team()", Drafts::default()));
        assert_eq!(Drafts::default().behind("Team()"), "Team()");
        assert_eq!(Drafts::part("Team()\u{1e}(what"), ("Team()", Drafts::default()));
        assert_eq!(drafts.names(), "the meeting Sync and a new opening");
        assert!(drafts.are_in(Screen::Hire) && !drafts.are_in(Screen::Team));
    }
}
