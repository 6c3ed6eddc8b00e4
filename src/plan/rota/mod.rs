//! Rotas: who is on duty when (SPEC section 7).

pub mod bound;
mod construct;
pub mod improve;
pub mod objective;
pub mod problem;
pub mod rule;
mod state;
#[cfg(test)]
mod testing;
