//! How strong writing is.

/// How strong a writing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Weight {
    /// The usual.
    #[default]
    Regular,
    /// For what must be found first.
    Strong,
}
