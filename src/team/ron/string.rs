//! Strings of RON, their escapes, and where their characters stand.

use std::ops::Range;

/// Why a string literal is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BadString {
    /// It never ends.
    Unclosed,
    /// An escape that RON does not know, and where it stands in the literal.
    Escape(Range<usize>),
}

/// The string literal at the start of `text`, which begins with `"`, `'`, `r"` or `r#`: what it says and its length in bytes.
pub(super) fn string(text: &str) -> Result<(String, usize), BadString> {
    if let Some((start, closing)) = raw_opening(text) {
        let body = &text[start..];
        let len = body.find(&closing).ok_or(BadString::Unclosed)?;
        return Ok((body[..len].to_owned(), start + len + closing.len()));
    }
    let quote = text.chars().next().unwrap_or('"');
    let mut said = String::new();
    let mut at = quote.len_utf8();
    loop {
        let (c, len) = character(&text[at..]).map_err(|error| match error {
            BadString::Escape(place) => BadString::Escape(at + place.start..at + place.end),
            BadString::Unclosed => BadString::Unclosed,
        })?;
        if c == quote && len == quote.len_utf8() {
            return Ok((said, at + len));
        }
        said.push(c);
        at += len;
    }
}

/// For `r##"`: its length, and what ends the string.
fn raw_opening(text: &str) -> Option<(usize, String)> {
    let after = text.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then(|| (hashes + 2, format!("\"{}", "#".repeat(hashes))))
}

/// Whether a raw string begins here.
pub(super) fn is_raw(text: &str) -> bool {
    raw_opening(text).is_some()
}

/// The first character that `text` says, and how many bytes it is written in.
fn character(text: &str) -> Result<(char, usize), BadString> {
    let mut chars = text.chars();
    let first = chars.next().ok_or(BadString::Unclosed)?;
    if first != '\\' {
        return Ok((first, first.len_utf8()));
    }
    let plain = |c| Ok((c, 2));
    match chars.next().ok_or(BadString::Unclosed)? {
        'n' => plain('\n'),
        'r' => plain('\r'),
        't' => plain('\t'),
        '0' => plain('\0'),
        c @ ('"' | '\'' | '\\') => plain(c),
        'x' => hex(text, 2, text.len().min(4), 4),
        'u' if text[2..].starts_with('{') => match text.find('}') {
            Some(end) => hex(text, 3, end, end + 1),
            None => Err(BadString::Escape(0..3)),
        },
        other => Err(BadString::Escape(0..1 + other.len_utf8())),
    }
}

/// The character whose number stands in hexadecimal from `start` to `end` of an escape of `len` bytes.
fn hex(text: &str, start: usize, end: usize, len: usize) -> Result<(char, usize), BadString> {
    let digits = text.get(start..end).unwrap_or_default();
    let plain = (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = plain.then(|| u32::from_str_radix(digits, 16).ok()).flatten();
    // `\x` with more than seven bits would be a byte of UTF-8.
    let number = number.filter(|&number| start == 3 || digits.len() == 2 && number < 0x80);
    number.and_then(char::from_u32).map(|c| (c, len)).ok_or(BadString::Escape(0..2))
}

/// Where in a string literal the character stands that is the `nth` (from 0) of what it says: its place in bytes of the
/// literal. The place of the closing quote when it says no more than that.
pub(in crate::team) fn place_in_literal(literal: &str, nth: usize) -> Range<usize> {
    if let Some((start, closing)) = raw_opening(literal) {
        let end = literal.len() - closing.len();
        let found = literal[start..end].char_indices().nth(nth);
        return found.map_or(end..literal.len(), |(at, c)| start + at..start + at + c.len_utf8());
    }
    let last = literal.len().saturating_sub(1);
    let mut at = 1;
    for _ in 0..nth {
        match character(&literal[at.min(last)..]) {
            Ok((_, len)) if at + len <= last => at += len,
            _ => return last..literal.len(),
        }
    }
    let len = character(&literal[at.min(last)..]).map_or(1, |(_, len)| len);
    at..at + len
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_read() {
        for (text, said, len) in [
            (r#""" x"#, "", 2),
            (r#""a\"b" "#, "a\"b", 6),
            (r#""\n\t\r\0\\\'","#, "\n\t\r\0\\'", 14),
            (r#""\x41\u{e9}\u{1F600}""#, "Aé😀", 21),
            (r##"r#"a"b\"#,"##, "a\"b\\", 9),
            ("r\"\\\"", "\\", 4),
            ("'single' ", "single", 8),
            ("\"two\nlines\"", "two\nlines", 11),
        ] {
            assert_eq!(string(text), Ok((said.to_owned(), len)), "{text}");
        }
    }

    #[test]
    fn what_is_no_string_is_placed() {
        for (text, bad) in [
            ("\"open", BadString::Unclosed),
            ("\"open\\", BadString::Unclosed),
            ("r#\"open\"", BadString::Unclosed),
            (r#""ab\q""#, BadString::Escape(3..5)),
            (r#""\u{110000}""#, BadString::Escape(1..3)),
            (r#""\u{}""#, BadString::Escape(1..3)),
            (r#""\u{12""#, BadString::Escape(1..4)),
            (r#""\xff""#, BadString::Escape(1..3)),
            (r#""\xé""#, BadString::Escape(1..3)),
        ] {
            assert_eq!(string(text), Err(bad), "{text}");
        }
    }

    #[test]
    fn characters_are_placed_in_their_literal() {
        for (literal, nth, place) in [
            (r#""abc""#, 0, 1..2),
            (r#""abc""#, 2, 3..4),
            (r#""abc""#, 3, 4..5),
            (r#""abc""#, 9, 4..5),
            (r#""é\n!""#, 1, 3..5),
            (r#""é\n!""#, 2, 5..6),
            (r##"r#"aé!"#"##, 2, 6..7),
            (r##"r#"aé!"#"##, 3, 7..9),
            (r#""""#, 0, 1..2),
        ] {
            assert_eq!(place_in_literal(literal, nth), place, "{literal} {nth}");
        }
    }
}
