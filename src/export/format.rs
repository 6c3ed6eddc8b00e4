//! A row of a table of formats.
//!
//! What can be exported has one table of the formats in which it can be, and nothing else knows which there are: the command line takes its
//! `--format` from there, the window its lists. A new format is a file that makes its bytes, and a row.

use std::fmt::Debug;

use super::file_name::file_stem;

/// A format in which something can be written; `W` is what writes it.
#[derive(Clone, Copy, Debug)]
pub struct Format<W> {
    /// What it is called on the command line, unique in its table: `better-stack`.
    pub id: &'static str,
    /// What it is called on screen, unique in its table: `Better Stack`.
    pub name: &'static str,
    /// What it is good for.
    pub about: &'static str,
    /// The ending of its files, without the dot.
    pub ending: &'static str,
    /// What writes it.
    pub write: W,
}

impl<W> Format<W> {
    /// The name that is proposed for a file of something called `name`: `production-escalation.ics`; `otherwise` where nothing of the name
    /// can stand in that of a file.
    pub fn file_name(&self, name: &str, otherwise: &str) -> String {
        format!("{}.{}", file_stem(name, otherwise), self.ending)
    }
}

/// In one table formats are told apart by their ids.
impl<W> PartialEq for Format<W> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl<W> Eq for Format<W> {}

/// A table: all formats in which one kind of thing can be written.
pub trait Formats: 'static {
    /// What writes a format of this table.
    type Write: Copy + Debug + Send + Sync + 'static;
    /// Its rows, in the order in which they are offered.
    const ALL: &'static [Format<Self::Write>];
}

/// What is only shown and answered.
#[derive(Clone, Copy, Debug)]
pub struct NoFormats;

impl Formats for NoFormats {
    type Write = ();
    const ALL: &'static [Format<()>] = &[];
}
