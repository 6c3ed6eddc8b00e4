//! How far apart folded names are from what was typed.

/// Longer texts are looked at only so far.
const LONGEST: usize = 48;
const FAR: u8 = u8::MAX / 2;

/// One row of the table of distances: a name's beginning against every beginning of the typed text.
type Row = [u8; LONGEST + 1];

/// Measures names against one typed text. Names that follow each other in order share the work on their common
/// beginning, and what is too far already at its beginning costs next to nothing.
///
/// Counted in bytes: names are folded, so that Latin letters are one each.
pub(super) struct Ruler<'a> {
    typed: &'a [u8],
    limit: u8,
    /// By how many letters of the name have been read; the letters that are read beyond the deepest row change nothing.
    rows: Vec<Row>,
    /// By the same, the least distance of the typed text to any beginning so far.
    nearest: Vec<u8>,
}

impl<'a> Ruler<'a> {
    /// For distances up to `limit`.
    pub fn new(typed: &'a str, limit: u8) -> Self {
        let typed = &typed.as_bytes()[..typed.len().min(LONGEST)];
        let mut first = [FAR; LONGEST + 1];
        for (column, cell) in first.iter_mut().enumerate().take(usize::from(limit) + 1) {
            *cell = column as u8;
        }
        let nearest = first[typed.len()];
        Self { typed, limit, rows: vec![first], nearest: vec![nearest] }
    }

    /// The greatest distance that counts as near.
    pub fn limit(&self) -> u8 {
        self.limit
    }

    /// The fewest letters to insert, drop, change or swap with a neighbour that turn the typed text into the whole of a
    /// name of `len` bytes (first; the greatest number where that takes more than the limit) and into some beginning of
    /// it (second); nothing where that takes more than the limit too.
    ///
    /// The name must have its first `shared` bytes in common with the name that was measured before; `letter` gives
    /// its bytes by their places.
    pub fn measure(&mut self, len: usize, shared: usize, letter: impl Fn(usize) -> u8) -> Option<(u8, u8)> {
        self.rows.truncate(shared + 1);
        self.nearest.truncate(shared + 1);
        while self.rows.len() <= len && !self.is_lost() {
            self.read(&letter);
        }
        let beginning = *self.nearest.last()?;
        let read_all = self.rows.len() == len + 1;
        let whole = self.rows.last().filter(|_| read_all).map_or(FAR, |row| row[self.typed.len()]);
        (beginning <= self.limit).then_some((if whole <= self.limit { whole } else { u8::MAX }, beginning))
    }

    /// Whether everything that begins as read so far is too far from the whole typed text.
    fn is_lost(&self) -> bool {
        self.rows.last().is_none_or(|row| self.band(self.rows.len() - 1).all(|column| row[column] > self.limit))
    }

    /// The columns that are within the limit of the diagonal; cells beyond stay too far.
    fn band(&self, row: usize) -> std::ops::RangeInclusive<usize> {
        let limit = usize::from(self.limit);
        row.saturating_sub(limit)..=(row + limit).min(self.typed.len())
    }

    /// Reads the next letter of the name.
    fn read(&mut self, letter: impl Fn(usize) -> u8) {
        let at = self.rows.len();
        let read = letter(at - 1);
        let above = &self.rows[at - 1];
        let mut row = [FAR; LONGEST + 1];
        for column in self.band(at) {
            let Some(left) = column.checked_sub(1) else {
                row[column] = at as u8;
                continue;
            };
            let typed = self.typed[left];
            let mut cell = (above[column].min(row[left]) + 1).min(above[left] + u8::from(typed != read));
            if at > 1 && left > 0 && typed == letter(at - 2) && self.typed[left - 1] == read {
                cell = cell.min(self.rows[at - 2][left - 1] + 1);
            }
            row[column] = cell;
        }
        let nearest = self.nearest[at - 1].min(row[self.typed.len()]);
        self.rows.push(row);
        self.nearest.push(nearest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What [`Ruler::measure`] says of one name.
    fn distances(typed: &str, name: &str, limit: u8) -> Option<(u8, u8)> {
        Ruler::new(typed, limit).measure(name.len(), 0, |at| name.as_bytes()[at])
    }

    #[test]
    fn distances_count_typing_errors() {
        const FAR: u8 = u8::MAX;
        let cases = [
            ("lisbon", "lisbon", Some((0, 0))),
            ("lisbn", "lisbon", Some((1, 1))),
            ("lsibon", "lisbon", Some((1, 1))),
            ("bangkkok", "bangkok", Some((1, 1))),
            ("singapur", "singapore", Some((2, 1))),
            ("san francesc", "san francisco", Some((2, 1))),
            ("san", "san francisco", Some((FAR, 0))),
            ("tokyo", "kyoto", Some((FAR, 2))),
            ("paris", "kyoto", None),
            ("bogota", "", None),
        ];
        for (typed, name, expected) in cases {
            assert_eq!(distances(typed, name, 2), expected, "{typed} {name}");
        }
    }

    /// The whole table, without the shortcuts.
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
            let within = |far: u8| if far <= limit { far } else { u8::MAX };
            let beginning = *row.iter().min().expect("a row has cells");
            let expected = (beginning <= limit).then_some((within(row[name.len()]), beginning));
            proptest::prop_assert_eq!(distances(&typed, &name, limit), expected);
        }

        #[test]
        fn what_is_shared_changes_nothing(
            typed in "[abc]{1,9}", mut names in proptest::collection::vec("[abc]{0,12}", 0..30), limit in 0u8..3,
        ) {
            names.sort();
            let mut ruler = Ruler::new(&typed, limit);
            let mut before = String::new();
            for name in names {
                let shared = name.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
                let measured = ruler.measure(name.len(), shared, |at| name.as_bytes()[at]);
                proptest::prop_assert_eq!(measured, distances(&typed, &name, limit));
                before = name;
            }
        }
    }
}
