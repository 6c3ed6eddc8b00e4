//! The text of a file by lines.

use std::ops::Range;

/// The text of a file under its name, and where its lines are.
#[derive(Debug)]
pub(super) struct Source<'t> {
    pub(super) file: &'t str,
    pub(super) text: &'t str,
    /// The byte at which each line begins.
    lines: Vec<usize>,
}

/// A place as people count: both from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

impl<'t> Source<'t> {
    pub(super) fn new(file: &'t str, text: &'t str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at + 1);
        Self { file, text, lines: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// The line (from 0) of a byte.
    fn line_of(&self, at: usize) -> usize {
        self.lines.partition_point(|&start| start <= at).saturating_sub(1)
    }

    pub(super) fn position(&self, at: usize) -> Position {
        let line = self.line_of(at);
        let before = self.text.get(self.lines[line]..at).unwrap_or_default();
        Position { line: line + 1, column: before.chars().filter(|&c| c != '\u{feff}').count() + 1 }
    }

    /// The line of a byte without its break, and the part of `range` on it, in bytes of the line.
    pub(super) fn line_with(&self, range: &Range<usize>) -> (&'t str, Range<usize>) {
        let line = self.line_of(range.start);
        let start = self.lines[line];
        let end = self.lines.get(line + 1).map_or(self.text.len(), |&next| next - 1);
        let text = self.text[start..end].trim_end_matches('\r');
        let within = |at: usize| at.saturating_sub(start).min(text.len());
        (text, within(range.start)..within(range.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_characters() {
        let source = Source::new("a.ron", "čaj\r\nétude 東京\n");
        let at = |needle: &str| source.text.find(needle).expect("in the text");
        assert_eq!(source.position(at("j")), Position { line: 1, column: 3 });
        assert_eq!(source.position(at("京")), Position { line: 2, column: 8 });
        assert_eq!(source.position(source.text.len()), Position { line: 3, column: 1 });
        assert_eq!(source.line_with(&(at("aj")..at("é"))), ("čaj", 2..4));
        assert_eq!(source.line_with(&(at("東")..at("京"))), ("étude 東京", 7..10));
    }
}
