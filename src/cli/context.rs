//! What a verb knows of where it is asked.

use super::style::Style;
use crate::time::Instant;

/// What every verb is told beside its arguments.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// What time it is.
    pub now: Instant,
    /// How tables look.
    pub style: Style,
    /// Says what draws the window on this machine.
    pub drawn_by: fn() -> String,
}
