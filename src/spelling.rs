//! What a mistyped name probably means: one measure, one limit and one wording for every room.

use std::fmt::Display;

/// Longer texts are not compared: nobody mistypes so much of a name.
const LONGEST: usize = 100;
/// Shorter beginnings say too little.
const SHORTEST_BEGINNING: usize = 3;
/// However long a name is, one that differs in more letters is another.
const MOST_LETTERS: usize = 3;

/// Which of the `candidates`, each with its name, `typed` means: one that is called so but for case, one of which it is a word
/// (`Ribeiro` of `Ana Ribeiro`) or the beginning, or else the [`closest`].
///
/// # Example: what is meant, and what is not
/// ```
/// use sunwise::spelling::nearest;
/// let names = || ["Ana Ribeiro", "Bo"].map(|name| (name, name));
/// assert_eq!(nearest("ribeiro", names()), Some("Ana Ribeiro"));
/// assert_eq!(nearest("Zoltan", names()), None);
/// ```
pub fn nearest<N: AsRef<str>, T>(typed: &str, candidates: impl IntoIterator<Item = (N, T)>) -> Option<T> {
    let wanted = comparable(typed)?;
    let mut candidates: Vec<(String, N, T)> =
        candidates.into_iter().map(|(name, meant)| (name.as_ref().to_lowercase(), name, meant)).collect();
    let find = |is_meant: &dyn Fn(&str) -> bool| candidates.iter().position(|(name, ..)| is_meant(name));
    let is_long = wanted.chars().count() >= SHORTEST_BEGINNING;
    let found = find(&|name| name == wanted)
        .or_else(|| find(&|name| name.split_whitespace().any(|word| word == wanted)))
        .or_else(|| find(&|name| is_long && name.starts_with(&wanted)));
    match found {
        Some(at) => Some(candidates.swap_remove(at).2),
        None => closest(typed, candidates.into_iter().map(|(_, name, meant)| (name, meant))),
    }
}

/// Which of the `candidates`, each with its name, is the fewest letters from `typed`: at most a third of them, and at most
/// three. Of equals it is the one that is nearer in capitals, too, then the first.
pub fn closest<N: AsRef<str>, T>(typed: &str, candidates: impl IntoIterator<Item = (N, T)>) -> Option<T> {
    let wanted = comparable(typed)?;
    let letters = wanted.chars().count();
    let limit = (letters / 3).clamp(1, MOST_LETTERS);
    let close = candidates.into_iter().filter_map(|(name, meant)| {
        let name = name.as_ref();
        let lower = name.to_lowercase();
        // What differs more in length need not be measured.
        let far = (lower.chars().count().abs_diff(letters) <= limit)
            .then(|| strsim::damerau_levenshtein(&lower, &wanted))
            .filter(|&far| far <= limit)?;
        Some(((far, strsim::damerau_levenshtein(name, typed)), meant))
    });
    close.min_by_key(|&(far, _)| far).map(|(_, meant)| meant)
}

/// In the form in which names are compared; nothing if there is nothing to compare.
fn comparable(typed: &str) -> Option<String> {
    let wanted = typed.trim().to_lowercase();
    (!wanted.is_empty() && typed.len() <= LONGEST).then_some(wanted)
}

/// The end of a message, ``; did you mean `a`, `b` or `c`?``, or nothing where nothing is meant.
///
/// # Example: one, several, none
/// ```
/// use sunwise::spelling::did_you_mean;
/// assert_eq!(did_you_mean(Some("Lisbon")), "; did you mean `Lisbon`?");
/// assert_eq!(did_you_mean(["Austin, US", "Ostin"]), "; did you mean `Austin, US` or `Ostin`?");
/// assert_eq!(did_you_mean(None::<&str>), "");
/// ```
pub fn did_you_mean(meant: impl IntoIterator<Item: Display>) -> String {
    let quoted: Vec<String> = meant.into_iter().map(|meant| format!("`{meant}`")).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((only, [])) => question(only),
        Some((last, others)) => question(format_args!("{} or {last}", others.join(", "))),
    }
}

/// The same end where what is meant is more than a name in backquotes.
pub fn question(meant: impl Display) -> String {
    format!("; did you mean {meant}?")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'n>(typed: &str, names: &[&'n str]) -> Option<&'n str> {
        nearest(typed, names.iter().map(|&name| (name, name)))
    }

    #[test]
    fn the_nearest_name_is_found() {
        assert_eq!(found("week", &["Weekday", "Week"]), Some("Week"), "the same before a beginning");
        let names = ["Ana Ribeiro", "Bo", "max_shifts_per_7_days", "Çelik"];
        for (text, expected) in [
            ("ana ribeiro", Some("Ana Ribeiro")),
            ("Ana", Some("Ana Ribeiro")),
            ("RIBEIRO", Some("Ana Ribeiro")),
            ("Ana Ribero", Some("Ana Ribeiro")),
            ("bo", Some("Bo")),
            ("Bob", Some("Bo")),
            (" Bo ", Some("Bo")),
            ("max_shifts", Some("max_shifts_per_7_days")),
            ("Celik", Some("Çelik")),
            ("An", None),
            ("Rib", None),
            ("Xi", None),
            ("", None),
        ] {
            assert_eq!(found(text, &names), expected, "{text}");
        }
    }

    #[test]
    fn a_third_of_the_letters_may_differ_and_no_more_than_three() {
        for (typed, name, is_near) in [
            ("ab", "ax", true),
            ("ab", "xy", false),
            ("abcdef", "xbcdey", true),
            ("abcde", "xbcdy", false),
            ("abcdefghi", "xyzdefghi", true),
            ("abcdefgh", "xyzdefgh", false),
            ("abcdefghijkl", "wxyzefghijkl", false),
            ("abcdef", "abcdefxyz", false),
            ("ba", "ab", true),
        ] {
            assert_eq!(closest(typed, [(name, ())]).is_some(), is_near, "{typed} {name}");
        }
        let long = "x".repeat(LONGEST);
        assert!(closest(&long, [(&long, ())]).is_some() && closest(&format!("{long}x"), [(&long, ())]).is_none());
    }

    #[test]
    fn of_equals_the_one_in_the_same_case_comes_first() {
        let closest = |names: [&'static str; 3]| closest("Anb", names.map(|name| (name, name)));
        assert_eq!(closest(["anc", "And", "Ane"]), Some("And"));
        assert_eq!(closest(["And", "Ane", "anc"]), Some("And"));
    }
}
