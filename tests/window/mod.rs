//! The window as a whole, without a display: what is seen, pressed and typed, and the work that follows from it.

mod busy;
mod cadence;
mod clock;
mod drafts;
mod drawing;
mod driver;
mod file;
mod file_changed;
mod finder;
mod first;
mod focus;
mod hand;
mod handoffs;
mod hire;
mod keys;
mod meetings;
mod overlap;
mod overlap_faces;
mod published;
mod random;
mod rota;
mod slow_disk;
mod stale;
mod team;

pub use driver::Driver;
use hand::Hand;
