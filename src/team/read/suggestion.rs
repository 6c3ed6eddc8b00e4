/// Longer texts are not compared: nobody mistypes so much of a name.
const LONGEST: usize = 80;
/// Shorter beginnings say too little.
const SHORTEST_BEGINNING: usize = 3;

/// The candidate that `text` probably means: the same but for case, beginning so (`Ana` of `Ana Ribeiro`), or a few letters
/// away.
pub(super) fn nearest<'c>(text: &str, candidates: impl Iterator<Item = &'c str> + Clone) -> Option<&'c str> {
    if text.len() > LONGEST {
        return None;
    }
    let wanted = text.trim().to_lowercase();
    if wanted.is_empty() {
        return None;
    }
    let is_same = |candidate: &&str| candidate.to_lowercase() == wanted;
    let begins_so = |candidate: &&str| {
        wanted.chars().count() >= SHORTEST_BEGINNING && candidate.to_lowercase().starts_with(&wanted)
    };
    let limit = (wanted.chars().count() / 3).max(1);
    candidates.clone().find(is_same).or_else(|| candidates.clone().find(begins_so)).or_else(|| {
        let close = candidates.filter(|candidate| candidate.len().abs_diff(wanted.len()) <= limit + 2).filter_map(
            |candidate| {
                let far = strsim::damerau_levenshtein(&candidate.to_lowercase(), &wanted);
                (far <= limit).then_some((far, candidate))
            },
        );
        close.min_by_key(|&(far, _)| far).map(|(_, candidate)| candidate)
    })
}

/// The end of a message: `; did you mean ..?`, or nothing.
pub(super) fn did_you_mean(suggestion: Option<impl std::fmt::Display>) -> String {
    suggestion.map(|right| format!("; did you mean `{right}`?")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found() {
        assert_eq!(nearest("week", ["Weekday", "Week"].into_iter()), Some("Week"));
        let names = ["Ana Ribeiro", "Bo", "max_shifts_per_7_days", "Çelik"];
        for (text, expected) in [
            ("ana ribeiro", Some("Ana Ribeiro")),
            ("Ana", Some("Ana Ribeiro")),
            ("Ana Ribero", Some("Ana Ribeiro")),
            ("bo", Some("Bo")),
            ("Bob", Some("Bo")),
            ("max_shifts", Some("max_shifts_per_7_days")),
            ("Celik", Some("Çelik")),
            ("An", None),
            ("Xi", None),
            ("", None),
        ] {
            assert_eq!(nearest(text, names.iter().copied()), expected, "{text}");
        }
    }
}
