//! Sunwise: a planner for teams that are spread over the world's time zones.

#![forbid(unsafe_code)]

pub mod availability;
pub mod plan;
pub mod team;
pub mod time;
pub mod world;
