//! Bytes out: one file a format. Nothing here knows a path, and what time it is comes as an argument.
//!
//! What there is to choose from stands in tables of [`Format`]s: [`RotaFormats`], [`HandoffFormats`], [`MeetingFormats`], [`OnceFormats`]
//! and [`DrawingFormats`].

mod address;
mod cannot_export;
pub mod csv;
pub mod drawing;
mod file_name;
mod format;
pub mod handoff;
pub mod ics;
pub mod json;
pub mod markdown;
pub mod meeting;
pub mod oncall;
pub mod once;
mod part;
pub mod png;
pub mod ron;
pub mod rota;
#[cfg(test)]
mod sample;
pub mod svg;
#[cfg(test)]
mod tests;
mod tool;

pub use address::Address;
pub use cannot_export::CannotExport;
pub use drawing::DrawingFormats;
pub use file_name::file_stem;
pub use format::{Format, Formats, NoFormats};
pub use handoff::HandoffFormats;
pub use meeting::MeetingFormats;
pub use once::OnceFormats;
pub use part::Part;
pub use rota::RotaFormats;
pub use tool::Tool;
