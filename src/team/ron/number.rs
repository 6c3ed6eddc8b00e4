//! Numbers of RON.

/// The number at the start of `text` (a sign, digits with `_` between them, a fraction, an exponent) and its length in bytes.
///
/// # Errors
/// The length of what looks like a number and is none that a team file needs.
pub(super) fn number(text: &str) -> Result<(f64, usize), usize> {
    let belongs = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '+' | '-');
    let after_exponent = |at: usize| at == 0 || text[..at].ends_with(['e', 'E']);
    let len = text
        .char_indices()
        .find(|&(at, c)| !belongs(c) || matches!(c, '+' | '-') && !after_exponent(at))
        .map_or(text.len(), |(at, _)| at);
    let written = &text[..len];
    // A digit stands before each `_`, and no group of digits begins with one.
    let parts = written.trim_start_matches(['+', '-']).split(['.', 'e', 'E', '+', '-']);
    let misplaced = written.contains("__") || parts.clone().any(|part| part.starts_with('_'));
    let plain: String = written.chars().filter(|&c| c != '_').collect();
    let digits = plain.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-'));
    match plain.parse::<f64>() {
        Ok(value) if digits && !misplaced && value.is_finite() => Ok((value, len)),
        _ => Err(len.max(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read() {
        for (text, value, len) in [
            ("1,", 1.0, 1),
            ("-0.5)", -0.5, 4),
            ("1_000_000 ", 1_000_000.0, 9),
            ("+3", 3.0, 2),
            ("1e-3]", 0.001, 4),
            (".5", 0.5, 2),
            ("2.", 2.0, 2),
            ("1-2", 1.0, 1),
        ] {
            assert_eq!(number(text), Ok((value, len)), "{text}");
        }
        for (text, len) in [("1.2.3,", 5), ("0x1F", 4), ("12h,", 3), ("-", 1), ("1e999", 5), (".", 1), ("1._5", 4)] {
            assert_eq!(number(text), Err(len), "{text}");
        }
    }
}
