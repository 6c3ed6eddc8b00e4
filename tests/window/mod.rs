//! The window as a whole, without a display: what is seen, pressed and typed, and the work that follows from it.

mod busy;
mod cadence;
mod clock;
mod drafts;
mod drawing;
mod driver;
mod file;
mod focus;
mod hand;
mod handoffs;
mod hire;
mod keys;
mod meetings;
mod overlap;
mod overlap_faces;
mod random;
mod rota;
mod stale;
mod team;

pub use driver::Driver;
use hand::Hand;
