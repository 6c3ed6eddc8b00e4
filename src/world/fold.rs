//! The form in which names are compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The form in which names are compared: lower case, without accents, words parted by one space.
///
/// Letters that Unicode does not decompose (ß, ø, ł, đ, ı ...) become their usual Latin ones; apostrophes and points
/// within words vanish (`L'Aquila` is `laquila`, `D.C.` is `dc`); whatever else is no letter or digit parts words.
/// The assets' names were folded by the same rules (`assets/make/fold.py`).
///
/// # Example: accents and special letters
/// ```
/// use sunwise::world::fold;
/// assert_eq!(fold("Łódź"), "lodz");
/// assert_eq!(fold("Port-au-Prince"), "port au prince");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        text.chars().for_each(|letter| push(&mut folded, letter.to_ascii_lowercase()));
    } else {
        let lower = text.to_lowercase();
        lower.nfkd().flat_map(char::to_lowercase).for_each(|letter| push(&mut folded, letter));
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn push(folded: &mut String, letter: char) {
    match letter {
        'a'..='z' | '0'..='9' => folded.push(letter),
        '\'' | '’' | '‘' | '`' | '´' | '′' | '.' | '·' | '\u{2b0}'..='\u{2ff}' => {}
        'ß' => folded.push_str("ss"),
        'ø' => folded.push('o'),
        'ł' => folded.push('l'),
        'đ' | 'ð' => folded.push('d'),
        'ı' => folded.push('i'),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'þ' => folded.push_str("th"),
        'ħ' => folded.push('h'),
        'ŋ' => folded.push('n'),
        'ə' => folded.push('e'),
        _ if is_combining_mark(letter) => {}
        _ if letter.is_alphanumeric() => folded.push(letter),
        _ if folded.is_empty() || folded.ends_with(' ') => {}
        _ => folded.push(' '),
    }
}

/// Which letters a folded text has: a bit a letter, bytes of other scripts by their low bits.
pub(super) fn letters(folded: &[u8]) -> u32 {
    folded.iter().filter(|&&byte| byte != b' ').fold(0, |bits, &byte| bits | 1 << (byte & 31))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold() {
        let cases = [
            ("São Paulo", "sao paulo"),
            ("MÜNCHEN", "munchen"),
            ("Weißenburg", "weissenburg"),
            ("Tromsø", "tromso"),
            ("Đà Nẵng", "da nang"),
            ("Iğdır", "igdir"),
            ("İstanbul", "istanbul"),
            ("L’Aquila", "laquila"),
            ("Washington, D.C.", "washington dc"),
            ("  Saint-Louis ", "saint louis"),
            ("Москва", "москва"),
            ("東京", "東京"),
            ("Zürich (Kreis 11)", "zurich kreis 11"),
            ("!?", ""),
        ];
        for (name, folded) in cases {
            assert_eq!(fold(name), folded, "{name}");
        }
    }
}
