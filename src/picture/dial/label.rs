//! Names beside a dial that do not lie over each other.

use super::super::{Align, Meaning, Picture, Point, Shape, Text, Weight, measure};

/// How high a name with its note is, in logical pixels.
pub const HEIGHT: f32 = 40.0;

/// At which side of the dial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The afternoon of UTC.
    Left,
    /// The morning of UTC.
    Right,
}

/// A name that points at a place on the dial.
#[derive(Debug, Clone)]
pub struct Label {
    /// Where it points, in turns from the top, from 0 to below 1.
    pub turn: f32,
    /// The name.
    pub name: String,
    /// What stands below it.
    pub note: String,
    /// The colour of its dot.
    pub dot: Meaning,
    /// The colour of its name.
    pub ink: Meaning,
}

impl Label {
    /// Draws it at the `edge` of its column, with a line to the place it points at.
    pub fn draw(&self, picture: &mut Picture, side: Side, at: (f32, f32), room: f32, target: Point) {
        let (edge, y) = at;
        let (inwards, align) = match side {
            Side::Left => (-1.0, Align::End),
            Side::Right => (1.0, Align::Start),
        };
        let start = Point { x: edge, y };
        picture.add(Shape::new(
            super::super::Form::Line { points: vec![target, Point { x: edge - inwards * 8.0, y }, start], width: 1.0 },
            Meaning::Grid,
        ));
        picture.add(Shape::disc((edge + inwards * 5.0, y), 5.0, self.dot));
        let x = edge + inwards * 15.0;
        let name = Text::new(self.name.clone()).size(13.0).strong().ink(self.ink).align(align).within(room - 15.0);
        let mut note = Text::new(self.note.clone()).size(11.0).ink(Meaning::Muted).align(align).within(room - 15.0);
        let whole = measure::width(&self.note, 11.0, Weight::Regular) <= room - 15.0;
        let name = Shape::text((x, y - 7.0), name);
        note.content = if whole { self.note.clone() } else { note.content };
        let note = Shape::text((x, y + 9.0), note);
        let words = format!("{}\n{}", self.name, self.note);
        picture.add(name.tip(words.clone()));
        picture.add(note.tip(words));
    }
}

/// The labels of one side with the height of their middle: as near as can be to where they point, none over another, all on
/// the sheet as long as there is room.
pub fn spread(labels: &[Label], side: Side, middle: f32, radius: f32, height: f32) -> Vec<(&Label, f32)> {
    let on_side = |label: &&Label| (label.turn < 0.5) == (side == Side::Right);
    let mut placed: Vec<(&Label, f32)> = labels
        .iter()
        .filter(on_side)
        .map(|label| (label, middle - radius * (label.turn * std::f32::consts::TAU).cos()))
        .collect();
    placed.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut least = HEIGHT / 2.0;
    for (_, y) in &mut placed {
        *y = y.max(least);
        least = *y + HEIGHT;
    }
    let mut most = height - HEIGHT / 2.0;
    for (_, y) in placed.iter_mut().rev() {
        *y = y.min(most);
        most = *y - HEIGHT;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(turn: f32) -> Label {
        Label { turn, name: String::new(), note: String::new(), dot: Meaning::Good, ink: Meaning::Text }
    }

    #[test]
    fn labels_of_a_side_do_not_collide_and_stay_on_the_sheet() {
        for turns in [vec![0.02, 0.03, 0.04, 0.05], vec![0.46, 0.47, 0.48], vec![0.1, 0.24, 0.25, 0.26, 0.4]] {
            let labels: Vec<Label> = turns.iter().map(|&turn| label(turn)).collect();
            let placed = spread(&labels, Side::Right, 200.0, 150.0, 400.0);
            assert_eq!(placed.len(), turns.len());
            for pair in placed.windows(2) {
                assert!(pair[1].1 - pair[0].1 >= HEIGHT - 0.01, "{turns:?}");
            }
            assert!(placed[0].1 >= HEIGHT / 2.0 && placed[placed.len() - 1].1 <= 400.0 - HEIGHT / 2.0, "{turns:?}");
        }
    }

    #[test]
    fn the_morning_is_at_the_right() {
        let labels = [label(0.25), label(0.75)];
        let right: Vec<f32> = spread(&labels, Side::Right, 200.0, 150.0, 400.0).iter().map(|(l, _)| l.turn).collect();
        assert_eq!(right, [0.25]);
        assert_eq!(spread(&labels, Side::Left, 200.0, 150.0, 400.0).len(), 1);
    }
}
