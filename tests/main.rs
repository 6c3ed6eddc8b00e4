//! Behaviour of the whole program, one file a feature.

mod oracle;
#[cfg(feature = "window")]
mod real_window;
#[cfg(feature = "window")]
mod window;
mod zones;
