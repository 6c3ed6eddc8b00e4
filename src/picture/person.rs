//! How a member is told apart in a picture: colour, pattern and initials.

use super::{Fill, Meaning, Pattern};
use crate::picture::measure;

/// How many colours the people have before they repeat.
const COLOURS: usize = 8;

/// The fill of the member at `place` in the team: a colour, and from the ninth member on a pattern too, so that no two of
/// the first 32 look the same.
pub fn fill(place: usize) -> Fill {
    let pattern = match place / COLOURS % 4 {
        0 => None,
        1 => Some(Pattern::Hatch),
        2 => Some(Pattern::Dots),
        _ => Some(Pattern::Cross),
    };
    Fill { meaning: meaning(place), pattern, opacity: 1.0 }
}

/// The colour of the member at `place` in the team.
pub fn meaning(place: usize) -> Meaning {
    Meaning::Person((place % COLOURS) as u16)
}

/// What a member can be called on a drawing, by how much room there is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// The whole name.
    pub whole: String,
    /// The first word of it; the initials where another member has the same.
    pub first: String,
    /// The initials, which no other member has.
    pub initials: String,
}

impl Names {
    /// The names of all members of a team, in its order.
    pub fn all(names: &[&str]) -> Vec<Self> {
        let firsts: Vec<&str> = names.iter().map(|name| name.split_whitespace().next().unwrap_or_default()).collect();
        let called = |((name, first), initials): ((&&str, &&str), String)| {
            let shared = firsts.iter().filter(|other| *other == first).count() > 1;
            let first = if shared { initials.clone() } else { (*first).to_owned() };
            Self { whole: (*name).to_owned(), first, initials }
        };
        names.iter().zip(&firsts).zip(initials(names)).map(called).collect()
    }

    /// The longest of them that fits into `room` pixels; nothing where none does.
    pub fn fitting(&self, size: f32, room: f32) -> Option<&str> {
        let fits = |words: &&str| measure::width(words, size, super::Weight::Strong) <= room;
        [self.whole.as_str(), &self.first, &self.initials].into_iter().find(fits)
    }
}

/// The initials of each name, in the order of `names`: those of the first and the last word, with as many letters of the last
/// word as it takes to tell them apart.
///
/// Names that are the same in all of these letters get their number behind: they cannot be told apart by letters.
fn initials(names: &[&str]) -> Vec<String> {
    let mut all: Vec<String> = names.iter().map(|name| short(name, 1)).collect();
    for letters in 2..=3 {
        for at in again(&all) {
            all[at] = short(names[at], letters);
        }
    }
    for at in again(&all) {
        all[at] = format!("{}{}", all[at], at + 1);
    }
    all
}

/// Which of these are there more than once.
fn again(all: &[String]) -> Vec<usize> {
    (0..all.len()).filter(|&at| all.iter().filter(|other| **other == all[at]).count() > 1).collect()
}

/// The first letter of the first word and `letters` of the last one.
fn short(name: &str, letters: usize) -> String {
    let mut words = name.split_whitespace();
    let (first, last) = (words.next().unwrap_or_default(), words.next_back());
    match last {
        Some(last) => first.chars().take(1).chain(last.chars().take(letters)).collect(),
        None => first.chars().take(letters + 1).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_tell_people_apart() {
        let names = ["Ana Ribeiro", "Anna Rossi", "Bo", "Somchai", "Óscar de la Renta", "Ana Ribeiro II"];
        assert_eq!(initials(&names), ["ARi", "ARo", "Bo", "So", "ÓR", "AI"]);
        assert_eq!(initials(&["Li Wei", "Li Wei"]), ["LWei1", "LWei2"]);
        assert_eq!(initials(&[""]), [""]);
    }

    #[test]
    fn no_two_of_32_look_the_same() {
        let fills: Vec<_> = (0..32).map(|place| (fill(place).meaning, fill(place).pattern)).collect();
        for (at, fill) in fills.iter().enumerate() {
            assert!(!fills[at + 1..].contains(fill), "{at}");
        }
    }

    #[test]
    fn the_longest_name_that_fits_is_written() {
        let all = Names::all(&["Ana Ribeiro", "Bo Lind", "Bo Ek"]);
        assert_eq!(all[0].fitting(11.0, 200.0), Some("Ana Ribeiro"));
        assert_eq!(all[0].fitting(11.0, 40.0), Some("Ana"));
        assert_eq!(all[0].fitting(11.0, 17.0), Some("AR"));
        assert_eq!(all[0].fitting(11.0, 5.0), None);
        assert_eq!(all[1].fitting(11.0, 25.0), Some("BL"), "two are called Bo");
    }
}
