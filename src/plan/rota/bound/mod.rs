//! What no rota can beat: lower bounds for gap, worst and total that hold whatever the search found.
//!
//! The bounds of worst and total hold for every rota that leaves no more duties unfilled than the one at hand, and so for the
//! best one; without such a condition the empty rota would beat them all.

mod ascent;
mod burden;
mod flow;
mod gap;
mod proven;
mod prover;
mod relaxed;

pub use proven::Bound;
pub use prover::Prover;

#[cfg(test)]
mod tests;
