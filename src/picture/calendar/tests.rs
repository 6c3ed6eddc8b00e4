//! Where a calendar can be hit, and what is written on it.

use chrono::NaiveDate;

use super::*;
use crate::picture::Form;
use crate::picture::person::Names;
use crate::time::Minutes;

fn zone() -> Zone {
    Zone::named("Europe/Lisbon").expect("a zone")
}

fn at(month: u32, day: u32, hour: u16) -> Instant {
    zone().instant_at(NaiveDate::from_ymd_opt(2027, month, day).expect("a date"), hour * 60)
}

fn piece(shift: usize, tier: usize, span: (Instant, Instant), member: Option<usize>) -> Piece {
    let span = Span::new(span.0, span.1).expect("in order");
    let names = || Names::all(&["Ana Ribeiro"]).remove(0);
    let holder = member.map(|place| Holder { member: MemberId::new(place), names: names() });
    Piece { duty: Duty { shift, tier }, span, holder, is_pinned: shift == 0, tip: format!("shift {shift}") }
}

/// Two weekly shifts with two tiers over the spring change; the second has no secondary.
fn calendar() -> Calendar {
    let (first, second, end) = (at(3, 22, 10), at(3, 29, 10), at(4, 5, 10));
    Calendar {
        zone: zone(),
        first_day: Weekday::Mon,
        clock: Clock::Hours24,
        horizon: Span::new(first, end).expect("in order"),
        tiers: 2,
        pieces: vec![
            piece(0, 0, (first, second), Some(0)),
            piece(0, 1, (first, second), Some(9)),
            piece(1, 0, (second, end), Some(1)),
            piece(1, 1, (second, end), None),
        ],
        now: Some(at(3, 24, 12)),
        lit: None,
    }
}

/// The id under a place given as week, day (with its part) and tier.
fn id_at(picture: &Picture, week: usize, day: f32, tier: usize) -> Option<Id> {
    let x = WEEKS + day * (picture.width - WEEKS) / 7.0;
    let y = HEAD + week as f32 * row_height(2) + NUMBERS + [TIERS[0] / 2.0, TIERS[0] + BETWEEN + TIERS[1] / 2.0][tier];
    picture.hit((x, y)).and_then(|shape| shape.id)
}

#[test]
fn a_shift_is_hit_in_every_week_that_it_touches() {
    let picture = draw(&calendar(), 900.0);
    assert_eq!(id_at(&picture, 0, 0.2, 0), None, "before the rota");
    assert_eq!(id_at(&picture, 0, 0.5, 0), Some(Id::new("shift", 0, 0)));
    assert_eq!(id_at(&picture, 0, 6.9, 1), Some(Id::new("shift", 0, 1)));
    assert_eq!(id_at(&picture, 1, 0.2, 0), Some(Id::new("shift", 0, 0)), "Monday before ten");
    assert_eq!(id_at(&picture, 1, 0.5, 0), Some(Id::new("shift", 1, 0)));
    assert_eq!(id_at(&picture, 1, 3.0, 1), Some(Id::new("shift", 1, 1)), "nobody can be hit too");
    assert_eq!(id_at(&picture, 2, 0.2, 0), Some(Id::new("shift", 1, 0)));
    assert_eq!(id_at(&picture, 2, 0.6, 0), None, "after the rota");
}

#[test]
fn who_has_no_holder_is_in_warning() {
    let picture = draw(&calendar(), 900.0);
    let warned =
        |id| picture.shapes.iter().any(|shape| shape.id == Some(id) && shape.fill.meaning == Meaning::WarnSoft);
    assert!(warned(Id::new("shift", 1, 1)));
    assert!(!warned(Id::new("shift", 1, 0)));
}

#[test]
fn names_shrink_with_their_bars() {
    let mut calendar = calendar();
    let start = at(3, 22, 10);
    calendar.pieces = (0..21)
        .map(|shift| {
            piece(shift, 0, (start + Minutes(480 * shift as i64), start + Minutes(480 * (shift as i64 + 1))), Some(0))
        })
        .collect();
    let written = |width: f32| -> Vec<String> {
        let texts = draw(&calendar, width).shapes.into_iter().filter_map(|shape| match shape.form {
            Form::Text { text, .. } if text.content.starts_with('A') => Some(text.content),
            _ => None,
        });
        texts.collect()
    };
    assert!(written(2200.0).contains(&"Ana Ribeiro".to_owned()));
    assert!(written(1000.0).contains(&"Ana".to_owned()));
    assert!(written(700.0).contains(&"AR".to_owned()));
    assert!(written(300.0).is_empty());
}

#[test]
fn nothing_lies_outside_of_the_picture() {
    for width in [500.0, 900.0, 1600.0] {
        let picture = draw(&calendar(), width);
        for shape in &picture.shapes {
            if let Form::Rectangle { rect, .. } | Form::Frame { rect, .. } = shape.form {
                assert!(rect.x >= -0.01 && rect.right() <= width + 1.01, "{width}: {rect:?}");
                assert!(rect.y >= -0.01 && rect.bottom() <= picture.height + 0.01, "{width}: {rect:?}");
            }
        }
    }
}
