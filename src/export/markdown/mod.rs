//! Answers as Markdown, to read and to paste.

mod handoff;
mod interview;
mod rota;
mod table;

pub use handoff::handoff_notes;
pub use interview::interview;
pub use rota::rota;
