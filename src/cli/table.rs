//! Tables for people.

use unicode_width::UnicodeWidthStr;

use super::style::Style;

/// Between two columns.
const GAP: &str = "  ";

/// A table in plain text: columns aligned by what a terminal shows of each cell, two spaces between them.
#[derive(Clone, Debug)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Row>,
}

/// A column's heading and side.
#[derive(Clone, Debug)]
pub struct Column {
    heading: String,
    is_right: bool,
}

#[derive(Clone, Debug)]
struct Row {
    cells: Vec<String>,
    is_alarming: bool,
}

/// A column of words.
pub fn words(heading: impl Into<String>) -> Column {
    Column { heading: heading.into(), is_right: false }
}

/// A column of figures, aligned to the right.
pub fn figures(heading: impl Into<String>) -> Column {
    Column { heading: heading.into(), is_right: true }
}

impl Table {
    /// A table without rows.
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Self {
        Self { columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// Adds a row; cells that are missing at its end stay empty.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(Row { cells: cells.into_iter().collect(), is_alarming: false });
    }

    /// Adds a row that should be looked at if `is_alarming`.
    pub fn row_alarming_if(&mut self, is_alarming: bool, cells: impl IntoIterator<Item = String>) {
        self.rows.push(Row { cells: cells.into_iter().collect(), is_alarming });
    }

    /// The table's lines, each with its end.
    pub fn text(&self, style: Style) -> String {
        let headings: Vec<String> = self.columns.iter().map(|column| column.heading.clone()).collect();
        let widths: Vec<usize> = (0..self.columns.len())
            .map(|i| {
                let cells = self.rows.iter().filter_map(|row| row.cells.get(i));
                cells.chain([&headings[i]]).map(|cell| cell.width()).max().unwrap_or(0)
            })
            .collect();
        let mut text = style.heading(&self.line(&headings, &widths)) + "\n";
        for row in &self.rows {
            let line = self.line(&row.cells, &widths);
            text.push_str(&if row.is_alarming { style.alarming(&line) } else { line });
            text.push('\n');
        }
        text
    }

    fn line(&self, cells: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for (i, (cell, &width)) in cells.iter().zip(widths).enumerate() {
            if i > 0 {
                line.push_str(GAP);
            }
            let padding = " ".repeat(width - cell.width());
            if self.columns[i].is_right {
                line.push_str(&padding);
                line.push_str(cell);
            } else {
                line.push_str(cell);
                line.push_str(&padding);
            }
        }
        line.truncate(line.trim_end().len());
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_what_is_shown() {
        let mut table = Table::new([words("Who"), figures("A week"), words("Note")]);
        table.row(["Ana".into(), "3h".into(), "x".into()]);
        table.row(["東京の人".into(), "12h30m".into()]);
        table.row(["Zoë\u{301}".into(), "0m".into(), String::new()]);
        assert_eq!(
            table.text(Style::PLAIN),
            "Who       A week  Note\nAna           3h  x\n東京の人  12h30m\nZoë\u{301}           0m\n"
        );
    }
}
