//! Why a rota cannot be planned.

use thiserror::Error;

use crate::time::Instant;

/// Why a rota cannot be planned as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RotaError {
    /// No shift boundaries.
    #[error("rota `{rota}` has no shifts: write at least one time in `at`, and at least one week before 2100")]
    NoShifts {
        /// The rota.
        rota: String,
    },
    /// A number of tiers that no rota has.
    #[error("rota `{rota}` asks for {tiers} tiers; it can have 1 to 3")]
    Tiers {
        /// The rota.
        rota: String,
        /// What was asked for.
        tiers: u8,
    },
    /// Rates, rest or carried burdens beyond any rota, with which sums would not be exact.
    #[error("rota `{rota}`: {what} is too large; {most} is the most")]
    TooLarge {
        /// The rota.
        rota: String,
        /// What is too large.
        what: String,
        /// The most that is planned with.
        most: i64,
    },
    /// A pin on a shift that does not exist.
    #[error("rota `{rota}`: a pin names a shift that starts {shift}, but none does; the nearest starts {nearest}")]
    PinShift {
        /// The rota.
        rota: String,
        /// When the pinned shift starts.
        shift: Instant,
        /// When the nearest real one does.
        nearest: Instant,
    },
    /// A pin on a tier that the rota does not have.
    #[error("rota `{rota}`: the pin of `{member}` at {shift} names tier {tier}; tiers are 1 to {tiers}")]
    PinTier {
        /// The rota.
        rota: String,
        /// When the pinned shift starts.
        shift: Instant,
        /// Who is pinned.
        member: String,
        /// The tier that was named.
        tier: u8,
        /// How many there are.
        tiers: u8,
    },
    /// A pin that breaks another hard rule, or that two people have.
    #[error("rota `{rota}`: the pin of `{member}` at {shift} cannot hold: `{member}` {why}")]
    PinBreaks {
        /// The rota.
        rota: String,
        /// When the pinned shift starts.
        shift: Instant,
        /// Who is pinned.
        member: String,
        /// What forbids it, to be read after the name.
        why: String,
    },
    /// A shift that is kept as it was published is held by somebody who is no longer eligible.
    #[error(
        "rota `{rota}`: the shift at {shift} stays with `{member}`, who is not eligible any more; keep them in the team, on leave from \
         the date on which they leave"
    )]
    KeptMember {
        /// The rota.
        rota: String,
        /// When the shift starts.
        shift: Instant,
        /// Who held it.
        member: String,
    },
}
