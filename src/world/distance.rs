//! How far apart folded names are from what was typed.

/// Longer texts are looked at only so far.
const LONGEST: usize = 48;
/// The greatest limit.
const MOST: usize = 2;
const FAR: u8 = u8::MAX / 2;

/// One row of the table of distances, a name's beginning against beginnings of the typed text: only those whose length differs by
/// at most the limit, from the shortest on. Cells beyond stay too far.
type Row = [u8; 2 * MOST + 2];

/// How far a name is from what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Distance {
    /// The fewest letters to insert, drop, change or swap with a neighbour.
    pub errors: u8,
    /// Whether that makes the whole name, not only a beginning of it.
    pub is_whole: bool,
}

/// Measures names against one typed text, letter by letter, so that names with a common beginning share the work on it.
///
/// Counted in bytes: names are folded, so that Latin letters are one each.
pub(super) struct Ruler<'a> {
    typed: &'a [u8],
    limit: u8,
    /// What is known before any letter was read, and after each.
    steps: Vec<Step>,
}

/// What is known after some letters.
#[derive(Clone, Copy)]
struct Step {
    /// The letter that was read last.
    letter: u8,
    row: Row,
    /// The least distance of the typed text to any beginning so far.
    nearest: u8,
}

impl<'a> Ruler<'a> {
    /// For distances up to `limit`, which is at most two.
    pub fn new(typed: &'a str, limit: u8) -> Self {
        assert!(usize::from(limit) <= MOST, "a limit of at most {MOST}");
        let typed = &typed.as_bytes()[..typed.len().min(LONGEST)];
        let mut row = [FAR; 2 * MOST + 2];
        for errors in 0..=limit {
            row[usize::from(limit + errors)] = errors;
        }
        let mut ruler = Self { typed, limit, steps: vec![Step { letter: 0, row, nearest: FAR }] };
        ruler.steps[0].nearest = ruler.of_whole();
        ruler
    }

    /// How many letters were read.
    pub fn len(&self) -> usize {
        self.steps.len() - 1
    }

    /// How far the name is that was read, or the nearest beginning of it where the whole is too far; nothing where that is too far, too.
    pub fn distance(&self) -> Option<Distance> {
        let whole = Distance { errors: self.of_whole(), is_whole: true };
        let beginning = Distance { errors: self.step().nearest, is_whole: false };
        [whole, beginning].into_iter().find(|distance| distance.errors <= self.limit)
    }

    /// Whether whatever goes on after what was read has the same distance: no more letter can bring it nearer.
    pub fn is_lost(&self) -> bool {
        self.step().row.iter().all(|&cell| cell > self.limit)
    }

    /// Reads the next letter of the name.
    pub fn read(&mut self, letter: u8) {
        let at = self.len() + 1;
        let limit = usize::from(self.limit);
        let above = self.step();
        let mut row = [FAR; 2 * MOST + 2];
        for cell in limit.saturating_sub(at)..=2 * limit {
            let Some(left) = (at + cell - limit).checked_sub(1) else {
                row[cell] = at as u8;
                continue;
            };
            let Some(&typed) = self.typed.get(left) else { break };
            let before = cell.checked_sub(1).map_or(FAR, |before| row[before]);
            row[cell] = (above.row[cell + 1].min(before) + 1).min(above.row[cell] + u8::from(typed != letter));
            if at > 1 && left > 0 && typed == above.letter && self.typed[left - 1] == letter {
                row[cell] = row[cell].min(self.steps[at - 2].row[cell] + 1);
            }
        }
        let nearest = above.nearest;
        self.steps.push(Step { letter, row, nearest });
        self.steps[at].nearest = nearest.min(self.of_whole());
    }

    /// Takes back the letter that was read last.
    pub fn forget(&mut self) {
        if self.len() > 0 {
            self.steps.pop();
        }
    }

    fn step(&self) -> &Step {
        &self.steps[self.len()]
    }

    /// How far all that was read is from the whole typed text.
    fn of_whole(&self) -> u8 {
        let cell = (self.typed.len() + usize::from(self.limit)).checked_sub(self.len());
        cell.and_then(|cell| self.step().row.get(cell)).copied().unwrap_or(FAR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a ruler says of one name; no letter is read once it is lost.
    fn distance(typed: &str, name: &str, limit: u8) -> Option<Distance> {
        let mut ruler = Ruler::new(typed, limit);
        for letter in name.bytes() {
            if ruler.is_lost() {
                break;
            }
            ruler.read(letter);
        }
        ruler.distance()
    }

    const fn whole(errors: u8) -> Distance {
        Distance { errors, is_whole: true }
    }

    const fn beginning(errors: u8) -> Distance {
        Distance { errors, is_whole: false }
    }

    #[test]
    fn distances_count_typing_errors() {
        let cases = [
            ("lisbon", "lisbon", Some(whole(0))),
            ("lisbn", "lisbon", Some(whole(1))),
            ("lsibon", "lisbon", Some(whole(1))),
            ("bangkkok", "bangkok", Some(whole(1))),
            ("singapur", "singapore", Some(whole(2))),
            ("san francesc", "san francisco", Some(whole(2))),
            ("san", "san francisco", Some(beginning(0))),
            ("tokyo", "kyoto", Some(beginning(2))),
            ("paris", "kyoto", None),
            ("bogota", "", None),
        ];
        for (typed, name, expected) in cases {
            assert_eq!(distance(typed, name, 2), expected, "{typed} {name}");
        }
    }

    /// The whole table, without the shortcuts: the distances of every beginning of the name.
    fn slowly(typed: &[u8], name: &[u8]) -> Vec<u8> {
        let mut rows = vec![(0..=name.len() as u8).collect::<Vec<u8>>()];
        for i in 1..=typed.len() {
            let mut row = vec![i as u8];
            for j in 1..=name.len() {
                let changed = rows[i - 1][j - 1] + u8::from(typed[i - 1] != name[j - 1]);
                let mut cell = changed.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
                if i > 1 && j > 1 && typed[i - 1] == name[j - 2] && typed[i - 2] == name[j - 1] {
                    cell = cell.min(rows[i - 2][j - 2] + 1);
                }
                row.push(cell);
            }
            rows.push(row);
        }
        rows.pop().unwrap_or_default()
    }

    proptest::proptest! {
        #[test]
        fn shortcuts_change_nothing(typed in "[abc]{1,9}", name in "[abc]{0,12}", limit in 0u8..3) {
            let row = slowly(typed.as_bytes(), name.as_bytes());
            let nearest = *row.iter().min().expect("a row has cells");
            let far = row[name.len()];
            let expected = if far <= limit { Some(whole(far)) } else { (nearest <= limit).then(|| beginning(nearest)) };
            proptest::prop_assert_eq!(distance(&typed, &name, limit), expected);
        }

        #[test]
        fn what_is_forgotten_changes_nothing(
            typed in "[abc]{1,9}", name in "[abc]{0,12}", others in proptest::collection::vec("[abc]{0,4}", 13), limit in 0u8..3,
        ) {
            let mut ruler = Ruler::new(&typed, limit);
            for (letter, other) in name.bytes().zip(others) {
                other.bytes().for_each(|wrong| ruler.read(wrong));
                other.bytes().for_each(|_| ruler.forget());
                ruler.read(letter);
            }
            let mut straight = Ruler::new(&typed, limit);
            name.bytes().for_each(|letter| straight.read(letter));
            proptest::prop_assert_eq!(ruler.distance(), straight.distance());
        }
    }
}
