//! Behaviour of the whole program, one file a feature.

mod oracle;
#[cfg(feature = "window")]
mod real_window;
mod team_file;
#[cfg(feature = "window")]
mod window;
mod zones;
