//! White space and comments of RON.

use std::ops::Range;

/// White space as RON has it.
pub(super) fn is_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
    )
}

/// Where the white space and comments at `from` end; a comment that is not closed is an error with its place.
pub(in crate::team) fn skip(text: &str, from: usize, comments: &mut Vec<Range<usize>>) -> Result<usize, Range<usize>> {
    let mut at = from;
    loop {
        at = text.len() - text[at..].trim_start_matches(is_space).len();
        let rest = &text[at..];
        let len = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest).ok_or(at..at + 2)?
        } else {
            return Ok(at);
        };
        let shown = rest[..len].trim_end().len();
        comments.push(at..at + shown);
        at += len;
    }
}

/// The length of the comment at the start of `text`; comments nest.
fn block_comment(text: &str) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, 0);
    loop {
        let rest = &text[at..];
        at += rest.find(['/', '*'])?;
        let rest = &text[at..];
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
        } else {
            at += 1;
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_skipped_and_kept() {
        let text = " // one \r\n /* two /* nested */ */ /*/ three */ x";
        let mut comments = Vec::new();
        assert_eq!(skip(text, 0, &mut comments), Ok(text.len() - 1));
        let found: Vec<_> = comments.into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["// one", "/* two /* nested */ */", "/*/ three */"]);
        assert_eq!(skip("  /* open /* */", 0, &mut Vec::new()), Err(2..4));
        assert_eq!(skip("// to the end", 0, &mut Vec::new()), Ok(13));
    }
}
