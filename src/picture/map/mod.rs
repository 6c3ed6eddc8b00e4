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

/// The sea, the land, the dots (the best above the others) and the members.
pub fn draw(dots: &[Dot], pins: &[Pin], view: View, width: f32) -> Picture {
    let sheet = View::sheet(width);
    let mut picture = Picture::new(width, sheet.height);
    picture.add(Shape::rectangle(sheet, Meaning::Sea).id(Id::new(GROUND, 0, 0)));
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
    members(&mut picture, pins, view, width);
    picture
}

/// The members' places, each named unless another name is in the way.
fn members(picture: &mut Picture, pins: &[Pin], view: View, width: f32) {
    let sheet = View::sheet(width);
    let mut named: Vec<(Point, f32)> = Vec::new();
    for pin in pins {
        for at in seen(pin.spot, view, width) {
            let (outer, inner) = (diamond(at, 7.5), diamond(at, 5.5));
            picture.add(Shape::new(Form::Polygon { rings: vec![outer] }, Meaning::Surface));
            let fill = if pin.ghost { Meaning::Good } else { Meaning::Warn };
            let hit = Shape::new(Form::Polygon { rings: vec![inner] }, fill);
            picture.add(hit.id(Id::new(GROUND, 0, 1)).tip(pin.tip.as_str()));
            let text = Text::new(&pin.label).size(12.0).strong();
            let length = super::measure::width(&text.content, text.size, text.weight);
            let start = at.x + 10.0;
            let end = start + length;
            let free = |(other, until): &(Point, f32)| {
                (other.y - at.y).abs() >= APART || end + 4.0 < other.x || *until + 4.0 < start
            };
            if end < sheet.right() - 4.0 && at.y > 8.0 && at.y < sheet.bottom() - 8.0 && named.iter().all(free) {
                let plate = Rect::new(start - 4.0, at.y - 8.5, length + 8.0, 17.0);
                picture.add(Shape::rectangle(plate, Fill { opacity: 0.82, ..Meaning::Raised.into() }).rounded(4.0));
                picture.add(Shape::text((start, at.y), text));
                named.push((Point { x: start, y: at.y }, end));
            }
        }
    }
}

/// The night at an instant, and where the sun stands: to be drawn above the map, for it moves.
pub fn night(at: Instant, view: View, width: f32) -> Vec<Shape> {
    const STEP: i16 = 3;
    let (sun, sheet) = (subsolar(at), View::sheet(width));
    // It is night towards the pole that the sun turns away from.
    let pole = if sun.latitude >= 0.0 { -90.0 } else { 90.0 };
    let mut shapes = Vec::new();
    for turns in View::turns() {
        let spot = |longitude: f32, latitude: f32| Spot { longitude, latitude };
        let line = (-180..=180).step_by(STEP as usize).map(|longitude: i16| {
            let longitude = f32::from(longitude);
            spot(longitude, dusk(sun, longitude))
        });
        let ring = line.chain([spot(180.0, pole), spot(-180.0, pole)]);
        let ring = view::clipped(ring.map(|spot| view.point(width, spot, turns)).collect(), sheet);
        if ring.len() > 2 {
            let night = Fill { meaning: Meaning::Asleep, pattern: None, opacity: 0.45 };
            shapes.push(Shape::new(Form::Polygon { rings: vec![ring] }, night));
        }
    }
    for center in seen(sun, view, width) {
        shapes.push(Shape::disc(center, 6.5, Meaning::Surface));
        shapes.push(Shape::disc(center, 5.0, Meaning::Now));
    }
    shapes
}

/// What the marks mean, in a row.
pub fn legend(width: f32) -> Picture {
    let mut picture = Picture::new(width, 20.0);
    let (mut x, y) = (0.0, 10.0);
    let word = |picture: &mut Picture, x: &mut f32, words: &str| {
        let text = Text::new(words).ink(Meaning::Muted);
        let length = super::measure::width(&text.content, text.size, text.weight);
        picture.add(Shape::text((*x, y), text));
        *x += length + 18.0;
    };
    for heat in [0, 25, 50, 75, 100_u8] {
        let radius = RADIUS[0] + (RADIUS[1] - RADIUS[0]) * f32::from(heat) / 100.0;
        picture.add(Shape::disc((x + 6.0, y), radius, Meaning::Heat(heat)));
        x += 14.0;
    }
    x += 4.0;
    word(&mut picture, &mut x, "serves less to more");
    picture.add(Shape::ring((x + 5.0, y), (3.2, 4.4), (0.0, 1.0), Meaning::Muted));
    x += 16.0;
    word(&mut picture, &mut x, "fails a requirement");
    picture.add(Shape::new(Form::Polygon { rings: vec![diamond(Point { x: x + 6.0, y }, 5.5)] }, Meaning::Warn));
    x += 18.0;
    word(&mut picture, &mut x, "members");
    let night = Fill { meaning: Meaning::Asleep, pattern: None, opacity: 0.45 };
    picture.add(Shape::rectangle(Rect::new(x, y - 6.0, 18.0, 12.0), night).rounded(3.0));
    x += 24.0;
    word(&mut picture, &mut x, "night");
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
        let picture = draw(&[], &[pin(14.4, "Tereza"), pin(15.0, "Jakub"), pin(80.0, "Dev")], View::default(), 1000.0);
        let named = |name: &str| {
            picture.shapes.iter().any(|shape| matches!(&shape.form, Form::Text { text, .. } if text.content == name))
        };
        assert!(named("Tereza") && !named("Jakub") && named("Dev"));
        let near = draw(&[], &[pin(14.4, "Tereza"), pin(16.0, "Jakub")], View::default().zoomed(12.0), 4000.0);
        assert!(near.shapes.len() < picture.shapes.len() + 20, "what is not seen is not drawn");
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
