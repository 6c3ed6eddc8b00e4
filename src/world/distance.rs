//! How far apart two folded names are.

/// The fewest letters to insert, drop, change or swap with a neighbour that turn `typed` into the whole of `name`
/// (first; the greatest number where that takes more than `limit`) and into some beginning of it (second); nothing
/// where that takes more than `limit` too.
///
/// Counted in bytes: names are folded, so that Latin letters are one each.
pub(super) fn distances(typed: &str, name: &str, limit: u8) -> Option<(u8, u8)> {
    const LONGEST: usize = 48;
    let typed = &typed.as_bytes()[..typed.len().min(LONGEST)];
    let name = name.as_bytes();
    let band = usize::from(limit);
    // What lies beyond cannot take part in the nearest beginning.
    let part = &name[..name.len().min(typed.len() + band).min(LONGEST)];
    // Cells further from the diagonal than the limit stay too far.
    let mut rows = [[u8::MAX / 2; LONGEST + 2]; 3];
    for (column, cell) in rows[0].iter_mut().enumerate().take(band + 1) {
        *cell = column as u8;
    }
    for (i, &letter) in typed.iter().enumerate() {
        let (above, beyond, here) = (i % 3, (i + 2) % 3, (i + 1) % 3);
        let from = i.saturating_sub(band);
        let mut least = if i < band { i as u8 + 1 } else { u8::MAX / 2 };
        rows[here][from] = least;
        for j in from..part.len().min(i + band + 1) {
            let other = part[j];
            let beside = rows[above][j + 1].min(rows[here][j]) + 1;
            let mut cell = beside.min(rows[above][j] + u8::from(letter != other));
            if i > 0 && j > 0 && letter == part[j - 1] && typed[i - 1] == other {
                cell = cell.min(rows[beyond][j - 1] + 1);
            }
            rows[here][j + 1] = cell;
            least = least.min(cell);
        }
        rows[here][part.len().min(i + band + 1) + 1] = u8::MAX / 2;
        if least > limit {
            return None;
        }
    }
    let last = &rows[typed.len() % 3];
    let ends = typed.len().saturating_sub(band)..=part.len();
    let beginning = *last.get(ends)?.iter().min()?;
    let whole = if part.len() == name.len() && last[part.len()] <= limit { last[part.len()] } else { u8::MAX };
    (beginning <= limit).then_some((whole, beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }
}
