//! Behaviour of the whole program, one file a feature.

mod bad_input;
mod busy;
mod cadence;
mod cities;
#[cfg(all(feature = "window", not(feature = "gpu")))]
mod feel;
mod golden;
mod handoff;
mod hire;
mod house;
mod meet;
mod oracle;
mod output;
mod overlap;
mod pairs;
mod panel;
#[cfg(feature = "window")]
mod real_window;
mod rota;
mod series;
mod support;
mod team_file;
#[cfg(feature = "window")]
mod window;
mod zones;
