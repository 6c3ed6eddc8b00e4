//! Bytes out: one file a format. Nothing here knows a path, and what time it is comes as an argument.

pub mod csv;
pub mod ics;
pub mod json;
pub mod ron;
#[cfg(test)]
mod sample;
