//! Saving a team into the file that it came from: what did not change keeps its very text, with its comments.
//!
//! Three trees are compared: the old file's, that of the old team in tidy form, and that of the new team in tidy form.
//! Where the last two agree the old text stays; elsewhere the new tidy text takes its place.

mod merge;
mod pairing;
mod pieces;

use super::ron::{self, Node};
use super::{Team, read, write};
use merge::Merge;

/// The text of a file that was saved again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// The text; [`read()`] gives the team that was saved.
    pub text: String,
    /// The comments of the old text that the new one lacks, as they were written. Ask before they are overwritten.
    pub comments_lost: Vec<String>,
}

/// The text of `team` for a file that held `old_text`.
pub fn rewrite(old_text: &str, team: &Team) -> Rewritten {
    let tidy = write(team);
    let text = merged(old_text, team, &tidy).unwrap_or(tidy);
    let comments_lost = lost(old_text, &text);
    Rewritten { text, comments_lost }
}

/// The old text with what changed; nothing if the old text is no team file or the result would say something else.
fn merged(old_text: &str, team: &Team, tidy: &str) -> Option<String> {
    let (old_team, _) = read("", old_text.as_bytes()).ok()?;
    let root = |text: &str| -> Option<Node> { ron::parse(text).root };
    let (old, old_tidy, new) = (root(old_text)?, root(&write(&old_team))?, root(tidy)?);
    let changed = Merge { old: old_text, tidy }.value(&old, &old_tidy, &new);
    let text = format!("{}{changed}{}", &old_text[..old.range.start], &old_text[old.range.end..]);
    let (again, _) = read("", text.as_bytes()).ok()?;
    (again == *team).then_some(text)
}

/// The comments of `old` that are not in `new`, each as often as it is missing.
fn lost(old: &str, new: &str) -> Vec<String> {
    let comments = |text: &str| -> Vec<String> {
        ron::parse(text).comments.into_iter().map(|range| text[range].to_owned()).collect()
    };
    let mut kept = comments(new);
    kept.sort_unstable();
    let mut lost = comments(old);
    lost.retain(|comment| match kept.binary_search(comment) {
        Ok(at) => {
            kept.remove(at);
            false
        }
        Err(_) => true,
    });
    lost
}

#[cfg(test)]
mod tests;
