//! Pure planning: no clock, no file, no screen. What time it is and which seed is used are arguments.

pub mod briefing;
pub mod cadence;
pub mod handoff;
pub mod hire;
pub mod meet;
pub mod overlap;
pub mod panel;
pub mod rota;
pub mod scenario;
mod stop;

pub use stop::Stop;
