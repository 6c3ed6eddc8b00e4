//! A time for a meeting, and who comes.

use std::sync::Arc;

use crate::availability::{Level, RateMinutes};
use crate::team::MemberId;
use crate::time::Span;

/// A time for the meeting, and who comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// From start to end.
    pub span: Span,
    /// What sittings are compared by; then the earlier one comes first.
    pub cost: PanelCost,
    /// Who comes: the required, then those of the pool whom it costs least, each in the order of the ask.
    pub attendees: Vec<Attendee>,
    /// Who of the pool could come as well, whom it costs least first.
    pub substitutes: Vec<Attendee>,
    /// Who of the pool cannot come.
    pub away: Vec<MemberId>,
    /// The names of everybody who was asked about.
    pub names: Arc<[String]>,
}

impl Sitting {
    /// The name of one who was asked about.
    pub fn name(&self, member: MemberId) -> &str {
        &self.names[member.index()]
    }
}

/// What a sitting costs those who come; the parts are compared in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PanelCost {
    /// The largest burden of anybody.
    pub worst: RateMinutes,
    /// The burden of all.
    pub total: RateMinutes,
}

/// Somebody who comes, or could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// Who, by their place among everybody who was asked about ([`PanelAsk::everybody`](super::PanelAsk::everybody)).
    pub member: MemberId,
    /// Whether the meeting needs them.
    pub required: bool,
    /// What it costs them.
    pub burden: RateMinutes,
    /// The level of its costliest minute.
    pub level: Level,
}
