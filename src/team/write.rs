//! From a [`Team`] to the text of its file.

use super::Team;
use super::format::{Layout, TEAM};

/// The text of a team's file in its tidy form: a field a line, short groups on one line, and nothing that holds anyway.
///
/// [`read`](super::read()) gives the same team again, when the team keeps the rules of a file.
pub fn write(team: &Team) -> String {
    let mut text = String::new();
    Layout::Tall(Box::new(TEAM.show_named(team))).write(&mut text, 0, 0, 0);
    text.push('\n');
    text
}
