//! What a dial shows and where.

use super::*;
use crate::picture::person::Names;
use crate::picture::{Form, Id};

fn hm(hour: u16, minute: u16) -> u16 {
    hour * 60 + minute
}

fn leg(person: usize, start: u16, end: u16) -> Leg {
    Leg {
        person,
        names: Names::all(&[&format!("Member {person}")]).remove(0),
        note: clock((start, end), Clock::Hours24),
        held: (start, end),
        covered: vec![(start, end)],
        tip: String::new(),
    }
}

fn chain() -> Dial {
    Dial {
        legs: vec![leg(0, hm(1, 0), hm(8, 0)), leg(1, hm(8, 0), hm(16, 30)), leg(2, hm(18, 0), hm(0, 30))],
        joints: vec![Joint { at: hm(8, 0), live: Minutes(45), is_live: true, tip: "seam".into() }],
        days: vec![Day {
            person: 0,
            name: "Member 0".into(),
            levels: vec![((0, hm(9, 0)), Level::Asleep), ((hm(9, 0), 0), Level::Off)],
        }],
        clock: Clock::Hours24,
        answer: ("21:30".into(), vec!["of 24 h covered".into()]),
        now: Some(hm(12, 0)),
    }
}

#[test]
fn holes_between_legs_are_found_around_midnight_too() {
    let half_day = |start, end| leg(0, hm(start, 0), hm(end, 0));
    for (name, legs, expected) in [
        ("three legs", chain().legs, vec![(hm(0, 30), hm(1, 0)), (hm(16, 30), hm(18, 0))]),
        ("one leg", vec![half_day(9, 17)], vec![(hm(17, 0), hm(9, 0))]),
        ("over midnight", vec![half_day(22, 6)], vec![(hm(6, 0), hm(22, 0))]),
        ("all around", vec![half_day(0, 12), half_day(12, 0)], vec![]),
        ("one for the whole day", vec![half_day(6, 6)], vec![]),
        ("nobody", vec![], vec![(0, 0)]),
    ] {
        assert_eq!(gaps(&legs), expected, "{name}");
    }
}

#[test]
fn a_leg_is_hit_where_its_hours_are() {
    let picture = draw(&chain(), 900.0);
    let center = Point { x: 450.0, y: picture.height / 2.0 };
    let on_ring = |hour: f32| {
        let radius = MOST - LEG / 2.0;
        picture.hit(along(center, radius, hour / 24.0)).and_then(|shape| shape.id)
    };
    assert_eq!(on_ring(4.0), Some(Id::new("leg", 0, 0)));
    assert_eq!(on_ring(8.0), Some(Id::new("joint", 0, 0)));
    assert_eq!(on_ring(15.0), Some(Id::new("leg", 1, 0)));
    assert_eq!(on_ring(17.0), Some(Id::new("gap", 1, 0)));
    assert_eq!(on_ring(0.2), Some(Id::new("leg", 2, 0)), "over midnight");
    assert_eq!(on_ring(0.8), Some(Id::new("gap", 0, 0)));
}

#[test]
fn nothing_lies_outside_of_the_sheet() {
    for width in [520.0, 700.0, 1000.0, 1400.0] {
        let picture = draw(&chain(), width);
        for shape in &picture.shapes {
            let points = match &shape.form {
                Form::Ring { center, outer, .. } => {
                    vec![(center.x - outer, center.y - outer), (center.x + outer, center.y + outer)]
                }
                Form::Line { points, .. } => points.iter().map(|point| (point.x, point.y)).collect(),
                Form::Text { at, text } => {
                    let long = crate::picture::measure::width(&text.content, text.size, text.weight);
                    let start = match text.align {
                        Align::Start => at.x,
                        Align::Center => at.x - long / 2.0,
                        Align::End => at.x - long,
                    };
                    vec![(start, at.y - text.size / 2.0), (start + long, at.y + text.size / 2.0)]
                }
                _ => Vec::new(),
            };
            for (x, y) in points {
                assert!((-0.5..=width + 0.5).contains(&x), "{width}: x {x} of {shape:?}");
                assert!((-0.5..=picture.height + 0.5).contains(&y), "{width}: y {y} of {shape:?}");
            }
        }
    }
}

#[test]
fn what_is_outside_of_the_holders_hours_is_paler() {
    let mut dial = chain();
    dial.legs[0].covered = vec![(hm(2, 0), hm(8, 0))];
    let picture = draw(&dial, 900.0);
    let opaque: Vec<f32> = picture
        .shapes
        .iter()
        .filter(|shape| shape.fill.meaning == person::meaning(0) && shape.fill.opacity > 0.9)
        .filter_map(|shape| match shape.form {
            Form::Ring { start, inner, .. } if inner > 100.0 => Some(start * 24.0),
            _ => None,
        })
        .collect();
    assert_eq!(opaque.len(), 1);
    assert!((opaque[0] - 2.0).abs() < 0.05, "{opaque:?}");
}
