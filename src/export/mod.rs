//! Bytes out: one file a format. Nothing here knows a path, and what time it is comes as an argument.

pub mod csv;
pub mod ics;
pub mod json;
pub mod markdown;
pub mod oncall;
pub mod ron;
pub mod rota;
#[cfg(test)]
mod sample;
