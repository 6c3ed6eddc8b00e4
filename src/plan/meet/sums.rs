//! Sums over the occurrences of all slots at once.

use super::grid::{Grid, Piece, STARTS, WIDTH, first_quarter};

/// Sums over the occurrences of every slot.
///
/// The occurrences of a slot are, but for the days near a change of clocks, the same quarter-hour of a row of days. So for each
/// weekday the values are added up day by day once, for every quarter-hour that any anchor can mean; the sum of a slot is then
/// two look-ups for each stretch of constant offset, and one for each day near a change.
pub(super) struct Sums<'g> {
    /// By weekday: the days of the row, and by anchor what they are to it.
    columns: Vec<(&'g [usize], Vec<Vec<Piece<'g>>>)>,
    /// By day of the row and quarter-hour: the sum over all days before.
    until: Vec<i64>,
}

impl<'g> Sums<'g> {
    /// Over the occurrences that slots have in a place of the rotation.
    pub fn new(grid: &'g Grid, place: usize) -> Self {
        let pieces = |days| grid.anchors.iter().map(|anchor| anchor.pieces(days)).collect();
        let columns = grid.columns().map(|places| (places[place].as_slice(), pieces(&places[place]))).collect();
        Self { columns, until: Vec::new() }
    }

    /// Gives the number of the first slot and the sums of it and the next, for each weekday and anchor. The values are those of
    /// occurrences by the quarter-hour at which they begin.
    pub fn each(&mut self, values: &[i64], mut give: impl FnMut(usize, &[i64; STARTS])) {
        let mut first = 0;
        for (days, anchors) in &self.columns {
            add_up(&mut self.until, values, days);
            for pieces in anchors {
                let mut sums = [0; STARTS];
                for piece in pieces {
                    add(piece, values, &self.until, &mut sums);
                }
                give(first, &sums);
                first += STARTS;
            }
        }
    }
}

fn add_up(until: &mut Vec<i64>, values: &[i64], days: &[usize]) {
    until.clear();
    until.resize((days.len() + 1) * WIDTH, 0);
    for (row, &day) in days.iter().enumerate() {
        let (before, after) = until[row * WIDTH..(row + 2) * WIDTH].split_at_mut(WIDTH);
        let own = &values[first_quarter(day)..][..WIDTH];
        for ((after, before), own) in after.iter_mut().zip(before).zip(own) {
            *after = *before + own;
        }
    }
}

fn add(piece: &Piece, values: &[i64], until: &[i64], sums: &mut [i64; STARTS]) {
    match *piece {
        Piece::Run { from, to, shift } => {
            let row = |row: usize| &until[row * WIDTH + shift..][..STARTS];
            for ((sum, before), after) in sums.iter_mut().zip(row(from)).zip(row(to)) {
                *sum += after - before;
            }
        }
        Piece::Odd(starts) => {
            for (sum, &start) in sums.iter_mut().zip(starts) {
                *sum += values[start as usize];
            }
        }
    }
}
