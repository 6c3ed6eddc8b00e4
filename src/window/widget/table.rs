//! A table: named columns with their alignment, rows that may be pressed.

use iced::widget::{Column as Stack, Row, container, rule};
use iced::{Center, Length, alignment};

use super::{button, text};
use crate::window::renderer::Element;
use crate::window::theme::{space, style};

/// A column by its name and width.
#[must_use]
#[derive(Debug, Clone)]
pub struct Column<'a> {
    name: &'a str,
    width: Length,
    align: alignment::Horizontal,
}

impl<'a> Column<'a> {
    /// A column of words.
    pub fn new(name: &'a str, width: impl Into<Length>) -> Self {
        Self { name, width: width.into(), align: alignment::Horizontal::Left }
    }

    /// A column of numbers: they stand at the right, digit below digit.
    pub fn right(mut self) -> Self {
        self.align = alignment::Horizontal::Right;
        self
    }
}

/// A table in the making.
#[must_use]
pub struct Table<'a, Message> {
    columns: Vec<Column<'a>>,
    rows: Vec<Element<'a, Message>>,
}

impl<'a, Message: Clone + 'a> Table<'a, Message> {
    /// A table with its head and no rows.
    pub fn new(columns: impl IntoIterator<Item = Column<'a>>) -> Self {
        Self { columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// A row that is only read.
    pub fn row(mut self, cells: impl IntoIterator<Item = Element<'a, Message>>) -> Self {
        let row = container(self.aligned(cells)).padding([space::S, space::M]);
        self.rows.push(row.into());
        self
    }

    /// A row that can be pressed, and whether it is the chosen one.
    pub fn choice(
        mut self,
        cells: impl IntoIterator<Item = Element<'a, Message>>,
        chosen: bool,
        on_press: Message,
    ) -> Self {
        let row = button::choice(self.aligned(cells), chosen).on_press(on_press);
        self.rows.push(row.into());
        self
    }

    /// Cells in the widths and alignments of their columns.
    fn aligned(&self, cells: impl IntoIterator<Item = Element<'a, Message>>) -> Element<'a, Message> {
        let cells = cells
            .into_iter()
            .zip(&self.columns)
            .map(|(cell, column)| container(cell).width(column.width).align_x(column.align).into());
        Row::with_children(cells).spacing(space::L).align_y(Center).into()
    }
}

impl<'a, Message: Clone + 'a> From<Table<'a, Message>> for Element<'a, Message> {
    fn from(table: Table<'a, Message>) -> Self {
        let names: Vec<_> = table.columns.iter().map(|column| text::label(column.name).into()).collect();
        let head = container(table.aligned(names)).padding([space::S, space::M]);
        let line = || rule::horizontal(1).style(style::hairline).into();
        let mut all: Vec<Element<'a, Message>> = vec![head.into()];
        for row in table.rows {
            all.push(line());
            all.push(row);
        }
        Stack::with_children(all).into()
    }
}
