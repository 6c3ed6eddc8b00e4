//! What a stage of the search lowers.

/// What a stage lowers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    Gap,
    Worst,
    Total,
    Spread,
    Change,
}
