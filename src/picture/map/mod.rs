//! The world with places by how well they serve, the members' places, and the line between day and night.
//!
//! Colour is one hue that grows stronger with the score, and the dots grow with it: nothing is told by hue alone.

mod view;

pub use view::View;

use super::{Align, Fill, Form, Id, Meaning, Picture, Point, Rect, Shape, Text};
use crate::time::Instant;
use crate::world::sun::{dusk, subsolar};
use crate::world::{Spot, coasts};

/// The part of the picture that dots are, with the row [`Dot::line`].
pub const DOT: &str = "dot";
/// The part that is the ground: a press begins to move the map.
pub const GROUND: &str = "ground";

/// The smallest and the largest radius of a dot.
const RADIUS: [f32; 2] = [2.6, 5.0];
/// From the middle of a member's mark to its corners.
const PIN: f32 = 5.5;
/// How far apart names are at least.
const APART: f32 = 15.0;

/// A place where a hire could sit.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// Where.
    pub spot: Spot,
    /// The number of its outcome, best first.
    pub line: usize,
    /// Its score against the best one, from 0 to 100.
    pub heat: u8,
    /// Whether it meets every requirement.
    pub passes: bool,
    /// What the pointer learns.
    pub tip: String,
}

/// Where members are.
#[derive(Debug, Clone, PartialEq)]
pub struct Pin {
    /// Where.
    pub spot: Spot,
    /// A short name.
    pub label: String,
    /// What the pointer learns.
    pub tip: String,
    /// Whether they are supposed only.
    pub ghost: bool,
}

/// The sea, the land, the dots (the best above the others), and where the pointer finds members.
pub fn draw(dots: &[Dot], pins: &[Pin], view: View, width: f32) -> Picture {
    let sheet = View::sheet(width);
    let mut picture = Picture::new(width, sheet.height);
    // A polygon, for a rectangle under the pointer gets an outline.
    let corners =
        [(sheet.x, sheet.y), (sheet.right(), sheet.y), (sheet.right(), sheet.bottom()), (sheet.x, sheet.bottom())];
    let ground = Form::Polygon { rings: vec![corners.map(Point::from).into()] };
    picture.add(Shape::new(ground, Meaning::Sea).id(Id::new(GROUND, 0, 0)));
    let rings: Vec<Vec<Point>> = View::turns()
        .into_iter()
        .flat_map(|turns| coasts().iter().map(move |ring| (turns, ring)))
        .map(|(turns, ring)| ring.iter().map(|&spot| view.point(width, spot, turns)).collect())
        .filter(|ring: &Vec<Point>| touches(ring, sheet))
        .map(|ring| view::clipped(ring, sheet))
        .filter(|ring| ring.len() > 2)
        .collect();
    for ring in rings {
        picture.add(Shape::new(Form::Polygon { rings: vec![ring] }, Meaning::Land));
    }
    let mut drawn: Vec<&Dot> = dots.iter().collect();
    drawn.sort_by_key(|dot| (dot.passes, dot.heat, std::cmp::Reverse(dot.line)));
    for dot in drawn {
        for center in seen(dot.spot, view, width) {
            let grown = (view.zoom.sqrt() - 1.0).min(1.0) * 1.5;
            let radius = RADIUS[0] + (RADIUS[1] - RADIUS[0]) * f32::from(dot.heat) / 100.0 + grown;
            // A rim of the paper's colour parts dots that lie over each other and stands out from the land.
            picture.add(Shape::disc(center, radius + 1.0, Meaning::Surface));
            let shape = if dot.passes {
                Shape::disc(center, radius, Meaning::Heat(dot.heat))
            } else {
                Shape::ring(center, (radius - 1.2, radius), (0.0, 1.0), Meaning::Muted)
            };
            picture.add(shape);
            let hit = Shape::disc(center, radius + 1.0, Meaning::Surface).opacity(0.0);
            picture.add(hit.id(Id::new(DOT, dot.line, 0)).tip(dot.tip.as_str()));
        }
    }
    for pin in pins {
        for at in seen(pin.spot, view, width) {
            let hit = Shape::new(Form::Polygon { rings: vec![diamond(at, PIN)] }, Meaning::Surface).opacity(0.0);
            picture.add(hit.id(Id::new(GROUND, 0, 1)).tip(pin.tip.as_str()));
        }
    }
    picture
}

/// What lies above the map, for it moves: the night at an instant, where the sun stands, and the members, whom no night hides.
pub fn above(at: Instant, pins: &[Pin], view: View, width: f32) -> Vec<Shape> {
    let mut shapes = night(at, view, width);
    members(&mut shapes, pins, view, width);
    shapes
}

/// The members' places, each named unless another name is in the way.
fn members(shapes: &mut Vec<Shape>, pins: &[Pin], view: View, width: f32) {
    let sheet = View::sheet(width);
    let mut named: Vec<(Point, f32)> = Vec::new();
    for pin in pins {
        for at in seen(pin.spot, view, width) {
            shapes.push(Shape::new(Form::Polygon { rings: vec![diamond(at, PIN + 2.0)] }, Meaning::Surface));
            let fill = if pin.ghost { Meaning::Good } else { Meaning::Warn };
            shapes.push(Shape::new(Form::Polygon { rings: vec![diamond(at, PIN)] }, fill));
            let text = Text::new(&pin.label).size(12.0).strong();
            let length = super::measure::width(&text.content, text.size, text.weight);
            let start = at.x + 10.0;
            let end = start + length;
            let free = |(other, until): &(Point, f32)| {
                (other.y - at.y).abs() >= APART || end + 4.0 < other.x || *until + 4.0 < start
            };
            if end < sheet.right() - 4.0 && at.y > 8.0 && at.y < sheet.bottom() - 8.0 && named.iter().all(free) {
                let plate = Rect::new(start - 4.0, at.y - 8.5, length + 8.0, 17.0);
                shapes.push(Shape::rectangle(plate, Fill { opacity: 0.82, ..Meaning::Raised.into() }).rounded(4.0));
                shapes.push(Shape::text((start, at.y), text));
                named.push((Point { x: start, y: at.y }, end));
            }
        }
    }
}

/// The night at an instant, and where the sun stands.
fn night(at: Instant, view: View, width: f32) -> Vec<Shape> {
    const STEP: i16 = 3;
    // Three times around the world in one ring, so that no seam is seen.
    const AROUND: i16 = 540;
    let (sun, sheet) = (subsolar(at), View::sheet(width));
    // It is night towards the pole that the sun turns away from.
    let pole = if sun.latitude >= 0.0 { -90.0 } else { 90.0 };
    let mut shapes = Vec::new();
    let spot = |longitude: i16, latitude: f32| Spot { longitude: f32::from(longitude), latitude };
    let line = (-AROUND..=AROUND).step_by(STEP as usize);
    let line = line.map(|longitude| spot(longitude, dusk(sun, f32::from((longitude + 900) % 360 - 180))));
    let ring = line.chain([spot(AROUND, pole), spot(-AROUND, pole)]);
    let ring = view::clipped(ring.map(|spot| view.point(width, spot, 0.0)).collect(), sheet);
    if ring.len() > 2 {
        let night = Fill { meaning: Meaning::Asleep, pattern: None, opacity: 0.45 };
        shapes.push(Shape::new(Form::Polygon { rings: vec![ring] }, night));
    }
    for center in seen(sun, view, width) {
        shapes.push(Shape::disc(center, 6.5, Meaning::Surface));
        shapes.push(Shape::disc(center, 5.0, Meaning::Now));
    }
    shapes
}

/// How high a line of the legend is, in logical pixels.
const LEGEND_LINE: f32 = 20.0;

/// What the marks mean, in a row; `ghosts` says whether somebody is only supposed.
pub fn legend(ghosts: bool, width: f32) -> Picture {
    let mut picture = Picture::new(width, LEGEND_LINE);
    let (mut x, mut y) = (0.0, LEGEND_LINE / 2.0);
    let length = |text: &Text| super::measure::width(&text.content, text.size, text.weight);
    let word = |picture: &mut Picture, x: &mut f32, y: f32, words: &str| {
        let text = Text::new(words).ink(Meaning::Muted);
        let room = length(&text);
        picture.add(Shape::text((*x, y), text));
        *x += room + 18.0;
    };
    // A mark and its words stand on the next line where this one has no room for them.
    let begin = |picture: &mut Picture, x: &mut f32, y: &mut f32, mark: f32, words: &str| {
        if *x > 0.0 && *x + mark + length(&Text::new(words)) > width {
            (*x, *y) = (0.0, *y + LEGEND_LINE);
            picture.height += LEGEND_LINE;
        }
    };
    for heat in [0, 25, 50, 75, 100_u8] {
        let radius = RADIUS[0] + (RADIUS[1] - RADIUS[0]) * f32::from(heat) / 100.0;
        picture.add(Shape::disc((x + 6.0, y), radius, Meaning::Heat(heat)));
        x += 14.0;
    }
    x += 4.0;
    word(&mut picture, &mut x, y, "serves less to more");
    begin(&mut picture, &mut x, &mut y, 16.0, "fails a requirement");
    picture.add(Shape::ring((x + 5.0, y), (3.2, 4.4), (0.0, 1.0), Meaning::Muted));
    x += 16.0;
    word(&mut picture, &mut x, y, "fails a requirement");
    let people = [(Meaning::Warn, "members"), (Meaning::Good, "supposed")];
    for (fill, words) in people.into_iter().take(1 + usize::from(ghosts)) {
        begin(&mut picture, &mut x, &mut y, 18.0, words);
        picture.add(Shape::new(Form::Polygon { rings: vec![diamond(Point { x: x + 6.0, y }, PIN)] }, fill));
        x += 18.0;
        word(&mut picture, &mut x, y, words);
    }
    begin(&mut picture, &mut x, &mut y, 24.0, "night");
    let night = Fill { meaning: Meaning::Asleep, pattern: None, opacity: 0.45 };
    let land = Shape::rectangle(Rect::new(x, y - 6.0, 18.0, 12.0), Meaning::Land).rounded(3.0);
    picture.add(land);
    picture.add(Shape::rectangle(Rect::new(x, y - 6.0, 18.0, 12.0), night).rounded(3.0));
    x += 24.0;
    word(&mut picture, &mut x, y, "night");
    begin(&mut picture, &mut x, &mut y, 16.0, "sun overhead");
    picture.add(Shape::disc((x + 5.0, y), 4.5, Meaning::Now));
    picture.add(Shape::text((x + 16.0, y), Text::new("sun overhead").ink(Meaning::Muted).align(Align::Start)));
    picture
}

/// Where a spot is seen on the sheet: once, or at both edges of the whole world.
fn seen(spot: Spot, view: View, width: f32) -> impl Iterator<Item = Point> {
    let sheet = View::sheet(width);
    View::turns().into_iter().map(move |turns| view.point(width, spot, turns)).filter(move |&at| sheet.covers(at))
}

/// Whether a ring may be seen at all.
fn touches(ring: &[Point], sheet: Rect) -> bool {
    let beyond = |outside: &dyn Fn(&Point) -> bool| ring.iter().all(outside);
    !(beyond(&|point| point.x < sheet.x)
        || beyond(&|point| point.x > sheet.right())
        || beyond(&|point| point.y < sheet.y)
        || beyond(&|point| point.y > sheet.bottom()))
}

fn diamond(at: Point, by: f32) -> Vec<Point> {
    let corner = |x: f32, y: f32| Point { x: at.x + x, y: at.y + y };
    vec![corner(0.0, -by), corner(by, 0.0), corner(0.0, by), corner(-by, 0.0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(longitude: f32, latitude: f32, line: usize, passes: bool) -> Dot {
        let heat = 100 - 10 * line as u8;
        Dot { spot: Spot { longitude, latitude }, line, heat, passes, tip: format!("place {line}") }
    }

    #[test]
    fn the_legend_takes_as_many_lines_as_it_needs() {
        for (width, lines) in [(1000.0, 1), (360.0, 2), (240.0, 3)] {
            let picture = legend(false, width);
            assert!((picture.height - LEGEND_LINE * lines as f32).abs() < 0.1, "{width}: {}", picture.height);
            for shape in &picture.shapes {
                if let Form::Text { at, text } = &shape.form {
                    let end = at.x + crate::picture::measure::width(&text.content, text.size, text.weight);
                    assert!(end <= width && at.y < picture.height, "{width}: {} ends at {end}", text.content);
                }
            }
        }
    }

    #[test]
    fn a_dot_is_hit_where_its_city_lies() {
        let dots = [dot(-9.1, 38.7, 0, true), dot(-74.1, 4.7, 1, false)];
        let view = View::default();
        let picture = draw(&dots, &[], view, 1000.0);
        for dot in &dots {
            let at = view.point(1000.0, dot.spot, 0.0);
            let hit = picture.hit(at).expect("a dot");
            assert_eq!((hit.id, hit.tip.as_deref()), (Some(Id::new(DOT, dot.line, 0)), Some(dot.tip.as_str())));
        }
        assert_eq!(picture.hit((500.0, 380.0)).and_then(|shape| shape.id), Some(Id::new(GROUND, 0, 0)));
        let inside = |shape: &Shape| match &shape.form {
            Form::Polygon { rings } => rings
                .iter()
                .flatten()
                .all(|at| (-0.01..=1000.01).contains(&at.x) && (-0.01..=picture.height + 0.01).contains(&at.y)),
            _ => true,
        };
        assert!(picture.shapes.iter().all(inside), "nothing is drawn beyond the sheet");
    }

    #[test]
    fn names_do_not_lie_over_each_other() {
        let pin = |longitude: f32, label: &str| Pin {
            spot: Spot { longitude, latitude: 50.0 },
            label: label.to_owned(),
            tip: label.to_owned(),
            ghost: false,
        };
        let pins = [pin(14.4, "Tereza"), pin(15.0, "Jakub"), pin(80.0, "Dev")];
        let shapes = above(Instant::from_epoch(0), &pins, View::default(), 1000.0);
        let named = |name: &str| {
            shapes.iter().any(|shape| matches!(&shape.form, Form::Text { text, .. } if text.content == name))
        };
        assert!(named("Tereza") && !named("Jakub") && named("Dev"));
        let whole = draw(&[], &pins, View::default(), 1000.0);
        let near = draw(&[], &pins, View::default().zoomed(12.0), 4000.0);
        assert!(near.shapes.len() < whole.shapes.len() + 20, "what is not seen is not drawn");
        let hits = whole.shapes.iter().filter(|shape| shape.tip.is_some()).count();
        assert_eq!(hits, pins.len(), "the pointer finds everybody");
    }

    #[test]
    fn it_is_night_where_the_sun_is_not() {
        let at = Instant::from_utc("2027-06-21T12:00:00".parse().expect("a time"));
        let (view, width) = (View::default(), 1000.0);
        let night = night(at, view, width);
        let dark = |longitude: f32, latitude: f32| {
            let at = view.point(width, Spot { longitude, latitude }, 0.0);
            night.iter().filter(|shape| matches!(shape.form, Form::Polygon { .. })).any(|shape| shape.covers(at))
        };
        assert!(!dark(0.0, 0.0) && !dark(0.0, 51.0), "noon at Greenwich");
        assert!(dark(179.0, 0.0) && dark(-120.0, -30.0), "night on the other side");
        assert!(!dark(179.0, 75.0), "the midnight sun");
    }
}
