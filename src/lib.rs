//! Sunwise: a planner for teams that are spread over the world's time zones.
//!
//! # The map of the house
//!
//! A *room* is a first-level module. Rooms are listed from the ground up, and a room uses only rooms above it in
//! this list, so that the program can be read from the top (`tests/house.rs` proves it):
//!
//! | room | what lives there | knows nothing of |
//! | --- | --- | --- |
//! | [`spelling`] | what a mistyped name probably means | whose names |
//! | [`disk`] | reading, atomic writing, recovery copies: the only room that touches files | what is in them |
//! | [`time`] | [`time::Instant`], [`time::Spans`], [`time::Zone`] (the one way to an offset), [`time::Hours`] | people |
//! | [`world`] | cities, countries, weekends, public holidays, search | teams |
//! | [`team`] | the team file: members, stays, leave, policy, meetings, rotas, openings | plans |
//! | [`availability`] | levels, burden, seasons and weeks of members | who asks |
//! | [`plan`] | pure planning: no clock, no file, no screen; the seed and the budget are arguments | output |
//! | [`words`] | sentences, numbers and times for people | formats |
//! | [`picture`] | drawings as plain shapes with meaning: pure geometry, hit tests | iced |
//! | [`export`] | bytes out: RON, ICS, CSV, JSON; one file a format, no paths | arguments |
//! | [`cli`] | verbs, tables for people, exit codes | the window |
//! | [`window`] | iced: screens, widgets, theme, shortcuts; draws pictures, runs plans in the background | - |
//!
//! Five *columns* cross the rooms under one name each: overlap, meet, handoff, rota, hire. How a handoff is worded stands in
//! `words/handoff.rs`, how a rota is drawn in `picture/calendar.rs`, how a hire is printed in `cli/hire.rs`.
//!
//! # From a file to an answer
//!
//! Bytes become a [`team::Team`], a member and a span of time an [`availability::Availability`], and these a plan, such as
//! [`plan::overlap::overlap`]. Everything that depends on the outside (what time it is, the random seed, a budget) is an
//! argument, so that the same question always has the same answer.

#![forbid(unsafe_code)]

pub mod availability;
pub mod cli;
pub mod disk;
pub mod export;
pub mod picture;
pub mod plan;
pub mod spelling;
pub mod team;
pub mod time;
#[cfg(feature = "window")]
pub mod window;
pub mod words;
pub mod world;
