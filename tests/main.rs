//! Behaviour of the whole program, one file a feature.

mod oracle;
mod zones;
