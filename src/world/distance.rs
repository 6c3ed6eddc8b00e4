//! How far apart two folded names are.

/// The fewest letters to insert, drop, change or swap with a neighbour that turn `typed` into the whole of `name`
/// (first) and into any beginning of it (second), when the second is at most `limit`.
///
/// Counted in bytes: names are folded, so that Latin letters are one each.
pub(super) fn distances(typed: &str, name: &str, limit: u8) -> Option<(u8, u8)> {
    const LONGEST: usize = 48;
    let typed = &typed.as_bytes()[..typed.len().min(LONGEST)];
    let name = name.as_bytes();
    // What lies beyond cannot take part in the nearest beginning.
    let part = &name[..name.len().min(typed.len() + usize::from(limit)).min(LONGEST)];
    let mut rows = [[0u8; LONGEST + 1]; 3];
    for (column, cell) in rows[0].iter_mut().enumerate().take(part.len() + 1) {
        *cell = column as u8;
    }
    for (i, &letter) in typed.iter().enumerate() {
        let (above, beyond) = (i % 3, (i + 2) % 3);
        let mut row = [0u8; LONGEST + 1];
        row[0] = i as u8 + 1;
        let mut least = row[0];
        for (j, &other) in part.iter().enumerate() {
            let mut cell = (rows[above][j] + u8::from(letter != other)).min(rows[above][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && letter == part[j - 1] && typed[i - 1] == other {
                cell = cell.min(rows[beyond][j - 1] + 1);
            }
            row[j + 1] = cell;
            least = least.min(cell);
        }
        if least > limit {
            return None;
        }
        rows[(i + 1) % 3] = row;
    }
    let last = &rows[typed.len() % 3][..=part.len()];
    let beginning = *last.iter().min()?;
    let whole = if part.len() == name.len() { last[part.len()] } else { u8::MAX };
    (beginning <= limit).then_some((whole, beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_count_typing_errors() {
        let cases = [
            ("lisbon", "lisbon", Some((0, 0))),
            ("lisbn", "lisbon", Some((1, 1))),
            ("lsibon", "lisbon", Some((1, 1))),
            ("bangkkok", "bangkok", Some((1, 1))),
            ("singapur", "singapore", Some((2, 1))),
            ("san francesc", "san francisco", Some((2, 1))),
            ("tokyo", "kyoto", Some((4, 2))),
            ("bogota", "", None),
        ];
        for (typed, name, expected) in cases {
            assert_eq!(distances(typed, name, 2), expected, "{typed} {name}");
        }
    }
}
