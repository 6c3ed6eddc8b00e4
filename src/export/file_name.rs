//! Names of files.

/// A name as that of a file, without its ending: `Production escalation` becomes `production-escalation`; `otherwise` where nothing
/// is left of it.
pub fn file_stem(name: &str, otherwise: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { otherwise.to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    #[test]
    fn files_are_named_after_what_they_hold() {
        for (name, stem) in [("ML Platform", "ml-platform"), ("  ", "team"), ("Ä/B..", "ä-b"), (" A / b: c ", "a-b-c")]
        {
            assert_eq!(super::file_stem(name, "team"), stem);
        }
    }
}
