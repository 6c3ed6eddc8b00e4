//! What every two members share: a square of members by members, the more the darker, with a mark on what is under the target.

use super::{Align, Form, Id, Ink, Meaning, Picture, Point, Rect, Shape, Text, Weight, measure};
use crate::time::Minutes;

/// The part of a cell, by the places of its row's and column's members.
pub const PAIR: &str = "pair";

/// Up to so many members a matrix can be read.
pub const MOST: usize = 40;

/// Cells are no wider and higher than this, and no narrower than that.
const WIDEST: f32 = 88.0;
const HIGHEST: f32 = 42.0;
const NARROWEST: f32 = 14.0;
/// Between two cells.
const GAP: f32 = 2.0;
/// Above the cells: the names.
const HEAD: f32 = 26.0;
/// Narrower columns have numbers for names.
const NAMED: f32 = 48.0;
/// A day that is wholly shared, for the darkness: eight hours.
const FULL: i64 = 8 * 60;

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The members, by name.
    pub names: Vec<String>,
    /// Every pair once.
    pub cells: Vec<Cell>,
}

/// What two members share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The one's place among the members.
    pub a: usize,
    /// The other's.
    pub b: usize,
    /// Shared on a workday of the worst season.
    pub worst: Minutes,
    /// Whether that is under the target.
    pub under: bool,
    /// What is told under the pointer.
    pub tip: String,
}

/// The matrix for a width in logical pixels.
pub fn draw(matrix: &Matrix, width: f32) -> Picture {
    let sheet = Sheet::new(matrix, width);
    let mut picture = Picture::new(width, sheet.bottom());
    sheet.heads(matrix, &mut picture);
    for place in 0..matrix.names.len() {
        let own = Shape::rectangle(sheet.cell(place, place), Meaning::Grid).rounded(3.0).opacity(0.5);
        picture.add(own);
    }
    for cell in &matrix.cells {
        for (row, column) in [(cell.a, cell.b), (cell.b, cell.a)] {
            sheet.draw_cell(cell, row, column, &mut picture);
        }
    }
    picture
}

/// Where everything stands.
struct Sheet {
    names: f32,
    cell: (f32, f32),
    count: usize,
}

impl Sheet {
    fn new(matrix: &Matrix, width: f32) -> Self {
        let count = matrix.names.len();
        let longest = |name: &String| measure::width(name, 12.0, Weight::Regular);
        let names = matrix.names.iter().map(longest).fold(60.0, f32::max).min(width * 0.25) + 34.0;
        let wide = ((width - names) / count.max(1) as f32).floor().clamp(NARROWEST, WIDEST);
        Self { names, cell: (wide, wide.min(HIGHEST)), count }
    }

    fn cell(&self, row: usize, column: usize) -> Rect {
        let (wide, high) = self.cell;
        Rect::new(self.names + column as f32 * wide, HEAD + row as f32 * high, wide - GAP, high - GAP)
    }

    fn bottom(&self) -> f32 {
        HEAD + self.count as f32 * self.cell.1
    }

    /// The names beside the rows, and above the columns where there is room; else numbers.
    fn heads(&self, matrix: &Matrix, picture: &mut Picture) {
        let numbers = self.cell.0 < NAMED;
        for (place, name) in matrix.names.iter().enumerate() {
            let cell = self.cell(place, place);
            let number = (place + 1).to_string();
            let room = self.names - 34.0;
            let y = cell.center().y;
            picture.add(Shape::text((0.0, y), Text::new(name.as_str()).within(room + 4.0)));
            if numbers {
                let text = Text::new(number.as_str()).size(11.0).ink(Meaning::Muted).align(Align::End);
                picture.add(Shape::text((self.names - 8.0, y), text));
            }
            let first = name.split_whitespace().next().unwrap_or_default();
            let head = if numbers { Text::new(number).size(11.0) } else { Text::new(first).within(cell.width) };
            let head = head.ink(Meaning::Muted).align(Align::Center);
            picture.add(Shape::text((cell.center().x, HEAD / 2.0), head));
        }
    }

    fn draw_cell(&self, cell: &Cell, row: usize, column: usize, picture: &mut Picture) {
        let rect = self.cell(row, column);
        let heat = heat(cell.worst);
        picture.add(Shape::rectangle(rect, heat).rounded(3.0).id(Id::new(PAIR, row, column)).tip(cell.tip.as_str()));
        let text = Text::new(hours(cell.worst)).on(heat).align(Align::Center);
        let text = if self.cell.0 < 30.0 { text.size(10.0) } else { text };
        picture.add(Shape::text(rect.center(), text.whole_within(rect.width - 2.0)));
        if cell.under {
            picture.add(corner(rect));
        }
    }
}

/// The mark of a pair under the target: a turned-down corner.
fn corner(rect: Rect) -> Shape {
    let side = (rect.height * 0.3).clamp(5.0, 10.0);
    let at = |x: f32, y: f32| Point { x, y };
    let ring = vec![at(rect.right() - side, rect.y), at(rect.right(), rect.y), at(rect.right(), rect.y + side)];
    Shape::new(Form::Polygon { rings: vec![ring] }, Meaning::Warn)
}

/// The darkness of so much of a workday.
fn heat(shared: Minutes) -> Meaning {
    Meaning::Heat((shared.0.clamp(0, FULL) * 100 / FULL) as u8)
}

/// Hours with one decimal where they need one: `3`, `3.5`, `0`.
pub fn hours(minutes: Minutes) -> String {
    let tenths = (minutes.0 * 10 + 30).div_euclid(60);
    if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

/// What the darkness and the corner mean; `under` says what the corner does.
pub fn legend(under: String) -> impl Fn(f32) -> Picture {
    const LINE: f32 = 22.0;
    move |width| {
        let mut picture = Picture::new(width, LINE);
        let mut x = 0.0;
        for shared in [0, 2, 4, 6, 8] {
            let rect = Rect::new(x, 2.0, 26.0, 18.0);
            let heat = heat(Minutes::hours(shared));
            picture.add(Shape::rectangle(rect, heat).rounded(3.0));
            picture.add(Shape::text(
                rect.center(),
                Text::new(shared.to_string()).size(11.0).on(heat).align(Align::Center),
            ));
            x += 28.0;
        }
        let muted = Ink::Plain(Meaning::Muted);
        let words = "hours a workday in the worst season";
        picture.add(Shape::text((x + 8.0, LINE / 2.0), Text::new(words).ink(muted)));
        x += 8.0 + measure::width(words, 12.0, Weight::Regular) + 24.0;
        let long = 34.0 + measure::width(&under, 12.0, Weight::Regular);
        let y = if x + long > width { LINE } else { 0.0 };
        let x = if y > 0.0 { 0.0 } else { x };
        let rect = Rect::new(x, y + 2.0, 26.0, 18.0);
        picture.add(Shape::rectangle(rect, heat(Minutes::hours(1))).rounded(3.0));
        picture.add(corner(rect));
        picture.add(Shape::text((x + 34.0, y + LINE / 2.0), Text::new(under.as_str()).ink(muted)));
        picture.height = y + LINE;
        picture
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(count: usize) -> Matrix {
        let cells = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
        let cell = |(a, b)| Cell { a, b, worst: Minutes(90 * b as i64), under: b == 1, tip: format!("{a} and {b}") };
        Matrix { names: (0..count).map(|i| format!("Member number {i}")).collect(), cells: cells.map(cell).collect() }
    }

    #[test]
    fn both_halves_of_the_square_are_hit() {
        for (count, width) in [(2, 400.0), (12, 900.0), (40, 900.0)] {
            let matrix = matrix(count);
            let picture = draw(&matrix, width);
            let sheet = Sheet::new(&matrix, width);
            let hit = |row, column| picture.hit(sheet.cell(row, column).center()).and_then(|shape| shape.id);
            assert_eq!(hit(0, 1), Some(Id::new(PAIR, 0, 1)));
            assert_eq!(hit(count - 1, 0), Some(Id::new(PAIR, count - 1, 0)));
            assert_eq!(hit(0, 0), None, "nobody is a pair with themselves");
            assert!(sheet.cell(0, count - 1).right() <= width.max(sheet.names + NARROWEST * count as f32));
        }
    }

    #[test]
    fn what_is_under_the_target_has_another_shape() {
        let picture = draw(&matrix(3), 600.0);
        let corners = picture.shapes.iter().filter(|shape| matches!(shape.form, Form::Polygon { .. })).count();
        assert_eq!(corners, 2, "one pair, in both halves");
    }

    #[test]
    fn hours_have_a_decimal_where_they_need_one() {
        for (minutes, shown) in [(0, "0"), (60, "1"), (90, "1.5"), (130, "2.2"), (237, "4"), (2, "0")] {
            assert_eq!(hours(Minutes(minutes)), shown);
        }
    }
}
