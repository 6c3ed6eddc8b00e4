//! The format of a team file: one table a group, one row a field.
//!
//! A [`table::Table`] says of a group such as a member what each field is called and how it is read, shown and left out. Reading, writing and
//! saving into an old file all go by the tables, so that a field is added in one place. The forms of single values (hours, dates,
//! names) stand in files of their own; [`Decoder`] notes everything that is wrong, with its place.

mod carried;
mod chain;
mod date;
mod decoder;
mod fields;
mod form;
mod goal;
mod horizon;
mod layout;
mod meeting;
mod member;
mod name;
mod opening;
mod pin;
mod place;
mod policy;
mod rota;
mod row;
mod scalar;
mod shifts;
mod slot;
mod table;
mod taken;
mod team;

pub(super) use decoder::Decoder;
pub(super) use layout::Layout;
pub use member::MOST_MEMBERS;
pub use team::SCHEMA_VERSION;
pub(super) use team::TEAM;

#[cfg(test)]
mod tests;
