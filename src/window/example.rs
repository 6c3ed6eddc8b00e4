//! The teams that come with the program, to begin from.

use super::document::Document;
use crate::team::{self, Diagnostics, Team};

/// A team that comes with the program.
#[derive(Debug, PartialEq, Eq)]
pub struct Example {
    /// What the team is called.
    pub name: &'static str,
    /// What is to be seen in it.
    pub about: &'static str,
    text: &'static str,
}

/// All of them; the first is open when the program starts without a file.
pub static EXAMPLES: [Example; 4] = [
    Example {
        name: "ML Platform",
        about: "A team over many zones, with meetings, a rota and an opening",
        text: include_str!("../../teams/ml-platform.ron"),
    },
    Example {
        name: "Around the world",
        about: "Work that is handed on with the sun",
        text: include_str!("../../teams/round-the-world.ron"),
    },
    Example {
        name: "Two sites",
        about: "Two offices and the hours they share",
        text: include_str!("../../teams/two-sites.ron"),
    },
    Example {
        name: "Nomads",
        about: "People who travel, with stays in other places",
        text: include_str!("../../teams/nomads.ron"),
    },
];

/// Whether a team is one of them, as it comes.
pub fn is_one(team: &Team) -> bool {
    let is_same = |example: &Example| example.document().is_ok_and(|document| **document.team() == *team);
    EXAMPLES.iter().any(is_same)
}

impl Example {
    /// The team, not saved anywhere yet.
    ///
    /// # Errors
    /// What is wrong with its text: a fault of the program.
    pub fn document(&self) -> Result<Document, Diagnostics> {
        let (team, _) = team::read(self.name, self.text.as_bytes())?;
        Ok(Document::read(team, None, self.text.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_can_be_opened() {
        for example in &EXAMPLES {
            let document = example.document().unwrap_or_else(|error| panic!("{error}"));
            assert!(!document.is_unsaved() && !document.team().members.is_empty(), "{}", example.name);
        }
    }
}
