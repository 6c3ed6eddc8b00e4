//! Pseudo-random numbers that are the same on every machine: whole numbers only, no logarithm of any library.

/// A stream of numbers that a seed decides (`SplitMix64`).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The stream of `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `bound`, which is above 0.
    pub fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    /// A number below `bound`, small ones more often.
    pub fn low_below(&mut self, bound: usize) -> usize {
        let (a, b) = (self.below(bound), self.below(bound));
        a * (b + 1) / bound
    }

    /// Whether something that happens `times` in 16 happens.
    pub fn sixteenths(&mut self, times: usize) -> bool {
        self.below(16) < times
    }

    /// Whether to accept something worse by `loss` at `heat`: seldom when the loss is many times the heat. The chance
    /// is about 2 to the power of -loss / heat.
    pub fn accepts(&mut self, loss: i64, heat: i64) -> bool {
        let bits = self.next() | 1;
        let zeros = bits.leading_zeros();
        // The binary logarithm of a uniform number, in 65536ths, straight between powers of two.
        let rest = ((bits << zeros) << 1) >> 48;
        let exponent = (i128::from(zeros + 1) << 16) - i128::from(rest);
        i128::from(loss) << 16 <= i128::from(heat) * exponent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loss_of_one_heat_is_accepted_half_of_the_time() {
        let mut random = Random::new(1);
        for (loss, heat, low, high) in [(100, 100, 450, 550), (300, 100, 90, 160), (0, 0, 1000, 1000), (1, 0, 0, 0)] {
            let accepted = (0..1000).filter(|_| random.accepts(loss, heat)).count();
            assert!((low..=high).contains(&accepted), "loss {loss} at heat {heat}: {accepted} of 1000");
        }
    }

    #[test]
    fn numbers_stay_below_their_bound() {
        let mut random = Random::new(7);
        assert!((0..1000).all(|_| random.below(3) < 3 && random.low_below(5) < 5 && random.low_below(1) == 0));
    }
}
