//! What a ribbon shows and where.

use super::sheet::{HEAD, HOURS};
use super::*;
use crate::picture::{Form, Point};
use crate::plan::overlap::ribbon;
use crate::time::{Instant, Span, Spans, Zone};

fn zone() -> Zone {
    Zone::named("Europe/Lisbon").expect("a zone")
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Two people from 9 to 17 and from 13 to 21 UTC on every day.
fn year(first: &str, days: u64) -> Year {
    let start = Instant::midnight(date(first));
    let daily = |from: i64, to: i64| -> Spans {
        let day = |day: i64| Span {
            start: start + Minutes(day * 1440 + from * 60),
            end: start + Minutes(day * 1440 + to * 60),
        };
        (-1..=days as i64).map(day).collect()
    };
    let changes = vec![Change { date: date("2027-03-28"), name: "28 Mar: Lisbon".into(), tip: "Lisbon".into() }];
    Year {
        ribbon: ribbon(&[daily(9, 17), daily(13, 21)], zone(), date(first), days),
        at_least: 2,
        changes,
        clock: Clock::Hours24,
    }
}

fn rectangles(picture: &Picture, meaning: Meaning) -> Vec<Rect> {
    let rect = |shape: &Shape| match shape.form {
        Form::Rectangle { rect, .. } if shape.fill.meaning == meaning => Some(rect),
        _ => None,
    };
    picture.shapes.iter().filter_map(rect).collect()
}

#[test]
fn days_with_the_same_hours_are_one_rectangle_until_the_clocks_change() {
    let year = year("2027-03-01", 60);
    let picture = draw(&year, 1044.0);
    // 13 to 17 UTC is 13 to 17 in Lisbon until 28 March, then 14 to 18; the day of the change itself stands alone.
    let good = rectangles(&picture, Meaning::Good);
    assert_eq!(good.len(), 3, "{good:?}");
    assert!((good[0].y - Sheet::y(13 * 60)).abs() < 0.01 && (good[2].y - Sheet::y(14 * 60)).abs() < 0.01);
    assert!((good[0].width - 1000.0 * 27.0 / 60.0).abs() < 0.1, "27 days of 60");
}

#[test]
fn the_hour_that_the_clocks_leave_out_is_blank() {
    let year = year("2027-03-28", 1);
    let blank = rectangles(&draw(&year, 1044.0), Meaning::Surface);
    assert_eq!(blank.len(), 1);
    assert!((blank[0].y - Sheet::y(60)).abs() < 0.01 && (blank[0].height - HOUR).abs() < 0.01, "01:00 to 02:00");
}

#[test]
fn a_place_is_an_hour_of_a_date() {
    let year = year("2027-03-01", 60);
    let sheet = Sheet::new(&year, 1044.0);
    let at = |x: f32, y: f32| sheet.place(&year, Point { x, y });
    let place = at(HOURS + 1000.0 / 60.0 * 27.5, Sheet::y(15 * 60) + 2.0).expect("a place");
    assert_eq!(place, Place { date: date("2027-03-28"), hour: 15 });
    assert_eq!(place.instant(&year).to_string(), "2027-03-28T14:00:00Z", "summer time by then");
    assert_eq!(at(HOURS - 3.0, 100.0), None);
    assert_eq!(at(300.0, 2.0), None);
}

#[test]
fn names_of_changes_never_lie_over_each_other() {
    let mut year = year("2027-01-01", 365);
    let many =
        |day: &str| Change { date: date(day), name: format!("{day}: a long list of places"), tip: String::new() };
    year.changes = ["2027-03-14", "2027-03-27", "2027-03-28", "2027-04-04", "2027-10-31", "2027-11-07", "2027-12-30"]
        .map(many)
        .into();
    let picture = draw(&year, 1000.0);
    let texts: Vec<(f32, f32, f32)> = picture
        .shapes
        .iter()
        .filter_map(|shape| match &shape.form {
            Form::Text { at, text } if at.y < HEAD - 8.0 => {
                Some((at.y, at.x, at.x + measure::width(&text.content, text.size, text.weight)))
            }
            _ => None,
        })
        .collect();
    assert!(texts.len() >= 5, "{texts:?}");
    for (i, a) in texts.iter().enumerate() {
        assert!(a.2 <= 1000.5, "{a:?}");
        for b in &texts[i + 1..] {
            let in_one_row = (a.0 - b.0).abs() <= 1.0;
            let lie_over_each_other = a.1 < b.2 && b.1 < a.2;
            assert!(!(in_one_row && lie_over_each_other), "{a:?} {b:?}");
        }
    }
}

#[test]
fn the_chosen_day_and_today_are_marked_if_they_are_there() {
    let year = year("2027-03-01", 60);
    let sheet = Sheet::new(&year, 1044.0);
    let outside = date("2026-01-01");
    assert!(marks(&year, sheet, outside, outside, None).is_empty());
    assert_eq!(marks(&year, sheet, date("2027-03-02"), date("2027-03-09"), None).len(), 3);
}
