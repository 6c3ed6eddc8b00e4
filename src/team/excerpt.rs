//! The line of a file that an error shows, with the place below it.

use std::ops::Range;

use super::source::Source;

/// Columns of a terminal that a line may take.
const WIDTH: usize = 120;
/// Columns kept before the place in a line that is cut.
const BEFORE: usize = 60;
const TAB: usize = 4;

/// A line as it is shown: without tabs, cut around the place when it is long.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub(super) line: String,
    /// Columns before the first caret.
    pub(super) before: usize,
    /// How many carets; at least one.
    pub(super) carets: usize,
}

impl Excerpt {
    pub(super) fn new(source: &Source<'_>, range: &Range<usize>) -> Self {
        let (line, place) = source.line_with(range);
        let kept_before = if is_long(line) { BEFORE } else { WIDTH };
        let (head, cut) = last_columns(&line[..place.start], kept_before);
        let mut shown = format!("{}{head}", if cut { "…" } else { "" });
        let before = width(&shown);
        let (marked, mut cut) = first_columns(&line[place.clone()], WIDTH.saturating_sub(before));
        let carets = width(&marked).max(1);
        shown.push_str(&marked);
        if !cut {
            let (tail, cut_tail) = first_columns(&line[place.end..], WIDTH.saturating_sub(width(&shown)));
            shown.push_str(&tail);
            cut = cut_tail;
        }
        if cut {
            shown.push('…');
        }
        Self { line: shown, before, carets }
    }
}

/// Whether a line takes more columns than are shown.
fn is_long(line: &str) -> bool {
    line.chars().take(WIDTH + 1).map(columns).sum::<usize>() > WIDTH
}

fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// The beginning of `text` that fits, made fit to show, and whether anything was cut.
fn first_columns(text: &str, most: usize) -> (String, bool) {
    let mut used = 0;
    let mut shown = String::new();
    for c in text.chars() {
        used += columns(c);
        if used > most {
            return (shown, true);
        }
        show(c, &mut shown);
    }
    (shown, false)
}

/// The end of `text` that fits, made fit to show, and whether anything was cut.
fn last_columns(text: &str, most: usize) -> (String, bool) {
    let mut used = 0;
    let fits = |&(_, c): &(usize, char)| {
        used += columns(c);
        used <= most
    };
    let start = text.char_indices().rev().take_while(fits).last().map_or(text.len(), |(at, _)| at);
    let mut shown = String::new();
    text[start..].chars().for_each(|c| show(c, &mut shown));
    (shown, start > 0)
}

fn show(c: char, shown: &mut String) {
    match c {
        '\t' => shown.push_str(&" ".repeat(TAB)),
        '\u{feff}' => {}
        c if c.is_control() || reorders(c) => shown.push('\u{fffd}'),
        c => shown.push(c),
    }
}

/// Marks that would show the line in another order than it stands in the file.
fn reorders(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// How many columns of a terminal a character takes, by Unicode's East Asian width in broad strokes.
fn columns(c: char) -> usize {
    match u32::from(c) {
        0x09 => TAB,
        0x300..=0x36f | 0x200b..=0x200d | 0xfe00..=0xfe0f | 0xfeff => 0,
        0x1100..=0x115f
        | 0x2e80..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff00..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1faff
        | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, place: &str) -> (String, String) {
        let start = text.find(place).expect("in the text");
        let excerpt = Excerpt::new(&Source::new("a.ron", text), &(start..start + place.len()));
        let marks = format!("{}{}", " ".repeat(excerpt.before), "^".repeat(excerpt.carets));
        (excerpt.line, marks)
    }

    #[test]
    fn tabs_wide_and_invisible_characters_keep_the_carets_in_place() {
        assert_eq!(excerpt("\tx: y", "y"), ("    x: y".to_owned(), "       ^".to_owned()));
        assert_eq!(excerpt("東: y", "y"), ("東: y".to_owned(), "    ^".to_owned()));
        assert_eq!(excerpt("\u{feff}x: y", "y"), ("x: y".to_owned(), "   ^".to_owned()));
        assert_eq!(excerpt("a\u{202e}\u{7}: y", "y"), ("a\u{fffd}\u{fffd}: y".to_owned(), "     ^".to_owned()));
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let text = format!("{}PLACE{}", "a".repeat(5000), "b".repeat(5000));
        let (line, marks) = excerpt(&text, "PLACE");
        assert_eq!(line, format!("…{}PLACE{}…", "a".repeat(60), "b".repeat(54)));
        assert_eq!(marks, format!("{}^^^^^", " ".repeat(61)));
        let (line, marks) = excerpt(&text, &text);
        assert_eq!(line, format!("{}…", "a".repeat(120)));
        assert_eq!(marks, "^".repeat(120));
        let short = "s".repeat(120);
        assert_eq!(excerpt(&short, &short).0, short);
    }

    #[test]
    fn a_place_over_several_lines_is_marked_on_its_first() {
        assert_eq!(excerpt("x: (\n  y\n)", "(\n  y\n)"), ("x: (".to_owned(), "   ^".to_owned()));
    }

    #[test]
    fn the_end_of_a_line_can_be_marked() {
        let excerpt = Excerpt::new(&Source::new("a.ron", "abc"), &(3..3));
        assert_eq!((excerpt.line.as_str(), excerpt.before, excerpt.carets), ("abc", 3, 1));
    }
}
