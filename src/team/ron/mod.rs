//! RON read into a tree that knows where everything stands.
//!
//! The crate `ron` reads into Rust types and stops at the first thing it does not like; a team file's errors are all to be
//! told at once, each with its place, and its comments are to survive. So this reads the part of RON that a team file
//! needs: structs, tuples, lists, maps, strings, numbers, names and comments. What is read here, `ron` reads the same.

mod node;
mod number;
mod parser;
mod string;
mod trivia;

pub(super) use node::{Field, Node, Value};
pub(super) use parser::parse;
pub(super) use string::place_in_literal;
pub(super) use trivia::skip as skip_trivia;

#[cfg(test)]
mod tests;
