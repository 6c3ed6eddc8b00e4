//! Which comments belong to which item of a group or list.

use std::ops::Range;

use crate::team::ron::{Node, Value, skip_trivia};

/// The text of a group or list in parts: its head, an extent for each item with the comments that belong to it, its tail.
#[derive(Debug)]
pub(super) struct Pieces {
    /// The name and the opening bracket, with a comment behind it on its line.
    pub(super) head: Range<usize>,
    /// Each item's extent: comments before it, itself, its comma, a comment behind it on its line.
    pub(super) items: Vec<Piece>,
    /// What follows the last item, with the closing bracket.
    pub(super) tail: Range<usize>,
}

/// One item and what belongs to it.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) extent: Range<usize>,
    /// The item itself, without its comma.
    pub(super) item: Range<usize>,
    pub(super) has_comma: bool,
}

impl Pieces {
    /// The parts of `node`, whose items stand at `items`.
    pub(super) fn of(text: &str, node: &Node, items: impl Iterator<Item = Range<usize>>) -> Self {
        let name_len = match &node.value {
            Value::Struct(Some(name), _) | Value::Tuple(Some(name), _) => name.len(),
            _ => 0,
        };
        let bracket = skip(text, node.range.start + name_len);
        let mut at = end_of_line(text, bracket + 1);
        let head = node.range.start..at;
        let mut pieces = Vec::new();
        for item in items {
            let comma = skip(text, item.end);
            let has_comma = text[comma..].starts_with(',');
            let end = end_of_line(text, if has_comma { comma + 1 } else { item.end });
            pieces.push(Piece { extent: at..end, item, has_comma });
            at = end;
        }
        Self { head, items: pieces, tail: at..node.range.end }
    }
}

fn skip(text: &str, at: usize) -> usize {
    skip_trivia(text, at, &mut Vec::new()).unwrap_or(at)
}

/// The start of the next line if only white space and comments stand between, else `at`.
fn end_of_line(text: &str, at: usize) -> usize {
    let Some(len) = text[at..].find('\n') else { return at };
    let rest = &text[at..at + len];
    if skip_trivia(rest, 0, &mut Vec::new()) == Ok(rest.len()) { at + len + 1 } else { at }
}

/// The white space with which the line of `at` begins.
pub(super) fn indent_at(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |line_break| line_break + 1);
    let line = &text[start..];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::ron::parse;

    #[test]
    fn comments_belong_to_what_they_stand_at() {
        let text = "[ // the list\n    // about one\n    1, // one\n    2 /* two */, 3\n    // the end\n]";
        let node = parse(text).root.expect("a list");
        let pieces = Pieces::of(text, &node, node.items().iter().map(|item| item.range.clone()));
        assert_eq!(&text[pieces.head], "[ // the list\n");
        let extents: Vec<_> = pieces.items.iter().map(|piece| &text[piece.extent.clone()]).collect();
        assert_eq!(extents, ["    // about one\n    1, // one\n", "    2 /* two */,", " 3\n"]);
        assert_eq!(&text[pieces.tail], "    // the end\n]");
    }
}
