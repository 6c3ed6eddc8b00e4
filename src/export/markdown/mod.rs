//! Answers as Markdown, to read and to paste.

mod handoff;
mod interview;
mod rota;

pub use handoff::handoff_notes;
pub use interview::interview;
pub use rota::rota;

/// A text in a cell of a table: nothing in it is taken for a mark.
fn cell(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|").replace('*', "\\*").replace('_', "\\_").replace(['\n', '\r'], " ")
}

/// A row of a table.
fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    format!("| {} |\n", cells.join(" | "))
}
