//! What a kind of match costs, in doublings of the population.

use super::score::Score;

/// Some capitals have a hundred names in as many languages.
pub const ALTERNATE_NAME: Score = 2.0;
/// More, when only a part of an alternate name was typed, so that `san` is not Shanghai.
pub const PART_OF_ALTERNATE_NAME: Score = 5.0;
pub const BEGINNING: Score = 5.0;
pub const LATER_WORD: Score = 8.0;
pub const QUALIFIED: Score = 1.0;
pub const LIKENESS: Score = 4.0;
pub const TYPING_ERROR: Score = 4.0;
pub const SKIPPED_LETTERS: Score = 14.0;
